import * as z from 'zod';

import type { Rule } from '../model/rule.ts';
import { admissions } from './schema/admissions.ts';
import { approvals } from './schema/approvals.ts';
import { baselines } from './schema/baselines.ts';
import { exception, maxExceptions } from './schema/exceptions.ts';
import { extendsKey } from './schema/extends.ts';
import { listKey } from './schema/lists.ts';
import { lockfiles } from './schema/lockfiles.ts';
import { rootPathProblem } from '../text/paths.ts';
import { distinctBy, textThat } from './schema/parts.ts';
import { applications, profiles } from './schema/profiles.ts';
import { consistency } from './schema/consistency.ts';
import { registries } from './schema/registries.ts';
import { proposers } from './schema/proposers.ts';
import { report } from './schema/report.ts';
import { ruleEntry } from './schema/rules.ts';
import { sources } from './schema/sources.ts';

export { laterKeys } from './schema/names.ts';
export type { PolicyReference } from './references.ts';
export type { PresetName } from './schema/names.ts';
export type { RegistryEntry } from './schema/registries.ts';
export type { RuleEntry } from './schema/rules.ts';

/**
 * The policy file's one schema: the types, the JSON Schema, the reference and the messages come from it. What a rule
 * takes besides its level comes from the rule. Messages say what was expected; `complaints.ts` adds the rest. Each key
 * with its own shape has a file in `schema/`.
 */

/**
 * The schema of a policy file, for the given rules.
 * @throws TypeError for a rule with an option that has no default.
 */
export function policySchema(rules: readonly Rule[]) {
  const entries = Object.fromEntries(rules.map((rule) => [rule.id, ruleEntry(rule)]));
  return z
    .strictObject({
      version: z.literal(1, { error: 'expected `1`' }).describe('The version of this format.'),
      extends: extendsKey.optional(),
      baselines: baselines.optional(),
      mode: z
        .enum(['enforce', 'observe'])
        .optional()
        .describe(
          '`observe` reports everything and fails only on findings that cannot be waived (the floor). Default: `enforce`.',
        ),
      unavailable: z
        .enum(['error', 'warn'])
        .optional()
        .describe(
          'The highest level of findings whose evidence could not be read, except those that cannot be waived (the floor).',
        ),
      lockfiles: lockfiles.optional(),
      registries: registries.optional(),
      sources: sources.optional(),
      trustedRoot: textThat(
        rootPathProblem,
        'expected the path of a `trusted_root.json`, such as `.github/trusted_root.json`',
      )
        .optional()
        .describe(
          'A `trusted_root.json` of this repository, read from the default branch: the Sigstore that attestations are verified against, instead of the public one.',
        ),
      provenance: listKey('provenance', rules)
        .optional()
        .describe(
          'Where packages must be built: what the rule `provenance` expects, in addition to its own option `expect`.',
        ),
      rules: z
        .strictObject(entries, {
          error: ({ code }) => (code === 'invalid_type' ? 'expected a mapping of rules to levels' : undefined),
        })
        .optional()
        .describe('The level, and the options, of single rules.'),
      publishers: listKey('publishers', rules)
        .optional()
        .describe('Who publishes some packages, until when, and which rules are waived for what they publish.'),
      allow: listKey('allow', rules)
        .optional()
        .describe('The only packages that are allowed. It waives nothing: every other rule still applies to them.'),
      deny: listKey('deny', rules)
        .optional()
        .describe('Packages that are not allowed, each with a reason; no exception covers them.'),
      profiles: profiles(rules).optional(),
      apply: applications().optional(),
      exceptions: z
        .array(exception(rules), { error: 'expected a list of exceptions' })
        .max(maxExceptions, {
          error: `expected at most ${maxExceptions} exceptions; lower the level of a rule that needs more`,
        })
        .check(distinctBy(({ id }) => id, 'another exception already has this id'))
        .optional()
        .describe('Cases in which a rule is waived, each with a reason and an end.'),
      approvals: approvals.optional(),
      proposers: proposers.optional(),
      admissions: admissions.optional(),
      report: report.optional(),
    })
    .check(consistency(rules))
    .describe('The policy of lockgate: `.github/dependency-policy.yml`, read from the default branch.');
}

export type PolicySchema = ReturnType<typeof policySchema>;
export type PolicyFile = z.infer<PolicySchema>;

/** The JSON Schema (draft 2020-12) of a policy file, with descriptions, for editors. */
export function policyJsonSchema(rules: readonly Rule[]): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(policySchema(rules), { io: 'input' });
}
