import type { Asked } from '../../../decisions/count.ts';
import { peopleToAsk } from '../../../decisions/count.ts';
import { sayingsOf } from '../../../decisions/statements.ts';
import type { Standings } from '../../../decisions/who.ts';
import { isCandidate, isNobodyListed, whyNoApprover } from '../../../decisions/who.ts';
import type { Account, Approvals } from '../../../model/index.ts';
import type { GitHubClient } from '../api.ts';
import type { ActionRequest } from '../request.ts';
import type { Conversation } from './conversation.ts';
import { readStandings } from './standing.ts';
import { approvalsUnusable } from './unavailable.ts';

/** People who are asked about where the policy lists nobody: anybody may write a line. */
const maxStrangers = 10;

type Talk = Pick<Conversation, 'comments' | 'unread'>;

export interface People {
  /** Of each pull request, in order. */
  readonly each: readonly (readonly Asked[])[];
  readonly standings: Standings;
}

/**
 * Whose lines could count on these pull requests, and what GitHub says of them. Where the policy lists nobody only a denial could,
 * and one that was seen and cannot be judged is an error.
 * @throws GateFailure `approvals-unavailable`
 */
export async function askPeople(
  request: Pick<ActionRequest, 'owner' | 'repo'>,
  client: GitHubClient,
  talks: readonly Talk[],
  approvals: Approvals,
): Promise<People> {
  const isOpen = isNobodyListed(approvals);
  const deniers = new Map(isOpen ? talks.flatMap(denied).map((account) => [account.id, account] as const) : []);
  const unread = talks.flatMap((talk) => talk.unread.filter(({ author }) => isCandidate(author, approvals)));
  const each = talks.map(({ comments }) =>
    peopleToAsk({ comments }, approvals).filter(({ account }) => !isOpen || deniers.has(account.id)),
  );
  const asked = [...each.flat().map(({ account }) => account), ...unread.flatMap(({ author }) => author ?? [])];
  const people = new Map(asked.map((account) => [account.id, account]));
  if (isOpen && people.size > maxStrangers) {
    const what = `More than ${maxStrangers} people deny something here, and the policy does not say whose word counts`;
    throw approvalsUnusable(what, 'name who may decide under `approvals.approvers` in the policy');
  }
  const standings = await readStandings(request, client, [...people.values()], approvals.teams);
  for (const { author, failure } of unread) {
    if (whyNoApprover(author, approvals, standings, 'deny') === undefined) throw failure;
  }
  return { each, standings };
}

function denied({ comments }: Talk): readonly Account[] {
  return sayingsOf(comments.filter(({ author }) => author?.type === 'User')).said.flatMap(({ statement, comment }) =>
    statement.say === 'deny' && comment.author !== null ? [comment.author] : [],
  );
}
