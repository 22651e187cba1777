import * as z from 'zod';

import type { GitHubClient } from './api.ts';
import { ask, objectId, unavailable } from './ask.ts';
import { association, newcomer } from './event.ts';
import { readPages } from './pages.ts';
import type { ActionRequest, PullRequestEvent, WorkflowRunEvent } from './request.ts';

const account = z.object({ login: z.string().min(1), id: z.int().positive(), type: z.string().min(1) });
const side = z.object({ ref: z.string().min(1), sha: objectId, repo: z.object({ id: z.int().positive() }).nullable() });
const pull = z.object({ number: z.int().positive(), user: account.nullable(), head: side, base: side });
const pulls = z.array(pull.extend({ author_association: association }));

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
  return found.flatMap(eventsOf);
}

/**
 * Every open pull request, oldest first: one that waits for an age is not among those that were updated last.
 * @throws GateFailure `repository-unavailable` where GitHub does not list them.
 */
export async function listAllPulls(
  client: GitHubClient,
  { owner, repo }: ActionRequest,
): Promise<readonly PullRequestEvent[]> {
  const where = { owner, repo, state: 'open', sort: 'created', direction: 'asc' };
  try {
    return (await readPages(client, 'GET /repos/{owner}/{repo}/pulls', where, pulls)).flatMap(eventsOf);
  } catch (error) {
    throw unavailable(error, 'the open pull requests');
  }
}

const pullReply = pull.extend({ author_association: association, state: z.string() });

/**
 * One pull request as it stands, as an event to judge; undefined where it is closed, or its author's account is gone.
 * @throws GateFailure `repository-unavailable`
 */
export async function readPull(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  number: number,
): Promise<PullRequestEvent | undefined> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
  const what = `pull request #${number}`;
  const found = await ask(client, route, { owner, repo, pull_number: number }, pullReply, what);
  return found.state === 'open' ? eventsOf(found)[0] : undefined;
}

function eventsOf({
  number,
  user,
  head,
  base,
  author_association: word,
}: z.infer<typeof pulls>[number]): readonly PullRequestEvent[] {
  if (user === null) return [];
  const fork = head.repo?.id !== base.repo?.id;
  const home = head.repo === null ? {} : { headRepository: head.repo.id };
  const heads = { headSha: head.sha, headRef: head.ref, ...home };
  return [{ kind: 'pull_request', number, ...heads, baseRef: base.ref, author: user, fork, ...newcomer(user, word) }];
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
 * @param own one that must be among them: GitHub does not name it for a commit that the default branch has, and then all
 *   open ones are looked through
 * @throws GateFailure `repository-unavailable` where GitHub does not list them.
 */
export async function pullsWithHead(
  request: ActionRequest,
  client: GitHubClient,
  head: string,
  own?: number,
): Promise<readonly Proposal[]> {
  const place = { owner: request.owner, repo: request.repo };
  const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
  const named = await withHead(client, route, { ...place, commit_sha: head }, head);
  if (own === undefined || named.some(({ number }) => number === own)) return named;
  return withHead(client, 'GET /repos/{owner}/{repo}/pulls', { ...place, state: 'open' }, head);
}

async function withHead(
  client: GitHubClient,
  route: string,
  parameters: Readonly<Record<string, string>>,
  head: string,
): Promise<readonly Proposal[]> {
  try {
    const found = await readPages(client, route, parameters, proposals);
    const own = found.filter((pull) => pull.state === 'open' && pull.head.sha === head);
    return own.map(({ number, base }) => ({ number, baseRef: base.ref, base: base.sha }));
  } catch (error) {
    throw unavailable(error, 'the pull requests of the head');
  }
}

/**
 * Asks once more, at the end of a run, which pull requests have its head. A run that began before a retarget, or before
 * another request of the same commit was opened, must not be the newest check, and green, on what it did not judge.
 * @returns why the run does not count, as a sentence; undefined where nothing has changed.
 */
export async function whyOutdated(
  request: ActionRequest,
  client: GitHubClient,
  head: string,
  before: readonly Proposal[],
  own?: number,
): Promise<string | undefined> {
  const now = await pullsWithHead(request, client, head, own);
  const judged = new Set(before.map(placeOf));
  return now.length === before.length && now.every((each) => judged.has(placeOf(each)))
    ? undefined
    : 'Superseded: while this run was under way, the pull requests of its head, or their base branches, changed. Run the workflow again if no other run judges them.';
}

const placeOf = ({ number, baseRef }: Proposal) => JSON.stringify([number, baseRef]);

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
