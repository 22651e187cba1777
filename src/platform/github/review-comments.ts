import * as z from 'zod';

import { keyIn } from '../../report/view/remarks.ts';
import type { GitHubClient } from './api.ts';
import { readPages } from './pages.ts';

/** A remark of ours that is open on a pull request. */
export interface OpenRemark {
  readonly id: number;
  /** Its GraphQL node id. */
  readonly node: string;
  readonly key: string;
  readonly body: string;
  /** The review that it came with. */
  readonly review: number | null;
  readonly isOnLine: boolean;
}

const comments = z.array(
  z.object({
    id: z.int().positive(),
    node_id: z.string(),
    body: z.string(),
    pull_request_review_id: z.int().nullable(),
    // Servers from before 2023 support comments on lines only.
    subject_type: z.enum(['line', 'file']).optional(),
    user: z.object({ login: z.string(), id: z.int() }).nullable(),
  }),
);

/**
 * The remarks that are open, oldest first: found by their first line *and* their author, as the comment is. Comments
 * by anybody else are not ours, whatever they begin with.
 * @throws what the client throws, and ZodError for a reply of another shape.
 */
export async function openRemarks(
  client: GitHubClient,
  { owner, repo, number }: { readonly owner: string; readonly repo: string; readonly number: number },
): Promise<readonly OpenRemark[]> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments';
  const all = await readPages(client, route, { owner, repo, pull_number: number }, comments);
  const marked = all.flatMap(
    ({ id, node_id: node, body, user, pull_request_review_id: review, subject_type: type }) => {
      const key = keyIn(body);
      return key === undefined ? [] : [{ user, remark: { id, node, key, body, review, isOnLine: type !== 'file' } }];
    },
  );
  if (marked.length === 0) return [];
  const viewer = await client.viewer();
  return marked
    .filter(({ user }) => (viewer.id === null ? user?.login === viewer.login : user?.id === viewer.id))
    .map(({ remark }) => remark)
    .sort((a, b) => a.id - b.id);
}
