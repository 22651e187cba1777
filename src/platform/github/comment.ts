import * as z from 'zod';

import type { GitHubClient } from './api.ts';
import { commentMarker } from '../../report/formats/markdown.ts';
import { readPages } from './pages.ts';
import { sameText } from './same-text.ts';

/** A comment for a pull request, and whether it is worth creating. */
export interface CommentOrder {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  /** The head that was judged: a pull request with a newer head is left to that head's run. */
  readonly headSha: string;
  /** The base branch that it was judged for: retargeted, it is left to the run that the retarget started. */
  readonly baseRef?: string;
  /** Finished Markdown. Its first line is the marker by which the comment is found again: an HTML comment. */
  readonly body: string;
  /** Whether to create a comment where there is none yet. An existing one is always updated. */
  readonly worthCreating: boolean;
}

export interface CommentOutcome {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'not-needed' | 'outdated';
  /** Of our comment; absent where there is none or it was not looked for. */
  readonly id?: number;
}

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly author?: { readonly login: string; readonly id: number };
}

const commentReply = z.object({
  id: z.int().positive(),
  body: z.string().nullish(),
  user: z.object({ login: z.string(), id: z.int() }).nullable(),
});
const pullReply = z.object({ head: z.object({ sha: z.string() }), base: z.object({ ref: z.string() }) });

/**
 * Keeps one comment on a pull request: found by marker *and* author, updated in place, left unchanged where it already
 * says the same, never duplicated. Somebody else's comment with the marker is not ours, whoever may edit it.
 * @throws what the client throws, and ZodError for a reply of another shape; the caller makes a warning of it.
 */
export async function publishComment(client: GitHubClient, order: CommentOrder): Promise<CommentOutcome> {
  const { owner, repo, number } = order;
  const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner,
    repo,
    pull_number: number,
  });
  const { head, base } = pullReply.parse(data);
  const { headSha, baseRef = base.ref } = order;
  if (head.sha !== headSha || base.ref !== baseRef) return { outcome: 'outdated' };

  const mine = await firstOf(client, await findMarked(client, order));
  if (mine !== undefined) return await update(client, order, mine);
  return order.worthCreating ? await create(client, order) : { outcome: 'not-needed' };
}

/**
 * The text of our comment on a pull request; undefined where there is none among its first hundred comments.
 * @throws as `publishComment` does
 */
export async function ownComment(
  client: GitHubClient,
  { owner, repo, number }: Pick<CommentOrder, 'owner' | 'repo' | 'number'>,
): Promise<string | undefined> {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const { data } = await client.request(route, { owner, repo, issue_number: number, per_page: 100 });
  return (await firstOf(client, marked(z.array(commentReply).parse(data), commentMarker)))?.body;
}

/** The comments that begin with the marker, oldest first. */
async function findMarked(client: GitHubClient, { owner, repo, number, body: own }: CommentOrder): Promise<Comment[]> {
  const [marker = ''] = own.split('\n', 1);
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const all = await readPages(client, route, { owner, repo, issue_number: number }, z.array(commentReply));
  return marked(all, marker);
}

function marked(all: readonly z.infer<typeof commentReply>[], marker: string): Comment[] {
  return all
    .map(({ id, body, user }): Comment => ({ id, body: body ?? '', ...(user === null ? {} : { author: user }) }))
    .filter(({ body }) => body.startsWith(marker))
    .sort((x, y) => x.id - y.id);
}

async function firstOf(client: GitHubClient, marked: readonly Comment[]): Promise<Comment | undefined> {
  if (marked.length === 0) return undefined;
  const viewer = await client.viewer();
  return marked.find(({ author }) => (viewer.id === null ? author?.login === viewer.login : author?.id === viewer.id));
}

async function update(client: GitHubClient, order: CommentOrder, comment: Comment): Promise<CommentOutcome> {
  const { id } = comment;
  if (sameText(comment.body, order.body)) return { outcome: 'unchanged', id };
  const { owner, repo, body } = order;
  const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
  await client.request(route, { owner, repo, comment_id: id, body });
  return { outcome: 'updated', id };
}

/**
 * Two runs of one pull request may both find no comment and both write one. So a run that has created one looks again,
 * and deletes its own if there is an older one by the same author.
 */
async function create(client: GitHubClient, order: CommentOrder): Promise<CommentOutcome> {
  const { owner, repo, number, body } = order;
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const { data } = await client.request(route, { owner, repo, issue_number: number, body });
  const { id, user } = commentReply.parse(data);
  const older = (await findMarked(client, order)).find((comment) => comment.id < id && comment.author?.id === user?.id);
  if (older === undefined) return { outcome: 'created', id };
  await client.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { owner, repo, comment_id: id });
  return await update(client, order, older);
}
