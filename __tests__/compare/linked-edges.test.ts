import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../src/compare/compare.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** pnpm's lockfile has no ranges: what an entry is linked with is held against the published manifest. */

type Files = Readonly<Record<string, MemoryFile>>;
const integrity = `sha512-${'A'.repeat(86)}==`;

/** `mid@1.0.0`, linked so, in a project that also has two versions of `many` and one of `other`. */
function project(links: Readonly<Record<string, string>>, more: Files = {}, peers = '', suffix = ''): Files {
  const roots = { mid: `1.0.0${suffix}`, many: '2.0.0', other: '1.0.0' };
  const asked = Object.entries(roots).map(
    ([name, version]) => `      ${name}:\n        specifier: '*'\n        version: ${version}\n`,
  );
  const keys = ['mid@1.0.0', 'many@1.2.3', 'many@1.3.0', 'many@2.0.0', 'other@1.0.0'];
  const pins = keys.map(
    (key) => `  ${key}:\n    resolution: {integrity: ${integrity}}\n${key.startsWith('mid') ? peers : ''}`,
  );
  const edges = Object.entries(links).map(([name, version]) => `      ${name}: ${version}\n`);
  const snapshots = keys.slice(1).map((key) => `  ${key}: {}\n`);
  return {
    'package.json': { name: 'app', dependencies: { mid: '*', many: '*', other: '*' } },
    'pnpm-lock.yaml':
      `lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n${asked.join('')}packages:\n${pins.join('')}` +
      `snapshots:\n  mid@1.0.0${suffix}:${edges.length === 0 ? ' {}' : `\n    dependencies:\n${edges.join('')}`}\n${snapshots.join('')}`,
    ...more,
  };
}

async function changed(base: Files, head: Files) {
  const snapshots = [memorySnapshot(base), memorySnapshot(head)] as const;
  const { changes, errors } = await compareSnapshots(...snapshots, { isGated: () => true, mode: 'check' });
  expect(errors).toEqual([]);
  return changes
    .filter(({ name }) => name === 'mid')
    .map(({ changed: aspects, edges = [] }) => [
      aspects.join(),
      edges.map(({ name, to, version }) => `${name} ${to}@${version}`).join(', '),
    ]);
}
const base = project({ many: '1.2.3' });

describe('case 24 of pnpm: what a known version is linked with', () => {
  test('another major version, another package and a new dependency are changes, with what the rules compare', async () => {
    expect(await changed(base, project({ many: '2.0.0' }))).toEqual([['requirements', 'many many@2.0.0']]);
    expect(await changed(base, project({ many: 'other@1.0.0' }))).toEqual([['requirements', 'many other@1.0.0']]);
    const both = [['requirements', 'many many@1.2.3, other other@1.0.0']];
    expect(await changed(base, project({ many: '1.2.3', other: '1.0.0' }))).toEqual(both);
  });

  test('a release within the caret is none: what it pulls in is a change of its own', async () => {
    expect(await changed(base, project({ many: '1.3.0' }))).toEqual([]);
  });

  test('a dependency that is gone is none', async () => {
    expect(await changed(project({ many: '1.2.3', other: '1.0.0' }), base)).toEqual([]);
  });

  test('what answered a peer and is a dependency now, as an extension makes it (astro, @cloudflare/vite-plugin), is none', async () => {
    const peers = '    peerDependencies:\n      other: "*"\n';
    const links = { many: '1.2.3', other: '1.0.0' };
    expect(await changed(project(links, {}, peers, '(other@1.0.0)'), project(links))).toEqual([]);
  });

  test('another version than the one that answered the peer is a change', async () => {
    const peers = '    peerDependencies:\n      many: "*"\n';
    const head = project({ many: '2.0.0' });
    expect(await changed(project({ many: '1.2.3' }, {}, peers, '(many@1.2.3)'), head)).toHaveLength(1);
  });

  test('peers are none, whatever answers them: they stand in the key', async () => {
    const peers = '    peerDependencies:\n      other: "*"\n';
    const head = project({ many: '1.2.3', other: '1.0.0' }, {}, peers, '(other@1.0.0)');
    expect(await changed(project({ many: '1.2.3' }, {}, peers), head)).toEqual([]);
  });

  test.each([
    ['an override of it', { 'pnpm-workspace.yaml': 'overrides:\n  mid>many: 2.0.0\n' }],
    [
      'an extension of the one that asks',
      { 'pnpm-workspace.yaml': 'packageExtensions:\n  mid@1:\n    dependencies: {}\n' },
    ],
  ])('%s explains it, and is judged where it is added', async (_, more) => {
    expect(await changed({ ...base, ...more }, project({ many: '2.0.0' }, more))).toEqual([]);
  });

  test('a pnpmfile may rewrite any manifest: the package is a change, and nothing is said', async () => {
    const more = { '.pnpmfile.cjs': '' };
    expect(await changed({ ...base, ...more }, project({ many: '2.0.0' }, more))).toEqual([['requirements', '']]);
  });
});
