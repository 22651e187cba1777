import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Answer } from '../../src/registry/answer.ts';
import { collect } from '../../src/evidence/collect.ts';
import { otherDossier } from '../../src/evidence/dossier.ts';
import { recordedConfiguration } from '../../src/registry/configuration.ts';
import { readPackument } from '../../src/registry/packument.ts';
import { predecessorVersion } from '../../src/evidence/predecessor.ts';
import type { RegistryMap } from '../../src/registry/registry-map.ts';
import type { Change, Comparison, Dossier, EvidenceKind, EvidenceSet } from '../../src/model/index.ts';
import { dossierOf } from '../support/dossier.ts';

const registry = 'https://registry.example/';
const map: RegistryMap = {
  ...{ publicRegistry: registry, defaultRegistry: registry, scopes: [] },
  replaceRegistryHost: 'npmjs',
};
const absent = { state: 'absent' };
const present = (value: unknown) => ({ state: 'present', value });
const unavailable = (reason: string) => expect.objectContaining({ state: 'unavailable', reason }) as unknown;
const every = (value: unknown): Record<EvidenceKind, unknown> => ({
  ...{ existence: value, release: value, publishedAt: value },
  ...{ firstPublishedAt: value, history: value, predecessor: value },
  ...{ registrySignature: value, provenance: value, publisher: value },
  ...{ trust: value, priorTrust: value, predecessorProvenance: value },
  ...{ tarball: value, predecessorTarball: value, earlierBuilds: value, signedAt: value, priorProvenance: value },
  ...{ namesake: absent },
  ...elsewhere(value),
});
/** What does not come from the registry's document. */
const elsewhere = (value: unknown) => ({
  contents: value,
  ...{ bringers: value, upgrades: value, license: value, bundling: value, authorship: value },
  ...{ malware: value, advisories: value, predecessorAdvisories: value },
  ...{ prominence: value, lookalike: value, downloads: value },
});
/** Of a registry's document the same everywhere, and nothing else was asked for. */
const everythingOf = (value: unknown): Record<EvidenceKind, unknown> => ({
  ...every(value),
  ...elsewhere(unavailable('not-recorded')),
  authorship: absent,
});

const changeOf = (patch: Partial<Change>): Change =>
  dossierOf({ change: { name: 'a', version: '1.1.0', ...patch } }).change;

async function dossier(
  answer: Answer,
  patch: Partial<Change> = {},
  mode: 'check' | 'audit' = 'check',
): Promise<Dossier> {
  const changes = [changeOf(patch)];
  const comparison: Comparison = { mode, head: 'head', lockfiles: [], changes, observations: [], errors: [] };
  const { dossiers } = await collect(comparison, {
    needs: new Set(['existence']),
    configure: () => Promise.resolve(recordedConfiguration(map)),
    offline: true,
    recorded: changes.map(({ name }) => ({ registry, name, answer })),
  });
  return dossiers[0] as Dossier;
}

const evidence = async (...asked: Parameters<typeof dossier>): Promise<EvidenceSet> =>
  (await dossier(...asked)).evidence;

function answered(document: Record<string, unknown>, ...wanted: string[]): Answer {
  const packument = readPackument({ name: 'a', ...document }, 'a', wanted.length === 0 ? ['1.1.0', '1.0.0'] : wanted);
  if ('malformed' in packument) throw new Error(packument.malformed);
  return { state: 'packument', packument };
}

const manifest = (version: string, fields: Record<string, unknown> = {}) => ({ name: 'a', version, ...fields });
const versions = { '1.0.0': manifest('1.0.0'), '1.1.0': manifest('1.1.0') };
const time = { created: '2019-05-05T00:00:00Z', '1.0.0': '2020-01-01T00:00:00Z', '1.1.0': '2020-02-01T00:00:00Z' };

