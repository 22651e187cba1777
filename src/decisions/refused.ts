import type { Approvals, Refusal } from '../model/index.ts';
import type { Said } from './statements.ts';
import { isCandidate } from './who.ts';

/** What is said about lines that do not count. */

/** How a line that cannot be read has to be written. */
export function fixOf({ text, flaw }: Pick<Said, 'text' | 'flaw'>): string {
  if (flaw === 'unclear-text' || flaw === 'not-alone') return 'Write the line alone in a new comment.';
  const word = /^\/(deny|withdraw)/i.exec(text)?.[1]?.toLowerCase();
  if (word === 'deny') {
    return 'Write `/deny`, the name, `@` and the exact version in one line, and behind it the reason.';
  }
  if (word === 'withdraw') return 'Write `/withdraw`, the name, `@` and the exact version alone in a new comment.';
  return 'Copy the whole line from the comment of lockgate, and change nothing in it.';
}

/** Lines of people who could not decide anything: of so many each is answered. */
const maxAnswered = 20;

/** The refusals, of which those of people who could not decide anything are cut. */
export function bounded(refusals: readonly Refusal[], approvals: Approvals): readonly Refusal[] {
  const others = refusals.filter(({ account }) => !isCandidate(account, approvals));
  if (others.length <= maxAnswered) return refusals;
  const kept = new Set(others.slice(0, maxAnswered));
  const last = others[maxAnswered - 1];
  const more = others.length - maxAnswered;
  return refusals
    .filter((one) => kept.has(one) || isCandidate(one.account, approvals))
    .map((one) =>
      one === last
        ? {
            ...one,
            fix: `${one.fix} ${more} more of people who cannot decide here ${more === 1 ? 'is' : 'are'} left out.`,
          }
        : one,
    );
}
