import type { Document, ParsedNode } from 'yaml';
import { Composer, CST, isMap, isScalar, isSeq, Lexer, LineCounter, Parser } from 'yaml';

import { asOneFailure, GateFailure } from '../errors.ts';
import { quoted, visible } from '../text/visible.ts';

/** Largest policy file, in bytes. */
export const maxPolicyBytes = 256 * 1024;
/** Deepest nesting; the top-level mapping is 1. */
const maxDepth = 32;
/** Failures that are reported: nobody reads more, and a hostile file has tens of thousands. */
const maxFailures = 100;

export interface PolicyDocument {
  /** What it is, for messages: `the policy`. */
  readonly what: string;
  /** Mappings as objects, lists as arrays, scalars by the core schema of YAML 1.2. */
  readonly value: unknown;
  /** What YAML allows and a policy does not, in the order of the file: of a key that is given twice, the first value is in `value`. */
  readonly failures: readonly GateFailure[];
  /** 1-based place of a member: of its key where it has one. For a missing member, the nearest enclosing one. */
  readonly place: (
    path: readonly PropertyKey[],
    of?: 'key' | 'value',
  ) => { readonly line: number; readonly column: number };
}

/**
 * Reads one YAML document strictly: UTF-8, at most 256 KiB and 32 deep, no aliases, anchors, tags, directives, merge
 * keys or duplicate keys; every key a text.
 *
 * Lexer, parser and composer of the library are driven one by one, because its own `parse` recurses as deep as the
 * text is nested, and its own search for duplicate keys is quadratic (docs/decisions/0032).
 * @throws GateFailure `policy-invalid` with line and column where the text is no such document at all, with everything that
 *   the library reports.
 */
export function readPolicyDocument(bytes: Uint8Array, path: string, what = 'the policy'): PolicyDocument {
  const lines = new LineCounter();
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const failure = (message: string, offset: number) =>
    new GateFailure('policy-invalid', message.replace(/^the policy\b/, what), { path, ...placeAt(offset) });
  const refuse: Refuse = (message, offset) => {
    throw failure(message, offset);
  };
  const text = decode(bytes, lines, refuse);
  const tokens = [...parse(text, refuse)];
  const composer = new Composer({ version: '1.2', schema: 'core', merge: false, uniqueKeys: false, strict: true });
  const documents = [...composer.compose(tokens, true, text.length)];
  const [problem, ...others] = documents
    .flatMap(({ errors, warnings }) => [...errors, ...warnings])
    .slice(0, maxFailures)
    .map(({ message, pos }) => failure(malformed(message), pos[0]));
  if (problem !== undefined) throw asOneFailure([problem, ...others]);
  const [document, second] = documents as readonly (Document.Parsed | undefined)[];
  if (second !== undefined) refuse('the policy has more than one YAML document; keep one', second.range[0]);
  const contents = document?.contents ?? null;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return refuse('the policy is empty; write at least `version: 1`, or remove the file', 0);
  }
  const offsets = new Map<string, { readonly key: number; readonly value: number }>();
  const failures: GateFailure[] = [];
  const note = (message: string, offset: number) => {
    if (failures.length < maxFailures) failures.push(failure(message, offset));
  };
  const value = valueOf(contents, { path: [], offsets, refuse, note });
  return {
    ...{ what, value, failures },
    place: (members, of = 'key') => {
      for (let length = members.length; length > 0; length--) {
        const found = offsets.get(JSON.stringify(members.slice(0, length)));
        if (found !== undefined) return placeAt(length === members.length ? found[of] : found.key);
      }
      return placeAt(contents.range[0]);
    },
  };
}

type Refuse = (message: string, offset: number) => never;

function decode(bytes: Uint8Array, lines: LineCounter, refuse: Refuse): string {
  lines.addNewLine(0);
  if (bytes.length > maxPolicyBytes) {
    refuse(`the policy has ${bytes.length} bytes, more than the ${maxPolicyBytes} that are read`, 0);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('the policy is not valid UTF-8; save it as UTF-8', 0);
  }
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  const [unprintable, at] = firstUnprintable(text);
  if (unprintable !== undefined) {
    const code = unprintable.toString(16).toUpperCase().padStart(4, '0');
    refuse(`the policy contains the control character U+${code}; save it as UTF-8 text without it`, at);
  }
  return text;
}

/** The first character that YAML 1.2 (section 5.1, c-printable) does not allow in a file. */
function firstUnprintable(text: string): readonly [number | undefined, number] {
  const found = /(?![\t\n\r\x85])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/u.exec(text);
  return [found?.[0].codePointAt(0), found?.index ?? 0];
}

const forbidden: Readonly<Partial<Record<CST.TokenType, string>>> = {
  alias: 'an alias (`*name`); write the value out',
  anchor: 'an anchor (`&name`); write the value out where it is used',
  tag: 'a tag (`!name`); leave it out',
  'directive-line': 'a directive (`%NAME`); leave it out',
};

function* parse(text: string, refuse: Refuse): Generator<CST.Token> {
  const parser = new Parser();
  let isContent = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type = isContent ? null : CST.tokenType(lexeme);
    const use = type === null ? undefined : forbidden[type];
    if (use !== undefined) refuse(`the policy uses ${use}`, parser.offset);
    isContent = lexeme === CST.SCALAR;
    for (const token of parser.next(lexeme)) {
      if (token.type === 'error') refuse(malformed(token.message), token.offset);
      yield token;
    }
    // The stack holds the document, every open collection and the scalar; `valueOf` counts exactly.
    if (parser.stack.length > 2 * maxDepth) refuse(tooDeep, parser.offset);
  }
  yield* parser.end();
}

/** The library's own sentence: some quote the text, so it is made safe to show. */
function malformed(message: string): string {
  const [sentence = ''] = message.split('\n');
  return `the policy is not well-formed YAML: ${visible(sentence, 200)}`;
}

const notText = 'expected a text as the key; put it in quotes';
const tooDeep = `the policy is nested more than ${maxDepth} deep`;

interface Walk {
  readonly path: readonly PropertyKey[];
  readonly offsets: Map<string, { readonly key: number; readonly value: number }>;
  readonly refuse: Refuse;
  /** Takes a failure down and reads on. */
  readonly note: (message: string, offset: number) => void;
}

/** Recursion is bounded by `maxDepth`. */
function valueOf(node: ParsedNode | null, walk: Walk): unknown {
  if (node === null) return null;
  if (isScalar(node)) return node.value;
  const { path, refuse, note } = walk;
  if (path.length >= maxDepth) refuse(tooDeep, node.range[0]);
  if (isSeq(node)) return node.items.map((item, index) => memberOf(item, index, item.range[0], walk));
  if (!isMap(node)) return refuse('the policy uses an alias; write the value out', node.range[0]);
  const members = new Map<string, unknown>();
  for (const { key, value } of node.items) {
    const offset = key.range[0];
    if (!isScalar(key) || typeof key.value !== 'string') note(notText, offset);
    else if (key.value === '<<') note('the policy uses a merge key (`<<`); write the members out', offset);
    else if (members.has(key.value)) note(`the key ${quoted(key.value, 64)} is given twice; keep one`, offset);
    else members.set(key.value, memberOf(value, key.value, offset, walk));
  }
  return Object.fromEntries(members);
}

function memberOf(node: ParsedNode | null, name: PropertyKey, key: number, walk: Walk): unknown {
  const path = [...walk.path, name];
  walk.offsets.set(JSON.stringify(path), { key, value: node?.range[0] ?? key });
  return valueOf(node, { ...walk, path });
}
