import { MAX_BYTES } from '../text/decode.ts';
import type { Snapshot, SnapshotFile } from '../model/index.ts';

/** Reads each file of a snapshot at most once, until it is released. */
export class FileReader {
  readonly #snapshot: Snapshot | undefined;
  readonly #read = new Map<string, Promise<Uint8Array>>();

  constructor(snapshot: Snapshot | undefined) {
    this.#snapshot = snapshot;
  }

  /** Whether each file that is read costs a request (see `Snapshot.isRemote`). */
  get isRemote(): boolean {
    return this.#snapshot?.isRemote === true;
  }

  /** @throws GateFailure what `Snapshot.read` throws */
  read(file: SnapshotFile): Promise<Uint8Array> {
    let bytes = this.#read.get(file.path);
    if (bytes === undefined) {
      bytes = this.#snapshot?.read(file.leadsTo ?? file, MAX_BYTES) ?? Promise.resolve(new Uint8Array());
      this.#read.set(file.path, bytes);
    }
    return bytes;
  }

  /** Releases a file that is no longer needed. */
  forget(file: SnapshotFile | undefined): void {
    if (file !== undefined) this.#read.delete(file.path);
  }
}

/** The two readers of a comparison. */
export interface Readers {
  readonly base: FileReader;
  readonly head: FileReader;
}

/**
 * Whether two files have the same content: by their ids if those are equal, else by their bytes. Different ids prove nothing:
 * two kinds of snapshot may spell them differently.
 */
export async function isSame(readers: Readers, base: SnapshotFile, head: SnapshotFile): Promise<boolean> {
  if (base.mode !== head.mode) return false;
  if (base.id !== undefined && base.id === head.id) return true;
  if (base.mode !== 'file') return false;
  if (base.size !== undefined && head.size !== undefined && base.size !== head.size) return false;
  const [before, after] = await Promise.all([readers.base.read(base), readers.head.read(head)]);
  return Buffer.compare(before, after) === 0;
}
