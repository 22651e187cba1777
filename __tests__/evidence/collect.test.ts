import { afterEach, describe, expect, test } from '@jest/globals';

import { type CollectOptions, collect } from '../../src/evidence/collect.ts';
import { loadConfiguration, recordedConfiguration } from '../../src/registry/configuration.ts';
import type { Change, Comparison } from '../../src/model/index.ts';
import { dossierOf } from '../support/dossier.ts';
import { settingsFile } from '../support/settings-file.ts';
import { type LoopbackRegistry, type RegistryOptions, pkg, startRegistry } from '../support/loopback-registry.ts';

const registries: LoopbackRegistry[] = [];
afterEach(async () => {
  for (const registry of registries.splice(0)) await registry.close();
});

async function start(options: RegistryOptions): Promise<LoopbackRegistry> {
  const registry = await startRegistry(options);
  registries.push(registry);
  return registry;
}

const change = (name: string, version: string, patch: Partial<Change> = {}): Change =>
  dossierOf({ change: { name, version, pins: [], ...patch } }).change;

const comparison = (...changes: Change[]): Comparison => ({
  ...{ mode: 'check', head: 'head', lockfiles: [], changes, observations: [], errors: [] },
});

/** Collects from that registry alone, whatever npm is configured for on the machine that runs the tests. */
function from(registry: LoopbackRegistry, options: Partial<CollectOptions> & { readonly base?: string } = {}) {
  const { base, ...more } = options;
  return {
    needs: new Set(['release'] as const),
    offline: false,
    limits: { deadline: 60_000, idle: 30_000, backOff: 5 },
    configure: async () =>
      loadConfiguration({
        env: { HOME: '/nowhere', PREFIX: '/nowhere' },
        registry: registry.url,
        ...(base === undefined ? {} : { npmrc: await settingsFile<'.npmrc'>('.npmrc', base) }),
      }),
    ...more,
  } satisfies CollectOptions;
}

const never = () => Promise.reject(new Error('nothing was to be configured'));

