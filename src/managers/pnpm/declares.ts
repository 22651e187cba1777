import { objectOf } from '../object-of.ts';
import type { DeclaredSettings } from '../declared.ts';
import { Declaring } from '../declared.ts';
import type { ReadFile } from '../settings-file.ts';

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
  if (['configDependencies', 'pnpmfile', 'globalPnpmfile'].some((key) => file.has(key) || own.has(key))) {
    return undefined;
  }
  const declared = new Declaring();
  declared.addCatalogs(path, file);
  declared.add('overrides', manifest.path, root.get('resolutions'));
  declared.add('overrides', manifest.path, own.get('overrides'));
  declared.add('overrides', path, file.get('overrides'));
  // If both files have some, which ones count depends on pnpm's version.
  const isOnePlace = new Set([...declared.overrides.values()].map((each) => each.file)).size === 1;
  for (const [key, { value = '', ...rest }] of declared.overrides) {
    declared.overrides.set(key, { ...rest, value: declared.meant(key, value, root), required: isOnePlace });
  }
  return declared;
}
