import type { JsonDocument, JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import type { ManifestKey } from './manager-settings.ts';
import type { Setting } from './setting.ts';

/** What a `package.json` says under some keys; of a key that holds an object, each of its members. */
export function manifestSettings(document: JsonDocument, keys: readonly ManifestKey[]): readonly Setting[] {
  return keys.flatMap(([bears, ...path]) => settingsAt(document, bears, path));
}

function settingsAt(document: JsonDocument, bears: Setting['bears'], path: readonly string[]): readonly Setting[] {
  let value: JsonValue | undefined = document.value;
  let line = 1;
  for (const key of path) {
    if (!(value instanceof JsonObject) || !value.has(key)) return [];
    line = document.line(value.offsetOf(key));
    value = value.get(key);
  }
  const name = path.join('.');
  if (!(value instanceof JsonObject)) return [{ bears, key: name, value: written(value), line }];
  const object = value;
  return object.keys.map((key) => ({
    bears,
    key: `${name}.${key}`,
    value: written(object.get(key)),
    line: document.line(object.offsetOf(key)),
  }));
}

/** One text for one value, whatever the white space around it. The parser bounds the depth. */
function written(value: JsonValue | undefined): string {
  if (value instanceof JsonObject) {
    return `{${value.keys.map((key) => `${JSON.stringify(key)}:${written(value.get(key))}`).join()}}`;
  }
  return Array.isArray(value)
    ? `[${(value as readonly JsonValue[]).map(written).join()}]`
    : JSON.stringify(value ?? null);
}
