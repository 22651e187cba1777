import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import type { RecordedAnswer } from '../../src/registry/answer.ts';
import { type CollectOptions, type Collected, collect } from '../../src/evidence/collect.ts';
import { loadConfiguration, recordedConfiguration } from '../../src/registry/configuration.ts';
import { parseEvidence, serializeEvidence } from '../../src/recording/evidence-file.ts';
import type { Change, Comparison, EvidenceKind, EvidenceSet } from '../../src/model/index.ts';
import { dossierOf } from '../support/dossier.ts';
import {
  type Failure,
  type LoopbackRegistry,
  type PackageDescription,
  type RegistryOptions,
  integrityOf,
  pkg,
  startRegistry,
} from '../support/loopback-registry.ts';
import {
  type PrivateSigstore,
  type RegistrySigner,
  attestationsDocument,
  privateSigstore,
  registryKey,
} from '../support/private-sigstore.ts';

const key: RegistrySigner = registryKey();
const keysPath = '-/npm/v1/keys';
const attestationsPath = (version: string) => `-/npm/v1/attestations/widget@${version}`;
let sigstore: PrivateSigstore;
let attested: PackageDescription;
let documents: Record<string, unknown>;

/** What the registry attests of `widget`: built by CI, published by the registry. */
async function attestationsOf(version: string): Promise<unknown> {
  const artifact = { name: 'widget', version, integrity: integrityOf('widget', version) };
  return attestationsDocument(
    await sigstore.provenance({ ...artifact, identity: { repository: 'acme/widget' } }),
    await sigstore.publishAttestation({ ...artifact, key }),
  );
}

beforeAll(async () => {
  sigstore = await privateSigstore();
  documents = { '1.0.0': await attestationsOf('1.0.0'), '1.1.0': await attestationsOf('1.1.0') };
  attested = pkg({ '1.0.0': { attestations: documents['1.0.0'] }, '1.1.0': { attestations: documents['1.1.0'] } });
});

const of110 = { name: 'widget', version: '1.1.0', integrity: integrityOf('widget', '1.1.0') };

const registries: LoopbackRegistry[] = [];
afterEach(async () => {
  for (const registry of registries.splice(0)) await registry.close();
});

async function start(options: RegistryOptions): Promise<LoopbackRegistry> {
  const registry = await startRegistry(options);
  registries.push(registry);
  return registry;
}

const pin = (integrity: string | undefined) => ({
  ...(integrity === undefined ? {} : { integrity }),
  line: 1,
  places: 1,
});
const change = (version: string, patch: Partial<Change> = {}): Change =>
  dossierOf({ change: { name: 'widget', version, pins: [pin(integrityOf('widget', version))], ...patch } }).change;
const comparison = (...changes: Change[]): Comparison => ({
  ...{ mode: 'check', head: 'head', lockfiles: [], changes, observations: [], errors: [] },
});

const everything: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([
  ...(['release', 'registrySignature', 'provenance', 'publisher'] as const),
  ...(['trust', 'priorTrust', 'predecessorProvenance'] as const),
]);

function from(registry: LoopbackRegistry, options: Partial<CollectOptions> = {}): CollectOptions {
  return {
    needs: everything,
    offline: false,
    limits: { deadline: 60_000, idle: 30_000, backOff: 5 },
    trustedRoot: { path: 'trusted_root.json', text: sigstore.trustedRoot },
    configure: () => loadConfiguration({ env: { HOME: '/nowhere', PREFIX: '/nowhere' }, registry: registry.url }),
    ...options,
  };
}

async function evidenceOf(
  registry: LoopbackRegistry,
  one: Change,
  options?: Partial<CollectOptions>,
): Promise<EvidenceSet> {
  const { dossiers } = await collect(comparison(one), from(registry, options));
  const [dossier] = dossiers;
  if (dossier === undefined) throw new Error('no dossier');
  return dossier.evidence;
}

const paths = ({ requests }: LoopbackRegistry) => requests.map(({ path }) => path.slice(1)).sort();
const unavailable = (reason: string) => expect.objectContaining({ state: 'unavailable', reason }) as unknown;
const present = (value: object) => ({ state: 'present', value });
const notApplicable = present({ state: 'not-applicable' });

