import { afterEach, describe, expect, test } from '@jest/globals';

import { collect } from '../../src/evidence/collect.ts';
import type { Change, EvidenceSet } from '../../src/model/index.ts';
import type { Demands } from '../../src/registry/capabilities.ts';
import { loadConfiguration } from '../../src/registry/configuration.ts';
import { dossierOf } from '../support/dossier.ts';
import { type LoopbackRegistry, type VersionDescription, pkg, startRegistry } from '../support/loopback-registry.ts';

/** Packed bytes that a run reads here, and a package that is larger. */
const tarballBytes = 4_000;
const padded = { packed: { padding: Array.from({ length: 3_000 }, (_, at) => at * 7919).join(' ') } };
const binary: VersionDescription = {
  ...padded,
  manifest: { os: ['linux'], cpu: ['x64'] },
  dist: { unpackedSize: 9e6 },
};
const hooked = { ...padded, packed: { ...padded.packed, scripts: { postinstall: 'node steal.js' } } };

let registry: LoopbackRegistry;
afterEach(() => registry.close());

const change = (name: string, patch: Partial<Change>): Change =>
  dossierOf({ change: { name, version: '1.1.0', pins: [], kind: 'updated', baseVersions: ['1.0.0'], ...patch } })
    .change;

async function tarballOf(
  packages: Readonly<Record<string, readonly [before: VersionDescription, after: VersionDescription]>>,
  changes: readonly Change[],
  demand?: Demands,
): Promise<EvidenceSet['tarball'] | undefined> {
  registry = await startRegistry({
    packages: Object.fromEntries(
      Object.entries(packages).map(([name, [before, after]]) => [name, pkg({ '1.0.0': before, '1.1.0': after })]),
    ),
  });
  const { dossiers } = await collect(
    { mode: 'check', head: 'head', lockfiles: [], changes, observations: [], errors: [] },
    {
      ...{ needs: new Set(['tarball', 'release'] as const), offline: false, listings: 'small' },
      ...(demand === undefined ? {} : { demand }),
      limits: { deadline: 60_000, idle: 30_000, backOff: 5, tarballBytes },
      configure: async () =>
        loadConfiguration({ env: { HOME: '/nowhere', PREFIX: '/nowhere' }, registry: registry.url }),
    },
  );
  return dossiers[0]?.evidence.tarball;
}

const unknown = { state: 'unavailable', reason: 'too-large' };

test('a known package whose next version has its hook behind padding is not passed over', async () => {
  expect(await tarballOf({ grown: [{}, hooked] }, [change('grown', {})])).toMatchObject(unknown);
});

test('a hook that the document states too is a finding, however large the tarball is', async () => {
  const stated = { ...padded, scripts: { postinstall: 'node steal.js' } };
  const found = await tarballOf({ grown: [{}, stated] }, [change('grown', {})]);
  expect(found).toMatchObject({ state: 'present', value: { unlisted: 'failed' } });
});

test('a stated hook that the version before had too excuses no tarball from being read', async () => {
  const stated = { scripts: { postinstall: 'node install.js' } };
  const found = await tarballOf({ grown: [stated, { ...padded, ...stated }] }, [change('grown', {})]);
  expect(found).toMatchObject(unknown);
});

test('a name that is new here and too large to read is not passed over', async () => {
  expect(await tarballOf({ fresh: [{}, hooked] }, [change('fresh', { baseVersions: [] })])).toMatchObject(unknown);
});

test('a large package that gains the flag of an install script is not passed over', async () => {
  const flagged = { claims: { hasInstallScript: true }, changed: ['has-install-script'] } as const;
  expect(await tarballOf({ large: [padded, padded] }, [change('large', flagged)])).toMatchObject(unknown);
});

test('a package that was as large before is a note', async () => {
  const found = await tarballOf({ large: [padded, padded] }, [change('large', {})]);
  expect(found).toEqual({ state: 'present', value: { unlisted: 'large' } });
});

const bundler = { ...{ optionalDependencies: { 'for-linux': '1.1.0' } } };
const forLinux = { baseVersions: [], via: [['bundler', 'for-linux']] };

test('a program for one platform that another package of the change offers is a note, and is not fetched', async () => {
  const changes = [change('for-linux', forLinux), change('bundler', {})];
  const found = await tarballOf({ 'for-linux': [binary, binary], bundler: [{}, bundler] }, changes);
  expect(found).toEqual({ state: 'present', value: { unlisted: 'platform' } });
  expect(registry.requests.filter(({ path }) => path.startsWith('/for-linux/-/'))).toEqual([]);
});

test.each<[string, Partial<Change>, VersionDescription, VersionDescription]>([
  ['that nobody offers', forLinux, binary, {}],
  ['that somebody requires', forLinux, binary, { dependencies: { 'for-linux': '1.1.0' } }],
  ['that the project asks for itself', { ...forLinux, via: [['for-linux']] }, binary, bundler],
  ['whose document states a hook', forLinux, { ...binary, scripts: { postinstall: 'x' } }, bundler],
  ['whose entry has the flag', { ...forLinux, claims: { hasInstallScript: true } }, binary, bundler],
  ['for every processor', forLinux, { ...binary, manifest: { os: ['linux'] } }, bundler],
  ['for all systems but one', forLinux, { ...binary, manifest: { os: ['!win32'], cpu: ['x64'] } }, bundler],
])('a large program %s is read like any other', async (_, patch, described, brings) => {
  const changes = [change('for-linux', patch), change('bundler', {})];
  const packages = { 'for-linux': [binary, described], bundler: [{}, brings] } as const;
  expect(await tarballOf(packages, changes)).toMatchObject(unknown);
});

describe('where a registry need not state scripts (`scripts: none`), the tarball is the only source', () => {
  const withoutScripts: Demands = (capability) => (capability === 'scripts' ? 'none' : 'auto');

  test('a package that was as large before is not passed over', async () => {
    const found = await tarballOf({ large: [padded, padded] }, [change('large', {})], withoutScripts);
    expect(found).toMatchObject(unknown);
  });

  test('a large program for one platform is read like any other', async () => {
    const changes = [change('for-linux', forLinux), change('bundler', {})];
    const packages = { 'for-linux': [binary, binary], bundler: [{}, bundler] } as const;
    expect(await tarballOf(packages, changes, withoutScripts)).toMatchObject(unknown);
  });

  test.each([
    ['none', withoutScripts, { state: 'unavailable', reason: 'not-provided' }],
    ['auto', undefined, { state: 'present', value: { unlisted: 'elsewhere' } }],
  ] as const)('a tarball at another origin, with `scripts: %s`', async (_, demand, expected) => {
    const elsewhere = { dist: { tarball: 'https://files.example/moved-1.1.0.tgz' } };
    expect(await tarballOf({ moved: [{}, elsewhere] }, [change('moved', {})], demand)).toMatchObject(expected);
  });
});
