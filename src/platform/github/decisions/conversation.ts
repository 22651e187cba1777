import * as z from 'zod';

import type { KnownCommit } from '../../../decisions/changed-files.ts';
import { isCandidate } from '../../../decisions/who.ts';
import type { GateFailure } from '../../../errors.ts';
import type { Account, Approvals, DeletedComment, Instant, PullComment } from '../../../model/index.ts';
import type { GitHubClient } from '../api.ts';
import { objectId } from '../ask.ts';
import type { ActionRequest } from '../request.ts';
import { actor } from './accounts.ts';
import { commitOf, commits, maxCommits, treesOf } from './commits.ts';
import { conversationDocument } from './documents.ts';
import type { Text } from './texts.ts';
import { commentOf, comments, reviews } from './texts.ts';
import { approvalsUnusable, queryForDecision } from './unavailable.ts';

/** A pull request with all that was said and done on it, as GitHub tells it in GraphQL. */
export interface Conversation {
  readonly number: number;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly createdAt: Instant;
  /** Null where the account is gone. */
  readonly author: Account | null;
  readonly baseRef: string;
  readonly headRef: string;
  readonly headSha: string;
  /** Where the head's branch is; null once the fork is deleted. */
  readonly head: { readonly repositoryId: number; readonly owner: string; readonly repo: string } | null;
  /** Those that `withApp` was not asked about count as written by an App: they loosen nothing. */
  readonly comments: readonly PullComment[];
  /** Comments of which not all former texts could be read, and why. */
  readonly unread: readonly { readonly author: Account | null; readonly failure: GateFailure }[];
  readonly deleted: readonly DeletedComment[];
  /** The texts of its reviews: no decisions, but a line in one is answered. */
  readonly reviews: readonly PullComment[];
  /** What it brings in, by id: all of it only where `demandCommits` says so. */
  readonly commits: ReadonlyMap<string, KnownCommit>;
  /** How many GitHub counts; it lists the first 250. */
  readonly commitCount: number;
  /** The trees of those and of their parents, by the commits' ids. */
  readonly trees: ReadonlyMap<string, string>;
  /** Whether it is in a merge queue, by the last word of its timeline about that. */
  readonly isQueued: boolean;
}

/** What the token needs for it, for a message. */
const grant = 'the token `pull-requests: read` and `contents: read`';
/** GitHub locks a conversation at about 2,500 comments. */
const maxPages = 40;

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
const event = z.discriminatedUnion('__typename', [
  z.object({
    __typename: z.literal('CommentDeletedEvent'),
    createdAt: z.iso.datetime(),
    actor,
    deletedCommentAuthor: actor,
  }),
  z.object({ __typename: z.literal('AddedToMergeQueueEvent') }),
  z.object({ __typename: z.literal('RemovedFromMergeQueueEvent') }),
]);
const timeline = z.object({ nodes: z.array(event), pageInfo });

const reply = z.object({
  repository: z.object({
    databaseId: z.int(),
    pullRequest: z.object({
      state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
      createdAt: z.iso.datetime(),
      author: actor,
      baseRefName: z.string().min(1),
      headRefName: z.string().min(1),
      headRefOid: objectId,
      headRepository: z.object({ databaseId: z.int(), nameWithOwner: z.string().regex(/^[^/]+\/[^/]+$/) }).nullable(),
      comments: comments.optional(),
      reviews: reviews.optional(),
      commits: commits.optional(),
      timelineItems: timeline.optional(),
    }),
  }),
});
type Pull = z.infer<typeof reply>['repository']['pullRequest'];

/**
 * Reads a pull request's comments, reviews, commits and the parts of its timeline that decisions rest on: one query, and one
 * more for each hundred of what has more.
 * @throws GateFailure `approvals-unavailable` where GitHub refuses a part, does not know a field, gives another shape, or
 *   changes it meanwhile
 */
