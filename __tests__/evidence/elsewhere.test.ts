import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { type CollectOptions, collect } from '../../src/evidence/collect.ts';
import type { AnotherRegistry, Comparison, EvidenceKind, EvidenceSources } from '../../src/model/index.ts';
import { parseEvidence, serializeEvidence } from '../../src/recording/evidence-file.ts';
import type { EvidenceFile } from '../../src/recording/evidence-types.ts';
import { loadConfiguration } from '../../src/registry/configuration.ts';
import { dossierOf } from '../support/dossier.ts';
import type { LoopbackRegistry, RegistryOptions } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import { readableFile } from '../support/settings-file.ts';
import type { PrivateSigstore, RegistrySigner } from '../support/private-sigstore.ts';
import { attestationsDocument, privateSigstore, registryKey } from '../support/private-sigstore.ts';

/** Attestations and downloads of another address than the registry's own, as the policy names it. */

const key: RegistrySigner = registryKey();
let sigstore: PrivateSigstore;
let honest: unknown;
let ofOther: unknown;

const attest = async (name: string, integrity = integrityOf(name, '1.0.0')) =>
  attestationsDocument(
    await sigstore.provenance({ name, version: '1.0.0', integrity, identity: { repository: 'acme/widget' } }),
  );

beforeAll(async () => {
  sigstore = await privateSigstore();
  honest = await attest('widget');
  ofOther = await attest('widget', integrityOf('other', '1.0.0'));
});

const started: LoopbackRegistry[] = [];
async function start(options: RegistryOptions): Promise<LoopbackRegistry> {
  const registry = await startRegistry(options);
  started.push(registry);
  return registry;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});

const usual = { malware: ['registry'], advisories: ['registry'], popularity: 'downloads' } as const;
const at = ({ url }: LoopbackRegistry) => url as AnotherRegistry;

interface Asked {
  readonly sources?: Partial<EvidenceSources>;
  readonly name?: string;
  readonly needs?: readonly EvidenceKind[];
  readonly npmrc?: string;
  readonly more?: Partial<CollectOptions>;
  readonly others?: readonly string[];
  readonly patch?: Parameters<typeof dossierOf>[0];
}

const changeOf = (name: string) =>
  dossierOf({
    change: { name, version: '1.0.0', pins: [{ integrity: integrityOf(name, '1.0.0'), line: 1, places: 1 }] },
  }).change;

async function collected(registry: LoopbackRegistry, { sources = {}, name = 'widget', ...asked }: Asked) {
  const { needs = ['provenance'], npmrc = '', patch = {}, more = {}, others = [] } = asked;
  const pins = [{ integrity: integrityOf(name, '1.0.0'), line: 1, places: 1 }];
  const { change } = dossierOf({ ...patch, change: { name, version: '1.0.0', pins, ...patch.change } });
  const comparison: Comparison = {
    ...{
      mode: 'check',
      head: 'head',
      lockfiles: [],
      changes: [change, ...others.map(changeOf)],
      observations: [],
      errors: [],
    },
  };
  const text = `registry=${registry.url}\n${npmrc}`;
  const options: CollectOptions = {
    ...{ needs: new Set(needs), offline: false, limits: { deadline: 60_000, idle: 30_000, backOff: 5 } },
    ...{ sources: { ...usual, ...sources }, now: '2026-06-01T00:00:00.000Z' },
    trustedRoot: { path: 'trusted_root.json', text: sigstore.trustedRoot },
    configure: async () =>
      loadConfiguration({
        env: { HOME: '/nowhere', PREFIX: '/nowhere' },
        npmrc: await readableFile('.npmrc', text),
      }),
  };
  const { dossiers, answers } = await collect(comparison, { ...options, ...more });
  return { evidence: dossierOf().evidence, ...dossiers[0], answers };
}

const verified = { state: 'present', value: { state: 'verified' } };
const path = '-/npm/v1/attestations/widget@1.0.0';
const claiming = { widget: pkg({ '1.0.0': { attestations: null } }) };

