import * as z from 'zod';

import type { Instant } from '../../../model/index.ts';
import type { HearOrder } from '../../port.ts';
import type { GitHubClient } from '../api.ts';
import { objectId } from '../ask.ts';
import { readPages } from '../pages.ts';
import type { ActionRequest } from '../request.ts';
import { approvalsUnavailable } from './unavailable.ts';

/** Which pull requests a push to a branch merged. */

/** One commit of the branch's own line, with the pull requests that it merged; none where it was pushed. */
export interface PushedCommit {
  readonly commit: string;
  /** Its first parent. */
  readonly base: string;
  readonly pulls: readonly MergedPull[];
}

export interface MergedPull {
  readonly number: number;
  readonly mergedAt: Instant;
}

const perPage = 100;
/** Commits of one push that are asked about: each is a request. */
const maxCommits = 100;
/** GitHub links a merged commit some seconds after the push; a minute in all. */
const waits = [2000, 6000, 16_000, 36_000] as const;
const waitsOf = { long: waits, short: waits.slice(0, 2), none: [] } as const;
const grant = 'the token `contents: read` and `pull-requests: read`';

const comparison = z.object({
  total_commits: z.int(),
  commits: z.array(z.object({ sha: objectId, parents: z.array(z.object({ sha: objectId })) })),
});
const pulls = z.array(
  z.object({
    number: z.int().positive(),
    merged_at: z.iso.datetime().nullable(),
    base: z.object({ ref: z.string(), repo: z.object({ id: z.int() }).nullable() }),
  }),
);

/**
 * The commits that a push added to a branch's own line, oldest first, each with the pull requests that were merged into this
 * branch by it. One without any is asked about again for a minute, or as long as it is worth.
 * @returns undefined where they are more than can be asked about: only the ledger counts
 * @throws GateFailure `approvals-unavailable` where GitHub refuses
 */
export async function pullsOfPush(
  request: Pick<ActionRequest, 'owner' | 'repo' | 'repositoryId'>,
  client: GitHubClient,
  {
    branch,
    before,
    after,
    patience = 'long',
  }: {
    readonly branch: string;
    readonly before: string;
    readonly after: string;
    readonly patience?: HearOrder['patience'];
  },
): Promise<readonly PushedCommit[] | undefined> {
  const line = await ownLine(request, client, before, after);
  if (line === undefined) return undefined;
  const found = new Map<string, readonly MergedPull[]>();
  for (const wait of [0, ...waitsOf[patience]]) {
    const open = line.filter(({ commit }) => (found.get(commit) ?? []).length === 0);
    if (open.length === 0) break;
    if (wait > 0) await client.pause(wait);
    for (const { commit } of open) found.set(commit, await mergedBy(request, client, branch, commit));
  }
  return line.map((one) => ({ ...one, pulls: found.get(one.commit) ?? [] }));
}

/** From `after` by first parents back to `before`. */
async function ownLine(
  { owner, repo }: Pick<ActionRequest, 'owner' | 'repo'>,
  client: GitHubClient,
  before: string,
  after: string,
): Promise<readonly Omit<PushedCommit, 'pulls'>[] | undefined> {
  const firstParents = new Map<string, string | undefined>();
  let isWhole = false;
  try {
    for (let page = 1; page <= 10; page += 1) {
      const where = { owner, repo, basehead: `${before}...${after}`, per_page: perPage, page };
      const { data } = await client.request('GET /repos/{owner}/{repo}/compare/{basehead}', where);
      const { commits, total_commits: total } = comparison.parse(data);
      for (const { sha, parents } of commits) firstParents.set(sha, parents[0]?.sha);
      isWhole = firstParents.size >= total;
      if (isWhole || commits.length === 0) break;
    }
  } catch (error) {
    throw approvalsUnavailable(error, 'the commits of the push', grant);
  }
  if (!isWhole) return undefined;
  const line: Omit<PushedCommit, 'pulls'>[] = [];
  for (let at = after; at !== before && firstParents.has(at); at = line[0]?.base ?? before) {
    // What the branch had before in another way ends the line too: it was judged then.
    const base = firstParents.get(at);
    if (base === undefined || line.length === maxCommits) return undefined;
    line.unshift({ commit: at, base });
  }
  return line;
}

/** The pull requests that a commit of a branch came with, merged into that branch. */
export async function mergedBy(
  { owner, repo, repositoryId }: Pick<ActionRequest, 'owner' | 'repo' | 'repositoryId'>,
  client: GitHubClient,
  branch: string,
  commit: string,
): Promise<readonly MergedPull[]> {
  const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
  try {
    const found = await readPages(client, route, { owner, repo, commit_sha: commit }, pulls);
    return found.flatMap(({ number, merged_at: mergedAt, base }) =>
      mergedAt !== null && base.ref === branch && base.repo?.id === repositoryId ? [{ number, mergedAt }] : [],
    );
  } catch (error) {
    throw approvalsUnavailable(error, `the pull requests of the commit ${commit}`, grant);
  }
}
