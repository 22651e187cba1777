import { resolve } from 'node:path';

import { GateFailure } from '../errors.ts';
import type { Snapshot, SnapshotFile } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import { resolveFolder } from './directory.ts';
import { openObjects, type ObjectReader } from './git-objects.ts';
import { gitFailed, gitRecords, runGit } from './git-process.ts';
import { executableOf, modeOfOctal, startListing } from './listing.ts';
import { isBlobOf, shortId } from './object-id.ts';
import { decodePath } from './path-bytes.ts';
import { longestLink, requireFile, tooLarge, unreadable } from './refusals.ts';

/** Commits are small; a larger one is not read. */
const longestCommit = 2 ** 24;

/** A local git repository, with or without a work tree, complete or shallow. */
export interface GitRepository {
  /** Absolute: the top of the work tree, or the folder of a bare repository. */
  readonly root: string;
  readonly hasWorkTree: boolean;
  readonly shallow: boolean;
  readonly objects: ObjectReader;
  /** Ends the process that reads objects; every snapshot's `close` does the same. A later read starts another. */
  close(): Promise<void>;
}

/**
 * Finds the repository that a folder lies in; its whole tree is what snapshots of it list.
 * @throws GateFailure `usage` where there is no such folder or no repository, `repository-unavailable` where git is
 *   missing or refuses.
 */
export async function openRepository(folder: string): Promise<GitRepository> {
  const start = await resolveFolder(folder);
  const questions = ['--is-bare-repository', '--is-shallow-repository', '--is-inside-work-tree', '--show-cdup'];
  const { status, stdout, stderr } = await runGit(start, ['rev-parse', ...questions]);
  if (status !== 0 && stderr.includes('not a git repository')) {
    throw new GateFailure(
      'usage',
      `the folder ${quoted(folder)} is not in a git repository: name one with --repo, or compare two folders with --base-dir and --head-dir`,
    );
  }
  const [, shallow, inside, up] = stdout.split('\n');
  if (status !== 0 || up === undefined) throw gitFailed('rev-parse', stderr);
  const hasWorkTree = inside === 'true';
  const root = hasWorkTree ? resolve(start, up) : start;
  const objects = openObjects(root);
  return { root, hasWorkTree, shallow: shallow === 'true', objects, close: () => objects.close() };
}

/**
 * The commit that a revision names, as gitrevisions(7) spells them.
 * @param flag What the revision was given by, for the message.
 * @throws GateFailure `usage` where it names none, or more than one.
 */
export async function resolveCommit(repository: GitRepository, rev: string, flag = '--rev'): Promise<string> {
  const found = await repository.objects.read(`${rev}^{commit}`, longestCommit);
  if (found.state === 'present') return found.id;
  const why =
    found.state === 'ambiguous'
      ? 'names more than one commit: give more of its id'
      : `names no commit here: ${repository.shallow ? 'this clone is shallow, so fetch it first (git fetch --deepen)' : 'check its spelling, or fetch it first'}`;
  throw new GateFailure('usage', `${flag} ${quoted(rev)} ${why}`);
}

/** A revision as a snapshot: read from the object store, no work tree needed, nothing checked out. Throws as `resolveCommit`. */
export async function openRevision(repository: GitRepository, rev: string, flag?: string): Promise<Snapshot> {
  return commitSnapshot(repository, await resolveCommit(repository, rev, flag));
}

/** The snapshot of a commit whose full id is known. */
export function commitSnapshot(repository: GitRepository, commit: string): Snapshot {
  let listed: Promise<readonly SnapshotFile[]> | undefined;
  return {
    label: shortId(commit),
    list: () => (listed ??= listTree(repository, commit)),
    read: (file, maxBytes) => readBlob(repository, file, maxBytes),
    readLink: (file) => readLinkBlob(repository, file),
    close: () => repository.close(),
  };
}

/**
 * Trees are asked for too (`-t`), so that a folder that is not entered has its id; sizes (`-l`) are not: they cost
 * seven times the listing, and a clone without blobs does not have them.
 */
async function listTree(repository: GitRepository, commit: string): Promise<readonly SnapshotFile[]> {
  const listing = startListing();
  for await (const records of gitRecords(repository.root, ['ls-tree', '-r', '-t', '-z', '--full-tree', commit])) {
    for (const record of records) {
      // `<mode> <type> <id>\t<path>`: git-ls-tree(1), "OUTPUT FORMAT".
      const tab = record.indexOf('\t');
      const [octal = '', type, id = ''] = record.slice(0, tab).split(' ');
      const path = record.slice(tab + 1);
      if (type === 'tree') listing.addFolder(path, id);
      else listing.add({ path, mode: modeOfOctal(octal), id, ...executableOf(octal) });
    }
  }
  return listing.finish();
}

/** Reads a blob by its id and makes sure that the bytes are that blob's. Throws as `Snapshot.read`. */
export async function readBlob(repository: GitRepository, file: SnapshotFile, maxBytes: number): Promise<Uint8Array> {
  requireFile(file);
  return readBytes(repository, file, maxBytes);
}

/** The target of a symbolic link, which git keeps as a blob. Throws as `readBlob`. */
export async function readLinkBlob(repository: GitRepository, file: SnapshotFile): Promise<string> {
  return decodePath(await readBytes(repository, file, longestLink));
}

async function readBytes(repository: GitRepository, file: SnapshotFile, maxBytes: number): Promise<Buffer> {
  if (file.id === undefined) throw unreadable(file.path, 'its object id is not known, so commit it first');
  const found = await repository.objects.read(file.id, maxBytes);
  if (found.state === 'too-large') throw tooLarge(file.path, maxBytes);
  if (found.state !== 'present') {
    throw unreadable(file.path, 'its content is not in this clone: fetch it, or clone without --filter');
  }
  if (found.type !== 'blob' || !isBlobOf(file.id, found.bytes)) {
    throw unreadable(file.path, 'the object store is damaged: run git fsck');
  }
  return found.bytes;
}
