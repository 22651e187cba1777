import type { JsonDocument, JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import type { ManifestKey } from './manager-settings.ts';
import type { Setting } from './setting.ts';
import { written } from './setting-entry.ts';

/**
 * The settings under some keys of a `package.json`; one for each member if a key holds an object. A member that is a key
 * of its own counts as that.
 */
export function manifestSettings(document: JsonDocument, keys: readonly ManifestKey[]): readonly Setting[] {
  const own = new Set(keys.map(([, ...path]) => path.join('.')));
  return keys.flatMap(([affects, ...path]) => {
    const [name, settings] = [path.join('.'), settingsAt(document, affects, path)];
    return settings.filter(({ key }) => key === name || !own.has(key));
  });
}

function settingsAt(document: JsonDocument, affects: Setting['affects'], path: readonly string[]): readonly Setting[] {
  let value: JsonValue | undefined = document.value;
  let line = 1;
  for (const key of path) {
    if (!(value instanceof JsonObject) || !value.has(key)) return [];
    line = document.line(value.offsetOf(key));
    value = value.get(key);
  }
  const name = path.join('.');
  if (!(value instanceof JsonObject)) return [{ affects, key: name, value: written(value), line }];
  const object = value;
  return object.keys.map((key) => ({
    affects,
    key: `${name}.${key}`,
    value: written(object.get(key)),
    line: document.line(object.offsetOf(key)),
  }));
}
