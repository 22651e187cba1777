import { describe, expect, test } from '@jest/globals';

import type { Comparison, Observation } from '../../src/model/index.ts';
import { compareSnapshots } from '../../src/compare/compare.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

type Files = Readonly<Record<string, MemoryFile>>;
interface Options {
  readonly isGated?: (path: string) => boolean;
  readonly ids?: boolean;
}

function check(
  base: Files | undefined,
  head: Files,
  { isGated = () => true, ids = true }: Options = {},
): Promise<Comparison> {
  const before = base && memorySnapshot(base, { ids, label: 'base' });
  return compareSnapshots(before, memorySnapshot(head, { ids, label: 'head' }), { isGated, mode: 'check' });
}
const audit = (head: Files): Promise<Comparison> =>
  compareSnapshots(undefined, memorySnapshot(head, { label: 'head' }), { isGated: () => true, mode: 'audit' });

const said = ({ observations }: { observations: readonly Observation[] }): string[] =>
  observations.map(({ code, path, name }) => `${code} ${path}${name === undefined ? '' : ` ${name}`}`);
const changed = ({ changes }: Comparison): string[] =>
  changes.map(({ kind, name, version, lockfile }) => `${kind} ${name}@${version} in ${lockfile}`);
const failed = ({ errors }: Comparison): string[] => errors.map(({ code, path }) => `${code} ${path ?? ''}`);
const listed = ({ lockfiles }: Comparison): string[] =>
  lockfiles.map(({ path, status, packages }) => `${status} ${path} ${packages}`);

/** A lockfile of version 3 that pins each of what its root asks for at the version of its spec. */
function lock(dependencies: Readonly<Record<string, string>> = {}, more: object = {}): object {
  const pins = Object.entries(dependencies).map(
    ([name, spec]) => [`node_modules/${name}`, { version: spec.replace('^', '') }] as const,
  );
  return { lockfileVersion: 3, packages: { '': { dependencies }, ...Object.fromEntries(pins), ...more } };
}
const manifest = (dependencies: Readonly<Record<string, string>> = {}, more: object = {}): object => ({
  dependencies,
  ...more,
});
const one = { a: '1.0.0' };
const two = { a: '1.0.0', b: '1.0.0' };
const P = 'package-lock.json';

describe('a lockfile that nobody reads', () => {
  const names = [
    ...['shrinkwrap.yaml', 'bun.lockb', 'sub/bun.lockb', 'pnpm-lock.feature.yaml'],
    ...['vlt-lock.json', 'aube-lock.yaml', 'deno.lock', 'sub/deno.lock'],
  ];

  test.each(names)('case 14: %s is a finding where it is new or changed, and never an end of the run', async (path) => {
    for (const comparison of [
      await check({ [path]: 'x' }, { [path]: 'y' }),
      await check({}, { [path]: 'y' }),
      await audit({ [path]: 'x' }),
    ]) {
      expect([said(comparison), failed(comparison)]).toEqual([[`unsupported ${path}`], []]);
    }
    const unchanged = await check({ [path]: 'x' }, { [path]: 'x' });
    expect([failed(unchanged), listed(unchanged), said(unchanged)]).toEqual([[], [], []]);
  });

  test.each(names)('%s is nothing below an excluded folder', async (path) => {
    const below = `test/fixtures/${path}`;
    const isGated = (each: string): boolean => !each.startsWith('test/fixtures/');
    expect(said(await check({}, { [below]: 'y' }, { isGated }))).toEqual([]);
  });

  test.each(['Cargo.lock', 'uv.lock', 'composer.lock', 'Gemfile.lock', 'poetry.lock', 'flake.lock'])(
    'a lockfile of another ecosystem, %s, is none',
    async (path) => {
      expect(said(await check({ [path]: 'x' }, { [path]: 'y' }))).toEqual([]);
    },
  );

  test('the lockfiles beside it are judged', async () => {
    const comparison = await check({ [P]: lock(one), 'deno.lock': 'x' }, { [P]: lock(two), 'deno.lock': 'y' });
    expect(changed(comparison)).toEqual(['added b@1.0.0 in package-lock.json']);
    expect(said(comparison)).toEqual(['unsupported deno.lock']);
  });

  test('of deno, untouched, it is no rival of the lockfile that changes', async () => {
    expect(said(await check({ [P]: lock(one), 'deno.lock': 'x' }, { [P]: lock(two), 'deno.lock': 'x' }))).toEqual([]);
    expect(said(await check({ [P]: lock(one), 'bun.lockb': 'x' }, { [P]: lock(two), 'bun.lockb': 'x' }))).toEqual([
      'competes package-lock.json',
    ]);
  });

  test('it does not stand in for a lockfile that is deleted', async () => {
    const base = { [P]: lock(one), 'package.json': manifest(one), 'deno.lock': 'x' };
    const { [P]: gone, ...head } = base;
    expect(gone).toBeDefined();
    expect(said(await check(base, head))).toContain('deleted package-lock.json');
  });
});

