import * as z from 'zod';

import { GateFailure } from '../../errors.ts';
import { quoted } from '../../text/visible.ts';
import type { GitHubClient } from '../github/api.ts';
import { unavailable } from '../github/ask.ts';
import { readFailure } from '../github/failure.ts';
import { readPages } from '../github/pages.ts';
import type { ListedRepository } from './listed.ts';
import { listedRepository } from './listed.ts';
import type { Once } from './once.ts';

/** Pages of a hundred repositories. */
const maxPages = 100;

const organisationReply = z.object({
  login: z.string(),
  public_repos: z.int().min(0),
  /** Its owners alone see this one. */
  total_private_repos: z.int().min(0).optional(),
});
const accountReply = z.object({ type: z.string() });
const branchesReply = z.array(z.unknown());

/**
 * Lists an organisation's repositories, as far as the token sees them.
 * @throws GateFailure `usage` for an account that is no organisation, `repository-unavailable`
 */
export async function readOrganisation(
  client: GitHubClient,
  once: Once,
  org: string,
): Promise<{ readonly repositories: readonly ListedRepository[]; readonly hidden: number | null }> {
  const about = await askOrganisation(client, once, org);
  let listed: readonly ListedRepository[];
  try {
    const all = { org, type: 'all', sort: 'full_name' };
    listed = await readPages(client, 'GET /orgs/{org}/repos', all, z.array(listedRepository), maxPages);
  } catch (error) {
    throw unavailable(error, `the repositories of ${quoted(org)}`);
  }
  // A repository that is created meanwhile moves others to the next page.
  const repositories = [...new Map(listed.map((each) => [each.id, each])).values()];
  if (repositories.length === 0) {
    throw new GateFailure(
      'repository-unavailable',
      `GitHub lists no repository of ${quoted(org)}: give the token access to the organisation's repositories`,
    );
  }
  const { public_repos: open, total_private_repos: closed } = about;
  const hidden = closed === undefined ? null : Math.max(0, open + closed - repositories.length);
  return { repositories, hidden };
}

async function askOrganisation(
  client: GitHubClient,
  once: Once,
  org: string,
): Promise<z.infer<typeof organisationReply>> {
  try {
    const { data } = await once(`organisation ${org}`, () => client.request('GET /orgs/{org}', { org }));
    return organisationReply.parse(data);
  } catch (error) {
    if (readFailure(error, 0).kind !== 'missing' || !(await isPerson(client, org))) {
      throw unavailable(error, `the organisation ${quoted(org)}`);
    }
    throw new GateFailure(
      'usage',
      `${quoted(org)} is a person's account, and --org takes an organisation; for one repository run lockgate doctor ${org}/NAME`,
    );
  }
}

async function isPerson(client: GitHubClient, username: string): Promise<boolean> {
  try {
    return accountReply.parse((await client.request('GET /users/{username}', { username })).data).type === 'User';
  } catch {
    return false;
  }
}

/** Whether a repository has no branch at all. What is not told is no. */
export async function isEmptyRepository(client: GitHubClient, { owner, repo }: ListedRepository): Promise<boolean> {
  try {
    const where = { owner, repo, per_page: 1 };
    return branchesReply.parse((await client.request('GET /repos/{owner}/{repo}/branches', where)).data).length === 0;
  } catch {
    return false;
  }
}
