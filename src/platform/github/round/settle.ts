import type { VerdictWord } from '../../../model/index.ts';
import type { GitHubClient } from '../api.ts';
import { describeFailure } from '../failure.ts';
import type { ActionRequest, PullRequestEvent } from '../request.ts';
import { readStatus } from '../status.ts';
import type { GateRun } from './gate-runs.ts';
import { endedRun, newestRun } from './gate-runs.ts';

/** A pull request that was judged beside its check. */
export interface Judged {
  readonly verdict: VerdictWord;
  /**
   * Whose version of the workflow runs the check: the default branch's, another one that the pull request brings along, or none
   * that the default branch has.
   */
  readonly file: (workflow: string) => Promise<'default' | 'own' | 'none'>;
  /** Writes the comment. @param note our words: Markdown of one paragraph */
  readonly publish: (note?: string) => Promise<void>;
}

/** Judges a pull request as it stands; undefined where its own newer run does. */
export type JudgePull = (pull: PullRequestEvent, client: GitHubClient) => Promise<Judged | undefined>;

export const passes = (verdict: VerdictWord): boolean => verdict === 'pass' || verdict === 'warn';

/** The runs of one that a person may still ask for: GitHub allows 50 re-runs of a run, ever. */
const lastAttempt = 50;
/** GitHub runs nothing again that began longer ago (docs, "Re-running workflows and jobs"). */
export const longestAgo = 30 * 86_400_000;
/** Conclusions that satisfy a required check. */
const green: ReadonlySet<string | null> = new Set(['success', 'neutral', 'skipped']);

export type Settled =
  | { readonly kind: 'same' | 'again' }
  /** What a person has to do, as Markdown of one paragraph. */
  | { readonly kind: 'stuck'; readonly words: string };

/** Whether the check, or the commit status that is required instead of it, lets the head be merged. */
export async function isGreen(
  request: ActionRequest,
  client: GitHubClient,
  { conclusion }: GateRun,
  { headSha }: PullRequestEvent,
): Promise<boolean> {
  if (!request.inputs.status) return green.has(conclusion);
  return (await readStatus(request, client, headSha))?.state === 'success';
}

/**
 * Runs the check again where its conclusion is not the verdict: the failed jobs of a red one, all of a green one. The run judges by
 * itself; nothing that was judged here is handed to it.
 * @param most the last attempt that is asked for
 * @throws GateFailure `repository-unavailable` where GitHub does not list the runs
 */
export async function settle(
  request: ActionRequest,
  client: GitHubClient,
  { workflow, most }: { readonly workflow: string; readonly most: number },
  pull: PullRequestEvent,
  { verdict, file }: Pick<Judged, 'verdict' | 'file'>,
): Promise<Settled> {
  const isWanted = passes(verdict);
  const button = isWanted ? '“Re-run failed jobs”' : '“Re-run all jobs”';
  const choose = `Choose ${button} on the check, which needs write access.`;
  const anew = 'Close and reopen the pull request, or push.';
  const stuck = (why: string, fix: string): Settled => ({ kind: 'stuck', words: stuckWords(isWanted, why, fix) });
  const owner = await file(workflow);
  if (owner === 'none') {
    return stuck(
      `the default branch has no workflow \`${workflow}\``,
      'Name the one that holds the check in the input `gate-workflow`.',
    );
  }
  const run = await endedRun(request, client, workflow, pull);
  if (run === undefined) return stuck(`\`${workflow}\` has no run for this head`, anew);
  if (run.conclusion === null) return stuck('a run of it is still under way', `When that has ended: ${choose}`);
  if ((await isGreen(request, client, run, pull)) === isWanted) return { kind: 'same' };
  if (owner === 'own') {
    return stuck(
      `the pull request brings its own \`${workflow}\`, so the check says nothing`,
      'Review that file before anything else.',
    );
  }
  if (run.conclusion === 'action_required') {
    return stuck('its run waits until a maintainer approves it', 'Approve the run on the pull request’s page.');
  }
  if (Date.now() - Date.parse(run.createdAt) > longestAgo) {
    return stuck('its run began more than 30 days ago, and GitHub does not run that again', anew);
  }
  if (run.attempt >= most) {
    const fix = run.attempt > lastAttempt ? anew : choose;
    return stuck(`it has run ${run.attempt} times, and is not run again without a person after attempt ${most}`, fix);
  }
  const isFailed = isWanted && !green.has(run.conclusion);
  const route = `POST /repos/{owner}/{repo}/actions/runs/{run_id}/${isFailed ? 'rerun-failed-jobs' : 'rerun'}`;
  try {
    await client.request(route, { owner: request.owner, repo: request.repo, run_id: run.id });
    return { kind: 'again' };
  } catch (error) {
    // Somebody else may have run it again meanwhile, and a run that is under way is refused.
    const now = await newestRun(request, client, workflow, pull).catch(() => undefined);
    if (now !== undefined && (now.conclusion === null || now.id !== run.id || now.attempt > run.attempt)) {
      return { kind: 'again' };
    }
    return stuck(
      `GitHub refused to run it again (${describeFailure(error)})`,
      `${choose} The round itself needs \`actions: write\`.`,
    );
  }
}

/** A red check that is left red harms nobody; of a green one the danger comes first. */
function stuckWords(isWanted: boolean, why: string, fix: string): string {
  return isWanted
    ? `**This would pass now, and the check was not run again**: ${why}. ${fix}`
    : `**Do not merge: this does not pass, and the check may still be green.** It was not run again: ${why}. ${fix}`;
}

/** Such words in a log. */
export const plain = (words: string): string => words.replaceAll('**', '');
