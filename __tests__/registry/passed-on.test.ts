import { describe, expect, test } from '@jest/globals';

import type { Change, EvidenceSet } from '../../src/model/index.ts';
import { type CollectOptions, collect } from '../../src/evidence/collect.ts';
import type { DocumentAnswer, RecordedAnswer } from '../../src/registry/answer.ts';
import { recordedConfiguration } from '../../src/registry/configuration.ts';
import { readPackument } from '../../src/registry/packument.ts';
import { trustOptions } from '../../src/run/trust-options.ts';
import { seedTexts } from '../../src/trust/seeds.ts';
import { recordedEvidence } from '../support/corpus.ts';
import { dossierOf } from '../support/dossier.ts';
import { loadPolicy } from '../support/load-policy.ts';
import { registryKey } from '../support/registry-signer.ts';

/** A mirror that passes the public registry's signatures on: real ones, served by another registry. */

const textOf = recordedEvidence();
const publicRegistry = 'https://public.example/';
const mirror = 'https://mirror.example/';
const file = 'packuments/provenance-action_nuxt.json';

interface Version {
  readonly version: string;
  readonly dist: { readonly integrity: string; readonly signatures?: readonly { readonly keyid: string }[] };
}
interface Document {
  readonly name: string;
  readonly versions: Readonly<Record<string, Version>>;
  readonly time: Readonly<Record<string, string>>;
}
const document = JSON.parse(textOf(file)) as Document;

const endpointOf = (text: string): DocumentAnswer => ({ state: 'document', document: JSON.parse(text) as unknown });
/** The built-in keys, as a keys endpoint lists them. */
const publicKeys = (() => {
  const { keys } = JSON.parse(seedTexts.registryKeys) as {
    readonly keys: readonly {
      readonly keyId: string;
      readonly keyUsage: string;
      readonly publicKey: { readonly rawBytes: string; readonly validFor: { readonly end?: string } };
    }[];
  };
  const listed = keys.filter(({ keyUsage }) => keyUsage === 'npm:signatures');
  const scheme = 'ecdsa-sha2-nistp256';
  return listed.map(({ keyId, publicKey }) => ({
    ...{ keyid: keyId, keytype: scheme, scheme, key: publicKey.rawBytes, expires: publicKey.validFor.end ?? null },
  }));
})();
const retired = publicKeys.find(({ expires }) => expires !== null)?.keyid;
/** A release that the retired key signed. */
const [old] = Object.values(document.versions).filter(({ dist }) =>
  dist.signatures?.every(({ keyid }) => keyid === retired),
);
if (old === undefined) throw new Error('no recorded release is signed by the retired key alone');

interface Served {
  readonly registry?: string;
  readonly name?: string;
  /** The integrity that both lockfile and packument state. */
  readonly integrity?: string;
  readonly publishedAt?: string;
  readonly keys?: DocumentAnswer;
  /** Laid over the version; `dist` without signatures for one that has none. */
  readonly unsigned?: boolean;
  /** Instead of the public registry's. */
  readonly signatures?: readonly object[];
  /** Whether other versions are served too. */
  readonly alone?: boolean;
  /** Served instead of the recorded other versions. */
  readonly others?: Readonly<Record<string, object>>;
  /** Laid over what is kept of the document. */
  readonly recordedAs?: object;
  readonly entries?: readonly object[];
}

const none: DocumentAnswer = { state: 'absent', authenticated: false };