describe('what is compared', () => {
  test('lockfiles by name, each with its counts', async () => {
    const base = {
      [P]: lock(one),
      'x/package-lock.json': lock(one),
      'gone/npm-shrinkwrap.json': lock(one),
      'README.md': 'x',
    };
    const head = {
      [P]: lock(one),
      'x/package-lock.json': lock(two),
      'new/npm-shrinkwrap.json': lock(two),
      'README.md': 'y',
    };
    const comparison = await check(base, head);
    expect(comparison).toMatchObject({ mode: 'check', base: 'base', head: 'head', errors: [] });
    expect(listed(comparison)).toEqual([
      'removed gone/npm-shrinkwrap.json 1',
      'added new/npm-shrinkwrap.json 2',
      'unchanged package-lock.json 1',
      'changed x/package-lock.json 2',
    ]);
    expect(changed(comparison)).toEqual([
      'removed a@1.0.0 in gone/npm-shrinkwrap.json',
      'added a@1.0.0 in new/npm-shrinkwrap.json',
      'added b@1.0.0 in new/npm-shrinkwrap.json',
      'added b@1.0.0 in x/package-lock.json',
    ]);
  });

  test('packages are counted by name and version, from registries alone', async () => {
    const lockfile = lock(two, {
      '': { dependencies: { ...two, g: 'github:o/g' }, workspaces: ['w'] },
      'node_modules/b/node_modules/a': { version: '1.0.0' },
      'node_modules/x/node_modules/a': { version: '2.0.0' },
      'node_modules/g': { version: '1.0.0' },
      'node_modules/f': { version: '1.0.0', resolved: 'file:f.tgz' },
      'node_modules/w': { resolved: 'w', link: true },
      w: { version: '1.0.0' },
    });
    expect(listed(await check({ [P]: lockfile }, { [P]: lockfile }))).toEqual(['unchanged package-lock.json 3']);
  });

  test('not what the policy leaves out, nor what lies below node_modules', async () => {
    const head = {
      [P]: lock(one),
      'fixtures/package-lock.json': '{',
      'node_modules/x/package-lock.json': '{',
      'a/node_modules/x/yarn.lock': '{',
    };
    const comparison = await check({}, head, { isGated: (path) => !path.startsWith('fixtures/') });
    expect(listed(comparison)).toEqual(['added package-lock.json 1']);
    expect(failed(comparison)).toEqual([]);
  });

  test.each([true, false])('an unchanged lockfile is read once and gives no change (ids: %s)', async (ids) => {
    const head = memorySnapshot({ [P]: lock(one), 'package.json': manifest(one) }, { ids });
    const base = memorySnapshot({ [P]: lock(one), 'package.json': manifest(one) }, { ids });
    const comparison = await compareSnapshots(base, head, { isGated: () => true, mode: 'check' });
    expect([listed(comparison), changed(comparison), said(comparison)]).toEqual([
      ['unchanged package-lock.json 1'],
      [],
      [],
    ]);
    expect(head.reads.filter((path) => path === P)).toHaveLength(1);
    if (ids) expect([...base.reads, ...head.reads]).toEqual([P]);
  });

  test('the same bytes under other ids are unchanged', async () => {
    const base = memorySnapshot({ [P]: lock(one) });
    const files = await base.list();
    const renamed = { ...base, list: () => Promise.resolve(files.map((file) => ({ ...file, id: 'other' }))) };
    const comparison = await compareSnapshots(renamed, memorySnapshot({ [P]: lock(one) }), {
      isGated: () => true,
      mode: 'check',
    });
    expect(listed(comparison)).toEqual(['unchanged package-lock.json 1']);
  });

  test('without a base everything is new', async () => {
    const comparison = await check(undefined, { [P]: lock(one) });
    expect([listed(comparison), changed(comparison)]).toEqual([
      ['added package-lock.json 1'],
      ['added a@1.0.0 in package-lock.json'],
    ]);
    expect(comparison).not.toHaveProperty('base');
  });

  test('a lockfile that is renamed within its folder is compared with what it was', async () => {
    const comparison = await check({ [P]: lock(one) }, { 'npm-shrinkwrap.json': lock(two) });
    expect(changed(comparison)).toEqual(['added b@1.0.0 in npm-shrinkwrap.json']);
    expect(listed(comparison)).toEqual(['added npm-shrinkwrap.json 2', 'removed package-lock.json 1']);
    expect(said(comparison)).toEqual([]);
  });

  test('one that is moved to another folder is compared with what it was', async () => {
    const three = lock({ ...two, c: '1.0.0' });
    const comparison = await check({ 'old/package-lock.json': lock(two) }, { 'new/package-lock.json': three });
    expect(changed(comparison)).toEqual(['added c@1.0.0 in new/package-lock.json']);
    expect(said(comparison)).toEqual(['moved-folder new/package-lock.json']);
  });

  test('paths that would break a log are only data', async () => {
    const path = 'a\n::error::x "\u202e/package-lock.json';
    expect(listed(await check({}, { [path]: lock(one) }))).toEqual([`added ${path} 1`]);
    const long = `${'d/'.repeat(2000)}package-lock.json`;
    expect(listed(await check({}, { [long]: lock(one) }))).toEqual([`added ${long} 1`]);
  });

  test('a thousand lockfiles are compared, one more is an error and nothing is compared', async () => {
    const many = (count: number): Files =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}/package-lock.json`, lock()]));
    expect((await check({}, many(1000))).lockfiles).toHaveLength(1000);
    const comparison = await check({}, many(1001));
    expect(failed(comparison)).toEqual(['too-many-lockfiles ']);
    expect(comparison.lockfiles).toEqual([]);
  });
});

describe('what cannot be read', () => {
  test('is an error of its own, and the others are compared', async () => {
    const comparison = await check(
      {},
      { 'a/package-lock.json': '{', 'b/package-lock.json': lock(one), 'c/package-lock.json': '' },
    );
    expect(failed(comparison)).toEqual(['lockfile-syntax a/package-lock.json', 'lockfile-empty c/package-lock.json']);
    expect(listed(comparison)).toEqual(['added b/package-lock.json 1']);
  });

  test('and was so in the base is not this change’s', async () => {
    const broken = { [P]: '{', 'package.json': manifest(one) };
    const comparison = await check(broken, broken);
    expect([failed(comparison), listed(comparison), said(comparison)]).toEqual([[], [], []]);
    expect(failed(await audit(broken))).toEqual(['lockfile-syntax package-lock.json']);
  });

  test('but is, where the change builds on it', async () => {
    const comparison = await check(
      { [P]: '{', 'package.json': manifest(one) },
      { [P]: '{', 'package.json': manifest(two) },
    );
    expect(failed(comparison)).toEqual(['lockfile-syntax package-lock.json']);
  });

  test('in the base, is no baseline: everything is new', async () => {
    const comparison = await check({ [P]: '{' }, { [P]: lock(one) });
    expect([failed(comparison), changed(comparison)]).toEqual([[], ['added a@1.0.0 in package-lock.json']]);
  });

  test.each(['symlink', 'gitlink', 'special'] as const)(
    'a %s at the path of a lockfile is an error, and is not read',
    async (mode) => {
      const files = { [P]: { mode, id: '1' } };
      const head = memorySnapshot(files);
      const comparison = await compareSnapshots(memorySnapshot({ [P]: lock(one) }), head, {
        isGated: () => true,
        mode: 'check',
      });
      expect(failed(comparison)).toEqual(['lockfile-not-regular package-lock.json']);
      expect(head.reads).toEqual([]);
      // What it leads to may change while the link does not.
      expect(failed(await check(files, files))).toEqual(['lockfile-not-regular package-lock.json']);
    },
  );

  test('a Git LFS pointer', async () => {
    const pointer = { [P]: 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n' };
    expect(failed(await check({}, pointer))).toEqual(['lockfile-not-regular package-lock.json']);
    expect(failed(await check(pointer, pointer))).toEqual([]);
  });

  test('a manifest: an error where this change made it so', async () => {
    const files = (text: string): Files => ({ [P]: lock(one), 'package.json': text });
    expect(failed(await check(files('{}'), files('{')))).toEqual(['manifest-invalid package.json']);
    expect(failed(await check(files('{'), files('{')))).toEqual([]);
    const comparison = await check({ ...files('{'), [P]: lock() }, files('{'));
    expect([failed(comparison), said(comparison)]).toEqual([[], []]);
  });
});

describe('lockfiles and their folders', () => {
  test('npm-shrinkwrap.json beside package-lock.json: both are judged', async () => {
    const comparison = await check({ [P]: lock(one) }, { [P]: lock(one), 'npm-shrinkwrap.json': lock(two) });
    expect(said(comparison)).toEqual(['shadowed package-lock.json']);
    expect(changed(comparison)).toEqual(['added b@1.0.0 in npm-shrinkwrap.json']);
    const both = { [P]: lock(one), 'npm-shrinkwrap.json': lock(one) };
    expect(said(await check(both, both))).toEqual([]);
    expect(said(await audit(both))).toEqual(['shadowed package-lock.json']);
  });

  test('another manager beside a changed lockfile competes, and is silent beside an unchanged one', async () => {
    const files = (dependencies: Record<string, string>): Files => ({
      [P]: lock(dependencies),
      'yarn.lock': 'x',
      'sub/yarn.lock': 'x',
    });
    expect(said(await check(files(one), files(two)))).toEqual(['competes package-lock.json']);
    expect(said(await check(files(one), files(one)))).toEqual([]);
    const joined = await check({ [P]: lock(one) }, { [P]: lock(one), 'yarn.lock': 'x' });
    expect([said(joined), failed(joined)]).toEqual([['competes yarn.lock'], ['lockfile-version yarn.lock']]);
  });

  test('a deleted lockfile is told, with what it pinned', async () => {
    const comparison = await check(
      { [P]: lock(one), 'package.json': manifest(one) },
      { 'package.json': manifest(one) },
    );
    expect([said(comparison), changed(comparison)]).toEqual([
      ['deleted package-lock.json'],
      ['removed a@1.0.0 in package-lock.json'],
    ]);
    expect(said(await check({ 'yarn.lock': 'x' }, {}))).toEqual(['deleted yarn.lock']);
    expect(said(await check({ [P]: '{' }, {}))).toEqual(['deleted package-lock.json']);
  });

  test('a project that is deleted takes its lockfile along', async () => {
    expect(said(await check({ 'x/package-lock.json': lock(one), 'x/package.json': manifest(one) }, {}))).toEqual([]);
  });

  test('a folder that moves to another manager', async () => {
    const to = await check({ [P]: lock(one) }, { 'pnpm-lock.yaml': 'x' });
    expect([said(to), failed(to)]).toEqual([['moved-manager pnpm-lock.yaml'], ['lockfile-shape pnpm-lock.yaml']]);
    const from = await check({ 'yarn.lock': 'x' }, { [P]: lock(one) });
    expect([said(from), changed(from)]).toEqual([
      ['moved-manager package-lock.json'],
      ['added a@1.0.0 in package-lock.json'],
    ]);
  });

  describe('a move to another manager is compared with what the folder had', () => {
    const sri = (letter: string) => `sha512-${letter.repeat(85)}A==`;
    const resolved = 'https://registry.example/a/-/a-1.0.0.tgz';
    const npm = { [P]: lock(one, { 'node_modules/a': { version: '1.0.0', resolved, integrity: sri('A') } }) };
    const pnpm = (resolution: string) =>
      [
        "lockfileVersion: '9.0'",
        'importers:',
        '  .:',
        '    dependencies:',
        '      a: { specifier: 1.0.0, version: 1.0.0 }',
        'packages:',
        `  a@1.0.0: { resolution: ${resolution} }`,
        'snapshots:',
        '  a@1.0.0: {}',
        '',
      ].join('\n');
    const yarn = (integrity: string) =>
      `# yarn lockfile v1\n\n\na@1.0.0:\n  version "1.0.0"\n  resolved "${resolved}"\n  integrity ${integrity}\n`;
    const files = (lockfile: Files): Files => ({ 'package.json': manifest(one), ...lockfile });
    const aspects = ({ changes }: Comparison) => changes.map(({ kind, name, changed }) => [kind, name, ...changed]);

    test('the same bytes are no change', async () => {
      const toPnpm = await check(files(npm), files({ 'pnpm-lock.yaml': pnpm(`{ integrity: ${sri('A')} }`) }));
      expect([said(toPnpm), aspects(toPnpm), failed(toPnpm)]).toEqual([['moved-manager pnpm-lock.yaml'], [], []]);
      const toYarn = await check(files(npm), files({ 'yarn.lock': yarn(sri('A')) }));
      expect([said(toYarn), aspects(toYarn), failed(toYarn)]).toEqual([['moved-manager yarn.lock'], [], []]);
    });

    test('other bytes, and an address that the former lockfile did not have, are changes of the same version', async () => {
      const bytes = await check(files(npm), files({ 'pnpm-lock.yaml': pnpm(`{ integrity: ${sri('B')} }`) }));
      expect(aspects(bytes)).toEqual([['updated', 'a', 'resolved', 'integrity']]);
      const address = await check(files({ 'pnpm-lock.yaml': pnpm(`{ integrity: ${sri('A')} }`) }), files(npm));
      expect(aspects(address)).toEqual([['updated', 'a', 'resolved']]);
    });
  });

  test('one of two competing lockfiles that goes leaves the other', async () => {
    expect(said(await check({ [P]: lock(one), 'yarn.lock': 'x' }, { 'yarn.lock': 'x' }))).toEqual([]);
  });

  test('submodules that are new or elsewhere', async () => {
    const at = (id: string): MemoryFile => ({ mode: 'gitlink', id });
    const comparison = await check({ s: at('1'), t: at('1'), gone: at('1') }, { s: at('2'), t: at('1'), u: at('1') });
    expect(said(comparison)).toEqual(['submodule-changed s', 'submodule-changed u']);
    expect(said(await audit({ s: at('1') }))).toEqual([]);
  });
});

