import { basename } from 'node:path';

import type { Snapshot } from '../model/index.ts';
import { openDisk } from './disk.ts';
import { resolveFolder } from './directory.ts';

/** The folders whose files decide how a project is judged. */
const folders = ['', '.github'];

/**
 * A project's own folder as a snapshot: what lies directly in it, and the files of `.github`. Nothing below is walked,
 * so that it costs the same in a home folder as in an empty one.
 * @throws GateFailure `usage` where it is not a folder.
 */
export async function openProjectFolder(folder: string): Promise<Snapshot> {
  const disk = openDisk(await resolveFolder(folder));
  return {
    label: basename(folder) || '/',
    list: () => {
      const files = folders
        .filter((each) => each === '' || disk.modeAt(each) === 'folder')
        .flatMap((each) =>
          [...disk.entries(each)].flatMap(([name, mode]) =>
            mode === 'folder' ? [] : [{ path: each === '' ? name : `${each}/${name}`, mode }],
          ),
        );
      return Promise.resolve(files.sort((a, b) => (a.path < b.path ? -1 : 1)));
    },
    read: (file, maxBytes) => disk.read(file.path, maxBytes),
    readLink: (file) => Promise.resolve(disk.readLink(file.path)),
  };
}