describe('a registry that signs and attests', () => {
  test('is verified against the lockfile, with one request for its keys and one for each attested version', async () => {
    const registry = await start({ packages: { widget: attested }, signing: key });
    const { dossiers } = await collect(
      comparison(change('1.1.0', { baseVersions: ['1.0.0'] }), change('1.1.0', { lockfile: 'b/package-lock.json' })),
      from(registry),
    );
    const provenance = (boundTo: string) => ({
      ...{ state: 'verified', boundTo, publishKeyid: key.keyid, predicateType: 'https://slsa.dev/provenance/v1' },
      identity: { platform: 'github', sourceRepository: 'https://github.com/acme/widget', runner: 'hosted' },
    });
    expect(dossiers[0]?.evidence).toMatchObject({
      registrySignature: present({ state: 'verified', keyid: key.keyid, boundTo: 'lockfile' }),
      provenance: present(provenance('lockfile')),
      predecessorProvenance: present(provenance('registry')),
      trust: present({ atLeast: 'provenance', atMost: 'staged' }),
      // It signs and attests, and names no publisher of any package: it is judged by what it has.
      publisher: { state: 'absent' },
      priorTrust: present({ version: '1.0.0', standing: { atLeast: 'provenance', atMost: 'provenance' } }),
    });
    expect(dossiers[1]?.evidence.predecessorProvenance).toEqual({ state: 'absent' });
    expect(paths(registry)).toEqual([attestationsPath('1.0.0'), attestationsPath('1.1.0'), keysPath, 'widget']);
  });

  const other = integrityOf('other', '1.0.0');
  const honest = integrityOf('widget', '1.1.0');
  test.each<[string, readonly (string | undefined)[], 'lockfile' | 'registry' | 'invalid']>([
    ['a pin without integrity is held against the registry', [undefined], 'registry'],
    ['a pin by SHA-1 alone too', ['sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk='], 'registry'],
    ['a pin of other bytes', [other], 'invalid'],
    ['one of two pins of other bytes', [honest, other], 'invalid'],
    ['two hashes of which one is of other bytes', [`${honest} ${other}`], 'invalid'],
    ['a hash beside a weaker one, with options', [`sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk= ${honest}?x`], 'lockfile'],
    ['of two pins the one that binds less', [honest, undefined], 'registry'],
    ['a hash that is none', ['sha512-AAAA'], 'invalid'],
  ])('%s', async (_, pins, expected) => {
    const registry = await start({ packages: { widget: attested }, signing: key });
    const { registrySignature, provenance, trust } = await evidenceOf(
      registry,
      change('1.1.0', { pins: pins.map(pin) }),
    );
    const outcome = expected === 'invalid' ? { state: 'invalid' } : { state: 'verified', boundTo: expected };
    expect([registrySignature, provenance]).toMatchObject([present(outcome), present(outcome)]);
    if (expected === 'invalid') expect(trust).toEqual(present({ atLeast: 'none', atMost: 'none' }));
  });

  test('a version that it did not sign and does not attest is absent, without a request for it', async () => {
    const registry = await start({
      packages: { widget: pkg({ '1.0.0': {}, '1.1.0': { signed: false } }) },
      signing: key,
    });
    const found = await evidenceOf(registry, change('1.1.0'));
    expect([found.registrySignature, found.provenance]).toEqual([{ state: 'absent' }, { state: 'absent' }]);
    expect(paths(registry)).toEqual([keysPath, 'widget']);
  });

  test('the address that the packument gives for attestations is not asked', async () => {
    const evil = await start({});
    const url = `${evil.url}attestations.json`;
    const dist = { attestations: { url, provenance: { predicateType: 'https://slsa.dev/provenance/v1' } } };
    const registry = await start({
      packages: { widget: pkg({ '1.1.0': { attestations: documents['1.1.0'], dist } }) },
      signing: key,
    });
    expect((await evidenceOf(registry, change('1.1.0'))).provenance).toMatchObject(present({ state: 'verified' }));
    expect(evil.requests).toEqual([]);
  });

  test('attestations of another version, of another package and of nothing at all are told apart', async () => {
    const served = (attestations: unknown) =>
      start({ packages: { widget: pkg({ '1.1.0': { attestations } }) }, signing: key });
    const judged = async (attestations: unknown) =>
      (await evidenceOf(await served(attestations), change('1.1.0'))).provenance;
    expect(await judged(documents['1.0.0'])).toMatchObject(
      present({ state: 'invalid', failed: [{ kind: 'provenance', check: 'subject-name' }, { kind: 'publish' }] }),
    );
    expect(await judged({ attestations: 'none' })).toEqual(
      present({ state: 'invalid', failed: [{ kind: 'document', check: 'document' }] }),
    );
    expect(await judged({ attestations: [] })).toEqual(unavailable('not-provided'));
    const artifact = { name: 'widget', version: '1.1.0', integrity: honest };
    const publishOnly = attestationsDocument(await sigstore.publishAttestation({ ...artifact, key }));
    expect(await judged(publishOnly)).toEqual(
      present({
        ...{ state: 'no-provenance', publishKeyid: key.keyid },
        publishedAt: '2019-12-01T00:00:00.000Z',
      }),
    );
  });

  test('a claim that is not served is unavailable', async () => {
    const registry = await start({ packages: { widget: pkg({ '1.1.0': { attestations: null } }) }, signing: key });
    const found = await evidenceOf(registry, change('1.1.0'));
    expect(found.provenance).toEqual(unavailable('not-provided'));
    expect(found.trust).toEqual(present({ atLeast: 'none', atMost: 'staged' }));
  });

  test('packuments and attestations share the bound on what is asked at a time', async () => {
    const versions = Object.fromEntries(
      Array.from({ length: 8 }, (_, patch) => [`1.0.${patch}`, { attestations: documents['1.0.0'] }]),
    );
    const registry = await start({ packages: { widget: pkg(versions) }, signing: key, latency: 100 });
    const changes = Object.keys(versions).map((version) => change(version));
    const { dossiers } = await collect(comparison(...changes), from(registry, { concurrency: 3 }));
    const states = dossiers.map(({ evidence: { provenance } }) => 'value' in provenance && provenance.value.state);
    expect(states).toEqual(['verified', ...Array.from({ length: 7 }, () => 'invalid')]);
    expect(registry.requests).toHaveLength(10);
    expect(registry.mostAtOnce()).toBe(3);
  });

  test('only what enabled rules need is asked for', async () => {
    const registry = await start({ packages: { widget: attested }, signing: key });
    const one = change('1.1.0', { baseVersions: ['1.0.0'] });
    await evidenceOf(registry, one, { needs: new Set(['release', 'priorTrust']) });
    expect(paths(registry)).toEqual(['widget']);
    const { provenance } = await evidenceOf(registry, one, { needs: new Set(['registrySignature']) });
    expect(provenance).toEqual(unavailable('not-recorded'));
    expect(paths(registry)).toEqual([keysPath, 'widget', 'widget']);
    await evidenceOf(registry, one, { needs: new Set(['trust']) });
    expect(paths(registry).filter((path) => path.includes('attestations'))).toEqual([attestationsPath('1.1.0')]);
  });
});

