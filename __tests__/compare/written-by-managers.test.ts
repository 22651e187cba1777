import { describe, expect, test } from '@jest/globals';

import type { Comparison } from '../../src/model/index.ts';
import { compareSnapshots } from '../../src/compare/compare.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** States that package managers write, each beside the attack that its rule must not let in. */
type Files = Readonly<Record<string, MemoryFile>>;
const integrity = `sha512-${'A'.repeat(86)}==`;

const compare = (base: Files, head: Files): Promise<Comparison> =>
  compareSnapshots(memorySnapshot(base), memorySnapshot(head), { isGated: () => true, mode: 'check' });

/** What is said of lockfile and manifests; what is said of settings files is not in question here. */
async function said(base: Files, head: Files): Promise<readonly string[]> {
  const { observations, errors } = await compare(base, head);
  return [
    ...observations
      .filter(({ code, path }) => code !== 'override-changed' || path.endsWith('pnpm-lock.yaml'))
      .map(({ code, name, args: { key, added, changed } }) => `${code} ${name ?? key ?? added ?? changed ?? '-'}`),
    ...errors.map(({ code }) => code),
  ];
}

const empty: Files = {
  'package.json': { name: 'app' },
  'pnpm-lock.yaml': "lockfileVersion: '9.0'\nimporters:\n  .: {}\n",
};

type Locked = readonly [map: string, name: string, specifier: string, version: string];

interface Pnpm {
  readonly manifest?: object;
  readonly workspace?: string;
  /** Before the importers. */
  readonly blocks?: string;
  readonly locked?: readonly Locked[];
  /** Each as its key; all of them come from the registry. */
  readonly packages?: readonly string[];
  readonly more?: Files;
}

/** A project of pnpm with one importer. */
function pnpm({ manifest = {}, workspace, blocks = '', locked = [], packages = [], more = {} }: Pnpm): Files {
  const lines = locked.map(
    ([map, name, specifier, version]) =>
      `    ${map}:\n      ${name}:\n        specifier: '${specifier}'\n        version: '${version}'\n`,
  );
  const pins = packages.map((key) => `  ${key}:\n    resolution: {integrity: ${integrity}}\n`);
  return {
    'pnpm-lock.yaml': [
      "lockfileVersion: '9.0'\n",
      blocks,
      lines.length === 0 ? 'importers:\n  .: {}\n' : `importers:\n  .:\n${lines.join('')}`,
      ...(pins.length === 0 ? [] : [`packages:\n${pins.join('')}snapshots:\n`]),
      ...packages.map((key) => `  ${key}: {}\n`),
    ].join(''),
    'package.json': { name: 'app', ...manifest },
    ...(workspace === undefined ? {} : { 'pnpm-workspace.yaml': workspace }),
    ...more,
  };
}

describe('patches of pnpm', () => {
  const digest = 'a'.repeat(64);
  const byDigest = (value = digest) => `patchedDependencies:\n  a@1.0.0: ${value}\n`;
  const byPath = (path = 'patches/a.patch', value = digest) =>
    `patchedDependencies:\n  a@1.0.0:\n    hash: ${value}\n    path: ${path}\n`;
  const inWorkspace = "patchedDependencies: {'a@1.0.0': ./patches/a.patch}\n";
  const inManifest = { pnpm: { patchedDependencies: { 'a@1.0.0': 'patches/a.patch' } } };

  test.each<[string, Pnpm]>([
    ['by its digest alone, from pnpm-workspace.yaml', { blocks: byDigest(), workspace: inWorkspace }],
    ['with its path, from package.json', { blocks: byPath(), manifest: inManifest }],
    ['with its path, from pnpm-workspace.yaml', { blocks: byPath(), workspace: inWorkspace }],
    ['named by both files', { blocks: byPath(), manifest: inManifest, workspace: inWorkspace }],
  ])('a first patch is locked %s', async (_, head) => {
    expect(await said(pnpm({}), pnpm(head))).toEqual([]);
  });

  test('a patch that only the lockfile has is told', async () => {
    expect(await said(pnpm({}), pnpm({ blocks: byDigest() }))).toEqual(['setting-disagrees a@1.0.0']);
  });

  test('a patch of another path than the settings name is told', async () => {
    const head = pnpm({ blocks: byPath('vendor/evil.patch'), workspace: inWorkspace });
    expect(await said(pnpm({}), head)).toEqual(['setting-disagrees a@1.0.0>path']);
  });

  test.each<[string, Pnpm, Pnpm, string]>([
    ['alone', { blocks: byDigest() }, { blocks: byDigest('b'.repeat(64)) }, 'a@1.0.0'],
    ['beside a path', { blocks: byPath() }, { blocks: byPath(undefined, 'b'.repeat(64)) }, 'a@1.0.0>hash'],
  ])('a digest %s that changes under one version is shown', async (_, base, head, key) => {
    const workspace = inWorkspace;
    expect(await said(pnpm({ ...base, workspace }), pnpm({ ...head, workspace }))).toEqual([
      `override-changed patchedDependencies.${key}`,
    ]);
  });
});

