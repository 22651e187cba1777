import { GateFailure } from '../errors.ts';
import { withinBounds } from '../lockfile/bounds.ts';
import type { Lockfile, ManagerId } from '../model/index.ts';
import { decodeText, lockfileFaults } from '../text/decode.ts';
import { isLfsPointer } from '../text/lfs-pointer.ts';
import { join } from '../text/paths.ts';
import { bun, bunLockfiles } from './bun/index.ts';
import { deno, denoLockfiles } from './deno/index.ts';
import type { LockfileName, Manager } from './manager.ts';
import { npm, npmLockfiles } from './npm/index.ts';
import { pnpm, pnpmLockfiles } from './pnpm/index.ts';
import { otherLockfiles } from './others.ts';
import { yarnBerry, yarnClassic, yarnLockfiles } from './yarn/index.ts';

/** In the order in which settings that several managers read are reported. */
const byId: { readonly [Id in ManagerId]: Manager<Id> } = {
  npm,
  'yarn-classic': yarnClassic,
  bun,
  'yarn-berry': yarnBerry,
  pnpm,
  deno,
};
export const managers: readonly Manager[] = Object.values(byId);
const lockfileNames: readonly LockfileName[] = [
  ...npmLockfiles,
  ...yarnLockfiles,
  ...pnpmLockfiles,
  ...bunLockfiles,
  ...denoLockfiles,
  ...otherLockfiles,
];
const byName = new Map(lockfileNames.flatMap((each) => each.names.map((name) => [name, each] as const)));

/** The names of all lockfiles, those aside that a pattern recognises. */
export const knownLockfileNames: readonly string[] = [...byName.keys()];

export function managerOf(id: ManagerId): Manager {
  return byId[id];
}

/** Recognises a lockfile by its file name. */
export function lockfileName(path: string): LockfileName | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return byName.get(name) ?? lockfileNames.find(({ pattern }) => pattern?.test(name));
}

/** Whether a folder has a lockfile of another program than the one of this name. */
export function hasOthers(folder: string, own: LockfileName, has: (path: string) => boolean): boolean {
  return lockfileNames.some(
    ({ program, names, reading }) =>
      program !== own.program && reading !== undefined && names.some((name) => has(join(folder, name))),
  );
}

/**
 * Parses the bytes of a lockfile.
 * @param mayBeEmpty whether an empty file may be a lockfile that pins nothing, if its manager has such lockfiles
 * @throws GateFailure with one of the `lockfile-` codes.
 */
export function parseLockfile(
  path: string,
  bytes: Uint8Array,
  mayBeEmpty = false,
  has?: (file: string) => boolean,
): Lockfile {
  const name = lockfileName(path);
  const reading = name?.reading;
  if (name === undefined || reading === undefined) throw unsupported(path);
  if (isLfsPointer(bytes)) {
    throw new GateFailure('lockfile-not-regular', 'The file is a Git LFS pointer; commit the lockfile itself.', {
      path,
    });
  }
  const isEmpty = mayBeEmpty && bytes.length === 0 && reading.empty !== undefined;
  const text = isEmpty ? reading.empty : decodeText(bytes, path, { ...lockfileFaults, conflictFix: conflictFix(name) });
  return withinBounds(reading.managerOf(path, text).lockfile.parse(path, text, has));
}

/** How the conflict markers of a lockfile are resolved, by the program whose lockfile it is. */
function conflictFix({ program, mergesConflicts }: LockfileName): string {
  return mergesConflicts === true
    ? `resolve those of the manifests, run \`${program} install\`, which resolves those of the lockfile, and commit the result`
    : `resolve those of the manifests, take the lockfile of one side, run \`${program} install\`, and commit the result`;
}

export function unsupported(path: string): GateFailure {
  const read = lockfileNames.flatMap(({ names, reading }) =>
    reading === undefined
      ? []
      : `${names.join(' and ')} of ${reading.managers.map(({ lockfile }) => lockfile.versions).join(' and of ')}`,
  );
  return new GateFailure(
    'lockfile-unsupported',
    `This version of lockgate cannot read this lockfile: it reads ${read.slice(0, -1).join(', ')}, and ${read.at(-1) ?? ''}. ` +
      'Nothing in it was evaluated.',
    { path },
  );
}
