import * as core from '@actions/core';
import * as z from 'zod';

import { asGateError } from '../../errors.ts';
import type { VerdictWord } from '../../model/index.ts';
import { readWaiting } from '../../report/formats/waiting-marker.ts';
import type { GitHubClient } from './api.ts';
import { ask } from './ask.ts';
import { withBudget } from './budget.ts';
import type { Budget } from './budget.ts';
import { ownComment } from './comment.ts';
import { describeFailure } from './failure.ts';
import { listAllPulls } from './pulls.ts';
import type { ActionRequest, PullRequestEvent } from './request.ts';
import { readStatus } from './status.ts';

/** Requests of one scheduled run, of the 1,000 that a job's token has an hour for everything that a repository runs. */
const maxRequests = 300;
const hour = 3_600_000;
/** GitHub runs nothing again that began longer ago (docs, "Re-running workflows and jobs"). */
const longestAgo = 30 * 24 * hour;
/** Pull requests by which each hour begins later in the list, so that over hours every one has its turn. */
const perHour = 50;
/** Numbers in one message. */
const named = 20;

const runs = z.object({
  workflow_runs: z.array(
    z.object({
      ...{ id: z.int().positive(), run_number: z.int(), conclusion: z.string().nullable(), path: z.string() },
      created_at: z.string(),
    }),
  ),
});

/** A pull request that is blocked, and what would unblock it. */
interface Blocked {
  readonly pull: PullRequestEvent;
  /** Until when the last run said that it waits, in milliseconds; absent where it said nothing of the kind. */
  readonly until?: number;
  /** What is to be done if it passes now. */
  readonly settle: (client: GitHubClient) => Promise<void>;
}

/** The verdict on a pull request as it stands. */
export type Judge = (pull: PullRequestEvent, client: GitHubClient) => Promise<VerdictWord>;

/**
 * Runs the failed check of an open pull request again where it would pass now: a package is old enough, a registry is
 * back, an exception was granted. Whether it would pass is judged again, not read from an earlier run.
 * Needs `actions: write`. What GitHub refuses becomes a warning: nothing here affects a verdict.
 * @param workflow path of the workflow that holds the check
 */
export async function rerunChecks(
  request: ActionRequest,
  client: GitHubClient,
  workflow: string,
  judge: Judge,
): Promise<void> {
  await settleAll(request, client, judge, async (pull, bounded) => {
    const failed = await lastFailure(request, bounded, workflow, pull.headSha);
    if (failed === undefined) return undefined;
    const until = await waitingOf(request, bounded, pull);
    const settle = async (sender: GitHubClient): Promise<void> => {
      if (Date.now() - Date.parse(failed.created_at) > longestAgo) {
        core.warning(
          `Pull request #${pull.number} would pass now, but its check began more than 30 days ago and GitHub does not run it again: close and reopen the pull request.`,
        );
        return;
      }
      const { owner, repo } = request;
      const route = 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs';
      await sender.request(route, { owner, repo, run_id: failed.id });
      core.info(`Pull request #${pull.number} would pass now: its check runs again.`);
    };
    return { pull, settle, ...(until === undefined ? {} : { until }) };
  });
}

/**
 * The same where a commit status is required instead of the check: no run is needed for a status, so the pull request is
 * judged here. Needs `statuses: write`.
 * @param publish judges the pull request once more and publishes what it finds
 */
export async function settleStatuses(
  request: ActionRequest,
  client: GitHubClient,
  judge: Judge,
  publish: (pull: PullRequestEvent, client: GitHubClient) => Promise<unknown>,
): Promise<void> {
  await settleAll(request, client, judge, async (pull, bounded) => {
    const status = await readStatus(request, bounded, pull.headSha);
    if (status === undefined || status.state === 'success') return undefined;
    const until = readWaiting(status.description);
    const settle = async (sender: GitHubClient): Promise<void> => {
      await publish(pull, sender);
      core.info(`Pull request #${pull.number} was judged again, because it would pass now.`);
    };
    return { pull, settle, ...(until === undefined ? {} : { until }) };
  });
}

