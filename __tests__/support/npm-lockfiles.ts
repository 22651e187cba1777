import { corpus, fileIn, filesOf } from './corpus.ts';

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

/** Every pull request of the corpus that changes a package-lock.json. */
export function realPairs(): readonly RealPair[] {
  return corpus()
    .pairs.filter(({ lockfile }) => lockfile === 'package-lock.json')
    .map((one) => {
      const files = filesOf(one);
      const side = (name: 'before' | 'after'): Required<RealLockfile> => ({
        label: `${one.dir} ${name}`,
        bytes: fileIn(files, `${name}.package-lock.json`),
        manifest: fileIn(files, `${name}.package.json`),
      });
      return { label: one.dir, before: side('before'), after: side('after') };
    });
}

/** Every npm lockfile of the corpus: those on their own, and both sides of the pairs. */
export function realLockfiles(): readonly RealLockfile[] {
  const alone = corpus().lockfiles.filter(({ format }) => format.startsWith('npm-'));
  return [
    ...alone.map((one) => ({ label: one.file, bytes: fileIn(filesOf(one), one.file) })),
    ...realPairs().flatMap(({ before, after }) => [before, after]),
  ];
}
