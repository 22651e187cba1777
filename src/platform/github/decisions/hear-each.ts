import type { Authorship, Evidence, Instant, Snapshot } from '../../../model/index.ts';
import type { HeardEach, HeardPull, HearOrder, Step } from '../../port.ts';
import type { GitHubClient } from '../api.ts';
import { readAuthorship } from '../authorship.ts';
import type { ActionRequest, MergeGroupEvent } from '../request.ts';
import type { Conversation } from './conversation.ts';
import { readConversation } from './conversation.ts';
import { heldOtherWords, isUnasked } from './hear.ts';
import { askPeople, demandWords } from './people.ts';
import { readProposers } from './proposers.ts';
import { pullsOfPush } from './pushed.ts';
import { pullsOfQueue } from './queue.ts';
import { approvalsUnusable } from './unavailable.ts';
import { withApp } from './via-app.ts';

/** What people have said on the pull requests that a merge group, or a push, brings in. */

/** Where the change comes from. */
export type Where =
  | { readonly kind: 'queue'; readonly event: MergeGroupEvent; readonly tip: string }
  | { readonly kind: 'push'; readonly branch: string; readonly before: string; readonly after: string };

export interface EachOrder {
  readonly where: Where;
  /** The branch whose past counts. */
  readonly trusted: string;
  readonly open: (commit: string) => Promise<Snapshot>;
}

/** Pull requests of one push that are asked: each is a query at least. GitHub puts no more than this into a group. */
const maxPulls = 100;

/**
 * Which pull requests the event brings in; of each one query; and only where somebody has written a line that could count, what
 * they may do and whether an App wrote it for them. Who proposed one is asked when somebody wants to know.
 * @throws GateFailure `approvals-unavailable`
 */
export async function hearEach(
  request: ActionRequest,
  client: GitHubClient,
  { where, trusted, open }: EachOrder,
  { approvals, isWatched, patience }: HearOrder,
): Promise<HeardEach> {
  const found = await stepsOf(request, client, where, patience);
  const { unknown } = found;
  const nothing = { steps: [], pulls: [], isMerged: where.kind === 'push', open };
  if (found.pulls.length > maxPulls) {
    const many = `It brings in ${found.pulls.length} pull requests, more than the ${maxPulls} that are asked.`;
    return { ...nothing, unknown: many };
  }
  const read = async (one: Brought): Promise<Conversation> => {
    const pull = await readConversation(request, client, one.number, approvals);
    if (unknown === undefined) demandSame(pull, one);
    return pull;
  };
  const each = await Promise.all(
    found.pulls.map(async (one) => ({ one, pull: one.comments === 0 ? undefined : await read(one) })),
  );
  const talks = each.map(({ pull }) => pull ?? { comments: [], unread: [] });
  const { each: people, standings } = await askPeople(request, client, talks, approvals);
  const pulls = each.map(async ({ one, pull }, index): Promise<HeardPull> => {
    const { number, mergedAt } = one;
    const { comments, deleted, reviews } = pull ?? silent;
    const ids = (people[index] ?? []).flatMap((each) => each.comments);
    const known = await withApp(request, client, { number, comments }, ids);
    demandWords({ number, comments: known }, approvals, standings);
    const proposers: HeardPull['proposers'] = async (settle) =>
      readProposers(request, client, { pull: pull ?? (await read(one)), trusted, isWatched, settle, isUnasked });
    return {
      ...{ number, head: pull?.headSha ?? one.headSha ?? '', deleted, reviews, standings, proposers },
      ...{ comments: known, tampered: comments.flatMap(heldOtherWords) },
      ...(mergedAt === undefined ? {} : { mergedAt }),
      authorship: async () => authorshipOf(request, client, pull ?? (await read(one))),
    };
  });
  const steps = unknown === undefined ? found.steps : [];
  return { ...nothing, steps, pulls: await Promise.all(pulls), ...(unknown !== undefined && { unknown }) };
}

const silent = { comments: [], deleted: [], reviews: [] } as const;

/** A pull request as the event has it. */
interface Brought {
  readonly number: number;
  /** Of one that is still open: what it has to be now. */
  readonly headSha?: string;
  readonly mergedAt?: Instant;
  /** How many comments it has, where that is known: without any, nothing is read. */
  readonly comments?: number;
}

/** With `unknown`, nothing is approved: the pull requests are those whose denials count. */
interface Steps {
  readonly steps: readonly Step[];
  readonly pulls: readonly Brought[];
  readonly unknown?: string;
}

async function stepsOf(
  request: ActionRequest,
  client: GitHubClient,
  where: Where,
  patience: HearOrder['patience'],
): Promise<Steps> {
  if (where.kind === 'queue') {
    const found = await pullsOfQueue(request, client, where.event, where.tip);
    return { ...found, steps: found.pulls.map(({ number, commit, base }) => ({ base, commit, pulls: [number] })) };
  }
  const line = await pullsOfPush(request, client, { ...where, patience });
  if (line === undefined) {
    return { steps: [], pulls: [], unknown: 'The push holds more commits than can be asked about.' };
  }
  const steps = line.map(({ base, commit, pulls }) => ({ base, commit, pulls: pulls.map(({ number }) => number) }));
  const merged = new Map(line.flatMap(({ pulls }) => pulls.map((pull) => [pull.number, pull] as const)));
  return { steps, pulls: [...merged.values()] };
}

/** As the pull request's own run reads it. */
async function authorshipOf(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  { number, author, headRef, headSha: head }: Conversation,
): Promise<Evidence<Authorship>> {
  if (author === null) {
    return { state: 'unavailable', reason: 'not-provided', detail: 'the account that opened the pull request is gone' };
  }
  return readAuthorship({ owner, repo, event: { kind: 'pull_request', number, author, headRef } }, client, { head });
}

/** An open one has to be as the queue has it. A merged one stays as it was merged. */
function demandSame({ number, headSha, state }: Conversation, brought: Brought): void {
  if (brought.headSha === undefined ? state === 'MERGED' : headSha === brought.headSha) return;
  throw approvalsUnusable(`Pull request #${number} changed while it was read`, 'run the workflow again');
}