describe('requests', () => {
  test('one for each name, however many versions and lockfiles', async () => {
    const registry = await start({ packages: { a: pkg({ '1.0.0': {}, '1.1.0': {} }), '@s/b': pkg({ '1.0.0': {} }) } });
    const { dossiers } = await collect(
      comparison(
        change('a', '1.1.0', { baseVersions: ['1.0.0'] }),
        change('a', '1.0.0', { lockfile: 'other/package-lock.json' }),
        change('@s/b', '1.0.0'),
        change('a', '9.0.0'),
      ),
      from(registry),
    );
    expect([...registry.asked()].sort()).toEqual(['@s/b', 'a']);
    expect(dossiers.map(({ evidence }) => evidence.existence)).toMatchObject([
      { value: { answer: 'listed' } },
      { value: { answer: 'listed' } },
      { value: { answer: 'listed' } },
      { value: { answer: 'version-missing' } },
    ]);
    expect(dossiers[0]?.evidence.predecessor).toMatchObject({ value: { version: '1.0.0' } });
    expect(dossiers[1]?.evidence.predecessor).toEqual({ state: 'absent' });
  });

  test('none for what is removed or comes from elsewhere, and no configuration is read for it', async () => {
    const {
      dossiers,
      answers,
      registries: map,
    } = await collect(
      comparison(
        change('a', '1.0.0', { kind: 'removed' }),
        change('b', '1.0.0', { source: { kind: 'git', spec: 'github:a/b' } }),
        change('c', '1.0.0', { source: { kind: 'remote', spec: 'https://evil.example/c.tgz' } }),
      ),
      { needs: new Set(['release']), offline: false, configure: never },
    );
    expect(dossiers).toHaveLength(3);
    expect(dossiers.every(({ evidence }) => evidence.release.state === 'unavailable')).toBe(true);
    expect([answers, map]).toEqual([[], undefined]);
  });

  test('none to what a lockfile names: neither its addresses nor its tarballs', async () => {
    const [registry, evil] = [await start({ packages: { a: pkg({ '1.0.0': {} }) } }), await start({})];
    const pins = [{ resolved: `${evil.url}a/-/a-1.0.0.tgz`, line: 1, places: 1 }];
    const { dossiers } = await collect(comparison(change('a', '1.0.0', { pins })), from(registry));
    expect(dossiers[0]?.addresses).toMatchObject([{ verdict: 'elsewhere' }]);
    expect(registry.asked()).toEqual(['a']);
    expect(evil.requests).toEqual([]);
  });

  test('none where no enabled rule needs any, and addresses are judged all the same', async () => {
    const registry = await start({ packages: { a: pkg({ '1.0.0': {} }) } });
    const pins = [{ resolved: registry.lockEntry('a', '1.0.0').resolved, line: 1, places: 1 }];
    const { dossiers } = await collect(
      comparison(change('a', '1.0.0', { pins })),
      from(registry, { needs: new Set() }),
    );
    expect(dossiers[0]).toMatchObject({
      registry: registry.url,
      publicRegistry: false,
      addresses: [{ verdict: 'trusted', path: 'a/-/a-1.0.0.tgz' }],
      evidence: { release: { state: 'unavailable', reason: 'not-recorded' } },
    });
    expect(registry.requests).toEqual([]);
  });

  test("each scope is asked at its own registry, with that registry's credential only", async () => {
    const own = await start({ packages: { '@acme/a': pkg({ '1.0.0': {} }) }, authorization: 'Bearer s3cret' });
    const registry = await start({ packages: { a: pkg({ '1.0.0': {} }) } });
    const host = new URL(own.url).host;
    const base = `@acme:registry=${own.url}\n//${host}/:_authToken=s3cret\n`;
    const { dossiers } = await collect(
      comparison(change('@acme/a', '1.0.0'), change('a', '1.0.0')),
      from(registry, { base }),
    );
    expect(dossiers.map(({ evidence }) => evidence.release.state)).toEqual(['present', 'present']);
    expect([own.asked(), registry.asked()]).toEqual([['@acme/a'], ['a']]);
    expect(own.requests[0]?.headers.authorization).toBe('Bearer s3cret');
    expect(registry.requests[0]?.headers.authorization).toBeUndefined();
  });

  test('at most so many at a time', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
    const registry = await start({
      packages: Object.fromEntries(names.map((name) => [name, pkg({ '1.0.0': {} })])),
      latency: 100,
    });
    const { dossiers } = await collect(
      comparison(...names.map((name) => change(name, '1.0.0'))),
      from(registry, { concurrency: 3 }),
    );
    expect(dossiers.every(({ evidence }) => evidence.release.state === 'present')).toBe(true);
    expect(registry.mostAtOnce()).toBe(3);
  });

  test('more names than the bound: none is asked', async () => {
    const registry = await start({});
    const changes = ['a', 'b', 'c'].map((name) => change(name, '1.0.0'));
    await expect(collect(comparison(...changes), from(registry, { maxRequests: 2 }))).rejects.toMatchObject({
      code: 'budget',
      message: 'The change needs 3 packuments, and one run requests at most 2; split the change.',
    });
    expect(registry.requests).toEqual([]);
  });

  test('no more when time is up', async () => {
    const registry = await start({ packages: { a: pkg({ '1.0.0': {} }) } });
    const { dossiers } = await collect(comparison(change('a', '1.0.0')), from(registry, { patience: -1 }));
    expect(dossiers[0]?.evidence.existence).toMatchObject({ state: 'unavailable', reason: 'budget' });
    expect(registry.requests).toEqual([]);
  });

  test('progress counts names up to all of them', async () => {
    const registry = await start({});
    const steps: string[] = [];
    const changes = ['a', 'b', 'a'].map((name) => change(name, '1.0.0'));
    await collect(
      comparison(...changes),
      from(registry, { progress: (done, total) => steps.push(`${done}/${total}`) }),
    );
    expect(steps).toEqual(['1/2', '2/2']);
  });
});

describe('a registry that misbehaves', () => {
  test('takes nothing from the packages that it answers for', async () => {
    const registry = await start({ packages: { a: pkg({ '1.0.0': {} }) } });
    registry.fail('b', { status: 500 });
    registry.fail('c', { hang: true });
    registry.fail('d', { html: true });
    registry.fail('e', { text: '{"name":"e","versions":[]}' });
    registry.fail('f', { text: '{"name":"g","versions":{"1.0.0":{"name":"g","version":"1.0.0"}}}' });
    registry.fail('g', { status: 429 });
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const { dossiers } = await collect(
      comparison(...names.map((name) => change(name, '1.0.0'))),
      from(registry, { limits: { deadline: 4_000, idle: 2_000, backOff: 5 } }),
    );
    expect(dossiers.map(({ evidence: { release } }) => ('reason' in release ? release.reason : release.state))).toEqual(
      [...['present', 'server-error', 'timeout', 'malformed', 'malformed', 'present', 'throttled', 'absent']],
    );
    expect(dossiers[5]?.evidence.release).toMatchObject({ value: { documentMatches: false } });
  });

  describe('a name that is answered 404', () => {
    const locked = { baseVersions: ['0.9.0'] };
    const existenceOf = async (
      registry: LoopbackRegistry,
      changes: readonly Change[],
      options: Partial<CollectOptions> = {},
    ) => {
      const { dossiers } = await collect(comparison(...changes), { ...from(registry), ...options });
      return dossiers.map(({ evidence: { existence } }) =>
        existence.state === 'unavailable' ? existence.reason : existence.state,
      );
    };

    test('that the base locks from there, in a scope, may be kept from a wrong token', async () => {
      const registry = await start({});
      expect(await existenceOf(registry, [change('@acme/a', '1.0.0', locked)])).toEqual(['unauthorized']);
      expect(await existenceOf(registry, [change('plain', '1.0.0', locked)])).toEqual(['absent']);
    });

    test.each([
      ['401', { status: 401 }],
      ['403', { status: 403 }],
      ['404', { status: 404 }],
    ] as const)('beside a name of its scope that the base locks, answered %s, may be kept too', async (_, failure) => {
      const registry = await start({});
      registry.fail('@acme/a', failure);
      const [, invented] = await existenceOf(registry, [
        change('@acme/a', '1.0.0', locked),
        change('@acme/invented', '1.0.0'),
      ]);
      expect(invented).toBe('unauthorized');
    });

    test('is an invented one in every other case, whatever the head locks and whatever credential is configured', async () => {
      const registry = await start({ packages: { '@acme/real': pkg({ '0.9.0': {}, '1.0.0': {} }) } });
      const invented = change('@acme/invented', '1.0.0');
      expect(await existenceOf(registry, [invented])).toEqual(['absent']);
      const others = [change('@acme/also-invented', '1.0.0'), change('@else/a', '1.0.0', locked)];
      expect((await existenceOf(registry, [invented, ...others]))[0]).toBe('absent');
      expect((await existenceOf(registry, [invented, change('@acme/real', '1.0.0', locked)]))[0]).toBe('absent');
      registry.fail('@acme/down', { status: 500 });
      const down = change('@acme/down', '1.0.0', locked);
      expect((await existenceOf(registry, [invented, down], { limits: { backOff: 1 } }))[0]).toBe('absent');
    });
  });
});

