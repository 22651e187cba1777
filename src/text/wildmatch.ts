/**
 * Git's pattern language (wildmatch.c), over bytes given as Latin-1 text: `?`, `*`, `**` between slashes, `[a-z]`,
 * `[[:alpha:]]`, `\`. Matched without backtracking, in time of the product of both lengths.
 */

type Takes = (byte: number) => boolean;

type Token =
  | { readonly kind: 'one'; readonly takes: Takes }
  /** Any run of bytes that it takes. */
  | { readonly kind: 'run'; readonly takes: Takes }
  /** What stands up to `skip` tokens further may be left out. */
  | { readonly kind: 'optional'; readonly skip: number };

const SLASH = 0x2f;
const notSlash: Takes = (byte) => byte !== SLASH;
const anyByte: Takes = () => true;

export interface WildmatchOptions {
  readonly ignoresCase: boolean;
}

/** @returns a matcher; one that matches nothing for a pattern that git refuses (an open class, a last backslash) */
export function compileWildmatch(pattern: string, { ignoresCase }: WildmatchOptions): (text: string) => boolean {
  const fold = (text: string) => (ignoresCase ? text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()) : text);
  // Git compares what comes before the first wildcard on its own, so a `**` after it begins a pattern.
  const [plain] = /^[^*?[\\]*/.exec(pattern) as unknown as [string];
  const tokens = tokenise(pattern.slice(plain.length), ignoresCase);
  if (tokens === undefined) return () => false;
  return (text) => fold(text).startsWith(fold(plain)) && runs(tokens, fold(text.slice(plain.length)));
}

function runs(tokens: readonly Token[], text: string): boolean {
  let places = reach(tokens, new Set([0]));
  for (let at = 0; at < text.length && places.size > 0; at += 1) {
    const byte = text.charCodeAt(at);
    const next = new Set<number>();
    for (const place of places) {
      const token = tokens[place];
      if (token === undefined || token.kind === 'optional' || !token.takes(byte)) continue;
      next.add(token.kind === 'run' ? place : place + 1);
    }
    places = reach(tokens, next);
  }
  return places.has(tokens.length);
}

/** The same places and those that are reached from them without a byte; a set visits what is added to it. */
function reach(tokens: readonly Token[], places: Set<number>): Set<number> {
  for (const place of places) {
    const token = tokens[place];
    if (token?.kind === 'run' || token?.kind === 'optional') places.add(place + 1);
    if (token?.kind === 'optional') places.add(place + token.skip);
  }
  return places;
}

function tokenise(pattern: string, ignoresCase: boolean): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length;) {
    const character = pattern.charAt(at);
    if (character === '*') {
      const [stars] = /^\*+/.exec(pattern.slice(at)) as unknown as [string];
      const end = at + stars.length;
      const isWhole = (at === 0 || pattern[at - 1] === '/') && /^(?:$|\\?\/)/.test(pattern.slice(end));
      const isDeep = stars.length > 1 && isWhole;
      // `**/` may stand for no folder at all.
      if (isDeep && pattern[end] === '/') tokens.push({ kind: 'optional', skip: 3 });
      tokens.push({ kind: 'run', takes: isDeep ? anyByte : notSlash });
      at = end;
    } else if (character === '?') {
      tokens.push({ kind: 'one', takes: notSlash });
      at += 1;
    } else if (character === '[') {
      const found = classAt(pattern, at + 1, ignoresCase);
      if (found === undefined) return undefined;
      tokens.push({ kind: 'one', takes: found.takes });
      at = found.end;
    } else {
      if (character === '\\') at += 1;
      if (at === pattern.length) return undefined;
      const literal = pattern.charAt(at);
      const byte = (ignoresCase && /[A-Z]/.test(literal) ? literal.toLowerCase() : literal).charCodeAt(0);
      tokens.push({ kind: 'one', takes: (given) => given === byte });
      at += 1;
    }
  }
  return tokens;
}

const named: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: new RegExp('[\\u0000-\\u001f\\u007f]'),
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t\n\v\f\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
};

/** The class that begins behind a `[`; undefined where git refuses it. */
function classAt(
  pattern: string,
  start: number,
  ignoresCase: boolean,
): { readonly takes: Takes; readonly end: number } | undefined {
  const isNegated = /[!^]/.test(pattern.charAt(start));
  const parts: Takes[] = [];
  let at = isNegated ? start + 1 : start;
  let previous: number | undefined;
  for (let isFirst = true; isFirst || pattern[at] !== ']'; isFirst = false) {
    const rest = pattern.slice(at);
    if (rest === '') return undefined;
    const name = /^\[:([^\]]*?):\]/.exec(rest);
    if (name !== null) {
      const matcher = Object.hasOwn(named, name[1] as string) ? named[name[1] as string] : undefined;
      if (matcher === undefined) return undefined;
      const isUpper = name[1] === 'upper' && ignoresCase;
      parts.push(
        (byte) => matcher.test(String.fromCharCode(byte)) || (isUpper && /[a-z]/.test(String.fromCharCode(byte))),
      );
      previous = undefined;
      at += name[0].length;
    } else if (rest.startsWith('-') && previous !== undefined && rest.length > 1 && rest[1] !== ']') {
      const isEscaped = rest[1] === '\\';
      const [low, high] = [previous, rest.charCodeAt(isEscaped ? 2 : 1)];
      if (Number.isNaN(high)) return undefined;
      parts.push((byte) => byte >= low && byte <= high);
      previous = undefined;
      at += isEscaped ? 3 : 2;
    } else {
      const isEscaped = rest.startsWith('\\');
      const byte = rest.charCodeAt(isEscaped ? 1 : 0);
      if (Number.isNaN(byte)) return undefined;
      parts.push((given) => given === byte);
      previous = byte;
      at += isEscaped ? 2 : 1;
    }
  }
  const isIn = (byte: number) => parts.some((part) => part(byte));
  const upper = (byte: number) => (byte >= 0x61 && byte <= 0x7a ? byte - 32 : byte);
  const takes: Takes = (byte) => byte !== SLASH && (isIn(byte) || (ignoresCase && isIn(upper(byte)))) !== isNegated;
  return { takes, end: at + 1 };
}
