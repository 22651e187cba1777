import type { Finding } from '../model/index.ts';
import type { Rule } from '../model/rule.ts';

/** What the policy denies by name stays denied: no exception, publisher or approval covers it. */
export const denyRule = 'deny';

/** Whether an exception, a publisher or an approval may cover a finding at all. */
export function isCoverable({ floor, rule }: Pick<Finding, 'floor' | 'rule'>): boolean {
  return !floor && rule !== denyRule;
}

/** Whether a rule may be named among those that are waived for a package. */
export function isWaivable({ id, floor, subject }: Pick<Rule, 'id' | 'floor' | 'subject'>): boolean {
  return floor !== 'whole' && subject === 'package' && id !== denyRule;
}
