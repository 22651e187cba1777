import { objectOf } from '../managers/object-of.ts';
import { BINDING_GYP, isBuilt, NODE_GYP } from '../managers/own-build.ts';
import type { Setting } from '../managers/setting.ts';
import type { LockfileSummary } from '../model/index.ts';
import type { State } from '../repository/state.ts';
import { managerOf } from '../managers/index.ts';
import { folderOf, join, normalise, prefixOf } from '../text/paths.ts';
import { GateFailure } from '../errors.ts';
import { workspaceMatcher } from '../lockfile/workspaces.ts';

/** The folders (from the repository's root) that an install builds if they hold a `binding.gyp`, and whether `gypfile: false` stops each build. */
export type BuiltFolders = ReadonlyMap<string, { readonly heedsGypfile: boolean }>;

interface Installing {
  readonly summary?: LockfileSummary;
  /** Folders from the repository's root. */
  readonly importers: readonly string[];
}

/**
 * The folders, besides the importers of its lockfile, in which a manager runs install hooks.
 * @param manifests the paths of all manifests of the head
 */
async function unlistedWorkspaces(
  { summary }: Installing,
  { settings }: Pick<State, 'settings'>,
  manifests: readonly string[],
): Promise<readonly string[]> {
  if (summary === undefined) return [];
  const own = settings.in(folderOf(summary.path));
  const found: string[] = [];
  for (const files of [own, ...own.above()]) {
    const globs = await managerOf(summary.format).settings.workspaces(files);
    const path = files.pathOf('package.json');
    const prefix = prefixOf(folderOf(path));
    const below = globs.length === 0 ? [] : manifests.map(folderOf).filter((folder) => folder.startsWith(prefix));
    found.push(...matched(globs, path, below, prefix.length));
  }
  return found;
}

/** Globs that are too costly match everything: then the hooks of each folder count. */
function matched(globs: readonly string[], path: string, folders: readonly string[], from: number): readonly string[] {
  try {
    const matches = workspaceMatcher(globs, path, { mayMatch: true, negates: true });
    return folders.filter((folder) => matches(folder.slice(from)));
  } catch (cause) {
    if (cause instanceof GateFailure) return folders;
    throw cause;
  }
}

/** The folders (from the repository's root) in which installs from the head's lockfiles run hooks, and those of them that are built. */
export async function hookFolders(
  outcomes: readonly Installing[],
  head: Pick<State, 'settings'>,
  manifests: readonly string[],
): Promise<{ readonly folders: readonly string[]; readonly builds: BuiltFolders }> {
  const folders = new Set<string>();
  const built = new Map<string, { readonly heedsGypfile: boolean }>();
  for (const outcome of outcomes) {
    const { summary, importers } = outcome;
    if (summary === undefined) continue;
    const root = folderOf(summary.path);
    const listed = importers.map((importer) => normalise(join(root, importer)));
    const own = [...listed, ...(await unlistedWorkspaces(outcome, head, manifests))];
    for (const folder of own) folders.add(folder);
    const { builds } = managerOf(summary.format).settings;
    if (builds === 'nothing') continue;
    for (const folder of builds.of === 'the root' ? [root] : own) {
      const { heedsGypfile } = builds;
      built.set(folder, { heedsGypfile: heedsGypfile && built.get(folder)?.heedsGypfile !== false });
    }
  }
  return { folders: [...folders], builds: built };
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
