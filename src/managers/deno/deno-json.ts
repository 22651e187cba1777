import { parseJson } from '../../text/json.ts';
import type { JsonDocument, JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { oneFault } from '../../text/decode.ts';
import { objectOf } from '../object-of.ts';
import type { Setting } from '../setting.ts';
import type { ProjectFiles } from '../settings-file.ts';

const faults = oneFault('manifest-invalid', 'fix the file');

/** Both names may have comments and trailing commas. */
export function readDenoJson(text: string, path: string): JsonDocument {
  return parseJson(text, path, faults, { trailingCommas: true, comments: true });
}

/**
 * Keys of deno.json that decide nothing about what is installed, run, verified or asked for, or that the lockfile itself
 * shows: `imports` and `scopes` are requirements, and the lockfile repeats them. Every other key is watched.
 * From Deno's configuration page and its schema, November 2026.
 */
const harmless: ReadonlySet<string> = new Set([
  ...['$schema', 'name', 'version', 'license', 'description', 'exports', 'publish', 'exclude', 'include'],
  ...['imports', 'scopes', 'workspace', 'nodeModulesDir', 'nodeModulesLinker', 'compilerOptions'],
  ...['fmt', 'lint', 'test', 'bench', 'tasks', 'deploy', 'compile'],
]);
/** They put something else in the place of a package. */
const replacing: ReadonlySet<string> = new Set(['links', 'patch', 'overrides']);

/** Of an object (`lock`, `allowScripts`) one setting for each member would say no more: the key counts as a whole. */
export function denoSettings(document: JsonDocument): readonly Setting[] | undefined {
  const root = document.value;
  if (!(root instanceof JsonObject)) return undefined;
  return root.keys.flatMap((key): readonly Setting[] => {
    if (harmless.has(key)) return [];
    const affects = replacing.has(key) ? 'override' : 'gate';
    const line = document.line(root.offsetOf(key));
    return [{ affects, key, value: written(root.get(key)), line }];
  });
}

/** The same text for the same value, whatever its white space. The parser bounds the depth. */
function written(value: JsonValue | undefined): string {
  if (value instanceof JsonObject) return `{${value.keys.map((key) => `${key}:${written(value.get(key))}`).join()}}`;
  return Array.isArray(value) ? `[${(value as readonly JsonValue[]).map(written).join()}]` : JSON.stringify(value);
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
