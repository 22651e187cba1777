import { GateFailure } from '../errors.ts';
import { limits, quoted } from './visible.ts';
import type { TextFaults } from './decode.ts';
import type { JsonValue } from './json-object.ts';
import { placeIn } from './json-object.ts';
import type { YamlSchema } from './yaml-scalar.ts';
import { resolvePlain, unescapeDouble } from './yaml-scalar.ts';

/** Deeper than any lockfile is: the deepest of the real ones that this was tried on has 6 levels. */
const MAX_DEPTH = 200;

export const unit = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  doubleQuote: 0x22,
  hash: 0x23,
  singleQuote: 0x27,
  comma: 0x2c,
  dash: 0x2d,
  colon: 0x3a,
  greater: 0x3e,
  question: 0x3f,
  openBracket: 0x5b,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  pipe: 0x7c,
  closeBrace: 0x7d,
} as const;

/** What a plain scalar may not begin with, and what it would mean. */
const INDICATORS: ReadonlyMap<string, string> = new Map([
  ['&', 'an anchor'],
  ['*', 'an alias'],
  ['!', 'a tag'],
  ['%', 'a directive'],
  ['@', 'a reserved character'],
  ['`', 'a reserved character'],
  ['#', 'a comment without a space before it'],
  ['\t', 'a tab'],
  ...[',', '[', ']', '{', '}', '|', '>', '"', "'"].map((mark) => [mark, `a misplaced ${mark}`] as const),
]);

/** A place in a YAML text, and what is read of it on one line: scalars, and what ends a line. */
export class YamlCursor {
  readonly text: string;
  at = 0;
  readonly #path: string;
  readonly #faults: TextFaults;
  readonly #schema: YamlSchema;
  #depth = 0;

  constructor(text: string, path: string, faults: TextFaults, schema: YamlSchema) {
    this.text = text;
    this.#path = path;
    this.#faults = faults;
    this.#schema = schema;
  }

  /** @param what the sentence without its place and fix */
  refuse(what: string, offset = this.at, code = this.#faults.syntax): never {
    const { line, column } = placeIn(this.#path, this.text, Math.min(offset, this.text.length));
    throw new GateFailure(code, `${what} at ${line}:${column}; ${this.#faults.fix}.`, {
      path: this.#path,
      line,
      column,
    });
  }

  refuseTwice(key: string, offset: number): never {
    return this.refuse(`${quoted(key, limits.name)} appears twice in one map`, offset, this.#faults.duplicateKey);
  }

  enter(): void {
    if (++this.#depth > MAX_DEPTH) {
      this.refuse(`The YAML is nested deeper than ${MAX_DEPTH} levels`, this.at, this.#faults.depth);
    }
  }

  leave(): void {
    this.#depth--;
  }

  unit(offset = this.at): number {
    return this.text.charCodeAt(offset);
  }

  /** Whether a space or the end of a line or of the text is there. */
  isBlank(offset: number): boolean {
    const code = this.text.charCodeAt(offset);
    return code === unit.space || this.isBreak(code);
  }

  isBreak(code: number): boolean {
    return code === unit.lineFeed || code === unit.carriageReturn || Number.isNaN(code);
  }

  skipSpaces(): number {
    while (this.text.charCodeAt(this.at) === unit.space) this.at++;
    return this.text.charCodeAt(this.at);
  }

  /** Whether only a comment is left of the line; the cursor is after a space or a token. */
  isLineDone(): boolean {
    const start = this.at;
    const code = this.skipSpaces();
    return this.isBreak(code) || (code === unit.hash && (this.at > start || this.unit(start - 1) === unit.space));
  }

  /** Leaves a line of which only a comment may be left. */
  endLine(): void {
    if (!this.isLineDone()) this.refuse('The line continues with text that no package manager writes there');
    this.skipLine();
  }

  skipLine(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end + 1;
  }

  /** A scalar in quotes, on one line. */
  quoted(): string {
    return this.unit() === unit.doubleQuote ? this.#double() : this.#single();
  }

  #double(): string {
    const start = this.at + 1;
    let end = this.text.indexOf('"', start);
    for (; end > 0 && this.#isEscaped(end); end = this.text.indexOf('"', end + 1));
    const raw = this.#between(start, end);
    if (!raw.includes('\\')) return raw;
    return unescapeDouble(raw) ?? this.refuse('The YAML has an unknown escape in the quotes', start);
  }

  #isEscaped(offset: number): boolean {
    let backslashes = 0;
    while (this.text[offset - 1 - backslashes] === '\\') backslashes++;
    return backslashes % 2 === 1;
  }

  #single(): string {
    const start = this.at + 1;
    let end = this.text.indexOf("'", start);
    let doubled = false;
    for (; end > 0 && this.unit(end + 1) === unit.singleQuote; end = this.text.indexOf("'", end + 2)) doubled = true;
    const raw = this.#between(start, end);
    return doubled ? raw.replaceAll("''", "'") : raw;
  }

  #between(start: number, end: number): string {
    if (end < 0) this.refuse('The YAML is cut off: a closing quote is missing', start - 1);
    const raw = this.text.slice(start, end);
    if (raw.includes('\n')) this.refuse('A quoted string spans several lines', start - 1);
    this.at = end + 1;
    return raw;
  }

  /**
   * A plain scalar, on one line: it ends before a colon that ends a key, before a comment, and in a flow collection
   * before what separates or closes.
   */
  plain(flow: boolean): string {
    const { text } = this;
    const start = this.at;
    const what = INDICATORS.get(text[start] ?? '');
    if (what !== undefined) this.refuse(`The YAML has ${what}, which no package manager writes there`);
    const first = text.charCodeAt(start);
    const isMark = first === unit.dash || first === unit.question || first === unit.colon;
    if (isMark && (this.isBlank(start + 1) || (flow && isFlowMark(text.charCodeAt(start + 1))))) {
      this.refuse('The YAML has an entry that no package manager writes there');
    }
    let end = start;
    let at = start;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (code === unit.space) continue;
      if (code === unit.colon) {
        const next = at + 1;
        if (this.isBlank(next) || (flow && isFlowMark(text.charCodeAt(next)))) break;
      } else if (code === unit.hash) {
        if (text.charCodeAt(at - 1) === unit.space) break;
      } else if (code === unit.tab) {
        this.refuse('The YAML has a tab', at);
      } else if (this.isBreak(code) || (flow && isFlowMark(code))) break;
      end = at + 1;
    }
    this.at = end;
    return text.slice(start, end);
  }

  resolve(plain: string, offset: number): JsonValue {
    const value = resolvePlain(plain, this.#schema);
    if (value !== undefined) return value;
    return this.refuse(
      `${quoted(plain)} means different things to different readers of YAML and is not quoted`,
      offset,
    );
  }

  /** The text of a plain key, which must be what every reader makes of it. */
  plainKey(plain: string, offset: number): string {
    if (plain === '<<') this.refuse('The YAML has a merge key', offset);
    const value = this.resolve(plain, offset);
    if (typeof value === 'string' || JSON.stringify(value) === plain) return plain;
    return this.refuse(`The key ${quoted(plain)} is not a string, and is not quoted`, offset);
  }
}

function isFlowMark(code: number): boolean {
  return (
    code === unit.comma ||
    code === unit.openBracket ||
    code === unit.closeBracket ||
    code === unit.openBrace ||
    code === unit.closeBrace
  );
}