export async function readConversation(
  { owner, repo, repositoryId }: Pick<ActionRequest, 'owner' | 'repo' | 'repositoryId'>,
  client: GitHubClient,
  number: number,
  approvals: Approvals,
): Promise<Conversation> {
  const what = `the conversation of pull request #${number}`;
  const lists = { comments: [] as Text[], reviews: [] as Text[], commits: [] as KnownCommit[] };
  const deleted: DeletedComment[] = [];
  const trees = new Map<string, string>();
  let isQueued = false;
  let first: Pull | undefined;
  let next: Readonly<Record<string, unknown>> = { comments: true, reviews: true, commits: true, timeline: true };
  for (let page = 1; ; page += 1) {
    if (page > maxPages) throw approvalsUnusable(`Pull request #${number} holds more than can be read`, 'open another');
    const variables = { owner, repo, number, ...next };
    const { repository } = await queryForDecision(client, [conversationDocument, variables], reply, [what, grant]);
    const pull = repository.pullRequest;
    if (repository.databaseId !== repositoryId) {
      throw approvalsUnusable(`${owner}/${repo} is another repository now`, again);
    }
    first ??= pull;
    if (!isSame(first, pull)) throw approvalsUnusable(`Pull request #${number} changed while it was read`, again);
    lists.comments.push(...(pull.comments?.nodes ?? []));
    lists.reviews.push(...(pull.reviews?.nodes ?? []));
    for (const { commit } of pull.commits?.nodes ?? []) {
      lists.commits.push(commitOf(commit));
      for (const [id, tree] of treesOf(commit)) trees.set(id, tree);
    }
    for (const one of pull.timelineItems?.nodes ?? []) {
      if (one.__typename !== 'CommentDeletedEvent') isQueued = one.__typename === 'AddedToMergeQueueEvent';
      else deleted.push({ author: one.deletedCommentAuthor, by: one.actor, at: one.createdAt });
    }
    const more = moreOf(pull);
    if (more === undefined) break;
    next = more;
  }
  const { state, createdAt, author, baseRefName: baseRef, headRefName: headRef, headRefOid: headSha } = first;
  const isWanted = (by: Account | null) => isCandidate(by, approvals);
  const read = await Promise.all(lists.comments.map((one) => commentOf(client, one, isWanted)));
  const reviewed = await Promise.all(lists.reviews.map((one) => commentOf(client, one, isWanted)));
  return {
    ...{ number, state, createdAt, author, baseRef, headRef, headSha, head: homeOf(first), deleted, trees, isQueued },
    comments: read.map(({ comment }) => comment),
    unread: read.flatMap(({ comment: { author: by }, failure }) =>
      failure === undefined ? [] : [{ author: by, failure }],
    ),
    reviews: reviewed.map(({ comment }) => comment),
    commits: new Map(lists.commits.map((commit) => [commit.id, commit])),
    commitCount: first.commits?.totalCount ?? 0,
  };
}

const again = 'run the workflow again';

const isSame = (a: Pull, b: Pull): boolean =>
  a.headRefOid === b.headRefOid && a.baseRefName === b.baseRefName && a.state === b.state;

/** The variables that ask for the next page of what has one, and for nothing else. */
function moreOf({ comments, reviews, commits, timelineItems }: Pull): Record<string, unknown> | undefined {
  const lists = [
    ['comments', comments],
    ['reviews', reviews],
    ['commits', commits],
    ['timeline', timelineItems],
  ] as const;
  const next: Readonly<Record<string, unknown>> = Object.fromEntries(
    lists.flatMap(([name, list]): (readonly [string, unknown])[] => {
      const { hasNextPage = false, endCursor = null } = list?.pageInfo ?? {};
      return [[name, hasNextPage], ...(hasNextPage ? [[`${name}After`, endCursor] as const] : [])];
    }),
  );
  return Object.values(next).includes(true) ? next : undefined;
}

/**
 * Demands all commits: GitHub lists the first 250, and who wrote the others is not known.
 * @throws GateFailure `approvals-unavailable`
 */
export function demandCommits({ number, commits, commitCount: total, headSha }: Conversation): void {
  if (total < maxCommits && commits.size === total && commits.has(headSha)) return;
  const what = `GitHub does not list all ${total} commits of pull request #${number}, so who proposed it is not known`;
  throw approvalsUnusable(what, `squash them: fewer than ${maxCommits} are listed`);
}

function homeOf({ headRepository: home }: Pull): Conversation['head'] {
  if (home === null) return null;
  const [owner = '', repo = ''] = home.nameWithOwner.split('/');
  return { repositoryId: home.databaseId, owner, repo };
}
