import { expect, test } from '@jest/globals';

import { compareSnapshots } from '../../src/compare/compare.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** What an install newly runs in a folder of the repository that a lockfile installs. */
type Files = Readonly<Record<string, MemoryFile>>;

const npm = (manifest: object, more: Files = {}, workspaces: readonly string[] = []): Files => ({
  'package.json': { name: 'app', workspaces, dependencies: { x: 'file:lib/x' } },
  'lib/x/package.json': { name: 'x', version: '1.0.0', ...manifest },
  'package-lock.json': {
    lockfileVersion: 3,
    packages: {
      '': { name: 'app', workspaces, dependencies: { x: 'file:lib/x' } },
      'lib/x': { name: 'x', version: '1.0.0' },
      'node_modules/x': { resolved: 'lib/x', link: true },
    },
  },
  ...more,
});

async function found(base: Files, head: Files, mode: 'check' | 'audit' = 'check') {
  const { changes, errors } = await compareSnapshots(memorySnapshot(base), memorySnapshot(head), {
    isGated: () => true,
    mode,
  });
  expect(errors).toEqual([]);
  return changes.map(({ kind, changed, folderScripts }) => [kind, changed.join(), folderScripts?.scripts]);
}

const hook = (command: string) => ({ scripts: { postinstall: command, test: 'node test.js' } });

test('a script that a folder gains is a change, while the lockfile stays the same', async () => {
  expect(await found(npm({}), npm(hook('a')))).toEqual([['updated', 'folder-scripts', { postinstall: 'a' }]]);
});

test("only the scripts that are not the base branch's are told", async () => {
  const both = { scripts: { postinstall: 'a', prepare: 'b' } };
  expect(await found(npm(hook('a')), npm(both))).toEqual([['updated', 'folder-scripts', { prepare: 'b' }]]);
});

test('the same scripts are no change, whatever else changes in the folder', async () => {
  expect(await found(npm(hook('a')), npm({ ...hook('a'), description: 'b' }, { 'lib/x/a.js': 'c' }))).toEqual([]);
});

test('a script that becomes another one is a change', async () => {
  expect(await found(npm(hook('a')), npm(hook('b')))).toEqual([['updated', 'folder-scripts', { postinstall: 'b' }]]);
});

test('a script that is gone is none', async () => {
  expect(await found(npm(hook('a')), npm({}))).toEqual([]);
});

test('a `binding.gyp` counts only where no script and no `gypfile` takes its place', async () => {
  const gyp = { 'lib/x/binding.gyp': '{}' };
  const built = [['updated', 'folder-scripts', { 'implicit-gyp': 'node-gyp rebuild' }]];
  expect(await found(npm({}), npm({}, gyp))).toEqual(built);
  expect(await found(npm({}), npm({ gypfile: false }, gyp))).toEqual([]);
  const install = { scripts: { install: 'a' } };
  expect(await found(npm(install), npm(install, gyp))).toEqual([]);
});

test('a manifest that becomes a symbolic link counts as a script, because the manager follows it', async () => {
  const head = npm({}, { 'lib/x/package.json': { mode: 'symlink' } });
  expect(await found(npm({}), head)).toEqual([['updated', 'folder-scripts', { unreadable: 'not-regular' }]]);
  expect(await found(head, head)).toEqual([]);
});

test.each(['symlink', 'gitlink'] as const)('a folder that becomes a %s counts as a script', async (mode) => {
  const { 'lib/x/package.json': manifest, ...others } = npm({});
  expect(manifest).toBeDefined();
  for (const path of ['lib/x', 'lib']) {
    expect(await found(npm({}), { ...others, [path]: { mode } })).toEqual([
      ['updated', 'folder-scripts', { unreadable: 'not-regular' }],
    ]);
  }
});

test('the scripts of a workspace are those of the repository', async () => {
  expect(await found(npm({}, {}, ['lib/*']), npm(hook('a'), {}, ['lib/*']))).toEqual([]);
});

test('a folder outside the repository is not opened', async () => {
  const outside = (manifest: object): Files => ({
    'lib/x/package.json': { name: 'x', ...manifest },
    'package.json': { name: 'app', dependencies: { x: 'file:../lib/x' } },
    'package-lock.json': {
      lockfileVersion: 3,
      packages: {
        '': { name: 'app', dependencies: { x: 'file:../lib/x' } },
        'node_modules/x': { resolved: '../lib/x', link: true },
      },
    },
  });
  expect(await found(outside({}), outside(hook('a')))).toEqual([]);
});

test('a folder that Yarn copies for another folder is found from there', async () => {
  const entry = (key: string, resolution: string, more: string, type: string) =>
    `"${key}":\n  version: ${type === 'soft' ? '0.0.0-use.local' : '1.0.0'}\n  resolution: "${resolution}"\n${more}  languageName: node\n  linkType: ${type}\n\n`;
  const below = 'locator=x%40file%3A.%2Flib%2Fx%23.%2Flib%2Fx%3A%3Ahash%3Daa%26locator%3Dapp%2540workspace%253A.';
  const yarn = (manifest: object): Files => ({
    'package.json': { name: 'app', dependencies: { x: 'file:./lib/x' } },
    'lib/x/package.json': { name: 'x', version: '1.0.0', dependencies: { y: 'file:../y' } },
    'lib/y/package.json': { name: 'y', version: '1.0.0', ...manifest },
    'yarn.lock':
      '__metadata:\n  version: 8\n  cacheKey: 10c0\n\n' +
      entry('app@workspace:.', 'app@workspace:.', '  dependencies:\n    x: "file:./lib/x"\n', 'soft') +
      entry(
        'x@file:./lib/x::locator=app%40workspace%3A.',
        'x@file:./lib/x#./lib/x::hash=aa&locator=app%40workspace%3A.',
        '  dependencies:\n    y: "file:../y"\n  checksum: 10c0/aa\n',
        'hard',
      ) +
      entry(`y@file:../y::${below}`, `y@file:../y#../y::hash=bb&${below}`, '  checksum: 10c0/bb\n', 'hard'),
  });
  expect(await found(yarn({}), yarn(hook('a')))).toEqual([['updated', 'folder-scripts', { postinstall: 'a' }]]);
});
