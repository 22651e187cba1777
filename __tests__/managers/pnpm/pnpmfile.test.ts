import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../../src/compare/compare.ts';
import type { MemoryFile } from '../../support/memory-snapshot.ts';
import { memorySnapshot } from '../../support/memory-snapshot.ts';

/** A pnpmfile may rewrite what any manifest asks for, and lockgate never runs it. */

type Files = Readonly<Record<string, MemoryFile>>;
const integrity = `sha512-${'A'.repeat(86)}==`;
const lockfile =
  `lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      many:\n        specifier: 2.0.0\n        version: 2.0.0\n` +
  `packages:\n  many@2.0.0:\n    resolution: {integrity: ${integrity}}\nsnapshots:\n  many@2.0.0: {}\n`;
const project = (dependencies: object, more: Files = {}, pnpm?: object): Files => ({
  'package.json': { name: 'app', dependencies, ...(pnpm && { pnpm }) },
  'pnpm-lock.yaml': lockfile,
  ...more,
});

async function said(head: Files): Promise<readonly string[]> {
  const base = {
    ...head,
    ...project({ many: '2.0.0' }),
    'package.json': { name: 'app', dependencies: { many: '2.0.0' } },
  };
  const snapshots = [memorySnapshot(base), memorySnapshot(head)] as const;
  const { observations } = await compareSnapshots(...snapshots, { isGated: () => true, mode: 'check' });
  return observations.flatMap(({ code, name }) => (name === undefined ? [] : `${code} ${name}`));
}

describe('what a lockfile pins outside the range of the manifest', () => {
  test.each<[string, Files, object | undefined]>([
    ['.pnpmfile.cjs', { '.pnpmfile.cjs': '' }, undefined],
    ['.pnpmfile.mjs', { '.pnpmfile.mjs': '' }, undefined],
    ['one that pnpm-workspace.yaml names', { 'pnpm-workspace.yaml': 'pnpmfile: tools/hooks.cjs\n' }, undefined],
    ['one that .npmrc names', { '.npmrc': 'pnpmfile=tools/hooks.cjs\n' }, undefined],
    ['one of a config dependency', {}, { configDependencies: { hooks: '1.0.0' } }],
  ])('is a doubt beside a pnpmfile: %s', async (_, more, pnpm) => {
    expect(await said(project({ many: '^1.0.0' }, more, pnpm))).toEqual(['manifest-may-disagree many']);
  });

  test('stays a contradiction without one', async () => {
    expect(await said(project({ many: '^1.0.0' }))).toEqual(['manifest-disagrees many']);
    expect(await said(project({ many: '^1.0.0' }, { '.npmrc': 'fund=false\n' }))).toEqual(['manifest-disagrees many']);
  });

  test('the attack beside: a direct dependency that nothing pins stays one, whatever a pnpmfile may do', async () => {
    const head = project({ many: '2.0.0', evil: '^1.0.0' }, { '.pnpmfile.cjs': '' });
    expect(await said(head)).toEqual(['not-locked evil']);
  });
});
