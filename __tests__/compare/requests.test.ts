import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../src/compare/compare.ts';
import type { Change } from '../../src/model/index.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** What a change says of who requires its package: where a git dependency is asked for, and what pulls a new name in. */

type Files = Readonly<Record<string, MemoryFile>>;
type Dependencies = Readonly<Record<string, string>>;

async function changeOf(name: string, base: Files, head: Files): Promise<Change | undefined> {
  const { changes } = await compareSnapshots(memorySnapshot(base), memorySnapshot(head), {
    ...{ isGated: () => true, mode: 'check' },
  });
  return changes.find((change) => change.name === name && change.kind !== 'removed');
}

/** A project of npm: its root's dependencies, and entries with theirs. */
function project(
  dependencies: Dependencies,
  packages: Readonly<Record<string, object>>,
  more: { folders?: object } = {},
): Files {
  const entries = Object.entries(packages).map(([name, entry]) => [
    `node_modules/${name}`,
    { version: '1.0.0', ...entry },
  ]);
  const lock = {
    lockfileVersion: 3,
    packages: { '': { dependencies }, ...(Object.fromEntries(entries) as object), ...more.folders },
  };
  return { 'package.json': { dependencies }, 'package-lock.json': lock };
}

describe('a git dependency', () => {
  const at = (letter: string) => `git+ssh://git@github.com/acme/tool.git#${letter.repeat(40)}`;
  const locked = (spec: string, letter: string, more: Readonly<Record<string, object>> = {}) =>
    project({ tool: spec }, { tool: { resolved: at(letter) }, ...more });

  test('that moves has both commits, and the addresses that ask for it', async () => {
    const moved = await changeOf('tool', locked('acme/tool#main', 'a'), locked('acme/tool#main', 'b'));
    expect([moved?.source.spec, moved?.previousSource?.spec]).toEqual([at('b'), at('a')]);
    expect(moved?.requestedAs).toEqual(['acme/tool#main']);
  });

  test('has the address of each package that asks for it, and no range', async () => {
    const other = { other: { dependencies: { tool: 'zeta/tool' } }, third: { dependencies: { tool: '^1.0.0' } } };
    const found = await changeOf(
      'tool',
      project({}, {}),
      project({ tool: 'acme/tool', other: '*', third: '*' }, { tool: { resolved: at('a') }, ...other }),
    );
    expect(found?.requestedAs).toEqual(['acme/tool', 'zeta/tool']);
  });
});

describe('a new name has every package that requires it', () => {
  const base = project({ a: '*', b: '*' }, { a: {}, b: {} });
  const needs = (...names: readonly string[]) => ({
    version: '1.1.0',
    dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
  });
  const dependentsOf = async (head: Files) => {
    const found = await changeOf('fresh', base, head);
    expect(found?.kind).toBe('added');
    return found?.dependents;
  };

  test('of a registry', async () => {
    const head = project({ a: '*', b: '*' }, { a: needs('fresh'), b: needs('fresh'), fresh: {} });
    expect(await dependentsOf(head)).toEqual([
      { name: 'a', version: '1.1.0', as: 'fresh' },
      { name: 'b', version: '1.1.0', as: 'fresh' },
    ]);
  });

  test('under the name that it asks for', async () => {
    const head = project(
      { a: '*' },
      { a: { ...needs(), dependencies: { other: 'npm:fresh@*' } }, other: { name: 'fresh' } },
    );
    expect(await dependentsOf(head)).toEqual([{ name: 'a', version: '1.1.0', as: 'other' }]);
  });

  test.each<[string, Files]>([
    ['a manifest asks for it', project({ a: '*', b: '*', fresh: '*' }, { a: needs('fresh'), b: {}, fresh: {} })],
    [
      'a package from git requires it',
      project(
        { a: 'acme/a', b: '*' },
        { a: { ...needs('fresh'), resolved: 'git+ssh://git@github.com/acme/a.git#1' }, b: {}, fresh: {} },
      ),
    ],
    [
      'a folder of the repository requires it beside an upgrade',
      project(
        { a: '*', c: 'file:c' },
        { a: needs('fresh'), c: { version: undefined, resolved: 'c', link: true }, fresh: {} },
        { folders: { c: { version: '1.0.0', dependencies: { fresh: '*' } } } },
      ),
    ],
    [
      'only an optional peer asks for it',
      project(
        { a: '*', b: '*' },
        {
          a: {
            version: '1.1.0',
            peerDependencies: { fresh: '*' },
            peerDependenciesMeta: { fresh: { optional: true } },
          },
          b: {},
          fresh: {},
        },
      ),
    ],
    ['nothing requires it', project({ a: '*', b: '*' }, { a: { version: '1.1.0' }, b: {}, fresh: {} })],
  ])('and none of them where %s', async (_, head) => {
    expect(await dependentsOf(head)).toBeUndefined();
  });
});
