import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Report } from '../../src/model/index.ts';
import { parseReport } from '../../src/report/schema.ts';
import { checkFolders, runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { projectFiles, projectFormats } from '../support/one-project.ts';

/** An agent edited a manifest and left the lockfile, in each package manager's project; and `vet` beside each lockfile. */

let registry: LoopbackRegistry;
beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      leaf: pkg({ '1.0.0': {}, '1.1.0': {}, '2.0.0': {} }),
      holder: pkg({ '1.0.0': { dependencies: { leaf: '^1.1.0' } } }),
      app: pkg({ '2.0.0': { dependencies: { mid: '^2.0.0', leaf: '*' } } }),
      mid: pkg({ '2.0.0': { dependencies: { leaf: '^1.0.0' } } }),
      plugin: pkg({ '1.0.0': { peerDependencies: { leaf: '1.0.0' } } }),
      'asks-other': pkg({ '1.0.0': { dependencies: { other: '^1.0.0', w: '*' } } }),
      other: pkg({ '1.0.0': {} }),
      carries: pkg({
        '1.0.0': {
          publishedAt: '2026-05-20T00:00:00.000Z',
          ...{ bundleDependencies: ['mid'], dependencies: { mid: '^2.0.0' }, scripts: { install: 'node x.js' } },
          manifest: { _hasShrinkwrap: true },
        },
      }),
      w: pkg({ '1.0.0': {} }),
    },
  });
});
afterAll(() => registry.close());

const shown = ({ changes }: Report) =>
  changes.map(({ name, version, previousVersion, lockfile, direct, via }) => [
    `${name}@${version}`,
    ...[previousVersion ?? 'new', lockfile, direct, via[0]?.join(' > ')],
  ]);

describe.each(projectFormats)('%s', (format) => {
  test('what the root and a workspace newly ask for is resolved on top of what is locked for each', async () => {
    const head = projectFiles(format, registry, {
      root: { dependencies: { leaf: '2.0.0', holder: '^1.0.0', app: '^2.0.0', w: '1.0.0' } },
      workspace: { dependencies: { leaf: '^1.0.0', app: '^2.0.0' } },
    });
    const { report } = await checkFolders({ base: projectFiles(format, registry), head }, ['--registry', registry.url]);
    expect(report.errors).toEqual([]);
    expect(report.lockfiles.map((each) => [each.format, each.packages])).toEqual([[format, 3]]);
    expect(shown(report)).toEqual([
      ['app@2.0.0', 'new', 'package.json', true, 'app'],
      ['leaf@2.0.0', '1.0.0', 'package.json', true, 'leaf'],
      ['mid@2.0.0', 'new', 'package.json', false, 'app > mid'],
      // pnpm links by `workspace:` alone, from version 9 on: the registry's own `w` would come in.
      ...(format === 'pnpm' ? [['w@1.0.0', 'new', 'package.json', true, 'w']] : []),
      ['app@2.0.0', 'new', 'packages/w/package.json', true, 'app'],
      ['mid@2.0.0', 'new', 'packages/w/package.json', false, 'app > mid'],
    ]);
    expect(report.changes[0]?.manifests).toEqual([{ path: 'package.json', line: report.changes[0]?.line }]);
    const said = report.findings.filter(({ rule }) => rule === 'lockfile').map(({ name }) => name ?? '');
    expect(said).toEqual(expect.arrayContaining(['app', 'leaf']));
  });

  test('vet: what is locked is shared, what the root has is what a peer must agree with, nothing is written', async () => {
    const folder = temporaryFolder(projectFiles(format, registry));
    try {
      const before = readdirSync(folder.path, { recursive: true }).sort();
      const vet = async (...specs: string[]) => {
        const args = ['vet', ...specs, '--format', 'json', '--now', '2026-06-01T00:00:00Z', '--registry', registry.url];
        return parseReport((await runCli(args, { cwd: folder.path })).stdout);
      };
      const [path] = Object.keys(projectFiles(format, registry)).slice(-1);
      expect(shown(await vet('app', 'plugin'))).toEqual([
        ['app@2.0.0', 'new', path, true, 'app'],
        ['mid@2.0.0', 'new', path, false, 'app > mid'],
        ['plugin@1.0.0', 'new', path, true, 'plugin'],
      ]);
      expect(shown(await vet('leaf@2'))).toEqual([['leaf@2.0.0', '1.0.0', path, true, 'leaf']]);
      expect(readdirSync(folder.path, { recursive: true }).sort()).toEqual(before);
    } finally {
      folder.remove();
    }
  });
});

