import type { Finding } from '../../model/index.ts';
import type { Show } from './text-words.ts';

/** Characters of a reason or an owner; the policy and the comment have all of it. */
const longest = 300;
/** Characters of an id or a login. */
const longestId = 200;

type Covered = Pick<Finding, 'decision' | 'coveredBy'>;

/** Which words say that something covers a finding. */
export const coverVerb = ({ coveredBy: cover }: Covered): 'approved by' | 'covered by' =>
  cover?.kind === 'decision' ? 'approved by' : 'covered by';

/** What covers a finding: `SEC-1 until 2026-12-31, owner ann: reason`, or of a decision `ann in comment 12: reason` or `ann in record FILE: reason`. */
export function coverWords({ decision, coveredBy: cover }: Covered, show: Show): string {
  if (cover?.kind === 'decision') {
    const by = cover.by.map(({ login, comment, record, reason }) => {
      const where =
        record === undefined ? `comment ${show(comment ?? '', longestId)}` : `record ${show(record, longestId)}`;
      const why = reason === '' ? '' : `: ${show(reason, longest)}`;
      return `${show(login, longestId)} in ${where}${why}`;
    });
    return by.join('; ');
  }
  const id = decision === null ? 'a decision' : show(decision, longestId);
  if (cover === undefined) return id;
  const { reason, owner, expires } = cover;
  const who = owner === undefined ? '' : `, owner ${show(owner, longest)}`;
  return `${id} until ${show(expires, longest)}${who}: ${show(reason, longest)}`;
}
