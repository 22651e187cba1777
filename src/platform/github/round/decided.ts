import * as z from 'zod';

import { mayDecide } from '../../../decisions/lines.ts';
import type { GitHubClient } from '../api.ts';
import { conversationDocument } from '../decisions/documents.ts';
import type { ActionRequest, PullRequestEvent } from '../request.ts';

const pageInfo = z.object({ hasNextPage: z.boolean() });
const texts = z.object({
  nodes: z.array(
    z.object({
      author: z.object({ __typename: z.string() }).nullable(),
      body: z.string(),
      userContentEdits: z.object({ nodes: z.array(z.object({ diff: z.string().nullable() })), pageInfo }).nullable(),
    }),
  ),
  pageInfo,
});
const timeline = z.object({ nodes: z.array(z.object({ __typename: z.string() })), pageInfo });
const reply = z.object({
  repository: z.object({ pullRequest: z.object({ comments: texts, timelineItems: timeline }) }),
});

/**
 * Whether a pull request's verdict may rest on what people have said: one of them wrote a line of ours, or could have, in a text
 * that is gone. One query; where it does not show everything, or is not answered, the answer is yes.
 */
export async function mayRestOnDecisions(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  { number }: PullRequestEvent,
): Promise<boolean> {
  const parts = { comments: true, timeline: true, reviews: false, commits: false };
  const answer = await client
    .graphql(conversationDocument, { owner, repo, number, ...parts })
    .catch((): unknown => undefined);
  const found = reply.safeParse(answer);
  if (!found.success) return true;
  const { comments, timelineItems } = found.data.repository.pullRequest;
  if (comments.pageInfo.hasNextPage || timelineItems.pageInfo.hasNextPage) return true;
  if (timelineItems.nodes.some(({ __typename }) => __typename === 'CommentDeletedEvent')) return true;
  return comments.nodes.some(({ author, body, userContentEdits: edits }) => {
    if (author?.__typename === 'Bot') return false;
    if (edits?.pageInfo.hasNextPage === true) return true;
    return [body, ...(edits?.nodes ?? []).map(({ diff }) => diff)].some((text) => text === null || mayDecide(text));
  });
}