/** `mid` gets a `leaf` that it does not ask for, and `other` comes from a repository, as each manager has it said. */
const elsewhere = 'git+ssh://git@registry.example/other.git';
const overrides: Readonly<Record<(typeof projectFormats)[number], Readonly<Record<string, unknown>>>> = {
  npm: { overrides: { mid: { leaf: '2.0.0' }, other: elsewhere } },
  'yarn-classic': { resolutions: { 'mid/leaf': '2.0.0', '**/other': elsewhere } },
  'yarn-berry': { resolutions: { 'mid/leaf': 'npm:2.0.0', other: elsewhere } },
  pnpm: { pnpm: { overrides: { 'mid>leaf': '2.0.0', other: elsewhere } } },
  bun: { overrides: { 'mid>leaf': '2.0.0', other: elsewhere } },
};
/** `carries` has an install script that the project leaves out; Yarn 1 has no such list, nor has what is told of bun. */
const leavingOut: Readonly<Record<(typeof projectFormats)[number], Readonly<Record<string, unknown>>>> = {
  npm: { allowScripts: { somebody: true } },
  'yarn-classic': {},
  'yarn-berry': { dependenciesMeta: { carries: { built: false } } },
  pnpm: {},
  bun: { trustedDependencies: ['somebody'] },
};

test('overrides, own names, scripts that are left out and what is bundled, for what nothing pins: in one repository with each', async () => {
  const below = (format: (typeof projectFormats)[number], files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([path, text]) => [`${format}/${path}`, text] as const);
  const sides = { base: new Map<string, string>(), head: new Map<string, string>() };
  for (const format of projectFormats) {
    const root = { ...overrides[format], ...leavingOut[format] };
    const dependencies = { leaf: '1.0.0', holder: '^1.0.0' };
    for (const [path, text] of below(format, projectFiles(format, registry, { root }))) sides.base.set(path, text);
    const asked = { root: { ...root, dependencies: { ...dependencies, carries: '1', 'asks-other': '1' } } };
    for (const [path, text] of below(format, projectFiles(format, registry, asked))) sides.head.set(path, text);
  }
  const repository = { base: Object.fromEntries(sides.base), head: Object.fromEntries(sides.head) };
  const recording = temporaryFolder();
  const file = join(recording.path, 'evidence.json');
  const { report } = await checkFolders(repository, ['--registry', registry.url, '--evidence-out', file]);
  const again = await checkFolders(repository, ['--registry', registry.url, '--evidence', file]);
  recording.remove();
  expect({ ...again.report, base: report.base, head: report.head }).toEqual(report);
  expect(report.errors).toEqual([]);
  for (const format of projectFormats) {
    const isOf = ({ lockfile }: { readonly lockfile: string | null }) => lockfile?.startsWith(`${format}/`) === true;
    const changes = report.changes.filter(isOf);
    const isNested = format === 'npm' || format === 'yarn-berry' || format === 'pnpm';
    expect(changes.map(({ name, version }) => `${name}@${version}`)).toEqual([
      ...['asks-other@1.0.0', 'carries@1.0.0'],
      ...(isNested ? ['leaf@2.0.0'] : []),
      ...['mid@2.0.0', 'other@', 'w@1.0.0'],
    ]);
    const found = report.findings.filter(isOf);
    const codes = (rule: string) =>
      found.filter((each) => each.rule === rule).map(({ name, codes: all, level }) => [name, level, ...all]);
    expect(codes('source').map(([name, level]) => [name, level])).toEqual([['other', 'error']]);
    expect(codes('bundled')).toEqual([['carries', 'warn', 'bundles-unseen', 'shrinkwrap-unseen']]);
    expect(codes('dependency-confusion').map(([name]) => name)).toEqual(['w']);
    const isLeftOut = format !== 'yarn-classic' && format !== 'pnpm';
    expect(codes('install-scripts').map(([name, level]) => [name, level])).toEqual([
      ['carries', isLeftOut ? 'warn' : 'error'],
    ]);
    expect(codes('override')).toEqual(isNested ? [] : [['leaf', 'warn', 'override-unapplied']]);
  }
});
