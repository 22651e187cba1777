import type { TextFaults } from '../text/decode.ts';
import type { JsonDocument, JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import { parseYamlDocuments } from '../text/yaml.ts';
import type { YamlSchema } from '../text/yaml-scalar.ts';
import { emptyObject, objectOf } from './object-of.ts';
import type { Setting } from './setting.ts';

/** A settings file of YAML. */
export interface SettingsYaml {
  /** The first document; empty if it is not a mapping. */
  readonly root: JsonObject;
  /** Whether the file is exactly one mapping, or empty. */
  readonly isOneMapping: boolean;
  readonly text: string;
  /** 1-based line of an offset. */
  readonly line: (offset: number) => number;
}

/** @throws GateFailure with the code that `faults` names, for refused parts of the language */
export function readYaml(text: string, path: string, faults: TextFaults, schema: YamlSchema): SettingsYaml {
  const [document, more] = parseYamlDocuments(text, path, faults, schema);
  const value = document?.value ?? emptyObject;
  return {
    ...{ text, root: objectOf(value), isOneMapping: more === undefined && value instanceof JsonObject },
    line: (offset) => (document as JsonDocument).line(offset),
  };
}

/** Keys, in any manager's file, that decide which packages an install gets. */
const overrides = /^(?:overrides|packageExtensions|patchedDependencies|catalogs?)$/;

/** The longest line that is matched: matching takes quadratic time at worst. */
const MAX_LINE = 1_000;
/** `key:` as people write it: plain, or quoted without escapes. Deeper a plain key may hold blanks. */
const TOP_KEY = /^(?:"[^"\\]+"|'[^']+'|[\w$./@][^#\s:'"{}[\],&*!|>%`]*)\s*:(?:\s+(.*))?$/;
const KEY = /^(?:"[^"\\]+"|'[^']+'|[^\s"'#&*!?|>{[\]%`-][^"'#{}[\]]*?)\s*:(?:\s+(.*))?$/;

/**
 * The settings in a file: one for each top-level key that counts or, if it holds a mapping in block style,
 * one for each entry of it. Values are the text without comments.
 * @param gate which keys affect the gate
 * @returns undefined for an unusual form: then the file counts as a whole
 */
export function yamlSettings(gate: RegExp): (yaml: SettingsYaml) => readonly Setting[] | undefined {
  return ({ root, text, line, isOneMapping }) => {
    const isLong = text.split(/\r?\n/).some((each) => each.length > MAX_LINE);
    if (!isOneMapping || isLong || isFlow(text, root)) return undefined;
    return membersOf(root, text, text.length, TOP_KEY)?.flatMap((member): readonly Setting[] => {
      const { key, held, end } = member;
      const affects = overrides.test(key) ? 'override' : 'gate';
      if (affects === 'gate' && !gate.test(key)) return [];
      const isBlock = held instanceof JsonObject && !isFlow(text, held);
      const entries = isBlock ? membersOf(held, text, end, KEY) : undefined;
      return (entries?.map((entry) => ({ ...entry, key: `${key}.${entry.key}` })) ?? [member]).map((each) => ({
        ...{ affects, key: each.key, value: each.value, line: line(each.offset) },
      }));
    });
  };
}

const isFlow = (text: string, object: JsonObject): boolean => text[object.offset] === '{';

interface Member {
  readonly key: string;
  readonly held: JsonValue | undefined;
  /** As written after its key, without comments. */
  readonly value: string;
  readonly offset: number;
  readonly end: number;
}

/** Undefined if one of them is in an unusual form. */
function membersOf(object: JsonObject, text: string, limit: number, pattern: RegExp): readonly Member[] | undefined {
  const members = object.keys.map((key, at): Member | undefined => {
    const offset = object.offsets[at] as number;
    const end = object.offsets[at + 1] ?? limit;
    const lines = text.slice(offset, end).split(/\r?\n/);
    const [first = '', ...below] = lines.map((each) => each.trimEnd()).filter((each) => !/^\s*(?:#|$)/.test(each));
    const found = pattern.exec(first);
    const value = [found?.[1] ?? '', ...below].map((each) => each.replace(/(^|\s)#.*$/, '').trimEnd()).join('\n');
    return found === null ? undefined : { key, held: object.values[at], value, offset, end };
  });
  return members.every((member) => member !== undefined) ? members : undefined;
}