describe('manifests and lockfiles', () => {
  const files = (asked: object, locked: object): Files => ({ [P]: locked, 'package.json': asked });

  test.each<[string, object, object, string[]]>([
    ['agree', manifest(two), lock(two), []],
    [
      'a dependency that no lockfile pins',
      manifest({ ...one, evil: '1.0.0' }),
      lock(one),
      ['not-locked package-lock.json evil'],
    ],
    ['another range', manifest({ a: '^2.0.0' }), lock(one), ['manifest-disagrees package-lock.json a']],
    [
      'a range that the pin does not meet',
      manifest({ a: '^2.0.0' }),
      { lockfileVersion: 3, packages: { '': manifest({ a: '^2.0.0' }), 'node_modules/a': { version: '1.0.0' } } },
      ['manifest-disagrees package-lock.json a'],
    ],
    [
      'another package than the one that is asked for',
      manifest({ a: '^1.0.0' }),
      {
        lockfileVersion: 3,
        packages: { '': manifest({ a: '^1.0.0' }), 'node_modules/a': { name: 'evil', version: '1.0.0' } },
      },
      ['manifest-disagrees package-lock.json a'],
    ],
    [
      'a git repository for a range',
      manifest({ a: '^1.0.0' }),
      {
        lockfileVersion: 3,
        packages: {
          '': manifest({ a: '^1.0.0' }),
          'node_modules/a': { version: '1.0.0', resolved: 'git+https://h.example/a.git#1' },
        },
      },
      ['manifest-disagrees package-lock.json a'],
    ],
    [
      'an alias for what it stands for',
      manifest({ a: 'npm:b@^1.0.0' }),
      {
        lockfileVersion: 3,
        packages: { '': manifest({ a: 'npm:b@^1.0.0' }), 'node_modules/a': { name: 'b', version: '1.2.0' } },
      },
      [],
    ],
    [
      'a dist-tag',
      manifest({ a: 'latest' }),
      lock({}, { '': manifest({ a: 'latest' }), 'node_modules/a': { version: '3.0.0' } }),
      [],
    ],
    ['another type', { devDependencies: one }, lock(one), ['manifest-disagrees package-lock.json a']],
    ['what only the lockfile asks for', manifest(), lock(one), ['manifest-disagrees package-lock.json a']],
    [
      'what is asked for twice, npm takes once',
      manifest({ a: '^1.0.0' }, { optionalDependencies: { a: '1.0.0' } }),
      lock({}, { '': { optionalDependencies: { a: '1.0.0' } }, 'node_modules/a': { version: '1.0.0' } }),
      [],
    ],
    [
      'an optional dependency that could not be had',
      { optionalDependencies: one },
      lock({}, { '': { optionalDependencies: one } }),
      [],
    ],
    ['a peer that is not met', { peerDependencies: one }, lock({}, { '': { peerDependencies: one } }), []],
    [
      'a peer that is met otherwise',
      { peerDependencies: { a: '^2.0.0' } },
      lock({}, { '': { peerDependencies: { a: '^2.0.0' } }, 'node_modules/a': { version: '1.0.0' } }),
      [],
    ],
    [
      'a folder',
      manifest({ a: 'file:a' }),
      lock({}, { '': manifest({ a: 'file:a' }), a: {}, 'node_modules/a': { resolved: 'a', link: true } }),
      [],
    ],
    ['white space around a range', manifest({ a: ' 1.0.0 ' }), lock(one), []],
    ['an empty map', manifest({}, { devDependencies: {} }), lock(), []],
    [
      'a bundle',
      manifest(one, { bundleDependencies: ['a'] }),
      lock({}, { '': manifest(one), 'node_modules/a': { version: '1.0.0', inBundle: true } }),
      [],
    ],
    [
      'a workspace that the manifest does not name',
      manifest(),
      lock(
        {},
        { '': { workspaces: ['tools/*'] }, 'tools/x': {}, 'node_modules/x': { resolved: 'tools/x', link: true } },
      ),
      ['manifest-disagrees package-lock.json'],
    ],
  ])('%s', async (_, asked, locked, expected) => {
    const head = files(asked, locked);
    expect(said(await check(files(manifest(), lock()), head))).toEqual(expected);
    expect(said(await check(undefined, head))).toEqual(expected);
    expect(said(await audit(head))).toEqual(expected);
    // What the base had is not this change's: neither where nothing changed, nor where something else did.
    expect(said(await check(head, head))).toEqual([]);
    const other = (): Files => ({ ...head, [P]: JSON.stringify(head[P]) });
    expect(said(await check(head, other()))).toEqual([]);
    // Without the manifest nobody knows what it says.
    expect(said(await check({}, { [P]: locked }))).toEqual([]);
  });

  test('an untouched lockfile whose manifest gained a dependency', async () => {
    for (const lockfile of [lock(one), { lockfileVersion: 1, dependencies: { a: { version: '1.0.0' } } }]) {
      const comparison = await check(files(manifest(one), lockfile), files(manifest({ ...one, evil: '1' }), lockfile));
      expect(said(comparison)).toEqual(['not-locked package-lock.json evil']);
      expect(comparison.observations[0]?.args).toMatchObject({ manifest: 'package.json', asked: 'prod 1' });
      expect(listed(comparison)).toEqual(['unchanged package-lock.json 1']);
    }
  });

  test('only what this change introduced beside what the base had', async () => {
    const comparison = await check(
      files(manifest({ old: '1' }), lock()),
      files(manifest({ old: '1', evil: '1' }), lock()),
    );
    expect(said(comparison)).toEqual(['not-locked package-lock.json evil']);
  });

  const workspaces = (more: Files, overrides?: object): Files => ({
    [P]: lock(
      {},
      {
        '': { workspaces: ['packages/*'] },
        'packages/w': manifest({ a: '^2.0.0' }),
        'node_modules/w': { resolved: 'packages/w', link: true },
        'node_modules/a': { version: '1.0.0' },
      },
    ),
    'package.json': { workspaces: ['packages/*'], overrides },
    ...more,
  });

  test('a workspace whose manifest is not there says nothing', async () => {
    expect(said(await check({}, workspaces({})))).toEqual([]);
  });

  test('a workspace’s pin is held against its range, unless the root overrides it', async () => {
    const own = { 'packages/w/package.json': manifest({ a: '^2.0.0' }) };
    expect(said(await check({}, workspaces(own)))).toEqual(['manifest-disagrees package-lock.json a']);
    expect(said(await check({}, workspaces(own, { a: '1.0.0' })))).toEqual(['override-changed package.json']);
  });

  test('lines of the manifests that declare what changed', async () => {
    const comparison = await check(
      {},
      workspaces({ 'packages/w/package.json': '{\n"dependencies": {\n"a": "^2.0.0"}}' }, { a: '1.0.0' }),
    );
    expect(comparison.changes).toMatchObject([
      { name: 'a', direct: true, manifests: [{ path: 'packages/w/package.json', line: 3 }], importers: ['packages/w'] },
    ]);
  });

  test('lines of what both root and lockfile version 1 name', async () => {
    const lockfile = { lockfileVersion: 1, dependencies: { a: { version: '1.0.0' } } };
    const comparison = await check(
      {},
      { 'x/package-lock.json': lockfile, 'x/package.json': '{\n"devDependencies": {\n"a": "1"}}' },
    );
    expect(comparison.changes).toMatchObject([
      { dependencyTypes: ['dev'], manifests: [{ path: 'x/package.json', line: 3 }] },
    ]);
  });
});

