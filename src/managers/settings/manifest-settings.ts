import { oneFault } from '../../text/decode.ts';
import { parseJson } from '../../text/json.ts';
import type { JsonDocument, JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { GateFailure } from '../../errors.ts';
import type { Setting } from './setting.ts';

type Bearing = Setting['bears'];

/** Keys of `package.json` by the path that leads to them; every manager's, whichever is in use. */
const watched: readonly (readonly [bears: Bearing, ...path: string[]])[] = [
  ['override', 'overrides'],
  ['override', 'resolutions'],
  ['override', 'patchedDependencies'],
  ['override', 'catalog'],
  ['override', 'catalogs'],
  ['override', 'workspaces', 'catalog'],
  ['override', 'workspaces', 'catalogs'],
  ['override', 'pnpm', 'overrides'],
  ['override', 'pnpm', 'packageExtensions'],
  ['override', 'pnpm', 'patchedDependencies'],
  ['gate', 'allowScripts'],
  ['gate', 'trustedDependencies'],
  ['gate', 'packageManager'],
  ['gate', 'devEngines', 'packageManager'],
  ['gate', 'dependenciesMeta'],
  ['gate', 'pnpm', 'allowBuilds'],
  ['gate', 'pnpm', 'onlyBuiltDependencies'],
  ['gate', 'pnpm', 'onlyBuiltDependenciesFile'],
  ['gate', 'pnpm', 'neverBuiltDependencies'],
  ['gate', 'pnpm', 'ignoredBuiltDependencies'],
  ['gate', 'pnpm', 'dangerouslyAllowAllBuilds'],
  ['gate', 'pnpm', 'configDependencies'],
];

const faults = oneFault('manifest-invalid', 'mend the manifest');

/** What a `package.json` says of overrides, scripts and the manager; undefined where it is not well formed. */
export function manifestSettings(text: string): readonly Setting[] | undefined {
  try {
    const document = parseJson(text, 'package.json', faults);
    return watched.flatMap(([bears, ...path]) => settingsAt(document, bears, path));
  } catch (cause) {
    if (cause instanceof GateFailure) return undefined;
    throw cause;
  }
}

function settingsAt(document: JsonDocument, bears: Bearing, path: readonly string[]): readonly Setting[] {
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