describe('a listed version', () => {
  test('has everything that the document has', async () => {
    const found = await evidence(answered({ versions, time, 'dist-tags': { latest: '1.1.0' } }), {
      baseVersions: ['1.0.0'],
    });
    expect(found).toMatchObject({
      existence: present({ answer: 'listed' }),
      release: { value: { version: '1.1.0' } },
      publishedAt: present('2020-02-01T00:00:00.000Z'),
      firstPublishedAt: present('2019-05-05T00:00:00.000Z'),
      predecessor: { value: { version: '1.0.0' } },
    });
    expect(found.history).toEqual(
      present({
        distTags: { latest: '1.1.0' },
        releases: [
          { version: '1.0.0', publishedAt: '2020-01-01T00:00:00.000Z', deprecated: false, attested: false },
          { version: '1.1.0', publishedAt: '2020-02-01T00:00:00.000Z', deprecated: false, attested: false },
        ],
      }),
    );
  });

  test('without a time among times has none; without any times nobody knows', async () => {
    const some = answered({ versions, time: { '1.0.0': '2020-01-01T00:00:00Z' } });
    expect((await evidence(some)).publishedAt).toEqual(absent);
    expect((await evidence(answered({ versions, time: {} }))).publishedAt).toEqual(unavailable('not-provided'));
    expect((await evidence(answered({ versions }))).firstPublishedAt).toEqual(unavailable('not-provided'));
    expect((await evidence(answered({ versions, time: { '1.1.0': 'soon' } }))).publishedAt).toEqual(
      unavailable('malformed'),
    );
  });

  test('that cannot be read is unavailable, and what was said of it otherwise stands', async () => {
    const found = await evidence(
      answered({ versions: { ...versions, '1.1.0': manifest('1.1.0', { dist: 1 }) }, time }),
    );
    expect(found).toMatchObject({
      existence: unavailable('malformed'),
      release: unavailable('malformed'),
      publishedAt: present('2020-02-01T00:00:00.000Z'),
    });
  });
});

describe('the answers to "does it exist"', () => {
  test.each<[string, Answer, unknown]>([
    [
      'another version',
      answered({ versions: { '1.0.0': versions['1.0.0'] } }),
      { answer: 'version-missing', unpublished: false },
    ],
    ['unpublished', answered({ versions: {}, time, x: 1 }), { answer: 'no-versions' }],
    [
      'unpublished beside others',
      answered({ versions: { '1.0.0': versions['1.0.0'] }, time }),
      { answer: 'version-missing', unpublished: true },
    ],
    [
      'a placeholder',
      answered({ versions: { '0.0.1-security': manifest('0.0.1-security') } }),
      { answer: 'security-placeholder' },
    ],
    ['403', { state: 'refused', status: 403 }, { answer: 'refused', status: 403 }],
  ])('%s', async (_, answer, existence) => {
    const found = await evidence(answer);
    expect(found.existence).toEqual(present(existence));
    expect(found.release.state).not.toBe('present');
  });

  test('404: no such name, and no such predecessor where the base had one', async () => {
    const gone: Answer = { state: 'absent', authenticated: false };
    expect(await evidence(gone)).toEqual(everythingOf(absent));
    expect(await evidence(gone, { baseVersions: ['1.0.0'] })).toEqual({
      ...everythingOf(absent),
      ...{ predecessor: unavailable('not-provided'), predecessorProvenance: unavailable('not-provided') },
    });
  });

  test('404 for a scoped name that is locked already may hide a private package', async () => {
    const gone: Answer = { state: 'absent', authenticated: false };
    const scoped = { name: '@acme/a' };
    const hidden = { ...everythingOf(unavailable('unauthorized')), predecessor: absent, predecessorProvenance: absent };
    expect(await evidence(gone, scoped)).toEqual(everythingOf(absent));
    expect(await evidence(gone, scoped, 'audit')).toEqual(hidden);
    expect(await evidence(gone, { ...scoped, baseVersions: ['1.0.0'] })).toEqual(
      everythingOf(unavailable('unauthorized')),
    );
    const known: Answer = { ...gone, authenticated: true };
    expect((await evidence(known, { ...scoped, baseVersions: ['1.0.0'] })).existence).toEqual(
      unavailable('unauthorized'),
    );
  });

  test('a failed request is never an absence', async () => {
    const failed: Answer = { state: 'unavailable', reason: 'timeout', detail: 'no answer' };
    expect(await evidence(failed, { baseVersions: ['1.0.0'] })).toEqual(everythingOf(unavailable('timeout')));
    expect(await evidence(failed)).toEqual({
      ...everythingOf(unavailable('timeout')),
      ...{ predecessor: absent, predecessorProvenance: absent },
    });
  });

  test('a version that a recording did not ask for is not recorded', async () => {
    const found = await evidence(answered({ versions, time }, '1.0.0'));
    expect(found).toMatchObject({
      ...{ existence: unavailable('not-recorded'), release: unavailable('not-recorded') },
      publishedAt: unavailable('not-recorded'),
    });
  });
});

