import type { ErrorCode } from '../errors.ts';
import { GateFailure } from '../errors.ts';
import { limits, quoted } from './visible.ts';
import type { JsonValue } from './json-object.ts';
import { JsonDocument, JsonObject, placeIn } from './json-object.ts';

/** The error code for each fault, and the fix: lockfiles, manifests and policies each have their own. */
export interface JsonFaults {
  readonly syntax: ErrorCode;
  readonly duplicateKey: ErrorCode;
  readonly depth: ErrorCode;
  /** What to do about it, as an imperative clause: `let npm write it again`. */
  readonly fix: string;
}

/** What a dialect allows beyond RFC 8259. */
export interface JsonDialect {
  /** One comma behind the last member or item, as bun writes it. */
  readonly trailingCommas?: boolean;
  /** Comments of JavaScript, as deno.json may have them. */
  readonly comments?: boolean;
  /** A key that is written again with the same value, as bun does at times: it counts once. */
  readonly repeatedMembers?: boolean;
}

/** Deeper than any lockfile or manifest is: the deepest of the real ones that this was tried on has 10 levels. */
const MAX_DEPTH = 200;
/** Up to this many members a scan for a key is cheaper than a map. */
const FEW = 16;

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const LETTER_F = 0x66;
const LETTER_N = 0x6e;
const LETTER_T = 0x74;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** RFC 8259, section 6. */
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
/** What no JSON text may hold, white space aside; inside strings not even that (RFC 8259, section 7). */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
/** A known escape, or the backslash of an unknown one alone. */
const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])?/g;

/**
 * Parses JSON (RFC 8259) strictly, in one pass, into values that know their place in the text. It gives what
 * `JSON.parse` gives and refuses what that refuses; beyond that it refuses duplicate keys and deep nesting.
 * @param text decoded text without a byte order mark
 * @throws GateFailure with the code that `faults` names, and with path, line and column.
 */
