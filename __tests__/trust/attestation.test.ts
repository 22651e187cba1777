import { beforeAll, describe, expect, test } from '@jest/globals';

import { verifyAttestations } from '../../src/trust/attestation.ts';
import type { AttestationCheck } from '../../src/trust/checks.ts';
import {
  type AttestationEntry,
  attestationsDocument,
  type Defect,
  integrityOf,
  type PrivateSigstore,
  privateSigstore,
  type ProvenanceOptions,
  registryKey,
} from '../support/private-sigstore.ts';

/** When everything is signed. */
const clock = new Date(Math.floor(Date.now() / 1000) * 1000);
const artifact = { name: '@acme/widget', version: '1.2.3', integrity: integrityOf('widget 1.2.3') };
const key = registryKey();
let sigstore: PrivateSigstore;
beforeAll(async () => {
  sigstore = await privateSigstore(clock);
});

const judge = (...entries: readonly AttestationEntry[]) =>
  verifyAttestations({
    ...artifact,
    document: attestationsDocument(...entries),
    trust: sigstore.trust,
    registryKeys: key.keys,
  });

type Told = Partial<ProvenanceOptions>;
const provenance = (told: Told = {}) => sigstore.provenance({ ...artifact, ...told });

async function checkOf(told: Told): Promise<AttestationCheck | undefined> {
  const [one] = judge(await provenance(told)).attestations;
  return one?.state === 'invalid' ? one.check : undefined;
}

describe('an honest document', () => {
  test('is verified: provenance by its build, publish attestation by the registry', async () => {
    const judged = judge(await provenance(), await sigstore.publishAttestation({ ...artifact, key }));
    expect(judged).toMatchObject({
      attestations: [
        { state: 'verified', kind: 'provenance' },
        { state: 'verified', kind: 'publish', keyid: key.keyid, registry: 'https://registry.example' },
      ],
      provenance: { state: 'verified', identity: { sourceRepository: 'https://github.com/acme/widget' } },
      publish: 'verified',
    });
  });

  test.each<[string, Told]>([
    ['bundle 0.1 logged as intoto', { bundle: '0.1', log: 'intoto' }],
    ['bundle 0.2 logged as intoto', { bundle: '0.2', log: 'intoto' }],
    ['bundle 0.3 logged as dsse', { bundle: '0.3', log: 'dsse' }],
    ['bundle 0.3 logged in Rekor v2 with a signed timestamp', { bundle: '0.3', log: 'rekor-v2' }],
    ['SLSA v0.2', { predicateType: 'https://slsa.dev/provenance/v0.2' }],
    ['a certificate of early 2023', { identity: { early: true }, predicateType: 'https://slsa.dev/provenance/v0.2' }],
    ['GitLab', { identity: { platform: 'gitlab' }, predicateType: 'https://slsa.dev/provenance/v0.2' }],
    ['a ref that holds an @', { identity: { ref: 'refs/tags/@acme/widget@1.2.3' } }],
    ['a reusable workflow', { identity: { reusable: 'slsa/builder/.github/workflows/b.yml@refs/tags/v2' } }],
  ])('is verified with %s', async (_, told) => {
    expect(judge(await provenance(told)).provenance).toMatchObject({ state: 'verified' });
  });

  test('says when it was signed, by the log and not by its own word', async () => {
    const [one] = judge(await provenance({ log: 'rekor-v2' })).attestations;
    expect(one).toMatchObject({ state: 'verified', signedAt: clock.toISOString() });
  });

  test('without a provenance has none', async () => {
    expect(judge(await sigstore.publishAttestation({ ...artifact, key }))).toMatchObject({
      provenance: { state: 'absent' },
      publish: 'verified',
    });
    expect(judge()).toEqual({ attestations: [], provenance: { state: 'absent' }, publish: 'absent' });
  });

  test('may hold another kind of attestation about the package', async () => {
    const other = await sigstore.attestation({
      ...artifact,
      type: 'https://example.test/review/v1',
      predicate: { by: 'x' },
    });
    expect(judge(other, await provenance())).toMatchObject({
      attestations: [{ state: 'verified', kind: 'other', predicateType: 'https://example.test/review/v1' }, {}],
      provenance: { state: 'verified' },
    });
  });
});

