import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { verifyAttestations } from '../../src/trust/attestation.ts';
import { parseRegistryKeys } from '../../src/trust/registry-keys.ts';
import { verifyRegistrySignature } from '../../src/trust/registry-signature.ts';
import {
  type AttestationEntry,
  integrityOf,
  type PrivateSigstore,
  privateSigstore,
  registryKey,
} from '../support/private-sigstore.ts';

const artifact = { name: 'widget', version: '1.0.0', integrity: integrityOf('widget') };
const key = registryKey();
let sigstore: PrivateSigstore;
let good: AttestationEntry;
beforeAll(async () => {
  sigstore = await privateSigstore();
  good = await sigstore.provenance(artifact);
});

const judge = (document: unknown) =>
  verifyAttestations({ ...artifact, document, trust: sigstore.trust, registryKeys: key.keys });

describe('a document that is not the endpoint’s is invalid, never absent and never thrown', () => {
  test.each([
    undefined,
    null,
    '',
    'not found',
    '<html></html>',
    7,
    true,
    [],
    {},
    { attestations: null },
    { attestations: {} },
    { attestations: 'x' },
    { error: 'not found' },
  ])('%j', (document) => {
    expect(judge(document)).toMatchObject({
      attestations: [],
      provenance: { state: 'invalid', check: 'document' },
      publish: 'invalid',
    });
  });

  test.each([
    null,
    7,
    'x',
    [],
    {},
    { predicateType: 'https://slsa.dev/provenance/v1' },
    { bundle: null },
    { bundle: {} },
    { bundle: 'x' },
  ])('entry %j', (entry) => {
    expect(judge({ attestations: [entry] }).provenance).toMatchObject({ state: 'invalid' });
    expect(judge({ attestations: [good, entry] }).provenance).toMatchObject({ state: 'invalid' });
  });
});

describe('past a bound, the bound is what is said', () => {
  const material = () =>
    structuredClone(good.bundle.verificationMaterial) as { tlogEntries: Record<string, unknown>[] } & Record<
      string,
      unknown
    >;
  const withMaterial = (verificationMaterial: unknown) => ({
    attestations: [{ ...good, bundle: { ...good.bundle, verificationMaterial } }],
  });
  const bounds = { state: 'invalid', check: 'bounds' };

  test('too many attestations', () => {
    expect(judge({ attestations: Array.from({ length: 17 }, () => good) }).provenance).toMatchObject(bounds);
  });

  test('too deep', () => {
    const deep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], []);
    expect(judge({ attestations: [{ bundle: deep }] }).provenance).toMatchObject(bounds);
  });

  test('too many values', () => {
    expect(judge({ attestations: [good], more: Array.from({ length: 30_000 }, () => 0) }).provenance).toMatchObject(
      bounds,
    );
  });

  test('too much text', () => {
    expect(judge({ attestations: [good], more: 'x'.repeat(17 * 1024 * 1024) }).provenance).toMatchObject(bounds);
  });

  test('too many log entries', () => {
    const { tlogEntries, ...others } = material();
    expect(judge(withMaterial({ ...others, tlogEntries: Array(5).fill(tlogEntries[0]) })).provenance).toMatchObject(
      bounds,
    );
  });

  test('a certificate larger than any', () => {
    const certificate = { rawBytes: Buffer.alloc(20_000, 0x30).toString('base64') };
    expect(judge(withMaterial({ ...material(), certificate })).provenance).toMatchObject(bounds);
  });

  test('a log index of many digits', () => {
    const { tlogEntries, ...others } = material();
    const [entry] = tlogEntries;
    expect(
      judge(withMaterial({ ...others, tlogEntries: [{ ...entry, logIndex: '9'.repeat(10_000) }] })).provenance,
    ).toMatchObject(bounds);
  });
});

test('no JSON whatever is verified or thrown over', () => {
  const json = fc.jsonValue({ maxDepth: 6 });
  fc.assert(
    fc.property(json, json, (one, two) => {
      const documents = [
        one,
        { attestations: one },
        { attestations: [one] },
        { attestations: [{ ...good, bundle: one }] },
      ];
      const damaged = { ...good.bundle, verificationMaterial: one, dsseEnvelope: two };
      for (const document of [...documents, { attestations: [{ ...good, bundle: damaged }] }]) {
        const { attestations, provenance, publish } = judge(document);
        expect(attestations.some(({ state }) => state === 'verified')).toBe(false);
        const empty = Array.isArray(one) && one.length === 0;
        expect(provenance.state === 'invalid' || (empty && provenance.state === 'absent')).toBe(true);
        expect(publish === 'verified').toBe(false);
      }
      parseRegistryKeys(one);
      parseRegistryKeys({ keys: one });
      const { state } = verifyRegistrySignature({ ...artifact, signatures: one, keys: key.keys });
      const nothing = one === null || (Array.isArray(one) && one.length === 0);
      expect(state).toBe(nothing ? 'absent' : 'invalid');
    }),
    { numRuns: 300 },
  );
});

test('names of Object.prototype are no keys', () => {
  for (const keyid of ['__proto__', 'constructor', 'toString']) {
    expect(
      verifyRegistrySignature({ ...artifact, signatures: [{ keyid, sig: 'AAAA' }], keys: key.keys }),
    ).toMatchObject({ check: 'unknown-key' });
  }
  const predicateType = 'constructor';
  expect(judge({ attestations: [{ ...good, predicateType }] }).provenance).toMatchObject({
    state: 'invalid',
    check: 'predicate-type',
  });
});