describe('which registries sign', () => {
  const plain = { widget: pkg({ '1.1.0': {} }) };

  test('one without keys need not', async () => {
    const registry = await start({ packages: plain });
    const found = await evidenceOf(registry, change('1.1.0'));
    expect([found.registrySignature, found.provenance]).toEqual([notApplicable, notApplicable]);
    expect(paths(registry)).toEqual([keysPath, 'widget']);
  });

  test('an empty list of keys is no key; a list of unusable ones is not', async () => {
    const registry = await start({ packages: plain });
    registry.fail(keysPath, { text: '{"keys":[]}' });
    expect((await evidenceOf(registry, change('1.1.0'))).registrySignature).toEqual(notApplicable);
    registry.fail(keysPath, { text: '{"keys":[{"keyid":"SHA256:x","keytype":"ed25519","key":"AAAA"}]}' });
    expect((await evidenceOf(registry, change('1.1.0'))).registrySignature).toEqual(unavailable('not-provided'));
  });

  test('a key that is listed under another name than its fingerprint verifies what it signed', async () => {
    const [listed] = key.document.keys;
    const named = { keyid: 'kms:eu/7', sig: key.sign(of110).sig };
    const registry = await start({ packages: { widget: pkg({ '1.1.0': { dist: { signatures: [named] } } }) } });
    registry.fail(keysPath, { text: JSON.stringify({ keys: [{ ...listed, keyid: 'kms:eu/7' }] }) });
    expect((await evidenceOf(registry, change('1.1.0'))).registrySignature).toEqual(
      present({ state: 'verified', keyid: 'kms:eu/7', boundTo: 'lockfile' }),
    );
    // A name is no key: what another key signed under it is wrong.
    const [other] = registryKey().document.keys;
    const forged = await start({ packages: { widget: pkg({ '1.1.0': { dist: { signatures: [named] } } }) } });
    forged.fail(keysPath, { text: JSON.stringify({ keys: [{ ...other, keyid: 'kms:eu/7' }] }) });
    expect((await evidenceOf(forged, change('1.1.0'))).registrySignature).toEqual(
      present({ state: 'invalid', check: 'signature', keyid: 'kms:eu/7' }),
    );
  });

  test('what a listed key signed that cannot be used is not judged, and a key that nobody listed is wrong', async () => {
    const [listed] = key.document.keys;
    const [spare] = registryKey().document.keys;
    const registry = await start({ packages: { widget: attested }, signing: key });
    registry.fail(keysPath, { text: JSON.stringify({ keys: [{ ...listed, keytype: 'ed25519' }, spare] }) });
    const unjudged = await evidenceOf(registry, change('1.1.0'));
    expect([unjudged.registrySignature, unjudged.provenance]).toEqual([
      unavailable('not-provided'),
      unavailable('not-provided'),
    ]);
    expect(unjudged.registrySignature).toHaveProperty('detail', expect.stringContaining('ecdsa-sha2-nistp256'));
    registry.fail(keysPath, { text: JSON.stringify({ keys: [{ ...listed, keyid: 'x', keytype: 'ed25519' }, spare] }) });
    const wrong = await evidenceOf(registry, change('1.1.0'));
    expect(wrong.registrySignature).toMatchObject(present({ state: 'invalid', check: 'unknown-key' }));
    expect(wrong.provenance).toMatchObject(present({ state: 'invalid', failed: [{ check: 'unknown-key' }] }));
  });

  test('one that is said not to is asked for nothing', async () => {
    const registry = await start({ packages: { widget: attested }, signing: key });
    const found = await evidenceOf(registry, change('1.1.0'), { demand: () => 'none' });
    expect([found.registrySignature, found.provenance]).toEqual([notApplicable, notApplicable]);
    expect(paths(registry)).toEqual(['widget']);
  });

  test('one that must and offers no keys leaves it open', async () => {
    const registry = await start({ packages: plain });
    const found = await evidenceOf(registry, change('1.1.0'), { demand: () => 'required' });
    expect([found.registrySignature, found.provenance]).toEqual([
      unavailable('not-provided'),
      unavailable('not-provided'),
    ]);
  });

  test('keys that were given are used, and the registry is not asked for its own', async () => {
    const registry = await start({ packages: { widget: attested }, signing: registryKey() });
    const given = {
      demand: () => 'required' as const,
      registryKeys: () => ({ keys: key.document, alone: false }),
    };
    const found = await evidenceOf(registry, change('1.1.0'), given);
    expect(found.registrySignature).toMatchObject(present({ state: 'invalid', check: 'unknown-key' }));
    expect(found.provenance).toMatchObject(present({ state: 'verified', publishKeyid: key.keyid }));
    expect(paths(registry)).toEqual([attestationsPath('1.1.0'), 'widget']);
  });

  test('a mirror that strips signatures from all versions says nothing of any', async () => {
    const mirror = await start({ packages: { widget: pkg({ '1.0.0': {}, '1.1.0': {} }) } });
    const given = {
      demand: () => 'required' as const,
      registryKeys: () => ({ keys: key.document, alone: false }),
    };
    const found = await evidenceOf(mirror, change('1.1.0'), given);
    expect(found).toMatchObject({
      ...{ registrySignature: unavailable('not-provided'), provenance: unavailable('not-provided') },
      ...{ publisher: unavailable('not-provided'), trust: unavailable('not-provided') },
      priorTrust: unavailable('not-provided'),
    });
  });

  test('a registry without keys that shows claims of other versions lost the one that is missing', async () => {
    const claimed = { attestations: documents['1.0.0'], signed: false };
    const bare = { signed: false };
    const registry = await start({ packages: { widget: pkg({ '1.0.0': claimed, '1.1.0': bare }) } });
    const lost = await evidenceOf(registry, change('1.1.0'));
    expect(lost).toMatchObject({
      ...{ registrySignature: notApplicable, provenance: { state: 'absent' } },
      trust: present({ atLeast: 'none', atMost: 'staged' }),
      priorTrust: present({ version: '1.0.0', standing: { atLeast: 'provenance', atMost: 'provenance' } }),
    });
    registry.publish('widget', pkg({ '1.0.0': bare, '1.1.0': bare }));
    expect((await evidenceOf(registry, change('1.1.0'))).provenance).toEqual(notApplicable);
    // Of what is signed, and claims nothing anywhere, it shows no claims.
    registry.publish('widget', pkg({ '1.0.0': {}, '1.1.0': {} }));
    expect((await evidenceOf(registry, change('1.1.0'))).provenance).toEqual(notApplicable);
  });

  test('a mirror that passes attestations on, and has no keys, cannot vouch for the publish attestation', async () => {
    const mirror = await start({ packages: { widget: attested } });
    expect((await evidenceOf(mirror, change('1.1.0'))).provenance).toEqual(unavailable('not-provided'));
    const { '1.0.0': both } = documents as Record<string, { readonly attestations: readonly unknown[] }>;
    const built = pkg({ '1.0.0': { attestations: { attestations: both?.attestations.slice(0, 1) } } });
    mirror.publish('widget', built);
    expect((await evidenceOf(mirror, change('1.0.0'))).provenance).toMatchObject(present({ state: 'verified' }));
  });
});

