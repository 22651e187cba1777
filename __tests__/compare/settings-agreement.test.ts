import { describe, expect, test } from '@jest/globals';

import type { Comparison } from '../../src/model/index.ts';
import { compareSnapshots } from '../../src/compare/compare.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

type Files = Readonly<Record<string, MemoryFile>>;
const integrity = `sha512-${'A'.repeat(86)}==`;

const compare = (base: Files | undefined, head: Files, mode: 'check' | 'audit' = 'check'): Promise<Comparison> =>
  compareSnapshots(base && memorySnapshot(base), memorySnapshot(head), { isGated: () => true, mode });

/** What is said of lockfile and settings, each as code, keys and the two sides. */
function said({ observations, errors }: Comparison): readonly string[] {
  return [
    ...observations
      .filter(({ code }) => /disagree|not-locked/.test(code))
      .map(({ code, name, line, args: { list, key, asked, locked, pinned, more } }) =>
        [`${code}:${line}`, list, key ?? name, more, asked ?? '-', locked ?? '-', pinned]
          .filter((part) => part !== undefined)
          .join(' '),
      ),
    ...errors.map(({ code, path }) => `${code} ${path ?? ''}`),
  ];
}

interface Pnpm {
  /** Blocks of the lockfile before its importers. */
  readonly blocks?: string;
  readonly specifier?: string;
  readonly version?: string;
  readonly workspace?: string;
  readonly manifest?: object;
}

/** A project of pnpm that asks for `a`, and pins it. */
function pnpm({ blocks = '', specifier = '^1.0.0', version = '1.0.0', workspace, manifest = {} }: Pnpm = {}): Files {
  return {
    'pnpm-lock.yaml': `lockfileVersion: '9.0'

${blocks}importers:
  .:
    dependencies:
      a:
        specifier: '${specifier}'
        version: ${version}
packages:
  a@${version}:
    resolution: {integrity: ${integrity}}
snapshots:
  a@${version}: {}
`,
    'package.json': { name: 'example', dependencies: { a: '^1.0.0' }, ...manifest },
    ...(workspace === undefined ? {} : { 'pnpm-workspace.yaml': workspace }),
  };
}

