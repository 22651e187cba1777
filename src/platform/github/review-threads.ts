import * as z from 'zod';

import type { GitHubClient } from './api.ts';
import { readFailure } from './failure.ts';

/** Pages of one pull request's conversations that are searched: a hundred a page. */
const maxPages = 10;

const threadsReply = z.object({
  repository: z.object({
    pullRequest: z.object({
      reviewThreads: z.object({
        nodes: z.array(
          z.object({
            id: z.string().min(1),
            isResolved: z.boolean(),
            comments: z.object({ nodes: z.array(z.object({ id: z.string() }).nullable()).nullable() }),
          }),
        ),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      }),
    }),
  }),
});

const threadsQuery = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) { reviewThreads(first: 100, after: $after) {
    nodes { id isResolved comments(first: 1) { nodes { id } } } pageInfo { hasNextPage endCursor }
  } } }
}`;

/**
 * Closes the conversations that these comments started. Only GraphQL can: it resolves them for a token with
 * `contents: write`, which a gate should not have, and minimizes the comments for one with `pull-requests: write`
 * (docs/decisions/0142-review-comments-on-the-diff.md).
 * @param comments node ids
 * @returns whether the conversations count as resolved now
 * @throws what the client throws, refusals aside, and ZodError for a reply of another shape.
 */
export async function closeConversations(
  client: GitHubClient,
  place: { readonly owner: string; readonly repo: string; readonly number: number },
  comments: readonly string[],
): Promise<boolean> {
  const resolve = (id: string) => `resolveReviewThread(input: { threadId: ${id} }) { clientMutationId }`;
  const fold = (id: string) =>
    `minimizeComment(input: { subjectId: ${id}, classifier: RESOLVED }) { clientMutationId }`;
  const resolved = await unlessRefused(async () => mutate(client, resolve, await threadsOf(client, place, comments)));
  if (!resolved) await unlessRefused(() => mutate(client, fold, comments));
  return resolved;
}

/** Those that are not resolved yet. Pages follow the cursor that GitHub gives, which is not a URL. */
async function threadsOf(
  client: GitHubClient,
  { owner, repo, number }: { readonly owner: string; readonly repo: string; readonly number: number },
  comments: readonly string[],
): Promise<readonly string[]> {
  const wanted = new Set(comments);
  const threads: string[] = [];
  let after: string | null = null;
  for (let page = 1; page <= maxPages; page += 1) {
    const reply = threadsReply.parse(await client.graphql(threadsQuery, { owner, repo, number, after }));
    const { nodes, pageInfo } = reply.repository.pullRequest.reviewThreads;
    for (const { id, isResolved, comments: ofThread } of nodes) {
      if (!isResolved && wanted.has(ofThread.nodes?.[0]?.id ?? '')) threads.push(id);
    }
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  return threads;
}

/** One mutation for all of them. Ids are variables: they are GitHub's text. */
async function mutate(client: GitHubClient, field: (id: string) => string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const declared = ids.map((_, index) => `$id${index}: ID!`).join(', ');
  const fields = ids.map((_, index) => `m${index}: ${field(`$id${index}`)}`).join(' ');
  await client.graphql(
    `mutation (${declared}) { ${fields} }`,
    Object.fromEntries(ids.map((id, index) => [`id${index}`, id])),
  );
}

async function unlessRefused(task: () => Promise<void>): Promise<boolean> {
  try {
    await task();
    return true;
  } catch (error) {
    const { kind } = readFailure(error, 0);
    if (kind === 'refused' || kind === 'missing') return false;
    throw error;
  }
}
