import * as z from 'zod';

import { GateFailure } from '../../errors.ts';
import { quoted } from '../../text/visible.ts';
import type { GitHubClient } from './api.ts';
import { ask, objectId } from './ask.ts';
import type { ActionRequest, PullRequestEvent } from './request.ts';

const commitReply = z.object({ parents: z.array(z.object({ sha: objectId })) });
const pullReply = z.object({
  state: z.string(),
  head: z.object({ sha: objectId }),
  base: z.object({ ref: z.string().min(1), repo: z.object({ default_branch: z.string().min(1) }) }),
  mergeable: z.boolean().nullable(),
  merge_commit_sha: z.string().nullable(),
  comments: z.int().min(0),
});
type Pull = z.infer<typeof pullReply>;

/** GitHub computes a test merge when it is asked for one, which takes seconds (REST, "Get a pull request"). */
const waits = [1000, 2000, 4000, 8000, 16_000] as const;

/** Where a pull request goes, as GitHub says it now. */
export interface Target {
  /** The base branch as the pull request has it now. */
  readonly baseRef: string;
  readonly defaultBranch: string;
  /** How many comments it has. */
  readonly comments: number;
  /** The first parent: the base branch's tip when the merge was made. */
  readonly base: string;
}

export interface TestMerge<T> extends Target {
  readonly kind: 'merge';
  readonly merge: string;
  readonly accepted: T;
}

type StandingPull<T> = TestMerge<T> | { readonly kind: 'superseded'; readonly reason: string };

/**
 * The pull request as it stands, with the newest test merge of the event's head. The event is not asked: a re-run
 * repeats the payload, with a base branch and a merge that may both be of the past.
 * @param accept what the caller makes of the target; undefined where its first parent was never that branch's tip
 * @throws GateFailure `event` where there is no merge: conflicts, or GitHub has not made it yet.
 */
export async function findTestMerge<T>(
  request: ActionRequest,
  client: GitHubClient,
  event: PullRequestEvent,
  accept: (target: Target) => Promise<T | undefined>,
): Promise<StandingPull<T>> {
  const { owner, repo, sha } = request;
  const { number, headSha } = event;
  let last: Omit<Target, 'base'> | undefined;
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
  for (const wait of [0, ...waits]) {
    if (wait > 0) await client.pause(wait);
    const pull = await ask(client, route, { owner, repo, pull_number: number }, pullReply, `pull request #${number}`);
    const reason = whySuperseded(pull, event);
    if (reason !== undefined) return { kind: 'superseded', reason };
    const { ref: baseRef, repo: home } = pull.base;
    last = { baseRef, defaultBranch: home.default_branch, comments: pull.comments };
    if (pull.mergeable === false) {
      throw new GateFailure(
        'event',
        `Pull request #${number} conflicts with ${quoted(baseRef)}, so there is no merge to judge: resolve the conflicts and push.`,
      );
    }
    // While `mergeable` is null the merge is the one before: of another base branch, or of its former tip.
    const merge = pull.mergeable === true ? objectId.safeParse(pull.merge_commit_sha).data : undefined;
    const found = merge === undefined ? undefined : await take(merge, last);
    if (found !== undefined) return found;
  }
  // GitHub computes for longer where the base branch moves all the time. The event's merge lags then, and is no worse for it.
  const found = last === undefined ? undefined : await take(sha, last);
  if (found !== undefined) return found;
  throw new GateFailure(
    'event',
    `GitHub has no test merge of pull request #${number} at its head yet: run the workflow again, or push.`,
  );

  async function take(merge: string, place: Omit<Target, 'base'>): Promise<TestMerge<T> | undefined> {
    const base = await firstParent(request, client, merge, headSha);
    if (base === undefined) return undefined;
    const accepted = await accept({ ...place, base });
    return accepted === undefined ? undefined : { kind: 'merge', ...place, base, merge, accepted };
  }
}

function whySuperseded({ state, head }: Pull, { number, headSha }: PullRequestEvent): string | undefined {
  if (head.sha !== headSha) {
    return `Superseded: pull request #${number} has a newer head than this run, and the run of that head judges it.`;
  }
  if (state === 'closed') return `Superseded: pull request #${number} is closed, and nothing of it can be merged.`;
  return undefined;
}

/** The first parent of a commit that is a test merge of `headSha`; `undefined` for any other commit. */
async function firstParent(
  request: ActionRequest,
  client: GitHubClient,
  merge: string,
  headSha: string,
): Promise<string | undefined> {
  const { owner, repo } = request;
  const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}';
  const { parents } = await ask(client, route, { owner, repo, commit_sha: merge }, commitReply, `the commit ${merge}`);
  return parents.length === 2 && parents[1]?.sha === headSha ? parents[0]?.sha : undefined;
}