describe('manifests without a lockfile', () => {
  const asks = (asked: object): Files => ({ 'x/package.json': asked });

  test.each<[string, Files, Files, string[]]>([
    ['a new one', {}, asks(manifest(one)), ['no-lockfile x/package.json a']],
    ['a new dependency', asks(manifest(one)), asks(manifest(two)), ['no-lockfile x/package.json b']],
    ['another range', asks(manifest(one)), asks(manifest({ a: '2' })), ['no-lockfile x/package.json a']],
    ['one dependency less', asks(manifest(two)), asks(manifest(one)), []],
    ['another script', asks(manifest(one)), asks(manifest(one, { scripts: { x: 'y' } })), []],
    ['peers alone', {}, asks({ peerDependencies: one }), []],
    ['a new one that cannot be read', {}, { 'x/package.json': '{' }, []],
    [
      'a lockfile of another manager in the folder',
      { 'x/yarn.lock': 'y' },
      { ...asks(manifest(one)), 'x/yarn.lock': 'y' },
      [],
    ],
    ['a lockfile above that cannot be read', { 'yarn.lock': 'y' }, { ...asks(manifest(one)), 'yarn.lock': 'y' }, []],
    [
      'a lockfile above that does not count it',
      { [P]: lock() },
      { ...asks(manifest(one)), [P]: lock() },
      ['no-lockfile x/package.json a'],
    ],
  ])('%s', async (_, base, head, expected) => {
    expect(said(await check(base, head))).toEqual(expected);
    expect(said(await audit(head)).filter((each) => each.startsWith('no-lockfile'))).toEqual([]);
  });

  test('a workspace is answered for by the lockfile above, and one that is new there is not', async () => {
    const root = {
      [P]: lock(
        {},
        {
          '': { workspaces: ['p/*'] },
          'p/w': manifest(one),
          'node_modules/a': { version: '1.0.0' },
          'node_modules/w': { resolved: 'p/w', link: true },
        },
      ),
    };
    const comparison = await check(root, {
      ...root,
      'p/w/package.json': manifest(one),
      'p/new/package.json': manifest({ evil: '1' }),
    });
    expect(said(comparison)).toEqual(['no-lockfile p/new/package.json evil']);
  });

  test('not where the policy would leave out its lockfile', async () => {
    expect(said(await check({}, asks(manifest(one)), { isGated: (path) => path !== 'x/package-lock.json' }))).toEqual(
      [],
    );
  });
});

