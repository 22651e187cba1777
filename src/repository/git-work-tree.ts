import { GateFailure } from '../errors.ts';
import type { FileMode, Snapshot, SnapshotFile } from '../model/index.ts';
import { openDisk, type Disk } from './disk.ts';
import { readBlob, readLinkBlob, type GitRepository } from './git.ts';
import { gitRecords } from './git-process.ts';
import { modeOfOctal, startListing } from './listing.ts';

/**
 * The work tree as a snapshot: what a commit of everything would contain. Tracked files, and untracked ones that are not
 * ignored, as they are on disk; a file that a sparse checkout leaves out, as the index has it. Ids are left out where
 * only reading would tell: git's own way to know is to trust times, or to run the repository's filters.
 * @throws GateFailure `usage` for a bare repository.
 */
export function openWorkTree(repository: GitRepository): Snapshot {
  if (!repository.hasWorkTree) {
    throw new GateFailure('usage', 'this repository has no work tree: name the revision to judge with --head');
  }
  const disk = openDisk(repository.root);
  let listed: Promise<readonly SnapshotFile[]> | undefined;
  return {
    label: 'work tree',
    list: () => (listed ??= listWorkTree(repository)),
    read: (file, maxBytes) =>
      file.id === undefined ? disk.read(file.path, maxBytes) : readBlob(repository, file, maxBytes),
    readLink: (file) =>
      file.id === undefined ? Promise.resolve(disk.readLink(file.path)) : readLinkBlob(repository, file),
    close: () => repository.close(),
  };
}

async function listWorkTree(repository: GitRepository): Promise<readonly SnapshotFile[]> {
  const disk = openDisk(repository.root); // its own, for what it remembers
  const listing = startListing();
  const conflicted = new Set<string>();
  const what = ['--cached', '--others', '--exclude-standard'];
  for await (const records of gitRecords(repository.root, ['ls-files', '-z', '-t', '-s', ...what])) {
    for (const entry of records.map(readEntry)) {
      if (entry.stage > 0) {
        // A conflict has up to three stages of one path; on disk there is one file.
        if (conflicted.has(entry.path)) continue;
        conflicted.add(entry.path);
      }
      const file = fileFor(entry, disk);
      if (file !== undefined) listing.add(file);
    }
  }
  return listing.finish();
}

interface IndexEntry {
  readonly path: string;
  /** Absent for what is untracked. */
  readonly mode?: FileMode;
  readonly id?: string;
  readonly stage: number;
  /** Left out of a sparse checkout. */
  readonly skipped: boolean;
}

/** `<tag> <mode> <id> <stage>\t<path>`, and `? <path>` for what is untracked: git-ls-files(1), `-s` and `-t`. */
function readEntry(record: string): IndexEntry {
  if (record.startsWith('? ')) return { path: record.slice(2), stage: 0, skipped: false };
  const tab = record.indexOf('\t');
  const [tag, octal = '', id = '', stage] = record.slice(0, tab).split(' ');
  return { path: record.slice(tab + 1), mode: modeOfOctal(octal), id, stage: Number(stage), skipped: tag === 'S' };
}

/** The file at the entry's path; undefined if it was deleted. */
function fileFor({ path, mode, id, skipped }: IndexEntry, disk: Disk): SnapshotFile | undefined {
  // Untracked and ending in a slash: a repository of its own, which a commit would record as a submodule.
  if (path.endsWith('/')) return { path: path.slice(0, -1), mode: 'gitlink' };
  const found = disk.modeAt(path);
  const recorded = mode !== undefined && id !== undefined ? { path, mode, id } : undefined;
  if (found === undefined) return skipped ? recorded : undefined;
  // A submodule's folder means the commit that the index records; its own checkout is not read.
  if (found === 'folder') return mode === 'gitlink' ? recorded : undefined;
  return { path, mode: found };
}
