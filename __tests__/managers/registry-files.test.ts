import { expect, test } from '@jest/globals';

import type { Comparison, LockfileSummary } from '../../src/model/index.ts';
import { registryFiles } from '../../src/managers/registry-files.ts';

const lockfile = (
  path: string,
  format: LockfileSummary['format'],
  status: LockfileSummary['status'] = 'changed',
): LockfileSummary => ({ path, format, formatVersion: '1', status, packages: 1 });

const comparison = (
  lockfiles: readonly LockfileSummary[],
  observations: Comparison['observations'] = [],
  mode: Comparison['mode'] = 'check',
): Comparison => ({ mode, base: 'base', head: 'head', lockfiles, observations, changes: [], errors: [] });

const all = [
  lockfile('package-lock.json', 'npm', 'unchanged'),
  lockfile('a/yarn.lock', 'yarn-berry'),
  lockfile('a/bun.lock', 'bun', 'added'),
  lockfile('b/pnpm-lock.yaml', 'pnpm', 'removed'),
  lockfile('c/yarn.lock', 'yarn-classic', 'unchanged'),
];

/** The files of each project, by their paths. */
const pathsOf = (...asked: Parameters<typeof registryFiles>) =>
  registryFiles(...asked).map((places) =>
    places.map(({ folder, name }) => (folder === '' ? name : `${folder}/${name}`)),
  );

test('a folder is one project, by the files of the managers whose lockfiles changed in it', () => {
  expect(pathsOf(comparison(all))).toEqual([['.yarnrc.yml', 'a/.yarnrc.yml', 'a/.npmrc', 'a/bunfig.toml']]);
});

test('what is asked for without a lockfile, and beside one that did not change, is a project too', () => {
  const said = { line: 1, args: {} };
  const observations = [
    { ...said, code: 'no-lockfile', path: 'd/package.json' },
    { ...said, code: 'not-locked', path: 'c/yarn.lock', name: 'x' },
  ] as const;
  expect(pathsOf(comparison(all, observations))).toEqual([
    ['.yarnrc.yml', 'a/.yarnrc.yml', 'a/.npmrc', 'a/bunfig.toml'],
    ['.npmrc', 'c/.npmrc', '.yarnrc', 'c/.yarnrc'],
    ['d/.npmrc', 'd/.yarnrc', 'd/bunfig.toml', 'd/.yarnrc.yml', 'd/pnpm-workspace.yaml'],
  ]);
});

test('case 21: without a lockfile the settings of every manager beside the manifest count, and those above do not', () => {
  const observations = [{ code: 'no-lockfile', path: 'apps/d/package.json', line: 1, args: {} }] as const;
  const names = ['.npmrc', '.yarnrc', 'bunfig.toml', '.yarnrc.yml', 'pnpm-workspace.yaml'];
  expect(pathsOf(comparison([], observations))).toEqual([names.map((name) => `apps/d/${name}`)]);
});

test('the root for `vet`, and all that is locked for an audit', () => {
  const unchanged = all.map((each) => ({ ...each, status: 'unchanged' as const }));
  expect(pathsOf(comparison(unchanged))).toEqual([]);
  expect(pathsOf(comparison(unchanged), '')).toEqual([['.npmrc']]);
  expect(pathsOf(comparison(unchanged, [], 'audit')).map(([first]) => first)).toEqual([
    ...['.npmrc', '.yarnrc.yml', 'b/.npmrc', '.npmrc'],
  ]);
});

test('a project of Yarn 1 reads the `.npmrc` of every folder above its lockfile, and one of npm its own alone', () => {
  expect(pathsOf(comparison([lockfile('apps/web/yarn.lock', 'yarn-classic')]))).toEqual([
    ['.npmrc', 'apps/.npmrc', 'apps/web/.npmrc', '.yarnrc', 'apps/.yarnrc', 'apps/web/.yarnrc'],
  ]);
  expect(pathsOf(comparison([lockfile('apps/web/package-lock.json', 'npm')]))).toEqual([['apps/web/.npmrc']]);
});