describe('what the parser saw', () => {
  const disagreeing = {
    lockfileVersion: 2,
    packages: { '': { dependencies: { a: '1' } }, 'node_modules/a': { version: '1.0.0' } },
    dependencies: { a: { version: '2.0.0' } },
  };

  test('is told where this change introduced it', async () => {
    const comparison = await check({}, { [P]: disagreeing });
    expect(said(comparison)).toEqual(['maps-disagree package-lock.json a']);
    expect(changed(comparison)).toEqual(['added a@1.0.0 in package-lock.json', 'added a@2.0.0 in package-lock.json']);
    expect(said(await check({ [P]: disagreeing }, { [P]: JSON.stringify(disagreeing) }))).toEqual([]);
  });

  test('entries that nothing asks for, new ones one by one up to twenty', async () => {
    const left = (from: number, to: number): object =>
      lock(
        {},
        Object.fromEntries(
          Array.from({ length: to - from }, (_, at) => [`node_modules/x${from + at}`, { version: '1.0.0', dev: true }]),
        ),
      );
    const comparison = await check({ [P]: left(0, 2) }, { [P]: left(0, 30) });
    expect(comparison.observations).toHaveLength(21);
    expect(comparison.observations.some(({ name }) => name === 'x1')).toBe(false);
    expect(comparison.observations.find(({ name }) => name === undefined)?.args).toEqual({ more: 8 });
    expect(comparison.changes.every(({ dependencyTypes }) => dependencyTypes.join() === 'prod')).toBe(true);
    expect((await check({ [P]: left(0, 30) }, { [P]: left(0, 2) })).observations).toEqual([]);
  });
});

