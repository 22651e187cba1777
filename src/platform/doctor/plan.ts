import * as z from 'zod';

import type { GitHubClient } from '../github/api.ts';
import { readFailure } from '../github/failure.ts';
import type { ListedRepository } from './listed.ts';
import type { Once } from './once.ts';

const reply = z.object({ plan: z.object({ name: z.string() }).optional() });

/**
 * Whether the owner's plan enforces no rule in this repository: in private ones, the free plan does not. GitHub tells an
 * organisation's plan to its owners alone; where it is not told, what GitHub answers about the rules decides.
 */
export async function isWithoutRules(
  client: GitHubClient,
  once: Once,
  { owner, isPrivate, isOrganisations }: ListedRepository,
): Promise<boolean> {
  if (!isPrivate || !isOrganisations) return false;
  try {
    const { data } = await once(`organisation ${owner}`, () => client.request('GET /orgs/{org}', { org: owner }));
    return reply.parse(data).plan?.name === 'free';
  } catch {
    return false;
  }
}

/** Whether GitHub refuses to show rules because the plan has none: "Upgrade to GitHub Pro or make this repository public". */
export function isPlanRefusal(error: unknown): boolean {
  const { response } = (error ?? {}) as { readonly response?: { readonly data?: unknown } };
  const { message } = (response?.data ?? {}) as { readonly message?: unknown };
  return readFailure(error, 0).status === 403 && typeof message === 'string' && /^Upgrade to GitHub /.test(message);
}
