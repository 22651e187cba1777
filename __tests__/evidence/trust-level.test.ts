import { describe, expect, test } from '@jest/globals';

import { publisherOf } from '../../src/evidence/packument-evidence.ts';
import { type Packument, readPackument } from '../../src/registry/packument.ts';
import { priorProvenanceOf, priorTrustOf, trustOf } from '../../src/evidence/trust-level.ts';
import type { Evidence, ProvenanceOutcome } from '../../src/model/index.ts';

const token = { _npmUser: { name: 'ann', email: 'ann@acme.example' } };
const trusted = {
  _npmUser: { name: 'GitHub Actions', trustedPublisher: { id: 'github', oidcConfigId: 'oidc:1' } },
};
const staged = { _npmUser: { ...trusted._npmUser, approver: { name: 'ann' } } };
const attested = { dist: { attestations: { url: 'https://evil.example/' } } };

/** Published a day apart, in the order given. */
function packumentOf(manifests: Record<string, object>, document: object = {}): Packument {
  const entries = Object.entries(manifests);
  const packument = readPackument(
    {
      name: 'a',
      versions: Object.fromEntries(entries.map(([version, fields]) => [version, { name: 'a', version, ...fields }])),
      time: Object.fromEntries(
        entries.map(([version], day) => [version, new Date(Date.UTC(2026, 0, day + 1)).toISOString()]),
      ),
      ...document,
    },
    'a',
    entries.map(([version]) => version),
  );
  if ('malformed' in packument) throw new Error(packument.malformed);
  return packument;
}

const unavailable = { state: 'unavailable', reason: 'not-provided' };
const absent: Evidence<ProvenanceOutcome> = { state: 'absent' };
const exactly = (rank: string) => ({ atLeast: rank, atMost: rank });

describe('the publisher', () => {
  const packument = packumentOf({ '1.0.0': token, '1.1.0': {}, '1.2.0': staged });

  test('is what the packument says of the version', () => {
    expect(publisherOf('1.0.0', packument)).toEqual({ state: 'present', value: { name: 'ann' } });
    expect(publisherOf('1.2.0', packument)).toEqual({
      state: 'present',
      value: { name: 'GitHub Actions', trustedPublisher: { id: 'github', oidcConfigId: 'oidc:1' }, approver: 'ann' },
    });
  });

  test('is absent where others have one, and unavailable where none has', () => {
    expect(publisherOf('1.1.0', packument)).toEqual(absent);
    expect(publisherOf('1.0.0', packumentOf({ '1.0.0': {}, '1.1.0': { _npmUser: {} } }))).toMatchObject(unavailable);
  });
});

describe('the strongest release before', () => {
  const prior = (manifests: Record<string, object>, version: string, document?: object) => {
    const found = priorTrustOf(version, packumentOf(manifests, document), false);
    return found.state === 'present' ? [found.value.version, found.value.standing] : found;
  };

  test.each<[string, Record<string, object>, unknown]>([
    [
      'the newest of the strongest',
      { '1.0.0': trusted, '1.1.0': trusted, '1.2.0': token, '1.9.0': token },
      ['1.1.0', 'trusted-publisher'],
    ],
    [
      'a claimed attestation',
      { '1.0.0': { ...token, ...attested }, '1.1.0': token, '1.9.0': token },
      ['1.0.0', 'provenance'],
    ],
    ['a staged one', { '1.0.0': staged, '1.1.0': trusted, '1.9.0': token }, ['1.0.0', 'staged']],
    ['one of a later major does not count', { '1.0.0': token, '2.0.0': staged, '1.9.0': token }, ['1.0.0', 'none']],
    [
      'one of a major before does not count beside one of its own',
      { '0.9.0': staged, '1.0.0': token, '1.9.0': token },
      ['1.0.0', 'none'],
    ],
    ['a prerelease does not count', { '1.0.0': token, '1.1.0-rc.1': staged, '1.9.0': token }, ['1.0.0', 'none']],
    ['one published later does not count', { '1.0.0': token, '1.9.0': token, '1.1.0': staged }, ['1.0.0', 'none']],
    [
      'a higher version published before counts',
      { '1.10.0': trusted, '1.9.0': token },
      ['1.10.0', 'trusted-publisher'],
    ],
    ['a release of old without a publisher demands nothing', { '1.0.0': {}, '1.9.0': token }, ['1.0.0', 'none']],
  ])('%s', (_, manifests, expected) => {
    const [version, rank] = expected as [string, string];
    expect(prior(manifests, '1.9.0')).toEqual([version, exactly(rank)]);
  });

  test('without times, by the order of versions', () => {
    const manifests = { '1.10.0': staged, '1.0.0': trusted, '1.9.0': token };
    expect(prior(manifests, '1.9.0', { time: {} })).toEqual(['1.0.0', exactly('trusted-publisher')]);
  });

  test('of the major before, where its own has none, and it says so', () => {
    const found = priorTrustOf('2.0.0', packumentOf({ '0.9.0': staged, '1.0.0': trusted, '2.0.0': token }), false);
    expect(found).toMatchObject({
      value: { version: '1.0.0', standing: exactly('trusted-publisher'), acrossMajors: true },
    });
  });

  test('none: absent; a document that says nothing of publishing: unavailable', () => {
    expect(prior({ '1.9.0': token, '1.10.0': token }, '1.9.0')).toEqual(absent);
    expect(prior({ '1.0.0': {}, '1.9.0': {} }, '1.9.0')).toMatchObject(unavailable);
  });

  test('of a version that is not listed there is nothing', () => {
    const packument = readPackument({ name: 'a', versions: { '1.0.0': token } }, 'a', ['9.0.0']);
    if ('malformed' in packument) throw new Error(packument.malformed);
    expect(priorTrustOf('9.0.0', packument, false)).toEqual(absent);
    expect(trustOf('9.0.0', packument, absent, absent)).toEqual(absent);
  });
});

