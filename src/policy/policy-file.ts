import { GateFailure } from '../errors.ts';
import type { Snapshot, SnapshotFile } from '../model/index.ts';
import { locatePolicy } from './policy-path.ts';

/** The largest policy that the parser accepts, and one byte more, so that the parser itself reports the excess. */
const maxPolicyBytes = 256 * 1024 + 1;

/**
 * Reads the policy file of a snapshot, if it has one.
 * @throws GateFailure `policy-invalid` where it is not a regular file or too large, or where there is a file that its
 *   author believes to be the policy (see `locatePolicy`).
 */
export async function readPolicyFile(snapshot: Snapshot, path: string): Promise<Uint8Array | undefined> {
  return readRegular(snapshot, locatePolicy(await snapshot.list(), path), 'policy-invalid', maxPolicyBytes);
}

type Code = 'policy-invalid' | 'configuration-invalid';

/** @throws GateFailure for a link, a folder or a submodule where a file should be: it is never followed */
export function refuseIrregular(file: SnapshotFile | undefined, code: Code): void {
  if (file === undefined || file.mode === 'file') return;
  const { path, mode } = file;
  throw new GateFailure(code, `This is a ${mode}, which is not followed; put a regular file there.`, { path });
}

export const tooLarge = (path: string, code: Code, maxBytes: number) =>
  new GateFailure(code, `The file is larger than ${Math.floor(maxBytes / 1024)} KiB.`, { path });

/**
 * The bytes of a file that configures how lockgate judges.
 * @throws GateFailure with `code` where it is not a regular file, or larger than `maxBytes`
 */
export async function readRegular(
  snapshot: Snapshot,
  file: SnapshotFile | undefined,
  code: Code,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (file === undefined) return undefined;
  refuseIrregular(file, code);
  try {
    return await snapshot.read(file, maxBytes);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === 'lockfile-too-large') throw tooLarge(file.path, code, maxBytes);
    throw cause;
  }
}
