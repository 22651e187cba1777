import { GateFailure } from '../errors.ts';
import type { Snapshot } from '../model/index.ts';
import type { ReadFile, SettingsName, UnreadableFile } from '../managers/settings-file.ts';
import { MAX_SETTINGS_BYTES } from '../managers/settings-files.ts';
import type { SettingsPlace } from '../managers/registry-files.ts';
import type { PolicyText } from '../policy/load.ts';
import { openPolicyFile, readRegular, refuseIrregular, tooLarge } from '../policy/policy-file.ts';
import { stateOf } from '../repository/state.ts';

/** The files that configure how to judge, from a snapshot that the proposer cannot write. */
export interface BaseFiles {
  /** The policy file; absent where there is none, or it was not asked for. */
  readonly policy?: PolicyText;
  /** npm's project settings at the root: read only when registries are asked for. */
  readonly npmrc: () => Promise<BaseFile<'.npmrc'> | undefined>;
  /**
   * The existing files of each project; the root's `.npmrc` replaces a missing one.
   * @throws GateFailure `configuration-invalid`
   */
  readonly filesOf: (projects: readonly (readonly SettingsPlace[])[]) => Promise<readonly (readonly BaseFile[])[]>;
}

type BaseFile<N extends SettingsName = SettingsName> = ReadFile<N> | UnreadableFile;

/** Sigstore's own trusted root has 6 KiB. */
const maxTrustedRootBytes = 1024 * 1024;

/**
 * Reads the policy and npm's settings by object, never from a work tree.
 * @throws GateFailure `policy-invalid` and `configuration-invalid` where one of them is not a regular file or too large,
 *   or where there is a file that its author believes to be the policy (see `locatePolicy`).
 */
export async function readBaseFiles(snapshot: Snapshot, policyPath?: string): Promise<BaseFiles> {
  const { files, settings } = await stateOf(snapshot);
  const policy = policyPath === undefined ? undefined : await openPolicyFile(snapshot, policyPath);
  refuseIrregular(files.get('.npmrc'), 'configuration-invalid');
  const npmrc = () => fileAt('', '.npmrc');
  const filesOf = (projects: readonly (readonly SettingsPlace[])[]) =>
    Promise.all(
      projects.map(async (places) => {
        const found = await Promise.all(
          places.map(
            async ({ folder, name }) => (await fileAt(folder, name)) ?? (name === '.npmrc' ? await npmrc() : undefined),
          ),
        );
        return found.filter((file) => file !== undefined);
      }),
    );
  return { ...(policy === undefined ? {} : { policy }), npmrc, filesOf };

  async function fileAt<N extends SettingsName>(folder: string, name: N): Promise<BaseFile<N> | undefined> {
    const file = await settings.at(folder, name);
    if (file.state === 'absent') return undefined;
    if (file.state === 'unreadable' && file.why === 'not-regular') {
      refuseIrregular(files.get(file.path), 'configuration-invalid');
    }
    if ((file.size ?? Infinity) > MAX_SETTINGS_BYTES) {
      throw tooLarge(file.path, 'configuration-invalid', MAX_SETTINGS_BYTES);
    }
    return file;
  }
}

/**
 * Reads the `trusted_root.json` that a policy names, a path from the repository's root: from the same snapshot as the
 * policy, so that a pull request cannot choose whom to trust.
 * @throws GateFailure `configuration-invalid` where there is no such file, or it is not a regular one, or too large.
 */
export async function readTrustedRoot(snapshot: Snapshot, path: string): Promise<string> {
  const file = (await snapshot.list()).find((one) => one.path === path);
  const bytes = await readRegular(snapshot, file, 'configuration-invalid', maxTrustedRootBytes);
  if (bytes !== undefined) return new TextDecoder().decode(bytes);
  throw new GateFailure(
    'configuration-invalid',
    'the policy names this file as its `trustedRoot`, but it is not in the state that the policy was read from; add it there first',
    { path },
  );
}
