import * as z from 'zod';

import type { GitHubClient } from './api.ts';
import { ask, objectId } from './ask.ts';
import type { ActionRequest, PullRequestEvent, WorkflowRunEvent } from './request.ts';

const account = z.object({ login: z.string().min(1), id: z.int().positive(), type: z.string().min(1) });
const side = z.object({ ref: z.string().min(1), sha: objectId, repo: z.object({ id: z.int().positive() }).nullable() });
const pulls = z.array(z.object({ number: z.int().positive(), user: account.nullable(), head: side, base: side }));

/**
 * The open pull requests whose head is the commit that another workflow ran on, as events to judge. They are found by the
 * event's own head commit and branch: a run of a fork names no pull request, and what that run left behind could name
 * any (github.md, "Workflows that are safe").
 * @throws GateFailure `repository-unavailable` where GitHub does not list them.
 */
export async function pullsOfRun(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  { headSha, headBranch, headOwner }: WorkflowRunEvent,
): Promise<readonly PullRequestEvent[]> {
  const route = 'GET /repos/{owner}/{repo}/pulls';
  const where = { owner, repo, state: 'open', head: `${headOwner}:${headBranch}`, per_page: 100 };
  const found = await ask(client, route, where, pulls, 'the pull requests of the run');
  return found.flatMap(({ number, user, head, base }) =>
    head.sha !== headSha || user === null
      ? []
      : [
          {
            ...{ kind: 'pull_request', number, headSha, headRef: head.ref, baseRef: base.ref, author: user },
            fork: head.repo?.id !== base.repo?.id,
          } as const,
        ],
  );
}
