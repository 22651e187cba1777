import { GateFailure } from './errors.ts';
import type { Snapshot, SnapshotFile } from './model.ts';
import { locatePolicy } from './policy/locate.ts';

/** What a snapshot that the proposer cannot write says of how to judge. */
export interface Settings {
  /** The policy file's bytes; absent where there is none. */
  readonly policy?: Uint8Array;
  /** npm's project settings. */
  readonly npmrc?: { readonly path: string; readonly text: string };
}

/** What `loadPolicy` reads at most, and one byte more, so that it can say so itself. */
const maxPolicyBytes = 256 * 1024 + 1;
/** npm sets no bound; a file of settings is a few lines. */
const maxNpmrcBytes = 256 * 1024;

/**
 * Reads the policy and npm's settings by object, never from a work tree.
 * @throws GateFailure `policy-invalid` and `configuration-invalid` where one of them is not a regular file or too large.
 */
export async function readSettings(snapshot: Snapshot, policyPath: string): Promise<Settings> {
  const files = await snapshot.list();
  const npmrcFile = files.find(({ path }) => path === '.npmrc');
  const [policy, npmrc] = await Promise.all([
    read(snapshot, locatePolicy(files, policyPath), 'policy-invalid', maxPolicyBytes),
    read(snapshot, npmrcFile, 'configuration-invalid', maxNpmrcBytes),
  ]);
  return {
    ...(policy === undefined ? {} : { policy }),
    ...(npmrc === undefined ? {} : { npmrc: { path: '.npmrc', text: new TextDecoder().decode(npmrc) } }),
  };
}

async function read(
  snapshot: Snapshot,
  file: SnapshotFile | undefined,
  code: 'policy-invalid' | 'configuration-invalid',
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (file === undefined) return undefined;
  const { path, mode } = file;
  if (mode !== 'file') {
    throw new GateFailure(code, `This is a ${mode}, which is not followed; put a regular file there.`, { path });
  }
  try {
    return await snapshot.read(file, maxBytes);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === 'lockfile-too-large') {
      throw new GateFailure(code, `The file is larger than ${Math.floor(maxBytes / 1024)} KiB.`, { path });
    }
    throw cause;
  }
}
