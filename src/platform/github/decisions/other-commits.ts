import * as z from 'zod';

import type { KnownCommit } from '../../../decisions/changed-files.ts';
import type { GitHubClient } from '../api.ts';
import { objectId } from '../ask.ts';
import { readFailure } from '../failure.ts';
import type { ActionRequest } from '../request.ts';
import { commitOf, gitCommit, maxCommits, treesOf } from './commits.ts';
import { commitsDocument } from './documents.ts';
import { approvalsUnavailable, queryForDecision } from './unavailable.ts';

/** Commits that a pull request's own list does not hold. */

export interface OtherCommits {
  readonly commits: ReadonlyMap<string, KnownCommit>;
  readonly trees: ReadonlyMap<string, string>;
}

const perPage = 100;
const comparison = z.object({ total_commits: z.int(), commits: z.array(z.object({ sha: objectId })) });
const grant = 'the token `contents: read`';

/**
 * The ids of what a commit has and a branch has not; undefined where GitHub has lost the commit, or they are more than it lists.
 * @throws GateFailure `approvals-unavailable` where it does not say
 */
export async function idsOver(
  { owner, repo }: Pick<ActionRequest, 'owner' | 'repo'>,
  client: GitHubClient,
  base: string,
  commit: string,
): Promise<readonly string[] | undefined> {
  const ids: string[] = [];
  try {
    for (let page = 1; ; page += 1) {
      const where = { owner, repo, basehead: `${base}...${commit}`, per_page: perPage, page };
      const { data } = await client.request('GET /repos/{owner}/{repo}/compare/{basehead}', where);
      const { total_commits: total, commits } = comparison.parse(data);
      ids.push(...commits.map(({ sha }) => sha));
      if (total >= maxCommits) return undefined;
      if (ids.length === total) return ids;
      if (commits.length < perPage) return undefined;
    }
  } catch (error) {
    if (readFailure(error, 0).kind === 'missing') return undefined;
    throw approvalsUnavailable(error, `the commits that ${commit} brings in`, grant);
  }
}

/** The commits of these ids, with their people; those that GitHub has lost are left out. */
export async function readCommits(
  { owner, repo }: Pick<ActionRequest, 'owner' | 'repo'>,
  client: GitHubClient,
  ids: readonly string[],
): Promise<OtherCommits> {
  const commits = new Map<string, KnownCommit>();
  const trees = new Map<string, string>();
  const reply = z.object({ repository: z.record(z.string(), gitCommit.nullable()) });
  for (let from = 0; from < ids.length; from += perPage) {
    const document = commitsDocument(ids.slice(from, from + perPage));
    const what = 'the commits that the pull request rests on';
    const { repository } = await queryForDecision(client, [document, { owner, repo }], reply, [what, grant]);
    for (const found of Object.values(repository)) {
      if (found === null) continue;
      commits.set(found.oid, commitOf(found));
      for (const [id, tree] of treesOf(found)) trees.set(id, tree);
    }
  }
  return { commits, trees };
}