test('an audit tells everything that is locked, with manifests', async () => {
  const comparison = await audit({ [P]: lock(two), 'package.json': '{"dependencies":{\n"a":"1.0.0","b":"1.0.0"}}' });
  expect(comparison).toMatchObject({ mode: 'audit', head: 'head', errors: [], observations: [] });
  expect(listed(comparison)).toEqual(['unchanged package-lock.json 2']);
  expect(comparison.changes).toMatchObject([
    { kind: 'added', name: 'a', baseVersions: ['1.0.0'], via: [['a']], manifests: [{ path: 'package.json', line: 2 }] },
    { kind: 'added', name: 'b' },
  ]);
});

test('the same snapshots give the same comparison', async () => {
  const base = { [P]: lock(one), 'x/package-lock.json': lock(two), 'x/package.json': manifest(two) };
  const head = {
    [P]: lock(two),
    'x/package-lock.json': lock(one),
    'x/package.json': manifest({ c: '1' }),
    'y/package.json': manifest(one),
  };
  const [first, second] = [await check(base, head), await check(base, head)];
  expect(JSON.stringify(first)).toBe(JSON.stringify(second));
});

describe('names that are not what they seem', () => {
  const workspace = { 'packages/own': { name: '@acme/own', version: '1.0.0' } };
  const own = { 'packages/own/package.json': { name: '@acme/own', private: true } };
  const root = { workspaces: ['packages/*'] };
  const locked = (more: object) => lock({}, { '': root, ...workspace, ...more });
  const base = { [P]: locked({}), 'package.json': root, ...own };
  const taken = {
    'node_modules/@acme/own': { version: '9.0.0', resolved: 'https://registry.example/@acme/own/-/own-9.0.0.tgz' },
  };

  test('a registry gives the name of a private workspace', async () => {
    const { changes } = await check(base, { ...base, [P]: locked(taken) });
    expect(changes.map(({ name, workspace: by }) => [name, by])).toEqual([['@acme/own', 'packages/own/package.json']]);
  });

  test('the workspace that the head makes public or renames is still the one of the base', async () => {
    const head = { ...base, [P]: locked(taken), 'packages/own/package.json': { name: 'other' } };
    const { changes } = await check(base, head);
    expect(changes.map(({ workspace: by }) => by)).toEqual(['packages/own/package.json']);
  });

  test('a workspace that is published may come from a registry', async () => {
    const published = { ...base, 'packages/own/package.json': { name: '@acme/own' } };
    const { changes } = await check(published, { ...published, [P]: locked(taken) });
    expect(changes.map(({ workspace: by }) => by)).toEqual([undefined]);
  });

  test('an alias of what was there under its own name is a change, and one that the base had is told', async () => {
    const alias = (name: string, version = '1.0.0') => ({ [`node_modules/${name}`]: { name: 'a', version } });
    const added = await check({ [P]: lock(one) }, { [P]: lock(one, alias('z')) });
    expect(added.changes.map(({ changed: what, aliases, baseAliases }) => [what, aliases, baseAliases])).toEqual([
      [['alias'], ['z'], undefined],
    ]);
    const upgraded = await check({ [P]: lock({}, alias('z')) }, { [P]: lock({}, alias('z', '2.0.0')) });
    expect(upgraded.changes.map(({ aliases, baseAliases }) => [aliases, baseAliases])).toEqual([[['z'], ['z']]]);
  });
});
