import * as z from 'zod';

import type { Rule } from '../../rules/rule.ts';

/**
 * The key `provenance` is the option `expect` of the rule of that name, under the name that an author looks for.
 * @throws TypeError where the rule has no such option.
 */
export function provenanceExpectations(rules: readonly Rule[]): z.ZodType {
  const rule = rules.find(({ id }) => id === 'provenance');
  if (rule === undefined) return z.never({ error: 'expected nothing: there is no rule `provenance`' });
  const { expect } = rule.options instanceof z.ZodObject ? (rule.options.shape as Shape) : {};
  const list = expect instanceof z.ZodDefault ? expect.unwrap() : expect;
  if (list === undefined) throw new TypeError('the rule provenance has no option `expect`');
  return list as z.ZodType;
}
type Shape = Readonly<Partial<Record<string, z.core.$ZodType>>>;
