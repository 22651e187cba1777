/** Small words that all others are made of. */
import type { FindingLevel } from '../../model/index.ts';
import { limits, visible } from '../../text/visible.ts';

/** How an output shows a piece of third-party text: `visible` on a terminal, `codeSpan` in Markdown. */
export type Show = (text: string, max?: number) => string;

/** Digits grouped by commas, the same on every machine. */
export function number(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** `1 finding`, `3,000 findings`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

export interface Named {
  readonly name: string;
  readonly version: string | null;
}

/** A package version, or a package as a whole. */
export function packageTitle({ name, version }: Named, show: Show): string {
  const shown = show(name, limits.name);
  return version === null ? shown : `${shown} ${show(version, limits.version)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** A finding's level, in words. */
export const levelWords: Readonly<Record<FindingLevel, string>> = { error: 'error', warn: 'warning', note: 'note' };

/** An instant to the minute, `2026-01-31 12:00 UTC`; other text unchanged. */
export function minute(instant: string): string {
  return visible(instant, limits.version).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/u, '$1 $2 UTC');
}
