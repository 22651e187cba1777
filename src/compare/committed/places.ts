import { compareText } from '../../text/order.ts';
import { folderOf, foldersAbove } from '../../text/paths.ts';
import type { SnapshotFile } from '../../model/index.ts';
import type { CommittedBytes } from '../../managers/committed.ts';
import type { State } from '../../repository/state.ts';
import type { FoundLockfile } from '../discover.ts';

/** Where one state of a repository may hold the bytes of dependencies. */
export interface Places {
  /** The lockfiles that archives in a folder may belong to, by folder. */
  readonly archives: ReadonlyMap<string, readonly LockfileOfArchives[]>;
  readonly stores: ReadonlySet<string>;
}

export interface LockfileOfArchives {
  readonly found: FoundLockfile;
  readonly read: NonNullable<CommittedBytes['archives']>;
}

/** Asks the manager of each lockfile, whose settings may be in its folder or in one above. */
export async function placesOf(lockfiles: Iterable<FoundLockfile>, { settings }: State): Promise<Places> {
  const archives = new Map<string, LockfileOfArchives[]>();
  const stores = new Set<string>();
  for (const found of [...lockfiles].sort((a, b) => compareText(a.path, b.path))) {
    const folders = found.folder === '' ? [''] : ['', ...foldersAbove(found.folder), found.folder];
    for (const { committed } of found.kind.reading?.managers ?? []) {
      for (const folder of folders) {
        const places = await committed.places(settings.in(folder));
        for (const each of places.stores) stores.add(each);
        if (committed.archives === undefined) continue;
        for (const each of new Set(places.archives)) {
          archives.set(each, [...(archives.get(each) ?? []), { found, read: committed.archives }]);
        }
      }
    }
  }
  return { archives, stores };
}

/** The files below some folders, and those that lie there instead of a folder, each with the folder. */
export function* filesBelow(
  files: Iterable<SnapshotFile>,
  folders: ReadonlySet<string>,
): Generator<readonly [folder: string, file: SnapshotFile]> {
  if (folders.size === 0) return;
  const known = new Map<string, string | undefined>();
  for (const file of files) {
    const parent = folderOf(file.path);
    if (!known.has(parent)) {
      known.set(
        parent,
        ['', ...foldersAbove(parent), parent].find((each) => folders.has(each)),
      );
    }
    const folder = known.get(parent) ?? (folders.has(file.path) ? file.path : undefined);
    if (folder !== undefined) yield [folder, file];
  }
}
