import * as z from 'zod';

import { isFloor } from '../../judge/finding.ts';
import type { Rule } from '../../model/rule.ts';
import { levels } from './names.ts';
import { optionsSchema } from './options.ts';

export function ruleEntry(rule: Rule) {
  const fixed = 'expected `error`: the rule is part of the floor, which nothing can lower';
  const level = rule.floor === 'whole' ? z.literal('error', { error: fixed }) : z.enum(levels);
  const options = optionsSchema(rule);
  const settings = options.safeExtend({
    ...codeLevels(rule, Object.keys(options.shape)),
    level: level.optional().describe(`The level; \`${rule.recommended}\` under the preset \`recommended\`.`),
  });
  return z.union([level, settings]).optional().describe(rule.summary);
}

/** A level for each code of a rule; where a code has the name of an option, the option is meant. */
function codeLevels({ floor, messages }: Rule, taken: readonly string[]) {
  const shape = Object.entries(messages)
    .filter(([code]) => !taken.includes(code))
    .map(([code, { severity }]) => {
      const level = isFloor(floor, severity)
        ? z.literal('error', { error: 'expected `error`: the code is part of the floor, which nothing can lower' })
        : z.enum(levels);
      return [code, level.optional()] as const;
    });
  return Object.fromEntries(shape);
}

/** What the file says about one rule: a level, or a level and options, each of them optional. */
export type RuleEntry = string | Readonly<Record<string, unknown>>;