/** What is known of that release, served by a registry. */
async function judged({ registry = mirror, keys = none, entries = [], ...served }: Served = {}): Promise<EvidenceSet> {
  const { version, dist } = old as Version;
  const { name = document.name, integrity = dist.integrity, publishedAt = '2026-03-01T00:00:00.000Z' } = served;
  const { signatures: real, ...bare } = dist;
  const { signatures = real } = served;
  const own = { ...bare, integrity, ...(served.unsigned === true ? {} : { signatures }) };
  const versions = {
    ...(served.alone === true ? {} : (served.others ?? document.versions)),
    [version]: { ...document.versions[version], name, dist: own },
  };
  const packument = readPackument({ ...document, name, versions, time: { [version]: publishedAt } }, name, [version]);
  if ('malformed' in packument) throw new Error(packument.malformed);
  const recorded: RecordedAnswer[] = [
    { registry, name, answer: { state: 'packument', packument: { ...packument, ...served.recordedAs } } },
    { registry, keys },
  ];
  const change: Change = dossierOf({ change: { name, version, pins: [{ integrity, line: 1, places: 1 }] } }).change;
  const policy = loadPolicy({ source: 'policy.yml', text: `version: 1\nregistries: ${JSON.stringify(entries)}` });
  const options: CollectOptions = {
    needs: new Set(['registrySignature', 'provenance', 'publisher', 'trust', 'priorTrust']),
    configure: () =>
      Promise.resolve(
        recordedConfiguration({ publicRegistry, defaultRegistry: registry, scopes: [], replaceRegistryHost: 'npmjs' }),
      ),
    ...{ offline: true, recorded, ...trustOptions(policy, {}) },
  };
  const { dossiers } = await collect(
    { mode: 'check', head: 'head', lockfiles: [], changes: [change], observations: [], errors: [] },
    options,
  );
  const [found] = dossiers;
  if (found === undefined) throw new Error('no dossier');
  return found.evidence;
}

const signatureOf = async (served: Served) => {
  const { registrySignature: found } = await judged(served);
  if (found.state !== 'present') return found.state;
  return found.value.state === 'invalid' ? `invalid: ${found.value.check}` : found.value.state;
};

/** Other bytes than the public registry signed, which the mirror states as its own. */
const repacked = `sha512-${Buffer.alloc(64, 7).toString('base64')}`;
const failing: DocumentAnswer = { state: 'unavailable', reason: 'server-error', detail: 'HTTP 503' };
const listed = endpointOf(JSON.stringify({ keys: publicKeys }));
const own = registryKey();

describe('a signature of the public registry that a mirror passes on', () => {
  test('quiet row 36: right by the key that expired in January 2025, ingested in 2026: verified', async () => {
    expect(await signatureOf({})).toBe('verified');
  });

  test('over other bytes it is invalid, although the mirror offers no keys', async () => {
    expect(await signatureOf({ integrity: repacked })).toBe('invalid: signature');
  });

  test.each([
    ['none', none],
    ['the public ones', listed],
    ['keys of its own', endpointOf(JSON.stringify(own.document))],
    ['no answer', failing],
  ])('is verified whatever its keys endpoint has: %s', async (_, keys) => {
    expect(await signatureOf({ keys })).toBe('verified');
    expect(await signatureOf({ keys, integrity: repacked })).toBe('invalid: signature');
  });

  test('a time of the public registry itself still counts against the retired key', async () => {
    expect(await signatureOf({ registry: publicRegistry })).toBe('invalid: key-period');
  });

  test('a key of the mirror under a public id verifies nothing', async () => {
    const [key] = own.document.keys;
    const forged = { keys: [{ ...key, keyid: retired }, key] };
    expect(await signatureOf({ keys: endpointOf(JSON.stringify(forged)), integrity: repacked })).toBe(
      'invalid: signature',
    );
  });
});

