import { canonicalJson } from '../../judge/fingerprint.ts';
import type { Json } from '../../model/json.ts';
import type { Account, Approvals, BlockedFile, BlockedPackage, CountedApproval, Proposers } from '../../model/index.ts';
import type {
  ApprovalRecord,
  DecisionRecord,
  DenialRecord,
  FileApprovalRecord,
  RecordedPerson,
} from '../../model/record.ts';
import type { Rule } from '../../model/rule.ts';
import { compareText } from '../../text/order.ts';
import type { Hearing } from '../count.ts';
import { count } from '../count.ts';
import { digestOf } from '../digest.ts';
import { isAtLeast } from '../who.ts';

/** The record that follows from what was said on a pull request: from GitHub's answers alone, so that everybody comes to the same bytes. */

/** What was said on the pull request, and who proposed it, as it is told now. */
export type Conversation = Pick<
  Hearing,
  'comments' | 'deleted' | 'reviews' | 'standings' | 'tampered' | 'mergedAt' | 'now'
> & { readonly proposers: Proposers };

/** A policy, as records name it. */
export interface PolicyOfRecord {
  readonly approvals: Approvals;
  readonly digest: string;
}

export interface Derive {
  readonly pull: number;
  readonly said: Conversation;
  /** That of the state on which the pull request was merged, with the people who are listed today (`stillListed`). */
  readonly policy: PolicyOfRecord;
  readonly rules: readonly Rule[];
}

/** Who may decide as it was then, of those who are listed today and may do as much as either asks: nobody's word outlives their role. */
export function stillListed(then: Approvals, today: Approvals): Approvals {
  const isKept = (ids: readonly { readonly id: number }[]) => (one: { readonly id: number }) =>
    ids.some(({ id }) => id === one.id);
  return {
    ...then,
    users: then.users.filter(isKept(today.users)),
    teams: then.teams.filter(isKept(today.teams)),
    never: [...then.never, ...today.never],
    minimumPermission: isAtLeast(then.minimumPermission, today.minimumPermission)
      ? then.minimumPermission
      : today.minimumPermission,
  };
}

/**
 * The record of an approval.
 * @returns undefined where not enough people have approved it
 */
export function derivedApproval<R extends ApprovalRecord | FileApprovalRecord>(
  about: R['about'],
  given: Derive,
): R | undefined {
  const digest = digestOf(about);
  if (digest === undefined) return undefined;
  const { pull, said, policy, rules } = given;
  const entry = entryOf(about, digest);
  // What blocked then is not asked: each person's codes are in the record, and counted against what blocks where it is used.
  const isPackage = entry.kind === 'package';
  const counted = count({
    ...{ ...said, approvals: policy.approvals, blocked: [entry], rules },
    ...{ brought: new Set(isPackage ? [`${entry.name}@${entry.version}`] : []), now: said.mergedAt ?? said.now },
  });
  const people = counted.approvals
    .filter((approval) => approval.digest === digest)
    .map((approval) =>
      personOf(approval, isPackage ? approval.codes : [], teamOf(approval.account, policy.approvals, said)),
    )
    .sort(inOrder);
  const last = people.at(-1);
  if (last === undefined || new Set(people.map(({ id }) => id)).size < counted.required) return undefined;
  const expiresAt = new Date(Date.parse(last.at) + policy.approvals.maximumAge).toISOString();
  const decision = isPackage ? 'approve' : 'approve-file';
  return { decision, about, by: people, pull, policy: policy.digest, issuedAt: last.at, expiresAt } as unknown as R;
}

/**
 * The record of a denial that stands, whatever became of the pull request. No policy made it: who may deny needs no list.
 * @returns undefined where it is none, or is withdrawn
 */
export function derivedDenial(
  about: DenialRecord['about'],
  comment: string,
  { pull, said, policy, rules }: Derive,
): DenialRecord | undefined {
  const { name, version } = packageOf(about.purl);
  const counted = count({
    ...{ ...said, approvals: policy.approvals, blocked: [], rules },
    brought: new Set([`${name}@${version}`]),
  });
  const denial = counted.denials.find((one) => one.comment === comment && one.name === name && one.version === version);
  if (denial === undefined) return undefined;
  const person = personOf(denial, [], teamOf(denial.account, policy.approvals, said));
  return { decision: 'deny', about, by: [person], pull, policy: '', issuedAt: person.at, expiresAt: null };
}

/** Whether a record says what follows from the conversation, and nothing else. */
export function isDerived(record: DecisionRecord, given: Derive): boolean {
  const expected =
    record.decision === 'deny'
      ? derivedDenial(record.about, record.by[0]?.comment ?? '', given)
      : record.decision === 'revoke'
        ? undefined
        : derivedApproval(record.about, given);
  return expected !== undefined && isSame(expected, record);
}

/** Records are read only in their one way of being written, so equal values are equal bytes. */
const isSame = (one: DecisionRecord, other: DecisionRecord): boolean => textOf(one) === textOf(other);

const textOf = (record: DecisionRecord): string => canonicalJson(record as unknown as Json);

/** Name and version of npm's purl. */
export function packageOf(purl: string): { readonly name: string; readonly version: string } {
  const text = purl.slice('pkg:npm/'.length);
  const at = text.lastIndexOf('@');
  return { name: text.slice(0, at).replace('%40', '@'), version: text.slice(at + 1) };
}

function entryOf(
  about: ApprovalRecord['about'] | FileApprovalRecord['about'],
  digest: string,
): BlockedPackage | BlockedFile {
  const blocked = { digest, codes: [], findings: [], unread: [] };
  return 'purl' in about
    ? { kind: 'package', ...packageOf(about.purl), lockfiles: [], preimage: about, ...blocked }
    : { kind: 'file', path: about.path, preimage: about, ...blocked };
}

/** The first listed team that somebody is a member of; undefined where the policy lists them by themselves, or nobody. */
function teamOf({ id }: Account, { users, teams }: Approvals, { standings }: Conversation): number | undefined {
  if (users.some((user) => user.id === id)) return undefined;
  const member = standings.get(id)?.teams ?? [];
  if (member === 'not-asked') return undefined;
  return teams.map((team) => team.id).find((team) => member.includes(team));
}

const personOf = (
  { account, comment, reason, at }: Pick<CountedApproval, 'account' | 'comment' | 'reason' | 'at'>,
  codes: readonly string[],
  team: number | undefined,
): RecordedPerson => ({
  ...{ id: account.id, login: account.login, authenticated: 'comment', comment },
  ...(team === undefined ? {} : { team }),
  ...{ codes: [...new Set(codes)].sort(compareText), reason, at: new Date(at).toISOString() },
});

const inOrder = (a: RecordedPerson, b: RecordedPerson): number =>
  Date.parse(a.at) - Date.parse(b.at) || Number(BigInt(a.comment ?? 0) - BigInt(b.comment ?? 0));
