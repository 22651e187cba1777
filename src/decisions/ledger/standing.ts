import { ofPurl } from '../../model/identity.ts';
import type { Approvals, LedgerEntry, RecordNotCounted, RecordState, StandingRecord } from '../../model/index.ts';
import { compareText } from '../../text/order.ts';
import { digestOf } from '../digest.ts';
import type { Asked, Unusable } from './in-force.ts';
import { inForce } from './in-force.ts';
import { isStillListed } from './match.ts';
import { LEDGER, readName } from '../../text/record-name.ts';

/** How long before its end an approval is said to be expiring. */
const EXPIRING = 30 * 86_400_000;

export interface StandingOf extends Asked {
  /** Whether the default branch still has what an approval is about; undefined where nobody can tell. */
  readonly isUsed: (record: LedgerEntry['record']) => boolean | undefined;
}

/** What becomes of each record, by its path. It is for readers: what a change is let in by, `matchLedger` says. */
export function standingOf(given: StandingOf): readonly StandingRecord[] {
  const { ledger, approvals, repositoryId } = given;
  const found = inForce(given);
  const whys = new Map(found.notCounted.map(({ record, why }) => [record, why]));
  const people = peopleByDecision(found.approvals, approvals);
  const read = ledger.entries.map((entry) => {
    const isElsewhere = repositoryId !== undefined && entry.record.about.repositoryId !== repositoryId;
    const why = isElsewhere ? undefined : (whys.get(entry.path) ?? whyTooFew(entry, people, approvals));
    const state = isElsewhere ? 'elsewhere' : why === undefined ? stateOf(entry, given) : stateBy[why];
    return { ...describe(entry, approvals), state: state ?? 'not-counted', why: why ?? null };
  });
  const unread = ledger.unusable.map((one) => unreadable(one, whys.get(one.path)));
  return [...read, ...unread].sort((a, b) => compareText(a.record, b.record));
}

const stateBy: Partial<Record<RecordNotCounted, RecordState>> = { expired: 'expired', revoked: 'revoked' };

function stateOf(entry: LedgerEntry, { now, isUsed, approvals }: StandingOf): RecordState {
  const { record } = entry;
  if (record.decision === 'deny' || record.decision === 'revoke') return 'in-force';
  if (isUsed(record) === false) return 'unused';
  const left = Date.parse(endOf(record, approvals)) - Date.parse(now);
  return left <= EXPIRING ? 'expiring' : 'in-force';
}

/** The listed people of all records about the same, by what it is. */
function peopleByDecision(entries: readonly LedgerEntry[], approvals: Approvals): ReadonlyMap<string, Set<number>> {
  const people = new Map<string, Set<number>>();
  for (const { record } of entries) {
    const key = keyOf(record);
    const own = people.get(key) ?? new Set();
    people.set(key, own);
    for (const person of record.by) if (isStillListed(person, approvals)) own.add(person.id);
  }
  return people;
}

function whyTooFew(
  { record }: LedgerEntry,
  people: ReadonlyMap<string, Set<number>>,
  approvals: Approvals,
): RecordNotCounted | undefined {
  if (record.decision === 'deny' || record.decision === 'revoke') return undefined;
  if (!record.by.some((person) => isStillListed(person, approvals))) return 'not-listed';
  return (people.get(keyOf(record))?.size ?? 0) < approvals.required ? 'too-few' : undefined;
}

const keyOf = (record: LedgerEntry['record']): string =>
  record.decision === 'approve' || record.decision === 'approve-file' ? (digestOf(record.about) ?? '') : '';

/** Its own end, or the policy's, whichever comes first. What is no time never ended. */
function endOf({ issuedAt, expiresAt }: LedgerEntry['record'], { maximumAge }: Approvals): string {
  const oldest = Date.parse(issuedAt) + maximumAge;
  const end = Math.min(oldest, expiresAt === null ? Infinity : Date.parse(expiresAt));
  // Beyond the last instant that a date can have there is none to name.
  return Number.isFinite(end) && Math.abs(end) <= 8.64e15 ? new Date(end).toISOString() : issuedAt;
}

function describe({ path: record, record: said }: LedgerEntry, approvals: Approvals) {
  const { decision, by, pull, policy, issuedAt } = said;
  const isApproval = decision === 'approve' || decision === 'approve-file';
  return {
    ...{ record, decision, ...subjectOf(said), by, pull, policy, issuedAt },
    endsAt: isApproval ? endOf(said, approvals) : null,
  };
}

function subjectOf(record: LedgerEntry['record']) {
  switch (record.decision) {
    case 'approve':
    case 'deny':
      return { ...ofPurl(record.about.purl), path: null, sha512: record.about.sha512 };
    case 'approve-file':
      return { name: null, version: null, path: record.about.path, sha512: null };
    case 'revoke':
      return { name: null, version: null, path: LEDGER + record.about.file, sha512: null };
  }
}

function unreadable({ path: record }: Unusable, why: RecordNotCounted | undefined): StandingRecord {
  return {
    ...{ record, state: why === 'revoked' ? 'revoked' : 'unreadable', why: why ?? 'misnamed' },
    ...{ decision: readName(record)?.decision ?? null, name: null, version: null, path: null, sha512: null },
    ...{ by: [], pull: null, policy: null, issuedAt: null, endsAt: null },
  };
}
