import type { Approvals, PullComment } from '../model/index.ts';
import { sayingsOf } from './statements.ts';
import type { Standings } from './who.ts';
import { mayDeny, whyNoWord } from './who.ts';

/**
 * The first comment of somebody who may deny of which a former text is gone: a denial may have stood in it. Undefined where there
 * is none, or where each of these people has written a line since, which nobody has touched.
 */
export function hiddenWord(
  comments: readonly PullComment[],
  approvals: Approvals,
  standings: Standings,
): PullComment | undefined {
  const hidden = comments.filter(
    ({ author, edits }) => edits.some(({ body }) => body === null) && mayDeny(author, approvals, standings),
  );
  if (hidden.length === 0) return undefined;
  const authors = new Set(hidden.map(({ author }) => author?.id));
  const { said } = sayingsOf(comments.filter(({ author }) => authors.has(author?.id)));
  return hidden.find(({ author, edits }) => {
    const gone = edits.flatMap(({ body, editedAt, deletedAt }) => (body === null ? [deletedAt ?? editedAt] : []));
    const last = Math.max(...gone.map((at) => Date.parse(at)));
    return !said.some(
      (one) =>
        one.comment.author?.id === author?.id &&
        Date.parse(one.comment.createdAt) > last &&
        isUntouched(one.comment) &&
        whyNoWord(one, one.statement.say !== 'deny') === undefined,
    );
  });
}

const isUntouched = ({ lastEditedAt, edits }: PullComment): boolean => lastEditedAt === null && edits.length === 0;