describe('a forged or damaged provenance is invalid, and says why', () => {
  test.each<[Defect, AttestationCheck]>([
    ['altered-payload', 'log-entry'],
    ['other-signature', 'signature'],
    ['other-authority', 'certificate'],
    ['other-certificate-log', 'certificate'],
    ['no-certificate-log', 'certificate'],
    ['expired-certificate', 'certificate'],
    ['other-log', 'transparency-log'],
    ['unlogged', 'timestamp'],
    ['no-timestamp', 'timestamp'],
    ['other-entry', 'log-entry'],
    ['label', 'predicate-type'],
    ['payload-type', 'payload-type'],
    ['keyid', 'signer'],
  ])('%s: %s', async (defect, check) => {
    expect(await checkOf({ defect })).toBe(check);
  });

  test('logged in Rekor v2 without a timestamp, nothing says when it was signed', async () => {
    expect(await checkOf({ defect: 'no-timestamp', log: 'rekor-v2' })).toBe('timestamp');
  });

  test('every log entry must hold: a second one from an unknown log does not hide behind a good one', async () => {
    const [good, bad] = [await provenance(), await provenance({ defect: 'other-log' })];
    const entriesOf = (entry: AttestationEntry) =>
      (entry.bundle.verificationMaterial as { tlogEntries: unknown[] }).tlogEntries;
    entriesOf(good).push(...entriesOf(bad));
    expect(judge(good).provenance).toMatchObject({ state: 'invalid', check: 'transparency-log' });
  });
});

describe('an authentic attestation of something else is invalid, and says what it is about', () => {
  test.each<[string, Told, AttestationCheck]>([
    ['another version', { version: '1.2.4' }, 'subject-name'],
    ['another package', { name: 'widget' }, 'subject-name'],
    ['a look-alike scope', { name: '@acme-/widget' }, 'subject-name'],
    ['a name in another case', { name: '@ACME/widget' }, 'subject-name'],
    ['other bytes', { integrity: integrityOf('another tarball') }, 'subject-digest'],
    [
      'two subjects',
      { statement: (s) => ({ ...s, subject: [...(s.subject as unknown[]), s.subject] }) },
      'subject-count',
    ],
    ['no subject', { statement: (s) => ({ ...s, subject: [] }) }, 'subject-count'],
    [
      'a subject without digest',
      { statement: (s) => ({ ...s, subject: [{ name: 'pkg:npm/%40acme/widget@1.2.3' }] }) },
      'subject-digest',
    ],
    ['no statement', { statement: () => ({}) }, 'statement'],
    [
      'a statement of another type',
      { statement: (s) => ({ ...s, _type: 'https://in-toto.io/Statement/v9' }) },
      'statement',
    ],
  ])('%s: %#', async (_, told, check) => {
    expect(await checkOf(told)).toBe(check);
  });

  test('the purl of a scoped name encodes the @ and nothing else', async () => {
    const encoded = { name: 'pkg:npm/%40acme%2Fwidget@1.2.3' };
    const told: Told = { statement: (s) => ({ ...s, subject: [{ ...(s.subject as object[])[0], ...encoded }] }) };
    expect(await checkOf(told)).toBe('subject-name');
  });

  test('what the lockfile pins decides, not what the registry says', async () => {
    const document = attestationsDocument(await provenance());
    const of = (integrity: string) =>
      verifyAttestations({ ...artifact, integrity, document, trust: sigstore.trust, registryKeys: key.keys })
        .provenance;
    expect(of(artifact.integrity)).toMatchObject({ state: 'verified' });
    expect(of(integrityOf('tampered'))).toMatchObject({ state: 'invalid', check: 'subject-digest' });
    for (const weak of [
      '',
      'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=',
      `${artifact.integrity} ${artifact.integrity}`,
      `${artifact.integrity}?x`,
    ]) {
      expect(of(weak)).toMatchObject({ state: 'invalid', check: 'integrity' });
    }
  });
});

