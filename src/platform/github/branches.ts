import * as z from 'zod';

import { GateFailure } from '../../errors.ts';
import { quoted } from '../../text/visible.ts';
import type { GitHubClient } from './api.ts';
import { ask, objectId, unavailable } from './ask.ts';
import { readFailure } from './failure.ts';
import type { ActionRequest } from './request.ts';

/** A branch and the commit that it points at. */
export interface Branch {
  readonly name: string;
  readonly tip: string;
}

const repositoryReply = z.object({ default_branch: z.string().min(1) });
const branchReply = z.object({ commit: z.object({ sha: objectId }) });
const comparisonReply = z.object({ merge_base_commit: z.object({ sha: objectId }) });

/**
 * The default branch as it stands. Whom the gate trusts is read there, whatever the base of a change is.
 * @param name its name, where a reply has it already
 * @throws GateFailure `repository-unavailable`
 */
export async function readDefaultBranch(request: ActionRequest, client: GitHubClient, name?: string): Promise<Branch> {
  const found = name ?? (await askDefaultBranch(request, client));
  const tip = await findTip(request, client, found);
  if (tip !== undefined) return { name: found, tip };
  throw new GateFailure('repository-unavailable', 'The default branch has no commit to take the policy from.');
}

async function askDefaultBranch({ owner, repo }: ActionRequest, client: GitHubClient): Promise<string> {
  const route = 'GET /repos/{owner}/{repo}';
  return (await ask(client, route, { owner, repo }, repositoryReply, 'the repository')).default_branch;
}

/**
 * The commit that a branch points at; undefined where there is no such branch.
 * @throws GateFailure `repository-unavailable`
 */
export async function findTip(
  request: ActionRequest,
  client: GitHubClient,
  branch: string,
): Promise<string | undefined> {
  const { owner, repo } = request;
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/branches/{branch}', { owner, repo, branch });
    return branchReply.parse(data).commit.sha;
  } catch (error) {
    if (readFailure(error, 0).kind === 'missing') return undefined;
    throw unavailable(error, `the branch ${quoted(branch)}`);
  }
}

/**
 * The newest commit that both have; undefined where the histories have nothing in common.
 * @throws GateFailure `repository-unavailable`
 */
export async function findMergeBase(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  base: string,
  head: string,
): Promise<string | undefined> {
  // The changed files, with their patches, are on the first page only (REST, "Compare two commits").
  const where = { owner, repo, basehead: `${base}...${head}`, per_page: 1, page: 2 };
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/compare/{basehead}', where);
    return comparisonReply.parse(data).merge_base_commit.sha;
  } catch (error) {
    if (readFailure(error, 0).kind === 'missing') return undefined;
    throw unavailable(error, `the common ancestor of ${base} and ${head}`);
  }
}
