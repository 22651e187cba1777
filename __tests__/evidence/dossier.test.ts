import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Answer } from '../../src/recording/answer.ts';
import { otherDossier, registryDossier } from '../../src/evidence/dossier.ts';
import { readPackument } from '../../src/registry/packument.ts';
import { predecessorVersion } from '../../src/evidence/predecessor.ts';
import type { RegistryMap } from '../../src/registry/registry-map.ts';
import type { Change, EvidenceKind, EvidenceSet } from '../../src/model/index.ts';
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
  bringers: value,
  authorship: value,
  license: value,
  bundling: value,
  ...{ implicitBuild: value, predecessorImplicitBuild: value },
  ...{
    malware: value,
    advisories: value,
    predecessorAdvisories: value,
    prominence: value,
    lookalike: value,
    downloads: value,
  },
});

const changeOf = (patch: Partial<Change>): Change =>
  dossierOf({ change: { name: 'a', version: '1.1.0', ...patch } }).change;

function evidence(answer: Answer, patch: Partial<Change> = {}, mode: 'check' | 'audit' = 'check'): EvidenceSet {
  return registryDossier(changeOf(patch), registry, map, answer, mode).evidence;
}

function answered(document: Record<string, unknown>, ...wanted: string[]): Answer {
  const packument = readPackument({ name: 'a', ...document }, 'a', wanted.length === 0 ? ['1.1.0', '1.0.0'] : wanted);
  if ('malformed' in packument) throw new Error(packument.malformed);
  return { state: 'packument', packument };
}

const manifest = (version: string, fields: Record<string, unknown> = {}) => ({ name: 'a', version, ...fields });
const versions = { '1.0.0': manifest('1.0.0'), '1.1.0': manifest('1.1.0') };
const time = { created: '2019-05-05T00:00:00Z', '1.0.0': '2020-01-01T00:00:00Z', '1.1.0': '2020-02-01T00:00:00Z' };

describe('a listed version', () => {
  test('has everything that the document has', () => {
    const found = evidence(answered({ versions, time, 'dist-tags': { latest: '1.1.0' } }), { baseVersions: ['1.0.0'] });
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

  test('without a time among times has none; without any times nobody knows', () => {
    const some = answered({ versions, time: { '1.0.0': '2020-01-01T00:00:00Z' } });
    expect(evidence(some).publishedAt).toEqual(absent);
    expect(evidence(answered({ versions, time: {} })).publishedAt).toEqual(unavailable('not-provided'));
    expect(evidence(answered({ versions })).firstPublishedAt).toEqual(unavailable('not-provided'));
    expect(evidence(answered({ versions, time: { '1.1.0': 'soon' } })).publishedAt).toEqual(unavailable('malformed'));
  });

  test('that cannot be read is unavailable, and what was said of it otherwise stands', () => {
    const found = evidence(answered({ versions: { ...versions, '1.1.0': manifest('1.1.0', { dist: 1 }) }, time }));
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
  ])('%s', (_, answer, existence) => {
    const found = evidence(answer);
    expect(found.existence).toEqual(present(existence));
    expect(found.release.state).not.toBe('present');
  });

  test('404: no such name, and no such predecessor where the base had one', () => {
    const gone: Answer = { state: 'absent', authenticated: false };
    expect(evidence(gone)).toEqual(every(absent));
    expect(evidence(gone, { baseVersions: ['1.0.0'] })).toEqual({
      ...every(absent),
      ...{ predecessor: unavailable('not-provided'), predecessorProvenance: unavailable('not-provided') },
    });
  });

  test('404 without a credential, for a scoped name that is locked already, may hide a private package', () => {
    const gone: Answer = { state: 'absent', authenticated: false };
    const scoped = { name: '@acme/a' };
    const hidden = { ...every(unavailable('unauthorized')), predecessor: absent, predecessorProvenance: absent };
    expect(evidence(gone, scoped)).toEqual(every(absent));
    expect(evidence(gone, scoped, 'audit')).toEqual(hidden);
    expect(evidence(gone, { ...scoped, baseVersions: ['1.0.0'] })).toEqual(every(unavailable('unauthorized')));
    const known: Answer = { ...gone, authenticated: true };
    expect(evidence(known, { ...scoped, baseVersions: ['1.0.0'] }).existence).toEqual(absent);
  });

  test('a failed request is never an absence', () => {
    const failed: Answer = { state: 'unavailable', reason: 'timeout', detail: 'no answer' };
    expect(evidence(failed, { baseVersions: ['1.0.0'] })).toEqual(every(unavailable('timeout')));
    expect(evidence(failed)).toEqual({
      ...every(unavailable('timeout')),
      ...{ predecessor: absent, predecessorProvenance: absent },
    });
  });

  test('a version that a recording did not ask for is not recorded', () => {
    const found = evidence(answered({ versions, time }, '1.0.0'));
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

  test('that the registry no longer lists is unavailable, not absent', () => {
    const answer = answered({ versions: { '1.1.0': versions['1.1.0'] }, time });
    expect(evidence(answer, { baseVersions: ['1.0.0'] }).predecessor).toEqual(unavailable('not-provided'));
  });
});

describe('what no registry is asked about', () => {
  test('is nothing that is certain', () => {
    const git = changeOf({
      source: { kind: 'git', spec: 'git+ssh://git@host.example/a.git' },
      pins: [{ resolved: 'git+ssh://me:s3cret@host.example/a.git#abc', line: 3, places: 1 }],
    });
    const dossier = otherDossier(git);
    expect(dossier).toMatchObject({
      publicRegistry: false,
      addresses: [{ verdict: 'elsewhere', shown: 'git+ssh://***@host.example/a.git#abc' }],
      evidence: every(unavailable('not-provided')),
    });
    expect(dossier).not.toHaveProperty('registry');
  });
});

test('each pin has its address, judged with the tarball that the registry names', () => {
  const tarball = 'https://files.example/7/a.tgz';
  const answer = answered({ versions: { '1.1.0': manifest('1.1.0', { dist: { tarball } }) } });
  const pins = [tarball, 'https://evil.example/a.tgz', undefined].map((resolved) => ({
    ...(resolved === undefined ? {} : { resolved }),
    ...{ line: 1, places: 1 },
  }));
  const {
    addresses,
    registry: url,
    publicRegistry,
  } = registryDossier(changeOf({ pins }), registry, map, answer, 'check');
  expect(addresses.map(({ verdict }) => verdict)).toEqual(['trusted', 'elsewhere', 'omitted']);
  expect([url, publicRegistry]).toEqual([registry, true]);
});

test('whatever a packument holds, a version is said to be listed only together with its release', () => {
  const field = fc.constantFrom('name', 'version', 'dist', 'scripts', 'deprecated', 'dependencies', 'tarball');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('a', '1.1.0', 7, null, true, ''),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(field, tie('value'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('1.0.0', '1.1.0', '0.0.1-security'), value), value, (all, published) => {
      const found = evidence(answered({ versions: all, time: { '1.1.0': published } }), { baseVersions: ['1.0.0'] });
      const listed = found.existence.state === 'present' && found.existence.value.answer === 'listed';
      if (listed) expect(found.release.state).toBe('present');
      for (const { state } of Object.values(found)) expect(['present', 'absent', 'unavailable']).toContain(state);
    }),
    { numRuns: 1000 },
  );
});