describe('overrides of pnpm', () => {
  const locked = 'overrides:\n  a: 2.0.0\n';
  const forced = { blocks: locked, specifier: '2.0.0', version: '2.0.0' };

  test.each<[string, Pnpm]>([
    ['in pnpm-workspace.yaml', { ...forced, workspace: 'overrides:\n  a: 2.0.0\n' }],
    ['in package.json', { ...forced, manifest: { pnpm: { overrides: { a: '2.0.0' } } } }],
    ['as resolutions', { ...forced, manifest: { resolutions: { a: '2.0.0' } } }],
    [
      'by reference to a dependency',
      { ...forced, manifest: { devDependencies: { b: '2.0.0' }, pnpm: { overrides: { a: '$b' } } } },
    ],
    ['by a catalog', { ...forced, workspace: "catalog:\n  a: 2.0.0\noverrides:\n  a: 'catalog:'\n" }],
    [
      'of a range, of what another asks for, and of a folder',
      {
        blocks: "overrides:\n  ajv@>=7.0.0-alpha.0 <8.18.0: '>=8.18.0'\n  c@1>d: ^6\n  e: link:../../e\n",
        workspace: "overrides:\n  ajv@>=7.0.0-alpha.0 <8.18.0: '>=8.18.0'\n  c@1>d: ^6\n  e: link:./e\n",
      },
    ],
  ])('%s agree', async (_, project) => {
    const found = said(await compare(pnpm(), pnpm(project)));
    expect(found.filter((each) => !each.includes('not-locked'))).toEqual([]);
  });

  describe('in a manifest, which pnpm 11 does not read', () => {
    const disagreeing = async (project: Pnpm) =>
      said(await compare(pnpm(), pnpm(project))).filter((each) => each.startsWith('setting-disagrees'));
    const lists = [{ resolutions: { z: '1.0.0' } }, { pnpm: { overrides: { z: '1.0.0' } } }];

    test.each(lists)('need not be locked by pnpm 11: %j', async (list) => {
      expect(await disagreeing({ manifest: { packageManager: 'pnpm@11.28.11', ...list } })).toEqual([]);
    });

    test.each(lists)('must be locked by an older one, and where the manifest does not say: %j', async (list) => {
      const missing = ['setting-disagrees:1 overrides z 1.0.0 -'];
      expect(await disagreeing({ manifest: { packageManager: 'pnpm@10.34.9', ...list } })).toEqual(missing);
      expect(await disagreeing({ manifest: list })).toEqual(missing);
    });

    test('do not explain what a lockfile of pnpm 11 has', async () => {
      const manifest = { packageManager: 'pnpm@11.28.11', resolutions: { a: '2.0.0' } };
      expect(await disagreeing({ ...forced, manifest })).toEqual(['setting-disagrees:4 overrides a - 2.0.0']);
    });
  });

  test.each<[string, Pnpm, string]>([
    ['an override that only the lockfile has', forced, 'setting-disagrees:4 overrides a - 2.0.0'],
    [
      'another value',
      { ...forced, workspace: 'overrides: {a: 1.5.0}\n' },
      'setting-disagrees:4 overrides a 1.5.0 2.0.0',
    ],
    ['one that was not locked', { workspace: 'overrides: {z: 1.0.0}\n' }, 'setting-disagrees:1 overrides z 1.0.0 -'],
    [
      'a catalog that has no such entry',
      { ...forced, workspace: "catalog: {a: 1.0.0}\noverrides: {a: 'catalog:'}\n" },
      'setting-disagrees:4 overrides a 1.0.0 2.0.0',
    ],
    [
      'a specifier that no override gives',
      { ...forced, specifier: '3.0.0', workspace: 'overrides: {a: 2.0.0}\n' },
      'manifest-disagrees:12 a prod ^1.0.0 prod 3.0.0',
    ],
    [
      'a pin that is neither',
      { ...forced, version: '9.0.0', workspace: 'overrides: {a: 2.0.0}\n' },
      'manifest-disagrees:12 a prod ^1.0.0 prod ^1.0.0 a@9.0.0',
    ],
  ])('%s', async (_, project, expected) => {
    expect(said(await compare(pnpm(), pnpm(project)))).toContain(expected);
    // What the base has already is not the fault of this change, and no audit is about a change.
    const later = { ...pnpm(project), 'README.md': 'x' };
    expect(said(await compare(pnpm(project), later))).toEqual([]);
    expect(said(await compare(undefined, later, 'audit')).filter((each) => each.startsWith('setting'))).toEqual([]);
  });

  test('settings that change without the lockfile disagree with it', async () => {
    expect(said(await compare(pnpm(), pnpm({ workspace: 'overrides: {z: 1.0.0}\n' })))).toEqual([
      'setting-disagrees:1 overrides z 1.0.0 -',
    ]);
  });

  test('only so many are told one by one', async () => {
    const blocks = `overrides:\n${Array.from({ length: 30 }, (_, at) => `  x${at}: '1'\n`).join('')}`;
    const found = said(await compare(pnpm(), pnpm({ blocks })));
    expect(found).toHaveLength(21);
    expect(found.filter((each) => each.includes(' 10 '))).toHaveLength(1);
  });

  test.each<[string, Files]>([
    ['a manifest that is not there', { ...pnpm(forced), 'package.json': { mode: 'gitlink' as const } }],
    ['a pnpmfile, which may change them', { ...pnpm(forced), '.pnpmfile.cjs': '' }],
    ['config dependencies, which may', pnpm({ ...forced, workspace: 'configDependencies: {x: 1.0.0+sha512-a}\n' })],
  ])('nothing is known under %s', async (_, head) => {
    expect(said(await compare(pnpm(), head)).filter((each) => each.startsWith('setting'))).toEqual([]);
  });

  test('a file of the head that is not well formed is an error, unless it was so before', async () => {
    const broken = pnpm({ ...forced, workspace: 'overrides: &x {a: 2.0.0}\n' });
    expect(said(await compare(pnpm(), broken))).toEqual(['manifest-invalid pnpm-workspace.yaml']);
    expect(said(await compare({ ...broken, 'README.md': '' }, broken))).toEqual([]);
  });
});

