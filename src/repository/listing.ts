import { GateFailure } from '../errors.ts';
import type { FileMode, SnapshotFile } from '../model/index.ts';

/** Entries in one snapshot. Above it the listing stops with `budget`. */
const maxEntries = 1_000_000;

/** A folder that is listed and not entered, as the start of a path below it. */
const unenteredAbove = /(?:^|\/)(?:node_modules|\.git)(?=\/)/;
const unenteredName = /(?:^|\/)(?:node_modules|\.git)$/;
/** A segment that is empty, `.` or `..`: git writes none, so such a path is meant to mislead. */
const brokenSegment = /(?:^|\/)\.{0,2}(?:\/|$)/;

export interface Listing {
  /** Takes one path; below a folder that is not entered, only that folder is kept. */
  add(file: SnapshotFile): void;
  /** Takes a folder: kept where it is one that is not entered. Tell before its content, where its id is known. */
  addFolder(path: string, id?: string): void;
  /** Everything taken, in code-unit order. */
  finish(): readonly SnapshotFile[];
}

/** Whether a folder is listed as one entry and not entered: `node_modules` and `.git`, at any depth. */
export function isUnentered(folder: string): boolean {
  return unenteredName.test(folder);
}

/** Whether a path has an empty segment, `.` or `..`. */
export function isBrokenPath(path: string): boolean {
  return brokenSegment.test(path);
}

/**
 * Gathers what a snapshot lists.
 * @throws GateFailure `budget` above a million entries; `repository-unavailable` for a path that no honest tree holds
 *   (`..`, an empty segment) and for two entries under one path, since a reader by path would see only one of them.
 */
export function startListing(limit: number = maxEntries): Listing {
  const files: SnapshotFile[] = [];
  const folders = new Set<string>();

  const keep = (file: SnapshotFile) => {
    if (isBrokenPath(file.path)) {
      throw new GateFailure(
        'repository-unavailable',
        'a git tree has this path, which leads outside of it: remove it from the repository',
        {
          path: file.path,
        },
      );
    }
    if (files.length >= limit) {
      throw new GateFailure(
        'budget',
        `there are more than ${limit} files: lockgate lists no more: check a smaller repository or folder`,
      );
    }
    files.push(file);
  };
  const keepFolder = (path: string, id?: string) => {
    if (folders.has(path)) return;
    folders.add(path);
    keep({ path, mode: 'folder', ...(id !== undefined && { id }) });
  };
  /** The outermost folder above this path that is not entered. */
  const above = (path: string): string | undefined => {
    const found = unenteredAbove.exec(path);
    return found ? path.slice(0, found.index + found[0].length) : undefined;
  };

  return {
    add(file) {
      const folder = above(file.path);
      if (folder === undefined) keep(file);
      else keepFolder(folder);
    },
    addFolder(path, id) {
      const folder = above(path);
      if (folder !== undefined) keepFolder(folder);
      else if (isUnentered(path)) keepFolder(path, id);
    },
    finish() {
      files.sort(inCodeUnitOrder);
      const twice = files.find((file, at) => files[at + 1]?.path === file.path);
      if (twice !== undefined) {
        throw new GateFailure(
          'repository-unavailable',
          'two entries have this path, so neither can be judged: remove one',
          {
            path: twice.path,
          },
        );
      }
      return files;
    },
  };
}

/** The entry's mode where git spells it in octal: `100644`, `120000`, `160000`. */
export function modeOfOctal(octal: string): FileMode {
  if (octal.startsWith('100')) return 'file';
  if (octal === '120000') return 'symlink';
  return octal === '160000' ? 'gitlink' : 'special';
}

/** What an entry of git's mode adds to a listing. */
export const executableOf = (octal: string): Pick<SnapshotFile, 'executable'> =>
  modeOfOctal(octal) === 'file' && (Number.parseInt(octal, 8) & 0o100) !== 0 ? { executable: true } : {};

function inCodeUnitOrder(a: SnapshotFile, b: SnapshotFile): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}
