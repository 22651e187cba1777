import { existsSync, lstatSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

import { GateFailure } from '../errors.ts';
import { resolveFolder } from '../repository/directory.ts';
import { openDisk } from '../repository/disk.ts';
import { isUnentered } from '../repository/listing.ts';
import { foldersAbove, follow, join as below, normalise } from '../text/paths.ts';

/** The top of the git repository that an absolute folder lies in; undefined where it lies in none. */
export function repositoryAbove(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryAbove(above);
}

/**
 * Reads what a file of this machine names by a path from its own folder, as the gate reads it from a commit: a regular file of
 * the same repository, no link followed. Where there is no git, the repository is the folder of the file, or the one that holds `.github`.
 * @param path of the file that names the other
 * @param other with `/` between segments
 * @throws GateFailure whose message is a clause about that file
 */
export async function readBeside(path: string, other: string, maxBytes: number): Promise<Uint8Array> {
  const own = await resolveFolder(dirname(path));
  const repository = repositoryAbove(own);
  const root = repository ?? (basename(own) === '.github' ? dirname(own) : own);
  const folder = relative(root, own).split(sep).join('/');
  const refuse = (why: string) => new GateFailure('usage', why, { path: other });
  const where = repository === undefined ? 'folder of the policy, which is in no git repository' : 'repository';
  if (follow(folder, other).outside) throw refuse(`lies outside the ${where}; put it there`);
  const at = normalise(below(folder, other));
  if (foldersAbove(at).some(isUnentered)) throw refuse('is no file that the repository commits; name one that it does');
  if (lstatSync(join(root, at), { throwIfNoEntry: false }) === undefined) {
    throw refuse('cannot be read (ENOENT); put it beside the policy');
  }
  try {
    return await openDisk(root).read(at, maxBytes);
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    throw refuse(
      cause.code === 'lockfile-too-large'
        ? `is larger than ${Math.floor(maxBytes / 1024)} KiB`
        : 'is not a regular file, or behind a link; nothing but a regular file of the repository is read',
    );
  }
}
