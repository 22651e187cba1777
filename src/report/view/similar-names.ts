import { compareText } from '../../text/order.ts';

/** Locked packages that somebody who named one that is not locked may have meant, at most five, closest first. */
export function similarNames(
  wanted: string,
  locked: readonly { readonly name: string; readonly version: string }[],
): string[] {
  const sameName = locked.filter(({ name }) => name === wanted).map(({ name, version }) => `${name}@${version}`);
  if (sameName.length > 0) return [...new Set(sameName)].slice(0, 5);
  // Longer names cannot be locked from a registry, and distance is quadratic in length.
  const asked = wanted.slice(0, 214);
  return [...new Set(locked.map(({ name }) => name))]
    .filter((name) => name.length <= 214)
    .map((name) => ({ name, far: distance(asked.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, far }) => far <= Math.max(2, asked.length / 4) || lastOf(name) === lastOf(asked))
    .sort((a, b) => a.far - b.far || compareText(a.name, b.name))
    .slice(0, 5)
    .map(({ name }) => name);
}

const lastOf = (name: string) => name.slice(name.lastIndexOf('/') + 1);

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
