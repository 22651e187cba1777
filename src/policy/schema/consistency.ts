import type * as z from 'zod';

import type { Rule } from '../../model/rule.ts';
import { quoted } from '../../text/visible.ts';
import { nearest } from '../nearest.ts';
import { builtInProfiles } from '../profiles.ts';
import { waivableIds, waiverProblem } from './waivable.ts';

interface Parts {
  readonly extends?: unknown;
  readonly profiles?: Readonly<Record<string, unknown>> | undefined;
  readonly apply?: readonly { readonly profile: string }[] | undefined;
  readonly publishers?: unknown;
  readonly rules?: Readonly<Record<string, unknown>> | undefined;
}

/** Checks over several keys: profiles in `apply` exist, and the rules that publishers waive can be waived. */
export function consistency(rules: readonly Rule[]) {
  return ({ value, issues }: z.core.ParsePayload<Parts>): void => {
    const refuse = (message: string, path: PropertyKey[], input: unknown) =>
      issues.push({ code: 'custom', message, path, input });
    const known = [...Object.keys(value.profiles ?? {}), ...Object.keys(builtInProfiles)];
    // Another policy may define the profile: both are checked together once it is read.
    const applied = typeof value.extends === 'object' ? [] : (value.apply ?? []);
    for (const [index, { profile }] of applied.entries()) {
      if (known.includes(profile)) continue;
      const meant = nearest(profile, known);
      const advice = meant === undefined ? '' : `; did you mean ${quoted(meant)}?`;
      refuse(`there is no profile ${quoted(profile, 64)}${advice}`, ['apply', index, 'profile'], profile);
    }
    const waivable = waivableIds(rules);
    const listed = value.rules?.['publisher'] as { readonly listed?: unknown } | string | undefined;
    const lists = [
      [['publishers'], value.publishers],
      [['rules', 'publisher', 'listed'], typeof listed === 'object' ? listed.listed : undefined],
    ] as const;
    for (const [path, list] of lists) {
      for (const [index, { waives }] of ((list ?? []) as readonly { readonly waives: readonly string[] }[]).entries()) {
        const at = waives.findIndex((id) => !waivable.includes(id));
        if (at === -1) continue;
        const problem = waiverProblem(waives[at], rules) ?? 'expected the id of a rule';
        refuse(problem, [...path, index, 'waives', at], waives[at]);
      }
    }
  };
}
