import { corpus, fileIn, filesOf } from './corpus.ts';

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
  readonly before: Required<RealYarnLockfile>;
  readonly after: Required<RealYarnLockfile>;
}

/** Every yarn.lock that the corpus has on its own. */
export function yarnLockfiles(): readonly RealYarnLockfile[] {
  return corpus()
    .lockfiles.filter(({ format }) => /^(?:yarn|berry)/.test(format))
    .map((one) => ({
      ...{ label: one.file, format: one.format, packages: one.packages },
      bytes: fileIn(filesOf(one), one.file),
    }));
}

/** Every pull request of the corpus that changes a yarn.lock. */
export function yarnPairs(): readonly RealYarnPair[] {
  return corpus()
    .pairs.filter(({ lockfile }) => lockfile === 'yarn.lock')
    .map((one) => {
      const files = filesOf(one);
      const side = (name: 'before' | 'after', packages: number): Required<RealYarnLockfile> => ({
        ...{ label: `${one.dir} ${name}`, format: one.format, packages },
        bytes: fileIn(files, `${name}.yarn.lock`),
        manifest: fileIn(files, `${name}.package.json`),
      });
      return { label: one.dir, before: side('before', one.pkgsBefore), after: side('after', one.pkgsAfter) };
    });
}
