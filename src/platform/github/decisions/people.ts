import type { Asked } from '../../../decisions/count.ts';
import { peopleToAsk } from '../../../decisions/count.ts';
import { hiddenWord } from '../../../decisions/hidden.ts';
import { sayingsOf } from '../../../decisions/statements.ts';
import type { Standings } from '../../../decisions/who.ts';
import { isCandidate, isListed, isNobodyListed, mayDeny } from '../../../decisions/who.ts';
import type { Account, Approvals, PullComment } from '../../../model/index.ts';
import { quoted } from '../../../text/visible.ts';
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
  request: Pick<ActionRequest, 'owner' | 'repo' | 'isTrustedFile'>,
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
  const hidden = talks.flatMap(({ comments }) =>
    comments.flatMap(({ author, edits }) =>
      author !== null &&
      isCandidate(author, approvals) &&
      !isListed(author, approvals) &&
      edits.some(({ body }) => body === null)
        ? [author]
        : [],
    ),
  );
  const asked = [
    ...each.flat().map(({ account }) => account),
    ...unread.flatMap(({ author }) => author ?? []),
    ...hidden,
  ];
  const people = new Map(asked.map((account) => [account.id, account]));
  if (isOpen && people.size > maxStrangers) {
    const what = `More than ${maxStrangers} people deny something here, and the policy does not say whose word counts`;
    throw approvalsUnusable(what, 'name who may decide under `approvals.approvers` in the policy');
  }
  const standings = await readStandings(request, client, [...people.values()], approvals);
  for (const { author, failure } of unread) {
    if (mayDeny(author, approvals, standings)) throw failure;
  }
  for (const { comments } of talks) demandRead(comments, approvals, standings);
  return { each, standings };
}

/**
 * Whoever may edit a comment can delete what stood in it before, too.
 * @throws GateFailure `approvals-unavailable` where a denial may have been among what was deleted, until that person writes a line
 */
export function demandWords(
  { number, comments }: { readonly number: number; readonly comments: readonly PullComment[] },
  approvals: Approvals,
  standings: Standings,
): void {
  const hidden = hiddenWord(comments, approvals, standings);
  if (hidden === undefined) return;
  const who = quoted(hidden.author?.login ?? '');
  throw approvalsUnusable(
    `A former text of comment ${hidden.id} by ${who} on pull request #${number} was deleted, and a denial may have stood in it`,
    `${who} has to write a line in a new comment: \`/approve\`, \`/deny\` or \`/withdraw\``,
  );
}

/** A denial that nobody looked at would be lost. What people write who may not deny does not matter. */
function demandRead(comments: readonly PullComment[], approvals: Approvals, standings: Standings): void {
  const isOfWeight = ({ author }: PullComment) => mayDeny(author, approvals, standings);
  if (!sayingsOf(comments.filter(isOfWeight)).unread.some(isOfWeight)) return;
  throw approvalsUnusable(
    'People who may deny have written more here than can be read',
    'delete what they can do without',
  );
}

function denied({ comments }: Talk): readonly Account[] {
  const { said, unread } = sayingsOf(
    comments.filter(({ author }) => author?.type === 'User'),
    () => false,
  );
  return [
    ...said.flatMap(({ statement, comment }) => (statement.say === 'deny' ? [comment.author] : [])),
    ...unread.map(({ author }) => author),
  ].flatMap((author) => author ?? []);
}
