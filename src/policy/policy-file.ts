import type { Place } from '../errors.ts';
import { GateFailure } from '../errors.ts';
import type { Snapshot, SnapshotFile } from '../model/index.ts';
import { folderOf, follow, join, normalise } from '../text/paths.ts';
import { quoted } from '../text/visible.ts';
import type { LocalReference, PolicyText } from './load.ts';
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

/**
 * The same, with the folder in which its `extends` looks for files.
 * @param nameOf how messages and reports name a file of the snapshot
 */
export async function openPolicyFile(
  snapshot: Snapshot,
  path: string,
  nameOf: (path: string) => string = (own) => own,
): Promise<PolicyText | undefined> {
  const text = await readPolicyFile(snapshot, path);
  if (text === undefined) return undefined;
  return { source: nameOf(path), text, beside: (other, place) => readBeside(other, place) };

  async function readBeside(other: LocalReference, place: Required<Place>): Promise<PolicyText> {
    const named = `the policy extends ${quoted(other)}`;
    const folder = folderOf(path);
    if (follow(folder, other).outside) {
      const message = `${named}, which lies outside the repository; name a file of this one`;
      throw new GateFailure('policy-unavailable', message, place);
    }
    const at = normalise(join(folder, other));
    const extended = await readPolicyFile(snapshot, at);
    if (extended !== undefined) return { source: nameOf(at), text: extended };
    const message = `${named}, but there is no file ${quoted(at)} where the policy was read; add it there first`;
    throw new GateFailure('policy-unavailable', message, place);
  }
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
