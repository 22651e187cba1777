import type { JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import type { Contents, ReadFile, SettingsName } from './settings-file.ts';
import { npmrcValues } from './npm/npmrc.ts';
import { variableKeys } from './npm/variable-keys.ts';

type Values = { readonly [N in SettingsName]: (contents: Contents[N], key: string) => unknown };

/** How the value of a key is looked up in each settings file; `a.b` is the member `b` of `a`. */
const values: Values = {
  'package.json': ({ value }, key) => below(value, key),
  // pnpm 12 also reads what stands in sections; then it is not one value.
  '.npmrc': (lines, key) =>
    lines.some(({ section, meant }) => section === 'entry' && Object.hasOwn(meant, key))
      ? lines.flatMap(({ meant }) => (Object.hasOwn(meant, key) ? [meant[key]] : [])).flat()
      : npmrcValues(lines).get(key)?.value,
  '.yarnrc': (settings, key) => settings.findLast((setting) => setting.key === key)?.value,
  '.yarnrc.yml': ({ root }, key) => below(root, key),
  'pnpm-workspace.yaml': ({ root }, key) => below(root, key),
  'bunfig.toml': ({ root }, key) => belowTable(root, key),
  'deno.json': ({ value }, key) => below(value, key),
  'deno.jsonc': ({ value }, key) => below(value, key),
};

/** The value of a setting in a file, as its manager reads it; undefined if the file does not have it. */
export function settingValue<N extends SettingsName>({ name, value }: ReadFile<N>, key: string): JsonValue | undefined {
  return values[name](value, key) as JsonValue | undefined;
}

/** Settings of a file whose keys depend on the environment: each may be any key. */
export function unknownKeys(file: ReadFile<SettingsName>): readonly string[] {
  if (isNpmrc(file)) return variableKeys(file.value);
  return isYaml(file) ? file.value.root.keys.filter((key) => key.includes('${')) : [];
}

const isNpmrc = (file: ReadFile<SettingsName>): file is ReadFile<'.npmrc'> => file.name === '.npmrc';

const isYaml = (file: ReadFile<SettingsName>): file is ReadFile<'pnpm-workspace.yaml' | '.yarnrc.yml'> =>
  file.name === 'pnpm-workspace.yaml' || file.name === '.yarnrc.yml';

/** A member may have dots in its own name: the longest name that is there counts. */
function below(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (!(value instanceof JsonObject)) return undefined;
  if (value.has(key)) return value.get(key);
  for (let at = key.indexOf('.'); at >= 0; at = key.indexOf('.', at + 1)) {
    const found = below(value.get(key.slice(0, at)), key.slice(at + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

function belowTable(value: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((table, part) => {
    if (typeof table !== 'object' || table === null || !Object.hasOwn(table, part)) return undefined;
    return (table as Readonly<Record<string, unknown>>)[part];
  }, value);
}
