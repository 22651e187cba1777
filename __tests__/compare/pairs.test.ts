import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../src/compare/compare.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import type { RealLockfile } from '../support/npm-lockfiles.ts';
import { realPairs } from '../support/npm-lockfiles.ts';

const pairs = realPairs();
const snapshot = ({ bytes, manifest }: Required<RealLockfile>) =>
  memorySnapshot({ 'package-lock.json': bytes, 'package.json': manifest });

interface Entry {
  readonly name?: string;
  readonly version?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, Entry>>;
}

/** name@version of every registry entry, read the plain way: what npm reads, without any of our code. */
function naive(bytes: Uint8Array): Set<string> {
  const found = new Set<string>();
  const { packages, dependencies } = JSON.parse(new TextDecoder().decode(bytes)) as {
    packages?: Record<string, Entry>;
    dependencies?: Record<string, Entry>;
  };
  for (const [key, { name, version, link }] of Object.entries(packages ?? {})) {
    const folder = key.split('node_modules/');
    if (folder.length > 1 && link !== true) found.add(`${name ?? folder.at(-1) ?? ''}@${version ?? ''}`);
  }
  const walk = (level: Readonly<Record<string, Entry>>): void => {
    for (const [name, entry] of Object.entries(level)) {
      if (!(entry.version ?? '').startsWith('file:')) found.add(`${name}@${entry.version ?? ''}`);
      walk(entry.dependencies ?? {});
    }
  };
  if (packages === undefined) walk(dependencies ?? {});
  return found;
}

describe('honest pull requests', () => {
  test.each(pairs.map((pair) => [pair.label, pair] as const))('%s', async (_, { before, after }) => {
    const comparison = await compareSnapshots(snapshot(before), snapshot(after), {
      isGated: () => true,
      mode: 'check',
    });

    // No false alarm: none of them says one thing here and another there.
    expect(comparison.errors).toEqual([]);
    expect(comparison.observations).toEqual([]);

    const [old, now] = [naive(before.bytes), naive(after.bytes)];
    const told = (kinds: (change: (typeof comparison.changes)[number]) => boolean): string[] =>
      comparison.changes
        .filter(kinds)
        .map(({ name, version }) => `${name}@${version}`)
        .sort();
    const arrived = told(({ kind, changed }) => kind === 'added' || changed.includes('version'));
    expect(arrived).toEqual([...now].filter((each) => !old.has(each)).sort());
    expect(comparison.lockfiles).toMatchObject([{ status: 'changed', packages: now.size }]);

    // All of what changed is reached from somewhere, and has a line.
    for (const { kind, via, importers, line, dependencyTypes } of comparison.changes) {
      expect([kind, via.length > 0, importers.length > 0, line > 1, dependencyTypes.length > 0]).toEqual([
        kind,
        true,
        true,
        true,
        true,
      ]);
    }
  });

  test.each(pairs.map((pair) => [pair.label, pair] as const))('%s, audited', async (_, { after }) => {
    const comparison = await compareSnapshots(undefined, snapshot(after), { isGated: () => true, mode: 'audit' });
    expect(comparison.errors).toEqual([]);
    expect(new Set(comparison.changes.map(({ name, version }) => `${name}@${version}`)).size).toBeGreaterThanOrEqual(
      naive(after.bytes).size,
    );
    expect(new Set(comparison.observations.map(({ code }) => code)).size).toBeLessThanOrEqual(1); // unreachable
  });
});
