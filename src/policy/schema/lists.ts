import * as z from 'zod';

import type { Rule } from '../../rules/rule.ts';
import { listKeys } from '../lists.ts';
import type { ListKey } from '../lists.ts';

type Shape = Readonly<Partial<Record<string, z.core.$ZodType>>>;

/**
 * The schema of a key that is an option of one rule.
 * @throws TypeError where the rule has no such option.
 */
export function listKey(key: ListKey, rules: readonly Rule[]): z.ZodType {
  const [{ rule: id, option }] = listKeys.filter((one) => one.key === key) as [(typeof listKeys)[number]];
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return z.never({ error: `expected nothing: there is no rule \`${id}\`` });
  const found = rule.options instanceof z.ZodObject ? (rule.options.shape as Shape)[option] : undefined;
  const list = found instanceof z.ZodDefault ? found.unwrap() : found;
  if (list === undefined) throw new TypeError(`the rule ${id} has no option \`${option}\``);
  return list as z.ZodType;
}