describe('an endpoint that fails is never an absence', () => {
  const limits = { deadline: 4_000, idle: 2_000, backOff: 5 };
  const failures: readonly [string, Failure, string][] = [
    ['an error', { status: 500 }, 'server-error'],
    ['no answer', { hang: true }, 'timeout'],
    ['a page for people', { html: true }, 'malformed'],
    ['a refusal', { status: 403 }, 'unauthorized'],
    ['another origin', { redirect: 'https://elsewhere.example/' }, 'redirected'],
    ['too many values', { text: JSON.stringify({ keys: Array.from({ length: 30_000 }, () => 0) }) }, 'too-large'],
  ];

  const isRefusal = (reason: string) => reason === 'unauthorized' || reason === 'redirected';

  test.each([
    ...([400, 401, 403, 404, 405, 410, 501].map((status) => [`HTTP ${status}`, { status }]) as [string, Failure][]),
    ['a page for people', { html: true }] as const,
    ['another origin', { redirect: 'https://elsewhere.example/' }] as const,
  ])('keys that a registry does not offer are no failure: %s', async (_, failure) => {
    const registry = await start({ packages: { widget: pkg({ '1.1.0': {} }) } });
    registry.fail(keysPath, failure);
    const found = await evidenceOf(registry, change('1.1.0'), { limits });
    expect([found.registrySignature, found.provenance]).toEqual([notApplicable, notApplicable]);
    const required = await evidenceOf(registry, change('1.1.0'), { limits, demand: () => 'required' });
    expect(required.registrySignature).toEqual(unavailable('not-provided'));
  });

  const broken = failures.filter(([, , reason]) => !isRefusal(reason) && reason !== 'malformed');

  test.each([...broken, ['a cut body', { truncate: true }, 'network'] as const])(
    'the keys: %s',
    async (_, failure, reason) => {
      const registry = await start({ packages: { widget: attested }, signing: key });
      registry.fail(keysPath, failure);
      const found = await evidenceOf(registry, change('1.1.0'), { limits });
      expect([found.registrySignature, found.provenance]).toEqual([unavailable(reason), unavailable(reason)]);
    },
  );

  const ofAttestations = failures.map(([what, failure, reason]) => {
    const isUnoffered = isRefusal(reason) || reason === 'malformed';
    return [what, failure, isUnoffered ? 'not-provided' : reason] as const;
  });

  test.each(ofAttestations)('the attestations: %s', async (_, failure, reason) => {
    const registry = await start({ packages: { widget: attested }, signing: key });
    registry.fail(attestationsPath('1.1.0'), failure);
    const found = await evidenceOf(registry, change('1.1.0', { baseVersions: ['1.0.0'] }), { limits });
    expect(found).toMatchObject({
      registrySignature: present({ state: 'verified' }),
      provenance: unavailable(reason),
      predecessorProvenance: present({ state: 'verified' }),
      trust: present({ atLeast: 'none', atMost: 'staged' }),
    });
  });

  test('a list of keys that is none, and signatures that are none', async () => {
    const registry = await start({ packages: { widget: attested }, signing: key });
    registry.fail(keysPath, { text: '{"keys":{}}' });
    expect((await evidenceOf(registry, change('1.1.0'))).registrySignature).toEqual(unavailable('malformed'));
    const signatures = [{ keyid: key.keyid }];
    const wrong = await start({ packages: { widget: pkg({ '1.1.0': { dist: { signatures } } }) }, signing: key });
    expect((await evidenceOf(wrong, change('1.1.0'))).registrySignature).toEqual(
      present({ state: 'invalid', check: 'malformed' }),
    );
  });

  test('a bound on requests leaves attestations open and the rest judged', async () => {
    const registry = await start({ packages: { widget: attested }, signing: key });
    const found = await evidenceOf(registry, change('1.1.0'), { maxRequests: 2 });
    expect(found).toMatchObject({ registrySignature: { state: 'present' }, provenance: unavailable('budget') });
  });
});

