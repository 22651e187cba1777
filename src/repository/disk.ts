/** A folder on disk, looked at without following any symbolic link below it. */
import { constants, lstatSync, readdirSync, readlinkSync, type Dirent, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

import type { FileMode } from '../model/index.ts';
import { isBrokenPath } from './listing.ts';
import { decodePath, encodePath } from './path-bytes.ts';
import { requireFile, tooLarge, unreadable } from './refusals.ts';

export interface Disk {
  /** What a real folder holds, by name. @throws GateFailure `repository-unavailable` where it cannot be read. */
  entries(folder: string): ReadonlyMap<string, FileMode>;
  /**
   * The mode of the file at a path; undefined if there is none, or if one of its folders is a symbolic link. Folders are read
   * once and remembered: one reading is half the price of asking for each file.
   */
  modeAt(path: string): FileMode | undefined;
  /** Reads a regular file; throws as `Snapshot.read` does. */
  read(path: string, maxBytes: number): Promise<Uint8Array>;
  /** The target of a symbolic link. @throws GateFailure `repository-unavailable` where it cannot be read. */
  readLink(path: string): string;
}

/** `root` is an absolute path; every other path is relative to it, `/` between segments, empty for the root itself. */
export function openDisk(root: string): Disk {
  const seen = new Map<string, ReadonlyMap<string, FileMode>>();
  const locate = (path: string) => Buffer.concat([Buffer.from(`${root}/`), encodePath(path)]);

  function entries(folder: string): ReadonlyMap<string, FileMode> {
    return new Map(readFolder(folder).map((entry) => [decodePath(entry.name), modeOf(entry)]));
  }

  function readFolder(folder: string): Dirent<Buffer>[] {
    try {
      return readdirSync(locate(folder), { withFileTypes: true, encoding: 'buffer' });
    } catch (error) {
      throw unreadable(folder === '' ? '.' : folder, `the folder does not open (${systemCode(error)})`);
    }
  }

  function modeAt(path: string): FileMode | undefined {
    const cut = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(cut, 0));
    if (folder !== '' && modeAt(folder) !== 'folder') return undefined;
    let siblings = seen.get(folder);
    if (siblings === undefined) seen.set(folder, (siblings = entries(folder)));
    // A file system that folds case or Unicode forms finds names that its listing spells otherwise: so ask it too.
    return siblings.get(path.slice(cut + 1)) ?? lookAt(path);
  }

  function lookAt(path: string): FileMode | undefined {
    try {
      const stats = lstatSync(locate(path), { throwIfNoEntry: false });
      return stats && modeOf(stats);
    } catch (error) {
      throw unreadable(path, systemCode(error));
    }
  }

  function demandFolders(path: string): void {
    if (isBrokenPath(path)) throw unreadable(path, 'it leads outside of the repository');
    for (let cut = path.indexOf('/'); cut !== -1; cut = path.indexOf('/', cut + 1)) {
      if (lookAt(path.slice(0, cut)) !== 'folder') throw unreadable(path, 'one of its folders is not a real folder');
    }
  }

  function readLink(path: string): string {
    demandFolders(path);
    try {
      return decodePath(readlinkSync(locate(path), { encoding: 'buffer' }));
    } catch (error) {
      throw unreadable(path, systemCode(error));
    }
  }

  async function read(path: string, maxBytes: number): Promise<Uint8Array> {
    demandFolders(path);
    const mode = lookAt(path);
    if (mode === undefined) throw unreadable(path, 'it no longer exists');
    requireFile({ path, mode });
    let file: FileHandle | undefined;
    try {
      // Again without following and without waiting for a pipe's writer, should the path have been replaced since.
      file = await open(locate(path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
      const stats = await file.stat();
      requireFile({ path, mode: modeOf(stats) });
      if (stats.size > maxBytes) throw tooLarge(path, maxBytes);
      return await readAll(file, path, maxBytes);
    } catch (error) {
      throw isSystemError(error) ? unreadable(path, systemCode(error)) : error;
    } finally {
      await file?.close();
    }
  }

  return { entries, modeAt, read, readLink };
}

/** To the end, wherever that is by now, and never more than one chunk above the bound. */
async function readAll(file: FileHandle, path: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(2 ** 16) });
    if (bytesRead === 0) return Buffer.concat(chunks);
    length += bytesRead;
    if (length > maxBytes) throw tooLarge(path, maxBytes);
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

function modeOf(entry: Dirent<Buffer> | Stats): FileMode {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'symlink' : 'special';
}

/** `EACCES`, `ENAMETOOLONG`: what a person can look up. */
function systemCode(error: unknown): string {
  return isSystemError(error) ? error.code : 'unknown error';
}

function isSystemError(error: unknown): error is { readonly code: string; readonly syscall: unknown } {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}
