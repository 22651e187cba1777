import * as z from 'zod';

import type { GitHubClient } from '../github/api.ts';

/** What an Actions policy says about who and what may start workflows ("workflow execution protections"). */
export interface ExecutionRules {
  readonly name: string;
  /** Events that it allows; undefined where it does not limit them. */
  readonly events: readonly string[] | undefined;
  /** Whether it limits who may start a workflow. */
  readonly limitsActors: boolean;
  /** The workflow files that it is about; undefined: all. */
  readonly paths: readonly string[] | undefined;
}

const list = z.object({ policies: z.array(z.object({ id: z.int().positive(), name: z.string() })) });
const policy = z.object({
  name: z.string(),
  enforcement: z.string(),
  conditions: z.object({ workflow_path: z.object({ include: z.array(z.string()) }).optional() }).nullish(),
  rules: z.array(z.object({ type: z.string(), parameters: z.unknown().optional() })),
});
const events = z.object({ allowed_events: z.array(z.string()) });

/**
 * The Actions policies that are enforced on a repository (REST, "Actions policies"). None where GitHub does not give them: they
 * can only keep the gate from reporting, so what is not read lets nothing past it. Reading needs administration rights.
 */
export async function readExecutionRules(
  client: GitHubClient,
  place: { readonly owner: string; readonly repo: string },
): Promise<readonly ExecutionRules[]> {
  try {
    const listed = await client.request('GET /repos/{owner}/{repo}/actions/policies', { ...place, per_page: 100 });
    const found = await Promise.all(
      list.parse(listed.data).policies.map(async ({ id }) => {
        const route = 'GET /repos/{owner}/{repo}/actions/policies/{policy_id}';
        return policy.parse((await client.request(route, { ...place, policy_id: id })).data);
      }),
    );
    return found.filter(({ enforcement }) => enforcement === 'active').map(rulesOf);
  } catch {
    return [];
  }
}

function rulesOf({ name, conditions, rules }: z.infer<typeof policy>): ExecutionRules {
  const include = conditions?.workflow_path?.include;
  const limits = rules.filter(({ type }) => type === 'restrict_action_events');
  const allowed = limits.map(({ parameters }) => events.parse(parameters).allowed_events);
  return {
    name,
    events: allowed.length === 0 ? undefined : allowed.reduce((a, b) => a.filter((event) => b.includes(event))),
    limitsActors: rules.some(({ type }) => type !== 'restrict_action_events'),
    paths: include === undefined || include.includes('~ALL') ? undefined : include,
  };
}
