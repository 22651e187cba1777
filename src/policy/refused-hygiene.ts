import { mergeMessages, messageOf } from '../judge/finding.ts';
import type { Subject } from '../judge/finding.ts';
import type { Finding } from '../model/index.ts';
import type { Rule } from '../model/rule.ts';
import type { EffectivePolicy } from './effective-policy.ts';
import { hygieneRule } from './exceptions.ts';

/**
 * One finding about all entries of the policy that can never have an effect.
 * @param said findings about the policy that there are already: an entry that one of them is about is not named again
 */
export function refusedHygiene(
  policy: EffectivePolicy,
  rules: readonly Rule[],
  said: readonly Finding[],
): readonly Finding[] {
  const lines = new Set(said.flatMap(({ rule, line }) => (rule === hygieneRule ? [line] : [])));
  const [first, ...others] = (policy.refused ?? []).filter(({ line }) => !lines.has(line));
  const rule = rules.find(({ id }) => id === hygieneRule);
  const setting = policy.settings.get(hygieneRule);
  if (first === undefined || rule === undefined || setting === undefined) return [];
  const subject: Subject = { name: null, version: null, lockfile: policy.source, line: first.line };
  const { entry, line, column } = first;
  const args = { entry, line, column, others: others.length };
  const violation = { code: 'no-effect', args };
  const message = messageOf(rule, setting, violation, subject);
  return message === undefined ? [] : [mergeMessages(rule.id, subject, [message])];
}