describe('recorded evidence', () => {
  const both = comparison(change('1.1.0', { baseVersions: ['1.0.0'] }));

  async function recorded(
    registry: LoopbackRegistry,
  ): Promise<{ live: Collected; answers: readonly RecordedAnswer[] }> {
    const live = await collect(both, from(registry));
    const file = {
      ...{ schema: 'lockgate-evidence/1' as const, evaluatedAt: '2026-01-31T12:00:00.000Z', comparison: both },
      policy: { source: 'preset', text: null, preset: null },
      ...{ registries: live.registries ?? null, answers: live.answers },
      trust: { trustedRoot: { path: 'root.json', text: sigstore.trustedRoot }, registryKeys: key.document },
    };
    const text = serializeEvidence(file);
    const read = await parseEvidence(text, 'evidence.json');
    expect(read).toEqual(JSON.parse(JSON.stringify(file)));
    expect(serializeEvidence(read)).toBe(text);
    return { live, answers: read.answers };
  }

  test('is verified again, to the same dossiers and without a request', async () => {
    const registry = await start({ packages: { widget: attested }, signing: key });
    const { live, answers } = await recorded(registry);
    const asked = registry.requests.length;
    const { registries: map } = live;
    if (map === undefined) throw new Error('no registries');
    const configure = () => Promise.resolve(recordedConfiguration(map));
    const again = await collect(both, from(registry, { configure, offline: true, recorded: answers }));
    expect(again).toEqual(live);
    expect(JSON.stringify(again.dossiers)).toBe(JSON.stringify(live.dossiers));
    expect(answers.map((one) => ('version' in one ? one.version : 'keys' in one ? 'keys' : one.name))).toEqual([
      'keys',
      'widget',
      '1.0.0',
      '1.1.0',
    ]);
    expect(registry.requests).toHaveLength(asked);
  });

  test('that was altered is found out', async () => {
    const registry = await start({ packages: { widget: attested }, signing: key });
    const { answers } = await recorded(registry);
    const altered = JSON.parse(JSON.stringify(answers).replaceAll('"sig":"M', '"sig":"N')) as typeof answers;
    const found = await evidenceOf(registry, change('1.1.0'), { offline: true, recorded: altered });
    expect(found).toMatchObject({
      registrySignature: present({ state: 'invalid', check: 'signature' }),
      provenance: present({ state: 'invalid' }),
    });
  });

  test('what it lacks is not recorded, and offline nothing is known', async () => {
    const registry = await start({ packages: { widget: attested }, signing: key });
    const { answers } = await recorded(registry);
    const without = (kind: 'keys' | 'attestations') => answers.filter((answer) => !(kind in answer));
    const replayed = (some: readonly RecordedAnswer[]) =>
      evidenceOf(registry, change('1.1.0'), { offline: true, recorded: some });
    expect(await replayed(without('keys'))).toMatchObject({
      ...{ registrySignature: unavailable('not-recorded'), provenance: unavailable('not-recorded') },
    });
    expect(await replayed(without('attestations'))).toMatchObject({
      ...{ registrySignature: { state: 'present' }, provenance: unavailable('not-recorded') },
    });
    const { provenance, trust } = await evidenceOf(registry, change('1.1.0'), { offline: true });
    expect([provenance, trust]).toEqual([unavailable('offline'), unavailable('offline')]);
  });
});