describe('without requests', () => {
  const both = comparison(change('a', '1.0.0'), change('b', '1.0.0'));

  test('offline, everything is unavailable', async () => {
    const registry = await start({ packages: { a: pkg({ '1.0.0': {} }) } });
    const { dossiers } = await collect(both, from(registry, { offline: true }));
    expect(dossiers.map(({ evidence }) => evidence.release)).toMatchObject([
      { reason: 'offline' },
      { reason: 'offline' },
    ]);
    expect(registry.requests).toEqual([]);
  });

  test('recorded answers give the same dossiers, and what they lack is not recorded', async () => {
    const registry = await start({ packages: { a: pkg({ '1.0.0': {} }), b: pkg({ '1.0.0': {} }) } });
    const live = await collect(both, from(registry));
    const { registries: map } = live;
    if (map === undefined) throw new Error('no registries');
    const asked = registry.requests.length;
    const replay = {
      needs: new Set(['release'] as const),
      offline: true,
      configure: () => Promise.resolve(recordedConfiguration(map)),
    };
    const recorded = JSON.parse(JSON.stringify(live.answers)) as typeof live.answers;
    expect(await collect(both, { ...replay, recorded })).toEqual(live);
    const { dossiers } = await collect(both, { ...replay, recorded: recorded.slice(0, 1) });
    expect(dossiers.map(({ evidence }) => evidence.release)).toMatchObject([
      { state: 'present' },
      { reason: 'not-recorded' },
    ]);
    expect(registry.requests).toHaveLength(asked);
  });

  test('a configuration that reaches nothing is as good as offline', async () => {
    const registry = await start({ packages: { a: pkg({ '1.0.0': {} }) } });
    const { answers, registries: map } = await collect(comparison(change('a', '1.0.0')), from(registry));
    if (map === undefined) throw new Error('no registries');
    const configure = () => Promise.resolve(recordedConfiguration(map));
    const { dossiers } = await collect(both, { ...from(registry), configure, recorded: answers });
    expect(dossiers.map(({ evidence }) => evidence.release)).toMatchObject([
      { state: 'present' },
      { reason: 'not-recorded' },
    ]);
  });

  test('online, what a recording lacks is asked for', async () => {
    const registry = await start({ packages: { a: pkg({ '1.0.0': {} }), b: pkg({ '1.0.0': {} }) } });
    const { answers } = await collect(comparison(change('a', '1.0.0')), from(registry));
    const { dossiers } = await collect(both, from(registry, { recorded: answers }));
    expect(dossiers.every(({ evidence }) => evidence.release.state === 'present')).toBe(true);
    expect(registry.asked()).toEqual(['a', 'b']);
  });

  test("another registry's recorded answer is not taken", async () => {
    const registry = await start({ packages: { a: pkg({ '1.0.0': {} }) } });
    const { answers } = await collect(comparison(change('a', '1.0.0')), from(registry));
    const elsewhere = answers.map((answer) => ({ ...answer, registry: 'https://other.example/' }));
    const { dossiers } = await collect(
      comparison(change('a', '1.0.0')),
      from(registry, { offline: true, recorded: elsewhere }),
    );
    expect(dossiers[0]?.evidence.release).toMatchObject({ reason: 'not-recorded' });
  });
});