describe('one name in several maps of a manifest of pnpm', () => {
  const packages = ['a@1.1.0'];
  const twice = { dependencies: { a: '^1.0.0' }, devDependencies: { a: '^1.0.0' } };

  test.each<[string, object, Locked]>([
    ['prod before dev', twice, ['dependencies', 'a', '^1.0.0', '1.1.0']],
    [
      'optional before prod and dev',
      { ...twice, optionalDependencies: { a: '1.1.0' } },
      ['optionalDependencies', 'a', '1.1.0', '1.1.0'],
    ],
    [
      'dev before peer',
      { devDependencies: { a: '^1.1.0' }, peerDependencies: { a: '*' } },
      ['devDependencies', 'a', '^1.1.0', '1.1.0'],
    ],
  ])('is locked once: %s', async (_, manifest, locked) => {
    expect(await said(empty, pnpm({ manifest, locked: [locked], packages }))).toEqual([]);
  });

  test.each<[string, Pnpm, string]>([
    [
      'a version that neither map asks for',
      { locked: [['dependencies', 'a', '^1.0.0', '9.0.0']], packages: ['a@9.0.0'] },
      'manifest-disagrees a',
    ],
    [
      'only the weaker of the two',
      { locked: [['devDependencies', 'a', '^1.0.0', '1.1.0']], packages },
      'manifest-disagrees a',
    ],
    ['nothing', { packages }, 'not-locked a'],
  ])('stays a disagreement with %s', async (_, head, expected) => {
    expect(await said(empty, pnpm({ manifest: twice, ...head }))).toContain(expected);
  });
});

describe('an override of pnpm that is no range, of a peer', () => {
  const workspace = "overrides: {a: 'npm:b@1.0.0'}\n";
  const blocks = "overrides:\n  a: 'npm:b@1.0.0'\n";
  const locked: readonly Locked[] = [['dependencies', 'a', 'npm:b@1.0.0', 'b@1.0.0']];
  const packages = ['b@1.0.0'];
  const peer = { peerDependencies: { a: '^2.0.0' } };

  test.each<[string, object]>([
    ['alone', peer],
    ['that is a dev dependency too', { ...peer, devDependencies: { a: '^2.0.0' } }],
  ])('makes a production dependency of a peer %s', async (_, manifest) => {
    expect(await said(empty, pnpm({ manifest, workspace, blocks, locked, packages }))).toEqual([]);
  });

  test('that only the lockfile has is told', async () => {
    expect(await said(empty, pnpm({ manifest: peer, blocks, locked, packages }))).toContain('setting-disagrees a');
  });

  test('does not explain another package than the override names', async () => {
    const other: readonly Locked[] = [['dependencies', 'a', 'npm:evil@1.0.0', 'evil@1.0.0']];
    const head = pnpm({ manifest: peer, workspace, blocks, locked: other, packages: ['evil@1.0.0'] });
    expect(await said(empty, head)).toContain('manifest-disagrees a');
  });

  test.each([
    ['1.0.0', []],
    ['7.0.0', ['manifest-disagrees a']],
  ])(
    'that is a range is written with the peer, and is not answered by another version: %s',
    async (version, expected) => {
      const range = { workspace: "overrides: {a: '1.0.0'}\n", blocks: "overrides:\n  a: '1.0.0'\n" };
      const pinned: readonly Locked[] = [['dependencies', 'a', '1.0.0', version]];
      expect(await said(empty, pnpm({ manifest: peer, ...range, locked: pinned, packages: [`a@${version}`] }))).toEqual(
        expected,
      );
    },
  );
});

