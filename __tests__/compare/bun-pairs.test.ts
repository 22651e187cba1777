import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

import { parseLockfile } from '../../src/managers/index.ts';
import { compareSnapshots } from '../../src/compare/compare.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { lockfilesOf, pairsOf } from '../support/real-lockfiles.ts';

const FILE = 'bun.lock';

/** name@version of every entry with four items, by the compiler's reader of JSON with commas. */
function independent(bytes: Uint8Array): Set<string> {
  const { config } = ts.parseConfigFileTextToJson(FILE, new TextDecoder().decode(bytes)) as {
    config: { packages: Record<string, readonly string[]> };
  };
  const entries = Object.values(config.packages).filter(({ length }) => length === 4);
  return new Set(entries.map(([ident]) => ident ?? ''));
}

const lockedBy = (bytes: Uint8Array): Set<string> => {
  const { packages } = parseLockfile(FILE, bytes);
  const locked = packages.filter(({ source }) => source.kind === 'registry');
  return new Set(locked.map(({ name, version }) => `${name}@${version}`));
};

const [files, pairs] = [lockfilesOf('bun'), pairsOf(FILE)];

describe('real lockfiles', () => {
  test.each(files.map((file) => [file.label, file] as const))('%s', (_, { bytes }) => {
    const locked = lockedBy(bytes);
    expect(locked.size).toBeGreaterThan(100);
    expect([...locked].sort()).toEqual([...independent(bytes)].sort());
  });
});

describe('honest pull requests', () => {
  test.each(pairs.map((pair) => [pair.label, pair] as const))('%s', async (_, { before, after }) => {
    const comparison = await compareSnapshots(memorySnapshot(before), memorySnapshot(after), {
      isGated: () => true,
      mode: 'check',
    });
    expect(comparison.errors).toEqual([]);
    expect(comparison.observations).toEqual([]);
    const [old, now] = [independent(before[FILE] as Uint8Array), independent(after[FILE] as Uint8Array)];
    const arrived = comparison.changes
      .filter(
        ({ kind, changed, source }) => source.kind === 'registry' && (kind === 'added' || changed.includes('version')),
      )
      .map(({ name, version }) => `${name}@${version}`);
    expect(arrived.sort()).toEqual([...now].filter((each) => !old.has(each)).sort());
    expect(comparison.lockfiles).toMatchObject([{ format: 'bun', packages: now.size }]);
  });
});
