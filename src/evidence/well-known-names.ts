import { npmHighImpact } from 'npm-high-impact';

import type { Lookalike } from '../model.ts';

/**
 * The bundled list of the names that most of the ecosystem rests on, most used first, and which of them a name could be
 * taken for. Loading it takes some 15 ms: import this file only where a name is to be held against it.
 */

const ranks = new Map(npmHighImpact.map((name, index) => [name, index + 1]));

/** Its place on the list, 1 for the first; undefined where it is not on it. */
export function rankOf(name: string): number | undefined {
  return ranks.get(name);
}

/** Characters and pairs that pass for another at a glance. */
const disguises: readonly (readonly [RegExp, string])[] = [
  [/[0\u043e\u03bf]/g, 'o'],
  [/[1|\u0456\u0131]/g, 'l'],
  [/5/g, 's'],
  [/\u0430/g, 'a'],
  [/\u0435/g, 'e'],
  [/\u0440/g, 'p'],
  [/\u0441/g, 'c'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
];
const affixes: ReadonlySet<string> = new Set(['js', 'node', 'npm', 'lib', 'ts', 'package', 'module']);

/** Most names hold no disguise at all, and 17,000 of them are read at every start. */
const suspicious = /[^a-z@/._-]|rn|vv/;
const separators = /[\s!-/:-@[-`{-~]+/;

/** What is left of a name without punctuation, affixes, order of words and disguises. */
function bare(name: string): string {
  const lower = name.toLowerCase();
  const plain = suspicious.test(lower)
    ? disguises.reduce((text, [found, meant]) => text.replaceAll(found, meant), lower)
    : lower;
  const words = plain.split(separators).map((word) => (word.length > 4 ? word.replace(/js$/, '') : word));
  const telling = words.filter((word) => word !== '' && !affixes.has(word));
  return (telling.length === 0 ? words : telling).sort().join('');
}

const barest = new Map<string, string>();
for (const name of npmHighImpact) {
  const core = bare(name);
  if (!barest.has(core)) barest.set(core, name);
}

/** One bit for each letter: names whose bits differ in more than two places an edit are further apart. */
function lettersOf(name: string): number {
  let bits = 0;
  for (let index = 0; index < name.length; index += 1) bits |= 1 << (name.charCodeAt(index) & 31);
  return bits;
}
const listed = npmHighImpact.map((name) => ({ name, letters: lettersOf(name) }));

function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

const scopeOf = (name: string) => (name.startsWith('@') ? name.slice(0, name.indexOf('/')) : '');
const minimumBare = 4;
const longest = 214;

/** The most used name that this one could be taken for. Names of one scope have one owner, and imitate nobody. */
export function lookalikeOf(name: string): Lookalike | undefined {
  if (ranks.has(name) || name.length > longest) return undefined;
  const scope = scopeOf(name);
  const isOther = (candidate: string) =>
    scopeOf(candidate) === '' ? scope === '' : scope !== '' && scopeOf(candidate) !== scope;
  const core = bare(name);
  const same = core.length < minimumBare ? undefined : barest.get(core);
  if (same !== undefined && isOther(same)) return { name: same, rank: ranks.get(same) ?? 0, likeness: 'same' };
  for (const edits of [1, 2] as const) {
    const letters = lettersOf(name);
    const near = listed.find(
      (candidate) =>
        candidate.name.length >= (edits === 1 ? 5 : 11) &&
        Math.abs(candidate.name.length - name.length) <= edits &&
        bitsIn(candidate.letters ^ letters) <= 2 * edits &&
        isOther(candidate.name) &&
        isWithin(name, candidate.name, edits),
    );
    if (near === undefined) continue;
    return { name: near.name, rank: ranks.get(near.name) ?? 0, likeness: edits === 1 ? 'one-edit' : 'two-edits' };
  }
  return undefined;
}

/** Letters added, dropped, changed, or two neighbours swapped: whether so many steps make one text of the other. */
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