describe('catalogs of pnpm', () => {
  const asking = (catalog: string) => ({ manifest: { dependencies: { a: catalog } } });
  const project = (locked: string, workspace: string, more: Pnpm = {}): Files =>
    pnpm({ blocks: locked, workspace, specifier: 'catalog:', ...asking('catalog:'), ...more });
  const locked = 'catalogs:\n  default:\n    a:\n      specifier: ^1.0.0\n      version: 1.0.0\n';

  test('that agree, by either way to write the default one', async () => {
    expect(said(await compare(pnpm(), project(locked, 'catalog: {a: ^1.0.0}\n')))).toEqual([]);
    expect(said(await compare(pnpm(), project(locked, 'catalogs: {default: {a: ^1.0.0}}\n')))).toEqual([]);
    const named = project(locked.replace('default', 'old'), 'catalogs: {old: {a: ^1.0.0}, new: {a: ^2.0.0}}\n', {
      specifier: 'catalog:old',
      ...asking('catalog:old'),
    });
    expect(said(await compare(pnpm(), named))).toEqual([]);
  });

  test.each<[string, Files, readonly string[]]>([
    [
      'an entry that only the lockfile has',
      project(locked, 'packages: []\n'),
      ['setting-disagrees:5 catalogs default a - ^1.0.0'],
    ],
    [
      'another range',
      project(locked, 'catalog: {a: ^1.2.0}\n'),
      ['setting-disagrees:5 catalogs default a ^1.2.0 ^1.0.0'],
    ],
    [
      'a pin outside its range',
      project(locked, 'catalog: {a: ^1.0.0}\n', { version: '9.0.0' }),
      ['manifest-disagrees:15 a prod catalog: prod catalog: a@9.0.0'],
    ],
    [
      'no entry for what is asked for',
      project('', 'catalog: {a: ^1.0.0}\n'),
      ['manifest-disagrees:10 a prod catalog: prod catalog: a@1.0.0'],
    ],
  ])('%s', async (_, head, expected) => {
    expect(said(await compare(pnpm(), head))).toEqual(expected);
  });
});

describe('peers of an importer of pnpm', () => {
  const peers = (spec: string) => ({ manifest: { dependencies: {}, peerDependencies: { a: spec } } });
  test('are locked as they are asked for, or not at all', async () => {
    expect(said(await compare(undefined, pnpm(peers('^1.0.0'))))).toEqual([]);
    const none = { ...pnpm(peers('^1.0.0')), 'pnpm-lock.yaml': "lockfileVersion: '9.0'\nimporters:\n  .: {}\n" };
    expect(said(await compare(undefined, none))).toEqual([]);
    expect(said(await compare(undefined, pnpm(peers('^2.0.0'))))).toEqual([
      'manifest-disagrees:10 a peer ^2.0.0 peer ^1.0.0',
    ]);
    expect(said(await compare(undefined, pnpm({ ...peers('^1.0.0'), version: '9.0.0' })))).toEqual([
      'manifest-disagrees:10 a peer ^1.0.0 peer ^1.0.0 a@9.0.0',
    ]);
  });
});

