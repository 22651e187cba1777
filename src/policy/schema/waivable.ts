import type { Rule } from '../../model/rule.ts';
import { isWaivable } from '../waivable.ts';

const unwaivable = 'expected a rule that can be waived: this one is part of the floor, which nothing can lower';

/** Why an exception or a publisher may not waive the rule; undefined for an unknown id, which gets a suggestion. */
export function waiverProblem(id: unknown, rules: readonly Rule[]): string | undefined {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return undefined;
  if (rule.floor === 'whole') return unwaivable;
  if (rule.subject !== 'package') return 'expected a rule about packages';
  return isWaivable(rule) ? undefined : 'expected a rule that can be waived: remove the entry from `deny` instead';
}

export const waivableIds = (rules: readonly Rule[]): readonly string[] => rules.filter(isWaivable).map(({ id }) => id);
