import type { Decidable } from '../decisions/apply.ts';
import { whyNotAsNamed } from '../decisions/ledger/decided-here.ts';
import type { Proposing } from '../decisions/ledger/match.ts';
import { markOf } from '../decisions/who.ts';
import { GateFailure } from '../errors.ts';
import type { Approvals, Blocked, Finding, Instant, LedgerEntry, ReportedProof, Unproven } from '../model/index.ts';
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

/** The findings, without those about records that are proven in this way: there is nothing to find in them. */
export function withoutProven(
  findings: readonly Finding[],
  records: readonly JudgedRecord[],
  how: readonly JudgedRecord['state'][],
): readonly Finding[] {
  const proven = new Set(records.flatMap(({ path, state }) => (how.includes(state) ? [path] : [])));
  const isProven = ({ rule, lockfile, codes }: Finding) =>
    rule === recordRule && codes.join() === 'record-unproven' && proven.has(lockfile);
  return proven.size === 0 ? findings : findings.filter((finding) => !isProven(finding));
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
  readonly policy: Pick<EffectivePolicy, 'digest'>;
  readonly repositoryId: number | undefined;
  readonly now: Instant;
}

export function admittedRecords({ judged, decided, blocked, approvals, policy, ...given }: AdmittedRecords): Admitted {
  const entries = blocked.flatMap((one) => (one.kind === 'undecidable' ? [] : [one]));
  const byPath = new Map(judged.map((one) => [one.path, one]));
  const fileOf = (path: string) => entries.find((entry) => entry.kind === 'file' && entry.path === path);
  const whyNot = (entry: Decidable): Unproven | undefined => {
    const record = entry.kind === 'file' ? byPath.get(entry.path) : undefined;
    if (record === undefined) return undefined;
    if (record.entry === undefined) return record.state === 'unproven' ? record.why : 'not-a-record';
    const people = decided.counted.approvals.flatMap((one) => (one.digest === entry.digest ? [one.account] : []));
    const { standings = new Map() } = decided;
    return whyNotAsNamed(record.entry, {
      ...{ people, blocked: entries, approvals, standings, policy: policy.digest, ...given },
    });
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
    if (one.state === 'derived' || one.state === 'kept') return { record, state: one.state };
    const why = one.state === 'unproven' ? one.why : proposedBy(record);
    if (why === undefined) return { record, state: 'signed' };
    const wrong = entry !== undefined && isLetIn ? whyNot(entry) : why;
    if (wrong === undefined) return { record, state: 'decided-here' };
    const says = one.entry === undefined ? {} : { says: saidBy(one.entry) };
    return { record, state: 'unproven', why: wrong, ...says };
  });
  return { signed, isAsNamed: (entry) => whyNot(entry) === undefined, proofs };
}

/** Whoever proposed the change signs nothing into it, unless the policy lets them decide about their own. A revocation of an approval, and a denial, is anybody's. */
function whyProposed(entry: LedgerEntry, proposing: Proposing, approvals: Approvals): Unproven | undefined {
  if (approvals.ownChanges === 'security-key' || tightens(entry)) return undefined;
  if (proposing === 'nobody') return undefined;
  if (proposing === 'unknown') return 'proposers-unknown';
  const isProposer = (id: number) => markOf({ id, login: '', type: 'User' }, proposing) !== undefined;
  return signersOf(entry, approvals).some(isProposer) ? 'proposer' : undefined;
}

/** What a record says, for whoever is asked to let it in. */
function saidBy({ record }: LedgerEntry): NonNullable<ReportedProof['says']> {
  const { decision, about, by, expiresAt } = record;
  const subject = 'purl' in about ? about.purl : 'path' in about ? about.path : about.file;
  return {
    ...{ decision, subject, by: by.map(({ login }) => login), expiresAt },
    reason: by[0]?.reason ?? '',
  };
}
