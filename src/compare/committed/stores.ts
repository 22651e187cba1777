import { GateFailure } from '../../errors.ts';
import type { FileObservation, SnapshotFile } from '../../model/index.ts';
import { isSame } from '../../repository/reader.ts';
import type { States } from '../../repository/state.ts';
import { groupBy } from '../../text/group-by.ts';
import { foldersAbove } from '../../text/paths.ts';
import type { Places } from './places.ts';
import { filesBelow } from './places.ts';

/**
 * One observation for each store, cache or folder of unpacked packages in which something is new or changed. In a folder
 * that the base branch's settings do not name, everything is new.
 */
export async function storeObservations(
  places: { readonly base: Places; readonly head: Places },
  states: States,
): Promise<readonly FileObservation[]> {
  const known = new Map(
    [...filesBelow(states.base.files.values(), places.base.stores)].map(([, file]) => [file.path, file]),
  );
  const changed = new Map<string, readonly [folder: string, file: SnapshotFile]>();
  for (const [folder, file] of filesBelow(states.head.files.values(), places.head.stores)) {
    const before = known.get(file.path);
    if (before === undefined || !(await isUnchanged(states, before, file))) changed.set(file.path, [folder, file]);
  }
  for (const link of linksTo([...places.head.archives.keys(), ...places.head.stores], states.head.files)) {
    const before = states.base.files.get(link.path);
    if (before === undefined || !(await isUnchanged(states, before, link))) changed.set(link.path, [link.path, link]);
  }
  return [...groupBy([...changed.values()], ([folder]) => folder)].map(([path, files]) => ({
    ...{ code: 'store-changed', path, line: 1, args: { count: files.length } },
    otherFiles: files.map(([, file]) => file.path),
  }));
}

/** What stands where a folder or one above it is expected, and leads elsewhere: what it leads to is not looked at. */
function linksTo(folders: readonly string[], files: ReadonlyMap<string, SnapshotFile>): ReadonlySet<SnapshotFile> {
  const above = folders.flatMap((folder) => [...foldersAbove(folder), folder]);
  const found = above.flatMap((path) => files.get(path) ?? []);
  return new Set(found.filter(({ mode }) => mode === 'symlink' || mode === 'gitlink'));
}

/** A folder that is not entered has an id where the repository is git's; where it has none, nothing tells two states apart. */
async function isUnchanged({ base, head }: States, before: SnapshotFile, after: SnapshotFile): Promise<boolean> {
  if (after.mode === 'folder') return before.mode === 'folder' && before.id === after.id;
  const readers = { base: base.reader, head: head.reader };
  try {
    return await isSame(readers, before, after);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return false;
    throw cause;
  } finally {
    readers.base.forget(before);
    readers.head.forget(after);
  }
}
