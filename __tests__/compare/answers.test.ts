import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../src/compare/compare.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** What entries of a lockfile depend on, and the entries that provide it. */

type Files = Readonly<Record<string, MemoryFile>>;
const codes = ['missing-dependency', 'missing-optional', 'out-of-range'];

async function said(base: Files, head: Files): Promise<readonly string[]> {
  const snapshots = [memorySnapshot(base), memorySnapshot(head)] as const;
  const { observations, errors } = await compareSnapshots(...snapshots, { isGated: () => true, mode: 'check' });
  expect(errors).toEqual([]);
  return observations
    .filter(({ code }) => codes.includes(code))
    .map(({ code, name, version, args: { asked, edges, places, more } }) =>
      [code, version === undefined ? name : `${name}@${version}`, asked, edges ?? places ?? more]
        .filter((each) => each !== undefined)
        .join(' '),
    );
}

interface Npm {
  readonly entry?: object;
  readonly more?: Readonly<Record<string, object>>;
  readonly manifest?: object;
}
const DEPENDENCIES = { tsx: '^1.0.0' };

/** A project of npm with `tsx`, whose entry has these fields. */
function npm({ entry = {}, more = {}, manifest = {} }: Npm = {}): Files {
  const root = { name: 'app', dependencies: DEPENDENCIES, ...manifest };
  return {
    'package.json': root,
    'package-lock.json': {
      lockfileVersion: 3,
      packages: { '': root, 'node_modules/tsx': { version: '1.0.0', ...entry }, ...more },
    },
  };
}
const esbuild = (version: string) => ({ 'node_modules/esbuild': { version } });
const asks = { dependencies: { esbuild: '~0.23.0' } };

describe('npm: what no entry provides', () => {
  test('a required dependency is one finding a name and range', async () => {
    const twice = { 'node_modules/other': { version: '1.0.0', ...asks } };
    expect(await said(npm(), npm({ entry: asks, more: twice }))).toEqual(['missing-dependency esbuild ~0.23.0']);
    expect(await said(npm(), npm({ entry: asks, more: esbuild('0.23.1') }))).toEqual([]);
  });

  test('what the base lacked already is not the change of the head', async () => {
    expect(await said(npm({ entry: asks }), npm({ entry: { ...asks, version: '1.0.1' } }))).toEqual([]);
  });

  test('quiet list, row 12: ten optional dependencies without entries are nothing where the base had them, else one note', async () => {
    const names = Array.from({ length: 10 }, (_, at) => [`@swc/core-${at}`, '1.0.0'] as const);
    const entry = { optionalDependencies: Object.fromEntries(names) };
    expect(await said(npm({ entry }), npm({ entry: { ...entry, version: '1.1.0' } }))).toEqual([]);
    expect(await said(npm(), npm({ entry }))).toEqual(['missing-optional 10']);
  });

  test('a peer is in the same note, an optional peer in none', async () => {
    const entry = { peerDependencies: { a: '^1.0.0', b: '^1.0.0' }, peerDependenciesMeta: { b: { optional: true } } };
    expect(await said(npm(), npm({ entry }))).toEqual(['missing-optional 1']);
  });

  test('the attack beside row 12: an optional dependency on an address is no note', async () => {
    const entry = { optionalDependencies: { evil: 'https://evil.example/evil.tgz' } };
    expect(await said(npm(), npm({ entry }))).toEqual(['missing-dependency evil https://evil.example/evil.tgz']);
  });

  test('what a tarball holds, and a folder of the repository, answer for themselves', async () => {
    const bundled = { 'node_modules/tsx/node_modules/in': { version: '1.0.0', inBundle: true, ...asks } };
    expect(await said(npm(), npm({ more: bundled }))).toEqual([]);
    const linked = { 'node_modules/own': { resolved: 'own', link: true }, own: { version: '1.0.0', ...asks } };
    expect(await said(npm(), npm({ more: linked }))).toEqual([]);
  });
});

describe('what a version outside the range provides', () => {
  const strays = npm({ entry: asks, more: esbuild('0.24.0') });

  test('case 24: it is one finding a package version, with a count', async () => {
    const base = npm({ entry: asks, more: esbuild('0.23.1') });
    expect(await said(base, strays)).toEqual(['out-of-range esbuild@0.24.0 ~0.23.0 1']);
    const twice = { ...esbuild('0.24.0'), 'node_modules/other': { version: '1.0.0', ...asks } };
    expect(await said(base, npm({ entry: asks, more: twice }))).toEqual(['out-of-range esbuild@0.24.0 ~0.23.0 2']);
  });

  test('what the base had already is not the change of the head', async () => {
    const entry = { ...asks, version: '1.0.1' };
    expect(await said(strays, npm({ entry, more: esbuild('0.24.0') }))).toEqual([]);
    expect(await said(strays, npm({ entry, more: esbuild('0.25.0') }))).toHaveLength(1);
  });

  test.each([
    ['an override', { overrides: { esbuild: '0.24.0' } }],
    ['an override below a parent', { overrides: { tsx: { 'esbuild@0': '0.24.0' } } }],
    ['a resolution below a parent', { resolutions: { '**/tsx/esbuild': '0.24.0' } }],
  ])('quiet list, row 13: %s of the project names the package', async (_, manifest) => {
    expect(await said(npm({ manifest }), npm({ manifest, entry: asks, more: esbuild('0.24.0') }))).toEqual([]);
  });

  test('the attack beside row 13: an override of another package explains nothing', async () => {
    const manifest = { overrides: { tsx: '1.0.0' } };
    expect(await said(npm({ manifest }), npm({ manifest, entry: asks, more: esbuild('0.24.0') }))).toHaveLength(1);
  });

  test('peers, dist-tags, any version and prereleases within the range are not outside of it', async () => {
    const head = (dependencies: object, version = '2.0.0') => npm({ entry: { dependencies }, more: esbuild(version) });
    expect(await said(npm(), npm({ entry: { peerDependencies: asks.dependencies }, more: esbuild('2.0.0') }))).toEqual(
      [],
    );
    for (const spec of ['latest', '*', '']) expect(await said(npm(), head({ esbuild: spec }))).toEqual([]);
    expect(await said(npm(), head({ esbuild: '^1.0.0' }, '1.1.0-beta.1'))).toEqual([]);
    expect(await said(npm(), head({ esbuild: '^1.0.0' }, '2.0.0-beta.1'))).toHaveLength(1);
  });

  test('an entry of a workspace goes stale', async () => {
    const workspaces = { manifest: { workspaces: ['own'] } };
    const more = {
      'node_modules/own': { resolved: 'own', link: true },
      own: { version: '1.0.0', ...asks },
      ...esbuild('0.24.0'),
    };
    expect(await said(npm(workspaces), npm({ ...workspaces, more }))).toEqual([]);
  });
});