describe('the predecessor', () => {
  test.each<[Partial<Change>, string | undefined]>([
    [{ baseVersions: [] }, undefined],
    [{ baseVersions: [], previousVersion: '1.0.0' }, undefined],
    [{ baseVersions: ['0.9.0', '1.0.0', '2.0.0'], previousVersion: '0.9.0' }, '0.9.0'],
    [{ baseVersions: ['0.9.0', '1.0.0', '2.0.0'] }, '1.0.0'],
    [{ baseVersions: ['1.2.0', '2.0.0'] }, '2.0.0'],
    [{ baseVersions: ['1.0.0'], previousVersion: '0.1.0' }, '1.0.0'],
    [{ baseVersions: ['1.1.0'], previousVersion: '1.1.0' }, '1.1.0'],
    [{ version: '1.1.0', baseVersions: ['1.9.0', '1.10.0', '1.1.0-rc.2', '1.1.0-rc.10'] }, '1.1.0-rc.10'],
  ])('%j', (patch, expected) => {
    expect(predecessorVersion(changeOf(patch))).toBe(expected);
  });

  test('that the registry no longer lists is unavailable, not absent', async () => {
    const answer = answered({ versions: { '1.1.0': versions['1.1.0'] }, time });
    expect((await evidence(answer, { baseVersions: ['1.0.0'] })).predecessor).toEqual(unavailable('not-provided'));
  });
});

describe('what no registry is asked about', () => {
  test('is nothing that is certain', () => {
    const git = changeOf({
      source: { kind: 'git', spec: 'git+ssh://git@host.example/a.git' },
      pins: [{ resolved: 'git+ssh://me:s3cret@host.example/a.git#abc', line: 3, places: 1 }],
    });
    const nobody = otherDossier(git, { state: 'unavailable', reason: 'not-provided', detail: 'nobody said' });
    expect(nobody).toMatchObject({
      publicRegistry: false,
      addresses: [{ verdict: 'elsewhere', shown: 'git+ssh://***@host.example/a.git#abc' }],
      evidence: every(unavailable('not-provided')),
    });
    expect(nobody).not.toHaveProperty('registry');
  });
});

test('each pin has its address, judged with the tarball that the registry names', async () => {
  const tarball = 'https://files.example/7/a.tgz';
  const answer = answered({ versions: { '1.1.0': manifest('1.1.0', { dist: { tarball } }) } });
  const pins = [tarball, 'https://evil.example/a.tgz', undefined].map((resolved) => ({
    ...(resolved === undefined ? {} : { resolved }),
    ...{ line: 1, places: 1 },
  }));
  const { addresses, registry: url, publicRegistry } = await dossier(answer, { pins });
  expect(addresses.map(({ verdict }) => verdict)).toEqual(['trusted', 'elsewhere', 'omitted']);
  expect([url, publicRegistry]).toEqual([registry, true]);
});

test('whatever a packument holds, a version is said to be listed only together with its release', async () => {
  const field = fc.constantFrom('name', 'version', 'dist', 'scripts', 'deprecated', 'dependencies', 'tarball');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('a', '1.1.0', 7, null, true, ''),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(field, tie('value'), { maxKeys: 4 }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom('1.0.0', '1.1.0', '0.0.1-security'), value),
      value,
      async (all, published) => {
        const found = await evidence(answered({ versions: all, time: { '1.1.0': published } }), {
          baseVersions: ['1.0.0'],
        });
        const listed = found.existence.state === 'present' && found.existence.value.answer === 'listed';
        if (listed) expect(found.release.state).toBe('present');
        for (const { state } of Object.values(found)) expect(['present', 'absent', 'unavailable']).toContain(state);
      },
    ),
    { numRuns: 1000 },
  );
});
