import type { TextFaults } from '../text/decode.ts';
import type { JsonDocument } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import { parseYamlDocuments } from '../text/yaml.ts';
import type { YamlSchema } from '../text/yaml-scalar.ts';
import { emptyObject, objectOf } from './object-of.ts';
import type { SettingEntry } from './setting-entry.ts';
import { written } from './setting-entry.ts';

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

/**
 * The settings in a file: one for each top-level key or, if it holds a mapping, one for each entry of it. Undefined for
 * another document than one mapping, and if a key is not written as it is read: with an escape or, since pnpm replaces
 * them in keys too, with a variable.
 */
export function yamlEntries({ root, text, line, isOneMapping }: SettingsYaml): readonly SettingEntry[] | undefined {
  if (!isOneMapping) return undefined;
  const entries: SettingEntry[] = [];
  for (const key of root.keys) {
    if (key.includes('${') || !isPlain(root, key, text)) return undefined;
    const held = root.get(key);
    const below = held instanceof JsonObject ? held : emptyObject;
    if (!below.keys.every((name) => isPlain(below, name, text))) return undefined;
    if (below.keys.length === 0) entries.push({ key, value: written(held), line: line(root.offsetOf(key)) });
    for (const name of below.keys) {
      entries.push({ key: `${key}.${name}`, value: written(below.get(name)), line: line(below.offsetOf(name)) });
    }
  }
  return entries;
}

/** Whether a key stands in the text as it is read, behind a quote or not. */
function isPlain(object: JsonObject, key: string, text: string): boolean {
  const offset = object.offsetOf(key);
  const at = /["']/.test(text[offset] ?? '') ? offset + 1 : offset;
  return text.startsWith(key, at) && !key.includes('\\');
}