describe('who may sign what', () => {
  test('a publish attestation by a certificate is not the registry speaking', async () => {
    const entry = await sigstore.publishAttestation({ ...artifact, key, signedByCertificate: true });
    expect(judge(entry).attestations).toMatchObject([{ state: 'invalid', kind: 'publish', check: 'signer' }]);
  });

  test('a provenance by the registry key is not a build speaking', async () => {
    expect(await checkOf({ signedBy: key })).toBe('signer');
  });

  test('a publish attestation by an unknown key', async () => {
    const entry = await sigstore.publishAttestation({ ...artifact, key: registryKey() });
    expect(judge(entry)).toMatchObject({ publish: 'invalid', provenance: { state: 'invalid', check: 'unknown-key' } });
  });

  test('a publish attestation by a key that had expired when it was logged', async () => {
    const expired = registryKey({ expires: '2025-01-29T00:00:00.000Z' });
    const document = attestationsDocument(await sigstore.publishAttestation({ ...artifact, key: expired }));
    const judged = verifyAttestations({ ...artifact, document, trust: sigstore.trust, registryKeys: expired.keys });
    expect(judged.attestations).toMatchObject([{ state: 'invalid', check: 'key-period' }]);
  });

  test('a publish attestation whose predicate names another package', async () => {
    const statement = (s: Record<string, unknown>) => ({ ...s, predicate: { name: '@acme/other', version: '1.2.3' } });
    const entry = await sigstore.publishAttestation({ ...artifact, key, statement });
    expect(judge(entry).attestations).toMatchObject([{ state: 'invalid', check: 'publish-predicate' }]);
  });

  test('another deployment is not trusted', async () => {
    const other = await privateSigstore(new Date());
    expect(judge(await other.provenance(artifact)).provenance).toMatchObject({ state: 'invalid' });
  });
});

describe('whose identity counts', () => {
  test.each<[string, string]>([
    ['an issuer that begins with the right one', 'https://token.actions.githubusercontent.com.evil.example'],
    ['an enterprise path below the right one', 'https://token.actions.githubusercontent.com/evil'],
    ['the right one with a slash', 'https://token.actions.githubusercontent.com/'],
    ['a personal log-in', 'https://accounts.google.com'],
  ])('%s is not it', async (_, issuer) => {
    expect(await checkOf({ identity: { issuer } })).toBe('issuer');
  });

  test('an e-mail address is no build, whatever issuer is named', async () => {
    expect(await checkOf({ identity: { email: 'release@acme.example' } })).toBe('identity');
    expect(await checkOf({ identity: { email: 'release@acme.example', issuer: 'https://accounts.google.com' } })).toBe(
      'identity',
    );
  });

  test("an issuer of one's own can be trusted, exactly", async () => {
    const issuer = 'https://ci.acme.example';
    const trust = sigstore.trustWith([{ issuer, platform: 'github' }]);
    const of = async (told: Told) =>
      verifyAttestations({
        ...artifact,
        document: attestationsDocument(await provenance(told)),
        trust,
        registryKeys: key.keys,
      }).provenance;
    expect(await of({ identity: { issuer } })).toMatchObject({ state: 'verified', identity: { issuer } });
    expect(await of({})).toMatchObject({ state: 'invalid', check: 'issuer' });
  });
});

