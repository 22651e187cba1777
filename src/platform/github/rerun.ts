import * as core from '@actions/core';

import { asGateError } from '../../errors.ts';
import { readWaiting } from '../../report/formats/waiting-marker.ts';
import type { GitHubClient } from './api.ts';
import { withBudget } from './budget.ts';
import type { Budget } from './budget.ts';
import { ownComment } from './comment.ts';
import { describeFailure } from './failure.ts';
import { listAllPulls } from './pulls.ts';
import type { ActionRequest, PullRequestEvent } from './request.ts';
import { mayRestOnDecisions } from './round/decided.ts';
import { newestRun } from './round/gate-runs.ts';
import type { Judged, JudgePull } from './round/settle.ts';
import { isGreen, longestAgo, passes, plain, settle } from './round/settle.ts';
import { readStatus } from './status.ts';

/** Requests of one scheduled run, of the 1,000 that a job's token has an hour for everything that a repository runs. */
const maxRequests = 300;
const hour = 3_600_000;
/** Attempts of one run that schedules may bring it to: the last ten that GitHub allows are for people. */
const bySchedule = 40;
/** Pull requests by which each hour begins later in the list, so that over hours every one has its turn. */
const perHour = 50;
/** Numbers in one message. */
const named = 20;

/** A pull request whose check may say something else now. */
interface Candidate {
  readonly pull: PullRequestEvent;
  /** Until when the last run said that it waits, in milliseconds; absent where it said nothing of the kind. */
  readonly until?: number;
  /** What is to be done if it is so. */
  readonly settle: (client: GitHubClient, judged: Judged) => Promise<void>;
}

type Inspect = (pull: PullRequestEvent, client: GitHubClient) => Promise<Candidate | undefined>;

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
  judge: JudgePull,
): Promise<void> {
  await settleAll(request, client, { judge, isDue: passes }, async (pull, bounded) => {
    const run = await newestRun(request, bounded, workflow, pull);
    if (run?.conclusion !== 'failure') return undefined;
    const until = await waitingOf(request, bounded, pull);
    const again = async (sender: GitHubClient): Promise<void> => {
      if (Date.now() - Date.parse(run.createdAt) > longestAgo) {
        core.warning(
          `Pull request #${pull.number} would pass now, but its check began more than 30 days ago and GitHub does not run it again: close and reopen the pull request.`,
        );
        return;
      }
      if (run.attempt >= bySchedule) {
        core.warning(
          `Pull request #${pull.number} would pass now, but its check has run ${run.attempt} times: choose “Re-run failed jobs” on it, or push.`,
        );
        return;
      }
      const { owner, repo } = request;
      const route = 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs';
      await sender.request(route, { owner, repo, run_id: run.id });
      core.info(`Pull request #${pull.number} would pass now: its check runs again.`);
    };
    return { pull, settle: again, ...(until === undefined ? {} : { until }) };
  });
}

/**
 * Runs the green check of an open pull request again where it rests on decisions of people and would not pass now: an approval was
 * withdrawn or is too old, an approver lost the role, somebody denies it. What cannot be judged does not stay green. Needs
 * `actions: write`, and `pull-requests: write` to say in the comment where GitHub refuses.
 * @param workflow path of the workflow that holds the check
 */
export async function recheckDecided(
  request: ActionRequest,
  client: GitHubClient,
  workflow: string,
  judge: JudgePull,
): Promise<void> {
  const isDue = (verdict: Judged['verdict']) => !passes(verdict);
  await settleAll(request, client, { judge, isDue }, async (pull, bounded) => {
    const run = await newestRun(request, bounded, workflow, pull);
    // One that is under way reads what people say now.
    if (run === undefined || run.conclusion === null || !(await isGreen(request, bounded, run, pull))) return undefined;
    if (!(await mayRestOnDecisions(request, bounded, pull))) return undefined;
    const again = async (sender: GitHubClient, judged: Judged): Promise<void> => {
      const settled = await settle(request, sender, { workflow, most: bySchedule }, pull, judged);
      if (settled.kind === 'again') {
        core.warning(`Pull request #${pull.number} is green and does not pass any more: its check runs again.`);
      }
      if (settled.kind !== 'stuck') return;
      core.warning(`Pull request #${pull.number}: ${plain(settled.words)}`);
      await judged.publish(settled.words);
    };
    return { pull, settle: again };
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
  judge: JudgePull,
  publish: (pull: PullRequestEvent, client: GitHubClient) => Promise<unknown>,
): Promise<void> {
  await settleAll(request, client, { judge, isDue: passes }, async (pull, bounded) => {
    const status = await readStatus(request, bounded, pull.headSha);
    if (status === undefined || status.state === 'success') return undefined;
    const until = readWaiting(status.description);
    const again = async (sender: GitHubClient): Promise<void> => {
      await publish(pull, sender);
      core.info(`Pull request #${pull.number} was judged again, because it would pass now.`);
    };
    return { pull, settle: again, ...(until === undefined ? {} : { until }) };
  });
}

/** Those whose time has come first, within a budget; what is left over is said. */
async function settleAll(
  request: ActionRequest,
  client: GitHubClient,
  { judge, isDue }: { readonly judge: JudgePull; readonly isDue: (verdict: Judged['verdict']) => boolean },
  inspect: Inspect,
): Promise<void> {
  const budget = withBudget(client, maxRequests);
  const left = new Set<number>();
  try {
    const candidates: Candidate[] = [];
    const pulls = inTurn(await listAllPulls(budget.client, request));
    for (const pull of pulls) {
      // The other half is for judging: to know of all and to settle none would help nobody.
      if (budget.left() < maxRequests / 2) left.add(pull.number);
      else {
        await attempt(pull, budget, left, async () => void candidates.push(...one(await inspect(pull, budget.client))));
      }
    }
    for (const { pull, settle: again } of inOrder(candidates)) {
      await attempt(pull, budget, left, async () => {
        const judged = await judge(pull, budget.client);
        if (judged === undefined) return;
        // What was asked too little about says nothing.
        if (judged.verdict === 'error' && budget.left() === 0) left.add(pull.number);
        else if (isDue(judged.verdict)) await again(budget.client, judged);
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
function inOrder(blocked: readonly Candidate[]): readonly Candidate[] {
  const now = Date.now();
  const byTime = (a: Candidate, b: Candidate) => (a.until ?? 0) - (b.until ?? 0);
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
