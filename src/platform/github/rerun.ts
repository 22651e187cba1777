import * as core from '@actions/core';
import * as z from 'zod';

import { asGateError } from '../../errors.ts';
import type { VerdictWord } from '../../model/index.ts';
import type { GitHubClient } from './api.ts';
import { ask } from './ask.ts';
import { describeFailure } from './failure.ts';
import { listPulls } from './pulls.ts';
import type { ActionRequest, PullRequestEvent } from './request.ts';

/** Pull requests that are checked, most recently updated first: one request each; those that wait for an age are recent. */
const maxPulls = 100;

const runs = z.object({
  workflow_runs: z.array(
    z.object({ id: z.int().positive(), run_number: z.int(), conclusion: z.string().nullable(), path: z.string() }),
  ),
});

/**
 * Runs the failed check of an open pull request again where it would pass now: a package is old enough, a registry is
 * back, an exception was granted. Whether it would pass is judged again, not read from an earlier run.
 * Needs `actions: write`. What GitHub refuses becomes a warning: nothing here affects a verdict.
 * @param workflow path of the workflow that holds the check
 * @param judge the verdict on a pull request as it stands
 */
export async function rerunChecks(
  request: ActionRequest,
  client: GitHubClient,
  workflow: string,
  judge: (pull: PullRequestEvent) => Promise<VerdictWord>,
): Promise<void> {
  try {
    const where = { state: 'open', sort: 'updated', direction: 'desc' };
    const pulls = await listPulls(client, request, where, 'the open pull requests');
    if (pulls.length >= maxPulls) core.info(`Only the ${maxPulls} most recently updated pull requests are checked.`);
    for (const pull of pulls) await rerunOne(request, client, workflow, pull, judge);
  } catch (error) {
    core.warning(`No check was run again: ${asGateError(error).message}`);
  }
}

async function rerunOne(
  request: ActionRequest,
  client: GitHubClient,
  workflow: string,
  pull: PullRequestEvent,
  judge: (pull: PullRequestEvent) => Promise<VerdictWord>,
): Promise<void> {
  const { owner, repo } = request;
  const { number } = pull;
  try {
    const failed = await lastFailure(request, client, workflow, pull.headSha);
    if (failed === undefined) return;
    const verdict = await judge(pull);
    if (verdict !== 'pass' && verdict !== 'warn') return;
    const route = 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs';
    await client.request(route, { owner, repo, run_id: failed });
    core.info(`Pull request #${number} would pass now: its check runs again.`);
  } catch (error) {
    core.warning(`The check of pull request #${number} was not run again: ${describeFailure(error)}.`);
  }
}

/** The newest run of the workflow on a commit, where it failed. One that is running, or was cancelled, is left alone. */
async function lastFailure(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  workflow: string,
  headSha: string,
): Promise<number | undefined> {
  const route = 'GET /repos/{owner}/{repo}/actions/runs';
  const where = { owner, repo, head_sha: headSha, event: 'pull_request', per_page: 100 };
  const { workflow_runs: found } = await ask(client, route, where, runs, 'the runs on a pull request');
  // A path may carry the ref that a reusable workflow was read from.
  const own = found.filter(({ path }) => path.split('@', 1)[0] === workflow);
  const newest = own.sort((a, b) => b.run_number - a.run_number)[0];
  return newest?.conclusion === 'failure' ? newest.id : undefined;
}
