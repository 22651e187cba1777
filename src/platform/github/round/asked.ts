import type { IssueCommentEvent } from '../request.ts';

/** Our words at the start of a comment: those that decide, and the one that only asks. */
const words = /^\/(?:(?:approve|approve-file|deny|withdraw)[ \t]|lockgate[ \t]+check(?!\S))/i;
const denial = /^\/deny[ \t]/i;
const actions: ReadonlySet<string> = new Set(['created', 'edited', 'deleted']);

/**
 * Whether a comment asks for a round, before anything is asked of GitHub: a person's, on a pull request, which begins with one of
 * our words or began so before it was edited. On a closed one only a denial does. The generated workflow's `if` says the same, more
 * loosely (src/init/workflows.ts).
 */
export function isAsked({ action, isPull, isOpen, comment, former }: IssueCommentEvent): boolean {
  if (!isPull || !actions.has(action) || comment.author?.type !== 'User') return false;
  const texts = action === 'edited' && former !== undefined ? [comment.body, former] : [comment.body];
  return texts.some((text) => (isOpen ? words : denial).test(text));
}
