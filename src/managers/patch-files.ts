import type { JsonValue } from '../text/json-object.ts';
import { join, prefixOf } from '../text/paths.ts';
import { foldersNamed } from './committed.ts';
import { objectOf } from './object-of.ts';
import type { ProjectFiles } from './settings-file.ts';

/** The paths that a map of patched packages names. */
export function patchesNamed(files: ProjectFiles, map: JsonValue | undefined): readonly string[] {
  return foldersNamed(files.pathOf(''), objectOf(map).values);
}

/** A program that patches what any manager has installed, from a folder of its own; only where the manifest asks for it. */
const PATCHER = 'patch-package';

/** The patches that a manifest names by `patchedDependencies`, and those of a program that it depends on. */
export async function patchesOfManifest(files: ProjectFiles, paths: Iterable<string>): Promise<readonly string[]> {
  const manifest = await files.at('package.json');
  if (manifest.state !== 'read') return [];
  const root = objectOf(manifest.value.value);
  const maps = ['dependencies', 'devDependencies', 'optionalDependencies'].map((map) => objectOf(root.get(map)));
  const folder = prefixOf(join(files.pathOf(''), 'patches'));
  const own = maps.some((map) => map.has(PATCHER))
    ? [...paths].filter((path) => path.startsWith(folder) && path.endsWith('.patch'))
    : [];
  return [...patchesNamed(files, root.get('patchedDependencies')), ...own];
}
