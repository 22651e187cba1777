import type { JsonValue } from './json-object.ts';

/** Which plain scalars are more than strings: those of YAML 1.2's core schema, or none (failsafe, as Yarn reads). */
export type YamlSchema = 'core' | 'failsafe';

/** Characters that a plain scalar which is no string may begin with. */
const NOT_A_STRING = /^[-+.0-9~ntfNTF]/;
const WORDS: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
/** YAML 1.2.2, section 10.3.2: integers in three bases, and floating point numbers. */
const NUMBER = /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+)$/;
/**
 * What js-yaml, with which pnpm reads, takes for something else than the core schema does: numbers with underscores,
 * binary ones, signs before a base, dates; and numbers that JSON has no word for.
 */
const DISPUTED =
  /^(?:[-+]?[0-9.][0-9._]*_[0-9._]*(?:[eE][-+]?[0-9]+)?|[-+]?0(?:b[01_]+|o[0-7_]+|x[0-9a-fA-F_]+)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:$|[Tt ]).*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/**
 * The value of a plain scalar.
 * @returns undefined for one that readers of YAML disagree about: it must be quoted.
 */
export function resolvePlain(text: string, schema: YamlSchema): JsonValue | undefined {
  if (schema === 'failsafe' || !NOT_A_STRING.test(text)) return text;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (NUMBER.test(text)) return /^[-+]?0[0-9]/.test(text) ? undefined : Number(text);
  return DISPUTED.test(text) ? undefined : text;
}

/** YAML 1.2.2, section 5.7. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.?))/gsu;

/** The text between double quotes, its escapes undone. Undefined where one is unknown. */
export function unescapeDouble(raw: string): string | undefined {
  let known = true as boolean; // set in a callback, which the compiler does not follow
  const text = raw.replace(ESCAPE, (_, x?: string, u?: string, long?: string, letter?: string) => {
    const hex = x ?? u ?? long;
    const code = hex === undefined ? NaN : parseInt(hex, 16);
    const meant = code <= 0x10ffff ? String.fromCodePoint(code) : ESCAPES.get(letter ?? '');
    if (meant === undefined) known = false;
    return meant ?? '';
  });
  return known ? text : undefined;
}

/** How a block scalar is read: `|` keeps its line breaks, `>` folds them; the end is clipped, stripped or kept. */
export interface BlockStyle {
  readonly folded: boolean;
  readonly chomping: 'clip' | 'strip' | 'keep';
}

/**
 * Joins the lines of a block scalar (YAML 1.2.2, sections 8.1.1.2 and 8.1.3).
 * @param lines without their indentation; empty ones are blank
 */
export function joinBlock(lines: readonly string[], { folded, chomping }: BlockStyle): string {
  let count = lines.length;
  while (count > 0 && lines[count - 1] === '') count--;
  const parts: string[] = [];
  // Blank lines since the last line with content; and whether that one was indented further, which stops folding.
  let blank = 0;
  let further = false;
  for (let at = 0; at < count; at++) {
    const line = lines[at] as string;
    if (line === '') {
      blank++;
      continue;
    }
    const indented = line.startsWith(' ') || line.startsWith('\t');
    if (parts.length === 0) parts.push('\n'.repeat(blank));
    else if (!folded || further || indented) parts.push('\n'.repeat(blank + 1));
    else parts.push(blank === 0 ? ' ' : '\n'.repeat(blank));
    parts.push(line);
    further = indented;
    blank = 0;
  }
  const trailing = lines.length - count;
  if (chomping === 'keep') parts.push('\n'.repeat(count === 0 ? trailing : trailing + 1));
  else if (chomping === 'clip' && count > 0) parts.push('\n');
  return parts.join('');
}
