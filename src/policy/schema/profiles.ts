import * as z from 'zod';

import type { Rule } from '../../model/rule.ts';
import { globProblem } from '../../text/glob.ts';
import { selectorProblem } from '../../text/selectors.ts';
import { maySet } from '../profiles.ts';
import { distinctBy, pathPatterns, sentence, textThat } from './parts.ts';
import { ruleEntry } from './rules.ts';

const nameExpected = 'expected the name of a profile, such as `sandbox`: small letters, digits and `-`';
const profileName = () =>
  textThat((text) => (/^[a-z][a-z0-9-]{0,63}$/.test(text) ? undefined : nameExpected), nameExpected);

/** The key `profiles`: by name, what some rules are set to where the profile applies. */
export function profiles(rules: readonly Rule[]) {
  const entries = Object.fromEntries(rules.filter(maySet).map((rule) => [rule.id, ruleEntry(rule)]));
  const profile = z.strictObject(
    {
      description: sentence('expected what the profile is for, in words').optional().describe('What it is for.'),
      rules: z.strictObject(entries).describe('The level, and the options, of single rules where the profile applies.'),
    },
    { error: ({ code }) => (code === 'invalid_type' ? 'expected a profile: `description` and `rules`' : undefined) },
  );
  return z
    .record(profileName(), profile)
    .describe(
      'Settings that replace those of `rules` for some packages. They may be stricter or more lenient, but cannot lower the floor.',
    );
}

const selectors = z
  .array(textThat(selectorProblem, 'expected a package, such as `left-pad`'), { error: 'expected a list of packages' })
  .min(1, { error: 'expected at least one package' });
const folder = textThat(
  (text) => (text === '' ? undefined : globProblem(text)),
  'expected a pattern of folders, such as `experiments/*`',
);

/** The key `apply`: the first entry that matches an occurrence of a package says which profile applies to it. */
export function applications() {
  const entry = z
    .strictObject({
      profile: profileName().describe('Which profile: one of `profiles`, or the built-in `sandbox`.'),
      paths: pathPatterns('matched')
        .min(1, { error: 'expected at least one pattern' })
        .optional()
        .describe(
          'Patterns of paths: the folder or `package.json` of the workspace that depends on a package, or the path of the lockfile, which covers the workspaces below its folder.',
        ),
      workspaces: z
        .array(folder, { error: 'expected a list of folders, such as `["experiments/*"]`' })
        .min(1, { error: 'expected at least one folder' })
        .optional()
        .describe('Folders of the workspaces that depend on a package, from the root of the repository.'),
      dependencyTypes: z
        .array(z.enum(['prod', 'dev', 'optional', 'peer']), { error: 'expected a list such as `[dev]`' })
        .min(1, { error: 'expected at least one type of dependency' })
        .check(distinctBy((one) => one, 'the type is listed twice'))
        .optional()
        .describe('Types of dependency, computed from the dependency graph.'),
      packages: selectors.optional().describe('Packages: `name`, `name@version` or `name@range`, with wildcards.'),
    })
    .refine((one) => Object.keys(one).length > 1, {
      error:
        'expected `paths`, `workspaces`, `dependencyTypes` or `packages`: what applies everywhere belongs in `rules`',
    });
  return z
    .array(entry, { error: 'expected a list such as `[{ profile: sandbox, paths: ["experiments/**"] }]`' })
    .max(200, { error: 'expected at most 200 entries' })
    .describe(
      'Where profiles apply. For each path by which a package is reached, the first matching entry applies; if several paths apply, the strictest result wins.',
    );
}
