import { oneFault } from '../../text/decode.ts';
import { parseJson } from '../../text/json.ts';
import type { JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { catalogEntry, catalogKey, overrideTarget, scalarText } from '../../lockfile/locked-settings.ts';
import { isPackageName } from '../../lockfile/names.ts';
import { parseYamlDocuments } from '../../text/yaml.ts';
import type { SettingList } from '../../model/index.ts';

/** A file that was read. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** One entry of a project's own settings. */
export interface DeclaredSetting {
  /** Undefined: the lockfile may say anything for it, because what it comes to is not known here. */
  readonly value: string | undefined;
  /** The path of the file that says so. */
  readonly file: string;
  /** Whether a lockfile that was written under it must repeat it. */
  readonly required: boolean;
}

/** By list and key, as a lockfile repeats them. */
export type DeclaredSettings = Readonly<Record<SettingList, ReadonlyMap<string, DeclaredSetting>>>;

const faults = oneFault('manifest-invalid', 'mend the file');
const nothing = new JsonObject(0, [], [], []);
const objectOf = (value: JsonValue | undefined): JsonObject => (value instanceof JsonObject ? value : nothing);

class Declaring implements DeclaredSettings {
  readonly overrides = new Map<string, DeclaredSetting>();
  readonly catalogs = new Map<string, DeclaredSetting>();
  readonly trustedDependencies = new Map<string, DeclaredSetting>();
  readonly patchedDependencies = new Map<string, DeclaredSetting>();

  /** What stands in a map of texts. */
  add(list: SettingList, file: string, value: JsonValue | undefined, keyOf = (key: string) => key): void {
    objectOf(value).forEach((key, entry) => {
      this[list].set(keyOf(key), { value: scalarText(entry), file, required: false });
    });
  }

  addCatalogs(file: string, object: JsonObject): void {
    this.add('catalogs', file, object.get('catalog'), (name) => catalogKey('default', name));
    objectOf(object.get('catalogs')).forEach((catalog, entries) => {
      this.add('catalogs', file, entries, (name) => catalogKey(catalog, name));
    });
  }
}

/**
 * What a project of pnpm says in `package.json` and `pnpm-workspace.yaml`. Undefined where a program may change it: a
 * pnpmfile, or a config dependency with one.
 * @param workspace `pnpm-workspace.yaml`, where there is one
 * @throws GateFailure `manifest-invalid`
 */
export function pnpmDeclares(manifest: TextFile, workspace: TextFile | undefined): DeclaredSettings | undefined {
  const root = rootOf(manifest);
  const own = objectOf(root.get('pnpm'));
  const documents = workspace === undefined ? [] : parseYamlDocuments(workspace.text, workspace.path, faults);
  const file = objectOf(documents[0]?.value);
  const path = workspace?.path ?? '';
  if (['configDependencies', 'pnpmfile', 'globalPnpmfile'].some((key) => file.has(key) || own.has(key))) {
    return undefined;
  }
  const declared = new Declaring();
  declared.addCatalogs(path, file);
  declared.add('overrides', manifest.path, root.get('resolutions'));
  declared.add('overrides', manifest.path, own.get('overrides'));
  declared.add('overrides', path, file.get('overrides'));
  // Where both files have some, it depends on pnpm's version which of them count.
  const isOnePlace = new Set([...declared.overrides.values()].map((each) => each.file)).size === 1;
  for (const [key, { value = '', ...rest }] of declared.overrides) {
    declared.overrides.set(key, { ...rest, value: meant(key, value, root, declared), required: isOnePlace });
  }
  return declared;
}

/** What pnpm writes for an override: `$name` is what the root asks for of that name, `catalog:` what the catalog says. */
function meant(key: string, value: string, root: JsonObject, { catalogs }: Declaring): string | undefined {
  const entry = catalogEntry(value, overrideTarget(key));
  if (entry !== undefined) return catalogs.get(entry)?.value;
  if (/^(?:link|file|portal):/.test(value)) return undefined;
  if (!value.startsWith('$')) return value;
  const maps = ['optionalDependencies', 'dependencies', 'devDependencies'].map((map) => objectOf(root.get(map)));
  const spec = maps.find((map) => map.has(value.slice(1)))?.get(value.slice(1));
  return typeof spec === 'string' && !spec.startsWith('catalog:') ? spec : undefined;
}

/**
 * What a project of bun says in its manifests.
 * @param others manifests of its workspaces, whose `trustedDependencies` count too
 * @throws GateFailure `manifest-invalid`
 */
export function bunDeclares(manifest: TextFile, others: readonly TextFile[]): DeclaredSettings {
  const root = rootOf(manifest);
  const { path } = manifest;
  const declared = new Declaring();
  declared.addCatalogs(path, root);
  declared.addCatalogs(path, objectOf(root.get('workspaces')));
  declared.add('patchedDependencies', path, root.get('patchedDependencies'));
  // Resolutions are read only where there are no overrides.
  addBunOverrides(declared, manifest, root.get('resolutions'), !root.has('overrides'));
  addBunOverrides(declared, manifest, root.get('overrides'), true);
  for (const file of [manifest, ...others]) {
    const list = rootOf(file).get('trustedDependencies');
    for (const name of Array.isArray(list) ? (list as readonly JsonValue[]) : []) {
      declared.trustedDependencies.set(scalarText(name), { value: '', file: file.path, required: false });
    }
  }
  return declared;
}

/**
 * bun writes `a>b` and the path `a/b` as one level of nesting, nothing of what is nested deeper, and a reference
 * (`$name`) as what it stands for. Versions before 1.4 leave out all but plain names: only those must be locked.
 */
function addBunOverrides(declared: Declaring, file: TextFile, list: JsonValue | undefined, counts: boolean): void {
  const root = rootOf(file);
  const add = (key: string, said: JsonValue | undefined) => {
    if (typeof said !== 'string') return;
    const value = said.startsWith('catalog:') ? undefined : meant(key, said, root, declared);
    declared.overrides.set(key, { value, file: file.path, required: counts && isPackageName(key) });
  };
  objectOf(list).forEach((written, entry) => {
    const key = isPackageName(written) ? written : nestedKey(written);
    if (!(entry instanceof JsonObject)) add(key, entry);
    else entry.forEach((child, below) => add(child === '.' ? key : `${key}>${child}`, below));
  });
}

/** The key of a path of names, as Yarn's resolutions have it. */
function nestedKey(path: string): string {
  const names = path.replace(/^\*\*\//, '').match(/(?:@[^/]+\/)?[^/]+/g);
  return path.includes('>') ? path : (names ?? []).filter((name) => name !== '**').join('>');
}

const rootOf = ({ path, text }: TextFile): JsonObject => objectOf(parseJson(text, path, faults).value);
