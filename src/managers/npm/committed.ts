import type { CommittedBytes } from '../committed.ts';
import { foldersNamed } from '../committed.ts';
import type { ProjectFiles } from '../settings-file.ts';
import { patchesOfManifest } from '../patch-files.ts';
import { npmrcValues } from './npmrc.ts';

/** npm: only a cache that a setting puts into the repository. */
export const npmCommitted: CommittedBytes = {
  places: async (files) => ({ archives: [], stores: await npmrcFolders(files, ['cache']) }),
  patches: patchesOfManifest,
};

/** The folders of the repository that keys of a project's `.npmrc` name. */
export async function npmrcFolders(files: ProjectFiles, keys: readonly string[]): Promise<readonly string[]> {
  const file = await files.at('.npmrc');
  const values = file.state === 'read' ? npmrcValues(file.value) : new Map<string, { readonly value: unknown }>();
  const named = keys.map((key) => values.get(key)?.value);
  return foldersNamed(
    files.pathOf(''),
    named.map((value) => (typeof value === 'string' ? value : undefined)),
  );
}
