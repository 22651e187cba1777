import * as z from 'zod';

import type { GitHubClient } from './api.ts';
import { ask, objectId, unavailable } from './ask.ts';
import { readPages } from './pages.ts';
import type { ActionRequest, PullRequestEvent, WorkflowRunEvent } from './request.ts';

const account = z.object({ login: z.string().min(1), id: z.int().positive(), type: z.string().min(1) });
const side = z.object({ ref: z.string().min(1), sha: objectId, repo: z.object({ id: z.int().positive() }).nullable() });
const pulls = z.array(z.object({ number: z.int().positive(), user: account.nullable(), head: side, base: side }));

/**
 * One page of pull requests, as events to judge.
 * @param where GitHub's own filters (REST, "List pull requests")
 * @throws GateFailure `repository-unavailable` where GitHub does not list them.
 */
export async function listPulls(
  client: GitHubClient,
  { owner, repo }: ActionRequest,
  where: Readonly<Record<string, string>>,
  what: string,
): Promise<readonly PullRequestEvent[]> {
  const parameters = { owner, repo, ...where, per_page: 100 };
  const found = await ask(client, 'GET /repos/{owner}/{repo}/pulls', parameters, pulls, what);
  return found.flatMap(({ number, user, head, base }): readonly PullRequestEvent[] => {
    if (user === null) return [];
    const fork = head.repo?.id !== base.repo?.id;
    const heads = { headSha: head.sha, headRef: head.ref };
    return [{ kind: 'pull_request', number, ...heads, baseRef: base.ref, author: user, fork }];
  });
}

/** An open pull request with some head, and where it would be merged. */
export interface Proposal {
  readonly number: number;
  readonly baseRef: string;
  /** A tip of that branch; not always the newest. */
  readonly base: string;
}

const proposals = z.array(z.object({ number: z.int().positive(), state: z.string(), head: side, base: side }));

/**
 * Every open pull request whose head is a commit, whatever its branch: a check belongs to the commit, and GitHub shows
 * it on all of them (REST, "List pull requests associated with a commit", which also names those that only contain it).
 * @throws GateFailure `repository-unavailable` where GitHub does not list them.
 */
export async function pullsWithHead(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  head: string,
): Promise<readonly Proposal[]> {
  const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
  try {
    const found = await readPages(client, route, { owner, repo, commit_sha: head }, proposals);
    const own = found.filter((pull) => pull.state === 'open' && pull.head.sha === head);
    return own.map(({ number, base }) => ({ number, baseRef: base.ref, base: base.sha }));
  } catch (error) {
    throw unavailable(error, 'the pull requests of the head');
  }
}

/**
 * The open pull request whose head is a branch of this repository, if there is one: a request into that branch is stacked.
 * @throws GateFailure `repository-unavailable` where GitHub does not list them.
 */
export async function pullOfBranch(
  request: ActionRequest,
  client: GitHubClient,
  branch: string,
): Promise<number | undefined> {
  const where = { state: 'open', head: `${request.owner}:${branch}` };
  const found = await listPulls(client, request, where, 'the pull requests of the base branch');
  return found.find(({ fork, headRef }) => !fork && headRef === branch)?.number;
}

/**
 * The open pull requests whose head is the commit that another workflow ran on. They are found by the event's own head
 * commit and branch: a run of a fork names no pull request, and its artifacts could name any (docs/decisions/0151).
 * @throws GateFailure `repository-unavailable` where GitHub does not list them.
 */
export async function pullsOfRun(
  request: ActionRequest,
  client: GitHubClient,
  { headSha, headBranch, headOwner }: WorkflowRunEvent,
): Promise<readonly PullRequestEvent[]> {
  const where = { state: 'open', head: `${headOwner}:${headBranch}` };
  const found = await listPulls(client, request, where, 'the pull requests of the run');
  return found.filter((pull) => pull.headSha === headSha);
}
