import { mergeMessages, messageOf } from '../judge/finding.ts';
import type { Subject } from '../judge/finding.ts';
import type { Finding } from '../model/index.ts';
import type { Rule } from '../model/rule.ts';
import type { EffectivePolicy } from './effective-policy.ts';
import { hygieneRule } from './exceptions.ts';

/** One finding about all entries of the policy that can never have an effect. */
export function refusedHygiene(policy: EffectivePolicy, rules: readonly Rule[]): readonly Finding[] {
  const { refused: [first, ...others] = [] } = policy;
  const rule = rules.find(({ id }) => id === hygieneRule);
  const setting = policy.settings.get(hygieneRule);
  if (first === undefined || rule === undefined || setting === undefined) return [];
  const subject: Subject = { name: null, version: null, lockfile: policy.source, line: first.line };
  const args = { place: `${first.line}:${first.column}`, problem: first.message, others: others.length };
  const violation = { code: 'no-effect', args };
  const message = messageOf(rule, setting, violation, subject);
  return message === undefined ? [] : [mergeMessages(rule.id, subject, [message])];
}
