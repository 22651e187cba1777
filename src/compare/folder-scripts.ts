import { objectOf } from '../managers/object-of.ts';
import { managerOf } from '../managers/index.ts';
import type { FolderScripts, Lockfile } from '../model/index.ts';
import type { State } from '../repository/state.ts';
import { folderInRepository } from '../lockfile/source.ts';
import type { ScriptsByEntry } from '../lockfile/folder-scripts.ts';
import { join } from '../text/paths.ts';

/**
 * What the lockfile's manager runs when it installs a folder of the repository that is no workspace. A folder whose
 * manifest cannot be read has no scripts: it cannot be installed either.
 */
export async function folderScriptsIn(lockfile: Lockfile, { settings, files }: State): Promise<ScriptsByEntry> {
  const { folderScripts } = managerOf(lockfile.format).lockfile;
  const found = new Map<string, FolderScripts>();
  for (const { key, source } of lockfile.packages) {
    const folder = folderInRepository(lockfile.path, source);
    const names = folder === undefined ? [] : folderScripts(source);
    if (folder === undefined || names.length === 0) continue;
    const manifest = await settings.at(folder, 'package.json');
    if (manifest.state !== 'read') continue;
    const root = objectOf(manifest.value.value);
    const written = objectOf(root.get('scripts'));
    const present = names.filter((name) => typeof written.get(name) === 'string' && written.get(name) !== '');
    const scripts = Object.fromEntries(present.map((name) => [name, written.get(name) as string]));
    if (!('preinstall' in scripts) && !('install' in scripts) && files.has(join(folder, 'binding.gyp'))) {
      if (root.get('gypfile') !== false) scripts['implicit-gyp'] = 'node-gyp rebuild';
    }
    if (Object.keys(scripts).length === 0) continue;
    const [first] = present;
    const line = first === undefined ? 1 : manifest.value.line(written.offsetOf(first));
    found.set(key, { path: manifest.path, line, scripts });
  }
  return found;
}
