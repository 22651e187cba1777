import * as z from 'zod';

import type { GitHubClient } from '../api.ts';
import { objectId } from '../ask.ts';
import { entryOf, queueOf, queueRefs } from '../queue.ts';
import type { ActionRequest, MergeGroupEvent } from '../request.ts';
import { queuedDocument } from './documents.ts';
import { approvalsUnavailable, approvalsUnusable, queryForDecision } from './unavailable.ts';

/** Which pull requests a merge group brings in, which its payload does not say. */

export interface QueuedPull {
  readonly number: number;
  /** What the entry makes of the branch: its decisions cover what is new from `base` to `commit`. */
  readonly commit: string;
  readonly base: string;
  /** The pull request's own head. */
  readonly headSha: string;
}

export type QueuedPulls =
  /** From the target's tip to the group's head. */
  | { readonly pulls: readonly QueuedPull[] }
  /** They are not known, for this reason (a sentence): only the ledger counts. */
  | { readonly unknown: string };

/** Entries of one group. */
const maxEntries = 100;
const grant = 'the token `contents: read` and `pull-requests: read`';

/**
 * Follows the queue's refs from the group's head entry by entry to the tip of the target, and asks each pull request whether it
 * is open, for this branch, and queued by the last word of its timeline.
 * @throws GateFailure `approvals-unavailable` where GitHub refuses
 */
export async function pullsOfQueue(
  { owner, repo, repositoryId }: Pick<ActionRequest, 'owner' | 'repo' | 'repositoryId'>,
  client: GitHubClient,
  event: MergeGroupEvent,
  tip: string,
): Promise<QueuedPulls> {
  const target = event.baseRef.slice('refs/heads/'.length);
  const own = entryOf(event.headRef);
  if (own?.target !== target || own.base !== event.baseSha) {
    return { unknown: 'The name of the merge group does not say which pull request it is for.' };
  }
  const ref = queueOf(event.baseRef);
  const route = 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}';
  let refs: z.infer<typeof queueRefs>;
  try {
    refs = queueRefs.parse((await client.request(route, { owner, repo, ref })).data);
  } catch (error) {
    throw approvalsUnavailable(error, 'the refs of the merge queue', grant);
  }
  const others = refs.filter(({ ref: name }) => name !== event.headRef);
  const chain = [{ number: own.number, commit: event.headSha, base: own.base }];
  for (let at = own.base; at !== tip; at = chain[0]?.base ?? tip) {
    const [found, another] = others.filter(({ object }) => object.sha === at);
    const entry = found === undefined ? undefined : entryOf(found.ref);
    if (another !== undefined) return { unknown: 'Two entries of the merge queue have the same commit.' };
    if (entry?.target !== target || chain.length >= maxEntries || chain.some(({ commit }) => commit === at)) {
      return { unknown: "The entries of the merge queue do not lead to the target branch's tip." };
    }
    chain.unshift({ number: entry.number, commit: at, base: entry.base });
  }
  if (others.some(({ object }) => object.sha === event.headSha)) {
    return { unknown: 'Two entries of the merge queue have the same commit.' };
  }
  return await asQueued({ owner, repo, repositoryId }, client, chain, target);
}

const pullReply = z.object({
  number: z.int(),
  state: z.string(),
  baseRefName: z.string(),
  headRefOid: objectId,
  timelineItems: z.object({ nodes: z.array(z.object({ __typename: z.string() })) }),
});

async function asQueued(
  { owner, repo, repositoryId }: Pick<ActionRequest, 'owner' | 'repo' | 'repositoryId'>,
  client: GitHubClient,
  chain: readonly Omit<QueuedPull, 'headSha'>[],
  target: string,
): Promise<QueuedPulls> {
  const numbers = [...new Set(chain.map(({ number }) => number))];
  if (numbers.length < chain.length) return { unknown: 'One pull request stands in the merge queue twice.' };
  const fields = Object.fromEntries(numbers.map((number) => [`p${number}`, pullReply]));
  const reply = z.object({ repository: z.object({ databaseId: z.int(), ...fields }) });
  const what = 'the pull requests of the merge queue';
  const document = [queuedDocument(numbers), { owner, repo }] as const;
  const { repository } = await queryForDecision(client, document, reply, [what, grant]);
  if (repository.databaseId !== repositoryId) {
    throw approvalsUnusable(`${owner}/${repo} is another repository now`, 'run the workflow again');
  }
  const pulls: QueuedPull[] = [];
  for (const { number, commit, base } of chain) {
    const pull = pullReply.parse((repository as Readonly<Record<string, unknown>>)[`p${number}`]);
    const isQueued = pull.timelineItems.nodes[0]?.__typename === 'AddedToMergeQueueEvent';
    if (pull.state !== 'OPEN' || pull.baseRefName !== target || !isQueued) {
      return { unknown: `Pull request #${number} is not open, not for this branch, or not in the merge queue.` };
    }
    pulls.push({ number, commit, base, headSha: pull.headRefOid });
  }
  return { pulls };
}