/** Those whose time has come first, within a budget; what is left over is said. */
async function settleAll(
  request: ActionRequest,
  client: GitHubClient,
  judge: Judge,
  inspect: (pull: PullRequestEvent, client: GitHubClient) => Promise<Blocked | undefined>,
): Promise<void> {
  const budget = withBudget(client, maxRequests);
  const left = new Set<number>();
  try {
    const blocked: Blocked[] = [];
    const pulls = inTurn(await listAllPulls(budget.client, request));
    for (const pull of pulls) {
      // The other half is for judging: to know of all and to settle none would help nobody.
      if (budget.left() < maxRequests / 2) left.add(pull.number);
      else await attempt(pull, budget, left, async () => void blocked.push(...one(await inspect(pull, budget.client))));
    }
    for (const { pull, settle } of inOrder(blocked)) {
      await attempt(pull, budget, left, async () => {
        const verdict = await judge(pull, budget.client);
        if (verdict === 'pass' || verdict === 'warn') await settle(budget.client);
        else if (verdict === 'error' && budget.left() === 0) left.add(pull.number);
      });
    }
  } catch (error) {
    core.warning(`No check was run again: ${asGateError(error).message}`);
  }
  if (left.size > 0) core.warning(leftWords([...left]));
}

const one = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

async function attempt(
  { number }: PullRequestEvent,
  budget: Budget,
  left: Set<number>,
  task: () => Promise<void>,
): Promise<void> {
  if (budget.left() === 0) {
    left.add(number);
    return;
  }
  try {
    await task();
  } catch (error) {
    if (budget.left() === 0) left.add(number);
    else core.warning(`The check of pull request #${number} was not run again: ${describeFailure(error)}.`);
  }
}

function leftWords(left: readonly number[]): string {
  const numbers = left.slice(0, named).map((number) => `#${number}`);
  const more = left.length > named ? ` and ${left.length - named} more` : '';
  return `At most ${maxRequests} requests, or half of what GitHub still allows in this hour: not looked at were ${numbers.join(', ')}${more}. The next scheduled run goes on with them.`;
}

/** From another place in the list in each hour. */
function inTurn(pulls: readonly PullRequestEvent[]): readonly PullRequestEvent[] {
  const start = pulls.length === 0 ? 0 : (Math.floor(Date.now() / hour) * perHour) % pulls.length;
  return [...pulls.slice(start), ...pulls.slice(0, start)];
}

/** Whose time has come; then of whom nobody knows, such as after an exception; then who said to wait for longer. */
function inOrder(blocked: readonly Blocked[]): readonly Blocked[] {
  const now = Date.now();
  const byTime = (a: Blocked, b: Blocked) => (a.until ?? 0) - (b.until ?? 0);
  const timed = blocked.filter(({ until }) => until !== undefined).sort(byTime);
  return [
    ...timed.filter(({ until = 0 }) => until <= now),
    ...blocked.filter(({ until }) => until === undefined),
    ...timed.filter(({ until = 0 }) => until > now),
  ];
}

/** What our own comment says about this very head. It decides about the order alone. */
async function waitingOf(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  { number, headSha }: PullRequestEvent,
): Promise<number | undefined> {
  try {
    const text = await ownComment(client, { owner, repo, number });
    return text === undefined ? undefined : readWaiting(text, headSha);
  } catch {
    return undefined;
  }
}

/** The newest run of the workflow on a commit, where it failed. One that is running, or was cancelled, is left alone. */
async function lastFailure(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  workflow: string,
  headSha: string,
): Promise<{ readonly id: number; readonly created_at: string } | undefined> {
  const route = 'GET /repos/{owner}/{repo}/actions/runs';
  const where = { owner, repo, head_sha: headSha, event: 'pull_request', per_page: 100 };
  const { workflow_runs: found } = await ask(client, route, where, runs, 'the runs on a pull request');
  // A path may carry the ref that a reusable workflow was read from.
  const own = found.filter(({ path }) => path.split('@', 1)[0] === workflow);
  const newest = own.sort((a, b) => b.run_number - a.run_number)[0];
  return newest?.conclusion === 'failure' ? newest : undefined;
}
