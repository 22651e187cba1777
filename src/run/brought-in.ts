import { packageOf } from '../decisions/ledger/derive.ts';
import { mayBeOf, profilesOf } from '../decisions/preimage.ts';
import type { Change, DeniedPreimage, FilePreimage, PackagePreimage, Snapshot } from '../model/index.ts';
import type { RecordedPull } from '../platform/port.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { compareText } from '../text/order.ts';
import { bytesIn } from './bytes-in.ts';
import type { Opened } from './open.ts';

/** Whether a pull request has what a record of it is about. */

type Reading = Pick<Opened, 'compare' | 'locked'>;

/** From the state that it came on to the one that it made. */
export interface Merge {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** The policy that was in force. */
  readonly policy: Pick<EffectivePolicy, 'apply'>;
}

/** Whether the merge locks these bytes for this use and under this profile, where the state before did not. */
export async function isPackageBrought(
  { purl, sha512, use, profile }: PackagePreimage,
  { before, after, policy }: Merge,
  { compare }: Reading,
): Promise<boolean> {
  const { changes, errors } = await compare(after, before);
  const isAbout = (change: Change) =>
    isVersion(change, purl) &&
    change.pins.every((pin) => mayBeOf(pin, sha512)) &&
    isSame([...new Set(change.dependencyTypes)].sort(compareText), use) &&
    isSame(profilesOf(change, policy), profile);
  return errors.length === 0 && changes.some(isAbout);
}

/** Of one file its bytes; of a folder nobody can tell from its digest which files it is over. */
export async function isFileBrought(
  { path, mode, sha256 }: FilePreimage,
  { before, after }: Omit<Merge, 'policy'>,
): Promise<boolean> {
  const [former, now] = await Promise.all([before, after].map(async (state) => (await bytesIn(state, [path]))(path)));
  const isSame = (bytes: typeof now) =>
    bytes !== undefined && (bytes?.mode ?? null) === mode && (bytes?.sha256 ?? null) === sha256;
  return isSame(now) && !isSame(former);
}

/**
 * Whether any head that the pull request ever had, its merge, or the default branch locks the bytes: who proposes something that is denied may
 * push something else.
 * @throws GateFailure where the platform does not say
 */
export async function isProposed(
  { purl, sha512 }: DeniedPreimage,
  { head, merged, open, formerHeads }: RecordedPull,
  { trusted, locked }: Pick<Reading, 'locked'> & { readonly trusted: Snapshot },
): Promise<boolean> {
  const isLockedIn = async (state: Snapshot): Promise<boolean> => {
    const { changes = [] } = (await locked?.(state)) ?? {};
    return changes.some(
      (change) =>
        isVersion(change, purl) && (change.pins.length === 0 || change.pins.some((pin) => mayBeOf(pin, sha512))),
    );
  };
  if (await isLockedIn(trusted)) return true;
  const commits = [...new Set([head, ...(merged === undefined ? [] : [merged.commit])])];
  for (const commit of commits) if (await isLockedIn(await open(commit))) return true;
  for (const commit of await formerHeads()) {
    if (!commits.includes(commit) && (await isLockedIn(await open(commit)))) return true;
  }
  return false;
}

function isVersion({ kind, source, ...change }: Change, purl: string): boolean {
  const { name, version } = packageOf(purl);
  return kind !== 'removed' && source.kind === 'registry' && change.name === name && change.version === version;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
