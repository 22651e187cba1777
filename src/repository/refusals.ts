/** The errors of reading from a snapshot, shared by all kinds of snapshot. */
import { GateFailure } from '../errors.ts';
import type { FileMode, SnapshotFile } from '../model/index.ts';

const modeNames: Record<Exclude<FileMode, 'file'>, string> = {
  symlink: 'a symbolic link',
  gitlink: 'a submodule',
  folder: 'a folder',
  special: 'a pipe, socket or device',
};

/** The longest target of a symbolic link that is read, in bytes: `PATH_MAX` of Linux. */
export const longestLink = 4096;

/** @throws GateFailure `lockfile-not-regular` for a path that is not a regular file. */
export function requireFile(file: Pick<SnapshotFile, 'path' | 'mode'>): void {
  if (file.mode === 'file') return;
  throw new GateFailure(
    'lockfile-not-regular',
    `this is ${modeNames[file.mode]}, which lockgate never follows: commit a regular file instead`,
    { path: file.path },
  );
}

export function tooLarge(path: string, maxBytes: number): GateFailure {
  const bound = maxBytes % 2 ** 20 === 0 ? `${maxBytes / 2 ** 20} MiB` : `${maxBytes} bytes`;
  return new GateFailure(
    'lockfile-too-large',
    `this file is larger than ${bound}, the most that lockgate reads: make it smaller, or exclude it in the policy`,
    {
      path,
    },
  );
}

/** For a path of a snapshot that cannot be read. `why` is one clause in lockgate's own words, with the fix if there is one. */
export function unreadable(path: string, why: string): GateFailure {
  return new GateFailure('repository-unavailable', `this cannot be read: ${why}`, { path });
}