describe('an override `-` of pnpm', () => {
  const manifest = { dependencies: { a: '^2.0.0' } };
  const removing = (key: string): Pnpm => ({
    manifest,
    workspace: `overrides: {'${key}': '-'}\n`,
    blocks: `overrides:\n  '${key}': '-'\n`,
  });

  test.each(['a', 'a@^2', 'a@>=1', 'app>a'])('removes a dependency by the key `%s`', async (key) => {
    expect(await said(empty, pnpm(removing(key)))).toEqual([]);
  });

  test.each(['a@^2.5.0', 'app@1>a', 'a@next'])('may remove it by the key `%s`, which is a doubt', async (key) => {
    expect(await said(empty, pnpm(removing(key)))).toEqual(['manifest-may-disagree a']);
  });

  test.each(['a@^1', 'other>a', 'b'])('does not remove it by the key `%s`: not locked', async (key) => {
    expect(await said(empty, pnpm(removing(key)))).toEqual(['not-locked a']);
  });

  test('that only the lockfile has is told', async () => {
    expect(await said(empty, pnpm({ manifest, blocks: "overrides:\n  a: '-'\n" }))).toContain('setting-disagrees a');
  });
});

describe('any version means the tag `latest`', () => {
  const npm = (spec: string, name = 'a', version = '1.0.0-beta.2'): Files => ({
    'package.json': { name: 'app', dependencies: { a: spec } },
    'package-lock.json': {
      lockfileVersion: 3,
      packages: {
        '': { name: 'app', dependencies: { a: spec } },
        'node_modules/a': { ...(name !== 'a' && { name }), version, integrity },
      },
    },
  });
  const none = {
    ...npm('*'),
    'package.json': { name: 'app' },
    'package-lock.json': { lockfileVersion: 3, packages: { '': {} } },
  };

  test.each([
    ['*', 'a'],
    ['', 'a'],
    [' ', 'a'],
    ['npm:b', 'b'],
    ['npm:b@*', 'b'],
    ['npm:b@', 'b'],
  ])('so `%s` is answered by a prerelease of `%s`', async (spec, name) => {
    expect(await said(none, npm(spec, name))).toEqual([]);
  });

  test.each([
    ['>=1', 'a'],
    ['1.x', 'a'],
    ['*', 'b'],
    ['npm:b', 'c'],
  ])('but `%s` is not answered by a prerelease of `%s`', async (spec, name) => {
    expect(await said(none, npm(spec, name))).toEqual(['manifest-disagrees a']);
  });
});

describe('other words in the lockfile for what is pinned', () => {
  const npm = (asked: string, locked: string, version: string, map = 'dependencies'): Files => ({
    'package.json': { name: 'app', dependencies: { a: asked } },
    'package-lock.json': {
      lockfileVersion: 3,
      packages: { '': { name: 'app', [map]: { a: locked } }, 'node_modules/a': { version, integrity } },
    },
  });
  const base = npm('^1.0.0', '^1.0.0', '1.0.0');

  test('are a doubt where the version that is pinned answers both', async () => {
    expect(await said(base, npm('^1.3.0', '^1.2.0', '1.3.5'))).toEqual(['manifest-may-disagree a']);
  });

  test.each<[string, Files]>([
    ['a version that the manifest does not ask for', npm('^1.3.0', '^1.2.0', '1.2.9')],
    ['a version that only the manifest asks for', npm('^1.3.0', '^1.2.0 <1.3.0', '1.3.5')],
    ['a weaker type', npm('^1.3.0', '^1.3.0', '1.3.5', 'devDependencies')],
    ['an address', npm('^1.3.0', 'https://packages.evil.test/a.tgz', '1.3.5')],
    ['another package', npm('^1.3.0', 'npm:evil@1.3.5', '1.3.5')],
  ])('are a disagreement with %s', async (_, head) => {
    expect(await said(base, head)).toContain('manifest-disagrees a');
  });

  test('a dependency that the lockfile does not count is a disagreement, though another asks for it', async () => {
    const head = npm('^1.3.0', '^1.3.0', '1.3.5', 'ignored');
    expect(await said(base, head)).toContain('manifest-disagrees a');
  });

  test('a direct dependency without any entry is not locked', async () => {
    const head = { ...base, 'package.json': { name: 'app', dependencies: { a: '^1.0.0', z: '1' } } };
    expect(await said(base, head)).toEqual(['not-locked z']);
  });
});

