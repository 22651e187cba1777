/** Names shorter than this are all near one another. */
const MIN_LENGTH = 3;
/** Edits that people and models make: one letter wrong, doubled or left out, two swapped. */
const MAX_DISTANCE = 2;
/** Names from the top that are looked at. */
const TOP = 20_000;

/**
 * The well-known names that somebody may have meant, nearest first, then the best known: at most two edits away, or one
 * for a name of fewer than six characters. Loads the list (700 kB) when it is first called.
 */
export async function nearest(name: string, limit: number): Promise<readonly string[]> {
  const { npmHighImpact } = await import('npm-high-impact');
  return nearestOf(npmHighImpact.slice(0, TOP), name, limit);
}

/** @param known the best known first */
export function nearestOf(known: readonly string[], name: string, limit: number): readonly string[] {
  const asked = name.toLowerCase();
  if (asked.length < MIN_LENGTH) return [];
  const reach = asked.length < 6 ? 1 : MAX_DISTANCE;
  return known
    .filter((each) => each.length >= MIN_LENGTH && each !== name && Math.abs(each.length - asked.length) <= reach)
    .map((each, rank) => ({ each, rank, edits: edits(asked, each, reach) }))
    .filter(({ edits }) => edits <= reach)
    .sort((a, b) => a.edits - b.edits || a.rank - b.rank)
    .slice(0, limit)
    .map(({ each }) => each);
}

/** Insertions, deletions, substitutions and swaps of neighbours between two texts; more than `max` once it is above. */
function edits(a: string, b: string, max: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] as number) + 1,
        (next[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] as number) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > max) return max + 1;
    [before, last] = [last, next];
  }
  return last[b.length] as number;
}
