import { parseJson } from '../../text/json.ts';
import type { JsonDocument, JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { oneFault } from '../../text/decode.ts';
import { objectOf } from '../object-of.ts';
import type { SettingEntry } from '../setting-entry.ts';
import { written } from '../setting-entry.ts';
import type { ProjectFiles } from '../settings-file.ts';

const faults = oneFault('manifest-invalid', 'fix the file');

/** Both names may have comments and trailing commas. */
export function readDenoJson(text: string, path: string): JsonDocument {
  return parseJson(text, path, faults, { trailingCommas: true, comments: true });
}

/** One setting for each top-level key or, where it holds an object, for each member of it. */
export function denoEntries(document: JsonDocument): readonly SettingEntry[] | undefined {
  const root = document.value;
  if (!(root instanceof JsonObject)) return undefined;
  return root.keys.flatMap((key): readonly SettingEntry[] => {
    const line = document.line(root.offsetOf(key));
    const value = root.get(key);
    if (!(value instanceof JsonObject) || value.keys.length === 0) return [{ key, value: written(value), line }];
    return value.keys.map((name) => ({ key: `${key}.${name}`, value: written(value.get(name)), line }));
  });
}

/** What a deno.json says that affects its lockfile. */
export interface DenoJson {
  readonly path: string;
  readonly name: string | undefined;
  /** What `imports` and `scopes` ask for, by the name that modules import; files of the repository aside. */
  readonly imports: readonly { readonly name: string; readonly spec: string; readonly line: number }[];
  /** Folders that take the place of packages. */
  readonly links: readonly string[];
}

/**
 * The file that deno reads in a folder: deno.json, or else deno.jsonc. Undefined if there is none, or none that can be
 * read: a file that nobody can read is told as a setting.
 */
export async function denoJsonIn(files: ProjectFiles): Promise<DenoJson | undefined> {
  const [first, second] = [await files.at('deno.json'), await files.at('deno.jsonc')];
  const found = first.state === 'absent' ? second : first;
  if (found.state !== 'read') return undefined;
  const document = found.value;
  const root = objectOf(document.value);
  const scopes = objectOf(root.get('scopes'));
  const maps = [root.get('imports'), ...scopes.values].map(objectOf);
  const imports = maps.flatMap((map) =>
    map.keys.flatMap((key) => {
      const spec = map.get(key);
      if (typeof spec !== 'string' || !/^(?:npm|jsr):/.test(spec)) return [];
      return [{ name: key.replace(/\/$/, ''), spec, line: document.line(map.offsetOf(key)) }];
    }),
  );
  const name = root.get('name');
  const links = [root.get('links'), root.get('patch')].flatMap(textsOf);
  return { path: found.path, name: typeof name === 'string' ? name : undefined, imports, links };
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter((item) => typeof item === 'string') : [];
}