describe('folders that pnpm links or copies', () => {
  const lockfile = (importers: string, rest: string) =>
    `lockfileVersion: '9.0'\nimporters:\n  .: {}\n${importers}${rest}`;
  const a = (more = '') => `  packages/a:\n    dependencies:\n      c: {specifier: ^1.0.0, version: 1.0.0}\n${more}`;
  const b = (version: string) =>
    `  packages/b:\n    dependencies:\n      a: {specifier: 'workspace:*', version: '${version}'}\n`;
  const c = `  c@1.0.0:\n    resolution: {integrity: ${integrity}}\n`;
  const files = (text: string, manifest: object = {}): Files => ({
    'package.json': { name: 'app' },
    'pnpm-workspace.yaml': 'packages: [packages/*]\n',
    'packages/a/package.json': { name: 'a', dependencies: { c: '^1.0.0' }, ...manifest },
    'packages/b/package.json': { name: 'b', dependencies: { a: 'workspace:*' } },
    'pnpm-lock.yaml': text,
  });
  const sources = async (head: Files) =>
    (await compare(empty, head)).changes
      .filter(({ source, kind }) => source.kind !== 'registry' && kind !== 'removed')
      .map(({ name, source }) => `${name} ${source.kind}${source.declared === true ? ' declared' : ''}`);

  const injected = (directory: string) =>
    lockfile(
      a() + b(`file:${directory}`),
      `packages:\n  a@file:${directory}:\n    resolution: {directory: ${directory}, type: directory}\n${c}` +
        `snapshots:\n  a@file:${directory}:\n    dependencies:\n      c: 1.0.0\n  c@1.0.0: {}\n`,
    );

  test('an injected workspace is a workspace', async () => {
    expect(await sources(files(injected('packages/a')))).toEqual([]);
    expect(await said(empty, files(injected('packages/a')))).toEqual([]);
  });

  test('a copy of another folder in the place of a workspace is none', async () => {
    expect(await sources(files(injected('vendor/evil')))).toEqual(['a link']);
  });

  const linked = (target: string, published = '') =>
    lockfile(a(published) + b(`link:../a/${target}`), `packages:\n${c}snapshots:\n  c@1.0.0: {}\n`);
  const publishing = { publishConfig: { directory: './dist', linkDirectory: true } };

  test('the folder that a workspace publishes is that workspace', async () => {
    const head = files(linked('dist', '    publishDirectory: dist\n'), publishing);
    expect(await sources(head)).toEqual([]);
    expect(await said(empty, head)).toEqual([]);
  });

  test('a link to another folder than a workspace publishes is none', async () => {
    expect(await sources(files(linked('evil', '    publishDirectory: dist\n'), publishing))).toEqual(['a link']);
    expect(await sources(files(linked('../evil', '    publishDirectory: ../evil\n'), publishing))).toEqual(['a link']);
  });

  test.each<[string, object]>([
    ['no folder', {}],
    ['another folder', { publishConfig: { directory: 'build' } }],
  ])('a published folder that only the lockfile names is told, where the manifest names %s', async (_, manifest) => {
    const head = files(linked('dist', '    publishDirectory: dist\n'), manifest);
    expect(await said(empty, head)).toEqual(['setting-disagrees packages/a']);
  });
});

