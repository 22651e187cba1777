import { objectOf } from '../managers/object-of.ts';
import { BINDING_GYP, isBuilt, NODE_GYP } from '../managers/own-build.ts';
import { managerOf } from '../managers/index.ts';
import type { FolderScripts, Lockfile, SnapshotFile } from '../model/index.ts';
import type { State } from '../repository/state.ts';
import { folderInRepository } from '../lockfile/source.ts';
import type { ScriptsByEntry } from '../lockfile/folder-scripts.ts';
import { foldersAbove, join } from '../text/paths.ts';

/**
 * What the lockfile's manager runs when it installs a folder of the repository that is no workspace. A manifest that
 * cannot be read counts as a script (`unreadable`).
 */
export async function folderScriptsIn(lockfile: Lockfile, { settings, files }: State): Promise<ScriptsByEntry> {
  const manager = managerOf(lockfile.format);
  const { folderScripts } = manager.lockfile;
  const { builds } = manager.settings;
  const heedsGypfile = builds !== 'nothing' && builds.heedsGypfile;
  const found = new Map<string, FolderScripts>();
  for (const { key, source } of lockfile.packages) {
    const folder = folderInRepository(lockfile.path, source);
    const names = folder === undefined ? [] : folderScripts(source);
    if (folder === undefined || names.length === 0) continue;
    const manifest = await settings.at(folder, 'package.json');
    // A symbolic link is followed by the package manager, and what it leads to is not known here; so is a submodule.
    const above = [...foldersAbove(folder), folder].some((each) => isLeaf(files.get(each)));
    if (above || manifest.state === 'unreadable') {
      const unreadable = manifest.state === 'unreadable' ? manifest.why : 'not-regular';
      found.set(key, { path: join(folder, 'package.json'), line: 1, scripts: { unreadable } });
      continue;
    }
    if (manifest.state === 'absent') continue;
    const root = objectOf(manifest.value.value);
    const written = objectOf(root.get('scripts'));
    const present = names.filter((name) => typeof written.get(name) === 'string' && written.get(name) !== '');
    const scripts = Object.fromEntries(present.map((name) => [name, written.get(name) as string]));
    if (isBuilt(root, heedsGypfile) && files.has(join(folder, BINDING_GYP))) scripts['implicit-gyp'] = NODE_GYP;
    if (Object.keys(scripts).length === 0) continue;
    const [first] = present;
    const line = first === undefined ? 1 : manifest.value.line(written.offsetOf(first));
    found.set(key, { path: manifest.path, line, scripts });
  }
  return found;
}

/** Whether there is something at the path of a folder that has no files of its own in this repository. */
const isLeaf = (file: SnapshotFile | undefined): boolean => file !== undefined && file.mode !== 'folder';
