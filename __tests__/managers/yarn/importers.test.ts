import { describe, expect, test } from '@jest/globals';

import type { Comparison } from '../../../src/model/index.ts';
import { compareSnapshots } from '../../../src/compare/compare.ts';
import type { MemoryFile } from '../../support/memory-snapshot.ts';
import { memorySnapshot } from '../../support/memory-snapshot.ts';

/** Yarn's lockfiles say nothing, or not all, of what their importers ask for: the manifests do. */

type Files = Readonly<Record<string, MemoryFile>>;
const options = { isGated: () => true, mode: 'check' } as const;
const check = (base: Files, head: Files): Promise<Comparison> =>
  compareSnapshots(memorySnapshot(base), memorySnapshot(head), options);

/** Each package that is new, with its types, and the folders that reach it. */
const arrived = ({ changes }: Comparison): readonly string[] =>
  changes.map(({ name, version, dependencyTypes, importers, direct }) =>
    [`${name}@${version}`, direct ? 'direct' : 'transitive', dependencyTypes.join('+'), importers.join(' ')].join(
      ' | ',
    ),
  );
const said = ({ observations }: Comparison): readonly string[] =>
  observations.map(({ code, name, args }) => `${code} ${name ?? ''} ${args['manifest'] ?? ''}`.trim());

type Entry = readonly [name: string, spec: string, version: string, requires?: Readonly<Record<string, string>>];

function classic(...entries: readonly Entry[]): string {
  const blocks = entries.map(([name, spec, version, requires = {}]) => {
    const asked = Object.entries(requires).map(([key, value]) => `    ${key} "${value}"\n`);
    const resolved = `https://registry.example/${name}/-/${name}-${version}.tgz`;
    return `${name}@${spec}:\n  version "${version}"\n  resolved "${resolved}"\n  integrity sha512-x\n${asked.length > 0 ? '  dependencies:\n' : ''}${asked.join('')}\n`;
  });
  return `# yarn lockfile v1\n\n\n${blocks.join('')}`;
}

/** @param workspaces by folder: name and what the lockfile says that it asks for */
function berry(
  workspaces: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>>,
  ...entries: readonly Entry[]
): string {
  const map = (requires: Readonly<Record<string, string>>) => {
    const asked = Object.entries(requires).map(([key, value]) => `    ${key}: "npm:${value}"\n`);
    return `${asked.length > 0 ? '  dependencies:\n' : ''}${asked.join('')}`;
  };
  const folders = Object.entries(workspaces).map(([folder, [name, requires]]) => {
    const locator = `${name}@workspace:${folder}`;
    return `"${locator}":\n  version: 0.0.0-use.local\n  resolution: "${locator}"\n${map(requires)}  languageName: unknown\n  linkType: soft\n\n`;
  });
  const blocks = entries.map(
    ([name, spec, version, requires = {}]) =>
      `"${name}@npm:${spec}":\n  version: ${version}\n  resolution: "${name}@npm:${version}"\n${map(requires)}  checksum: 10c0/aa\n  languageName: node\n  linkType: hard\n\n`,
  );
  return `__metadata:\n  version: 8\n  cacheKey: 10c0\n\n${folders.join('')}${blocks.join('')}`;
}

const entries: readonly Entry[] = [
  ['a', '^1.0.0', '1.0.0', { b: '^1.0.0' }],
  ['b', '^1.0.0', '1.0.0'],
  ['t', '^2.0.0', '2.0.0'],
];
const root = { name: 'root', private: true, workspaces: ['packages/*'], devDependencies: { t: '^2.0.0' } };
const member = { name: 'member', version: '1.0.0', dependencies: { a: '^1.0.0' } };
const project = (lockfile: string, more: Files = {}): Files => ({
  'yarn.lock': lockfile,
  'package.json': root,
  'packages/member/package.json': member,
  ...more,
});
const lockfiles = {
  classic: { none: classic(), all: classic(...entries) },
  berry: {
    none: berry({ '.': ['root', {}], 'packages/member': ['member', {}] }),
    all: berry({ '.': ['root', { t: '^2.0.0' }], 'packages/member': ['member', { a: '^1.0.0' }] }, ...entries),
  },
};

