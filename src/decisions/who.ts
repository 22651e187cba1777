import type { Account, Approvals, ProposerMark, Proposers, RefusedBecause, Standing } from '../model/index.ts';
import type { Said } from './statements.ts';

/** Who may say what. */

/** What is asked about people: their standing by account id. Whoever is missing was not asked, and counts for nothing. */
export type Standings = ReadonlyMap<number, Standing>;

/** Why a line does not count, and how that could be mended. */
export interface Denied {
  readonly why: RefusedBecause;
  readonly fix: string;
  readonly commit?: string;
}

/** What only loosens: everything that lets something in, or ends a denial. */
const loosens = ({ statement }: Said, endsDenial: boolean): boolean =>
  statement.say === 'approve' || statement.say === 'approve-file' || (statement.say === 'withdraw' && endsDenial);

/** Whether somebody may be asked about at all: only those cost requests. */
export function isCandidate(account: Account | null, approvals: Approvals): account is Account {
  if (account?.type !== 'User' || approvals.never.some(({ id }) => id === account.id)) return false;
  return isListed(account, approvals) || approvals.teams.length > 0 || isNobodyListed(approvals);
}

export const isListed = ({ id }: Account, { users }: Approvals) => users.some((user) => user.id === id);
export const isNobodyListed = ({ users, teams }: Approvals) => users.length + teams.length === 0;

const ranks: readonly Standing['permission'][] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

export const isAtLeast = (permission: Standing['permission'], minimum: Standing['permission']): boolean =>
  ranks.indexOf(permission) >= ranks.indexOf(minimum);

/**
 * Why somebody is no approver; undefined for one who is. A denial needs no list: without one, everybody with the permission
 * may deny.
 */
export function whyNoApprover(
  account: Account | null,
  approvals: Approvals,
  standings: Standings,
  to: 'approve' | 'deny' | 'withdraw',
): Denied | undefined {
  if (account === null) return { why: 'account-gone', fix: 'Let somebody whose account exists write the line.' };
  if (account.type !== 'User') return { why: 'not-a-user', fix: 'A person has to write the line, no App.' };
  if (approvals.never.some(({ id }) => id === account.id)) {
    return { why: 'never', fix: 'The policy lists this account under `approvals.never`: let a person write the line.' };
  }
  const open = isNobodyListed(approvals);
  if (open && to === 'approve') {
    return { why: 'no-approvers', fix: 'Name who may approve under `approvals.approvers` in the policy.' };
  }
  // A denial outlives its author's role: only who is taken off the list takes it along.
  if (to === 'deny' && isListed(account, approvals)) return undefined;
  const standing = standings.get(account.id);
  const memberOf = standing?.teams ?? [];
  // Where teams are not asked for, anybody with the permission may be in one: enough to keep something out, and never to let it in.
  const mayBeMember = approvals.teams.length > 0 && memberOf === 'not-asked';
  const isMember = memberOf !== 'not-asked' && approvals.teams.some(({ id }) => memberOf.includes(id));
  if (mayBeMember && to === 'approve' && !isListed(account, approvals)) {
    return { why: 'team-not-asked', fix: whereTeamsCount };
  }
  if (!open && !isListed(account, approvals) && !isMember && !mayBeMember) {
    return { why: 'not-listed', fix: 'Somebody that `approvals.approvers` lists has to write the line.' };
  }
  if (standing === undefined || ranks.indexOf(standing.permission) < ranks.indexOf(approvals.minimumPermission)) {
    return {
      why: 'no-permission',
      fix: `The account needs the permission \`${approvals.minimumPermission}\` on this repository, as \`approvals.minimumPermission\` asks.`,
    };
  }
  return undefined;
}

const whereTeamsCount =
  'Members of teams count where an organisation requires the workflow: list the account by its id in the policy, or let somebody whom it lists write the line.';

/** Whether somebody's word keeps something out: everybody who may approve, and by the list alone whoever once might. */
export const mayDeny = (account: Account | null, approvals: Approvals, standings: Standings): boolean =>
  whyNoApprover(account, approvals, standings, 'deny') === undefined;

/** Why a comment cannot loosen anything, whoever wrote it. */
export function whyNoWord({ comment, ...said }: Said, endsDenial = true): Denied | undefined {
  if (!loosens({ comment, ...said }, endsDenial)) return undefined;
  const again = 'Write the line again in a new comment, on GitHub itself, and do not edit it.';
  if (comment.lastEditedAt !== null || comment.edits.length > 0) return { why: 'edited', fix: again };
  if (comment.isMinimized) return { why: 'minimized', fix: again };
  if (comment.createdViaEmail) return { why: 'by-mail', fix: again };
  if (comment.viaApp) return { why: 'by-app', fix: again };
  return undefined;
}

/** The mark that makes somebody a proposer, the plainest first; undefined for everybody else. */
export function markOf({ id }: Account, { marks }: Proposers): ProposerMark | undefined {
  const order: readonly ProposerMark['as'][] = [
    ...(['author', 'requester', 'pusher', 'commit-author', 'committer', 'co-author', 'assigner'] as const),
  ];
  return marks
    .filter(({ account }) => account.id === id)
    .sort((a, b) => order.indexOf(a.as) - order.indexOf(b.as))
    .at(0);
}

/** Why a proposer cannot approve. */
export function whyProposer(account: Account, proposers: Proposers): Denied | undefined {
  const mark = markOf(account, proposers);
  if (mark === undefined) return undefined;
  const fix = 'Whoever proposes a change cannot approve it: let another approver write the line.';
  return { why: 'proposer', fix, ...(mark.commit === undefined ? {} : { commit: mark.commit }) };
}
