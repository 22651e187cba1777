import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../src/compare/compare.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

type Files = Readonly<Record<string, MemoryFile>>;

/** What one package manager means otherwise than another, where only a comparison shows it. */
const check = (base: Files, head: Files) =>
  compareSnapshots(memorySnapshot(base), memorySnapshot(head), { isGated: () => true, mode: 'check' });

const sha = `sha512-${'a'.repeat(86)}==`;

/** A project of which the root asks for some packages, and whose workspace `packages/own` asks for nothing. */
const projects: Readonly<Record<string, (asked: readonly string[]) => readonly [path: string, text: string]>> = {
  npm: (asked) => {
    const dependencies = Object.fromEntries(asked.map((name) => [name, '1.0.0']));
    const packages = {
      '': { workspaces: ['packages/*'], dependencies },
      'packages/own': { name: '@acme/own', version: '1.0.0' },
      ...Object.fromEntries(asked.map((name) => [`node_modules/${name}`, { version: '1.0.0', integrity: sha }])),
    };
    return ['package-lock.json', JSON.stringify({ lockfileVersion: 3, packages })];
  },
  'yarn-berry': (asked) => {
    const entries = [
      '__metadata:\n  version: 8\n',
      '"root@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "root@workspace:."\n  linkType: soft\n',
      '"old@workspace:packages/own":\n  version: 0.0.0-use.local\n  resolution: "old@workspace:packages/own"\n  linkType: soft\n',
      ...asked.map(
        (name) => `"${name}@npm:1.0.0":\n  version: 1.0.0\n  resolution: "${name}@npm:1.0.0"\n  linkType: hard\n`,
      ),
    ];
    return ['yarn.lock', entries.join('\n')];
  },
  pnpm: (asked) => {
    const lines = ["lockfileVersion: '9.0'", 'importers:', '  .:', '    dependencies:'];
    for (const name of asked) lines.push(`      '${name}': { specifier: 1.0.0, version: 1.0.0 }`);
    lines.push('  packages/own: {}', 'packages:');
    for (const name of asked) lines.push(`  '${name}@1.0.0': { resolution: { integrity: ${sha} } }`);
    lines.push('snapshots:', ...asked.map((name) => `  '${name}@1.0.0': {}`), '');
    return ['pnpm-lock.yaml', lines.join('\n')];
  },
  bun: (asked) => {
    const dependencies = Object.fromEntries(asked.map((name) => [name, '1.0.0']));
    const workspaces = { '': { name: 'root', dependencies }, 'packages/own': {} };
    const packages = Object.fromEntries(asked.map((name) => [name, [`${name}@1.0.0`, '', {}, sha]]));
    return ['bun.lock', JSON.stringify({ lockfileVersion: 1, workspaces, packages })];
  },
};

function project(manager: string, asked: readonly string[], workspaces: readonly string[] = ['packages/*']): Files {
  const [path, text] = projects[manager]?.(asked) ?? ['', ''];
  return {
    'package.json': { workspaces, dependencies: Object.fromEntries(asked.map((name) => [name, '1.0.0'])) },
    'packages/own/package.json': { name: '@acme/own', private: true },
    [path]: text,
  };
}

test.each(Object.keys(projects))(
  'a registry gives the name of a private workspace, whatever the lockfile of %s calls it',
  async (manager) => {
    const { changes, errors } = await check(project(manager, ['a']), project(manager, ['a', '@acme/own']));
    expect(errors).toEqual([]);
    expect(changes.map(({ name, workspace }) => [name, workspace])).toEqual([
      ['@acme/own', 'packages/own/package.json'],
    ]);
  },
);

test.each([
  ['npm', ['manifest-disagrees packages/own']],
  ['yarn-berry', ['manifest-disagrees packages/own']],
  ['pnpm', []],
  ['bun', ['manifest-disagrees packages/own']],
])('a workspace of %s that the root manifest does not name', async (manager, said) => {
  const { observations } = await check(project(manager, ['a']), project(manager, ['a'], ['apps/*']));
  const told = observations.filter(({ code }) => code === 'manifest-disagrees');
  expect(told.map(({ code, args }) => `${code} ${String(args.workspace)}`)).toEqual(said);
});

describe('what lies in the folder of a bundled package is in the bundle', () => {
  const bundles = async (path: string, base: object, head: object) => {
    const { bundles: found, errors } = await check({ [path]: base }, { [path]: head });
    expect(errors).toEqual([]);
    return found?.map(({ by, members }) => [by?.name, members.map(({ name, as }) => [name, as])]);
  };
  const expected = [
    [
      'holder',
      [
        ['inner', 'inner'],
        ['@s/deep', undefined],
      ],
    ],
  ];

  test('of npm', async () => {
    const lock = (packages: object) => ({ lockfileVersion: 3, packages });
    const holder = { '': { dependencies: { holder: '1' } }, 'node_modules/holder': { version: '1.0.0' } };
    const bundled = { version: '1.0.0', inBundle: true };
    const head = lock({
      ...holder,
      'node_modules/holder/node_modules/inner': bundled,
      'node_modules/holder/node_modules/inner/node_modules/@s/deep': bundled,
    });
    expect(await bundles('package-lock.json', lock(holder), head)).toEqual(expected);
  });

  test('of bun', async () => {
    const lock = (packages: object) => ({
      lockfileVersion: 1,
      workspaces: { '': { name: 'root', dependencies: { holder: '1' } } },
      packages: { holder: ['holder@1.0.0', '', {}, sha], ...packages },
    });
    const head = lock({
      'holder/inner': ['inner@1.0.0', '', { bundled: true }, ''],
      'holder/inner/@s/deep': ['@s/deep@1.0.0', '', { bundled: true }, ''],
    });
    expect(await bundles('bun.lock', lock({}), head)).toEqual(expected);
  });
});

test('of two new lockfiles that compete, that of npm is named', async () => {
  const files = Object.assign({}, ...['bun', 'npm'].map((manager) => project(manager, ['a']))) as Files;
  const { observations } = await check({}, files);
  expect(observations.filter(({ code }) => code === 'competes')).toMatchObject([
    { path: 'package-lock.json', args: { others: 'bun.lock' } },
  ]);
});
