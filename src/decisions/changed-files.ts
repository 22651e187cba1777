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
  /** Of a merge with a commit of the base: whether its branch had that commit already. Absent: not asked. */
  readonly hadBase?: boolean;
}

type Commits = ReadonlyMap<string, KnownCommit>;

/** The watched files of one state: path to mode and object id. */
export type WatchedFiles = ReadonlyMap<string, string>;

/** What is known of the states: undefined where GitHub does not give it. */
export type States = ReadonlyMap<string, WatchedFiles | undefined>;

/** Whether a commit has a watched file otherwise than it came to it. What is not known has changed. */
export function changesWatched(commit: KnownCommit, commits: Commits, states: States): boolean {
  const { id, parents, hadBase } = commit;
  if (parents.length < 2) return !isEach(id, parents, states, () => false);
  const [branch, base, ...others] = [...parents].sort((a, b) => Number(commits.has(b)) - Number(commits.has(a)));
  return !isEach(id, parents, states, (path, has) => {
    if (branch === undefined || base === undefined || others.length > 0 || !commits.has(branch)) return false;
    // What a commit of the base has is the base's, and no merge's own, only where the branch did not have that commit before.
    if (!commits.has(base) && has(base)) return hadBase === false;
    return [branch, base].some((side) => has(side) && isOwn(side, path, commits, states));
  });
}

/**
 * Whether each watched file of a state is that of all the others, or else as `isGiven` says. It is told which of the others have
 * the file just so.
 */
function isEach(
  id: string,
  from: readonly string[],
  states: States,
  isGiven: (path: string, has: (other: string) => boolean) => boolean,
): boolean {
  const own = states.get(id);
  const others = from.map((other) => states.get(other));
  if (own === undefined || others.includes(undefined)) return false;
  const paths = new Set([own, ...others].flatMap((files) => [...(files?.keys() ?? [])]));
  return [...paths].every((path) => {
    const has = (other: string) => states.get(other)?.get(path) === own.get(path);
    return (from.length > 0 && from.every(has)) || isGiven(path, has);
  });
}

/** Whether a commit has a file as no commit of the base has it that it stands on: somebody changed it on the way, and is marked. */
function isOwn(id: string, path: string, commits: Commits, states: States): boolean {
  if (!commits.has(id)) return false;
  const own = states.get(id)?.get(path);
  return basesOf(id, commits).every((base) => {
    const files = states.get(base);
    return files !== undefined && files.get(path) !== own;
  });
}

/** The commits of the base that a commit stands on, as far as what is brought in leads to them. */
const basesOf = (id: string, commits: Commits): readonly string[] =>
  [...historyOf(id, commits)].filter((one) => !commits.has(one));

/** The states that say whether a commit changed a watched file. */
export const statesOfCommit = ({ id, parents }: KnownCommit, commits: Commits): readonly string[] => [
  ...[id, ...parents],
  ...(parents.length < 2 ? [] : parents.flatMap((parent) => basesOf(parent, commits))),
];

/** Merges of which it matters whether their branch had the commit of the base before, with the two: what they take from it. */
export function mergesToAsk(
  commits: Commits,
  states: States,
): readonly { readonly merge: KnownCommit; readonly branch: string; readonly base: string }[] {
  return [...commits.values()].flatMap((merge) => {
    const [branch, ...more] = merge.parents.filter((parent) => commits.has(parent));
    const [base, ...others] = merge.parents.filter((parent) => !commits.has(parent));
    if (branch === undefined || base === undefined || more.length + others.length > 0) return [];
    const asks =
      changesWatched(merge, commits, states) && !changesWatched({ ...merge, hadBase: false }, commits, states);
    return asks ? [{ merge, branch, base }] : [];
  });
}

/**
 * The states that say whether a move brought in watched files of its own: before it, after it, and what both stand on. Undefined
 * for a move that is a push like any other: no rebase, and not made by GitHub.
 */
export function statesOfMove(move: Move, commits: Commits): readonly string[] | undefined {
  const { kind, before, after } = move;
  if (before === null || !commits.has(after)) return undefined;
  const brought = broughtBy(move, commits);
  if (kind === 'force_push') {
    const onto = brought.flatMap(({ parents }) => parents.filter((parent) => !commits.has(parent)));
    if (new Set(onto).size > 1) return undefined;
    return [after, before, ...basesOf(after, commits), ...basesOf(before, commits)];
  }
  if (brought.length === 0 || !brought.every(({ isMadeByGitHub }) => isMadeByGitHub)) return undefined;
  return brought.flatMap((commit) => statesOfCommit(commit, commits));
}

/**
 * Whether whoever moved the branch proposed nothing by it: "Update branch", a merge on GitHub, a suggestion, none of which changed
 * a watched file; or a rebase after which each is as the branch had it by its own commits, or as what it stands on has it.
 */
export function isInnocent(move: Move, commits: Commits, states: States): boolean {
  const { kind, before, after } = move;
  if (before === null || statesOfMove(move, commits) === undefined) return false;
  if (kind !== 'force_push') return broughtBy(move, commits).every((one) => !changesWatched(one, commits, states));
  const [base, ...others] = basesOf(after, commits);
  const stood = basesOf(before, commits);
  const standsAsBefore =
    stood.length === others.length + 1 && [base, ...others].every((one) => stood.includes(one ?? ''));
  return isEach(after, [before, ...(base === undefined ? [] : [base])], states, (path, has) => {
    if (has(before) && (standsAsBefore || isOwn(before, path, commits, states))) return true;
    return base !== undefined && others.length === 0 && has(base);
  });
}

/** The commits that a move added to the branch. */
export function broughtBy({ before, after }: Move, commits: Commits): readonly KnownCommit[] {
  const had = before === null ? new Set<string>() : historyOf(before, commits);
  return [...historyOf(after, commits)].flatMap((id) => {
    const commit = commits.get(id);
    return commit === undefined || had.has(id) ? [] : [commit];
  });
}

function historyOf(id: string, commits: Commits): ReadonlySet<string> {
  const seen = new Set([id]);
  for (const one of seen) for (const parent of commits.get(one)?.parents ?? []) seen.add(parent);
  return seen;
}
