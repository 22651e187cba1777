import type { Account, Instant, Proposers, PullComment } from '../../../model/index.ts';
import type { Heard, HearOrder } from '../../port.ts';
import type { GitHubClient } from '../api.ts';
import type { ActionRequest } from '../request.ts';
import type { Conversation } from './conversation.ts';
import { readConversation } from './conversation.ts';
import { askPeople, demandWords } from './people.ts';
import { readProposers } from './proposers.ts';
import { isReport } from './texts.ts';
import { approvalsUnusable } from './unavailable.ts';
import { withApp } from './via-app.ts';

export interface HeardPull {
  readonly number: number;
  /** The head that is judged. */
  readonly headSha: string;
  /** The branch whose past counts. */
  readonly trusted: string;
}

/** Bots whose own schedule opens their pull requests: nobody asks them. The numeric ids of the hosted Dependabot and Renovate. */
const apps: ReadonlySet<number> = new Set([49_699_333, 29_139_614]);

/**
 * Everything that decides which words on a pull request count: one query; and only where somebody has written a line that could
 * count, what they may do; where it loosens something, whether an App wrote it for them; where it approves, who proposed the change.
 * @throws GateFailure `approvals-unavailable`
 */
export async function hearPull(
  request: ActionRequest,
  client: GitHubClient,
  { number, headSha, trusted }: HeardPull,
  { approvals, isWatched, settle: others = new Set() }: HearOrder,
): Promise<Heard> {
  const pull = await readConversation(request, client, number, approvals);
  demandHead(pull, headSha);
  const { comments, deleted, reviews, author } = pull;
  const {
    each: [people = []],
    standings,
  } = await askPeople(request, client, [pull], approvals);
  const settle = new Set([...others, ...people.flatMap(({ account, approves }) => (approves ? [account.id] : []))]);
  const proposers = (): Promise<Proposers> =>
    readProposers(request, client, { pull, trusted, isWatched, settle, isUnasked });
  const [known, proposed] = await Promise.all([
    withApp(
      request,
      client,
      { number, comments },
      people.flatMap((one) => one.comments),
    ),
    settle.size === 0 ? openedBy(author) : proposers(),
  ]);
  demandWords({ number, comments: known }, approvals, standings);
  return {
    ...{ comments: known, deleted, reviews, standings, proposers: proposed },
    tampered: comments.flatMap(heldOtherWords),
  };
}

/**
 * Who proposed a pull request, whatever was said on it: everybody's part is asked.
 * @throws GateFailure `approvals-unavailable`
 */
export async function readProposed(
  request: ActionRequest,
  client: GitHubClient,
  { number, headSha, trusted }: HeardPull,
  { approvals, isWatched }: Omit<HearOrder, 'patience'>,
): Promise<Proposers> {
  const pull = await readConversation(request, client, number, approvals);
  demandHead(pull, headSha);
  return readProposers(request, client, { pull, trusted, isWatched, settle: 'all', isUnasked });
}

const openedBy = (author: Account | null): Proposers => ({
  marks: author === null ? [] : [{ account: author, as: 'author' }],
  extra: 0,
});

export const isUnasked = ({ id }: Account): boolean => apps.has(id);

function demandHead({ number, headSha }: Conversation, judged: string): void {
  if (headSha === judged) return;
  throw approvalsUnusable(`Pull request #${number} has a newer head than this run`, 'wait for the run of that head');
}

/** While a comment with our marker, by an App, held what another account had written into it. */
export function heldOtherWords({
  author,
  body,
  edits,
}: PullComment): readonly { readonly from: Instant; readonly until?: Instant }[] {
  if (author?.type !== 'Bot' || ![body, ...edits.map((edit) => edit.body ?? '')].some(isReport)) return [];
  const inOrder = [...edits].sort((a, b) => Date.parse(a.editedAt) - Date.parse(b.editedAt));
  return inOrder.flatMap(({ editor, editedAt }, at) => {
    if (editor?.id === author.id) return [];
    const mended = inOrder.slice(at + 1).find((later) => later.editor?.id === author.id);
    return [{ from: editedAt, ...(mended && { until: mended.editedAt }) }];
  });
}