describe('a folder of the repository that is no workspace', () => {
  const npm = (spec: string, entry: object, more: object = {}): Files => ({
    'package.json': { name: 'app', dependencies: { a: spec } },
    'package-lock.json': {
      lockfileVersion: 3,
      packages: { '': { name: 'app', dependencies: { a: spec } }, 'node_modules/a': entry, ...more },
    },
  });
  const none: Files = { 'package.json': { name: 'app' } };
  const link = { resolved: 'lib/a', link: true };
  const found = async (head: Files) => {
    const { changes } = await compare(none, head);
    return changes.map(
      ({ name, source }) => `${name} ${source.kind} ${source.declared ?? false} ${source.outside ?? '-'}`,
    );
  };

  test('is declared where the manifest asks for it', async () => {
    expect(await found(npm('file:lib/a', link, { 'lib/a': { version: '1.0.0' } }))).toEqual(['a link true false']);
    expect(await said(none, npm('file:lib/a', link, { 'lib/a': { version: '1.0.0' } }))).toEqual([]);
  });

  test('is a folder, no tarball, where npm copies it', async () => {
    expect(await found(npm('file:lib/a', { version: '1.0.0', resolved: 'file:lib/a' }))).toEqual(['a link true false']);
  });

  test('a tarball stays a tarball', async () => {
    const tarball = { version: '1.0.0', resolved: 'file:lib/a.tgz', integrity };
    expect(await found(npm('file:lib/a.tgz', tarball))).toEqual(['a file false false']);
  });

  test('that leaves the repository is outside', async () => {
    expect(await found(npm('file:../a', { resolved: '../a', link: true }))).toEqual(['a link true true']);
  });

  test('in the place of a version of the registry contradicts the manifest', async () => {
    const head = npm('^1.0.0', link, { 'lib/a': { version: '1.0.0' } });
    expect(await found(head)).toEqual(['a link false false']);
    expect(await said(none, head)).toEqual(['manifest-disagrees a']);
  });

  test('that only a published package asks for is not declared', async () => {
    const head: Files = {
      'package.json': { name: 'app', dependencies: { p: '1' } },
      'package-lock.json': {
        lockfileVersion: 3,
        packages: {
          '': { name: 'app', dependencies: { p: '1' } },
          'node_modules/p': { version: '1.0.0', integrity, dependencies: { a: 'file:lib/a' } },
          'node_modules/a': link,
          'lib/a': { version: '1.0.0' },
        },
      },
    };
    expect(await found(head)).toEqual(['a link false false', 'p registry false -']);
  });
});

describe('what only an optional peer asks for', () => {
  const npm = (peers: object): Files => ({
    'package.json': { name: 'app', devDependencies: { plugin: '1.0.0' } },
    'package-lock.json': {
      lockfileVersion: 3,
      packages: {
        '': { name: 'app', devDependencies: { plugin: '1.0.0' } },
        'node_modules/plugin': { version: '1.0.0', integrity, ...peers },
        'node_modules/util': { version: '8.0.0', integrity },
      },
    },
  });
  const optional = { peerDependencies: { util: '*' }, peerDependenciesMeta: { util: { optional: true } } };

  test('is asked for, by the type of the one who asks', async () => {
    const head = npm(optional);
    expect(await said(empty, head)).not.toContain('unreachable util');
    const { changes } = await compare(empty, head);
    const util = changes.find(({ name, kind }) => name === 'util' && kind !== 'removed');
    expect(util).toMatchObject({ dependencyTypes: ['dev'], direct: false, via: [['plugin', 'util']] });
  });

  test('what nothing asks for stays unreachable, and of production', async () => {
    expect(await said(empty, npm({}))).toContain('unreachable util');
    const { changes } = await compare(empty, npm({}));
    expect(changes.find(({ name }) => name === 'util')).toMatchObject({ dependencyTypes: ['prod'] });
  });
});

describe('an empty yarn.lock', () => {
  const entry = `# yarn lockfile v1\n\n\na@^1.0.0:\n  version "1.0.0"\n  resolved "https://registry.yarnpkg.com/a/-/a-1.0.0.tgz#${'0'.repeat(40)}"\n`;
  const root = (lockfile: string | undefined, manifest: object = {}): Files => ({
    'package.json': { name: 'app', ...manifest },
    ...(lockfile !== undefined && { 'yarn.lock': lockfile }),
  });
  const asking = { dependencies: { a: '^1.0.0' } };

  test.each<[string, string | undefined]>([
    ['that is new', undefined],
    ['that was empty before', ''],
  ])('%s pins nothing', async (_, before) => {
    expect(await said(root(before), root(''))).toEqual([]);
    expect(await said(root(before), root('', { version: '1.0.1' }))).toEqual([]);
  });

  test('leaves what a manifest newly asks for unlocked', async () => {
    expect(await said(root(''), root('', asking))).toEqual(['not-locked a']);
    expect(await said(root(undefined), root('', asking))).toEqual(['not-locked a']);
  });

  test('of a lockfile that was not is refused', async () => {
    expect(await said(root(entry, asking), root('', asking))).toEqual(['lockfile-empty']);
    expect(await said(root(entry), root(''))).toEqual(['lockfile-empty']);
  });

  test('is refused of other managers', async () => {
    expect(await said({ 'package.json': {} }, { 'package.json': {}, 'package-lock.json': '' })).toEqual([
      'lockfile-empty',
    ]);
  });
});

