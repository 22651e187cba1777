import { objectOf } from '../managers/object-of.ts';
import { BINDING_GYP, isBuilt, NODE_GYP } from '../managers/own-build.ts';
import type { Setting } from '../managers/setting.ts';
import type { State } from '../repository/state.ts';
import { managerOf } from '../managers/index.ts';
import { folderOf, join, normalise } from '../text/paths.ts';
import type { Outcome } from './compare-lockfile.ts';

/** The folders (from the repository's root) that an install builds if they hold a `binding.gyp`, and whether `gypfile: false` stops each build. */
export type BuiltFolders = ReadonlyMap<string, { readonly heedsGypfile: boolean }>;

/** The folders that the managers of the head's lockfiles build. */
export function builtFolders(outcomes: readonly Pick<Outcome, 'summary' | 'importers'>[]): BuiltFolders {
  const found = new Map<string, { readonly heedsGypfile: boolean }>();
  for (const { summary, importers } of outcomes) {
    const builds = summary === undefined ? 'nothing' : managerOf(summary.format).settings.builds;
    if (summary === undefined || builds === 'nothing') continue;
    const root = folderOf(summary.path);
    const folders = builds.of === 'the root' ? [root] : importers.map((importer) => normalise(join(root, importer)));
    for (const folder of folders) {
      const { heedsGypfile } = builds;
      found.set(folder, { heedsGypfile: heedsGypfile && found.get(folder)?.heedsGypfile !== false });
    }
  }
  return found;
}

/** The build of a folder as an install hook; undefined: there is none. A manifest that cannot be read counts as a whole. */
export async function ownBuild(
  { settings, files }: Pick<State, 'settings' | 'files'>,
  folder: string,
  builds: BuiltFolders,
): Promise<Setting | undefined> {
  const built = builds.get(folder);
  if (built === undefined || !files.has(join(folder, BINDING_GYP))) return undefined;
  const manifest = await settings.at(folder, 'package.json');
  if (manifest.state !== 'read' || !isBuilt(objectOf(manifest.value.value), built.heedsGypfile)) return undefined;
  return { affects: 'hook', key: BINDING_GYP, value: NODE_GYP, line: 1 };
}