export function parseJson(text: string, path: string, faults: JsonFaults, dialect: JsonDialect = {}): JsonDocument {
  const strict = dialect.trailingCommas !== true;
  let at = 0;
  let depth = 0;
  // Members of the objects that are open, innermost last, up to `top`: an object takes its own off when it closes.
  const keys: string[] = [];
  const values: JsonValue[] = [];
  const offsets: number[] = [];
  let top = 0;
  // Offsets of the next occurrence at or after the last string: what no string may hold, found once a line.
  let backslash = -1;
  let lineFeed = -1;
  let carriageReturn = -1;
  let tab = -1;
  const lineStarts = [0];

  function refuse(what: string, offset = at, code = faults.syntax): never {
    const { line, column } = placeIn(path, text, offset);
    const sentence = `${what} at ${line}:${column}; ${faults.fix}.`;
    throw new GateFailure(code, sentence, { path, line, column });
  }

  function notJson(expected: string, offset = at): never {
    return refuse(
      offset >= text.length ? 'The JSON is cut off' : `This is not JSON: expected ${expected}`,
      Math.min(offset, text.length),
    );
  }

  function find(character: string, from: number): number {
    const found = text.indexOf(character, from);
    return found < 0 ? text.length : found;
  }

  /** Skips white space, which holds every line feed of the text; gives the code unit at the cursor, NaN at the end. */
  function skip(): number {
    let unit = text.charCodeAt(at);
    for (;;) {
      while (unit === 0x20 || unit === LINE_FEED || unit === 0x0d || unit === 0x09) {
        at++;
        if (unit === LINE_FEED) lineStarts.push(at);
        unit = text.charCodeAt(at);
      }
      if (unit !== SLASH || dialect.comments !== true) return unit;
      comment();
      unit = text.charCodeAt(at);
    }
  }

  /** Skips a comment: to the end of its line, or of the file, or behind its closing mark. */
  function comment(): void {
    const kind = text[at + 1];
    if (kind !== '/' && kind !== '*') notJson('a comment', at + 1);
    const close = text.indexOf(kind === '/' ? '\n' : '*/', at + 2);
    if (close < 0 && kind === '*') notJson('the end of a comment', text.length);
    const end = close < 0 ? text.length : kind === '/' ? close : close + 2;
    for (let feed = text.indexOf('\n', at); feed >= 0 && feed < end; feed = text.indexOf('\n', feed + 1)) {
      lineStarts.push(feed + 1);
    }
    at = end;
  }

  function string(): string {
    const start = at + 1;
    let end = find('"', start);
    if (backslash < start) backslash = find('\\', start);
    const escaped = backslash < end;
    if (escaped) end = closingQuote(end);
    if (end === text.length) notJson('a closing quote', end);
    if (lineFeed < start) lineFeed = find('\n', start);
    if (carriageReturn < start) carriageReturn = find('\r', start);
    if (tab < start) tab = find('\t', start);
    if (lineFeed < end || carriageReturn < end || tab < end) {
      notJson('an escape instead of a control character', Math.min(lineFeed, carriageReturn, tab));
    }
    at = end + 1;
    const raw = text.slice(start, end);
    return escaped ? unescape(raw, start) : raw;
  }

  /** Natively, because a file may be nothing but escapes; what is refused is then looked for. */
  function unescape(raw: string, start: number): string {
    try {
      return JSON.parse(`"${raw}"`) as string;
    } catch {
      for (const { 0: escape, index } of raw.matchAll(ESCAPE)) {
        if (escape.length === 1) notJson('a known escape', start + index);
      }
      return notJson('a string', start);
    }
  }

  function closingQuote(end: number): number {
    for (; end < text.length; end = find('"', end + 1)) {
      let backslashes = 0;
      while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++;
      if (backslashes % 2 === 0) return end;
    }
    return end;
  }

  function enter(): void {
    if (++depth > MAX_DEPTH) refuse(`The JSON is nested deeper than ${MAX_DEPTH} levels`, at, faults.depth);
    at++;
  }

  /** Whether a key is one of those of the innermost open object. */
  function isAmong(key: string, base: number): boolean {
    for (let at = base; at < top; at++) if (keys[at] === key) return true;
    return false;
  }

  function refuseTwice(key: string, offset: number): never {
    return refuse(`${quoted(key, limits.name)} is a key twice in one object`, offset, faults.duplicateKey);
  }

  function object(): JsonObject {
    const opening = at;
    const base = top;
    let index: Map<string, number> | undefined;
    enter();
    let unit = skip();
    while (unit !== CLOSE_BRACE) {
      if (unit !== QUOTE) notJson('a key in double quotes');
      const offset = at;
      const key = string();
      const known = index === undefined ? isAmong(key, base) : index.has(key);
      if (known && dialect.repeatedMembers !== true) refuseTwice(key, offset);
      if (skip() !== COLON) notJson('a colon');
      at++;
      // The key waits in a local: its value may push members of its own.
      const member = value();
      if (known) {
        if (!isSame(values[base + (index?.get(key) ?? keys.slice(base, top).indexOf(key))], member)) {
          refuseTwice(key, offset);
        }
      } else {
        index?.set(key, top - base);
        keys[top] = key;
        values[top] = member;
        offsets[top++] = offset;
        if (top - base === FEW + 1) index = new Map(keys.slice(base, top).map((each, position) => [each, position]));
      }
      unit = skip();
      if (unit === CLOSE_BRACE) break;
      if (unit !== COMMA) notJson('a comma or a closing brace');
      at++;
      unit = skip();
      if (unit === CLOSE_BRACE && strict) notJson('a key in double quotes');
    }
    at++;
    depth--;
    const made = new JsonObject(
      opening,
      keys.slice(base, top),
      values.slice(base, top),
      offsets.slice(base, top),
      index,
    );
    top = base;
    return made;
  }

  function array(): JsonValue[] {
    const items: JsonValue[] = [];
    enter();
    let unit = skip();
    while (unit !== CLOSE_BRACKET) {
      items.push(value());
      unit = skip();
      if (unit === CLOSE_BRACKET) break;
      if (unit !== COMMA) notJson('a comma or a closing bracket');
      at++;
      unit = skip();
      if (unit === CLOSE_BRACKET && strict) notJson('a value');
    }
    at++;
    depth--;
    return items;
  }

  function value(): JsonValue {
    const unit = skip();
    if (unit === QUOTE) return string();
    if (unit === OPEN_BRACE) return object();
    if (unit === OPEN_BRACKET) return array();
    if (unit === LETTER_T) return word('true', true);
    if (unit === LETTER_F) return word('false', false);
    if (unit === LETTER_N) return word('null', null);
    NUMBER.lastIndex = at;
    const digits = NUMBER.exec(text)?.[0] ?? notJson('a value');
    at += digits.length;
    return Number(digits);
  }

  function word<T>(spelled: string, meant: T): T {
    if (!text.startsWith(spelled, at)) notJson('a value');
    at += spelled.length;
    return meant;
  }

  const control = text.search(CONTROL);
  if (control >= 0) notJson('an escape instead of a control character', control);
  const root = value();
  skip();
  if (at < text.length) notJson('the end of the file');
  return new JsonDocument(path, text, root, lineStarts);
}

/** Whether two values say the same in the same order. */
function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    const [left, right] = [a as readonly JsonValue[], b as readonly JsonValue[]];
    return left.length === right.length && left.every((each, at) => isSame(each, right[at]));
  }
  if (a instanceof JsonObject && b instanceof JsonObject) {
    return isSame([...a.keys], [...b.keys]) && a.keys.every((key) => isSame(a.get(key), b.get(key)));
  }
  return a === b;
}
