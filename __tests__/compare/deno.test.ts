import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../src/compare/compare.ts';
import type { Comparison } from '../../src/model/index.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** What deno writes, held against the manifests that it was written for. */
type Files = Readonly<Record<string, MemoryFile>>;

const states = JSON.parse(readFileSync(new URL('../fixtures/deno/states.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, string>>>
>;
const stateOf = (name: string): Readonly<Record<string, string>> => states[name] ?? {};
const integrity = `sha512-${'A'.repeat(86)}==`;

const compare = (base: Files, head: Files): Promise<Comparison> =>
  compareSnapshots(memorySnapshot(base), memorySnapshot(head), { isGated: () => true, mode: 'check' });

async function said(base: Files, head: Files): Promise<readonly string[]> {
  const { observations, errors } = await compare(base, head);
  return [
    ...observations.map(({ code, name, args: { added, changed } }) => `${code} ${name ?? added ?? changed ?? '-'}`),
    ...errors.map(({ code }) => code),
  ].sort();
}

/** One package.json and what the lockfile says of it. */
const project = (dependencies: object, lock: object, more: Files = {}): Files => ({
  'package.json': { name: 'app', dependencies },
  'deno.lock': JSON.stringify({ version: '5', ...lock }),
  ...more,
});
const locked = (specifier: string, key: string, more: object = {}) => ({
  specifiers: { [specifier]: key.slice(key.indexOf('@', 1) + 1) },
  npm: { [key]: { integrity } },
  workspace: { packageJson: { dependencies: [specifier] } },
  ...more,
});

describe('a state that deno wrote', () => {
  /** deno 1.46 locked only what a module imports. */
  const lazy = [
    'manifest-may-disagree @s/base',
    'manifest-may-disagree alpha',
    'manifest-may-disagree alpha',
    'manifest-may-disagree deep',
    'manifest-may-disagree gamma',
  ];
  const settings: Readonly<Record<string, readonly string[]>> = {
    'links-v5': ['override-changed links, patch'],
    'cat-v3': ['override-changed overrides.alpha'],
    'cat-v4': ['override-changed overrides.alpha'],
    'cat-v5': ['override-changed overrides.alpha'],
    'ws-v3': lazy,
  };

  test.each(Object.keys(states))('%s agrees with its manifests', async (name) => {
    expect(await said({}, stateOf(name))).toEqual(settings[name] ?? []);
  });

  test.each(['plain', 'full', 'cat'])('%s: a later deno that writes the same anew changes no package', async (name) => {
    const { changes } = await compare(stateOf(`${name}-v4`), stateOf(`${name}-v5`));
    // What it says of tarballs is new; an override of the newest deno takes a version away.
    const other = changes.filter(({ kind, changed }) => kind !== 'removed' && changed.join() !== 'resolved');
    expect(other.map((change) => `${change.name} ${change.changed.join()}`)).toEqual([]);
  });
});

describe('names, types and ranges come from the manifests', () => {
  const changesOf = async (name: string) => (await compare({}, stateOf(name))).changes;

  test.each(['plain-v3', 'plain-v4', 'plain-v5'])('%s', async (name) => {
    const found = (await changesOf(name)).map(
      (change) =>
        `${change.name}@${change.version} ${change.dependencyTypes.join()} ${change.direct} ${change.aliases.join()}`,
    );
    expect(found).toEqual([
      'alpha@1.1.0 prod false ',
      'alpha@2.0.0 prod,dev true al',
      'beta@2.0.0 prod true ',
      'gamma@1.0.0 prod true ',
      'left-pad@1.1.0 prod false al',
      'native@1.0.0 dev true ',
      'native-linux@1.0.0 dev false ',
      'native-win@1.0.0 dev false ',
      'plugin@1.0.0 dev true ',
    ]);
  });

  test('a direct dependency has its line in the manifest', async () => {
    const changes = await changesOf('plain-v5');
    expect(changes.find(({ name }) => name === 'beta')?.manifests).toEqual([{ path: 'package.json', line: 1 }]);
  });

  test('a member of a workspace is an importer', async () => {
    const deep = (await changesOf('ws-v5')).find(({ name }) => name === 'deep');
    expect(deep).toMatchObject({ importers: ['packages/q'], direct: true });
  });

  test('a member that another one asks for is a workspace', async () => {
    const lock = JSON.stringify({ version: '5', workspace: { members: { p: {}, q: {} } } });
    const head: Files = {
      'deno.json': '{ "workspace": ["p", "q"] }',
      'p/package.json': { name: 'p', version: '1.0.0' },
      'q/package.json': { name: 'q', dependencies: { p: '^1.0.0' } },
      'deno.lock': lock,
    };
    expect(await said({}, head)).toEqual([]);
  });
});

describe('what manifest and lockfile say differently', () => {
  test('a range that the lockfile has written anew is the same', async () => {
    expect(await said({}, project({ a: '~1.2.0' }, locked('npm:a@1.2', 'a@1.2.9')))).toEqual([]);
  });

  test('another major version than the manifest asks for is a doubt, because deno resolves it anew', async () => {
    expect(await said({}, project({ a: '^2.0.0' }, locked('npm:a@1', 'a@1.0.0')))).toEqual(['manifest-may-disagree a']);
  });

  test('a version outside of the range that it stands for contradicts the manifest', async () => {
    expect(await said({}, project({ a: '^2.0.0' }, locked('npm:a@2', 'a@1.0.0')))).toEqual(['manifest-disagrees a']);
  });

  test('another package under the name contradicts the manifest', async () => {
    const lock = { ...locked('npm:a@2', 'a@2.0.0'), npm: { 'b@2.0.0': { integrity } } };
    expect(await said({}, project({ a: '^2.0.0' }, lock))).toEqual(['unsupported -']);
  });

  test("what npm's lockfile beside answers for is not missed", async () => {
    const npmLock = (dependencies: object, packages: object) => ({
      'package-lock.json': { lockfileVersion: 3, packages: { '': { name: 'app', dependencies }, ...packages } },
    });
    const base = project({}, {}, npmLock({}, {}));
    const asked = { a: '^1.0.0' };
    const head = project(asked, {}, npmLock(asked, { 'node_modules/a': { version: '1.0.0', integrity } }));
    expect(await said(base, head)).toEqual([]);
    expect(await said(project({}, {}), project(asked, {}))).toEqual(['manifest-may-disagree a']);
  });

  const imports = (spec: string, lock: object): Files => ({
    'deno.json': JSON.stringify({ imports: { a: spec } }),
    'deno.lock': JSON.stringify({ version: '5', ...lock }),
  });

  test('what deno.json newly asks for and the lockfile does not answer is a doubt', async () => {
    expect(
      await said(imports('npm:a@1', locked('npm:a@1', 'a@1.0.0')), imports('npm:b@1', locked('npm:a@1', 'a@1.0.0'))),
    ).toEqual(['manifest-may-disagree a']);
  });

  test('what it asks for and the lockfile answers outside of the range is a doubt', async () => {
    expect(await said({}, imports('npm:a@2', locked('npm:a@2', 'a@1.0.0')))).toEqual(['manifest-may-disagree a']);
  });

  test('what deno.json asks for in other words than the lockfile, or of JSR, is none', async () => {
    expect(await said({}, imports('npm:a@^2.0.0', locked('npm:a@2', 'a@2.1.0')))).toEqual([]);
    expect(await said({}, imports('jsr:@s/a@^2.0.0', {}))).toEqual([]);
    expect(await said({}, imports('npm:a@latest', locked('npm:a@latest', 'a@2.1.0-rc.1')))).toEqual([]);
  });

  test('a dependency that no registry answers is not missed', async () => {
    expect(await said({}, project({ a: 'file:./a', b: 'github:o/b' }, {}))).toEqual([]);
  });
});

describe('a deno.lock that cannot be read', () => {
  const npmSide = (version: string): Files => ({
    'package.json': { name: 'app', dependencies: { a: version } },
    'package-lock.json': {
      lockfileVersion: 3,
      packages: { '': { name: 'app', dependencies: { a: version } }, 'node_modules/a': { version, integrity } },
    },
  });

  test.each([
    ['no JSON', '{ not json'],
    ['an unknown version', '{"version":"9"}'],
    ['a key twice', '{"version":"5","version":"5"}'],
    ['nothing', ''],
    ['a Git LFS pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:a\nsize 1\n'],
  ])('with %s is a finding, and the lockfile beside it is judged', async (_, text) => {
    const head = { ...npmSide('1.1.0'), 'deno.lock': text };
    const { changes, errors, observations } = await compare(npmSide('1.0.0'), head);
    expect(errors).toEqual([]);
    expect(observations.map(({ code, path }) => `${code} ${path}`)).toEqual(['unsupported deno.lock']);
    expect(changes.map(({ name, version }) => `${name} ${version}`)).toEqual(['a 1.1.0']);
  });

  test('in the base too is nothing, unless nothing else answers for a manifest that changes', async () => {
    const broken = { 'deno.lock': '{ not json' };
    const alone = (version: string): Files => ({ 'package.json': { dependencies: { a: version } }, ...broken });
    expect(await said(alone('1.0.0'), alone('1.1.0'))).toEqual(['unsupported -']);
    expect(await said({ ...npmSide('1.0.0'), ...broken }, { ...npmSide('1.1.0'), ...broken })).toEqual([]);
  });
});

test('deleting the lockfile beside a deno.lock leaves nothing that answers for the manifest', async () => {
  const lock = { 'deno.lock': '{"version":"5"}' };
  const npm: Files = {
    'package.json': { name: 'app' },
    'package-lock.json': { lockfileVersion: 3, packages: { '': { name: 'app' } } },
  };
  const without: Files = { 'package.json': { name: 'app' } };
  expect(await said({ ...npm, ...lock }, { ...without, ...lock })).toContain('deleted -');
  expect(await said(npm, { ...without, ...lock })).toContain('deleted -');
});

test('a deno.lock beside another lockfile does not compete with it', async () => {
  const npm: Files = {
    'package.json': { name: 'app' },
    'package-lock.json': { lockfileVersion: 3, packages: { '': { name: 'app' } } },
  };
  expect(await said(npm, { ...npm, 'deno.lock': '{"version":"5"}' })).toEqual([]);
});

describe('a folder in the place of a package', () => {
  const find = async (head: Files) => (await compare({}, head)).changes.find(({ name }) => name === 'alpha')?.source;

  test('is declared where deno.json names it', async () => {
    expect(await find(stateOf('links-v5'))).toMatchObject({ kind: 'link', declared: true, spec: 'file:vendor/alpha' });
  });

  test('is not where only the lockfile has it', async () => {
    const others = Object.fromEntries(Object.entries(stateOf('links-v5')).filter(([path]) => path !== 'deno.json'));
    expect(await find(others)).toMatchObject({ kind: 'link', spec: 'alpha' });
    expect((await find(others))?.declared).not.toBe(true);
  });

  test('that leaves the repository is outside', async () => {
    const state = stateOf('links-v5');
    const lock = { 'd/deno.lock': state['deno.lock'] ?? '', 'd/deno.json': '{"links":["../../alpha"]}' };
    expect((await find(lock))?.declared).not.toBe(true);
  });
});

describe('settings of deno', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'harmless ones',
      '{ "nodeModulesDir": "auto", "tasks": { "a": "b" }, "fmt": {}, "imports": {}, "compilerOptions": {} }',
      [],
    ],
    ['another lockfile', '{ "lock": "other.lock" }', ['manager-replaced lock']],
    ['no lockfile', '{ "lock": false }', ['manager-replaced lock']],
    ['the usual lockfile, asked for by name', '{ "lock": "deno.lock" }', []],
    ['the usual lockfile, asked for', '{ "lock": true }', ['setting-noted lock']],
    ['links', '{ "links": ["./x"] }', ['override-changed links']],
    ['an import map elsewhere', '{ "importMap": "./map.json" }', ['setting-changed importMap']],
    ['allowed scripts', '{ "allowScripts": ["npm:a"] }', ['setting-changed allowScripts']],
    ['one that nobody knows', '{ "fetchFrom": "x" }', ['setting-changed fetchFrom']],
    ['no JSON', '{ ]', ['setting-changed the whole file']],
  ])('%s', async (_, text, expected) => {
    for (const name of ['deno.json', 'deno.jsonc']) expect(await said({}, { [name]: text })).toEqual(expected);
  });

  test('a comment and a comma behind the last member are none', async () => {
    const written = '{\n  // "lock": false\n  "lock": true, /* "vendor": true */\n}\n';
    expect(await said({ 'deno.json': '{"lock":true}' }, { 'deno.json': written })).toEqual([]);
  });
});
