import { GateFailure } from '../errors.ts';
import type { Lockfile } from '../model/index.ts';
import { withinBounds } from '../lockfile/bounds.ts';
import { parseBunLockfile } from './bun/lockfile.ts';
import { decodeText, lockfileFaults } from '../text/decode.ts';
import { parseNpmLockfile } from './npm/lockfile.ts';
import { parsePnpmLockfile } from './pnpm/lockfile.ts';
import { parseYarnLockfile } from './yarn/lockfile.ts';

/** Whose lockfile it is. One package manager may have several formats. */
export type PackageManager = 'npm' | 'yarn' | 'pnpm' | 'bun';

/** What a file's name says of it. */
export interface LockfileKind {
  readonly manager: PackageManager;
  /** Reads the decoded text; absent where this version of lockgate cannot. */
  readonly parse?: (path: string, text: string) => Lockfile;
}

const npm: LockfileKind = { manager: 'npm', parse: parseNpmLockfile };
const byName: ReadonlyMap<string, LockfileKind> = new Map<string, LockfileKind>([
  ['package-lock.json', npm],
  ['npm-shrinkwrap.json', npm],
  ['yarn.lock', { manager: 'yarn', parse: parseYarnLockfile }],
  ['pnpm-lock.yaml', { manager: 'pnpm', parse: parsePnpmLockfile }],
  ['shrinkwrap.yaml', { manager: 'pnpm' }],
  ['bun.lock', { manager: 'bun', parse: parseBunLockfile }],
  ['bun.lockb', { manager: 'bun' }],
]);
/** pnpm's `gitBranchLockfile` puts the branch into the name. */
const PNPM_BRANCH = /^pnpm-lock\..+\.yaml$/;

/** Recognises a lockfile by the last segment of its path. */
export function lockfileKind(path: string): LockfileKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return byName.get(name) ?? (PNPM_BRANCH.test(name) ? { manager: 'pnpm' } : undefined);
}

/** A file that stands for the content that Git LFS keeps elsewhere (git-lfs, docs/spec.md). */
export function isLfsPointer(bytes: Uint8Array): boolean {
  const magic = new TextEncoder().encode('version https://git-lfs.github.com/spec/');
  return magic.every((byte, at) => bytes[at] === byte);
}

/**
 * Bytes of a lockfile to what it locks.
 * @throws GateFailure with one of the `lockfile-` codes.
 */
export function parseLockfile(path: string, bytes: Uint8Array): Lockfile {
  const kind = lockfileKind(path);
  if (kind?.parse === undefined) throw unsupported(path);
  if (isLfsPointer(bytes)) {
    throw new GateFailure('lockfile-not-regular', 'The file is a Git LFS pointer; commit the lockfile itself.', {
      path,
    });
  }
  return withinBounds(kind.parse(path, decodeText(bytes, path, lockfileFaults)));
}

export function unsupported(path: string): GateFailure {
  const mend = /(?:^|\/)bun\.lockb$/.test(path)
    ? 'run `bun install --save-text-lockfile`, which writes bun.lock, and delete this file'
    : 'exclude its path in the policy if it needs no gate';
  return new GateFailure(
    'lockfile-unsupported',
    'This version of lockgate cannot read this lockfile: it reads package-lock.json and npm-shrinkwrap.json of the ' +
      'versions 1 to 3, yarn.lock of Yarn 1 and of the metadata versions 4 to 10, pnpm-lock.yaml of the versions 5.2 to ' +
      `9.0, and bun.lock of the versions 0 to 3. Nothing in it was evaluated; ${mend}.`,
    { path },
  );
}
