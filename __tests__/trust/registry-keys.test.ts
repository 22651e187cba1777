import { generateKeyPairSync } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';

import { embeddedRegistryKeys, keyidOf, type KeyList, parseRegistryKeys } from '../../src/trust/registry-keys.ts';
import { registryKey } from '../support/private-sigstore.ts';

const honest = registryKey().document.keys[0] ?? {};
const other = registryKey().document.keys[0] ?? {};

const refusals = (list: KeyList) => (list.state === 'keys' ? list.refused.map(({ reason }) => reason) : list.state);

test('the embedded keys are the public registry’s two, each with its time', () => {
  const spans = [...embeddedRegistryKeys().values()].map((key) => [
    key.keyid,
    key.signatures?.end,
    key.attestations?.start,
  ]);
  expect(spans).toEqual([
    ['SHA256:jl3bwswu80PjjokCgh0o2w5c2U4LhQAE57gj9cz1kzA', Date.UTC(2025, 0, 29), Date.UTC(2022, 11, 1)],
    ['SHA256:DhQ8wR5APBvFHLF/+Tc+AYvPOdTpcIDqOhxsBHRwC7U', Infinity, Date.UTC(2025, 0, 13)],
  ]);
});

describe('a key that is listed', () => {
  test('is used where it is what it says', () => {
    expect(parseRegistryKeys({ keys: [honest, other] })).toMatchObject({ state: 'keys', refused: [] });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['without keyid', { keyid: undefined }, 'shape'],
    ['with an empty keyid', { keyid: '' }, 'shape'],
    ['with a keyid longer than any', { keyid: 'k'.repeat(513) }, 'shape'],
    ['with a number for a key', { key: 1 }, 'shape'],
    ['longer than any', { key: 'A'.repeat(10_000) }, 'shape'],
    ['that is no key', { key: 'AAAA' }, 'material'],
    ['of another type', { keytype: 'ed25519' }, 'algorithm'],
    ['with another scheme', { scheme: 'ecdsa-sha2-nistp384' }, 'algorithm'],
    ['that expires at no instant', { expires: 'soon' }, 'period'],
    ['that expires at what Date.parse takes for 2001', { expires: '1' }, 'period'],
    ['that expires at a number', { expires: 0 }, 'period'],
  ])('%s is refused', (_, change, reason) => {
    const list = parseRegistryKeys({ keys: [{ ...honest, ...change }, other] });
    expect(list).toMatchObject({ state: 'keys', refused: [{ position: 0, reason }] });
    expect(list.state === 'keys' && [...list.keys.keys()]).toEqual([other.keyid]);
  });

  test.each(['SHA256:test-key', 'arn:kms:eu:1/key/7', 'a'.repeat(64), '__proto__'])(
    'counts under the id that the list gives it: %s',
    (keyid) => {
      const list = parseRegistryKeys({ keys: [{ ...honest, keyid }] });
      expect(list).toMatchObject({ state: 'keys', refused: [] });
      expect(list.state === 'keys' && [...list.keys.keys()]).toEqual([keyid]);
    },
  );

  test('under the id of another key counts as neither, in either order', () => {
    const keys = [honest, { ...other, keyid: honest.keyid }];
    for (const listed of [keys, [...keys].reverse()]) {
      const list = parseRegistryKeys({ keys: listed });
      expect(refusals(list)).toEqual(['conflict', 'conflict']);
      expect(list.state === 'keys' && [list.keys.size, [...list.unusable]]).toEqual([0, [[honest.keyid, 'conflict']]]);
    }
  });

  test('for each use under one id must be the same key', () => {
    const target = (key: unknown, keyUsage: string) => ({
      ...{ keyId: 'one', keyUsage },
      publicKey: { rawBytes: key, keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor: { start: '2024-01-01T00:00:00Z' } },
    });
    const listed = (second: unknown) =>
      parseRegistryKeys({ keys: [target(honest.key, 'npm:signatures'), target(second, 'npm:attestations')] });
    expect(refusals(listed(honest.key))).toEqual([]);
    expect(refusals(listed(other.key))).toEqual(['conflict', 'conflict']);
  });

  test('that cannot be used leaves its id known', () => {
    const list = parseRegistryKeys({ keys: [{ ...honest, keytype: 'ed25519' }, other] });
    expect(list.state === 'keys' && [...list.unusable]).toEqual([[honest.keyid, 'algorithm']]);
  });

  test('on another curve is refused even with its right fingerprint', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    expect(refusals(parseRegistryKeys({ keys: [{ ...honest, key, keyid: keyidOf(publicKey) }] }))).toEqual([
      'material',
    ]);
  });

  test('twice is used once: a second entry cannot lengthen its life', () => {
    const list = parseRegistryKeys({ keys: [{ ...honest, expires: '2020-01-01T00:00:00.000Z' }, honest] });
    expect(refusals(list)).toEqual(['duplicate']);
    expect(list.state === 'keys' && [...list.keys.values()].map((key) => key.signatures?.end)).toEqual([
      Date.UTC(2020, 0, 1),
    ]);
  });

  test('in the form of the TUF target serves only the use it is listed for', () => {
    const publicKey = {
      rawBytes: honest.key,
      keyDetails: 'PKIX_ECDSA_P256_SHA_256',
      validFor: { start: '2024-01-01T00:00:00Z' },
    };
    const list = parseRegistryKeys({ keys: [{ keyId: honest.keyid, keyUsage: 'npm:signatures', publicKey }] });
    const [key] = list.state === 'keys' ? list.keys.values() : [];
    expect(key?.signatures).toEqual({ start: Date.UTC(2024, 0, 1), end: Infinity });
    expect(key?.attestations).toBeUndefined();
    expect(refusals(parseRegistryKeys({ keys: [{ keyId: honest.keyid, keyUsage: 'npm:other', publicKey }] }))).toEqual([
      'shape',
    ]);
  });
});

test.each([null, undefined, [], 'keys', 7, {}, { keys: null }, { keys: {} }, { keys: Array(1000).fill(honest) }])(
  'what is no list of keys is malformed, never an empty list: %#',
  (document) => {
    expect(parseRegistryKeys(document)).toEqual({ state: 'malformed' });
  },
);

test('a list without keys is a list without keys', () => {
  expect(parseRegistryKeys({ keys: [] })).toMatchObject({ state: 'keys', refused: [] });
});