const proven = { ...token, ...attested };
const provenBefore = (manifests: Record<string, object>, version: string) =>
  priorProvenanceOf(version, packumentOf(manifests), false);

describe('the newest release before that claims provenance', () => {
  test.each<[string, Record<string, object>, object]>([
    [
      'one that all before have',
      { '1.0.0': proven, '1.1.0': proven, '1.9.0': token },
      { version: '1.1.0', steady: true },
    ],
    [
      'one that the last three have',
      { '1.0.0': token, '1.1.0': proven, '1.2.0': proven, '1.3.0': proven, '1.9.0': token },
      { version: '1.3.0', steady: true },
    ],
    [
      'one with a gap, as undici-types',
      { '1.0.0': proven, '1.1.0': token, '1.2.0-a.1': token, '1.2.0-a.2': token, '1.2.0': proven, '1.9.0': token },
      { version: '1.2.0', steady: false },
    ],
    [
      'one that all have but what came out in the days before',
      { '1.0.0': proven, '1.1.0': proven, '1.2.0': proven, '1.8.0': token, '1.9.0': token },
      { version: '1.2.0', steady: true },
    ],
    [
      'one of the major before',
      { '0.1.0': proven, '1.9.0': token },
      { version: '0.1.0', steady: true, acrossMajors: true },
    ],
  ])('%s', (_, manifests, expected) => {
    expect(provenBefore(manifests, '1.9.0')).toEqual({ state: 'present', value: expected });
  });

  test.each<[string, Record<string, object>]>([
    ['a trusted publisher claims no provenance', { '1.0.0': trusted, '1.9.0': token }],
    ['a prerelease', { '1.0.0': token, '1.1.0-rc.1': proven, '1.9.0': token }],
    ['one published later', { '1.0.0': token, '1.9.0': token, '1.1.0': proven }],
  ])('none: %s', (_, manifests) => {
    expect(provenBefore(manifests, '1.9.0')).toEqual(absent);
  });
});

test('a registry that names no publisher of any version: unavailable, and absent where it does not have to', () => {
  const packument = packumentOf({ '1.0.0': {}, '1.9.0': {} });
  for (const priorOf of [priorTrustOf, priorProvenanceOf]) {
    expect(priorOf('1.9.0', packument, false)).toMatchObject(unavailable);
    expect(priorOf('1.9.0', packument, true)).toEqual(absent);
  }
});

describe('the trust of a version', () => {
  const trust = (fields: object, provenance: Evidence<ProvenanceOutcome>) => {
    const packument = packumentOf({ '1.0.0': fields, '1.1.0': token });
    return trustOf('1.0.0', packument, publisherOf('1.0.0', packument), provenance);
  };
  const outcome = (value: ProvenanceOutcome): Evidence<ProvenanceOutcome> => ({ state: 'present', value });
  const verified = (platform: 'github' | 'gitlab') =>
    outcome({
      ...{ state: 'verified', predicateType: '', signedAt: '2026-01-01T00:00:00.000Z', boundTo: 'lockfile' },
      identity: {
        ...{ platform, issuer: '', subjectAlternativeName: '', sourceRepository: '', buildSigner: '', claimed: [] },
      },
    });
  const unread: Evidence<ProvenanceOutcome> = { state: 'unavailable', reason: 'timeout', detail: '' };

  test.each<[string, object, Evidence<ProvenanceOutcome>, string, string]>([
    ['by token', token, absent, 'none', 'none'],
    ['by token with provenance', token, verified('github'), 'provenance', 'provenance'],
    ['by a trusted publisher', trusted, verified('github'), 'trusted-publisher', 'trusted-publisher'],
    ['by one whose provenance is of another platform', trusted, verified('gitlab'), 'provenance', 'provenance'],
    ['staged', staged, outcome({ state: 'no-provenance' }), 'staged', 'staged'],
    ['where attestations do not apply', staged, outcome({ state: 'not-applicable' }), 'staged', 'staged'],
    ['with an invalid provenance', staged, outcome({ state: 'invalid', failed: [] }), 'none', 'none'],
    ['with one that was not read', trusted, unread, 'none', 'trusted-publisher'],
    ['by nobody who is named', {}, verified('github'), 'provenance', 'staged'],
  ])('%s', (_, fields, provenance, atLeast, atMost) => {
    expect(trust(fields, provenance)).toEqual({ state: 'present', value: { atLeast, atMost } });
  });
});
