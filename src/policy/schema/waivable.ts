import type { Rule } from '../../model/rule.ts';
import { decidedFileCodes, fileCodes, isWaivable } from '../waivable.ts';

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

/** Why a text is no code that an exception for a file may name; undefined leaves it to the near misses. */
export function codeProblem(code: unknown, rules: readonly Rule[]): string | undefined {
  const reporter = rules.find(({ messages }) => typeof code === 'string' && Object.hasOwn(messages, code));
  const severity = typeof code === 'string' ? reporter?.messages[code]?.severity : undefined;
  if (reporter === undefined || severity === undefined) return undefined;
  if (reporter.subject !== 'lockfile') return 'expected a code of findings about files';
  if (severity === 'note') return 'expected a code that blocks or warns: this one is only ever a note';
  if (decidedFileCodes.has(String(code))) {
    return 'expected another code: people decide about this one, never an exception';
  }
  return severity === 'mandatory' || reporter.floor === 'whole'
    ? 'expected a code that can be waived: this one is part of the floor, which nothing can lower'
    : undefined;
}

export const waivableCodes = (rules: readonly Rule[]): readonly string[] => [...fileCodes(rules).keys()];
