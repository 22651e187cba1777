import { groupBy } from '../text/group-by.ts';
import type { Group } from './groups.ts';
import { compareText, compareVersion } from '../text/order.ts';

/**
 * Finds, for every package that only the head locks, which package of the base it replaces:
 *
 * 1. the one that was at one of its places under the same name;
 * 2. else the nearest lower version of its name that is gone, else the nearest higher.
 *
 * Each group that is gone from the base is replaced at most once; a group that stays is replaced only at its own old place.
 */
export function matchPredecessors(
  base: ReadonlyMap<string, Group>,
  head: ReadonlyMap<string, Group>,
): ReadonlyMap<Group, Group> {
  const gone = new Set([...base.values()].filter(({ identity }) => !head.has(identity)));
  const added = [...head.values()].filter(({ identity }) => !base.has(identity)).sort(inOrder);
  const atPlace = new Map(
    [...base.values()].flatMap((group) => group.packages.map(({ key }) => [key, group] as const)),
  );
  const matched = new Map<Group, Group>();
  for (const group of added) {
    const previous = group.packages
      .map(({ key }) => atPlace.get(key))
      .filter((each) => each?.name === group.name && (gone.has(each) || head.has(each.identity)))
      // Groups that are gone come first: a version that stays elsewhere is not the one that was replaced.
      .sort((a, b) => Number(gone.has(b as Group)) - Number(gone.has(a as Group)))[0];
    if (previous === undefined) continue;
    matched.set(group, previous);
    gone.delete(previous);
  }
  const remaining = new Map(
    [...groupBy(gone, ({ name }) => name)].map(([name, groups]) => [
      name,
      { lower: [], higher: groups.sort(inOrder).reverse() },
    ]),
  );
  for (const group of added) {
    const same = matched.has(group) ? undefined : remaining.get(group.name);
    const previous = same && takeNearest(same, group.version);
    if (previous !== undefined) matched.set(group, previous);
  }
  return matched;
}

interface Remaining {
  /** Versions that are not higher than the one that was asked for last, ascending. */
  readonly lower: Group[];
  /** All others, descending. */
  readonly higher: Group[];
}

/** Versions are looked up in ascending order, so each group moves from `higher` to `lower` once. */
function takeNearest({ lower, higher }: Remaining, version: string): Group | undefined {
  for (
    let next = higher.at(-1);
    next !== undefined && compareVersion(next.version, version) <= 0;
    next = higher.at(-1)
  ) {
    lower.push(next);
    higher.pop();
  }
  return lower.pop() ?? higher.pop();
}

function inOrder(a: Group, b: Group): number {
  return compareText(a.name, b.name) || compareVersion(a.version, b.version) || compareText(a.identity, b.identity);
}
