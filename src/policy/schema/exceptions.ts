import * as z from 'zod';

import type { Rule } from '../../model/rule.ts';
import { namesNothing, selectorProblem } from '../../text/selectors.ts';
import { distinctBy, sentence, textThat } from './parts.ts';
import { waivableIds, waiverProblem } from './waivable.ts';

/** Above it, exceptions are a second policy; and each is compared with each earlier one. */
export const maxExceptions = 500;

const advisoryExpected = 'expected the id of an advisory, such as `GHSA-44c6-4v22-4mhx`';

export function exception(rules: readonly Rule[]) {
  const about = z
    .array(
      textThat(
        (text) => (/^[A-Z]{2,16}(-[A-Za-z0-9]{1,32}){1,8}$/.test(text) ? undefined : advisoryExpected),
        advisoryExpected,
      ),
      { error: 'expected a list of advisories, such as `[GHSA-44c6-4v22-4mhx]`' },
    )
    .min(1, { error: 'expected at least one advisory; leave the key out to waive all of them' })
    .max(100, { error: 'expected at most 100 advisories' })
    .check(distinctBy((one) => one, 'the advisory is listed twice'));
  const fields = z.strictObject({
    id: textThat(
      (text) => (/^[A-Za-z0-9][A-Za-z0-9._/#-]{0,63}$/.test(text) ? undefined : 'expected an id, such as `SEC-1412`'),
      'expected an id, such as `SEC-1412`',
    )
      .optional()
      .describe('The id that reports use.'),
    package: textThat(
      (text) =>
        selectorProblem(text) ??
        (namesNothing(text) ? 'expected a name: wildcards alone would cover every package' : undefined),
      'expected a package, such as `left-pad@1.3.0`',
    ).describe('`name`, `name@version` or `name@range`; `*` and `?` stand for parts of the name.'),
    rules: z
      .array(z.enum(waivableIds(rules), { error: ({ input }) => waiverProblem(input, rules) }), {
        error: 'expected a list of rules, such as `[cooldown]`',
      })
      .min(1, { error: 'expected at least one rule' })
      .check(distinctBy((one) => one, 'the rule is listed twice'))
      .describe('The rules that it waives for the package.'),
    advisories: about
      .optional()
      .describe(
        'The advisories that it waives, where the rule is `advisory`: a finding is covered only where each of its advisories is listed, by any of its ids (GHSA, CVE).',
      ),
    reason: sentence('expected the reason, in words').describe('Why, for whoever reads it in a year.'),
    owner: sentence('expected who answers for it').optional().describe('Who answers for it.'),
    expires: z.iso
      .date({ error: 'expected a date, such as `2026-12-31`' })
      .describe('The first day (UTC) on which it no longer applies.'),
  });
  return fields.refine(
    ({ advisories, rules }) => advisories === undefined || rules.every((rule) => rule === 'advisory'),
    {
      error: 'expected `rules: [advisory]` with it: no other rule is about advisories',
      path: ['advisories'],
    },
  );
}
