import { createHash } from 'node:crypto';

import type { FileBytes } from '../decisions/blocking.ts';
import { GateFailure } from '../errors.ts';
import type { Snapshot } from '../model/index.ts';
import { encodePath } from '../repository/path-bytes.ts';
import { stateOf } from '../repository/state.ts';

/** Of each path its mode and the digest of its bytes; null where the snapshot has nothing there, undefined where it cannot be read. */
export async function bytesIn(
  snapshot: Snapshot,
  paths: readonly string[],
): Promise<(path: string) => FileBytes | null | undefined> {
  if (paths.length === 0) return () => undefined;
  const { listed, reader, links } = await stateOf(snapshot);
  const read = paths.map(async (path): Promise<readonly [string, FileBytes | null | undefined]> => {
    const file = listed.get(path);
    if (file === undefined) return [path, null];
    if (file.mode === 'symlink') {
      const target = await links.targetOf(path);
      return [path, target === undefined ? undefined : { mode: '120000', sha256: sha256Of(encodePath(target)) }];
    }
    if (file.mode !== 'file') return [path, undefined];
    try {
      return [
        path,
        { mode: file.executable === true ? '100755' : '100644', sha256: sha256Of(await reader.read(file)) },
      ];
    } catch (cause) {
      if (cause instanceof GateFailure) return [path, undefined];
      throw cause;
    }
  });
  const found = new Map(await Promise.all(read));
  return (path) => found.get(path);
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
