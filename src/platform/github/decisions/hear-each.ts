import type { Authorship, Evidence, Instant, Snapshot } from '../../../model/index.ts';
import type { HeardEach, HeardPull, HearOrder, Step } from '../../port.ts';
import type { GitHubClient } from '../api.ts';
import { readAuthorship } from '../authorship.ts';
import type { ActionRequest, MergeGroupEvent } from '../request.ts';
import type { Conversation } from './conversation.ts';
import { readConversation } from './conversation.ts';
import { heldOtherWords, isUnasked } from './hear.ts';
import { askPeople } from './people.ts';
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

/** Pull requests of one event that are asked: each is a query at least. */
const maxPulls = 30;

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
  const nothing = { steps: [], pulls: [], isMerged: where.kind === 'push', open };
  if ('unknown' in found) return { ...nothing, unknown: found.unknown };
  if (found.pulls.length > maxPulls) {
    return {
      ...nothing,
      unknown: `It brings in ${found.pulls.length} pull requests, more than the ${maxPulls} that are asked.`,
    };
  }
  const each = await Promise.all(
    found.pulls.map(async (one) => {
      const pull = await readConversation(request, client, one.number, approvals);
      demandSame(pull, one);
      return { one, pull };
    }),
  );
  const talks = each.map(({ pull }) => pull);
  const { each: people, standings } = await askPeople(request, client, talks, approvals);
  const pulls = each.map(async ({ one: { number, mergedAt }, pull }, index): Promise<HeardPull> => {
    const { comments, deleted, reviews, headSha: head } = pull;
    const ids = (people[index] ?? []).flatMap((one) => one.comments);
    return {
      ...{ number, head, deleted, reviews, standings, tampered: comments.flatMap(heldOtherWords) },
      ...(mergedAt === undefined ? {} : { mergedAt }),
      comments: await withApp(request, client, { number, comments }, ids),
      authorship: () => authorshipOf(request, client, pull),
      proposers: (settle) => readProposers(request, client, { pull, trusted, isWatched, settle, isUnasked }),
    };
  });
  return { ...nothing, steps: found.steps, pulls: await Promise.all(pulls) };
}

/** A pull request as the event has it. */
interface Brought {
  readonly number: number;
  /** Of one that is still open: what it has to be now. */
  readonly headSha?: string;
  readonly mergedAt?: Instant;
}

type Steps = { readonly steps: readonly Step[]; readonly pulls: readonly Brought[] } | { readonly unknown: string };

async function stepsOf(
  request: ActionRequest,
  client: GitHubClient,
  where: Where,
  patience: HearOrder['patience'],
): Promise<Steps> {
  if (where.kind === 'queue') {
    const found = await pullsOfQueue(request, client, where.event, where.tip);
    if ('unknown' in found) return found;
    const steps = found.pulls.map(({ number, commit, base }) => ({ base, commit, pulls: [number] }));
    return { steps, pulls: found.pulls };
  }
  const line = await pullsOfPush(request, client, { ...where, patience });
  if (line === undefined) return { unknown: 'The push holds more commits than can be asked about.' };
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