describe('packages that a virtual registry serves beside those of the public one', () => {
  test('its own are unsigned, and that is no finding', async () => {
    const found = await judged({ keys: listed, unsigned: true, alone: true });
    expect(found).toMatchObject({
      registrySignature: { state: 'present', value: { state: 'not-applicable' } },
    });
  });

  test('what its own key signed that cannot be used is not judged, although all others that it lists are public', async () => {
    const [key] = own.document.keys;
    const ownSignature = { keyid: key?.keyid, sig: 'AAAA' };
    const unusable = { keys: [...publicKeys, { ...key, keytype: 'ed25519' }] };
    expect(await signatureOf({ keys: listed, alone: true, signatures: [ownSignature] })).toBe('not-applicable');
    expect(
      await signatureOf({
        ...{ keys: endpointOf(JSON.stringify(unusable)), alone: true, signatures: [ownSignature] },
      }),
    ).toBe('unavailable');
  });

  const empty = endpointOf('{"keys":[]}');
  const foreign = [{ keyid: 'SHA256:of-nobody', sig: 'AAAA' }];

  test.each([
    ['the public ones', listed],
    ['none', none],
    ['an empty list', empty],
  ])('a version without signature beside signed ones was stripped, whatever keys are listed: %s', async (_, keys) => {
    expect(await signatureOf({ keys, unsigned: true })).toBe('absent');
    expect(await signatureOf({ keys, unsigned: true, integrity: repacked })).toBe('absent');
    expect(await signatureOf({ keys, signatures: [], integrity: repacked })).toBe('absent');
  });

  test.each([
    ['the public ones', listed],
    ['none', none],
    ['an empty list', empty],
  ])('signed by nobody known beside what the public registry signed is wrong: %s', async (_, keys) => {
    expect(await signatureOf({ keys, signatures: foreign, integrity: repacked })).toBe('invalid: unknown-key');
    expect(await signatureOf({ keys, signatures: [{ keyid: 'SHA256:x' }], integrity: repacked })).toBe(
      'invalid: malformed',
    );
    expect(await signatureOf({ keys, signatures: foreign, alone: true })).toBe('not-applicable');
  });

  test('of a registry whose keys nobody knows, what it signed is not judged, and what it left unsigned beside that was stripped', async () => {
    const signed = { dist: { signatures: foreign } };
    expect(await signatureOf({ signatures: foreign, others: { '99.0.0': signed } })).toBe('not-applicable');
    expect(await signatureOf({ unsigned: true, others: { '99.0.0': signed } })).toBe('absent');
    expect(await signatureOf({ unsigned: true, others: { '99.0.0': {} } })).toBe('not-applicable');
  });

  test('what is not asked for is not asked for', async () => {
    const entries = [{ url: mirror, signatures: 'none' }];
    expect(await signatureOf({ entries, unsigned: true })).toBe('not-applicable');
  });

  test('recordings without the keyids of other versions are judged by what they have', async () => {
    const old = { signers: [] };
    expect(await signatureOf({ signatures: foreign, recordedAs: old })).toBe('not-applicable');
    expect(await signatureOf({ unsigned: true, recordedAs: old })).toBe('absent');
  });

  test('a mirror by the policy must pass signatures on', async () => {
    const entries = [{ url: mirror, mirrors: 'public' }];
    expect(await signatureOf({ entries })).toBe('verified');
    expect(await signatureOf({ entries, unsigned: true })).toBe('absent');
    expect(await signatureOf({ entries, unsigned: true, alone: true })).toBe('unavailable');
    expect(await signatureOf({ entries, integrity: repacked })).toBe('invalid: signature');
  });
});

describe('an entry with scopes at the address of the default registry', () => {
  const entries = [{ url: mirror, scopes: ['@acme'], signatures: 'unsupported' }];

  test('switches nothing off for the names of others: a wrong signature stays invalid', async () => {
    expect(await signatureOf({ entries, integrity: repacked })).toBe('invalid: signature');
  });

  test('speaks for its own', async () => {
    expect(await signatureOf({ entries, integrity: repacked, name: '@acme/nuxt' })).toBe('not-applicable');
  });

  test('with keys of its own is signed by these alone', async () => {
    const keyed = [{ url: mirror, scopes: ['@acme'], keys: own.document.keys }];
    expect(await signatureOf({ entries: keyed, name: '@acme/nuxt' })).toBe('invalid: unknown-key');
    expect(await signatureOf({ entries: keyed })).toBe('verified');
  });
});
