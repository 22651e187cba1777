import type { Account, Instant, ProposerMark, Proposers } from '../model/index.ts';
import type { Move } from './activity-chain.ts';
import type { KnownCommit, States } from './changed-files.ts';
import { broughtBy, changesWatched, isInnocent, statesOfCommit, statesOfMove } from './changed-files.ts';

/** Everybody who proposed what a pull request brings in, from what GitHub told about it. */

/** Who was assigned or unassigned, and by whom, on the pull request or on an issue that it was ever linked to. */
export interface Assignment {
  /** Null where the account is gone, here and below. */
  readonly actor: Account | null;
  readonly assignee: Account | null;
  readonly isUnassigned: boolean;
  readonly at: Instant;
  /** Who linked the issue to the pull request: every account that did. Empty for an assignment on the pull request. */
  readonly linkedBy: readonly Account[];
}

export interface ProposerFacts {
  /** Who opened the pull request; null where the account is gone. */
  readonly author: Account | null;
  readonly createdAt: Instant;
  /** The moves of its branch as a whole chain, or who started the base's runs on its heads, where only those can be read. */
  readonly moved: { readonly moves: readonly Move[] } | { readonly startedBy: readonly Account[] };
  /** By id. */
  readonly commits: ReadonlyMap<string, KnownCommit>;
  /** Where an App is the author; else empty. */
  readonly assignments: readonly Assignment[];
  readonly issueAuthors: readonly Account[];
  /** Whether the author is an App that nobody asks for a change: it opens them by itself. */
  readonly isUnasked: boolean;
}

/** GitHub's own account, which commits what people do on its pages. It proposes nothing. */
const webFlow = 19_864_447;

/**
 * Who proposed it. Who is marked by a commit or a move is only as good as `states`: what is not known of them marks.
 */
export function proposersOf(facts: ProposerFacts, states: States): Proposers {
  const marks = [...ofAuthor(facts), ...ofMoves(facts, states), ...ofCommits(facts, states), ...ofAssignments(facts)];
  const distinct = new Map<string, ProposerMark>();
  for (const mark of marks) {
    const key = `${mark.account.id} ${mark.as}`;
    if (!distinct.has(key)) distinct.set(key, mark);
  }
  const because = whyExtra(facts) ?? (hasUnknownDriver(facts, states) ? botPushed : undefined);
  return { marks: [...distinct.values()], ...(because === undefined ? { extra: 0 } : { extra: 1, because }) };
}

/**
 * The states that decide whether somebody of `settle` is a proposer. Of whoever is marked whatever they say, and of everybody
 * else, nothing is asked: those stay marked.
 */
export function statesToAsk(facts: ProposerFacts, settle: ReadonlySet<number> | 'all'): readonly string[] {
  const sure = new Set(proposersSurely(facts));
  const isAnyOpen = settle === 'all' || [...settle].some((id) => !sure.has(id));
  const isOpen = (account: Account) =>
    (((settle === 'all' || settle.has(account.id)) && !sure.has(account.id)) ||
      (isAnyOpen && isForeignBot(account, facts))) &&
    account.id !== webFlow;
  const ofMoved = movesIn(facts).flatMap((move) => {
    if (!isOpen(move.actor)) return [];
    const brought = isForeignBot(move.actor, facts) ? broughtBy(move, facts.commits) : [];
    return [
      ...(statesOfMove(move, facts.commits) ?? []),
      ...brought.flatMap((commit) => statesOfCommit(commit, facts.commits)),
    ];
  });
  const ofCommitted = [...facts.commits.values()].flatMap((commit) =>
    [...commit.authors, ...(commit.committer === undefined ? [] : [commit.committer])].some(isOpen)
      ? statesOfCommit(commit, facts.commits)
      : [],
  );
  return [...new Set([...ofMoved, ...ofCommitted])];
}

/** Those whom no state of files can clear. */
export function proposersSurely(facts: ProposerFacts): readonly number[] {
  const plain = movesIn(facts).filter((move) => statesOfMove(move, facts.commits) === undefined);
  const started = 'startedBy' in facts.moved ? facts.moved.startedBy : [];
  const marks = [...ofAuthor(facts), ...ofAssignments(facts)].map(({ account }) => account);
  return [...marks, ...started, ...plain.map(({ actor }) => actor)].map(({ id }) => id);
}

const movesIn = ({ moved }: ProposerFacts): readonly Move[] => ('moves' in moved ? moved.moves : []);

const ofAuthor = ({ author }: ProposerFacts): readonly ProposerMark[] =>
  author === null ? [] : [{ account: author, as: 'author' }];

