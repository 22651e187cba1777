import { corpus, fileIn, filesOf } from './corpus.ts';

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
  return corpus()
    .lockfiles.filter((each) => each.format.startsWith(format))
    .map((one) => ({ label: one.file, bytes: fileIn(filesOf(one), one.file), packages: one.packages }));
}

/** Every pull request of the corpus that changes a lockfile of this name. */
export function pairsOf(lockfile: string): readonly PairOf[] {
  return corpus()
    .pairs.filter((each) => each.lockfile === lockfile)
    .map((one) => {
      const files = filesOf(one);
      const side = (name: string): Record<string, Uint8Array> =>
        Object.fromEntries([lockfile, 'package.json'].map((file) => [file, fileIn(files, `${name}.${file}`)]));
      const packages = [one.pkgsBefore, one.pkgsAfter] as const;
      return { label: one.dir, before: side('before'), after: side('after'), packages };
    });
}
