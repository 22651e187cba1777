import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { collect } from '../../src/evidence/collect.ts';
import type { Change, Dependence } from '../../src/model/index.ts';
import { loadConfiguration } from '../../src/registry/configuration.ts';
import { dossierOf } from '../support/dossier.ts';
import { type LoopbackRegistry, pkg, startRegistry } from '../support/loopback-registry.ts';

/** Which upgrades pull in a new name: by the manifests that the registry has, not by what a lockfile says. */

let registry: LoopbackRegistry;
beforeAll(async () => {
  const needing = (name: string) => ({ dependencies: { [name]: '^1.0.0' } });
  registry = await startRegistry({
    packages: {
      upgraded: pkg({ '1.0.0': {}, '1.1.0': needing('fresh'), '0.9.0': needing('fresh') }),
      second: pkg({ '1.0.0': {}, '1.1.0': needing('fresh') }),
      aliasing: pkg({ '1.0.0': {}, '1.1.0': { dependencies: { short: 'npm:fresh@^1.0.0' } } }),
      silent: pkg({ '1.0.0': {}, '1.1.0': {} }),
      chosen: pkg({ '1.1.0': needing('fresh') }),
      middle: pkg({ '1.1.0': needing('fresh') }),
      above: pkg({ '1.0.0': {}, '1.1.0': needing('middle') }),
      fresh: pkg({ '1.1.0': needing('fresh') }),
    },
    advisories: {
      upgraded: [
        {
          id: 1,
          url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
          severity: 'high',
          vulnerable_versions: '<1.1.0',
        },
      ],
    },
  });
});
afterAll(() => registry.close());

const change = (name: string, patch: Partial<Change> = {}): Change =>
  dossierOf({ change: { name, version: '1.1.0', pins: [], direct: false, ...patch } }).change;
const upgraded = (name: string, patch: Partial<Change> = {}) =>
  change(name, { kind: 'updated', baseVersions: ['1.0.0'], previousVersion: '1.0.0', direct: true, ...patch });
const by = (name: string, as = 'fresh', version = '1.1.0'): Dependence => ({ name, version, as });
const fresh = (...dependents: readonly Dependence[]) => change('fresh', { dependents });

async function upgradesOf(...changes: readonly Change[]): Promise<unknown> {
  const { dossiers } = await collect(
    { mode: 'check', head: 'head', lockfiles: [], changes, observations: [], errors: [] },
    {
      ...{ needs: new Set(['upgrades', 'release', 'advisories', 'predecessorAdvisories'] as const), offline: false },
      limits: { deadline: 60_000, idle: 30_000, backOff: 5 },
      configure: async () =>
        loadConfiguration({ env: { HOME: '/nowhere', PREFIX: '/nowhere' }, registry: registry.url }),
    },
  );
  const found = dossiers[0]?.evidence.upgrades;
  return found?.state === 'present' ? found.value.map(({ name, fixes }) => [name, ...fixes].join(' ')) : found?.state;
}

test('an upgrade whose published manifest needs the name, with the advisories that it fixes', async () => {
  expect(await upgradesOf(fresh(by('upgraded')), upgraded('upgraded'))).toEqual(['upgraded GHSA-aaaa-bbbb-cccc']);
  const both = fresh(by('upgraded'), by('second'));
  expect(await upgradesOf(both, upgraded('upgraded'), upgraded('second'))).toEqual([
    'upgraded GHSA-aaaa-bbbb-cccc',
    'second',
  ]);
});

test('an upgrade that pulls it in through another new name', async () => {
  const middle = change('middle', { dependents: [by('above', 'middle')] });
  expect(await upgradesOf(fresh(by('middle')), middle, upgraded('above'))).toEqual(['above']);
});

test('under another name only where the published manifest gives it: an override can put any package in that place', async () => {
  expect(await upgradesOf(fresh(by('aliasing', 'short')), upgraded('aliasing'))).toEqual(['aliasing']);
  const other = change('middle', { dependents: [by('upgraded')] });
  expect(await upgradesOf(other, upgraded('upgraded'))).toBe('absent');
  const behind = change('middle', { dependents: [by('aliasing', 'short')] });
  expect(await upgradesOf(behind, upgraded('aliasing'))).toBe('absent');
});

test('names that need each other, and an upgrade that needs one of them', async () => {
  expect(await upgradesOf(fresh(by('fresh'), by('upgraded')), upgraded('upgraded'))).toEqual([
    'upgraded GHSA-aaaa-bbbb-cccc',
  ]);
});

test.each<[string, Change, readonly Change[]]>([
  ['that a manifest of the repository asks for', change('fresh', { direct: true }), [upgraded('upgraded')]],
  ['that a new direct dependency pulls in', fresh(by('chosen')), [change('chosen', { direct: true })]],
  [
    'that a new direct dependency pulls in beside an upgrade',
    fresh(by('upgraded'), by('chosen')),
    [upgraded('upgraded'), change('chosen', { direct: true })],
  ],
  ['of a package whose published manifest does not need it', fresh(by('silent')), [upgraded('silent')]],
  ['under another name than the published manifest needs', fresh(by('upgraded', 'other')), [upgraded('upgraded')]],
  ['of a package that stays at its version', fresh(by('upgraded')), []],
  [
    'of a package that changes in something else than its version',
    fresh(by('upgraded')),
    [upgraded('upgraded', { baseVersions: ['1.1.0'], previousVersion: '1.1.0' })],
  ],
  [
    'of a version that the base branch has beside a lower one',
    fresh(by('upgraded')),
    [upgraded('upgraded', { baseVersions: ['1.0.0', '1.1.0'], changed: ['integrity'] })],
  ],
  [
    'of a package that steps back',
    fresh(by('upgraded', 'fresh', '0.9.0')),
    [upgraded('upgraded', { version: '0.9.0' })],
  ],
  ['of a package that the registry does not have', fresh(by('unknown')), [upgraded('unknown')]],
  [
    'of a package that comes from git',
    fresh(by('upgraded')),
    [upgraded('upgraded', { source: { kind: 'git', spec: 'acme/upgraded' } })],
  ],
  [
    'of the same package in another lockfile',
    fresh(by('upgraded')),
    [upgraded('upgraded', { lockfile: 'b/yarn.lock' })],
  ],
])('no upgrade pulls in a name %s', async (_, own, others) => {
  expect(await upgradesOf(own, ...others)).toBe('absent');
});
