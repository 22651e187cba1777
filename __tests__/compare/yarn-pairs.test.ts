import { describe, expect, test } from '@jest/globals';

import { parseLockfile } from '../../src/managers/index.ts';
import { compareSnapshots } from '../../src/compare/compare.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import type { RealYarnLockfile } from '../support/yarn-lockfiles.ts';
import { yarnLockfiles, yarnPairs } from '../support/yarn-lockfiles.ts';

const pairs = yarnPairs();
const all = [...yarnLockfiles(), ...pairs.flatMap(({ before, after }) => [before, after])];
const snapshot = ({ bytes, manifest }: RealYarnLockfile) =>
  memorySnapshot({ 'yarn.lock': bytes, ...(manifest && { 'package.json': manifest }) });

/** The blocks of a yarn.lock, split by text alone: without any of our code. */
function blocks(bytes: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  return text.split(/\n(?=["@A-Za-z$?_])/).filter((block) => /^ {2}version:? /m.test(block) && !block.startsWith('__'));
}

/** name@version of every block that comes from a registry. */
function naive({ bytes }: RealYarnLockfile): Set<string> {
  if (new TextDecoder().decode(bytes).includes('__metadata:')) {
    const resolutions = blocks(bytes).flatMap((block) => /^ {2}resolution: "(.*)"$/m.exec(block)?.[1] ?? []);
    return new Set(
      resolutions
        .flatMap((each) => /^(.+)@npm:([^:]+)/.exec(each)?.slice(1, 3).join('@') ?? [])
        .filter((each) => !each.includes('@patch:')),
    );
  }
  return new Set(
    blocks(bytes).flatMap((block) => {
      const [, key = ''] = /^"?([^",\n]+?)(?:[",]|:$)/m.exec(block.replace(/^#.*\n/gm, '').trimStart()) ?? [];
      const [, name = '', spec = ''] = /^(@?[^@]+)@?(.*)$/.exec(key) ?? [];
      if (/^(?:git|file:|https?:|github:|link:)|^[^@/]+\/[^@/]+$/.test(spec)) return [];
      const real = /^npm:(@?[^@]+)/.exec(spec)?.[1] ?? name;
      return `${real}@${/^ {2}version "(.*)"$/m.exec(block)?.[1] ?? ''}`;
    }),
  );
}

describe('real yarn.lock files', () => {
  test.each(all.map((each) => [each.label, each] as const))('%s', (_, real) => {
    const lockfile = parseLockfile('yarn.lock', real.bytes);
    // The data's own count of berry's blocks has `__metadata` among them; a builtin patch is no entry of ours.
    const builtin = blocks(real.bytes).filter((block) => /^ {2}resolution: .*builtin</m.test(block)).length;
    expect(lockfile.packages).toHaveLength(blocks(real.bytes).length - builtin);
    const isBerry = lockfile.format === 'yarn-berry';
    expect(blocks(real.bytes).length + (isBerry ? 1 : 0)).toBe(real.packages);

    const registry = lockfile.packages.filter(({ source }) => source.kind === 'registry');
    expect(new Set(registry.map(({ name, version }) => `${name}@${version}`))).toEqual(naive(real));
    expect(registry.every(({ integrity, checksum }) => integrity !== undefined || checksum !== undefined)).toBe(true);
  });
});

describe('honest pull requests', () => {
  test.each(pairs.map((pair) => [pair.label, pair] as const))('%s', async (_, { before, after }) => {
    const comparison = await compareSnapshots(snapshot(before), snapshot(after), {
      isGated: () => true,
      mode: 'check',
    });
    expect(comparison.errors).toEqual([]);
    expect(comparison.observations).toEqual([]);
    const [old, now] = [naive(before), naive(after)];
    const arrived = comparison.changes
      .filter(
        ({ kind, changed, source }) => source.kind === 'registry' && (kind === 'added' || changed.includes('version')),
      )
      .map(({ name, version }) => `${name}@${version}`);
    expect(arrived.sort()).toEqual([...now].filter((each) => !old.has(each)).sort());
    for (const { line, dependencyTypes } of comparison.changes) {
      expect(line).toBeGreaterThan(1);
      expect(dependencyTypes.length).toBeGreaterThan(0);
    }
  });
});
