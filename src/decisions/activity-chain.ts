import type { Account, Instant } from '../model/index.ts';

/** Who moved a branch to where it stands, from GitHub's list of a ref's activity. */

/** One entry of the list. `before` is null where there was no branch, `after` where there is none any more. */
export interface Activity {
  readonly kind: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge' | 'merge_queue_merge';
  readonly before: string | null;
  readonly after: string | null;
  /** Null where GitHub does not say who it was. */
  readonly actor: Account | null;
  readonly at: Instant;
}

/** A move of the branch that led to its head. */
export interface Move {
  readonly kind: Exclude<Activity['kind'], 'branch_deletion'>;
  readonly before: string | null;
  readonly after: string;
  readonly actor: Account;
}

export type Chain =
  /** Back to where the branch was made, or to a commit of the base. */
  | { readonly state: 'whole'; readonly moves: readonly Move[] }
  /** Older entries have to be read first. */
  | { readonly state: 'more' }
  /** It ends here if the base has this commit. */
  | { readonly state: 'ask'; readonly commit: string }
  | { readonly state: 'broken'; readonly why: BrokenBecause };

export type BrokenBecause = 'head-not-listed' | 'gap' | 'no-actor';

export interface Known {
  /** The entries, newest first. */
  readonly activity: readonly Activity[];
  /** Whether there are no older ones. */
  readonly isAll: boolean;
  /** Whether no older ones are read for what was on the branch before the chain began. */
  readonly isEnough?: boolean;
  /** The commits that the pull request brings in. */
  readonly commits: ReadonlySet<string>;
  /** Commits that were asked about: whether the base has them. */
  readonly ofBase: ReadonlyMap<string, boolean>;
  /** When the pull request was opened. */
  readonly since: Instant;
  /** Whether the branch may have moved on since: that of a merged pull request. */
  readonly isPast: boolean;
}

/**
 * Follows the entries from a head: each `before` is the next older `after`. A branch that was deleted and made again where it
 * was is followed on. Anything that does not fit breaks the chain: whoever pushed is then not known.
 */
export function followChain(head: string, known: Known): Chain {
  const { activity, isAll, commits, ofBase, isPast } = known;

  const moves: Move[] = [];
  let at = head;
  let index = startOf(head, activity, isPast);
  if (index === undefined) return isPast && !isAll ? { state: 'more' } : { state: 'broken', why: 'head-not-listed' };
  for (;;) {
    const entry = activity[index];
    if (entry?.after !== at) {
      if (entry === undefined && !isAll) return { state: 'more' };
      if (moves.length === 0) return { state: 'broken', why: 'head-not-listed' };
      return endingAt(at, moves, index, known);
    }
    const { kind, before, actor } = entry;
    if (actor === null || kind === 'branch_deletion') return { state: 'broken', why: 'no-actor' };
    moves.push({ kind, before, after: at, actor });
    if (before === null) {
      const older = activity[index + 1];
      if (older === undefined && !isAll) return { state: 'more' };
      if (older?.kind !== 'branch_deletion' || older.before !== at) {
        return withFormer(moves, index + 1, known);
      }
      index += 2;
      continue;
    }
    // What a fast-forward began from is either brought in too, or the base has it.
    if (kind !== 'force_push' && (at === head || commits.has(at)) && !commits.has(before)) {
      if (ofBase.get(before) !== false) return endingAt(before, moves, index + 1, known);
    }
    at = before;
    index += 1;
  }
}

/** The entry that made the head; a branch that was deleted since is looked for behind that. */
function startOf(head: string, activity: readonly Activity[], isPast: boolean): number | undefined {
  const [newest] = activity;
  if (newest?.kind === 'branch_deletion' && newest.before === head) return 1;
  if (!isPast) return newest?.after === head ? 0 : undefined;
  const index = activity.findIndex(({ after }) => after === head);
  return index === -1 ? undefined : index;
}

/**
 * What was on the branch before the chain began and is not forgotten: moves to commits that are brought in now, all moves since the
 * pull request was opened, and what was pushed before the branch was set back, since it was made: it may have come back in another
 * commit. A branch that was deleted and made anew is another one, as if it had another name.
 */
function withFormer(moves: readonly Move[], from: number, { activity, isAll, isEnough, commits, since }: Known): Chain {
  const isSince = ({ at }: Activity) => Date.parse(at) >= Date.parse(since);
  const former: Move[] = [];
  let isSameBranch = moves.at(-1)?.before !== null;
  let isTakenOff = false;
  for (const [index, entry] of activity.entries()) {
    if (index < from) continue;
    const { kind, before, after, actor } = entry;
    isTakenOff ||= isSameBranch && kind === 'force_push';
    const isMarked = (isTakenOff && isSameBranch) || isSince(entry) || (after !== null && commits.has(after));
    const older = activity[index + 1];
    if (before === null && !(older?.kind === 'branch_deletion' && older.before === after)) isSameBranch = false;
    if (kind === 'branch_deletion' || after === null || !isMarked) continue;
    if (actor === null) return { state: 'broken', why: 'no-actor' };
    former.push({ kind, before, after, actor });
  }
  const oldest = activity.at(-1);
  const isMissing = (oldest !== undefined && isSince(oldest)) || (isSameBranch && isEnough !== true);
  if (!isAll && isMissing) return { state: 'more' };
  return { state: 'whole', moves: [...moves, ...former] };
}

/** A commit that the pull request brings in is no end, although the base has it too once it is merged. */
function endingAt(commit: string, moves: readonly Move[], from: number, known: Known): Chain {
  const { commits, ofBase } = known;
  if (commits.has(commit)) return { state: 'broken', why: 'gap' };
  const isOfBase = ofBase.get(commit);
  if (isOfBase === undefined) return { state: 'ask', commit };
  return isOfBase ? withFormer(moves, from, known) : { state: 'broken', why: 'gap' };
}
