import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { packFiles, unpackFiles } from './archive.ts';
import { corpus, corpusFolder, corpusManifest, filesOf, sampleOf } from './corpus.ts';

const manifest = corpusManifest();
const archives = [...manifest.lockfiles, ...manifest.pairs, manifest.registryEvidence];
const countsOf = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

describe('an archive', () => {
  test('gives back names and bytes as they were', () => {
    const files = new Map<string, Uint8Array>([
      ['after.yarn.lock', Buffer.from('\uFEFF# é\r\n')],
      ['a "quoted"\nname', Buffer.from([0xff, 0x00, 0x0a, 0x80])],
      ['empty', new Uint8Array()],
    ]);
    const back = unpackFiles(packFiles(files));
    expect([...back.keys()]).toEqual([...files.keys()]);
    for (const [name, bytes] of files) expect(Buffer.compare(back.get(name) ?? Buffer.from('none'), bytes)).toBe(0);
  });

  test.each([
    ['that ends early', '[["a",3]]\nab'],
    ['with bytes that no file has', '[["a",1]]\nab'],
  ])('%s is refused', (_, content) => {
    expect(() => unpackFiles(brotliCompressSync(content))).toThrow(/An archive has/);
  });
});

describe('the corpus in the repository', () => {
  test.each(archives.map((one) => [one.archive, one] as const))('%s holds the bytes of its source', (_, one) => {
    const found = [...filesOf(one)].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]);
    expect(Object.fromEntries(found)).toEqual(one.sha256);
  });

  test('is what the manifest lists, and no more than 12 MB', () => {
    const files = readdirSync(corpusFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    const listed = [...archives.map(({ archive }) => archive), 'README.md', 'manifest.json'];
    expect(files.sort()).toEqual(listed.map((file) => join(corpusFolder, file)).sort());
    expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(12_000_000);
  });

  test('has real lockfiles and pull requests of every format', () => {
    const { lockfiles, pairs } = corpus(true);
    expect(countsOf(pairs.map(({ lockfile }) => lockfile))).toEqual({
      ...{ 'package-lock.json': 23, 'yarn.lock': 22, 'pnpm-lock.yaml': 16, 'bun.lock': 3 },
    });
    expect(countsOf(lockfiles.map(({ format }) => format.replace(/-.*/, '')))).toEqual({
      ...{ npm: 12, yarn: 3, berry: 9, pnpm: 14, bun: 1 },
    });
  });
});

describe('the sample', () => {
  const formats = (all: readonly { readonly format: string }[]) => [...new Set(all.map(({ format }) => format))].sort();

  test('has every format and version that the corpus has', () => {
    const [whole, sample] = [corpus(true), corpus(false)];
    expect(formats(sample.lockfiles)).toEqual(formats(whole.lockfiles));
    expect(formats(sample.pairs)).toEqual(formats(whole.pairs));
    expect(sample.lockfiles.length).toBeLessThan(whole.lockfiles.length);
    expect(sample.pairs.length).toBeLessThan(whole.pairs.length / 2);
  });

  test('is the two smallest of each, in the order of the corpus', () => {
    const all = [9, 1, 5].flatMap((bytes) => ['npm-v1', 'npm-v2'].map((format) => ({ format, bytes })));
    expect(sampleOf(all, ({ bytes }) => bytes)).toEqual([
      { format: 'npm-v1', bytes: 1 },
      { format: 'npm-v2', bytes: 1 },
      { format: 'npm-v1', bytes: 5 },
      { format: 'npm-v2', bytes: 5 },
    ]);
  });
});
