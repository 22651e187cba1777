import type { Account, Approvals, Instant, LedgerEntry, RecordedPerson, Unproven } from '../../model/index.ts';
import type { Decidable } from '../apply.ts';
import { digestOf } from '../digest.ts';
import { isListed } from '../who.ts';
import type { Standings } from '../who.ts';

/** Records that people let in by a line about the very file: they say what was decided, and nothing that nobody asked. */

export interface DecidedHere {
  /** Those whose lines about the file count. */
  readonly people: readonly Account[];
  /** What blocks in the change. */
  readonly blocked: readonly Decidable[];
  readonly approvals: Approvals;
  readonly standings: Standings;
  /** Digest of the policy in force. */
  readonly policy: string;
  readonly repositoryId: number | undefined;
  readonly now: Instant;
}

/**
 * Why a record does not say what people let in here; undefined where it does. They are those whom it names, and its codes are
 * those that block. Whatever would read as known (a comment, a key, a team, another pull request) is nothing that they can let in.
 */
export function whyNotAsNamed({ record, signatures }: LedgerEntry, given: DecidedHere): Unproven | undefined {
  const { people, repositoryId, policy } = given;
  const known = new Map(people.map((one) => [one.id, one]));
  const named = new Set(record.by.map(({ id }) => id));
  if (record.about.repositoryId !== repositoryId) return 'other-repository';
  if (named.size !== record.by.length || named.size !== known.size) return 'not-as-named';
  if (![...named].every((id) => known.has(id)) || !isOfWhatBlocks(record, given.blocked)) return 'not-as-named';
  const time = whyOtherTime(record, given);
  if (time !== undefined) return time;
  if (record.policy !== policy) return 'policy-unknown';
  const isPlain =
    signatures.length === 0 &&
    record.pull === null &&
    record.by.every((person) => isPlainly(person, known.get(person.id), given)) &&
    record.by.every(({ at }) => Date.parse(at) <= Date.parse(record.issuedAt));
  return isPlain ? undefined : 'says-more';
}

/** Of an approval: what it names is what blocks now. */
function isOfWhatBlocks(record: LedgerEntry['record'], blocked: readonly Decidable[]): boolean {
  if (record.decision === 'deny' || record.decision === 'revoke') return true;
  const digest = digestOf(record.about);
  const entry = blocked.find((one) => one.digest === digest);
  if (entry === undefined) return false;
  const now = entry.kind === 'package' ? entry.codes.join() : '';
  return record.by.every(({ codes }) => codes.join() === now);
}

/** Why a record that nobody derives holds at another time than the policy allows. Denials and revocations have no end. */
export function whyOtherTime(
  { decision, issuedAt, expiresAt }: LedgerEntry['record'],
  { approvals, now }: { readonly approvals: Pick<Approvals, 'maximumAge'>; readonly now: Instant },
): 'wrong-time' | undefined {
  const [issued, at] = [Date.parse(issuedAt), Date.parse(now)];
  if (decision === 'deny' || decision === 'revoke') {
    return issued <= at && expiresAt === null ? undefined : 'wrong-time';
  }
  if (expiresAt === null) return 'wrong-time';
  const end = Date.parse(expiresAt);
  return issued <= at && at < end && end <= issued + approvals.maximumAge ? undefined : 'wrong-time';
}

function isPlainly(
  { login, team, authenticated, comment }: RecordedPerson,
  account: Account | undefined,
  { approvals, standings }: Pick<DecidedHere, 'approvals' | 'standings'>,
): boolean {
  if (account === undefined || login.toLowerCase() !== account.login.toLowerCase()) return false;
  if (authenticated !== 'claim' || comment !== null) return false;
  // Whoever is listed by themselves is no longer counted when they are taken off the list, whatever team the file says.
  if (team === undefined) return true;
  const { teams = 'not-asked' } = standings.get(account.id) ?? {};
  return !isListed(account, approvals) && teams !== 'not-asked' && teams.includes(team);
}
