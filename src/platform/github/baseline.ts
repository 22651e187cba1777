import * as z from 'zod';

import { GateFailure } from '../../errors.ts';
import { quoted } from '../../text/visible.ts';
import type { GitHubClient } from './api.ts';
import { ask, objectId, unavailable } from './ask.ts';
import { readFailure } from './failure.ts';
import type { ActionRequest } from './request.ts';

interface Branch {
  readonly tip: string;
  readonly protected: boolean;
}

const repositoryReply = z.object({ default_branch: z.string().min(1) });
const branchReply = z.object({ commit: z.object({ sha: objectId }), protected: z.boolean() });

/**
 * Whether a ref can be its own baseline. A branch that anybody may push to could already contain what the gate
 * should block, even another policy; then the tip of the default branch is used `instead`, as it is for tags.
 * `protected` is true for branch protections and rulesets (REST docs, "List branches").
 */
export async function chooseBaseline(
  request: ActionRequest,
  client: GitHubClient,
  ref: string,
): Promise<{ instead?: string; notes: readonly string[] }> {
  const name = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
  const { owner, repo } = request;
  const repository = await ask(client, 'GET /repos/{owner}/{repo}', { owner, repo }, repositoryReply, 'the repository');
  if (name === repository.default_branch) return { notes: [] };
  const branch = name === undefined ? undefined : await findBranch(request, client, name);
  if (branch?.protected === true) return { notes: [] };
  const trusted = await findBranch(request, client, repository.default_branch);
  if (trusted === undefined) {
    throw new GateFailure('repository-unavailable', 'The default branch has no commit to take the policy from.');
  }
  const why = name === undefined ? 'is not a branch' : 'is not a protected branch';
  return {
    instead: trusted.tip,
    notes: [
      `${quoted(name ?? ref)} ${why}: the baseline and the policy come from the default branch ${quoted(repository.default_branch)}.`,
    ],
  };
}

async function findBranch(request: ActionRequest, client: GitHubClient, branch: string): Promise<Branch | undefined> {
  const { owner, repo } = request;
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/branches/{branch}', { owner, repo, branch });
    const { commit, protected: isProtected } = branchReply.parse(data);
    return { tip: commit.sha, protected: isProtected };
  } catch (error) {
    if (readFailure(error, 0).kind === 'missing') return undefined;
    throw unavailable(error, `the branch ${quoted(branch)}`);
  }
}
