import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { sharedData } from './shared-data.ts';

/** A real lockfile, with what the data's own manifest says that it locks. */
export interface CountedLockfile {
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly packages: number;
}

/** Both sides of a lockfile and of the manifest beside it. */
export interface PairOf {
  readonly label: string;
  readonly before: Readonly<Record<string, Uint8Array>>;
  readonly after: Readonly<Record<string, Uint8Array>>;
  readonly packages: readonly [before: number, after: number];
}

/** @param format begins the data's own word for it: `pnpm`, `bun` */
export function lockfilesOf(format: string): readonly CountedLockfile[] {
  const folder = sharedData('lockfiles');
  if (folder === undefined) return [];
  const listed = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    file: string;
    format: string;
    packages: number;
  }[];
  return listed
    .filter((each) => each.format.startsWith(format))
    .map(({ file, packages }) => ({ label: file, bytes: readFileSync(join(folder, file)), packages }));
}

/** Every pull request of the shared data that changes a lockfile of this name. */
export function pairsOf(lockfile: string): readonly PairOf[] {
  const folder = sharedData('lockfile-pairs');
  if (folder === undefined) return [];
  const listed = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    dir: string;
    pkgsBefore: number;
    pkgsAfter: number;
  }[];
  return listed
    .filter(({ dir }) => readdirSync(join(folder, dir)).includes(`after.${lockfile}`))
    .map(({ dir, pkgsBefore, pkgsAfter }) => {
      const side = (name: string): Record<string, Uint8Array> => ({
        [lockfile]: readFileSync(join(folder, dir, `${name}.${lockfile}`)),
        'package.json': readFileSync(join(folder, dir, `${name}.package.json`)),
      });
      return { label: dir, before: side('before'), after: side('after'), packages: [pkgsBefore, pkgsAfter] };
    });
}
