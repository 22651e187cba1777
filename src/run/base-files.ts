import { GateFailure } from '../errors.ts';
import type { Snapshot, SnapshotFile } from '../model/index.ts';
import { locatePolicy } from '../policy/locate.ts';

/** What a snapshot that the proposer cannot write says of how to judge. */
export interface Settings {
  /** The policy file's bytes; absent where there is none. */
  readonly policy?: Uint8Array;
  /** npm's project settings: the root's. */
  readonly npmrc?: SettingsFile;
  /**
   * Of each project the files that are there, by their paths; in the place of an `.npmrc` that is not, the root's.
   * @throws GateFailure `configuration-invalid`
   */
  readonly filesOf: (projects: readonly (readonly string[])[]) => Promise<readonly (readonly SettingsFile[])[]>;
}

export interface SettingsFile {
  readonly path: string;
  readonly text: string;
}

/** What the reader of a policy file reads at most, and one byte more, so that it can say so itself. */
const maxPolicyBytes = 256 * 1024 + 1;
/** npm sets no bound; a file of settings is a few lines. */
const maxNpmrcBytes = 256 * 1024;
/** Sigstore's own is 6 KiB. */
const maxTrustedRootBytes = 1024 * 1024;

/**
 * Reads the policy and npm's settings by object, never from a work tree.
 * @throws GateFailure `policy-invalid` and `configuration-invalid` where one of them is not a regular file or too large,
 *   or where a file stands there that its author takes for the policy (see `locatePolicy`).
 */
export async function readSettings(snapshot: Snapshot, policyPath: string): Promise<Settings> {
  const files = await snapshot.list();
  const [policy, npmrc] = await Promise.all([
    read(snapshot, locatePolicy(files, policyPath), 'policy-invalid', maxPolicyBytes),
    fileAt('.npmrc'),
  ]);
  const filesOf = async (projects: readonly (readonly string[])[]) => {
    const paths = new Set(projects.flat());
    const found = await Promise.all([...paths].map(async (path) => [path, await fileAt(path)] as const));
    const texts = new Map(found);
    return projects.map((project) =>
      project.flatMap((path) => texts.get(path) ?? (path.endsWith('/.npmrc') ? (npmrc ?? []) : [])),
    );
  };
  return { ...(policy === undefined ? {} : { policy }), ...(npmrc === undefined ? {} : { npmrc }), filesOf };

  async function fileAt(path: string): Promise<SettingsFile | undefined> {
    const file = files.find((one) => one.path === path);
    const bytes = await read(snapshot, file, 'configuration-invalid', maxNpmrcBytes);
    return bytes && { path, text: new TextDecoder().decode(bytes) };
  }
}

/**
 * Reads the `trusted_root.json` that a policy names, a path from the repository's root: from the same snapshot as the
 * policy, so that a pull request cannot choose whom to trust.
 * @throws GateFailure `configuration-invalid` where there is no such file, or it is not a regular one, or too large.
 */
export async function readTrustedRoot(snapshot: Snapshot, path: string): Promise<string> {
  const file = (await snapshot.list()).find((one) => one.path === path);
  const bytes = await read(snapshot, file, 'configuration-invalid', maxTrustedRootBytes);
  if (bytes !== undefined) return new TextDecoder().decode(bytes);
  throw new GateFailure(
    'configuration-invalid',
    'the policy names this file as its `trustedRoot`, and the base does not have it; add it there first',
    { path },
  );
}

/**
 * Reads a policy file alone.
 * @throws GateFailure `policy-invalid` as `readSettings` does.
 */
export async function readPolicyFile(snapshot: Snapshot, path: string): Promise<Uint8Array | undefined> {
  return read(snapshot, locatePolicy(await snapshot.list(), path), 'policy-invalid', maxPolicyBytes);
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
