import * as z from 'zod';

import { GateFailure } from '../../errors.ts';
import { quoted } from '../../text/visible.ts';
import type { GitHubClient } from './api.ts';
import { ask, objectId } from './ask.ts';
import type { ActionRequest, PullRequestEvent } from './request.ts';

const commitReply = z.object({ parents: z.array(z.object({ sha: objectId })) });
const pullReply = z.object({
  head: z.object({ sha: objectId }),
  mergeable: z.boolean().nullable(),
  merge_commit_sha: z.string().nullable(),
});

/**
 * The test merge that the event names, or the one that GitHub has now for the same head: `GITHUB_SHA` may be that of
 * an earlier head when pushes follow closely.
 * @throws GateFailure `event` where there is none: conflicts, a newer head, or GitHub has not made it yet.
 */
export async function findTestMerge(
  request: ActionRequest,
  client: GitHubClient,
  event: PullRequestEvent,
): Promise<{ base: string; head: string }> {
  const { owner, repo, sha } = request;
  const { number, headSha } = event;
  const base = await firstParent(request, client, sha, headSha);
  if (base !== undefined) return { base, head: sha };
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
  const pull = await ask(client, route, { owner, repo, pull_number: number }, pullReply, `pull request #${number}`);
  if (pull.head.sha !== headSha) {
    throw new GateFailure('event', `Pull request #${number} has a newer head than this run: its own run judges it.`);
  }
  if (pull.mergeable === false) {
    throw new GateFailure(
      'event',
      `Pull request #${number} conflicts with ${quoted(event.baseRef)}, so there is no merge to judge: resolve the conflicts and push.`,
    );
  }
  const current = objectId.safeParse(pull.merge_commit_sha).data;
  const currentBase = current && (await firstParent(request, client, current, headSha));
  if (current !== undefined && currentBase !== undefined) return { base: currentBase, head: current };
  throw new GateFailure(
    'event',
    `GitHub has no test merge of pull request #${number} at its head yet: run the workflow again, or push.`,
  );
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