describe('bun', () => {
  interface Bun {
    readonly locked?: object;
    readonly manifest?: object;
    readonly spec?: string;
    readonly version?: string;
  }
  function bun({ locked = {}, manifest = {}, spec = '^1.0.0', version = '1.0.0' }: Bun = {}): Files {
    const asked = { name: 'example', dependencies: { a: spec } };
    const packages = { a: [`a@${version}`, '', {}, integrity] };
    return {
      'bun.lock': { lockfileVersion: 1, workspaces: { '': asked }, ...locked, packages },
      'package.json': { ...asked, ...manifest },
    };
  }
  const same = (settings: object, more: Bun = {}): Files => bun({ locked: settings, manifest: settings, ...more });

  test.each<[string, Files]>([
    ['overrides', same({ overrides: { a: '2.0.0' } }, { version: '2.0.0' })],
    [
      'resolutions',
      bun({ locked: { overrides: { a: '2.0.0' } }, manifest: { resolutions: { '**/a': '2.0.0' } }, version: '2.0.0' }),
    ],
    [
      'nested overrides and ranges, as bun 1.4 writes them',
      bun({
        locked: { overrides: { 'a@^1': { '.': '1.0.0' }, b: { c: '7.0.0' }, d: { e: '2.0.0' }, f: '3.0.0' } },
        manifest: {
          overrides: { 'a@^1': '1.0.0', b: { c: '7.0.0' }, 'd>e': '2.0.0', f: { '.': '3.0.0', g: { h: '1' } } },
        },
      }),
    ],
    [
      'paths of resolutions, and what a reference stands for',
      bun({
        locked: { overrides: { '@s/b': { c: '7.0.0' }, z: '^1.0.0' } },
        manifest: { resolutions: { '@s/b/c': '7.0.0', z: '$a' } },
      }),
    ],
    ['nested overrides, which bun 1.3 leaves out', bun({ manifest: { overrides: { b: { c: '7.0.0' } } } })],
    ['a catalog', same({ catalog: { a: '^1.0.0' } }, { spec: 'catalog:' })],
    [
      'catalogs below workspaces',
      bun({
        locked: { catalogs: { x: { a: '^1.0.0' } } },
        manifest: { workspaces: { catalogs: { x: { a: '^1.0.0' } } } },
        spec: 'catalog:x',
      }),
    ],
    [
      'trusted and patched packages',
      same({ trustedDependencies: ['a'], patchedDependencies: { 'a@1.0.0': 'patches/a.patch' } }),
    ],
    ['trusted packages that are not installed', bun({ manifest: { trustedDependencies: ['z'] } })],
  ])('%s agree', async (_, head) => {
    expect(said(await compare(bun(), head))).toEqual([]);
  });

  test.each<[string, Files, string]>([
    [
      'an override',
      bun({ locked: { overrides: { a: '2.0.0' } }, version: '2.0.0' }),
      'setting-disagrees:10 overrides a - 2.0.0',
    ],
    [
      'an override that was not locked',
      bun({ manifest: { overrides: { a: '2.0.0' } } }),
      'setting-disagrees:1 overrides a 2.0.0 -',
    ],
    [
      'a catalog',
      bun({ locked: { catalog: { a: '^1.0.0' } }, manifest: { catalog: { a: '^2.0.0' } }, spec: 'catalog:' }),
      'setting-disagrees:11 catalogs default a ^2.0.0 ^1.0.0',
    ],
    [
      'a pin outside its catalog',
      same({ catalog: { a: '^1.0.0' } }, { spec: 'catalog:', version: '9.0.0' }),
      'manifest-disagrees:14 a prod catalog: prod catalog: a@9.0.0',
    ],
    [
      'a trusted package',
      bun({ locked: { trustedDependencies: ['a'] } }),
      'setting-disagrees:10 trustedDependencies a - ',
    ],
    [
      'a patch',
      bun({ locked: { patchedDependencies: { 'a@1.0.0': 'x.patch' } } }),
      'setting-disagrees:11 patchedDependencies a@1.0.0 - x.patch',
    ],
  ])('%s', async (_, head, expected) => {
    expect(said(await compare(bun(), head)).map((each) => each.replace(/:\d+ /, ':_ '))).toContain(
      expected.replace(/:\d+ /, ':_ '),
    );
  });

  test('the lists of workspaces count too', async () => {
    const workspaces = { '': { name: 'example' }, 'packages/x': { name: 'x' } };
    const files = (trusted: readonly string[]): Files => ({
      'bun.lock': { lockfileVersion: 1, workspaces, trustedDependencies: ['a'], packages: {} },
      'package.json': { name: 'example', workspaces: ['packages/*'] },
      'packages/x/package.json': { name: 'x', trustedDependencies: trusted },
    });
    expect(said(await compare(bun(), files(['a'])))).toEqual([]);
    expect(said(await compare(bun(), files([])))).toHaveLength(1);
  });
});
