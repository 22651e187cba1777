import * as z from 'zod';

import type { GitHubClient } from '../api.ts';
import { ask } from '../ask.ts';
import type { ActionRequest, PullRequestEvent } from '../request.ts';

/** A run of the workflow that holds the check. */
export interface GateRun {
  readonly id: number;
  /** How often it has run. */
  readonly attempt: number;
  /** Null while it is under way. */
  readonly conclusion: string | null;
  readonly createdAt: string;
}

const runs = z.object({
  workflow_runs: z.array(
    z.object({
      ...{ id: z.int().positive(), run_number: z.int(), run_attempt: z.int().positive().default(1), path: z.string() },
      ...{ status: z.string().nullable(), conclusion: z.string().nullable(), created_at: z.string() },
      ...{ run_started_at: z.string().optional(), head_sha: z.string(), head_branch: z.string().nullable() },
      head_repository: z.object({ id: z.int() }).nullish(),
    }),
  ),
});

/**
 * The run of the workflow on a pull request's head that began last: its check is the one that GitHub shows. A workflow is known by
 * its path, never by its name, which any file may have; a run belongs to the branch and the repository that it ran for, because
 * others may have the same commit.
 * @throws GateFailure `repository-unavailable`
 */
export async function newestRun(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  workflow: string,
  { headSha, headRef, headRepository }: PullRequestEvent,
): Promise<GateRun | undefined> {
  const route = 'GET /repos/{owner}/{repo}/actions/runs';
  const where = { owner, repo, head_sha: headSha, branch: headRef, event: 'pull_request', per_page: 100 };
  const { workflow_runs: found } = await ask(client, route, where, runs, 'the runs on a pull request');
  const own = found.filter(
    (run) =>
      // A path may carry the ref that a reusable workflow was read from.
      run.path.split('@', 1)[0] === workflow &&
      run.head_sha === headSha &&
      run.head_branch === headRef &&
      run.head_repository?.id === headRepository,
  );
  const startOf = (run: (typeof own)[number]) => Date.parse(run.run_started_at ?? run.created_at);
  const newest = own.sort((a, b) => startOf(b) - startOf(a) || b.run_number - a.run_number)[0];
  if (newest === undefined) return undefined;
  const { id, run_attempt: attempt, status, conclusion, created_at: createdAt } = newest;
  return { id, attempt, conclusion: status === 'completed' ? conclusion : null, createdAt };
}

/** Milliseconds between questions: five minutes in all, of a job that has twenty. */
const waits = [1, 2, 4, 8, 15, ...Array<number>(9).fill(30)].map((seconds) => seconds * 1000);

/** The newest run when it has ended; still under way where it takes too long. */
export async function endedRun(
  request: ActionRequest,
  client: GitHubClient,
  workflow: string,
  pull: PullRequestEvent,
): Promise<GateRun | undefined> {
  let run = await newestRun(request, client, workflow, pull);
  for (const wait of waits) {
    if (run === undefined || run.conclusion !== null) return run;
    await client.pause(wait);
    run = await newestRun(request, client, workflow, pull);
  }
  return run;
}
