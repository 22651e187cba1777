import type { Conversation } from '../decisions/ledger/derive.ts';
import { isDerived, packageOf, stillListed } from '../decisions/ledger/derive.ts';
import { readRecord } from '../decisions/ledger/record.ts';
import { lockedSha512, pinnedSha512s } from '../decisions/preimage.ts';
import { asGateError, GateFailure } from '../errors.ts';
import type { Approvals, Change, Instant, LedgerEntry, Observation, Snapshot, Unproven } from '../model/index.ts';
import type { DecisionPort, RecordedPull } from '../platform/port.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { outlinePolicy } from '../policy/open.ts';
import { stateOf } from '../repository/state.ts';
import { rules } from '../rules/index.ts';
import { whyNotSigned } from './signed-records.ts';
import { readBaseFiles } from './base-files.ts';
import { bytesIn } from './bytes-in.ts';
import type { Opened } from './open.ts';
import type { GateRequest } from './request.ts';
import { behindLinks, watching } from './watched-paths.ts';

/** Which of the records that a change brings along are proved by what GitHub says, or by signatures. */

export interface ProvenRecord {
  readonly path: string;
  readonly state: 'derived' | 'signed';
  readonly entry: LedgerEntry;
}

export interface UnprovenRecord {
  readonly path: string;
  readonly state: 'unproven';
  readonly why: Unproven;
  /** Undefined where it could not be read. */
  readonly entry?: LedgerEntry | undefined;
}

export type JudgedRecord = ProvenRecord | UnprovenRecord;

export interface ProveRecords {
  readonly observations: readonly Observation[];
  readonly request: GateRequest;
  readonly policy: EffectivePolicy;
  readonly approvals: Approvals;
  readonly repositoryId: number | undefined;
  readonly port: DecisionPort | undefined;
  readonly opened: Pick<Opened, 'compare' | 'locked'>;
  readonly now: Instant;
}

/** Records, and pull requests that they name, that one run asks about. */
const maxRecords = 100;
const maxPulls = 10;

/**
 * Every record that the change adds, and what proves it.
 * @throws GateFailure `approvals-unavailable` where GitHub does not say
 */
export async function proveRecords(given: ProveRecords): Promise<readonly JudgedRecord[]> {
  const { observations, request } = given;
  const paths = [...new Set(observations.flatMap(({ code, path }) => (code === 'record-unproven' ? [path] : [])))];
  if (paths.length === 0) return [];
  const read = await Promise.all(paths.slice(0, maxRecords).map((path) => readAt(request.head, path)));
  const proving = new Proving(given);
  const judged: JudgedRecord[] = [];
  for (const one of read) {
    if ('why' in one) judged.push({ ...one, state: 'unproven' });
    else judged.push(await proving.judge(one));
  }
  const rest = paths.slice(maxRecords).map((path) => ({ path, state: 'unproven', why: 'too-many' }) as const);
  return [...judged, ...rest];
}

/** Records that count for this very change: what security keys signed is proven as it lies there. */
export const riding = (judged: readonly JudgedRecord[]): readonly LedgerEntry[] =>
  judged.flatMap((one) => (one.state === 'signed' ? [one.entry] : []));

async function readAt(head: Snapshot, path: string): Promise<LedgerEntry | Pick<UnprovenRecord, 'path' | 'why'>> {
  const { listed, reader } = await stateOf(head);
  const file = listed.get(path);
  if (file === undefined) return { path, why: 'not-a-record' };
  const record = readRecord(path, await reader.read(file));
  return typeof record === 'string' ? { path, why: record } : record;
}

class Proving {
  readonly #given: ProveRecords;
  readonly #pulls = new Map<number, Promise<RecordedPull | undefined>>();
  readonly #said = new Map<string, Promise<Conversation>>();

  constructor(given: ProveRecords) {
    this.#given = given;
  }

  async judge(entry: LedgerEntry): Promise<JudgedRecord> {
    const { path } = entry;
    const why = await this.#whyNot(entry);
    if (why === undefined) return { path, state: entry.signatures.length > 0 ? 'signed' : 'derived', entry };
    return { path, state: 'unproven', why, entry };
  }

  #whyNot(entry: LedgerEntry): Promise<Unproven | undefined> | Unproven {
    const { record, signatures } = entry;
    const { repositoryId, port } = this.#given;
    if (port?.recorded === undefined || repositoryId === undefined) return 'no-platform';
    if (record.about.repositoryId !== repositoryId) return 'other-repository';
    if (signatures.length > 0) return whyNotSigned(entry, this.#given);
    if (record.decision === 'revoke') return 'not-derivable';
    return this.#whyNotDerived(entry);
  }

