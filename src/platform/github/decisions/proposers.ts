import type { Move } from '../../../decisions/activity-chain.ts';
import type { States } from '../../../decisions/changed-files.ts';
import { mergesToAsk } from '../../../decisions/changed-files.ts';
import type { ProposerFacts } from '../../../decisions/proposers.ts';
import { proposersOf, proposersSurely, statesToAsk } from '../../../decisions/proposers.ts';
import type { Account, Proposers } from '../../../model/index.ts';
import { quoted } from '../../../text/visible.ts';
import type { GitHubClient } from '../api.ts';
import { readFailure } from '../failure.ts';
import type { ActionRequest } from '../request.ts';
import { hasCommit, readMoves } from './activity.ts';
import { readAssignments } from './assignments.ts';
import type { Conversation } from './conversation.ts';
import { demandCommits } from './conversation.ts';
import { idsOver, readCommits } from './other-commits.ts';
import { readStarters } from './runs.ts';
import { readStates } from './states.ts';
import { approvalsUnavailable, approvalsUnusable } from './unavailable.ts';

export interface ProposerOrder {
  readonly pull: Conversation;
  /** The branch whose past counts: the pull request's base where that is a baseline, else the default branch. */
  readonly trusted: string;
  /** Whether a path decides what is installed: lockfiles, manifests, settings, workflows. */
  readonly isWatched: (path: string) => boolean;
  /** Whose part is worth requests: those whose lines could count. Everybody else stays marked where it is not known. */
  readonly settle: ReadonlySet<number> | 'all';
  /** Whether nobody asks this App for what it proposes: whom it is assigned to, or assigns, has no part in it. */
  readonly isUnasked: (app: Account) => boolean;
}

const grant = 'the token `contents: read`';
/** Pushes over others whose commits are looked at, the newest first. */
const maxOver = 10;

/**
 * Everybody who proposed what a pull request brings in. Asked: the activity of its branch; who assigned what, where an App opened
 * it; and only for somebody of `settle` who is not a proposer for certain, the commits that were pushed over and the files of
 * what they did.
 * @throws GateFailure `approvals-unavailable` where that cannot be known
 */
export async function readProposers(
  request: ActionRequest,
  client: GitHubClient,
  { pull, trusted, isWatched, settle, isUnasked }: ProposerOrder,
): Promise<Proposers> {
  const { author, createdAt } = pull;
  demandCommits(pull);
  const base = await sinceTrusted(request, client, pull, trusted);
  const known: Conversation = { ...pull, ...base, baseRef: trusted };
  const isUnaskedApp = author?.type === 'Bot' && isUnasked(author);
  const isAgent = author?.type === 'Bot' && !isUnaskedApp;
  const asked = isAgent ? await readAssignments(request, client, pull.number) : { assignments: [], issueAuthors: [] };
  const facts: ProposerFacts = {
    ...{ author, createdAt, ...asked, commits: known.commits },
    moved: await readMoved(request, client, known),
    isUnasked: isUnaskedApp,
  };
  if (isSettled(facts, settle)) return proposersOf(facts, new Map());
  const over = await readOver(request, client, known, facts);
  const all: ProposerFacts = { ...facts, commits: new Map([...over.commits, ...known.commits]) };
  const trees = new Map([...over.trees, ...known.trees]);
  const states = await readStates(request, client, statesToAsk(all, settle), { trees, isWatched });
  return proposersOf({ ...all, commits: await askMerges(request, client, all.commits, states) }, states);
}

/** Merges with the base that are asked about: each is a request. */
const maxMerges = 40;

/** The commits, with whether each merge that takes a watched file from the base merged what its branch had before. */
async function askMerges(
  request: ActionRequest,
  client: GitHubClient,
  commits: ProposerFacts['commits'],
  states: States,
): Promise<ProposerFacts['commits']> {
  const all = new Map(commits);
  await Promise.all(
    mergesToAsk(commits, states)
      .slice(0, maxMerges)
      .map(async ({ merge, branch, base }) => {
        all.set(merge.id, { ...merge, hadBase: await hasCommit(request, client, branch, base) });
      }),
  );
  return all;
}

/** Whether nobody is left about whom anything could be found out. */
function isSettled(facts: ProposerFacts, settle: ReadonlySet<number> | 'all'): boolean {
  if (settle === 'all') return false;
  const sure = new Set(proposersSurely(facts));
  return [...settle].every((id) => sure.has(id));
}

type Since = Pick<Conversation, 'commits' | 'trees'>;

/** What it brings in beyond the trusted branch: a base that is no baseline has not been judged, whoever wrote it. */
async function sinceTrusted(
  request: ActionRequest,
  client: GitHubClient,
  { number, baseRef, headSha, commits, trees }: Conversation,
  trusted: string,
): Promise<Since> {
  if (baseRef === trusted) return { commits, trees };
  const ids = await idsOver(request, client, trusted, headSha);
  const missing = ids?.filter((id) => !commits.has(id)) ?? [];
  const others = await readCommits(request, client, missing);
  if (ids === undefined || others.commits.size !== missing.length) {
    const what = `GitHub does not list all commits of pull request #${number} since the default branch`;
    throw approvalsUnusable(`${what}, so who proposed it is not known`, 'squash them');
  }
  return { commits: new Map([...commits, ...others.commits]), trees: new Map([...trees, ...others.trees]) };
}

/** The fork's activity for a fork; where that cannot be read, who started the runs here. */
async function readMoved(
  request: ActionRequest,
  client: GitHubClient,
  pull: Conversation,
): Promise<ProposerFacts['moved']> {
  const { head, headRef } = pull;
  if (head?.repositoryId === request.repositoryId) {
    return { moves: await readMoves(request, client, pull, { ...place(request), isElsewhere: false }) };
  }
  if (head === null) return { startedBy: await readStarters(request, client, pull) };
  try {
    return { moves: await readMoves(request, client, pull, { owner: head.owner, repo: head.repo, isElsewhere: true }) };
  } catch (error) {
    const { kind } = readFailure(error, 0);
    if (kind === 'refused' || kind === 'missing') return { startedBy: await readStarters(request, client, pull) };
    throw approvalsUnavailable(error, `who pushed to the fork's branch ${quoted(headRef)}`, grant);
  }
}

const place = ({ owner, repo }: ActionRequest) => ({ owner, repo });

/** What stood on the branch before it was pushed over, as far as GitHub still has it. */
async function readOver(
  request: ActionRequest,
  client: GitHubClient,
  { baseRef, commits }: Conversation,
  { moved }: ProposerFacts,
): Promise<Since> {
  const pushedOver = 'moves' in moved ? moved.moves.filter(isOver).map(({ before }) => before) : [];
  const tips = [...new Set(pushedOver)].flatMap((tip) => (tip === null || commits.has(tip) ? [] : [tip]));
  const ids = new Set<string>();
  for (const tip of tips.slice(0, maxOver)) {
    if (ids.has(tip)) continue;
    for (const id of (await idsOver(request, client, baseRef, tip)) ?? []) ids.add(id);
  }
  return await readCommits(
    request,
    client,
    [...ids].filter((id) => !commits.has(id)),
  );
}

const isOver = ({ kind }: Move): boolean => kind === 'force_push';
