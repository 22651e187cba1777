import type { Decidable } from '../decisions/apply.ts';
import { digestOf } from '../decisions/digest.ts';
import type { Proposing } from '../decisions/ledger/match.ts';
import { markOf } from '../decisions/who.ts';
import { GateFailure } from '../errors.ts';
import type {
  Approvals,
  Blocked,
  CoveringDecision,
  Finding,
  LedgerEntry,
  ReportedProof,
  Unproven,
} from '../model/index.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import type { Decided } from './decided-each.ts';
import type { Opened } from './open.ts';
import type { JudgedRecord } from './proven-records.ts';
import { proveRecords } from './proven-records.ts';
import { signersOf, tightens } from './signed-records.ts';
import type { GateRequest, Run } from './request.ts';

/** The records that a change brings along: which come in, and why the others do not. */

const recordRule = 'approval-record';

export interface ProvenIn {
  readonly records: readonly JudgedRecord[];
  /** Why it could not be asked: an error of the run. */
  readonly failure?: GateFailure;
}

/** Every record that the change adds, with what proves it. */
export async function provenIn(
  { comparison: { observations }, now }: Run,
  request: GateRequest,
  given: { readonly policy: EffectivePolicy; readonly approvals: Approvals; readonly opened: Opened },
): Promise<ProvenIn> {
  const port = request.decisions;
  try {
    return {
      records: await proveRecords({ ...given, observations, request, port, now, repositoryId: port?.repositoryId }),
    };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { records: [], failure: cause };
  }
}

/** The findings, those about records that are proven in this way let in. */
export function withProven(
  findings: readonly Finding[],
  records: readonly JudgedRecord[],
  how: 'derived' | 'signed',
): readonly Finding[] {
  const proven = new Map(records.flatMap((one) => (one.state === how ? [[one.path, one.entry] as const] : [])));
  if (proven.size === 0) return findings;
  return findings.map((finding): Finding => {
    const entry = finding.rule === recordRule ? proven.get(finding.lockfile) : undefined;
    if (entry === undefined || finding.status !== 'reported' || finding.codes.join() !== 'record-unproven') {
      return finding;
    }
    const coveredBy = coveringOf(entry);
    return { ...finding, status: 'approved', decision: coveredBy.id, coveredBy };
  });
}

function coveringOf({ path, sha256, record }: LedgerEntry): CoveringDecision {
  const by = record.by.map(({ id, login, comment, reason, at }) => ({ login, id, comment, reason, at, record: path }));
  return { kind: 'decision', id: sha256, by };
}

/** Everybody who signed a record that the change brings along. */
export const signersIn = (records: readonly JudgedRecord[], approvals: Approvals): readonly number[] =>
  records.flatMap((one) => (one.state === 'signed' ? signersOf(one.entry, approvals) : []));

/** Whoever may approve may take an approval back, a proposer too: one is enough for the file that revokes one. */
export function takenBackByOne(blocked: readonly Blocked[], records: readonly JudgedRecord[]): readonly Blocked[] {
  const revoking = new Set(
    records.flatMap(({ path, entry }) => (entry !== undefined && tightens(entry) ? [path] : [])),
  );
  return blocked.map((one) => (one.kind === 'file' && revoking.has(one.path) ? { ...one, byOne: true } : one));
}

export interface Admitted {
  /** Signed, by nobody who proposed the change, or by people who may decide about their own. */
  readonly signed: readonly JudgedRecord[];
  /** Whether a file that people let in is a record that says what they decided; everything else is. */
  readonly isAsNamed: (entry: Decidable) => boolean;
  readonly proofs: readonly ReportedProof[];
}

export interface AdmittedRecords {
  readonly judged: readonly JudgedRecord[];
  readonly decided: Decided;
  readonly blocked: readonly Blocked[];
  readonly approvals: Approvals;
}

export function admittedRecords({ judged, decided, blocked, approvals }: AdmittedRecords): Admitted {
  const entries = blocked.flatMap((one) => (one.kind === 'undecidable' ? [] : [one]));
  const byPath = new Map(judged.map((one) => [one.path, one]));
  const fileOf = (path: string) => entries.find((entry) => entry.kind === 'file' && entry.path === path);
  const isAsNamed = (entry: Decidable): boolean => {
    const record = entry.kind === 'file' ? byPath.get(entry.path) : undefined;
    if (record === undefined) return true;
    if (record.entry === undefined) return false;
    const people = decided.counted.approvals.flatMap((one) => (one.digest === entry.digest ? [one.account.id] : []));
    return isDecided(record.entry, people, entries);
  };
  const proposedBy = (path: string): Unproven | undefined => {
    const entry = fileOf(path);
    const record = byPath.get(path);
    if (record?.state !== 'signed') return undefined;
    const proposing = (entry && decided.proposing?.(entry)) ?? 'unknown';
    return whyProposed(record.entry, proposing, approvals);
  };
  const signed = judged.filter(({ path, state }) => state === 'signed' && proposedBy(path) === undefined);
  const proofs = judged.map((one): ReportedProof => {
    const { path: record } = one;
    const entry = fileOf(record);
    const isLetIn = entry !== undefined && decided.letsIn(entry);
    if (one.state === 'derived') return { record, state: 'derived' };
    const why = one.state === 'unproven' ? one.why : proposedBy(record);
    if (why === undefined) return { record, state: 'signed' };
    if (entry !== undefined && isLetIn && isAsNamed(entry)) return { record, state: 'decided-here' };
    return { record, state: 'unproven', why: isLetIn ? 'not-as-named' : why };
  });
  return { signed, isAsNamed, proofs };
}

/** Those who wrote the line are those whom the record names, and the codes that it names are those that block now. */
function isDecided({ record }: LedgerEntry, people: readonly number[], entries: readonly Decidable[]): boolean {
  const named = new Set(record.by.map(({ id }) => id));
  const isSame = named.size === new Set(people).size && people.every((id) => named.has(id));
  if (!isSame || record.decision === 'deny' || record.decision === 'revoke') return isSame;
  const digest = digestOf(record.about);
  const entry = entries.find((one) => one.digest === digest);
  if (entry === undefined) return false;
  const now = entry.codes.join();
  return record.decision === 'approve-file' || record.by.every(({ codes }) => codes.join() === now);
}

/** Whoever proposed the change signs nothing into it, unless the policy lets them decide about their own. A revocation of an approval, and a denial, is anybody's. */
function whyProposed(entry: LedgerEntry, proposing: Proposing, approvals: Approvals): Unproven | undefined {
  if (approvals.ownChanges === 'security-key' || tightens(entry)) return undefined;
  if (proposing === 'nobody') return undefined;
  if (proposing === 'unknown') return 'proposer';
  const isProposer = (id: number) => markOf({ id, login: '', type: 'User' }, proposing) !== undefined;
  return signersOf(entry, approvals).some(isProposer) ? 'proposer' : undefined;
}
