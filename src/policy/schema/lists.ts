import * as z from 'zod';

import type { Rule } from '../../model/rule.ts';
import { listKeys } from '../lists.ts';
import type { ListKey } from '../lists.ts';

/**
 * The schema of a key that is an option of one rule.
 * @throws TypeError where the rule has no such option.
 */
export function listKey(key: ListKey, rules: readonly Rule[]): z.ZodType {
  const [{ rule: id, option }] = listKeys.filter((one) => one.key === key) as [(typeof listKeys)[number]];
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return z.never({ error: `expected nothing: there is no rule \`${id}\`` });
  const list = rule.options?.(z)[option];
  if (list === undefined) throw new TypeError(`the rule ${id} has no option \`${option}\``);
  return list;
}
