import * as z from 'zod';

import { isAtLeast } from '../../../decisions/who.ts';
import type { Approvals } from '../../../model/index.ts';
import type { GitHubClient } from '../api.ts';
import { ask } from '../ask.ts';
import { readStandings } from '../decisions/standing.ts';
import type { ActionRequest, IssueCommentEvent } from '../request.ts';
import { isAsked } from './asked.ts';

/** How long an author without the permission has to wait, in milliseconds. */
const pause = 600_000;

/**
 * Whether somebody may ask for a round: whoever has the permission that the policy asks of approvers; and the author of the pull
 * request, ten minutes after their last comment that asked. Everybody else costs this one request.
 * @param minimum the policy's `minimumPermission`, read only for somebody who may write
 * @throws GateFailure where GitHub does not say
 */
export async function mayAsk(
  request: ActionRequest,
  client: GitHubClient,
  event: IssueCommentEvent,
  minimum: () => Promise<Approvals['minimumPermission']>,
): Promise<boolean> {
  const { comment, openedBy } = event;
  const { author } = comment;
  if (author === null) return false;
  const account = { ...author, type: 'User' as const };
  const permission = (await readStandings(request, client, [account])).get(author.id)?.permission ?? 'none';
  if (isAtLeast(permission, 'write') && (permission === 'admin' || isAtLeast(permission, await minimum()))) return true;
  // An edit or a deletion by somebody whose words count for nothing changes nothing.
  if (openedBy !== author.id || event.action !== 'created') return false;
  return !(await hasCommented(request, client, event)) && !(await hasRun(request, client, event));
}

const comments = z.array(
  z.object({
    ...{ id: z.int().positive(), body: z.string().nullish(), created_at: z.string(), updated_at: z.string() },
    user: z.object({ id: z.int() }).nullable(),
  }),
);

/** The author's comments of the ten minutes before. What was edited since may have asked as well. */
async function hasCommented(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  event: IssueCommentEvent,
): Promise<boolean> {
  const { number, comment } = event;
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const since = sinceOf(event);
  const where = { owner, repo, issue_number: number, since, per_page: 100 };
  const found = await ask(client, route, where, comments, `the comments on pull request #${number}`);
  return found.some(({ id, user, body, created_at: createdAt, updated_at: updatedAt }) => {
    if (id >= comment.id || user?.id !== comment.author?.id || Date.parse(createdAt) < Date.parse(since)) return false;
    return updatedAt !== createdAt || isAsked({ ...event, comment: { ...comment, body: body ?? '' } });
  });
}

const runs = z.object({
  workflow_runs: z.array(
    z.object({
      ...{ id: z.int(), conclusion: z.string().nullable(), path: z.string(), created_at: z.string() },
      actor: z.object({ id: z.int() }).nullish(),
    }),
  ),
});

/** A comment that was deleted is gone; the run that it caused is not. */
async function hasRun(
  { owner, repo, runId, ownWorkflow }: ActionRequest,
  client: GitHubClient,
  event: IssueCommentEvent,
): Promise<boolean> {
  const { author } = event.comment;
  const route = 'GET /repos/{owner}/{repo}/actions/runs';
  const where = { event: 'issue_comment', actor: author?.login, per_page: 100 };
  const since = Date.parse(sinceOf(event));
  const found = await ask(client, route, { owner, repo, ...where }, runs, 'the runs that the author caused');
  return found.workflow_runs.some(
    ({ id, conclusion, path, actor, created_at: createdAt }) =>
      actor?.id === author?.id &&
      Date.parse(createdAt) >= since &&
      id !== runId &&
      conclusion !== 'skipped' &&
      (ownWorkflow === undefined || path.split('@', 1)[0] === ownWorkflow),
  );
}

/** As GitHub writes times: to the second. */
const sinceOf = ({ comment }: IssueCommentEvent): string =>
  new Date(Date.parse(comment.createdAt) - pause).toISOString().replace(/\.\d+/, '');
