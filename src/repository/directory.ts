import { realpath, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { GateFailure } from '../errors.ts';
import type { Snapshot, SnapshotFile } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import { openDisk, type Disk } from './disk.ts';
import { isUnentered, startListing } from './listing.ts';

/** Folders walked before the event loop gets a turn, so that progress and signals are handled. */
const foldersPerTurn = 256;

/**
 * A folder on disk as a snapshot, no git involved: every file counts, ignored or not. The folder itself may be given
 * through a symbolic link; below it none is followed. A nested git repository is a folder like any other (its files are
 * what an install there would read), and its `.git` is listed and not entered.
 * @throws GateFailure `usage` where `folder` is not a folder; listing throws `budget` above a million entries and
 *   `repository-unavailable` for a folder that does not open.
 */
export async function openDirectory(folder: string): Promise<Snapshot> {
  const root = await resolveFolder(folder);
  const disk = openDisk(root);
  let listed: Promise<readonly SnapshotFile[]> | undefined;
  return {
    label: basename(resolve(folder)) || '/',
    list: () => (listed ??= walk(disk)),
    read: (file, maxBytes) => disk.read(file.path, maxBytes),
    readLink: (file) => Promise.resolve(disk.readLink(file.path)),
  };
}

/** The folder's real, absolute path. @throws GateFailure `usage` where there is no such folder. */
export async function resolveFolder(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() === true) return realpath(folder);
  const what = found === undefined ? 'does not exist' : 'is not a folder';
  throw new GateFailure('usage', `the folder ${quoted(folder)} ${what}: name one that does`);
}

async function walk(disk: Disk): Promise<readonly SnapshotFile[]> {
  const listing = startListing();
  const pending = [''];
  for (let walked = 1; ; walked += 1) {
    const folder = pending.pop();
    if (folder === undefined) return listing.finish();
    for (const [name, mode] of disk.entries(folder)) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (mode !== 'folder') listing.add({ path, mode });
      else if (isUnentered(path)) listing.addFolder(path);
      else pending.push(path);
    }
    if (walked % foldersPerTurn === 0) await setImmediate();
  }
}
