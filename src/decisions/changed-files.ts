import type { Account } from '../model/index.ts';
import type { Move } from './activity-chain.ts';

/** Which commits, and which moves of a branch, changed a file that is watched. */

/** A commit that the pull request brings in, or brought in before it was pushed over. */
export interface KnownCommit {
  readonly id: string;
  readonly parents: readonly string[];
  /** Its author first. Addresses that no account answers to are left out. */
  readonly authors: readonly Account[];
  /** Whether `authors` begins with the commit's author; else all of them are named by trailers. */
  readonly hasAuthor: boolean;
  /** Absent where no account answers to it, and where GitHub itself made the commit. */
  readonly committer?: Account;
  /** Made by GitHub for somebody, and signed by it: a web edit, a suggestion, "Update branch". */
  readonly isMadeByGitHub: boolean;
}

/** The watched files of one state: path to mode and object id. */
export type WatchedFiles = ReadonlyMap<string, string>;

/** What is known of the states: undefined where GitHub does not give it. */
export type States = ReadonlyMap<string, WatchedFiles | undefined>;

/**
 * Whether a commit has a watched file as none of its parents has it; a merge takes each from one of them. What is not known
 * has changed.
 */
export function changesWatched({ id, parents }: KnownCommit, states: States): boolean {
  return !isTaken(id, parents, states);
}

/** Whether each watched file of a state is that of one of the others. */
function isTaken(id: string, from: readonly string[], states: States): boolean {
  const own = states.get(id);
  const others = from.map((other) => states.get(other));
  if (own === undefined || others.includes(undefined)) return false;
  const paths = new Set([own, ...others].flatMap((files) => [...(files?.keys() ?? [])]));
  return [...paths].every((path) => {
    if (others.length === 0) return false;
    return others.some((files) => files?.get(path) === own.get(path));
  });
}

/**
 * The states that say whether a move brought in watched files of its own: before it, after it, and what it came to stand on.
 * Undefined for a move that is a push like any other: no rebase, and not made by GitHub.
 */
export function statesOfMove(move: Move, commits: ReadonlyMap<string, KnownCommit>): readonly string[] | undefined {
  const { kind, before, after } = move;
  if (before === null || !commits.has(after)) return undefined;
  const brought = broughtBy(move, commits);
  const isOfGitHub = brought.length > 0 && brought.every(({ isMadeByGitHub }) => isMadeByGitHub);
  if (kind !== 'force_push' && !isOfGitHub) return undefined;
  const onto = new Set(brought.flatMap(({ parents }) => parents.filter((parent) => !commits.has(parent))));
  return onto.size > 1 ? undefined : [after, before, ...onto];
}

/**
 * Whether whoever moved the branch proposed nothing by it: "Update branch", a merge on GitHub, a rebase, a suggestion, of which
 * each watched file is that of the branch before or of the base.
 */
export function isInnocent(move: Move, commits: ReadonlyMap<string, KnownCommit>, states: States): boolean {
  const [after, ...from] = statesOfMove(move, commits) ?? [];
  return after !== undefined && isTaken(after, from, states);
}

/** The commits that a move added to the branch. */
export function broughtBy({ before, after }: Move, commits: ReadonlyMap<string, KnownCommit>): readonly KnownCommit[] {
  const had = before === null ? new Set<string>() : historyOf(before, commits);
  return [...historyOf(after, commits)].flatMap((id) => {
    const commit = commits.get(id);
    return commit === undefined || had.has(id) ? [] : [commit];
  });
}

function historyOf(id: string, commits: ReadonlyMap<string, KnownCommit>): ReadonlySet<string> {
  const seen = new Set([id]);
  for (const one of seen) for (const parent of commits.get(one)?.parents ?? []) seen.add(parent);
  return seen;
}
