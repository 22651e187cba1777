import * as z from 'zod';

import type { Rule } from '../../model/rule.ts';

/**
 * The schema of what a rule takes besides its level: every option may be left out, and then has its default.
 * @throws TypeError for an option without a default.
 */
export function optionsSchema({ id, options, defaults = {} }: Pick<Rule, 'id' | 'options' | 'defaults'>) {
  const shape = Object.entries(options?.(z) ?? {}).map(([name, schema]) => {
    const preset = Object.entries(defaults as object).find(([key]) => key === name);
    if (preset === undefined) throw new TypeError(`the option \`${name}\` of the rule ${id} has no default`);
    const optional = schema.default(preset[1]);
    return [name, schema.description === undefined ? optional : optional.describe(schema.description)] as const;
  });
  return z.strictObject(Object.fromEntries(shape));
}
