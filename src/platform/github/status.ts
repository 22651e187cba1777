import * as core from '@actions/core';
import * as z from 'zod';

import type { CommitStatus } from '../port.ts';
import type { GitHubClient } from './api.ts';
import { describeFailure } from './failure.ts';
import { readPages } from './pages.ts';
import type { ActionRequest } from './request.ts';

/** What a ruleset requires instead of the job. */
export const statusContext = 'lockgate';

/** Characters of a status' description (REST, "Create a commit status": a longer one is refused). */
const longest = 140;

/**
 * Sets the commit status of the head that the run is about, if the run asks for one.
 * @returns whether it stands. A refusal becomes a warning.
 */
export async function setStatus(
  { owner, repo, event, inputs, runUrl }: ActionRequest,
  client: GitHubClient,
  { state, words }: CommitStatus,
): Promise<boolean> {
  if (!inputs.status || (event.kind !== 'pull_request' && event.kind !== 'merge_group')) return false;
  try {
    await client.request('POST /repos/{owner}/{repo}/statuses/{sha}', {
      ...{ owner, repo, sha: event.headSha, context: statusContext, state },
      description: words.length > longest ? `${words.slice(0, longest - 1)}…` : words,
      ...(runUrl === undefined ? {} : { target_url: runUrl }),
    });
    return true;
  } catch (error) {
    const needs = 'the job needs `statuses: write`';
    core.warning(`The commit status was not written: ${describeFailure(error)}; ${needs}.`);
    return false;
  }
}

const combined = z.object({
  statuses: z.array(z.object({ context: z.string(), state: z.string(), description: z.string().nullable() })),
});

/**
 * The commit status that a commit has, with its description; undefined where it has none.
 * @throws what the client throws
 */
export async function readStatus(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  commit: string,
): Promise<{ readonly state: string; readonly description: string } | undefined> {
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}/status';
  const { data } = await client.request(route, { owner, repo, ref: commit, per_page: 100 });
  const found = combined.parse(data).statuses.find(({ context }) => context === statusContext);
  return found && { state: found.state, description: found.description ?? '' };
}

const rules = z.array(z.object({ type: z.string(), parameters: z.unknown().optional() }));
const required = z.object({ required_status_checks: z.array(z.object({ context: z.string() })) });
const classic = z.object({
  protection: z
    .object({ required_status_checks: z.object({ contexts: z.array(z.string()).optional() }).nullish() })
    .optional(),
});

/**
 * Whether a merge into each of these branches waits for the status. Only then may the job itself succeed where nothing has
 * been decided yet. What GitHub does not say counts as no.
 */
export async function isStatusRequired(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  branches: readonly string[],
): Promise<boolean> {
  const answers = await Promise.all(branches.map((branch) => isRequiredOn({ owner, repo, branch })));
  return branches.length > 0 && answers.every(Boolean);

  async function isRequiredOn(where: Readonly<Record<string, string>>): Promise<boolean> {
    try {
      const found = await readPages(client, 'GET /repos/{owner}/{repo}/rules/branches/{branch}', where, rules);
      const checks = found.filter(({ type }) => type === 'required_status_checks');
      const inRules = checks.flatMap(({ parameters }) => required.parse(parameters).required_status_checks);
      if (inRules.some(({ context }) => context === statusContext)) return true;
      const { data } = await client.request('GET /repos/{owner}/{repo}/branches/{branch}', where);
      return classic.parse(data).protection?.required_status_checks?.contexts?.includes(statusContext) === true;
    } catch (error) {
      core.info(`Whether the status is required could not be read: ${describeFailure(error)}.`);
      return false;
    }
  }
}
