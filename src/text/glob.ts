import { quoted } from './visible.ts';

/**
 * Globs: `*` (a run of characters within a segment), `**` (a run across segments) and `?` (one character within a
 * segment), anchored at both ends. Matched by hand, because popular glob libraries backtrack and understand more than a
 * policy allows (docs/decisions/0031). Braces and negation are for the caller that knows them.
 */

/** `optional`: what stands up to `skip` tokens further may be left out; `deep` may cross `/`, `run` and `one` may not. */
type Token =
  /** `leads`: it is the first of its segment. */
  | { readonly kind: 'literal'; readonly character: string; readonly leads: boolean }
  | { readonly kind: 'one' | 'run' | 'deep' }
  | { readonly kind: 'optional'; readonly skip: number };

export interface GlobOptions {
  /** Whether a segment's leading dot must be written: no wildcard stands for it, or for nothing in front of it. */
  readonly hidesDots?: boolean;
  /** Told of each character how many ways to read it were followed; may throw. */
  readonly spend?: (steps: number) => void;
}

/** Longest glob that a policy may have, in UTF-16 units. */
const longest = 256;

/** Why a text is no glob of a policy, or undefined where it is one. */
export function globProblem(text: string): string | undefined {
  if (text === '') return 'expected a pattern';
  if (text.length > longest) return `expected a pattern of at most ${longest} characters`;
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return 'expected a pattern without control characters';
  if (/[{}[\]()\\|]/.test(text) || text.startsWith('!')) {
    return 'expected a pattern of `*`, `**` and `?` only; braces, brackets, groups, escapes and negation are not known';
  }
  if (text.includes('***')) return 'expected `*` or `**`, not more stars in a row';
  return undefined;
}

/** Why a text is no glob of paths from the repository's root, or undefined where it is one. */
export function pathGlobProblem(text: string): string | undefined {
  if (text.endsWith('/')) return `expected a pattern of files; a folder's are ${quoted(`${text}**`)}`;
  if (text.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return 'expected a path from the root of the repository, without `/` in front and without empty, `.` or `..` segments';
  }
  return globProblem(text);
}

function tokenise(glob: string): readonly Token[] {
  const tokens: Token[] = [];
  const characters = Array.from(glob);
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] ?? '';
    const leads = i === 0 || characters[i - 1] === '/';
    if (character === '?') tokens.push({ kind: 'one' });
    else if (character !== '*') tokens.push({ kind: 'literal', character, leads });
    else if (characters[i + 1] !== '*') tokens.push({ kind: 'run' });
    else {
      // `**/` at the start of a segment matches any number of folders, including none.
      if (leads && characters[i + 2] === '/') tokens.push({ kind: 'optional', skip: 3 });
      tokens.push({ kind: 'deep' });
      i++;
    }
  }
  return tokens;
}

/**
 * A matcher for one glob. Time is the product of the lengths of glob and text, whatever they hold: all ways to read the
 * text are followed side by side, none is tried twice.
 */
export function compileGlob(glob: string, options: GlobOptions = {}): (text: string) => boolean {
  const { hidesDots = false, spend } = options;
  if (!/[*?]/.test(glob)) return (text) => text === glob;
  // The text before the first wildcard already rules out most texts. A half of a surrogate pair is no character of its own.
  const [plain] = /^[^*?\uD800-\uDFFF]*/.exec(glob) as unknown as [string];
  const tokens = tokenise(glob).slice(plain.length);
  /** Of each place, how many characters were read when it was last reached. */
  const reached = new Int32Array(tokens.length + 1);
  return (text) => {
    spend?.(1);
    if (!text.startsWith(plain)) return false;
    reached.fill(-1);
    let places: number[] = [];
    let at = 0;
    const reach = (place: number): void => {
      if (reached[place] === at) return;
      reached[place] = at;
      places.push(place);
      const token = tokens[place];
      if (token?.kind === 'optional') reach(place + token.skip);
      if (token?.kind === 'optional' || token?.kind === 'run' || token?.kind === 'deep') reach(place + 1);
    };
    reach(0);
    let before = plain.at(-1) ?? '/';
    for (const character of text.slice(plain.length)) {
      const isHidden = hidesDots && character === '.' && before === '/';
      const open = places;
      spend?.(open.length);
      places = [];
      at += 1;
      for (const place of open) {
        const token = tokens[place];
        if (token === undefined || token.kind === 'optional' || !takes(token, character, isHidden)) continue;
        reach(token.kind === 'literal' || token.kind === 'one' ? place + 1 : place);
      }
      if (places.length === 0) return false;
      before = character;
    }
    return reached[tokens.length] === at;
  };
}

/** Whether a text matches any of several globs. */
export function compileGlobs(globs: readonly string[], options: GlobOptions = {}): (text: string) => boolean {
  const matchers = globs.map((glob) => compileGlob(glob, options));
  return (text) => matchers.some((matches) => matches(text));
}

function takes(token: Exclude<Token, { kind: 'optional' }>, character: string, isHidden: boolean): boolean {
  if (token.kind === 'literal') return token.character === character && (!isHidden || token.leads);
  return !isHidden && (token.kind === 'deep' || character !== '/');
}
