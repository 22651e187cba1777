import { describe, expect, test } from '@jest/globals';

import { GateFailure } from '../../src/errors.ts';
import { verifyAttestations } from '../../src/trust/attestation.ts';
import { oldSeedsDays, trustSeedsAge, trustSeedsDate } from '../../src/trust/seeds.ts';
import { embeddedTrust, publicIssuers, trustFrom } from '../../src/trust/trust-material.ts';
import { attestationsDocument, integrityOf, privateSigstore } from '../support/private-sigstore.ts';

describe('the embedded trust seeds', () => {
  test('know when they were signed, and when they are old', () => {
    const date = trustSeedsDate();
    const after = (days: number) => new Date(Date.parse(date) + days * 86_400_000).toISOString();
    expect(Date.parse(date)).toBeGreaterThanOrEqual(Date.parse('2025-12-07T13:27:01.000Z'));
    expect(trustSeedsAge(after(30.5))).toEqual({ date, days: 30, old: false });
    expect(trustSeedsAge(after(oldSeedsDays))).toEqual({ date, days: oldSeedsDays, old: true });
    expect(trustSeedsAge(after(-1))).toMatchObject({ days: 0, old: false });
  });

  test('trust GitHub and GitLab', () => {
    expect(embeddedTrust.origin).toBe('embedded');
    expect(embeddedTrust.issuers).toBe(publicIssuers);
  });

  test('build one verifier per list of keys', () => {
    const keys = new Map();
    expect(embeddedTrust.verifierFor(keys)).toBe(embeddedTrust.verifierFor(keys));
    expect(embeddedTrust.verifierFor(new Map())).not.toBe(embeddedTrust.verifierFor(keys));
  });
});

describe('a trusted root of one’s own', () => {
  const failureOf = (text: string) => {
    try {
      trustFrom(text, 'root.json');
    } catch (error) {
      if (error instanceof GateFailure) return { code: error.code, path: error.path, message: error.message };
      throw error;
    }
    return undefined;
  };

  test.each(['', '{', 'null', '[]', '7', '{}', '{"mediaType":"application/json"}', '<html></html>'])(
    '%p is refused with the place',
    (text) => {
      expect(failureOf(text)).toMatchObject({ code: 'configuration-invalid', path: 'root.json' });
    },
  );

  test('a root that could never verify anything is refused, not used', async () => {
    const root = JSON.parse((await privateSigstore()).trustedRoot) as Record<string, unknown>;
    const without = (change: Record<string, unknown>) => failureOf(JSON.stringify({ ...root, ...change }))?.message;
    expect(without({})).toBeUndefined();
    expect(without({ certificateAuthorities: [] })).toMatch(/no certificate authority/);
    expect(without({ tlogs: [], timestampAuthorities: [] })).toMatch(/neither a transparency log nor/);
    expect(without({ mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json' })).toMatch(/mediaType/);
    expect(without({ certificateAuthorities: [{ certChain: { certificates: [{ rawBytes: 'AAAA' }] } }] })).toMatch(
      /cannot be parsed/,
    );
    expect(without({ tlogs: [{}] })).toMatch(/cannot be parsed/);
  });

  test.each(['tlogs', 'ctlogs'])(
    '%s without a start of validity would be trusted since 1970: refused',
    async (logs) => {
      const root = JSON.parse((await privateSigstore()).trustedRoot) as Record<string, { publicKey: object }[]>;
      for (const validFor of [undefined, {}, { end: '2030-01-01T00:00:00Z' }]) {
        const undated = (root[logs] ?? []).map((log) => ({ ...log, publicKey: { ...log.publicKey, validFor } }));
        expect(undated).toHaveLength(1);
        const refused = failureOf(JSON.stringify({ ...root, [logs]: undated }));
        expect(refused?.message ?? 'accepted').toMatch(/without a start of validity/);
      }
    },
  );

  test('without logs demands a timestamp, and none of the logs', async () => {
    const sigstore = await privateSigstore();
    const root = JSON.parse(sigstore.trustedRoot) as Record<string, unknown>;
    const trust = trustFrom(JSON.stringify({ ...root, ctlogs: [], tlogs: [] }), 'root.json');
    const artifact = { name: 'widget', version: '1.0.0', integrity: integrityOf('widget') };
    const judge = async (log: 'rekor-v2' | 'dsse') => {
      const entry = await sigstore.provenance({ ...artifact, log, defect: 'no-certificate-log' });
      const material = entry.bundle.verificationMaterial as { tlogEntries: unknown[] };
      material.tlogEntries.length = 0;
      const document = attestationsDocument(entry);
      return verifyAttestations({ ...artifact, document, trust, registryKeys: new Map() }).provenance;
    };
    expect(await judge('rekor-v2')).toMatchObject({ state: 'verified' });
    expect(await judge('dsse')).toMatchObject({ state: 'invalid', check: 'timestamp' });
  });
});
