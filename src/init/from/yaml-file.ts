import type { Document, Node } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';

import { GateFailure } from '../../errors.ts';
import type { JsonValue } from '../../text/json-object.ts';
import { JsonObject, placeIn } from '../../text/json-object.ts';
import { quoted, visible } from '../../text/visible.ts';

/** Deeper than any such file is. */
const MAX_DEPTH = 50;
/** Values in all, those that aliases repeat counted each time. */
const MAX_VALUES = 20_000;

/** A file with keys that know their place. */
export interface KeyedFile {
  readonly path: string;
  readonly value: JsonValue;
  /** 1-based line of an offset. */
  readonly line: (offset: number) => number;
}

/**
 * YAML as its tools read it, JSON included: they take anchors and text over several lines, which the reader of lockfiles refuses.
 * @throws GateFailure `usage` with the place
 */
export function readYamlFile(text: string, path: string): KeyedFile {
  const refuse = (message: string, offset: number): never => {
    throw new GateFailure('usage', message, { ...placeIn(path, text, offset) });
  };
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false, logLevel: 'error' });
  } catch {
    // The parser recurses as deep as the text is nested.
    return refuse('This is not YAML that can be read; fix the file', 0);
  }
  const [problem] = document.errors;
  if (problem !== undefined) {
    const [sentence = ''] = problem.message.split('\n');
    return refuse(`This is not well-formed YAML: ${visible(sentence, 200)}; fix the file`, problem.pos[0]);
  }
  let values = 0;
  const valueOf = (node: Node | null | undefined, depth: number): JsonValue => {
    const offset = node?.range?.[0] ?? 0;
    if (depth > MAX_DEPTH || ++values > MAX_VALUES) refuse('The YAML is nested too deep, or repeats too much', offset);
    if (isAlias(node)) return valueOf(node.resolve(document), depth + 1);
    if (isScalar(node)) return scalarOf(node.value);
    if (isSeq(node)) return node.items.map((item) => valueOf(item as Node, depth + 1));
    return isMap(node) ? mapOf(node as Mapping, depth) : null;
  };
  const mapOf = (node: Mapping, depth: number): JsonObject => {
    const members = new Map<string, { readonly value: JsonValue; readonly offset: number }>();
    for (const { key, value } of node.items) {
      const offset = key.range?.[0] ?? 0;
      const name = isScalar(key) ? String(key.value) : refuse('A key of the YAML is no text', offset);
      if (members.has(name)) refuse(`The key ${quoted(name, 64)} is given twice; keep one`, offset);
      members.set(name, { value: valueOf(value, depth + 1), offset });
    }
    const all = [...members.values()];
    return new JsonObject(
      node.range?.[0] ?? 0,
      [...members.keys()],
      all.map(({ value }) => value),
      all.map(({ offset }) => offset),
    );
  };
  const value = valueOf(document.contents, 0);
  return { path, value, line: (offset) => placeIn(path, text, offset).line };
}

interface Mapping {
  readonly items: readonly { readonly key: Node; readonly value: Node | null }[];
  readonly range?: readonly number[] | null;
}

const scalarOf = (value: unknown): JsonValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
