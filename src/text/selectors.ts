import semver from 'semver';

import { splitSelector } from '../model/options.ts';

/**
 * Patterns of the policy file: `*` (a run of characters within a segment), `**` (a run across segments) and `?` (one
 * character within a segment), anchored at both ends. Matched by hand, because popular glob libraries backtrack and
 * understand more than the policy allows (docs/decisions/0031).
 */

/** `optional`: what stands up to `skip` tokens further may be left out; `deep` may cross `/`, `run` and `one` may not. */
type Token =
  | { readonly kind: 'literal'; readonly character: string }
  | { readonly kind: 'one' | 'run' | 'deep' }
  | { readonly kind: 'optional'; readonly skip: number };

/** Longest pattern, in UTF-16 units. */
const maxPattern = 256;

/** Why a text is no pattern, or undefined where it is one. */
export function patternProblem(text: string): string | undefined {
  if (text === '') return 'expected a pattern';
  if (text.length > maxPattern) return `expected a pattern of at most ${maxPattern} characters`;
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return 'expected a pattern without control characters';
  if (/[{}[\]()\\|]/.test(text) || text.startsWith('!')) {
    return 'expected a pattern of `*`, `**` and `?` only; braces, brackets, groups, escapes and negation are not known';
  }
  if (text.includes('***')) return 'expected `*` or `**`, not more stars in a row';
  return undefined;
}

function tokenise(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  const characters = Array.from(pattern);
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] ?? '';
    if (character === '?') tokens.push({ kind: 'one' });
    else if (character !== '*') tokens.push({ kind: 'literal', character });
    else if (characters[i + 1] !== '*') tokens.push({ kind: 'run' });
    else {
      // `**/` at the start of a segment stands for any number of folders, none included.
      const folders = characters[i + 2] === '/' && (i === 0 || characters[i - 1] === '/');
      if (folders) tokens.push({ kind: 'optional', skip: 3 });
      tokens.push({ kind: 'deep' });
      i++;
    }
  }
  return tokens;
}

/**
 * A matcher for one pattern that `patternProblem` has nothing against. Time is the product of the lengths of pattern
 * and text, whatever they hold: all ways to read the text are followed side by side, none is tried twice.
 */
export function compilePattern(pattern: string): (text: string) => boolean {
  if (!/[*?]/.test(pattern)) return (text) => text === pattern;
  const tokens = tokenise(pattern);
  return (text) => {
    let places = new Set<number>();
    const reach = (into: Set<number>, place: number): void => {
      if (into.has(place)) return;
      into.add(place);
      const token = tokens[place];
      if (token?.kind === 'optional') reach(into, place + token.skip);
      if (token?.kind === 'optional' || token?.kind === 'run' || token?.kind === 'deep') reach(into, place + 1);
    };
    reach(places, 0);
    for (const character of text) {
      const next = new Set<number>();
      for (const place of places) {
        const token = tokens[place];
        if (token === undefined || token.kind === 'optional') continue;
        const takes =
          token.kind === 'literal' ? token.character === character : token.kind === 'deep' || character !== '/';
        if (takes) reach(next, token.kind === 'literal' || token.kind === 'one' ? place + 1 : place);
      }
      places = next;
      if (places.size === 0) return false;
    }
    return places.has(tokens.length);
  };
}

/** Why a text selects no packages (`name`, `name@version`, `name@range`, the name a pattern), or undefined where it does. */
export function selectorProblem(text: string): string | undefined {
  const { name, range } = splitSelector(text);
  const problem = patternProblem(name);
  if (problem !== undefined) return problem;
  if (!/^(@[^\s@/]+\/)?[^\s@/]+$/.test(name)) {
    return 'expected a package, such as `left-pad`, `@acme/*`, `left-pad@1.3.0` or `left-pad@^1.2.0`';
  }
  if (range !== undefined && range.length > maxPattern) return `expected a range of at most ${maxPattern} characters`;
  if (range !== undefined && (range.trim() === '' || semver.validRange(range) === null)) {
    return 'expected a version or a range after `@`, such as `left-pad@1.3.0` or `left-pad@^1.2.0`';
  }
  return undefined;
}

/** Whether a selector's name has nothing of its own beside wildcards: `*`, `**`, `@*` followed by `/*`. */
export function namesNothing(selector: string): boolean {
  return !/[^*?@/]/.test(splitSelector(selector).name);
}

/** Whether a selector takes in names that anybody can publish: a wildcard that is not confined to one scope. */
export function spansScopes(selector: string): boolean {
  const { name } = splitSelector(selector);
  return /[*?]/.test(name) && !/^@[^*?/]+\//.test(name);
}

/**
 * A matcher for one selector that `selectorProblem` has nothing against. As in npm, a range takes in a prerelease
 * only where it names one. A version that is not semver is selected only by a selector without versions.
 */
export function compileSelector(selector: string): (name: string, version: string) => boolean {
  const { name: pattern, range } = splitSelector(selector);
  const named = compilePattern(pattern);
  return (name, version) => named(name) && (range === undefined || semver.satisfies(version, range));
}