describe('a workspace that bun.lock asks for by an older spec', () => {
  const bun = (asked: string, locked: string, map = 'dependencies', entry = 'a@workspace:packages/a'): Files => ({
    'package.json': { name: 'app', workspaces: ['packages/*'] },
    'packages/a/package.json': { name: 'a', version: '1.0.0' },
    'packages/b/package.json': { name: 'b', dependencies: { a: asked } },
    'bun.lock': {
      lockfileVersion: 1,
      workspaces: {
        '': { name: 'app' },
        'packages/a': { name: 'a', version: '1.0.0' },
        'packages/b': { name: 'b', [map]: { a: locked } },
      },
      packages: {
        a: entry.startsWith('a@workspace:') ? [entry] : [entry, '', {}, integrity],
        b: ['b@workspace:packages/b'],
      },
    },
  });
  const base = bun('workspace:*', 'workspace:*');

  test('agrees, as bun 1.2 leaves it', async () => {
    expect(await said(base, bun('workspace:^', 'workspace:*'))).toEqual([]);
    expect(await said(base, bun('workspace:~1.0.0', 'workspace:*'))).toEqual([]);
  });

  test.each<[string, Files]>([
    ['a published package in its place', bun('workspace:^', 'workspace:*', 'dependencies', 'a@1.0.0')],
    ['a range, which may mean a published package', bun('^9.0.0', 'workspace:*')],
    ['a range in the lockfile', bun('workspace:^', '^9.0.0')],
    ['a weaker type', bun('workspace:^', 'workspace:*', 'devDependencies')],
  ])('disagrees with %s', async (_, head) => {
    expect(await said(base, head)).toContain('manifest-disagrees a');
  });

  test('disagrees in the lockfile of a manager that writes each spec anew', async () => {
    const pnpmLock = (spec: string) =>
      `lockfileVersion: '9.0'\nimporters:\n  .: {}\n  packages/a: {}\n  packages/b:\n    dependencies:\n      a: {specifier: '${spec}', version: link:../a}\n`;
    const at = (asked: string): Files => ({
      'package.json': { name: 'app' },
      'pnpm-workspace.yaml': 'packages: [packages/*]\n',
      'packages/a/package.json': { name: 'a', version: '1.0.0' },
      'packages/b/package.json': { name: 'b', dependencies: { a: asked } },
      'pnpm-lock.yaml': pnpmLock('workspace:*'),
    });
    expect(await said(at('workspace:*'), at('workspace:^'))).toEqual(['manifest-disagrees a']);
  });
});

describe('a key that bun.lock has twice', () => {
  const bun = (second: string): Files => ({
    'package.json': { name: 'app', dependencies: { a: '^1.0.0' } },
    'bun.lock': `{
      "lockfileVersion": 1,
      "workspaces": { "": { "name": "app", "dependencies": { "a": "^1.0.0" } } },
      "packages": {
        "a": ["a@1.0.0", "", { "bin": { "a": "a.js" } }, "${integrity}"],
        "a": ${second},
      },
    }`,
  });

  test('counts once where both have one value', async () => {
    const head = bun(`["a@1.0.0", "", {"bin": {"a": "a.js"}}, "${integrity}"]`);
    expect(await said(empty, head)).not.toContain('lockfile-duplicate-key');
    expect((await compare(empty, head)).changes.filter(({ name }) => name === 'a')).toHaveLength(1);
  });

  test.each([
    `["a@1.0.1", "", { "bin": { "a": "a.js" } }, "${integrity}"]`,
    `["a@1.0.0", "", { "bin": { "a": "b.js" } }, "${integrity}"]`,
    `["a@1.0.0", "", { "bin": { "a": "a.js" } }, "${integrity}", ""]`,
    `["a@1.0.0", "", { "bin": { "a": "a.js", "b": "a.js" } }, "${integrity}"]`,
    'null',
  ])('is refused with another value: %s', async (second) => {
    expect(await said(empty, bun(second))).toContain('lockfile-duplicate-key');
  });
});

