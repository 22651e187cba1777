import { GateFailure } from '../../errors.ts';
import type { LockedArchive } from '../../managers/committed.ts';
import type { FileReader } from '../../repository/reader.ts';
import type { State } from '../../repository/state.ts';
import type { LockfileOfArchives } from './places.ts';

/** Each entry of some lockfiles once. */
export async function lockedIn(
  reader: FileReader,
  lockfiles: readonly LockfileOfArchives[],
): Promise<readonly LockedArchive[]> {
  const byPath = new Map(lockfiles.map((each) => [each.found.path, each]));
  const locked = new Map<string, LockedArchive>();
  for (const { found, read } of byPath.values()) {
    try {
      const text = new TextDecoder().decode(await reader.read(found.file));
      for (const each of read(found.path, text)) locked.set(JSON.stringify(each), each);
    } catch (cause) {
      // What is wrong with the lockfile is an error of its own.
      if (!(cause instanceof GateFailure) || cause.code === 'repository-unavailable') throw cause;
    } finally {
      reader.forget(found.file);
    }
  }
  return [...locked.values()];
}

/** Undefined for a file that is missing, not regular, too large or not UTF-8. */
export async function textOf({ files, reader }: State, path: string): Promise<string | undefined> {
  const file = files.get(path);
  if (file?.mode !== 'file') return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await reader.read(file));
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return undefined;
    throw cause;
  } finally {
    reader.forget(file);
  }
}
