import type { ErrorCode } from '../../errors.ts';
import { GateFailure } from '../../errors.ts';
import { limits, quoted } from '../../text/visible.ts';
import { lockfileFaults as faults } from '../../text/decode.ts';
import type { JsonValue } from '../../text/json-object.ts';
import { JsonDocument, JsonObject, placeIn } from '../../text/json-object.ts';

/** `classic` writes `key value` and several keys a block; `berry` writes the part of YAML that is `key: value`. */
export type YarnDialect = 'classic' | 'berry';

/** Separates the descriptors of one block in the keys that `parseYarnText` returns; no token holds a control character. */
export const BETWEEN_KEYS = '\n';

/** Yarn's own files have four levels. */
const MAX_LEVELS = 8;
const CONTROL = /[\u0000-\u001f\u007f]/;
const QUOTED = /"(?:[^"\\]|\\.)*"/y;
/** The tokens that each Yarn writes without quotes (classic: stringify.js; berry: @yarnpkg/parsers, syml.ts). */
const BARE_CLASSIC = /[A-Za-z0-9/.-][^\s:",\\[\]]*/y;
const BARE_KEY = /(?![-?:,\][{}#&*!|>'"%@` \t])[^:\s#,[\]{}]+(?:[ ]+[^:\s#,[\]{}]+)*/y;
const BARE_VALUE = /^(?![-?:,\][{}#&*!|>'"%@` \t]).(?:[ \t]*(?![,\][{}:# \t]).)*$/;
/** YAML syntax that Yarn never writes. */
const YAML_FEATURE = /^(?:---|\.\.\.|%|- |<<\s*:|(?:[^"]*: +)?[&*!|>{[])/;

interface OpenMap {
  readonly offset: number;
  readonly keys: string[];
  readonly values: JsonValue[];
  readonly offsets: number[];
  readonly seen: Set<string>;
}

/**
 * Reads the lines of a `yarn.lock` strictly: exactly what Yarn writes, plus comments and CRLF, and nothing is
 * ever skipped. One pass over the text. Hand-written because the usual parsers accept truncated files and duplicate keys
 * (docs/decisions/0105).
 * @param text decoded (see `decodeText`)
 * @returns a document whose values are strings and objects; a classic block's descriptors are joined by `BETWEEN_KEYS`
 * @throws GateFailure `lockfile-syntax`, `-duplicate-key`, `-depth` or `-yaml`, with path, line and column.
 */
export function parseYarnText(text: string, path: string, dialect: YarnDialect): JsonDocument {
  const open: OpenMap[] = [newMap(0)];
  const lineStarts: number[] = [];
  /** An explicit key (`? key`) that waits for its colon. */
  let waiting: { readonly key: string; readonly offset: number } | undefined;

  function refuse(what: string, offset: number, code: ErrorCode = faults.syntax): never {
    const { line, column } = placeIn(path, text, offset);
    throw new GateFailure(code, `${what} at ${line}:${column}; ${faults.fix}.`, { path, line, column });
  }

  function close(level: number): void {
    while (open.length > level + 1) {
      const done = open.pop() as OpenMap;
      if (done.keys.length === 0) refuse('A block ends before its first field', done.offset);
      const index = new Map(done.keys.map((key, at) => [key, at]));
      open.at(-1)?.values.push(new JsonObject(done.offset, done.keys, done.values, done.offsets, index));
    }
  }

  function add(map: OpenMap, keys: readonly string[], offset: number): void {
    for (const key of keys) {
      if (map.seen.has(key)) refuse(`The key ${quoted(key, limits.name)} appears twice`, offset, faults.duplicateKey);
      map.seen.add(key);
    }
    map.keys.push(keys.join(BETWEEN_KEYS));
    map.offsets.push(offset);
  }

  function enter(map: OpenMap, keys: readonly string[], offset: number): void {
    add(map, keys, offset);
    open.push(newMap(offset));
  }

  /** The token at an offset of a line, and where it ends. */
  function token(
    line: string,
    at: number,
    bare: RegExp,
    base: number,
  ): { readonly value: string; readonly end: number } {
    const form = line[at] === '"' ? QUOTED : bare;
    form.lastIndex = at;
    const found = form.exec(line)?.[0];
    if (found === undefined) return refuse('This is not what Yarn writes: expected a key or a value', base + at);
    return { value: form === QUOTED ? unquoted(found, base + at) : found, end: at + found.length };
  }

  function unquoted(found: string, offset: number): string {
    let value: unknown;
    try {
      value = JSON.parse(found);
    } catch {
      value = undefined;
    }
    if (typeof value !== 'string' || CONTROL.test(value)) return refuse('The quoted string is malformed', offset);
    return value;
  }

  function classicLine(line: string, base: number, map: OpenMap): void {
    const keys: string[] = [];
    let at = 0;
    do {
      const key = token(line, keys.length === 0 ? 0 : at + 2, BARE_CLASSIC, base);
      keys.push(key.value);
      at = key.end;
    } while (line.startsWith(', ', at));
    if (line[at] === ':' && at + 1 === line.length) {
      enter(map, keys, base);
      return;
    }
    if (line[at] !== ' ' || keys.length > 1) return refuse('Expected a value or the colon of a block', base + at);
    const value = token(line, at + 1, BARE_CLASSIC, base);
    if (value.end < line.length) refuse('Expected the end of the line', base + value.end);
    add(map, keys, base);
    map.values.push(value.value);
  }

  function berryLine(line: string, base: number, map: OpenMap): void {
    if (waiting !== undefined) {
      if (line !== ':') refuse('Expected the colon of a long key', base);
      const { key, offset } = waiting;
      waiting = undefined;
      enter(map, [key], offset);
      return;
    }
    if (line.startsWith('? "')) {
      const long = token(line, 2, BARE_KEY, base);
      if (long.end < line.length) refuse('Expected the end of the line', base + long.end);
      waiting = { key: long.value, offset: base };
      return;
    }
    if (YAML_FEATURE.test(line)) refuse('Yarn does not write this part of YAML', base, 'lockfile-yaml');
    const key = token(line, 0, BARE_KEY, base);
    if (line[key.end] !== ':') refuse('Expected the colon after a key', base + key.end);
    if (key.end + 1 === line.length) {
      enter(map, [key.value], base);
      return;
    }
    if (line[key.end + 1] !== ' ') refuse('Expected a space after the colon', base + key.end + 1);
    const start = key.end + 2;
    const rest = line.slice(start);
    add(map, [key.value], base);
    if (rest.startsWith('"')) {
      const value = token(line, start, BARE_KEY, base);
      if (value.end < line.length) refuse('Expected the end of the line', base + value.end);
      map.values.push(value.value);
    } else if (BARE_VALUE.test(rest)) map.values.push(rest);
    else {
      const code = /^[&*!|>{[]/.test(rest) ? 'lockfile-yaml' : faults.syntax;
      refuse('This value is not what Yarn writes', base + start, code);
    }
  }

  for (let start = 0; start < text.length;) {
    lineStarts.push(start);
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed + 1;
    let end = feed < 0 ? text.length : feed;
    if (text[end - 1] === '\r') end--;
    let first = start;
    while (first < end && text[first] === ' ') first++;
    if (first < end && text[first] !== '#') {
      const line = text.slice(first, end);
      if (CONTROL.test(line)) refuse('The file has a control character', first + line.search(CONTROL));
      const indent = first - start;
      const level = indent / 2;
      if (level >= MAX_LEVELS) refuse(`Blocks are nested deeper than ${MAX_LEVELS} levels`, first, faults.depth);
      if (indent % 2 === 1 || level >= open.length) refuse('The indentation does not match the block', first);
      if (waiting !== undefined && level !== open.length - 1) refuse('Expected the colon of a long key', first);
      close(level);
      const map = open[level] as OpenMap;
      if (dialect === 'classic') classicLine(line, first, map);
      else berryLine(line, first, map);
    }
    start = next;
  }
  if (waiting !== undefined) refuse('A long key is cut off', waiting.offset);
  close(0);
  const root = open[0] as OpenMap;
  return new JsonDocument(path, text, new JsonObject(0, root.keys, root.values, root.offsets), lineStarts);
}

function newMap(offset: number): OpenMap {
  return { offset, keys: [], values: [], offsets: [], seen: new Set() };
}
