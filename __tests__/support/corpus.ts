import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type Files, unpackFiles } from './archive.ts';

/** One archive of the corpus: what the data's own manifest says of it, and the SHA-256 of each file in it. */
interface Archive {
  readonly archive: string;
  readonly sha256: Readonly<Record<string, string>>;
}

/** A lockfile on its own. `format` has the version in it: `npm-v1`, `berry-v10`. */
export interface ListedLockfile extends Archive {
  readonly file: string;
  readonly format: string;
  readonly packages: number;
  readonly bytes: number;
}

/** A pull request: a lockfile and the manifest beside it, before and after. `format` is the lockfile's after it. */
export interface ListedPair extends Archive {
  readonly dir: string;
  readonly lockfile: string;
  readonly format: string;
  readonly pkgsBefore: number;
  readonly pkgsAfter: number;
  readonly bytesAfter: number;
}

export interface Corpus {
  readonly lockfiles: readonly ListedLockfile[];
  readonly pairs: readonly ListedPair[];
}

interface Manifest extends Corpus {
  readonly registryEvidence: Archive;
}

export const corpusFolder = fileURLToPath(new URL('../fixtures/corpus/', import.meta.url));

/** Whether the tests judge the whole corpus (`npm test -- --corpus`) or its sample. */
export const isWholeCorpus = process.env['LOCKGATE_CORPUS'] === 'all';

/** How many lockfiles, and how many pairs, the sample has of each format and version. */
const SAMPLE_SIZE = 2;

/** The sample: the smallest of each format and version, which cost least and have every construct that a reader meets. */
export function sampleOf<T extends { readonly format: string }>(all: readonly T[], bytes: (one: T) => number): T[] {
  const byFormat = new Map<string, T[]>();
  for (const one of all) byFormat.set(one.format, [...(byFormat.get(one.format) ?? []), one]);
  const smallest = [...byFormat.values()].flatMap((group) =>
    group.sort((a, b) => bytes(a) - bytes(b)).slice(0, SAMPLE_SIZE),
  );
  return all.filter((one) => smallest.includes(one));
}

/** The manifest of the repository's own corpus: real lockfiles, real pull requests, recorded evidence. */
export function corpusManifest(): Manifest {
  return JSON.parse(readFileSync(join(corpusFolder, 'manifest.json'), 'utf8')) as Manifest;
}

/** What the tests judge: the whole corpus, or its sample. */
export function corpus(whole: boolean = isWholeCorpus): Corpus {
  const { lockfiles, pairs } = corpusManifest();
  if (whole) return { lockfiles, pairs };
  return {
    lockfiles: sampleOf(lockfiles, ({ bytes }) => bytes),
    pairs: sampleOf(pairs, ({ bytesAfter }) => bytesAfter),
  };
}

/** Unpacks an archive of the corpus in memory. */
export function filesOf({ archive }: Archive): Files {
  return unpackFiles(readFileSync(join(corpusFolder, archive)));
}

/** A file of an archive that must be there. */
export function fileIn(files: Files, name: string): Uint8Array {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`The archive has no ${name}.`);
  return bytes;
}

/** Reads the recorded evidence of registries: attestations, packuments, keys and trusted roots, with their manifest. */
export function recordedEvidence(): (file: string) => string {
  const files = filesOf(corpusManifest().registryEvidence);
  return (file) => Buffer.from(fileIn(files, file)).toString('utf8');
}
