import { objectOf } from '../object-of.ts';
import { scalarText } from '../../lockfile/locked-settings.ts';
import type { JsonObject } from '../../text/json-object.ts';
import { normalise } from '../../text/paths.ts';
import type { DeclaredSetting, DeclaredSettings } from '../declared.ts';
import { Declaring } from '../declared.ts';
import type { ReadFile } from '../settings-file.ts';
import { PNPMFILE_KEYS } from './pnpmfile.ts';

/**
 * The settings in a project's `package.json` and `pnpm-workspace.yaml`. Undefined if a program may change them: a pnpmfile
 * that one of them names, or a config dependency with one.
 */
export function pnpmDeclares(
  manifest: ReadFile<'package.json'>,
  workspace: ReadFile<'pnpm-workspace.yaml'> | undefined,
): DeclaredSettings | undefined {
  const root = objectOf(manifest.value.value);
  const own = objectOf(root.get('pnpm'));
  const file = objectOf(workspace?.value.root);
  const path = workspace?.path ?? '';
  if (PNPMFILE_KEYS.some((key) => file.has(key) || own.has(key))) {
    return undefined;
  }
  const declared = new Declaring();
  declared.addCatalogs(path, file);
  if (readsManifestSettings(root)) {
    declared.add('overrides', manifest.path, root.get('resolutions'));
    declared.add('overrides', manifest.path, own.get('overrides'));
  }
  declared.add('overrides', path, file.get('overrides'));
  // If both files have some, which ones count depends on pnpm's version.
  const isOnePlace = new Set([...declared.overrides.values()].map((each) => each.file)).size === 1;
  for (const [key, { value = '', ...rest }] of declared.overrides) {
    declared.overrides.set(key, { ...rest, value: declared.meant(key, value, root), required: isOnePlace });
  }
  for (const [key, setting] of patchesOf(path, file, patchesOf(manifest.path, own))) {
    declared.patchedDependencies.set(key, setting);
  }
  return declared;
}

/** pnpm 11 and later read no overrides in a manifest. Where it does not say which pnpm it is for, an older one counts. */
function readsManifestSettings(root: JsonObject): boolean {
  const [, major] = /^pnpm@(\d{1,4})\./.exec(scalarText(root.get('packageManager'))) ?? [];
  return major === undefined || Number(major) < 11;
}

/**
 * A patch as lockfiles repeat it: by its key (pnpm 11: the digest alone), and by `key>hash` and `key>path` before. The
 * digest is pnpm's own. Where both files name a patch, it depends on pnpm's version which of them counts.
 */
function patchesOf(
  file: string,
  object: JsonObject,
  known: ReadonlyMap<string, DeclaredSetting> = new Map(),
): ReadonlyMap<string, DeclaredSetting> {
  const patches = new Map(known);
  objectOf(object.get('patchedDependencies')).forEach((key, value) => {
    const at = `${key}>path`;
    const path = typeof value === 'string' ? normalise(value.replaceAll('\\', '/')) : scalarText(value);
    const isOtherwise = patches.has(at) && patches.get(at)?.value !== path;
    const isHere = !isOtherwise && !path.startsWith('..') && !/^(?:\/|[a-z]:)/i.test(scalarText(value));
    for (const each of [key, `${key}>hash`]) patches.set(each, { value: undefined, file, required: false });
    patches.set(at, { value: isHere ? path : undefined, file, required: false });
  });
  return patches;
}