describe('attestations of another address', () => {
  test('are verified like those of the registry, and asked for without its credential', async () => {
    const mirror = await start({ packages: claiming, signing: key, authorization: 'Bearer secret' });
    const second = await start({ packages: { widget: pkg({ '1.0.0': { attestations: honest } }) } });
    const npmrc = `${mirror.url.slice('http:'.length)}:_authToken=secret\n`;
    const { evidence, answers } = await collected(mirror, { sources: { attestations: at(second) }, npmrc });
    expect(evidence.provenance).toMatchObject(verified);
    expect(second.requests.map((each) => [each.path.slice(1), each.headers.authorization])).toEqual([
      [path, undefined],
    ]);
    expect(mirror.asked()).toEqual(['widget']);
    expect(answers).toContainEqual(expect.objectContaining({ name: 'widget', at: second.url }));
  });

  test.each([
    ['of other bytes', () => ofOther, { state: 'present', value: { state: 'invalid' } }],
    ['that are none', () => ({ attestations: 'yes' }), { state: 'present', value: { state: 'invalid' } }],
    ['that it does not serve', () => undefined, { state: 'unavailable', unoffered: 'attestations' }],
  ])('%s do not count: the address is not trusted', async (_, document, expected) => {
    const mirror = await start({ packages: claiming, signing: key });
    const second = await start({ packages: { widget: pkg({ '1.0.0': { attestations: document() } }) } });
    const { evidence } = await collected(mirror, { sources: { attestations: at(second) } });
    expect(evidence.provenance).toMatchObject(expected);
  });

  test('that redirects, or fails, are never absent', async () => {
    const mirror = await start({ packages: claiming, signing: key });
    const second = await start({});
    second.fail(path, { redirect: `${mirror.url}${path}` });
    const redirected = await collected(mirror, { sources: { attestations: at(second) } });
    expect(redirected.evidence.provenance).toMatchObject({ state: 'unavailable', unoffered: 'attestations' });
    second.fail(path, { status: 503 });
    const failed = await collected(mirror, { sources: { attestations: at(second) } });
    expect(failed.evidence.provenance).toMatchObject({ state: 'unavailable', reason: 'server-error' });
  });

  test('are asked for where a mirror strips every claim, and there 404 means that there are none', async () => {
    const mirror = await start({ packages: { widget: pkg({ '1.0.0': {} }) } });
    const second = await start({ packages: { widget: pkg({ '1.0.0': { attestations: honest } }) } });
    const found = await collected(mirror, { sources: { attestations: at(second) } });
    expect(found.evidence.provenance).toMatchObject(verified);
    const empty = await start({});
    const none = await collected(mirror, { sources: { attestations: at(empty) } });
    expect(none.evidence.provenance).toEqual({ state: 'absent' });
  });

  test('are not asked for about a scope with a registry of its own', async () => {
    const name = '@acme/widget';
    const packages = { [name]: pkg({ '1.0.0': { attestations: await attest(name) } }) };
    const own = await start({ packages, signing: key });
    const mirror = await start({});
    const second = await start({});
    const npmrc = `@acme:registry=${own.url}\n`;
    const { evidence } = await collected(mirror, { sources: { attestations: at(second) }, npmrc, name });
    expect(evidence.provenance).toMatchObject(verified);
    expect(second.requests).toEqual([]);
  });

  test('are recorded with the address, so that no other answer is taken for them', async () => {
    const mirror = await start({ packages: claiming, signing: key });
    const second = await start({ packages: { widget: pkg({ '1.0.0': { attestations: honest } }) } });
    const { answers } = await collected(mirror, { sources: { attestations: at(second) } });
    const file: EvidenceFile = {
      schema: 'lockgate-evidence/1',
      ...{ evaluatedAt: '2026-06-01T00:00:00.000Z', registries: null, answers },
      policy: { source: 'p', text: null, preset: null },
      comparison: { mode: 'check', head: 'head', lockfiles: [], changes: [], observations: [], errors: [] },
    };
    const read = await parseEvidence(serializeEvidence(file), 'evidence.json');
    expect(read.answers).toEqual(answers);
  });
});

describe('attestations of another address', () => {
  test('are off with `--registry`', async () => {
    const mirror = await start({ packages: claiming, signing: key });
    const second = await start({ packages: { widget: pkg({ '1.0.0': { attestations: honest } }) } });
    const { evidence } = await collected(mirror, {
      sources: { attestations: at(second) },
      more: { only: mirror.url },
    });
    expect(evidence.provenance).toMatchObject({ state: 'unavailable', reason: 'offline' });
    expect(second.requests).toEqual([]);
  });

  test("are not taken from a recording of the registry's own", async () => {
    const own = await start({ packages: { widget: pkg({ '1.0.0': { attestations: honest } }) }, signing: key });
    const recorded = (await collected(own, {})).answers;
    const second = await start({});
    const { evidence } = await collected(own, {
      sources: { attestations: at(second) },
      more: { recorded, offline: true },
    });
    expect(evidence.provenance).toMatchObject({ state: 'unavailable', reason: 'not-recorded' });
  });
});

test('a registry that signs and names the publishers of other packages still leaves the publisher of this one open', async () => {
  const named = pkg({ '1.0.0': { manifest: { _npmUser: { name: 'alice' } } } });
  const packages = { widget: pkg({ '1.0.0': {} }), other: named };
  const registry = await start({ packages, signing: key });
  const needs = ['provenance', 'publisher'] as const;
  const alone = await collected(registry, { needs });
  expect(alone.evidence.publisher).toEqual({ state: 'absent' });
  const beside = await collected(registry, { needs, others: ['other'] });
  expect(beside.evidence.publisher).toMatchObject({ state: 'unavailable', unoffered: 'publishers' });
});

