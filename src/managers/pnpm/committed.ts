import { join } from '../../text/paths.ts';
import type { CommittedBytes } from '../committed.ts';
import { foldersNamed } from '../committed.ts';
import type { ProjectFiles } from '../settings-file.ts';
import { npmrcFolders } from '../npm/committed.ts';
import { emptyObject, objectOf } from '../object-of.ts';
import { patchesNamed, patchesOfManifest } from '../patch-files.ts';

const KEYS = ['store-dir', 'virtual-store-dir', 'modules-dir', 'global-dir', 'cache-dir'];
const camel = (key: string) => key.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** pnpm: the store that it makes where the home folder is on another disk, and what a setting puts into the repository. */
export const pnpmCommitted: CommittedBytes = {
  places: async (files) => {
    const folder = files.pathOf('');
    const file = await files.at('pnpm-workspace.yaml');
    const root = file.state === 'read' ? file.value.root : emptyObject;
    const named = foldersNamed(
      folder,
      KEYS.map((key) => root.get(camel(key))),
    );
    return { archives: [], stores: [join(folder, '.pnpm-store'), ...named, ...(await npmrcFolders(files, KEYS))] };
  },
  patches,
};

/** pnpm reads them from either file, by its version. */
async function patches(files: ProjectFiles, paths: Iterable<string>): Promise<readonly string[]> {
  const [manifest, workspace] = [await files.at('package.json'), await files.at('pnpm-workspace.yaml')];
  const own = manifest.state === 'read' ? objectOf(objectOf(manifest.value.value).get('pnpm')) : emptyObject;
  const root = workspace.state === 'read' ? workspace.value.root : emptyObject;
  const named = [own, root].flatMap((each) => patchesNamed(files, each.get('patchedDependencies')));
  return [...named, ...(await patchesOfManifest(files, paths))];
}