function ofMoves(facts: ProposerFacts, states: States): readonly ProposerMark[] {
  if ('startedBy' in facts.moved) return facts.moved.startedBy.map((account) => ({ account, as: 'pusher' }));
  return facts.moved.moves
    .filter((move) => !isInnocent(move, facts.commits, states))
    .map(({ actor, after }) => ({ account: actor, as: 'pusher', commit: after }));
}

function ofCommits(facts: ProposerFacts, states: States): readonly ProposerMark[] {
  const rebased = rebasedBy(facts, states);
  return [...facts.commits.values()]
    .filter((commit) => changesWatched(commit, facts.commits, states))
    .flatMap(({ id: commit, authors, hasAuthor, committer }): ProposerMark[] => [
      ...authors.map((account, index): ProposerMark => {
        return { account, as: hasAuthor && index === 0 ? 'commit-author' : 'co-author', commit };
      }),
      ...(committer === undefined || committer.id === webFlow || rebased.has(`${committer.id} ${commit}`)
        ? []
        : [{ account: committer, as: 'committer', commit } as const]),
    ]);
}

/** Commits that somebody else wrote and that were only rebased: by whom, and which. */
function rebasedBy(facts: ProposerFacts, states: States): ReadonlySet<string> {
  return new Set(
    movesIn(facts)
      .filter((move) => move.kind === 'force_push' && isInnocent(move, facts.commits, states))
      .flatMap((move) =>
        broughtBy(move, facts.commits)
          .filter(({ authors }) => authors.every(({ id }) => id !== move.actor.id))
          .map(({ id }) => `${move.actor.id} ${id}`),
      ),
  );
}

/** An App proposes what somebody asked it for: everybody who had a hand in that. */
function ofAssignments(facts: ProposerFacts): readonly ProposerMark[] {
  if (facts.author?.type !== 'Bot') return [];
  const people = facts.assignments.flatMap(({ actor, assignee }) => [actor, assignee]);
  const requesters = requestersOf(facts).map((account): ProposerMark => ({ account, as: 'requester' }));
  const others = [...people, ...facts.issueAuthors].flatMap((account): ProposerMark[] =>
    account?.type === 'User' ? [{ account, as: 'assigner' }] : [],
  );
  return [...requesters, ...others];
}

/**
 * Who assigned the App that opened the pull request: before it did, and on an issue that the App itself linked. Everything else
 * can be made to look so afterwards, by whoever really asked.
 */
function requestersOf({ author, createdAt, assignments }: ProposerFacts): readonly Account[] {
  return assignments.flatMap(({ actor, assignee, isUnassigned, at, linkedBy }) => {
    const isApp = (account: Account | null) => account !== null && account.id === author?.id;
    const isBefore = Date.parse(at) <= Date.parse(createdAt);
    const isRequest = !isUnassigned && isApp(assignee) && isBefore && linkedBy.some(isApp);
    return isRequest && actor?.type === 'User' ? [actor] : [];
  });
}

/** The reason where an App's own pull request has nobody who asked for it. */
export const unrequested = 'An App opened the pull request, and nothing says who asked it to: nobody assigned it.';

const botPushed = 'A bot pushed to this branch, and who drove it is not known.';

/** An App that others can drive: not the one that opened the pull request, of which is asked who asked it to. */
const isForeignBot = ({ id, type }: Account, { author }: ProposerFacts): boolean =>
  type === 'Bot' && id !== webFlow && id !== author?.id;

/** Whether such an App pushed, wrote or committed a change of watched files. */
function hasUnknownDriver(facts: ProposerFacts, states: States): boolean {
  const { commits } = facts;
  const isForeign = (account: Account | undefined) => account !== undefined && isForeignBot(account, facts);
  const isByBot = ({ authors: [author], hasAuthor, committer }: KnownCommit) =>
    (hasAuthor && isForeign(author)) || isForeign(committer);
  const hasProposed = (move: Move): boolean => {
    if (isInnocent(move, commits, states)) return false;
    // A branch that is set back, or to what is not known, is no list of commits that could clear it.
    if (move.kind === 'force_push' || !commits.has(move.after)) return true;
    return broughtBy(move, commits).some((commit) => changesWatched(commit, commits, states));
  };
  return (
    movesIn(facts).some((move) => isForeign(move.actor) && hasProposed(move)) ||
    [...commits.values()].some((commit) => isByBot(commit) && changesWatched(commit, commits, states))
  );
}

function whyExtra(facts: ProposerFacts): string | undefined {
  const { author, moved, isUnasked } = facts;
  if (author === null) return 'The account that opened the pull request is gone.';
  if (author.type !== 'User' && author.type !== 'Bot') return 'It was not a person who opened the pull request.';
  if ('startedBy' in moved) {
    return "GitHub does not list who pushed to the fork, so only those who started this repository's runs are known.";
  }
  if (author.type === 'Bot' && !isUnasked && requestersOf(facts).length === 0) {
    return unrequested;
  }
  return undefined;
}
