import * as z from 'zod';

import { GateFailure } from '../../../errors.ts';
import type { Account, PullComment } from '../../../model/index.ts';
import { commentMarker } from '../../../report/formats/markdown.ts';
import type { GitHubClient } from '../api.ts';
import { actor } from './accounts.ts';
import { editsDocument } from './documents.ts';
import { approvalsUnusable, queryForDecision } from './unavailable.ts';

/** Comments and reviews as GraphQL tells them, with what they said before. */

/** Pages of former texts of one comment, a hundred each after the first. */
const maxEditPages = 20;

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
const edits = z.object({
  totalCount: z.int(),
  nodes: z.array(
    z.object({
      diff: z.string().nullable(),
      editedAt: z.iso.datetime(),
      deletedAt: z.iso.datetime().nullable(),
      editor: actor,
    }),
  ),
  pageInfo,
});
type Edits = z.infer<typeof edits>;

const text = z.object({
  fullDatabaseId: z.string().regex(/^\d{1,20}$/),
  author: actor,
  body: z.string(),
  createdAt: z.iso.datetime(),
  lastEditedAt: z.iso.datetime().nullable(),
  editor: actor,
  isMinimized: z.boolean(),
  createdViaEmail: z.boolean(),
});
const comment = text.extend({ id: z.string().min(1), userContentEdits: edits.nullable() });
export type Text = z.infer<typeof text> & Partial<Pick<z.infer<typeof comment>, 'id' | 'userContentEdits'>>;

export const comments = z.object({ nodes: z.array(comment), pageInfo });
export const reviews = z.object({ nodes: z.array(text), pageInfo });

/**
 * A comment or a review's text. Whether an App wrote it GraphQL does not say: until somebody asks, one did.
 * @param isWanted of whom all former texts are worth requests; of everybody else those that came along do
 * @returns `failure` where not all former texts could be read that are wanted of a person: whether that matters the caller knows
 * @throws GateFailure `approvals-unavailable` where those of lockgate's own comment cannot all be read
 */
export async function commentOf(
  client: GitHubClient,
  found: Text,
  isWanted: (author: Account | null) => boolean,
): Promise<{ readonly comment: PullComment; readonly failure?: GateFailure }> {
  const { fullDatabaseId: id, author, body, createdAt, editor, isMinimized, createdViaEmail } = found;
  const isApp = author?.type === 'Bot';
  const known = found.userContentEdits?.nodes ?? [];
  // What others wrote into an App's comment may hide that it was lockgate's.
  const isOwn =
    isApp &&
    ([body, ...known.map(({ diff }) => diff ?? '')].some(isReport) ||
      known.some((one) => one.editor?.id !== author.id));
  let failure: GateFailure | undefined;
  const edits = await editsOf(client, found, isApp || isWanted(author)).catch(async (cause: unknown) => {
    if (isOwn || !(cause instanceof GateFailure)) throw cause;
    failure = cause;
    return editsOf(client, found, false);
  });
  // A text that GitHub keeps from when the comment was written, and no other, is no edit.
  const isEdited =
    found.lastEditedAt !== null ||
    edits.some(({ body: former, editedAt }) => former !== body || editedAt !== createdAt);
  const lastEditedAt = found.lastEditedAt ?? (isEdited ? (edits.at(-1)?.editedAt ?? createdAt) : null);
  const comment: PullComment = {
    ...{ id, author, body, createdAt, lastEditedAt, editor, isMinimized, createdViaEmail },
    viaApp: true,
    edits: isEdited ? edits : [],
  };
  return { comment, ...(failure && { failure }) };
}

/** Whether a text is lockgate's own. */
export const isReport = (body: string): boolean => body.startsWith(commentMarker);

/** Oldest first. A text that is gone, or is not given although there was an edit, is null. */
async function editsOf(
  client: GitHubClient,
  { id, fullDatabaseId, lastEditedAt, userContentEdits: first }: Text,
  isAll: boolean,
): Promise<PullComment['edits']> {
  if (first === undefined) return [];
  if (first === null) return lastEditedAt === null ? [] : [{ body: null, editedAt: lastEditedAt, editor: null }];
  const nodes = [...first.nodes];
  const what = `the former texts of comment ${fullDatabaseId}`;
  let page: Edits['pageInfo'] = first.pageInfo;
  for (let count = 1; isAll && page.hasNextPage; count += 1) {
    if (count > maxEditPages) {
      throw approvalsUnusable(`GitHub holds more than can be read of ${what}`, 'delete the comment');
    }
    const reply = z.object({ node: z.object({ userContentEdits: edits }) });
    const variables = { id, after: page.endCursor };
    const grant = 'the token `pull-requests: read`';
    const { node } = await queryForDecision(client, [editsDocument, variables], reply, [what, grant]);
    nodes.push(...node.userContentEdits.nodes);
    page = node.userContentEdits.pageInfo;
  }
  if (isAll && nodes.length !== first.totalCount) {
    throw approvalsUnusable(`GitHub did not give all of ${what}`, 'run the workflow again');
  }
  // GitHub gives the newest first, and two of one second keep that order.
  return nodes
    .reverse()
    .map(({ diff, editedAt, deletedAt, editor }) => ({
      ...{ body: deletedAt === null ? diff : null, editedAt, editor },
      ...(deletedAt === null ? {} : { deletedAt }),
    }))
    .sort((a, b) => Date.parse(a.editedAt) - Date.parse(b.editedAt));
}
