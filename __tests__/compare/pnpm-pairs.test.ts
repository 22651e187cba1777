import { describe, expect, test } from '@jest/globals';

import { parseLockfile } from '../../src/managers/index.ts';
import { compareSnapshots } from '../../src/compare/compare.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { lockfilesOf, pairsOf } from '../support/real-lockfiles.ts';

const FILE = 'pnpm-lock.yaml';
/**
 * By how much the data's own figure is larger: it counts git, tarballs and folders too, and before version 9 each set of
 * peers of one package.
 */
const ASIDE = [
  ['pnpm-v5.3__pnpm+pnpm', 4],
  ['pnpm-v5.4__vuejs+core', 2],
  ['pnpm-v5.4__pnpm+pnpm', 3],
  ['pnpm-v6.0__pnpm+pnpm', 2],
  ['pnpm-v9.0__vitejs+vite', 107],
  ['pnpm-v9.0__withastro+astro', 2],
] as const;

/** name@version of every package with nothing but an integrity, read line by line, without any of our code. */
function naive(bytes: Uint8Array): Set<string> {
  const found = new Set<string>();
  let within = false;
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    if (/^\S/.test(line)) within = line.startsWith('packages:');
    const key = within ? /^ {2}(?:'([^']+)'|([^ '].*)):$/.exec(line) : null;
    if (key === null) continue;
    const plain = (key[1] ?? key[2] ?? '').replace(/\(.*$/, '');
    const version9 = /^(@?[^@/]+(?:\/[^@/]+)?)@(\d+\.\d+\.\d+.*)$/.exec(plain.replace(/^\//, ''));
    const version5 = /^\/((?:@[^/]+\/)?[^/]+)\/(\d+\.\d+\.\d+[^_]*)/.exec(plain);
    const [, name, version] = version5 ?? version9 ?? [];
    if (name !== undefined) found.add(`${name}@${version ?? ''}`);
  }
  return found;
}

const lockedBy = (bytes: Uint8Array): Set<string> => {
  const { packages } = parseLockfile(FILE, bytes);
  const locked = packages.filter(({ source }) => source.kind === 'registry');
  return new Set(locked.map(({ name, version }) => `${name}@${version}`));
};

const [files, pairs] = [lockfilesOf('pnpm'), pairsOf(FILE)];

describe('real lockfiles', () => {
  test.each(files.map((file) => [file.label, file] as const))('%s', (name, { bytes, packages }) => {
    const locked = lockedBy(bytes);
    expect([...locked].sort()).toEqual([...naive(bytes)].sort());
    const aside = ASIDE.find(([label]) => name.startsWith(label))?.[1] ?? 0;
    expect(locked.size + aside).toBe(packages);
  });
});

describe('honest pull requests', () => {
  test.each(pairs.map((pair) => [pair.label, pair] as const))('%s', async (_, { before, after }) => {
    const comparison = await compareSnapshots(memorySnapshot(before), memorySnapshot(after), {
      isGated: () => true,
      mode: 'check',
    });
    expect(comparison.errors).toEqual([]);
    // No false alarm: none of them says one thing here and another there.
    // Two of them change which pnpm runs, which is told as what it is.
    expect(comparison.observations.filter(({ code }) => code !== 'manager-updated')).toEqual([]);
    const [old, now] = [lockedBy(before[FILE] as Uint8Array), lockedBy(after[FILE] as Uint8Array)];
    const arrived = comparison.changes
      .filter(
        ({ kind, changed, source, lockfile }) =>
          lockfile === FILE && source.kind === 'registry' && (kind === 'added' || changed.includes('version')),
      )
      .map(({ name, version }) => `${name}@${version}`);
    expect(arrived.sort()).toEqual([...now].filter((each) => !old.has(each)).sort());
    expect(comparison.lockfiles).toMatchObject([{ format: 'pnpm', packages: now.size }]);
    for (const { name, via, importers, line, dependencyTypes } of comparison.changes) {
      const said = [name, via.length > 0, importers.length > 0, line > 1, dependencyTypes.length > 0];
      expect(said).toEqual([name, true, true, true, true]);
    }
  });
});