  async #whyNotDerived({ record }: LedgerEntry): Promise<Unproven | undefined> {
    const { approvals, policy } = this.#given;
    if (record.pull === null) return 'no-pull';
    const pull = await this.#pull(record.pull);
    if (pull === 'too-many') return 'too-many';
    if (pull === undefined) return 'no-pull';
    if (record.decision === 'deny') {
      if (!(await this.#isLockedSomewhere(record.about, pull))) return 'not-brought-in';
      const said = await this.#hear(pull, approvals, []);
      const own = { approvals, digest: policy.digest };
      return isDerived(record, { pull: pull.number, said, policy: own, rules }) ? undefined : 'not-derived';
    }
    if (record.decision === 'revoke') return 'not-derivable';
    const { merged } = pull;
    if (merged === undefined) return 'not-merged';
    if (!merged.isDefault && !policy.baselines.includes(merged.into)) return 'careless-branch';
    if (merged.before === undefined) return 'not-brought-in';
    const [before, after] = await Promise.all([pull.open(merged.before), pull.open(merged.commit)]);
    const then = await this.#policyAt(before);
    if (then?.approvals === undefined) return 'policy-unknown';
    const isBrought =
      record.decision === 'approve'
        ? await this.#isBrought(record.about, before, after)
        : await isFileBrought(record.about, before, after);
    if (!isBrought) return 'not-brought-in';
    const people = stillListed(then.approvals, approvals);
    const files = record.decision === 'approve-file' ? [record.about.path] : [];
    const said = await this.#hear(pull, people, files, [before, after]);
    const own = { approvals: people, digest: then.digest };
    return isDerived(record, { pull: pull.number, said, policy: own, rules }) ? undefined : 'not-derived';
  }

  #pull(number: number): Promise<RecordedPull | undefined> | 'too-many' {
    const known = this.#pulls.get(number);
    if (known !== undefined) return known;
    if (this.#pulls.size >= maxPulls) return 'too-many';
    const asked = this.#given.port?.recorded?.(number) ?? Promise.resolve(undefined);
    this.#pulls.set(number, asked);
    return asked;
  }

  async #hear(
    pull: RecordedPull,
    approvals: Approvals,
    files: readonly string[],
    states: readonly Snapshot[] = [],
  ): Promise<Conversation> {
    const { request, now } = this.#given;
    const key = JSON.stringify([pull.number, approvals, files]);
    const known = this.#said.get(key);
    if (known !== undefined) return known;
    const policyPaths = [request.policyPath];
    const linked = await behindLinks(states, files, policyPaths);
    const isWatched = watching(policyPaths, [...files, ...linked]);
    const said = pull.hear({ approvals, isWatched }).then((told) => ({ ...told, now }));
    this.#said.set(key, said);
    return said;
  }

  /** The policy that the state had; of an operator's own, the one that is in force. Undefined where it cannot be read. */
  async #policyAt(state: Snapshot): Promise<EffectivePolicy | undefined> {
    const { request, policy } = this.#given;
    if (request.policy !== undefined) return policy;
    try {
      const { policy: file } = await readBaseFiles(state, request.policyPath);
      const outline = await outlinePolicy(file, {
        ...(request.preset === undefined || (file !== undefined && request.presetYields === true)
          ? {}
          : { preset: request.preset }),
        readExtended: request.readExtended,
      });
      return await outline.compose();
    } catch (cause) {
      if (cause instanceof GateFailure && asGateError(cause).code === 'policy-invalid') return undefined;
      throw cause;
    }
  }

  /** Whether the state locks these bytes for this use, and the one before did not. */
  async #isBrought(
    about: { readonly purl: string; readonly sha512: string; readonly use: readonly string[] },
    before: Snapshot,
    after: Snapshot,
  ): Promise<boolean> {
    const { changes, errors } = await this.#given.opened.compare(after, before);
    const { purl, sha512, use } = about;
    const isAbout = (change: Change) =>
      isVersion(change, purl) && lockedSha512(change) === sha512 && isUsed(change, use);
    return errors.length === 0 && changes.some(isAbout);
  }

  /** Whether the head of the pull request, its merge, or the default branch locks the bytes. */
  async #isLockedSomewhere(
    about: { readonly purl: string; readonly sha512: string },
    { head, merged, open }: RecordedPull,
  ): Promise<boolean> {
    const { opened, request } = this.#given;
    for (const state of [request.trusted, await open(merged?.commit ?? head)]) {
      const locked = await opened.locked?.(state);
      const isAbout = (change: Change) => isVersion(change, about.purl) && pinnedSha512s(change).includes(about.sha512);
      if (locked?.changes.some(isAbout) === true) return true;
    }
    return false;
  }
}

function isVersion({ kind, source, ...change }: Change, purl: string): boolean {
  const { name, version } = packageOf(purl);
  return kind !== 'removed' && source.kind === 'registry' && change.name === name && change.version === version;
}

const isUsed = ({ dependencyTypes }: Change, use: readonly string[]): boolean =>
  [...new Set(dependencyTypes)].sort().join() === use.join();

/** Of one file its bytes; of a folder nobody can tell from its digest which files it is over. */
async function isFileBrought(
  { path, mode, sha256 }: { readonly path: string; readonly mode: string | null; readonly sha256: string | null },
  before: Snapshot,
  after: Snapshot,
): Promise<boolean> {
  const [former, now] = await Promise.all([before, after].map(async (state) => (await bytesIn(state, [path]))(path)));
  const isSame = (bytes: typeof now) =>
    bytes !== undefined && (bytes?.mode ?? null) === mode && (bytes?.sha256 ?? null) === sha256;
  return isSame(now) && !isSame(former);
}