describe('a statement that contradicts its certificate', () => {
  const edit = (path: readonly string[], value: unknown) => (statement: Record<string, unknown>) => {
    const copy = structuredClone(statement);
    const last = path.at(-1) ?? '';
    const parent = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>((here, name) => here[name] as Record<string, unknown>, copy);
    parent[last] = value;
    return copy;
  };
  const v1 = ['predicate', 'buildDefinition'];
  const v02 = ['predicate', 'invocation'];

  test.each<[string, readonly string[], unknown]>([
    ['another repository', [...v1, 'externalParameters', 'workflow', 'repository'], 'https://github.com/acme/widgets'],
    ['another workflow', [...v1, 'externalParameters', 'workflow', 'path'], '.github/workflows/evil.yml'],
    ['another workflow ref', [...v1, 'externalParameters', 'workflow', 'ref'], 'refs/heads/evil'],
    ['another repository id', [...v1, 'internalParameters', 'github', 'repository_id'], '1002'],
    ['another owner id', [...v1, 'internalParameters', 'github', 'repository_owner_id'], '12'],
    ['another trigger', [...v1, 'internalParameters', 'github', 'event_name'], 'workflow_dispatch'],
    ['another commit', [...v1, 'resolvedDependencies', '0', 'digest', 'gitCommit'], 'f'.repeat(40)],
    ['another ref', [...v1, 'resolvedDependencies', '0', 'uri'], 'git+https://github.com/acme/widget@refs/heads/evil'],
    ['another runner', ['predicate', 'runDetails', 'builder', 'id'], 'https://github.com/actions/runner/self-hosted'],
    [
      'another run',
      ['predicate', 'runDetails', 'metadata', 'invocationId'],
      'https://github.com/acme/widget/actions/runs/8/attempts/1',
    ],
  ])('%s', async (_, path, value) => {
    expect(await checkOf({ statement: edit(path, value) })).toBe('contradiction');
  });

  test('a builder that did not sign is only claimed: slsa-github-generator signs for other workflows', async () => {
    const builder = 'https://github.com/slsa/builder/.github/workflows/b.yml@refs/tags/v2';
    const entry = await provenance({ statement: edit(['predicate', 'runDetails', 'builder', 'id'], builder) });
    expect(judge(entry).provenance).toMatchObject({ state: 'verified', identity: { builder, claimed: ['builder'] } });
  });

  test.each<[string, readonly string[], unknown]>([
    ['another repository', [...v02, 'configSource', 'uri'], 'git+https://github.com/acme/widgets@refs/heads/main'],
    ['another commit', [...v02, 'configSource', 'digest', 'sha1'], 'f'.repeat(40)],
    ['another ref', [...v02, 'environment', 'GITHUB_REF'], 'refs/heads/evil'],
    ['another repository id', [...v02, 'environment', 'GITHUB_REPOSITORY_ID'], '1002'],
    [
      'another workflow',
      [...v02, 'environment', 'GITHUB_WORKFLOW_REF'],
      'acme/widget/.github/workflows/evil.yml@refs/heads/main',
    ],
  ])('in SLSA v0.2, %s', async (_, path, value) => {
    const told: Told = { predicateType: 'https://slsa.dev/provenance/v0.2', statement: edit(path, value) };
    expect(await checkOf(told)).toBe('contradiction');
  });

  test('two provenances of different sources', async () => {
    const judged = judge(await provenance(), await provenance({ identity: { repository: 'acme/fork' } }));
    expect(judged.attestations.map((one) => one.state)).toEqual(['verified', 'verified']);
    expect(judged.provenance).toMatchObject({
      state: 'invalid',
      check: 'identity-conflict',
      found: 'https://github.com/acme/fork',
    });
  });
});

describe('one bad attestation spoils its document', () => {
  test('a good provenance beside a bad publish attestation', async () => {
    const bad = await sigstore.publishAttestation({ ...artifact, key, defect: 'altered-payload' });
    expect(judge(await provenance(), bad)).toMatchObject({
      attestations: [{ state: 'verified' }, { state: 'invalid', kind: 'publish', check: 'log-entry' }],
      provenance: { state: 'invalid', kind: 'publish', check: 'log-entry' },
      publish: 'invalid',
    });
  });

  test('a good provenance beside one of another package', async () => {
    expect(judge(await provenance(), await provenance({ name: 'evil' })).provenance).toMatchObject({
      state: 'invalid',
      check: 'subject-name',
      expected: 'pkg:npm/%40acme/widget@1.2.3',
      found: 'pkg:npm/evil@1.2.3',
    });
  });
});
