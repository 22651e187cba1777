import * as z from 'zod';

import type { Account } from '../../../model/index.ts';
import type { GitHubClient } from '../api.ts';
import type { ActionRequest } from '../request.ts';
import { restAccount } from './accounts.ts';
import type { Conversation } from './conversation.ts';
import { approvalsUnavailable, approvalsUnusable } from './unavailable.ts';

const perPage = 100;
/** GitHub gives at most 1,000 runs for one search. */
const maxPages = 10;

const runs = z.object({
  workflow_runs: z.array(
    z.object({
      event: z.string(),
      head_sha: z.string(),
      head_repository: z.object({ id: z.int() }).nullish(),
      // Who caused the event. `triggering_actor` is whoever ran it again, which proposes nothing.
      actor: restAccount.nullish(),
    }),
  ),
});

/**
 * Who caused the runs of this repository on the heads of a fork's branch: as good as can be known where the fork's own activity
 * cannot be read, and not all.
 * @throws GateFailure `approvals-unavailable` where GitHub does not list them, or none of them is on the head as it stands
 */
export async function readStarters(
  { owner, repo }: Pick<ActionRequest, 'owner' | 'repo'>,
  client: GitHubClient,
  { number, headRef, headSha, head }: Conversation,
): Promise<readonly Account[]> {
  const found: z.infer<typeof runs>['workflow_runs'] = [];
  const grant = 'the token `actions: read`: who pushed to the fork itself it may not read';
  try {
    for (let page = 1; page <= maxPages; page += 1) {
      const where = { owner, repo, branch: headRef, per_page: perPage, page };
      const { data } = await client.request('GET /repos/{owner}/{repo}/actions/runs', where);
      const { workflow_runs: listed } = runs.parse(data);
      found.push(...listed);
      if (listed.length < perPage) break;
    }
  } catch (error) {
    throw approvalsUnavailable(error, `the runs on pull request #${number}`, grant);
  }
  const own = found.filter(
    ({ event, head_repository: home }) =>
      /^pull_request(?:_target)?$/.test(event) && (home ?? null)?.id === head?.repositoryId,
  );
  const starters = own.flatMap(({ actor }) => actor ?? []);
  const isKnown = own.some(({ head_sha: sha, actor }) => sha === headSha && actor !== null && actor !== undefined);
  if (!isKnown || own.some(({ actor }) => actor === null || actor === undefined)) {
    const what = `GitHub does not say who pushed to the fork of pull request #${number}`;
    throw approvalsUnusable(what, 'push the branch to this repository, and open another pull request from it');
  }
  return [...new Map(starters.map((account) => [account.id, account])).values()];
}
