import * as z from 'zod';

import type { Fleet } from '../../model/index.ts';
import type { Exact } from '../../recording/exact.ts';

/** The shape of `lockgate-fleet/1`. */

const text = z.string();
const count = z.int().min(0);
const state = z
  .enum(['open', 'unknown', 'protected', 'no-lockfile', 'archived'])
  .describe('open: a pull request can get past the gate; unknown: what decides it could not be read');

const problem = z.object({
  code: text,
  level: z
    .enum(['error', 'warn', 'unknown', 'note'])
    .describe('error: it opens the gate; unknown: GitHub did not provide it'),
  ...{ message: text, fix: text },
});

const actor = z.object({
  kind: z.enum([
    ...(['role', 'team', 'app', 'user', 'organisation-owners'] as const),
    ...(['enterprise-owners', 'deploy-keys', 'other'] as const),
  ]),
  name: text.nullable().describe('third-party text; null where the kind says it all'),
  mode: z.enum(['always', 'pull_request', 'exempt']),
});

const requirement = z.object({
  kind: z.enum(['workflow', 'check']),
  name: text.describe("the workflow's path or the check's name: third-party text"),
  repository: text.nullable().describe('where the workflow is'),
  app: z.int().nullable().describe('the App that has to report the check; null: anybody who may write statuses'),
  by: z.enum(['organisation-ruleset', 'repository-ruleset', 'enterprise-ruleset', 'branch-protection']),
  ruleset: z.object({ id: z.int(), name: text.nullable() }).nullable(),
  bypass: z.array(actor).nullable().describe('who may bypass it; null where GitHub does not say'),
  bypassUnread: text.nullable().describe('why GitHub does not say, and what to grant'),
});

const install = z.object({
  ...{ workflow: text, job: text, command: text },
  privileged: z.boolean().describe('whether it runs with the rights of the default branch'),
  secrets: z.array(text).describe('names of secrets; `all` where it gets every one'),
});

const repository = z.object({
  ...{ repository: text, private: z.boolean(), fork: z.boolean(), state },
  defaultBranch: text.nullable(),
  requiredBy: z.array(requirement).describe('what makes a merge wait for the gate'),
  installs: z.array(install).describe('jobs that install what a pull request locks before there is a verdict'),
  problems: z.array(problem).describe('the same that `lockgate doctor` says of this repository'),
});

const fleet = z.object({
  schema: z.literal('lockgate-fleet/1'),
  organisation: text,
  hidden: count.nullable().describe('repositories that the token does not see; null where that is not known'),
  repositories: z.array(repository).describe('the worst first, then by name'),
  counts: z.object({ open: count, unknown: count, protected: count, 'no-lockfile': count, archived: count }),
});

/** Does not compile where it differs from the type. */
export const fleetSchema: Exact<z.output<typeof fleet>, Fleet> extends true ? typeof fleet : never = fleet;

/** The JSON Schema (2020-12) of a fleet, for docs/ and for consumers of `doctor --org --format json`. */
export function fleetJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(fleetSchema, { target: 'draft-2020-12', io: 'input' });
  const description = 'Which repositories of an organisation cannot merge past lockgate.';
  return { $schema, title: 'lockgate fleet', description, ...rest };
}
