import type { JsonObject, JsonValue } from './json-object.ts';
import { unit } from './yaml-cursor.ts';
import type { YamlCursor } from './yaml-cursor.ts';
import { YamlMembers } from './yaml-members.ts';

/**
 * Reads `[a, b]` or `{a: b}` at the cursor, on one or several lines. Values cannot be left out, and keys are scalars.
 * @param parent column of what it belongs to: its lines are indented further
 */
export function readFlow(cursor: YamlCursor, parent: number): JsonValue {
  cursor.enter();
  const value = cursor.unit() === unit.openBracket ? readList(cursor, parent) : readMap(cursor, parent);
  cursor.leave();
  return value;
}

function readList(cursor: YamlCursor, parent: number): readonly JsonValue[] {
  const items: JsonValue[] = [];
  cursor.at++;
  while (skip(cursor, parent) !== unit.closeBracket) {
    items.push(readValue(cursor, parent));
    if (!separated(cursor, parent, unit.closeBracket)) break;
  }
  cursor.at++;
  return items;
}

function readMap(cursor: YamlCursor, parent: number): JsonObject {
  const members = new YamlMembers(cursor.at);
  cursor.at++;
  for (let code = skip(cursor, parent); code !== unit.closeBrace; code = skip(cursor, parent)) {
    const offset = cursor.at;
    const isQuoted = code === unit.doubleQuote || code === unit.singleQuote;
    const key = isQuoted ? cursor.quoted() : cursor.plainKey(cursor.plain(true), offset);
    if (members.has(key)) cursor.refuseTwice(key, offset);
    if (skip(cursor, parent) !== unit.colon || !cursor.isBlank(cursor.at + 1)) {
      cursor.refuse('The YAML has a key without a colon and a space behind it');
    }
    cursor.at++;
    skip(cursor, parent);
    members.add(key, readValue(cursor, parent), offset);
    if (!separated(cursor, parent, unit.closeBrace)) break;
  }
  cursor.at++;
  return members.made();
}

/** Whether more may follow: steps over a comma, and stays before the closing mark. */
function separated(cursor: YamlCursor, parent: number, closing: number): boolean {
  const code = skip(cursor, parent);
  if (code === closing) return false;
  if (code !== unit.comma) cursor.refuse('The YAML has a list or map in brackets that is not closed');
  cursor.at++;
  return true;
}

function readValue(cursor: YamlCursor, parent: number): JsonValue {
  const code = cursor.unit();
  if (code === unit.openBracket || code === unit.openBrace) return readFlow(cursor, parent);
  if (code === unit.doubleQuote || code === unit.singleQuote) return cursor.quoted();
  const offset = cursor.at;
  return cursor.resolve(cursor.plain(true), offset);
}

/** Skips spaces, comments and line breaks. */
function skip(cursor: YamlCursor, parent: number): number {
  for (;;) {
    const code = cursor.skipSpaces();
    const done = cursor.isBreak(code) || (code === unit.hash && cursor.isLineDone());
    if (!done) return code;
    if (Number.isNaN(code)) cursor.refuse('The YAML is cut off: a bracket is not closed');
    cursor.skipLine();
    const start = cursor.at;
    const next = cursor.skipSpaces();
    if (!cursor.isBreak(next) && next !== unit.hash && cursor.at - start <= parent) {
      cursor.refuse('The YAML has a line within brackets that is not indented');
    }
    // A comment at the very start of a line has no space before it, and needs none.
    if (next === unit.hash) cursor.skipLine();
  }
}
