import type { JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { scalarText } from '../../lockfile/locked-settings.ts';
import { isPackageName } from '../../lockfile/names.ts';
import { objectOf } from '../object-of.ts';
import type { DeclaredSettings } from '../declared.ts';
import { Declaring } from '../declared.ts';
import type { ReadFile } from '../settings-file.ts';

type ManifestFile = ReadFile<'package.json'>;

/**
 * The settings in a project's manifests.
 * @param others manifests of its workspaces, whose `trustedDependencies` count too
 */
export function bunDeclares(manifest: ManifestFile, others: readonly ManifestFile[]): DeclaredSettings {
  const root = objectOf(manifest.value.value);
  const { path } = manifest;
  const declared = new Declaring();
  declared.addCatalogs(path, root);
  declared.addCatalogs(path, objectOf(root.get('workspaces')));
  declared.add('patchedDependencies', path, root.get('patchedDependencies'));
  // Resolutions are read only if there are no overrides.
  addOverrides(declared, manifest, root.get('resolutions'), !root.has('overrides'));
  addOverrides(declared, manifest, root.get('overrides'), true);
  for (const file of [manifest, ...others]) {
    const list = objectOf(file.value.value).get('trustedDependencies');
    for (const name of Array.isArray(list) ? (list as readonly JsonValue[]) : []) {
      declared.trustedDependencies.set(scalarText(name), { value: '', file: file.path, required: false });
    }
  }
  return declared;
}

/**
 * bun writes `a>b` and the path `a/b` as one level of nesting, nothing that is nested deeper, and a reference
 * (`$name`) as its value. Versions before 1.4 leave out all but plain names, so only those must be locked.
 */
function addOverrides(declared: Declaring, file: ManifestFile, list: JsonValue | undefined, counts: boolean): void {
  const root = objectOf(file.value.value);
  const add = (key: string, said: JsonValue | undefined) => {
    if (typeof said !== 'string') return;
    const value = said.startsWith('catalog:') ? undefined : declared.meant(key, said, root);
    declared.overrides.set(key, { value, file: file.path, required: counts && isPackageName(key) });
  };
  objectOf(list).forEach((written, entry) => {
    const key = isPackageName(written) ? written : nestedKey(written);
    if (!(entry instanceof JsonObject)) add(key, entry);
    else entry.forEach((child, below) => add(child === '.' ? key : `${key}>${child}`, below));
  });
}

/** The key for a path of names, as in Yarn's resolutions. */
function nestedKey(path: string): string {
  const names = path.replace(/^\*\*\//, '').match(/(?:@[^/]+\/)?[^/]+/g);
  return path.includes('>') ? path : (names ?? []).filter((name) => name !== '**').join('>');
}