describe.each(['classic', 'berry'] as const)('Yarn %s', (format) => {
  const { none, all } = lockfiles[format];
  const empty: Files = {
    'yarn.lock': none,
    'package.json': { name: 'root', private: true, workspaces: ['packages/*'] },
  };

  test('importers are the root and its workspaces; types are those of the manifests', async () => {
    const comparison = await check(empty, project(all));
    expect(arrived(comparison)).toEqual([
      'a@1.0.0 | direct | prod | packages/member',
      'b@1.0.0 | transitive | prod | packages/member',
      't@2.0.0 | direct | dev | ',
    ]);
    expect(said(comparison)).toEqual([]);
  });

  test('a dependency that moves from development to production is a change', async () => {
    const moved = { ...root, devDependencies: {}, dependencies: { t: '^2.0.0' } };
    const comparison = await check(project(all), project(all + '\n', { 'package.json': moved }));
    expect(arrived(comparison)).toEqual(['t@2.0.0 | direct | prod | ']);
  });

  test('a manifest that asks for what no entry answers is not locked', async () => {
    const asking = { ...member, dependencies: { a: '^1.0.0', ghost: '^1.0.0' } };
    const comparison = await check(project(all), project(all, { 'packages/member/package.json': asking }));
    expect(said(comparison)).toEqual(['not-locked ghost packages/member/package.json']);
  });

  test('so is one that asks for another range of what is pinned', async () => {
    const asking = { ...member, dependencies: { a: '^2.0.0' } };
    const comparison = await check(project(all), project(all, { 'packages/member/package.json': asking }));
    expect(said(comparison)).toContain('not-locked a packages/member/package.json');
  });

  test('a project of which only the lockfile is there is read, and nothing in it is taken for less than production', async () => {
    const comparison = await check({ 'yarn.lock': none }, { 'yarn.lock': all });
    expect(comparison.errors).toEqual([]);
    expect(comparison.changes.map(({ name }) => name)).toEqual(['a', 'b', 't']);
    for (const { dependencyTypes } of comparison.changes) expect(dependencyTypes).toContain('prod');
  });

  test('without the manifest of a workspace what it may ask for is not left out', async () => {
    const comparison = await check(empty, { 'yarn.lock': all, 'package.json': root });
    expect(comparison.errors).toEqual([]);
    expect(comparison.changes.map(({ name, dependencyTypes }) => [name, ...dependencyTypes])).toEqual([
      ['a', 'prod'],
      ['b', 'prod'],
      ['t', 'dev'],
    ]);
  });
});

test('a workspace that asks for another is linked to it, and its name is nobody else’s', async () => {
  const asking = { ...member, name: 'other', dependencies: { member: '1.0.0' } };
  const files = { 'packages/other/package.json': asking };
  const comparison = await check(project(lockfiles.classic.none), project(lockfiles.classic.all, files));
  expect(said(comparison).filter((each) => each.includes('not-locked'))).toEqual([]);
});

test('more versions of one name than anybody has, asked for by ranges that no descriptor has, are an error in time', async () => {
  const versions = Array.from({ length: 3_000 }, (_, at): Entry => [
    'a',
    `${at}.0.0`,
    `${at}.0.0`,
    { a: `>${at}.5.0 <${at}.6.0` },
  ]);
  const began = process.cpuUsage();
  const { errors } = await check({ 'yarn.lock': classic() }, { 'yarn.lock': classic(...versions) });
  expect(errors.map(({ code, path }) => `${code} ${path ?? ''}`)).toEqual(['budget yarn.lock']);
  expect(process.cpuUsage(began).user).toBeLessThan(30_000_000);
});
