import * as z from 'zod';

import type { Standings } from '../../../decisions/who.ts';
import type { Account, Approvals, Snapshot } from '../../../model/index.ts';
import type { RecordedPull } from '../../port.ts';
import { quoted } from '../../../text/visible.ts';
import type { GitHubClient } from '../api.ts';
import { objectId } from '../ask.ts';
import type { ActionRequest } from '../request.ts';
import { readConversation } from './conversation.ts';
import { heldOtherWords, isUnasked } from './hear.ts';
import { askPeople, demandWords } from './people.ts';
import { readProposers } from './proposers.ts';
import { mergedBy } from './pushed.ts';
import { readStandings } from './standing.ts';
import { approvalsUnavailable } from './unavailable.ts';
import { withApp } from './via-app.ts';

/** A pull request that a record names, as it is told now. */

const grant = 'the token `pull-requests: read` and `contents: read`';
/** Commits that a rebase put on a branch, below the last one. */
const maxRebased = 100;
/** What a branch was at before that is looked into, each by some requests. */
const maxFormer = 20;

const pullReply = z.object({
  merged_at: z.iso.datetime().nullable(),
  merge_commit_sha: objectId.nullable(),
  created_at: z.iso.datetime(),
  head: z.object({
    sha: objectId,
    ref: z.string().min(1),
    repo: z.object({ name: z.string().min(1), owner: z.object({ login: z.string().min(1) }) }).nullable(),
  }),
  base: z.object({
    ref: z.string().min(1),
    repo: z.object({ id: z.int().positive(), default_branch: z.string().min(1) }),
  }),
});
const activityReply = z.array(
  z.object({ ref: z.string(), before: objectId, after: objectId, timestamp: z.iso.datetime({ offset: true }) }),
);
const commitReply = z.object({ parents: z.array(z.object({ sha: objectId })) });

/**
 * Where a pull request went, and a way to hear what was said on it.
 * @returns undefined where there is none of this number in this repository
 * @throws GateFailure `approvals-unavailable`
 */
export async function readRecorded(
  request: ActionRequest,
  client: GitHubClient,
  number: number,
  open: (commit: string) => Promise<Snapshot>,
): Promise<RecordedPull | undefined> {
  const { owner, repo, repositoryId } = request;
  const where = { owner, repo, pull_number: number };
  let reply: z.infer<typeof pullReply>;
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', where);
    reply = pullReply.parse(data);
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'status' in error && error.status === 404) return undefined;
    throw approvalsUnavailable(error, `pull request #${number}, which a record names`, grant);
  }
  const { base, head, created_at: createdAt, merged_at: mergedAt, merge_commit_sha: commit } = reply;
  if (base.repo.id !== repositoryId) return undefined;
  const isMerged = mergedAt !== null && commit !== null;
  const merged = isMerged
    ? {
        ...{ at: mergedAt, into: base.ref, isDefault: base.ref === base.repo.default_branch, commit },
        before: await stateBefore(request, client, { number, into: base.ref, commit }),
      }
    : undefined;
  return {
    ...{ number, head: head.sha, open },
    formerHeads: () => readFormerHeads(client, head, createdAt),
    ...(merged && { merged }),
    hear: async ({ approvals, isWatched }) => {
      const pull = await readConversation(request, client, number, approvals);
      const { each, standings } = await askPeople(request, client, [pull], approvals);
      const [people = []] = each;
      const { comments, deleted, reviews } = pull;
      const ids = people.flatMap((one) => one.comments);
      const settle = new Set(people.flatMap(({ account, approves }) => (approves ? [account.id] : [])));
      const proposers =
        settle.size === 0
          ? { marks: [], extra: 0 as const }
          : await readProposers(request, client, { pull, trusted: base.ref, isWatched, settle, isUnasked });
      const known = await withApp(request, client, { number, comments }, ids);
      demandWords({ number, comments: known }, approvals, standings);
      return {
        ...{ deleted, reviews, standings, proposers, tampered: comments.flatMap(heldOtherWords) },
        ...(mergedAt === null ? {} : { mergedAt }),
        comments: known,
      };
    },
  };
}

/** What these accounts may do here, by the logins that the policy has for them. */
export function standingsOf(
  request: ActionRequest,
  client: GitHubClient,
  accounts: readonly Account[],
  approvals: Approvals,
): Promise<Standings> {
  return readStandings(request, client, accounts, approvals);
}

/**
 * Who proposes something that is denied may push something else: what is denied stays so. Of a fork that is gone nothing is known.
 * @throws GateFailure `approvals-unavailable`
 */
async function readFormerHeads(
  client: GitHubClient,
  { ref: branch, repo }: z.infer<typeof pullReply>['head'],
  since: string,
): Promise<readonly string[]> {
  if (repo === null) return [];
  const ref = `refs/heads/${branch}`;
  try {
    const where = { owner: repo.owner.login, repo: repo.name, ref, per_page: 100 };
    const { data } = await client.request('GET /repos/{owner}/{repo}/activity', where);
    const own = activityReply
      .parse(data)
      .filter((one) => one.ref === ref && Date.parse(one.timestamp) >= Date.parse(since));
    const heads = own.flatMap(({ after, before }) => [after, before]).filter((id) => !/^0+$/.test(id));
    return [...new Set(heads)].slice(0, maxFormer);
  } catch (error) {
    throw approvalsUnavailable(error, `what was pushed to ${quoted(branch)}`, grant);
  }
}

/** The state that a merge came on: below all commits that a rebase made of it. */
async function stateBefore(
  request: ActionRequest,
  client: GitHubClient,
  { number, into, commit }: { readonly number: number; readonly into: string; readonly commit: string },
): Promise<string | undefined> {
  const { owner, repo } = request;
  let at = commit;
  for (let count = 0; count < maxRebased; count += 1) {
    let parents: z.infer<typeof commitReply>['parents'];
    try {
      const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}';
      ({ parents } = commitReply.parse((await client.request(route, { owner, repo, commit_sha: at })).data));
    } catch (error) {
      throw approvalsUnavailable(error, `the commit ${at}`, grant);
    }
    const [first, ...others] = parents;
    if (first === undefined) return undefined;
    // A merge commit is one step; of a rebase, or a squash, the commit below may be of the same pull request.
    if (others.length > 0) return first.sha;
    const merged = await mergedBy(request, client, into, first.sha);
    if (!merged.some((pull) => pull.number === number)) return first.sha;
    at = first.sha;
  }
  return undefined;
}
