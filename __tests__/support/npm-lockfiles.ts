import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { sharedData } from './shared-data.ts';

/** A real npm lockfile, with the manifest of its folder where the data has it. */
export interface RealLockfile {
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly manifest?: Uint8Array;
}

/** A real pull request: both sides of an npm lockfile and of the manifest beside it. */
export interface RealPair {
  readonly label: string;
  readonly before: Required<RealLockfile>;
  readonly after: Required<RealLockfile>;
}

/** Every pull request of the shared data that changes a package-lock.json. Empty where the data is not there. */
export function realPairs(): readonly RealPair[] {
  const folder = sharedData('lockfile-pairs');
  if (folder === undefined) return [];
  return readdirSync(folder)
    .sort()
    .filter((pair) => existsSync(join(folder, pair, 'after.package-lock.json')))
    .map((pair) => {
      const side = (name: 'before' | 'after'): Required<RealLockfile> => ({
        label: `${pair} ${name}`,
        bytes: readFileSync(join(folder, pair, `${name}.package-lock.json`)),
        manifest: readFileSync(join(folder, pair, `${name}.package.json`)),
      });
      return { label: pair, before: side('before'), after: side('after') };
    });
}

/** Every npm lockfile of the shared data: those on their own, and both sides of the pairs. */
export function realLockfiles(): readonly RealLockfile[] {
  const folder = sharedData('lockfiles');
  const alone = folder === undefined ? [] : readdirSync(folder).filter((name) => name.startsWith('npm-'));
  return [
    ...alone.sort().map((name) => ({ label: name, bytes: readFileSync(join(folder ?? '', name)) })),
    ...realPairs().flatMap(({ before, after }) => [before, after]),
  ];
}
