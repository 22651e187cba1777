import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { sharedData } from './shared-data.ts';

/** A real `yarn.lock`, the number of packages that the data's own manifest gives for it, and its root's manifest. */
export interface RealYarnLockfile {
  readonly label: string;
  readonly format: string;
  readonly packages: number;
  readonly bytes: Uint8Array;
  readonly manifest?: Uint8Array;
}

export interface RealYarnPair {
  readonly label: string;
  readonly before: RealYarnLockfile;
  readonly after: RealYarnLockfile;
}

interface Listed {
  readonly file: string;
  readonly dir: string;
  readonly format: string;
  readonly packages: number;
  readonly pkgsBefore: number;
  readonly pkgsAfter: number;
}

function listed(folder: string): readonly Listed[] {
  const all = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as readonly Listed[];
  return all.filter(({ format }) => /^(?:yarn|berry)/.test(format));
}

/** Every yarn.lock that the shared data has on its own. Empty where the data is not there. */
export function yarnLockfiles(): readonly RealYarnLockfile[] {
  const folder = sharedData('lockfiles');
  if (folder === undefined) return [];
  return listed(folder).map(({ file, format, packages }) => ({
    ...{ label: file, format, packages, bytes: readFileSync(join(folder, file)) },
  }));
}

/** Every pull request of the shared data that changes a yarn.lock. */
export function yarnPairs(): readonly RealYarnPair[] {
  const folder = sharedData('lockfile-pairs');
  if (folder === undefined) return [];
  const present = new Set(readdirSync(folder));
  return listed(folder)
    .filter(({ dir }) => present.has(dir))
    .map(({ dir, format, pkgsBefore, pkgsAfter }) => {
      const side = (name: 'before' | 'after', packages: number): RealYarnLockfile => {
        const manifest = join(folder, dir, `${name}.package.json`);
        const bytes = readFileSync(join(folder, dir, `${name}.yarn.lock`));
        const label = `${dir} ${name}`;
        return { label, format, packages, bytes, ...(existsSync(manifest) && { manifest: readFileSync(manifest) }) };
      };
      return { label: dir, before: side('before', pkgsBefore), after: side('after', pkgsAfter) };
    });
}
