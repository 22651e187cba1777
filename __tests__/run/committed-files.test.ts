import { describe, expect, test } from '@jest/globals';

import { judgeFiles, loud } from '../support/zero-install.ts';
import type { Files, Judging } from '../support/zero-install.ts';

/** Files of dependencies that are no archives: stores, tarballs, patches, `node_modules`. */

const manifest = { name: 'app', private: true, dependencies: { 'left-pad': '1.3.0' } };
const integrity = `sha512-${'A'.repeat(86)}==`;
const entry = { version: '1.3.0', resolved: 'https://registry.npmjs.org/left-pad/-/left-pad-1.3.0.tgz', integrity };
const npmLock = (
  packages: object = { 'node_modules/left-pad': entry },
  dependencies: object = manifest.dependencies,
) => ({
  ...{ name: 'app', lockfileVersion: 3, requires: true },
  packages: { '': { name: 'app', dependencies }, ...packages },
});
const npm: Files = { 'package.json': manifest, 'package-lock.json': npmLock() };
const yarnLock = `# yarn lockfile v1\n\n\nleft-pad@1.3.0:\n  version "1.3.0"\n  resolved "https://registry.yarnpkg.com/left-pad/-/left-pad-1.3.0.tgz#${'0'.repeat(40)}"\n  integrity ${integrity}\n`;
const classic: Files = { 'package.json': manifest, 'yarn.lock': yarnLock };
const pnpmLock = `lockfileVersion: '9.0'\n\nsettings:\n  autoInstallPeers: true\n  excludeLinksFromLockfile: false\n\nimporters:\n\n  .:\n    dependencies:\n      left-pad:\n        specifier: 1.3.0\n        version: 1.3.0\n\npackages:\n\n  left-pad@1.3.0:\n    resolution: {integrity: ${integrity}}\n\nsnapshots:\n\n  left-pad@1.3.0: {}\n`;
const pnpm: Files = { 'package.json': manifest, 'pnpm-lock.yaml': pnpmLock };
const bunLock = `{\n  "lockfileVersion": 1,\n  "workspaces": {\n    "": {\n      "name": "app",\n      "dependencies": {\n        "left-pad": "1.3.0",\n      },\n    },\n  },\n  "packages": {\n    "left-pad": ["left-pad@1.3.0", "", {}, "${integrity}"],\n  }\n}\n`;
const bun: Files = { 'package.json': manifest, 'bun.lock': bunLock };

/** Findings of the rule, and of committed modules. */
const said = async (base: Files, head: Files, judging: Judging = {}) =>
  loud(await judgeFiles(base, head, judging)).filter((each) => /committed/.test(each));