describe('a lockfile that Rush keeps in its own folder', () => {
  const path = 'common/config/rush/pnpm-lock.yaml';
  const rush = (spec: string, more: Files = { 'rush.json': {} }, at = path, up = '../../'): Files => ({
    ...more,
    'apps/a/package.json': { name: 'a', dependencies: { c: spec, l: 'workspace:*' } },
    'libs/l/package.json': { name: 'l' },
    [at]:
      `lockfileVersion: '9.0'\nimporters:\n  .: {}\n  ${up}apps/a:\n    dependencies:\n      c: {specifier: ^1.0.0, version: 1.0.0}\n` +
      `      l: {specifier: 'workspace:*', version: 'link:../../libs/l'}\n  ${up}libs/l: {}\n` +
      `packages:\n  c@1.0.0:\n    resolution: {integrity: ${integrity}}\nsnapshots:\n  c@1.0.0: {}\n`,
  });
  const base: Files = { 'rush.json': {}, 'apps/a/package.json': { name: 'a' } };

  test('answers for the projects that it names', async () => {
    expect(await said(base, rush('^1.0.0'))).toEqual([]);
    const subspace = 'common/config/subspaces/x/pnpm-lock.yaml';
    expect(await said(base, rush('^1.0.0', { 'rush.json': {} }, subspace, '../../../'))).toEqual([]);
    const { changes } = await compare(base, rush('^1.0.0'));
    expect(changes.map(({ name, importers }) => [name, importers])).toEqual([['c', ['apps/a']]]);
  });

  test('is held against their manifests', async () => {
    expect(await said(base, rush('^2.0.0'))).toEqual(['manifest-disagrees c']);
  });

  test('is read like any other where there is no rush.json', async () => {
    expect(await said({}, rush('^1.0.0', {}))).toContain('no-lockfile c');
  });
});

describe("a dependency's own folder", () => {
  const npm = (spec: string, version: string, map = 'dependencies', locked = true): Files => ({
    'package.json': { name: 'app', dependencies: { loc: 'file:loc' } },
    'loc/package.json': { name: 'loc', version: '1.0.0', [map]: { b: spec } },
    'package-lock.json': {
      lockfileVersion: 3,
      packages: {
        '': { name: 'app', dependencies: { loc: 'file:loc' } },
        loc: { version: '1.0.0', [map]: { b: spec } },
        'node_modules/loc': { resolved: 'loc', link: true },
        ...(locked && { 'node_modules/b': { version, integrity } }),
      },
    },
  });
  const base = npm('^1.0.0', '1.0.0');

  test('that its lockfile answers for is no project without a lockfile', async () => {
    expect(await said(base, npm('^2.0.0', '2.0.0'))).toEqual([]);
  });

  test('whose development dependencies npm installs and locks is none either', async () => {
    expect(await said(base, npm('^2.0.0', '2.0.0', 'devDependencies'))).toEqual([]);
  });

  test('whose development dependencies a manager does not install is one, although another package asks for that version', async () => {
    const yarn = (maps: object): Files => ({
      'package.json': { name: 'app', dependencies: { loc: 'file:./loc' } },
      'loc/package.json': { name: 'loc', version: '1.0.0', dependencies: { b: '^1.0.0' }, ...maps },
      'yarn.lock':
        `# yarn lockfile v1\n\n\nb@^1.0.0:\n  version "1.0.0"\n  resolved "https://registry.yarnpkg.com/b/-/b-1.0.0.tgz#x"\n` +
        `  integrity ${integrity}\n\n"loc@file:./loc":\n  version "1.0.0"\n  dependencies:\n    b "^1.0.0"\n`,
    });
    const head = yarn({ dependencies: {}, devDependencies: { b: '*' } });
    expect(await said(yarn({}), head)).toContain('no-lockfile b');
  });

  test.each<[string, Files]>([
    ['another version is pinned', npm('^2.0.0', '1.0.0')],
    ['nothing is pinned', npm('^2.0.0', '2.0.0', 'dependencies', false)],
  ])('is one where %s', async (_, head) => {
    expect(await said(base, head)).toContain('no-lockfile b');
  });
});
