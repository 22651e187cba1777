import type { Conversation } from '../decisions/ledger/derive.ts';
import { isDerived, stillListed } from '../decisions/ledger/derive.ts';
import { readRecord } from '../decisions/ledger/record.ts';
import { asGateError, GateFailure } from '../errors.ts';
import type {
  ApprovalRecord,
  Approvals,
  DenialRecord,
  FileApprovalRecord,
  Instant,
  LedgerEntry,
  Observation,
  Snapshot,
  Unproven,
} from '../model/index.ts';
import type { DecisionPort, RecordedPull } from '../platform/port.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { outlinePolicy } from '../policy/open.ts';
import { stateOf } from '../repository/state.ts';
import { rules } from '../rules/index.ts';
import { whyNotSigned } from './signed-records.ts';
import { readBaseFiles } from './base-files.ts';
import { isFileBrought, isPackageBrought, isProposed } from './brought-in.ts';
import type { Opened } from './open.ts';
import { whyRecordedBefore } from './recorded-before.ts';
import type { GateRequest } from './request.ts';
import { watchedIn } from './watched-paths.ts';

/** Which of the records that a change brings along are proved by what GitHub says, or by signatures. */

export interface ProvenRecord {
  readonly path: string;
  /** `kept`: the trusted state has these bytes at this place: it came in there. */
  readonly state: 'derived' | 'signed' | 'kept';
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
  const proving = new Proving(
    given,
    read.flatMap((one) => ('why' in one ? [] : [one])),
  );
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
  /** Of each pull request, the files that its records are about: who changed one of them proposed it. */
  readonly #files = new Map<number, Set<string>>();
  readonly #pulls = new Map<number, Promise<RecordedPull | undefined>>();
  readonly #said = new Map<number, Promise<Conversation>>();

  constructor(given: ProveRecords, entries: readonly LedgerEntry[]) {
    this.#given = given;
    for (const { record } of entries) {
      if (record.decision !== 'approve-file' || record.pull === null) continue;
      this.#files.set(record.pull, (this.#files.get(record.pull) ?? new Set()).add(record.about.path));
    }
  }

  async judge(entry: LedgerEntry): Promise<JudgedRecord> {
    const { path, sha256 } = entry;
    if (await this.#isKept(path, sha256)) return { path, state: 'kept', entry };
    const why = await this.#whyNot(entry);
    if (why === undefined) return { path, state: entry.signatures.length > 0 ? 'signed' : 'derived', entry };
    return { path, state: 'unproven', why, entry };
  }

  /** Whether the default branch has the record: a release branch takes it from there. What is judged itself proves nothing. */
  async #isKept(path: string, sha256: string): Promise<boolean> {
    const { trusted, head } = this.#given.request;
    if (trusted === head) return false;
    const kept = await readAt(trusted, path);
    return 'sha256' in kept && kept.sha256 === sha256;
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

  async #whyNotDerived({ record, ...entry }: LedgerEntry): Promise<Unproven | undefined> {
    if (record.pull === null) return 'no-pull';
    const pull = await this.#pull(record.pull);
    if (pull === 'too-many') return 'too-many';
    if (pull === undefined) return 'no-pull';
    if (record.decision === 'revoke') return 'not-derivable';
    return record.decision === 'deny'
      ? this.#whyNoDenial(record, pull)
      : this.#whyNoApproval({ ...entry, record }, pull);
  }

  async #whyNoDenial(record: DenialRecord, pull: RecordedPull): Promise<Unproven | undefined> {
    const { approvals, policy, opened, request } = this.#given;
    const own = { approvals, digest: policy.digest };
    const said = await this.#hear(pull);
    if (!isDerived(record, { pull: pull.number, said, policy: own, rules })) return 'not-derived';
    // Looking through what was pushed costs most: only where somebody denied the version.
    const isAbout = await isProposed(record.about, pull, { ...opened, trusted: request.trusted });
    return isAbout ? undefined : 'not-brought-in';
  }

  async #whyNoApproval(
    entry: LedgerEntry & { readonly record: ApprovalRecord | FileApprovalRecord },
    pull: RecordedPull,
  ): Promise<Unproven | undefined> {
    const { approvals, policy, opened, request } = this.#given;
    const { merged } = pull;
    if (merged === undefined) return 'not-merged';
    if (!merged.isDefault && !policy.baselines.includes(merged.into)) return 'careless-branch';
    if (merged.before === undefined) return 'not-brought-in';
    const [before, after] = await Promise.all([pull.open(merged.before), pull.open(merged.commit)]);
    const then = await this.#policyAt(before);
    if (then?.approvals === undefined) return 'policy-unknown';
    const { record } = entry;
    const merge = { before, after, policy: then };
    const isBrought =
      record.decision === 'approve'
        ? await isPackageBrought(record.about, merge, opened)
        : await isFileBrought(record.about, merge);
    if (!isBrought) return 'not-brought-in';
    const own = { approvals: stillListed(then.approvals, approvals), digest: then.digest };
    const said = await this.#hear(pull);
    if (!isDerived(record, { pull: pull.number, said, policy: own, rules })) return 'not-derived';
    return whyRecordedBefore(entry, request.trusted);
  }

  #pull(number: number): Promise<RecordedPull | undefined> | 'too-many' {
    const known = this.#pulls.get(number);
    if (known !== undefined) return known;
    if (this.#pulls.size >= maxPulls) return 'too-many';
    const asked = this.#given.port?.recorded?.(number) ?? Promise.resolve(undefined);
    this.#pulls.set(number, asked);
    return asked;
  }

  /** Once, for all of its records: whoever counted then and is listed today is among those who are listed today. */
  #hear(pull: RecordedPull): Promise<Conversation> {
    const known = this.#said.get(pull.number) ?? this.#heard(pull);
    this.#said.set(pull.number, known);
    return known;
  }

  async #heard({ number, merged, open, hear }: RecordedPull): Promise<Conversation> {
    const { request, now, approvals, policy } = this.#given;
    const files = [...(this.#files.get(number) ?? [])];
    const ends = files.length === 0 || merged?.before === undefined ? [] : [merged.before, merged.commit];
    const place = { policyPath: request.policyPath, extended: policy.extended };
    const isWatched = await watchedIn(await Promise.all(ends.map(open)), place, files);
    const told = await hear({ approvals, isWatched });
    return { ...told, now };
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
}
