import * as z from 'zod';

import type { Rule } from '../../model/rule.ts';
import { levels } from './names.ts';
import { optionsSchema } from './options.ts';

export function ruleEntry(rule: Rule) {
  const fixed = 'expected `error`: the rule is part of the floor, which nothing can lower';
  const level = rule.floor === 'whole' ? z.literal('error', { error: fixed }) : z.enum(levels);
  const settings = optionsSchema(rule).safeExtend({
    level: level.optional().describe(`The level; \`${rule.recommended}\` under the preset \`recommended\`.`),
  });
  return z.union([level, settings]).optional().describe(rule.summary);
}

/** What the file says about one rule: a level, or a level and options, each of them optional. */
export type RuleEntry = string | Readonly<Record<string, unknown>>;
