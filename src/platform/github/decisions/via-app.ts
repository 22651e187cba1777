import * as z from 'zod';

import type { PullComment } from '../../../model/index.ts';
import type { GitHubClient } from '../api.ts';
import { readPages } from '../pages.ts';
import type { ActionRequest } from '../request.ts';
import { approvalsUnavailable, approvalsUnusable } from './unavailable.ts';

const found = z.object({
  id: z.int().positive(),
  body: z.string().nullish(),
  user: z.object({ id: z.int() }).nullable(),
  created_at: z.iso.datetime(),
  performed_via_github_app: z.object({ id: z.int() }).nullish(),
});
type Found = z.infer<typeof found>;

const perPage = 100;

/**
 * The comments, with whether an App wrote each of `ids` for its author, which REST alone tells. Whichever is fewer is asked:
 * each of them, or the whole list.
 * @throws GateFailure `approvals-unavailable` where GitHub does not say, and where a comment is not what it was a moment ago
 */
export async function withApp(
  { owner, repo }: Pick<ActionRequest, 'owner' | 'repo'>,
  client: GitHubClient,
  { number, comments }: { readonly number: number; readonly comments: readonly PullComment[] },
  ids: readonly string[],
): Promise<readonly PullComment[]> {
  const wanted = new Set(ids);
  if (wanted.size === 0) return comments;
  const one = 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}';
  const all = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const known = new Map<string, Found>();
  try {
    const read =
      wanted.size <= Math.ceil(comments.length / perPage)
        ? await Promise.all(
            [...wanted].map(async (id) =>
              found.parse((await client.request(one, { owner, repo, comment_id: Number(id) })).data),
            ),
          )
        : await readPages(client, all, { owner, repo, issue_number: number }, z.array(found));
    for (const comment of read) known.set(String(comment.id), comment);
  } catch (error) {
    throw approvalsUnavailable(error, 'the comments that approve', 'the token `pull-requests: read`');
  }
  return comments.map((comment) => {
    if (!wanted.has(comment.id)) return comment;
    const rest = known.get(comment.id);
    if (rest === undefined || !isSame(comment, rest)) {
      throw approvalsUnusable(`Comment ${comment.id} changed while it was read`, 'run the workflow again');
    }
    const { performed_via_github_app: app } = rest;
    if (app === undefined) {
      const what = `This server does not say whether an App wrote comment ${comment.id}`;
      throw approvalsUnusable(what, 'GitHub Enterprise Server has to be updated before decisions can be counted');
    }
    return { ...comment, viaApp: app !== null };
  });
}

const isSame = ({ author, body, createdAt }: PullComment, { user, body: text, created_at }: Found): boolean =>
  user?.id === author?.id && (text ?? '') === body && Date.parse(created_at) === Date.parse(createdAt);
