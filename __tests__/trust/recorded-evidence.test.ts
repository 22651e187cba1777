import { describe, expect, test } from '@jest/globals';

import { type Attestations, verifyAttestations } from '../../src/trust/attestation.ts';
import { embeddedRegistryKeys, parseRegistryKeys, type RegistryKeys } from '../../src/trust/registry-keys.ts';
import { verifyRegistrySignature } from '../../src/trust/registry-signature.ts';
import { embeddedTrust, type Trust, trustFrom } from '../../src/trust/trust-material.ts';
import { recordedEvidence } from '../support/corpus.ts';
import { integrityOf } from '../support/private-sigstore.ts';

/** Real documents, valid and tampered, with what is expected of each: see docs/decisions/0084-recorded-evidence.md. */
const read = recordedEvidence();

interface Recorded {
  readonly id: string;
  readonly file: string;
  readonly kind: string;
  readonly package: string | null;
  readonly version: string | null;
  readonly integrity?: string;
  readonly expected: 'valid' | 'invalid' | 'unknown';
  readonly expectedAttestations?: readonly ('valid' | 'invalid' | 'unknown')[];
  readonly signatureCheck?: { readonly valid: number; readonly invalid: number; readonly missing: number };
}

const parse = (file: string): unknown => JSON.parse(read(file));
const recorded = parse('manifest.json') as readonly Recorded[];
const ofKind = (...kinds: readonly string[]) =>
  recorded.filter(({ kind }) => kinds.includes(kind)).map((one) => [one.id, one] as const);

const word = { verified: 'valid', invalid: 'invalid', absent: 'absent' } as const;

function judge(one: Recorded, document: unknown, trust: Trust = embeddedTrust): Attestations {
  const { package: name, version, integrity = integrityOf('unknown') } = one;
  const registryKeys = embeddedRegistryKeys();
  return verifyAttestations({
    document,
    name: name ?? 'x',
    version: version ?? '1.0.0',
    integrity,
    trust,
    registryKeys,
  });
}

describe('attestation documents of the registry', () => {
  /** What the manifest leaves open, and what we say: a publish attestation must name the key that signed it. */
  const decided: Readonly<Record<string, readonly string[]>> = { 'pacote/no-keyid': ['invalid', 'invalid'] };

  test.each(ofKind('npm-attestations'))('%s', (id, one) => {
    const judged = judge(one, parse(one.file));
    expect(judged.attestations.map(({ state }) => word[state])).toEqual(decided[id] ?? one.expectedAttestations);
    expect(word[judged.provenance.state]).toBe(decided[id] === undefined ? one.expected : 'invalid');
  });

  test('every one of them is refused for another version, other bytes, another deployment and other keys', () => {
    for (const [, one] of ofKind('npm-attestations')) {
      const document = parse(one.file);
      const staging = trustFrom(read('trust/trusted_root.staging.json'), 'staging');
      const registryKeys: RegistryKeys = new Map();
      const judged = [
        judge({ ...one, version: '0.0.1' }, document),
        judge({ ...one, package: `${one.package ?? ''}s` }, document),
        judge({ ...one, integrity: integrityOf('other') }, document),
        judge(one, document, staging),
      ];
      for (const { attestations, provenance } of judged) {
        expect(provenance.state).toBe('invalid');
        expect(attestations.map(({ state }) => state)).toEqual(['invalid', 'invalid']);
      }
      const { package: name, version, integrity = '' } = one;
      const withoutKeys = verifyAttestations({
        document,
        name: name ?? '',
        version: version ?? '',
        integrity,
        trust: embeddedTrust,
        registryKeys,
      });
      expect(withoutKeys.provenance.state).toBe('invalid');
    }
  });
});

describe('bundles that npm would refuse to publish', () => {
  test.each(ofKind('sigstore-bundle'))('%s', (_, one) => {
    let bundle: unknown;
    try {
      bundle = parse(one.file);
    } catch {
      bundle = read(one.file);
    }
    const predicateType = 'https://slsa.dev/provenance/v0.2';
    // None of them is logged: what is expected `invalid` is, and what is `unknown` cannot be verified either.
    expect(judge(one, { attestations: [{ predicateType, bundle }] }).provenance.state).toBe('invalid');
  });
});

describe('registry signatures in packuments', () => {
  interface Packument {
    readonly time?: Readonly<Record<string, string>>;
    readonly versions: Readonly<
      Record<string, { readonly dist: { readonly integrity?: string; readonly signatures?: unknown } }>
    >;
  }

  test.each(ofKind('packument'))('%s', (_, one) => {
    const { time, versions } = parse(one.file) as Packument;
    const counted = { valid: 0, invalid: 0, missing: 0 };
    for (const [version, { dist }] of Object.entries(versions)) {
      const release = {
        name: one.package ?? '',
        version,
        integrity: dist.integrity ?? '',
        signatures: dist.signatures,
        keys: embeddedRegistryKeys(),
      };
      const judged = verifyRegistrySignature({ ...release, publishedAt: time?.[version] });
      // Excerpts without times: a retired key's right signature is unproven in time, right in all else.
      const timeless = judged.state === 'invalid' && judged.check === 'publish-time-unknown';
      if (timeless) {
        expect(time?.[version]).toBeUndefined();
        const then = verifyRegistrySignature({ ...release, publishedAt: '2024-12-31T00:00:00.000Z' });
        expect(then.state).toBe('verified');
      }
      counted[judged.state === 'absent' ? 'missing' : judged.state === 'verified' || timeless ? 'valid' : 'invalid'] +=
        1;
      if (judged.state === 'verified') {
        expect(
          verifyRegistrySignature({ ...release, publishedAt: time?.[version], integrity: integrityOf('tampered') }),
        ).toMatchObject({ state: 'invalid', check: 'signature' });
      }
    }
    expect(counted).toEqual(one.signatureCheck);
  });
});

describe('keys and trusted roots', () => {
  test.each(ofKind('registry-keys', 'registry-keys-tuf'))('%s', (_, one) => {
    const list = parseRegistryKeys(parse(one.file));
    expect(list).toMatchObject({ state: 'keys', refused: [] });
    const signing =
      list.state === 'keys' ? [...list.keys].map(([keyid, { signatures }]) => [keyid, signatures?.end]) : [];
    const embedded = [...embeddedRegistryKeys()].map(([keyid, { signatures }]) => [keyid, signatures?.end]);
    expect(new Map(signing as [string, number][])).toEqual(new Map(embedded as [string, number][]));
  });

  /** GitHub's recorded root has timestamp authorities only: nothing in it could verify a provenance. */
  const withoutAuthority = 'trust/github-trusted_root';
  /** The staging deployment's own certificates sign nothing that the public registry holds. */
  const otherDeployment = 'trust/sigstore-python-staging';

  test.each(ofKind('trusted-root'))('%s', (id, one) => {
    if (id === withoutAuthority) {
      expect(() => trustFrom(read(one.file), one.file)).toThrow(/no certificate authority/);
      return;
    }
    const trust = trustFrom(read(one.file), one.file);
    const [, sample] = ofKind('npm-attestations').find(([name]) => name === 'npm-cli/sigstore-1.0.0') ?? [];
    if (sample === undefined) throw new Error('the sample is missing');
    expect(judge(sample, parse(sample.file), trust).provenance.state).toBe(
      id === otherDeployment ? 'invalid' : 'verified',
    );
  });
});
