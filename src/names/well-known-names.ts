import type { Lookalike } from '../model/index.ts';
import { bare } from './bare-name.ts';
import { names, ranks } from './well-known-list.ts';

/** The bundled list of well-known names, and which of them a name resembles. Import it only where a name is compared with the list. */

/** The rank of a name on the list, from 1; undefined where the name is not on it. */
export function rankOf(name: string): number | undefined {
  for (const index of withCore(bare(name))) if (names[index] === name) return ranks[index];
  return undefined;
}

export type Near = Pick<Lookalike, 'name' | 'rank' | 'likeness'>;

/** The most used name that this one could be mistaken for. Names of one scope have one owner, so they do not imitate each other. */
export function lookalikeOf(name: string): Near | undefined {
  if (rankOf(name) !== undefined) return undefined;
  const scope = scopeOf(name);
  const imitates = (candidate: string) =>
    scopeOf(candidate) === '' ? scope === '' : scope !== '' && scopeOf(candidate) !== scope;
  return nearTo(name, (length) => (length >= 11 ? 2 : length >= 5 ? 1 : 0)).find((near) => imitates(near.name));
}

/** The well-known names that the author of this name may have meant, closest first. */
export function meantBy(name: string, limit: number): readonly string[] {
  return nearTo(name, (length) => (length >= 6 ? 2 : length >= 3 ? 1 : 0))
    .slice(0, limit)
    .map((near) => near.name);
}

const scopeOf = (name: string) => (name.startsWith('@') ? name.slice(0, name.indexOf('/')) : '');
const minimumBare = 4;
const longest = 214;
const likenesses = ['same', 'one-edit', 'two-edits'] as const;

/**
 * The listed names that this one resembles, except itself: closest first, then the most used.
 * @param reach how many edits a listed name of this length may differ by.
 */
function nearTo(name: string, reach: (length: number) => 0 | 1 | 2): readonly Near[] {
  if (name.length > longest) return [];
  const found = new Map<number, Near['likeness']>();
  const core = bare(name);
  if (core.length >= minimumBare) for (const index of withCore(core)) found.set(index, 'same');
  const own = lettersOf(name);
  letters ??= Int32Array.from(names, lettersOf);
  // A plain loop, because a look-up spends most of its time here.
  for (let index = 0; index < names.length; index += 1) {
    if (bitsIn((letters[index] as number) ^ own) > 4 || found.has(index)) continue;
    const candidate = names[index] as string;
    const away = Math.abs(candidate.length - name.length);
    const most = away > 2 ? 0 : reach(candidate.length);
    if (most < Math.max(away, 1)) continue;
    const edits = [1, 2].find((edits) => edits <= most && isWithin(name, candidate, edits));
    if (edits !== undefined) found.set(index, edits === 1 ? 'one-edit' : 'two-edits');
  }
  return [...found]
    .map(([index, likeness]) => ({ name: names[index] ?? '', rank: ranks[index] ?? 0, likeness }))
    .filter((near) => near.name !== name)
    .sort((a, b) => likenesses.indexOf(a.likeness) - likenesses.indexOf(b.likeness) || a.rank - b.rank);
}

/** The indexes of the listed names with this bare form. */
function* withCore(core: string): Generator<number> {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bare(names[middle] ?? '') < core) low = middle + 1;
    else high = middle;
  }
  for (; low < names.length && bare(names[low] ?? '') === core; low += 1) yield low;
}

/** The letters of each listed name, computed on first use. */
let letters: Int32Array | undefined;

/** One bit for each letter. Each edit changes at most two bits, so names with more different bits are further apart. */
function lettersOf(name: string): number {
  let bits = 0;
  for (let index = 0; index < name.length; index += 1) bits |= 1 << (name.charCodeAt(index) & 31);
  return bits;
}

/** The number of set bits, counted up to 5: callers only compare with four. */
function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0 && count < 5; left &= left - 1) count += 1;
  return count;
}

/** Whether at most this many edits turn one text into the other: a letter added, dropped or changed, or two neighbours swapped. */
function isWithin(a: string, b: string, edits: number): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  if (start === a.length && start === b.length) return true;
  if (edits === 0) return false;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    isWithin(restA.slice(1), restB, edits - 1) ||
    isWithin(restA, restB.slice(1), edits - 1) ||
    isWithin(restA.slice(1), restB.slice(1), edits - 1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && isWithin(restA.slice(2), restB.slice(2), edits - 1))
  );
}
