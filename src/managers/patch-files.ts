import type { JsonValue } from '../text/json-object.ts';
import { prefixOf } from '../text/paths.ts';
import { foldersNamed } from './committed.ts';
import { objectOf } from './object-of.ts';
import type { ProjectFiles } from './settings-file.ts';

/** The paths that a map of patched packages names. */
export function patchesNamed(files: ProjectFiles, map: JsonValue | undefined): readonly string[] {
  return foldersNamed(files.pathOf(''), objectOf(map).values);
}

/** A program that patches what any manager has installed, from a folder of its own; only where the manifest asks for it. */
const PATCHER = 'patch-package';
/** Its option for another folder. */
const PATCH_FOLDER = /--patch-dir[=\s]+(?:"([^"]+)"|'([^']+)'|([^\s"'&|;]+))/g;

/** The patches that a manifest names by `patchedDependencies`, and those of a program that it depends on. */
export async function patchesOfManifest(files: ProjectFiles, paths: Iterable<string>): Promise<readonly string[]> {
  const manifest = await files.at('package.json');
  if (manifest.state !== 'read') return [];
  const root = objectOf(manifest.value.value);
  const maps = ['dependencies', 'devDependencies', 'optionalDependencies'].map((map) => objectOf(root.get(map)));
  const commands = objectOf(root.get('scripts')).values.filter(
    (command) => typeof command === 'string' && command.includes(PATCHER),
  ) as readonly string[];
  const isUsed = maps.some((map) => map.has(PATCHER)) || commands.length > 0;
  const named = commands.flatMap((command) => [...command.matchAll(PATCH_FOLDER)].flatMap(([, ...of]) => of.join('')));
  const folders = foldersNamed(files.pathOf(''), ['patches', ...named]).map(prefixOf);
  const own = isUsed
    ? [...paths].filter((path) => path.endsWith('.patch') && folders.some((folder) => path.startsWith(folder)))
    : [];
  return [...patchesNamed(files, root.get('patchedDependencies')), ...own];
}