describe('a store, a cache or a folder of unpacked packages in the repository', () => {
  const named: readonly (readonly [title: string, files: Files, settings: Files, folder: string])[] = [
    ['pnpm: `storeDir`', pnpm, { 'pnpm-workspace.yaml': 'storeDir: ./.store\n' }, '.store'],
    ['pnpm: `store-dir`', pnpm, { '.npmrc': 'store-dir=.store\n' }, '.store'],
    ['pnpm: `virtualStoreDir`', pnpm, { 'pnpm-workspace.yaml': 'virtualStoreDir: virtual\n' }, 'virtual'],
    ['pnpm: `modulesDir`', pnpm, { 'pnpm-workspace.yaml': 'modulesDir: modules\n' }, 'modules'],
    ['pnpm: its own store', pnpm, {}, '.pnpm-store'],
    ['npm: `cache`', npm, { '.npmrc': 'cache=.cache\n' }, '.cache'],
    ['Yarn 1: `cache-folder`', classic, { '.yarnrc': 'cache-folder "./.cache"\n' }, '.cache'],
    [
      'bun: `cache.dir`, with an escape in the table’s name',
      bun,
      { 'bunfig.toml': '["\\u0069nstall".cache]\ndir = "c"\n' },
      'c',
    ],
    ['bun: `install.cache`', bun, { 'bunfig.toml': '[install]\ncache = "c"\n' }, 'c'],
    ['Yarn 4: unpacked packages', {}, {}, '.yarn/unplugged'],
    ['Yarn 4: `pnpUnpluggedFolder`', {}, { '.yarnrc.yml': 'pnpUnpluggedFolder: ./unpacked\n' }, 'unpacked'],
  ];
  const berry: Files = {
    'package.json': { name: 'app', private: true },
    'yarn.lock':
      '__metadata:\n  version: 8\n  cacheKey: 10c0\n\n"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n  languageName: unknown\n  linkType: soft\n',
  };

  test.each(named)(
    'is an error where something in it is new or changed: %s',
    async (_title, files, settings, folder) => {
      const all = { ...(Object.keys(files).length === 0 ? berry : files), ...settings };
      const [a, b] = [`${folder}/v10/a`, `${folder}/v10/b`];
      const stored = { ...all, [a]: 'one', [b]: 'two' };
      const finding = [`error committed-bytes store-changed ${folder}`];
      for (const ids of [true, false]) {
        expect(await said(all, stored, { ids })).toEqual(finding);
        expect(await said(stored, { ...stored, [b]: 'evil' }, { ids })).toEqual(finding);
        expect(await said(stored, { ...stored, 'src/a.js': '' }, { ids })).toEqual([]);
      }
    },
  );

  test('is new as a whole where a setting names it for the first time', async () => {
    const lying = { ...pnpm, '.store/v10/a': 'evil' };
    expect(await said(lying, { ...lying, 'pnpm-workspace.yaml': 'storeDir: ./.store\n' })).toEqual([
      'error committed-bytes store-changed .store',
    ]);
  });

  test('is an error where it becomes a link, or a folder above it does, which leads elsewhere', async () => {
    const link = { mode: 'symlink' as const, id: 'a'.repeat(40) };
    for (const path of ['.yarn/cache', '.yarn', '.yarn/unplugged']) {
      const finding = [`error committed-bytes store-changed ${path}`];
      expect(await said(berry, { ...berry, [path]: link })).toEqual(finding);
      expect(await said({ ...berry, [path]: link }, { ...berry, [path]: { ...link, id: 'b'.repeat(40) } })).toEqual(
        finding,
      );
      expect(await said({ ...berry, [path]: link }, { ...berry, [path]: link, a: '' })).toEqual([]);
    }
    const module = { mode: 'gitlink' as const, id: 'c'.repeat(40) };
    expect(await said(berry, { ...berry, '.yarn/cache': module })).toEqual([
      'error committed-bytes store-changed .yarn/cache',
    ]);
  });

  test('is an error for what Yarn remembers of its last install', async () => {
    const path = '.yarn/install-state.gz';
    expect(await said(berry, { ...berry, [path]: 'x' })).toEqual([`error committed-bytes store-changed ${path}`]);
  });

  test('is an error where a folder of packages in it changes, which is not entered', async () => {
    const cache = (id: string): Files => ({
      ...classic,
      '.yarnrc': 'cache-folder "./.cache"\n',
      '.cache/v6/npm-left-pad/node_modules': { mode: 'folder', id: id.repeat(40) },
    });
    expect(await said(cache('a'), cache('b'))).toContain('error committed-bytes store-changed .cache');
    expect(await said(cache('a'), cache('a'))).toEqual([]);
  });
});

describe('a committed `node_modules`', () => {
  const modules = (id: string): Files => ({ ...npm, 'src/node_modules': { mode: 'folder', id: id.repeat(40) } });
  const finding = ['warn gate-config modules-committed src/node_modules'];

  test('is one warning where it is new, and where something in it changes', async () => {
    expect(await said(npm, modules('a'))).toEqual(['warn gate-config modules-committed src/node_modules']);
    expect(await said(modules('a'), modules('b'))).toEqual(finding);
  });

  test('is nothing where it is the base branch’s, or removed', async () => {
    expect(await said(modules('a'), { ...modules('a'), 'README.md': 'more\n' })).toEqual([]);
    expect(await said(modules('a'), npm)).toEqual([]);
  });
});

