import { describe, expect, test } from '@jest/globals';

import type { RegistryKeys } from '../../src/trust/registry-keys.ts';
import { type SignedRelease, verifyRegistrySignature } from '../../src/trust/registry-signature.ts';
import { integrityOf, registryKey } from '../support/private-sigstore.ts';

const key = registryKey();
const retired = registryKey({ expires: '2025-01-29T00:00:00.000Z' });
const unknown = registryKey();
const keys: RegistryKeys = new Map([...key.keys, ...retired.keys]);

const artifact = { name: '@acme/widget', version: '1.2.3', integrity: integrityOf('widget') };
const release: SignedRelease = {
  ...artifact,
  signatures: [key.sign(artifact)],
  publishedAt: '2025-06-01T00:00:00.000Z',
  keys,
};
const judge = (change: Partial<SignedRelease>) => verifyRegistrySignature({ ...release, ...change });
const wrong = (signer = key) => ({ ...signer.sign({ ...artifact, version: '9.9.9' }) });

test('a signature over name, version and the lockfile’s integrity is verified', () => {
  expect(judge({})).toEqual({ state: 'verified', keyid: key.keyid });
});

test.each<[string, Partial<SignedRelease>]>([
  ['other bytes', { integrity: integrityOf('tampered') }],
  ['another version', { version: '1.2.4' }],
  ['another name', { name: '@acme/widge' }],
  ['another signature', { signatures: [wrong()] }],
  ['no DER', { signatures: [{ keyid: key.keyid, sig: 'AAAA' }] }],
  ['no base64', { signatures: [{ keyid: key.keyid, sig: '%%%%' }] }],
])('%s: the signature is wrong', (_, change) => {
  expect(judge(change)).toEqual({ state: 'invalid', check: 'signature', keyid: key.keyid });
});

describe('no signature at all', () => {
  test.each([undefined, null, []])('%p is absent', (signatures) => {
    expect(judge({ signatures })).toEqual({ state: 'absent' });
  });

  test.each<[unknown]>([
    ['sig'],
    [{}],
    [[{}]],
    [[null]],
    [['x']],
    [[{ sig: key.sign(artifact).sig }]],
    [[{ keyid: '', sig: key.sign(artifact).sig }]],
    [[{ keyid: key.keyid }]],
    [[{ keyid: key.keyid, sig: '' }]],
    [[{ keyid: [key.keyid], sig: key.sign(artifact).sig }]],
    [[{ keyid: key.keyid, sig: 'A'.repeat(100_000) }]],
    [[key.sign(artifact), {}]],
    [Array(17).fill(key.sign(artifact))],
  ])('but what is malformed is invalid, not absent: %#', (signatures) => {
    expect(judge({ signatures })).toEqual({ state: 'invalid', check: 'malformed' });
  });
});

test.each([
  '',
  'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=',
  `sha1-x ${artifact.integrity}`,
  `${artifact.integrity} `,
  artifact.integrity.slice(0, -2),
  `${artifact.integrity}?opt`,
])('an integrity that is not exactly one SHA-512 hash verifies nothing: %#', (integrity) => {
  expect(judge({ integrity })).toEqual({ state: 'invalid', check: 'integrity' });
});

describe('the time of a key', () => {
  const signatures = [retired.sign(artifact)];

  test('a retired key is good for what was published before', () => {
    expect(judge({ signatures, publishedAt: '2025-01-28T23:59:59.999Z' })).toEqual({
      state: 'verified',
      keyid: retired.keyid,
    });
  });

  test.each(['2025-01-29T00:00:00.000Z', '2026-01-01T00:00:00.000Z'])('and not for %s', (publishedAt) => {
    expect(judge({ signatures, publishedAt })).toEqual({ state: 'invalid', check: 'key-period', keyid: retired.keyid });
  });

  test.each([undefined, '', 'yesterday', '1'])('without a publish time (%p) nobody can tell', (publishedAt) => {
    const check = 'publish-time-unknown';
    expect(judge({ signatures, publishedAt })).toEqual({ state: 'invalid', check, keyid: retired.keyid });
    expect(judge({ signatures, publishedAt, now: '2026-01-01T00:00:00.000Z' })).toMatchObject({ check });
  });

  test('without a publish time, a key that has not expired yet cannot have been expired then', () => {
    expect(judge({ signatures, publishedAt: undefined, now: '2025-01-01T00:00:00.000Z' })).toMatchObject({
      state: 'verified',
    });
    expect(judge({ publishedAt: undefined })).toMatchObject({ state: 'verified' });
  });

  test('a wrong signature by a retired key is wrong first of all', () => {
    expect(judge({ signatures: [wrong(retired)] })).toMatchObject({ check: 'signature' });
  });

  test('a key that is listed for attestations only does not sign releases', () => {
    const [only] = key.keys.values();
    if (only === undefined) throw new Error('no key');
    const { keyid, publicKey } = only;
    const attesting: RegistryKeys = new Map([
      [keyid, { keyid, publicKey, attestations: { start: -Infinity, end: Infinity } }],
    ]);
    expect(judge({ keys: attesting })).toMatchObject({ state: 'invalid', check: 'key-period' });
  });
});

describe('several signatures', () => {
  test('an unknown key says nothing; beside a good signature it takes nothing away', () => {
    expect(judge({ signatures: [unknown.sign(artifact)] })).toEqual({
      state: 'invalid',
      check: 'unknown-key',
      keyid: unknown.keyid,
    });
    expect(judge({ signatures: [unknown.sign(artifact), key.sign(artifact)] })).toMatchObject({ state: 'verified' });
    expect(judge({ signatures: [retired.sign(artifact), key.sign(artifact)] })).toMatchObject({
      state: 'verified',
      keyid: key.keyid,
    });
  });

  test.each([0, 1])('a wrong one by a known key spoils a good one, in either order (%p)', (first) => {
    const both = [key.sign(artifact), wrong(retired)];
    expect(judge({ signatures: first === 0 ? both : both.reverse() })).toMatchObject({
      state: 'invalid',
      check: 'signature',
    });
  });

  test('a known key’s reason is told before an unknown one’s', () => {
    expect(judge({ signatures: [unknown.sign(artifact), retired.sign(artifact)] })).toMatchObject({
      check: 'key-period',
    });
  });
});
