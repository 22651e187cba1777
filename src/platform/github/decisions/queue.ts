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
  /** How many comments it has. */
  readonly comments: number;
}

export interface QueuedPulls {
  /** From the target's tip to the group's head: every pull request that may be in it. */
  readonly pulls: readonly QueuedPull[];
  /** Why it is not known which of them it brings in, or what each does (a sentence): then only what people deny counts. */
  readonly unknown?: string;
}

type Entry = Omit<QueuedPull, 'headSha' | 'comments'>;
interface Chain {
  readonly entries: readonly Entry[];
  readonly unknown?: string;
}

/** Entries of one group. */
const maxEntries = 100;
const grant = 'the token `contents: read` and `pull-requests: read`';

/**
 * Follows the queue's refs from the group's head entry by entry to the tip of the target, and asks each pull request whether it
 * is open, for this branch, and queued by the last word of its timeline.
 * @throws GateFailure `approvals-unavailable` where GitHub refuses, and where a pull request may be in it that is not known: a denial
 *   may stand there
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
    throw unknowable('The name of the merge group does not say which pull request it is for');
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
  const first = { number: own.number, commit: event.headSha, base: own.base };
  return await asQueued({ owner, repo, repositoryId }, client, chainOf(first, others, { target, tip }), target);
}

/** Back from the group's own entry. Where two have one commit, each may be the one: both are followed. */
function chainOf(
  own: Entry,
  refs: z.infer<typeof queueRefs>,
  { target, tip }: { readonly target: string; readonly tip: string },
): Chain {
  const at = (commits: readonly string[]): readonly Entry[] =>
    refs.flatMap(({ ref, object: { sha: commit } }) => {
      if (!commits.includes(commit)) return [];
      const entry = entryOf(ref);
      if (entry?.target !== target) throw unknowable(broken);
      return [{ number: entry.number, commit, base: entry.base }];
    });
  const entries: Entry[] = [];
  let isUnknown = false;
  for (let here = [own, ...at([own.commit])]; here.length > 0;) {
    const before = [...new Set(here.map(({ base }) => base))].filter((base) => base !== tip);
    entries.unshift(...here);
    isUnknown ||= here.length > 1;
    here = [...at(before)];
    const isWhole = before.every((base) => here.some(({ commit }) => commit === base));
    const isRound = here.some(({ commit }) => entries.some((entry) => entry.commit === commit));
    if (!isWhole || isRound || entries.length + here.length > maxEntries) throw unknowable(broken);
  }
  return { entries, ...(isUnknown && { unknown: 'Two entries of the merge queue have the same commit.' }) };
}

const broken = "The entries of the merge queue do not lead to the target branch's tip";

const unknowable = (why: string) =>
  approvalsUnusable(
    `${why}, so not all pull requests of the group are known, and one of them may hold a denial`,
    'remove the pull requests from the queue, delete refs below `gh-readonly-queue/` that are not its own, and queue them again',
  );

const pullReply = z.object({
  number: z.int(),
  state: z.string(),
  baseRefName: z.string(),
  headRefOid: objectId,
  comments: z.object({ totalCount: z.int() }),
  timelineItems: z.object({ nodes: z.array(z.object({ __typename: z.string() })) }),
});

async function asQueued(
  { owner, repo, repositoryId }: Pick<ActionRequest, 'owner' | 'repo' | 'repositoryId'>,
  client: GitHubClient,
  { entries, ...chain }: Chain,
  target: string,
): Promise<QueuedPulls> {
  const numbers = [...new Set(entries.map(({ number }) => number))];
  const fields = Object.fromEntries(numbers.map((number) => [`p${number}`, pullReply]));
  const reply = z.object({ repository: z.object({ databaseId: z.int(), ...fields }) });
  const what = 'the pull requests of the merge queue';
  const document = [queuedDocument(numbers), { owner, repo }] as const;
  const { repository } = await queryForDecision(client, document, reply, [what, grant]);
  if (repository.databaseId !== repositoryId) {
    throw approvalsUnusable(`${owner}/${repo} is another repository now`, 'run the workflow again');
  }
  let unknown = chain.unknown;
  if (numbers.length < entries.length) unknown ??= 'One pull request stands in the merge queue twice.';
  const pulls = new Map<number, QueuedPull>();
  for (const { number, commit, base } of entries) {
    const pull = pullReply.parse((repository as Readonly<Record<string, unknown>>)[`p${number}`]);
    const isQueued = pull.timelineItems.nodes[0]?.__typename === 'AddedToMergeQueueEvent';
    if (pull.state !== 'OPEN' || pull.baseRefName !== target || !isQueued) {
      unknown ??= `Pull request #${number} is not open, not for this branch, or not in the merge queue.`;
    }
    pulls.set(number, { number, commit, base, headSha: pull.headRefOid, comments: pull.comments.totalCount });
  }
  return { pulls: [...pulls.values()], ...(unknown !== undefined && { unknown }) };
}
