/** Steps between two words: letters added, dropped, changed, or two neighbours swapped (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change, swap));
    }
  }
  return at(a.length, b.length);
}

const isStartOf = (one: string, other: string) =>
  Math.min(one.length, other.length) >= 3 && (one.startsWith(other) || other.startsWith(one));

/**
 * The word that was probably meant: at most one step in three letters away, or else the only one that begins with it or that it
 * begins with; case and punctuation aside.
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (word.length > 64) return undefined;
  const plain = (text: string) => text.toLowerCase().replaceAll(/[-_\s]/g, '');
  const ranked = words
    .map((candidate) => ({ candidate, steps: distance(plain(word), plain(candidate)) }))
    .filter(({ candidate, steps }) => steps <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.steps - b.steps);
  if (ranked[0] !== undefined) return ranked[0].candidate;
  // A word cut short, or with an ending: `err`, `warning`.
  const [begun, another] = words.filter((candidate) => isStartOf(plain(word), plain(candidate)));
  return another === undefined ? begun : undefined;
}
