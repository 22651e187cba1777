import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Sides } from '../support/cli.ts';
import { checkFolders, runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';

/** Folders and tarballs of the repository that a lockfile installs as packages. */

let registry: LoopbackRegistry;
beforeAll(async () => {
  registry = await startRegistry({ packages: { taken: pkg({ '1.0.0': {} }) } });
});
afterAll(() => registry.close());

type Side = Sides['base'];

const text = (value: object) => JSON.stringify(value, undefined, 2);

/** An npm project whose root asks for `name` by a spec; `folder` is the manifest of `lib/x`. */
function npm(name: string, spec: string, entries: object, folder?: object): Side {
  const root = { name: 'app', version: '1.0.0', dependencies: { [name]: spec } };
  return {
    'package.json': text(root),
    'package-lock.json': text({ lockfileVersion: 3, packages: { '': root, ...entries } }),
    ...(folder && { 'lib/x/package.json': text(folder) }),
  };
}
const linked = (name: string, manifest: object = {}): Side =>
  npm(
    name,
    'file:lib/x',
    { 'lib/x': { version: '1.0.0' }, [`node_modules/${name}`]: { resolved: 'lib/x', link: true } },
    { name, version: '1.0.0', ...manifest },
  );
const nothing: Side = {
  'package.json': text({ name: 'app', version: '1.0.0' }),
  'package-lock.json': text({ lockfileVersion: 3, packages: { '': { name: 'app', version: '1.0.0' } } }),
};

async function said(base: Side, head: Side, args: readonly string[] = []) {
  const { report } = await checkFolders({ base, head }, ['--registry', registry.url, ...args]);
  expect(report.errors).toEqual([]);
  const found = report.findings.map(({ rule, codes, level }) => `${level} ${rule}/${codes.join()}`);
  return { verdict: report.verdict, found: found.sort() };
}

describe('a folder of the repository is no source from outside', () => {
  test('one that the manifest asks for is a note', async () => {
    expect(await said(nothing, linked('own-tool'))).toEqual({ verdict: 'pass', found: ['note source/folder'] });
  });

  test('one that the base has too is not told again', async () => {
    const head = { ...linked('own-tool', { version: '1.1.0' }) };
    head['package-lock.json'] = String(head['package-lock.json']).replace(
      '"lib/x": {\n      "version": "1.0.0"',
      '"lib/x": {\n      "version": "1.1.0"',
    );
    expect(await said(linked('own-tool'), head)).toEqual({ verdict: 'pass', found: [] });
  });

  test('one that takes the place of what the base locks from a registry is a warning', async () => {
    const locked = { 'node_modules/taken': registry.lockEntry('taken', '1.0.0') };
    const { found } = await said(npm('taken', '1.0.0', locked), linked('taken'));
    expect(found).toEqual(['warn source/folder-replaces']);
  });

  test('one with the name of a package that a registry has is a warning', async () => {
    expect((await said(nothing, linked('taken'))).found).toEqual(['warn source/folder-namesake']);
  });

  test('one whose name cannot be asked about says so', async () => {
    expect((await said(nothing, linked('own-tool'), ['--offline'])).found).toEqual(['warn source/folder-unasked']);
  });

  test('one that only the lockfile puts in the place of a package stays an error', async () => {
    const head = npm('taken', '^1.0.0', {
      'lib/x': { version: '1.0.0' },
      'node_modules/taken': { resolved: 'lib/x', link: true },
    });
    expect((await said(nothing, head)).found).toContain('error source/link');
  });

  test('one outside the repository is an error', async () => {
    const head = npm('own-tool', 'file:../x', { 'node_modules/own-tool': { resolved: '../x', link: true } });
    expect((await said(nothing, head)).found).toContain('error source/outside');
  });
});

describe('the install script of a folder of the repository is an install script', () => {
  const hooked = (command: string) => linked('own-tool', { scripts: { postinstall: command } });

  test('of a new folder', async () => {
    const { found } = await said(nothing, hooked('node build.js'));
    expect(found).toEqual(['error install-scripts/folder-script', 'note source/folder']);
  });

  test('that a folder gains while the lockfile stays the same', async () => {
    expect((await said(linked('own-tool'), hooked('node x.js'))).found).toEqual([
      'error install-scripts/folder-script',
    ]);
  });

  test('that becomes another one', async () => {
    expect((await said(hooked('node a.js'), hooked('node b.js'))).found).toEqual([
      'error install-scripts/folder-script',
    ]);
  });

  test('`prepare`, which npm runs in what it links', async () => {
    const head = linked('own-tool', { scripts: { prepare: 'node build.js', test: 'node test.js' } });
    expect((await said(linked('own-tool'), head)).found).toEqual(['error install-scripts/folder-script']);
  });

  test('a `binding.gyp`, which npm builds', async () => {
    const head = { ...linked('own-tool'), 'lib/x/binding.gyp': '{}' };
    expect((await said(linked('own-tool'), head)).found).toEqual(['error install-scripts/folder-script']);
  });

  test('that the base has in the same words is nothing new', async () => {
    const head = { ...hooked('node a.js'), 'lib/x/index.js': '1' };
    expect(await said(hooked('node a.js'), head)).toEqual({ verdict: 'pass', found: [] });
  });

  test("that the base's settings keep from running is a warning", async () => {
    const [base, head] = [linked('own-tool'), hooked('node x.js')].map((side) => ({
      ...side,
      '.npmrc': 'ignore-scripts=true\n',
    }));
    expect((await said(base as Side, head as Side)).found).toEqual(['warn install-scripts/left-out']);
  });
});

describe('quiet list, row 11', () => {
  const yarn = (dependencies: object, entries: string): Side => ({
    'package.json': text({ name: 'app', version: '1.0.0', dependencies }),
    'tools/x/package.json': text({ name: 'own-tool', version: '1.0.0', scripts: { test: 'node test.js' } }),
    'yarn.lock': `# yarn lockfile v1\n\n\n${entries}`,
  });
  const entry = '"own-tool@file:./tools/x":\n  version "1.0.0"\n';

  test('a Yarn 1 entry of a folder, without `resolved`', async () => {
    const ended = await said(yarn({}, ''), yarn({ 'own-tool': 'file:./tools/x' }, entry));
    expect(ended).toEqual({ verdict: 'pass', found: ['note source/folder'] });
  });

  test('its attack: the folder lies outside the repository', async () => {
    const outside = yarn({ 'own-tool': 'file:../x' }, entry.replace('./tools/x', '../x'));
    expect((await said(yarn({}, ''), outside)).found).toContain('error source/outside');
  });

  test('its attack: the folder has a script that Yarn runs', async () => {
    const head = yarn({ 'own-tool': 'file:./tools/x' }, entry);
    const hooked = {
      'tools/x/package.json': text({ name: 'own-tool', version: '1.0.0', scripts: { install: 'node x.js' } }),
    };
    const { verdict, found } = await said(yarn({}, ''), { ...head, ...hooked });
    expect([verdict, found]).toEqual(['fail', ['error install-scripts/folder-script', 'note source/folder']]);
  });
});

test('a record repeats the verdict to the byte, without a registry', async () => {
  const folder = temporaryFolder();
  const evidence = join(folder.path, 'evidence.json');
  const head = linked('taken', { scripts: { postinstall: 'node x.js' } });
  const live = await checkFolders({ base: nothing, head }, ['--registry', registry.url, '--evidence-out', evidence]);
  expect(live.report.findings.map(({ codes }) => codes.join()).sort()).toEqual(['folder-namesake', 'folder-script']);
  const again = await runCli(['replay', evidence, '--format', 'json']);
  folder.remove();
  expect(again.stdout).toBe(live.stdout);
});

describe('which managers run a script of a folder', () => {
  const manifest = (spec: string) => text({ name: 'app', version: '1.0.0', dependencies: { 'own-tool': spec } });
  const folder = (scripts?: object) => text({ name: 'own-tool', version: '1.0.0', ...(scripts && { scripts }) });
  const pnpm = (version: string, more: string) =>
    `lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      own-tool:\n        specifier: ${version}:lib/x\n        version: ${version}:lib/x\n${more}`;
  const copied = `\npackages:\n\n  own-tool@file:lib/x:\n    resolution: {directory: lib/x, type: directory}\n\nsnapshots:\n\n  own-tool@file:lib/x: {}\n`;
  const classic = (spec: string) => `# yarn lockfile v1\n\n\n"own-tool@${spec}":\n  version "1.0.0"\n`;
  const berry = (spec: string, hard: boolean) =>
    `__metadata:\n  version: 8\n  cacheKey: 10c0\n\n"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n  dependencies:\n    own-tool: "${spec}"\n  languageName: unknown\n  linkType: soft\n\n` +
    `"own-tool@${spec}::locator=app%40workspace%3A.":\n  version: ${hard ? '1.0.0' : '0.0.0-use.local'}\n  resolution: "own-tool@${spec}${hard ? '#./lib/x::hash=0f3a2b&' : '::'}locator=app%40workspace%3A."\n${hard ? '  checksum: 10c0/00\n' : ''}  languageName: node\n  linkType: ${hard ? 'hard' : 'soft'}\n`;
  const bun = (spec: string) =>
    `{\n  "lockfileVersion": 1,\n  "workspaces": {\n    "": {\n      "name": "app",\n      "dependencies": {\n        "own-tool": "${spec}",\n      },\n    },\n  },\n  "packages": {\n    "own-tool": ["own-tool@${spec}", {}],\n  }\n}\n`;

  test.each<[string, boolean, string, string, string]>([
    ['pnpm builds what it copies', true, 'file:lib/x', 'pnpm-lock.yaml', pnpm('file', copied)],
    ['pnpm leaves what it links', false, 'link:lib/x', 'pnpm-lock.yaml', pnpm('link', '')],
    ['Yarn 1 builds what it copies', true, 'file:./lib/x', 'yarn.lock', classic('file:./lib/x')],
    ['Yarn 1 leaves what it links', false, 'link:./lib/x', 'yarn.lock', classic('link:./lib/x')],
    ['Yarn 4 builds what it packs', true, 'file:./lib/x', 'yarn.lock', berry('file:./lib/x', true)],
    ['Yarn 4 leaves a portal', false, 'portal:./lib/x', 'yarn.lock', berry('portal:./lib/x', false)],
    ['bun builds what it copies, if it is trusted', true, 'file:lib/x', 'bun.lock', bun('file:lib/x')],
  ])('%s', async (_, runs, spec, path, lockfile) => {
    const side = (scripts?: object): Side => ({
      'package.json': manifest(spec),
      'lib/x/package.json': folder(scripts),
      [path]: lockfile,
    });
    const { found } = await said(side(), side({ postinstall: 'node x.js', prepare: 'node y.js' }));
    expect(found).toEqual(runs ? ['error install-scripts/folder-script'] : []);
  });

  test.each<[string, string, string]>([
    ['link', 'link:./packages/own', 'own-tool@link:./packages/own'],
    ['portal', 'portal:./packages/own', 'own-tool@portal:./packages/own'],
  ])('a %s to a workspace is a workspace', async (_, spec) => {
    const side = (more: string, dependencies: object): Side => ({
      'package.json': text({ name: 'app', version: '1.0.0', workspaces: ['packages/*'], dependencies }),
      'packages/own/package.json': text({ name: 'own', version: '1.0.0' }),
      'yarn.lock':
        `__metadata:\n  version: 8\n  cacheKey: 10c0\n\n"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n${more === '' ? '' : `  dependencies:\n    own-tool: "${spec}"\n`}  languageName: unknown\n  linkType: soft\n\n${more}` +
        `"own@workspace:packages/own":\n  version: 0.0.0-use.local\n  resolution: "own@workspace:packages/own"\n  languageName: unknown\n  linkType: soft\n`,
    });
    const entry = `"own-tool@${spec}::locator=app%40workspace%3A.":\n  version: 0.0.0-use.local\n  resolution: "own-tool@${spec}::locator=app%40workspace%3A."\n  languageName: node\n  linkType: soft\n\n`;
    expect(await said(side('', {}), side(entry, { 'own-tool': spec }))).toEqual({ verdict: 'pass', found: [] });
  });
});

describe('a tarball of the repository', () => {
  const tarball = (integrity: string, more: object = {}) =>
    npm('own-tool', 'file:lib/own-tool.tgz', {
      'node_modules/own-tool': { version: '1.0.0', resolved: 'file:lib/own-tool.tgz', integrity, ...more },
    });
  const [one, other] = ['A', 'B'].map((letter) => `sha512-${letter.repeat(85)}A==`) as [string, string];

  test('that is new or has other bytes is an error', async () => {
    expect((await said(nothing, tarball(one))).found).toContain('error source/file');
    expect((await said(tarball(one), tarball(other))).found).toContain('error source/file');
  });

  test('with the bytes of the base is nothing', async () => {
    expect((await said(tarball(one), tarball(one, { cpu: ['x64'] }))).found).toEqual([]);
  });
});