describe('an endpoint of attestations', () => {
  test.each([
    ['404', { status: 404 }],
    ['400', { status: 400 }],
    ['401', { status: 401 }],
    ['403', { status: 403 }],
    ['405', { status: 405 }],
    ['410', { status: 410 }],
    ['501', { status: 501 }],
    ['a page', { html: true } as const],
    ['a redirect elsewhere', { redirect: 'http://127.0.0.1:1/' }],
  ])('that answers %s is not offered: what is claimed stays unavailable, with that reason', async (_, failure) => {
    const registry = await start({ packages: claiming, signing: key });
    registry.fail(path, failure);
    const { evidence } = await collected(registry, {});
    expect(evidence.provenance).toMatchObject({ state: 'unavailable', unoffered: 'attestations' });
  });

  test.each([
    ['429', { status: 429 }],
    ['503', { status: 503 }],
    ['a reset', { reset: true } as const],
    ['a cut body', { truncate: true } as const],
  ])('that answers %s failed', async (_, failure) => {
    const registry = await start({ packages: claiming, signing: key });
    registry.fail(path, failure);
    const { evidence } = await collected(registry, {});
    expect(evidence.provenance).toMatchObject({ state: 'unavailable' });
    expect(evidence.provenance).not.toHaveProperty('unoffered');
  });

  test('that is another address and answers 403 says nothing about a version whose mirror claims nothing', async () => {
    const mirror = await start({ packages: { widget: pkg({ '1.0.0': {} }) } });
    const second = await start({});
    second.fail(path, { status: 403 });
    const { evidence } = await collected(mirror, { sources: { attestations: at(second) } });
    expect(evidence.provenance).toMatchObject({ state: 'unavailable' });
  });
});

test('`attestations: none` asks nobody, and says that the registry does not provide them', async () => {
  const mirror = await start({ packages: claiming, signing: key });
  const { evidence, unprovided } = await collected(mirror, { sources: { attestations: 'none' } });
  expect(evidence.provenance).toEqual({ state: 'present', value: { state: 'not-applicable' } });
  expect(unprovided).toEqual(['attestations']);
  expect(mirror.requests.map(({ path: asked }) => asked)).not.toContain(`/${path}`);
});

describe('downloads', () => {
  const young = { widget: pkg({ '1.0.0': { publishedAt: '2026-05-01T00:00:00.000Z' } }) };
  const of = async (registry: LoopbackRegistry, sources: Partial<EvidenceSources> = {}) =>
    (await collected(registry, { sources, needs: ['downloads', 'firstPublishedAt'] })).evidence.downloads;
  const service = 'downloads/point/last-month/widget';

  test('of a registry that counts', async () => {
    expect(await of(await start({ packages: young, downloads: { widget: 12 } }))).toEqual({
      state: 'present',
      value: 12,
    });
  });

  test.each([
    ['404', { status: 404 }],
    ['400', { status: 400 }],
    ['401', { status: 401 }],
    ['403', { status: 403 }],
    ['405', { status: 405 }],
    ['410', { status: 410 }],
    ['501', { status: 501 }],
    ['a page', { html: true } as const],
    ['a redirect elsewhere', { redirect: 'http://127.0.0.1:1/' }],
  ])('that a registry does not offer (%s) are absent, and no count of 0', async (_, failure) => {
    const registry = await start({ packages: young });
    registry.fail(service, failure);
    expect(await of(registry)).toEqual({ state: 'absent' });
  });

  test.each([
    ['429', { status: 429 }],
    ['503', { status: 503 }],
    ['a reset', { reset: true } as const],
    ['a cut body', { truncate: true } as const],
  ])('that fail (%s) are unavailable', async (_, failure) => {
    const registry = await start({ packages: young });
    registry.fail(service, failure);
    expect(await of(registry)).toMatchObject({ state: 'unavailable' });
  });

  test('of another service are asked of it, where 404 means that nobody downloads the name', async () => {
    const registry = await start({ packages: young });
    const second = await start({ downloads: { widget: 34 } });
    expect(await of(registry, { popularity: at(second) })).toEqual({ state: 'present', value: 34 });
    expect(await of(registry, { popularity: at(await start({})) })).toEqual({ state: 'present', value: 0 });
    expect(registry.asked()).not.toContain('widget@');
    expect(registry.requests.some(({ path: asked }) => asked.includes('downloads'))).toBe(false);
  });

  test('that the policy asks nobody for are absent', async () => {
    const registry = await start({ packages: young, downloads: { widget: 12 } });
    expect(await of(registry, { popularity: 'none' })).toEqual({ state: 'absent' });
  });
});
