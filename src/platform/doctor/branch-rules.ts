import * as z from 'zod';

import type { GitHubClient } from '../github/api.ts';
import { unavailable } from '../github/ask.ts';
import { readPages } from '../github/pages.ts';
import { isPlanRefusal } from './plan.ts';
import type { RulesetOrigin } from './rulesets.ts';

const rules = z.array(
  z.object({
    ...{ type: z.string(), parameters: z.unknown().optional() },
    ...{
      ruleset_id: z.int().optional(),
      ruleset_source_type: z.string().optional(),
      ruleset_source: z.string().optional(),
    },
  }),
);
type BranchRule = z.infer<typeof rules>[number];

/**
 * Every rule that applies to a branch, over all pages; undefined where the plan of the owner has no rules here.
 * @throws GateFailure `repository-unavailable`
 */
export async function readRules(
  client: GitHubClient,
  where: Readonly<Record<string, string>>,
): Promise<readonly BranchRule[] | undefined> {
  const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
  try {
    return await readPages(client, route, where, rules);
  } catch (error) {
    if (isPlanRefusal(error)) return undefined;
    throw unavailable(error, `the rules of the default branch of ${where['owner']}/${where['repo']}`);
  }
}

const levels: Readonly<Record<string, RulesetOrigin['level']>> = {
  ...{ Repository: 'repository', Organization: 'organisation', Enterprise: 'enterprise' },
};

/** The ruleset that a rule is from. */
export function originOf(rule: BranchRule): { readonly ruleset?: RulesetOrigin } {
  const { ruleset_id: of, ruleset_source_type: type = '', ruleset_source: source = '' } = rule;
  return of === undefined ? {} : { ruleset: { id: of, level: levels[type] ?? 'enterprise', source } };
}