describe('a patch of a dependency', () => {
  const text = (line: string) =>
    `diff --git a/index.js b/index.js\n--- a/index.js\n+++ b/index.js\n@@ -1 +1 @@\n-module.exports = 1;\n+${line}\n`;
  const path = 'patches/left-pad+1.3.0.patch';
  const patch = { [path]: text('module.exports = 2;') };
  const evil = { [path]: text('evil();') };
  const finding = [`warn committed-bytes patch-changed ${path}`];

  test('quiet list, row 39: a file in `patches` that changes without patch-package in the manifest is nothing', async () => {
    const run = await judgeFiles({ ...npm, ...patch }, { ...npm, ...evil });
    expect(run.judgement.verdict).toBe('pass');
    expect(loud(run)).toEqual([]);
  });

  test('quiet list, row 39: with patch-package in the manifest it is one warning', async () => {
    const own = { ...npm, 'package.json': { ...manifest, devDependencies: { 'patch-package': '8.0.0' } } };
    const withPatcher = { ...own, 'package-lock.json': npmLock({ 'node_modules/left-pad': entry }) };
    expect(await said({ ...withPatcher, ...patch }, { ...withPatcher, ...evil })).toEqual(finding);
    expect(await said(withPatcher, { ...withPatcher, ...patch })).toEqual(finding);
    expect(await said({ ...withPatcher, ...patch }, { ...withPatcher, ...patch, a: '' })).toEqual([]);
  });

  test('is one warning where the text alone changes: bun, pnpm and Yarn 4 (the case of the public report)', async () => {
    const patched = { 'left-pad@1.3.0': path };
    const ofBun = { ...bun, 'package.json': { ...manifest, patchedDependencies: patched } };
    expect(await said({ ...ofBun, ...patch }, { ...ofBun, ...evil })).toEqual(finding);
    const ofPnpm = { ...pnpm, 'package.json': { ...manifest, pnpm: { patchedDependencies: patched } } };
    expect(await said({ ...ofPnpm, ...patch }, { ...ofPnpm, ...evil })).toEqual(finding);
    const file = `patchedDependencies:\n  left-pad@1.3.0: ${path}\n`;
    const ofFile = { ...pnpm, 'pnpm-workspace.yaml': file };
    expect(await said({ ...ofFile, ...patch }, { ...ofFile, ...evil })).toEqual(finding);
    const locator = 'left-pad@patch:left-pad@npm%3A1.3.0#~/patches/left-pad+1.3.0.patch';
    const lock = `__metadata:\n  version: 8\n  cacheKey: 10c0\n\n"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n  dependencies:\n    left-pad: "${locator.slice(9)}"\n  languageName: unknown\n  linkType: soft\n\n"left-pad@npm:1.3.0":\n  version: 1.3.0\n  resolution: "left-pad@npm:1.3.0"\n  checksum: 10c0/${'a'.repeat(128)}\n  languageName: node\n  linkType: hard\n\n"${locator}":\n  version: 1.3.0\n  resolution: "${locator}::version=1.3.0&hash=aaaaaa"\n  checksum: 10c0/${'b'.repeat(128)}\n  languageName: node\n  linkType: hard\n`;
    const ofYarn = {
      'package.json': { name: 'app', private: true, dependencies: { 'left-pad': locator.slice(9) } },
      'yarn.lock': lock,
    };
    expect(await said({ ...ofYarn, ...patch }, { ...ofYarn, ...evil })).toEqual(finding);
  });

  test('says how much of what it changes', async () => {
    const own = { ...bun, 'package.json': { ...manifest, patchedDependencies: { 'left-pad@1.3.0': path } } };
    const { judgement } = await judgeFiles({ ...own, ...patch }, { ...own, ...evil });
    const found = judgement.findings.find(({ rule }) => rule === 'committed-bytes');
    expect(found?.message).toBe(
      `\`${path}\`, which patches a dependency, is changed (lines added: 1, removed: 1): \`index.js\`.`,
    );
  });
});

describe('a tarball in the repository', () => {
  const spec = 'file:vendor/left-pad-1.3.0.tgz';
  const own = { ...manifest, dependencies: { 'left-pad': spec } };
  const installed = (more: object): Files => ({
    'package.json': own,
    'package-lock.json': npmLock(
      { 'node_modules/left-pad': { version: '1.3.0', resolved: spec, ...more } },
      own.dependencies,
    ),
  });
  const path = 'vendor/left-pad-1.3.0.tgz';

  test('is an error where its bytes change and the entry that a lockfile has of it does not', async () => {
    const files = installed({ integrity });
    expect(await said({ ...files, [path]: 'one' }, { ...files, [path]: 'two' })).toEqual([
      `error committed-bytes tarball-changed ${path}`,
    ]);
    expect(await said(files, { ...files, [path]: 'one' })).toEqual([`error committed-bytes tarball-changed ${path}`]);
  });

  test('is nothing where its bytes are the same, or where no lockfile installs it', async () => {
    const files = { ...installed({ integrity }), [path]: 'one' };
    expect(await said(files, { ...files, a: '' })).toEqual([]);
    expect(await said(npm, { ...npm, [path]: 'one' })).toEqual([]);
  });
});
