import { pathsOf } from '../decisions/blocked-file.ts';
import type { Decidable } from '../decisions/apply.ts';
import type { FileBytes } from '../decisions/blocking.ts';
import type { Origin } from '../decisions/each.ts';
import { canonicalJson } from '../judge/fingerprint.ts';
import { lockedVersion } from '../model/identity.ts';
import type {
  BlockedFile,
  BlockedPackage,
  Change,
  Comparison,
  Dossier,
  Finding,
  Observation,
  Snapshot,
} from '../model/index.ts';
import type { HeardEach, HeardPull } from '../platform/port.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { rules } from '../rules/index.ts';
import { bytesIn } from './bytes-in.ts';
import type { Opened } from './open.ts';

export interface FindOrigins {
  readonly heard: Pick<HeardEach, 'steps' | 'pulls' | 'open'>;
  /** What people can decide about. */
  readonly entries: readonly Decidable[];
  readonly findings: readonly Finding[];
  readonly observations: readonly Observation[];
  readonly dossiers: readonly Dossier[];
  readonly policy: EffectivePolicy;
  /** What the run compares. */
  readonly base: Snapshot | undefined;
  readonly head: Snapshot;
  readonly compare: Opened['compare'];
}

export interface Origins {
  /** By digest. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** `name@version` of what each pull request brings in. */
  readonly brought: ReadonlyMap<number, ReadonlySet<string>>;
}

/**
 * Where everything that blocks comes from: each step is compared with the one before, and with the heads of its pull requests. What
 * a step has and no head of them has, whoever made the step brought in: nobody's words cover it. What several heads have is
 * proposed by all of them, whichever of them lands first.
 */
export async function findOrigins(given: FindOrigins): Promise<Origins> {
  const { heard, entries, base: from, head, compare } = given;
  const { steps, pulls, open } = heard;
  const byNumber = new Map(pulls.map((pull) => [pull.number, pull]));
  const states: SeenStep[] = [];
  for (const { base, commit, pulls: numbers } of steps) {
    const [before, after] = await Promise.all([open(base), open(commit)]);
    const heads: SeenHead[] = [];
    for (const pull of numbers.flatMap((number) => byNumber.get(number) ?? [])) {
      const snapshot = await open(pull.head);
      heads.push({ pull, snapshot, seen: await compare(snapshot, from) });
    }
    states.push({ before, after, seen: await compare(after, before), heads, isDirect: heads.length === 0 });
  }
  const origins = new Map<string, Origin>();
  for (const entry of entries) {
    origins.set(
      entry.digest,
      entry.kind === 'package' ? ofPackage(entry, states, given) : await ofFile(entry, states, given, head),
    );
  }
  return { origins, brought: broughtBy(states) };
}

interface SeenHead {
  readonly pull: HeardPull;
  readonly snapshot: Snapshot;
  /** What the pull request's own head has beyond what the run compares with. */
  readonly seen: Comparison;
}

interface SeenStep {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** What the step brings in. */
  readonly seen: Comparison;
  readonly heads: readonly SeenHead[];
  readonly isDirect: boolean;
}

const distinct = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)];

function ofPackage(
  { name, version, lockfiles }: BlockedPackage,
  states: readonly SeenStep[],
  { dossiers }: FindOrigins,
): Origin {
  const has = ({ changes, errors }: Comparison) =>
    errors.length > 0 || changes.some((change) => isVersion(change, { name, version }));
  const covering = lockfiles.map((lockfile) => {
    const own = changesAt(
      dossiers.map(({ change }) => change),
      { lockfile, name, version },
    );
    return distinct(
      states.flatMap(({ seen, heads }) => {
        if (changesAt(seen.changes, { lockfile, name, version }).length === 0) return [];
        const [change, ...others] = own;
        return change === undefined || others.length > 0
          ? []
          : heads.flatMap(({ pull, seen: alone }) => (isLockedAlike(change, alone) ? [pull.number] : []));
      }),
    );
  });
  const proposing = states.flatMap(({ seen, heads }) =>
    heads.flatMap(({ pull, seen: alone }) => (has(seen) || has(alone) ? [pull.number] : [])),
  );
  const isUnknown = states.some(({ seen, isDirect }) => isDirect && has(seen));
  return { covering, proposing: distinct(proposing), isUnknown };
}

const isVersion = (change: Change, { name, version }: { readonly name: string; readonly version: string }): boolean =>
  change.kind !== 'removed' && change.name === name && change.version === version;

function changesAt(changes: readonly Change[], where: Parameters<typeof lockedVersion>[0]): readonly Change[] {
  return changes.filter((change) => change.kind !== 'removed' && lockedVersion(change) === lockedVersion(where));
}

/** Whether a state locks the very same: bytes, addresses and what it is used for. */
function isLockedAlike(change: Change, { changes, errors }: Comparison): boolean {
  const [found, ...others] = changesAt(changes, change);
  return errors.length === 0 && found !== undefined && others.length === 0 && lockedOf(found) === lockedOf(change);
}

const lockedOf = ({ source: { kind, spec }, pins, dependencyTypes }: Change): string =>
  canonicalJson([
    ...[kind, spec ?? null, [...dependencyTypes].sort()],
    pins
      .map(({ resolved = null, integrity = null, checksum = null }) => canonicalJson([resolved, integrity, checksum]))
      .sort(),
  ]);

/** A file comes from every step that changes it, and is covered where the pull request's own head has these very bytes. */
async function ofFile(
  entry: BlockedFile,
  states: readonly SeenStep[],
  { findings, observations, policy }: FindOrigins,
  head: Snapshot,
): Promise<Origin> {
  const own = findings.filter(({ fingerprint }) => entry.findings.includes(fingerprint));
  const paths = pathsOf({ findings: own, observations, policy, rules });
  const textOf = async (snapshot: Snapshot): Promise<string | undefined> => {
    const bytesOf = await bytesIn(snapshot, paths);
    const bytes = paths.map((path): FileBytes | null | undefined => bytesOf(path));
    return bytes.includes(undefined) ? undefined : JSON.stringify(bytes);
  };
  const now = await textOf(head);
  const covering: number[] = [];
  const proposing: number[] = [];
  let isUnknown = paths.length === 0 || now === undefined;
  for (const { before, after, heads, isDirect } of states) {
    const [former, latter] = [await textOf(before), await textOf(after)];
    const isChanged = former === undefined || former !== latter;
    if (isDirect && isChanged) isUnknown = true;
    for (const { pull, snapshot } of heads) {
      const isSame = (await textOf(snapshot)) === now;
      if (isSame || isChanged) proposing.push(pull.number);
      if (isSame && isChanged) covering.push(pull.number);
    }
  }
  return { covering: [distinct(covering)], proposing: distinct(proposing), isUnknown };
}

function broughtBy(states: readonly SeenStep[]): ReadonlyMap<number, ReadonlySet<string>> {
  const brought = new Map<number, Set<string>>();
  for (const { seen, heads } of states) {
    for (const { pull } of heads) {
      const own = brought.get(pull.number) ?? new Set<string>();
      for (const { kind, source, name, version } of seen.changes) {
        if (kind !== 'removed' && source.kind === 'registry') own.add(`${name}@${version}`);
      }
      brought.set(pull.number, own);
    }
  }
  return brought;
}
