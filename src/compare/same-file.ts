import { GateFailure } from '../errors.ts';
import type { SnapshotFile } from '../model/index.ts';
import { isSame } from '../repository/reader.ts';
import type { States } from '../repository/state.ts';

/** A file that cannot be read is not the same. */
export async function isSameFile({ base, head }: States, before: SnapshotFile, after: SnapshotFile): Promise<boolean> {
  try {
    return await isSame({ base: base.reader, head: head.reader }, before, after);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return false;
    throw cause;
  } finally {
    base.reader.forget(before);
    head.reader.forget(after);
  }
}
