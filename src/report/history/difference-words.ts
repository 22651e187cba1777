/** The phrases that both forms of a rehearsal of two policies share. */
import type {
  ComparedPolicy,
  DifferenceEffect,
  Rehearsal,
  RehearsedChange,
  RehearsedComparison,
  RehearsedDifference,
} from '../../model/index.ts';
import { limits } from '../../text/visible.ts';
import { list, number, plural, type Show } from '../view/words.ts';
import { outcomes, outcomeTitles, policyName } from './words.ts';

/** Which policy a letter stands for. */
export function policyWords({ source, mode, preset }: ComparedPolicy, show: Show): string {
  const name = policyName(source, show);
  const chosen =
    preset === null || source === `preset ${preset}` ? '' : ` with the preset ${preset} instead of what it extends`;
  return `${name}${chosen}${mode === 'observe' ? ' (mode observe: it blocks only what cannot be waived)' : ''}`;
}

/** One change that two policies judge differently. */
export interface DifferentChange {
  readonly a: RehearsedChange;
  readonly b: RehearsedChange;
}

/** The changes that the two policies judge differently, the newest first. */
export function differentChanges(changes: Rehearsal['changes'], compared: RehearsedComparison): DifferentChange[] {
  const different = new Set(compared.differences.map(({ commit }) => commit));
  return changes.flatMap((a, at) => {
    const b = compared.changes[at];
    return b !== undefined && different.has(a.commit) ? [{ a, b }] : [];
  });
}

/** How many changes they agree about, and what the second does to the others. */
export function agreementWords({ changes, differences, warningsOnly }: RehearsedComparison): string {
  const all = changes.length;
  const warned = warningsOnly === 0 ? '' : ` In ${number(warningsOnly)} of these only warnings differ.`;
  if (differences.length === 0) {
    const what = all === 1 ? 'the only change' : `all ${number(all)} changes`;
    return `No difference: A and B say the same of ${what}.${warned}`;
  }
  const said = effectWords.flatMap(([effect, words]) => {
    const count = differences.filter((each) => each.effect === effect).length;
    return count === 0 ? [] : [words(number(count))];
  });
  return `A and B say the same of ${number(all - differences.length)} of ${plural(all, 'change')}. ${sentence(said.join('; '))}.${warned}`;
}

const sentence = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);

const effectWords: readonly (readonly [DifferenceEffect, (count: string) => string])[] = [
  ['stops', (count) => `B stops ${count} that A lets in`],
  ['lets-in', (count) => `B lets in ${count} that A stops`],
  ['otherwise', (count) => `both stop ${count} for different reasons or times`],
  ['unknown', (count) => `${count} cannot be compared, because one of the two could not be judged`],
];

/** The totals of both, one row for each outcome that any change has. */
export function totalsRows({ totals, compared }: Rehearsal & { readonly compared: RehearsedComparison }): string[][] {
  return outcomes
    .filter((outcome) => totals[outcome] + compared.totals[outcome] > 0)
    .map((outcome) => [outcomeTitles[outcome], number(totals[outcome]), number(compared.totals[outcome])]);
}

const few = 3;

/** What one rule stops under one policy only. */
export function differenceWords({ rule, findings, changes, about }: RehearsedDifference, show: Show): string {
  const shown = about.slice(0, few).map((each) => show(each, limits.name));
  const others = about.length > few ? ['others'] : [];
  return `${rule}: ${plural(findings, 'finding')} in ${plural(changes, 'change')} (${list([...shown, ...others])})`;
}

/** The titles of the two lists. */
export const onlyTitles = { letsIn: 'B lets in what A stops', stops: 'B stops what A lets in' } as const;
