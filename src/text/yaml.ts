import type { TextFaults } from './decode.ts';
import type { JsonValue } from './json-object.ts';
import { JsonDocument } from './json-object.ts';
import { readBlockScalar } from './yaml-block-scalar.ts';
import { unit, YamlCursor } from './yaml-cursor.ts';
import { readFlow } from './yaml-flow.ts';
import { YamlMembers } from './yaml-members.ts';
import type { YamlSchema } from './yaml-scalar.ts';

/** pnpm 11 and later write two; no package manager writes more. */
const MAX_DOCUMENTS = 2;
/** What YAML does not print (1.2.2, section 5.1), and the line breaks that only older versions of it know. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)/;

/**
 * Reads the part of YAML that package managers write: maps and lists in block and flow style, plain, quoted and block
 * scalars, `? ` before long keys, comments. All else is refused: anchors, aliases, tags, directives, merge keys, tabs,
 * duplicate keys, scalars in quotes or without over several lines, and plain scalars on which readers disagree. What is
 * accepted has the values that YAML 1.2 gives it (docs/decisions/0100).
 * @param schema `failsafe`: every scalar is a string, as Yarn reads
 * @returns a document for each that the text holds, at least one; an empty one is `null`. Keys have their offsets.
 * @throws GateFailure with the code that `faults` names, and with path, line and column.
 */
export function parseYamlDocuments(
  text: string,
  path: string,
  faults: TextFaults,
  schema: YamlSchema = 'core',
): readonly JsonDocument[] {
  const cursor: YamlCursor = new YamlCursor(text, path, faults, schema);
  // The column of what comes next and the start of its line; -1 at the end of a document.
  let column = -1;
  let lineStart = 0;

  /** From the start of a line to the next one with content. */
  function advance(): void {
    for (;;) {
      lineStart = cursor.at;
      const code = cursor.skipSpaces();
      column = cursor.at - lineStart;
      if (Number.isNaN(code) || (column === 0 && isMarker())) {
        column = -1;
        return;
      }
      if (code === unit.tab) cursor.refuse('The YAML is indented with a tab');
      if (column === 0 && text[cursor.at] === '%') cursor.refuse('The YAML has a directive');
      if (code !== unit.hash && !cursor.isBreak(code)) return;
      cursor.skipLine();
    }
  }

  function isMarker(): boolean {
    return cursor.isBlank(cursor.at + 3) && (text.startsWith('---', cursor.at) || text.startsWith('...', cursor.at));
  }

  function isEntry(mark: number): boolean {
    return cursor.unit() === mark && cursor.isBlank(cursor.at + 1);
  }

  /** Reads the node at the cursor, in `column`, which is further right than `parent`. */
  function node(parent: number): JsonValue {
    if (isEntry(unit.dash)) return list(column);
    if (isEntry(unit.question)) return map(column);
    const start = cursor.at;
    const isMap = readKey() !== undefined;
    cursor.at = start;
    return isMap ? map(column) : inline(parent);
  }

  function list(at: number): JsonValue {
    const items: JsonValue[] = [];
    cursor.enter();
    while (column === at && isEntry(unit.dash)) {
      cursor.at++;
      items.push(valueBehindMark(at));
    }
    refuseIndented(at);
    cursor.leave();
    return items;
  }

  function map(at: number): JsonValue {
    const members = new YamlMembers(cursor.at);
    cursor.enter();
    while (column === at && !isEntry(unit.dash)) {
      const offset = cursor.at;
      const isLong = isEntry(unit.question);
      const key = isLong ? readLongKey(at) : readKey();
      if (key === undefined) cursor.refuse('The YAML has a line without a key', offset);
      if (members.has(key)) cursor.refuseTwice(key, offset);
      cursor.at++; // the colon
      members.add(key, isLong ? valueBehindMark(at) : value(at), offset);
    }
    refuseIndented(at);
    cursor.leave();
    return members.made();
  }

  function refuseIndented(at: number): void {
    if (column > at) cursor.refuse('The YAML is indented where no block begins');
  }

  /** The key at the cursor, up to its colon; undefined where there is none on the line. */
  function readKey(): string | undefined {
    const offset = cursor.at;
    const code = cursor.unit();
    if (code === unit.openBrace || code === unit.openBracket || code === unit.pipe || code === unit.greater) {
      return undefined;
    }
    const isQuoted = code === unit.doubleQuote || code === unit.singleQuote;
    const key = isQuoted ? cursor.quoted() : cursor.plain(false);
    if (cursor.skipSpaces() !== unit.colon || !cursor.isBlank(cursor.at + 1)) return undefined;
    return isQuoted ? key : cursor.plainKey(key, offset);
  }

  /** `? key`, up to the colon on the next line. */
  function readLongKey(at: number): string {
    cursor.at++;
    const code = cursor.skipSpaces();
    const offset = cursor.at;
    const isQuoted = code === unit.doubleQuote || code === unit.singleQuote;
    const key = isQuoted ? cursor.quoted() : cursor.plainKey(cursor.plain(false), offset);
    cursor.endLine();
    advance();
    if (column !== at || !isEntry(unit.colon)) cursor.refuse('The YAML has a key without a value', offset);
    return key;
  }

  /** What follows `- `, or the `: ` below a long key: here a map or list may begin on the same line. */
  function valueBehindMark(at: number): JsonValue {
    if (cursor.isLineDone()) return nested(at, false);
    column = cursor.at - lineStart;
    return node(at);
  }

  function value(at: number): JsonValue {
    return cursor.isLineDone() ? nested(at, true) : inline(at);
  }

  /** @param beside whether a list may stand in the column of the map that it belongs to */
  function nested(at: number, beside: boolean): JsonValue {
    cursor.skipLine();
    advance();
    if (column > at) return node(at);
    return beside && column === at && isEntry(unit.dash) ? list(at) : null;
  }

  /** A scalar or flow collection that ends its line. */
  function inline(parent: number): JsonValue {
    const code = cursor.unit();
    if (code === unit.pipe || code === unit.greater) {
      if (parent < 0) cursor.refuse('The YAML is a single string');
      const block = readBlockScalar(cursor, parent);
      advance();
      return block;
    }
    const read = lineValue(code, parent);
    cursor.endLine();
    advance();
    return read;
  }

  function lineValue(code: number, parent: number): JsonValue {
    if (code === unit.openBrace || code === unit.openBracket) return readFlow(cursor, parent);
    if (code === unit.doubleQuote || code === unit.singleQuote) return cursor.quoted();
    const offset = cursor.at;
    return cursor.resolve(cursor.plain(false), offset);
  }

  function root(): JsonValue {
    advance();
    const read = column < 0 ? null : node(-1);
    if (column >= 0) cursor.refuse('The YAML continues where the document should end');
    return read;
  }

  const unprintable = text.search(UNPRINTABLE);
  if (unprintable >= 0) cursor.refuse('The YAML has a control character', unprintable);
  const lineStarts = lineStartsOf(text);
  const documents: JsonDocument[] = [];
  advance();
  const isMarked = column < 0 && cursor.at < text.length;
  if (!isMarked) {
    cursor.at = 0;
    documents.push(new JsonDocument(path, text, root(), lineStarts));
  }
  while (cursor.at < text.length) {
    if (documents.length === MAX_DOCUMENTS) cursor.refuse(`The YAML has more than ${MAX_DOCUMENTS} documents`);
    if (!text.startsWith('---', cursor.at)) cursor.refuse('The YAML has a marker for the end of a document');
    cursor.at += '---'.length;
    cursor.endLine();
    documents.push(new JsonDocument(path, text, root(), lineStarts));
  }
  return documents;
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
