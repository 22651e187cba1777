import { beforeAll, describe, expect, test } from '@jest/globals';

import { ingestionPredicate, summaryPredicate } from '../../src/model/admission.ts';
import { verifyAdmission, verifyAdmissions } from '../../src/trust/verify-admission.ts';
import type { AdmissionIdentity } from '../../src/trust/verify-admission.ts';
import type { BuildIdentity } from '../support/build-identity.ts';
import { exampleIntegrity } from '../../src/model/example.ts';
import type { Json } from '../support/key-material.ts';
import { type Defect, type PrivateSigstore, privateSigstore } from '../support/private-sigstore.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
const source = `git+https://github.com/octo/shop@${commit}`;
const expected: AdmissionIdentity = {
  ...{ repository: 'https://github.com/octo/shop', repositoryId: '77', ownerId: '7' },
  ...{ workflow: '.github/workflows/gate.yml', ref: 'refs/heads/main' },
};
const honest = {
  ...{ repository: 'octo/shop', repositoryId: '77', ownerId: '7', workflow: '.github/workflows/gate.yml' },
};
const workflow = `${expected.repository}/${expected.workflow}@${expected.ref}`;
const predicates = {
  [summaryPredicate]: { verifier: { id: workflow }, resourceUri: source, verificationResult: 'PASSED' },
  [ingestionPredicate]: {
    ingestionPlatform: { id: workflow },
    ingestion: { path: `${source}#package-lock.json` },
    integrity: { result: 'unverified' },
    policyEvaluations: [{ result: 'allow' }],
  },
};

let sigstore: PrivateSigstore;
beforeAll(async () => {
  sigstore = await privateSigstore();
});

interface Signed {
  readonly type?: string;
  readonly identity?: Partial<BuildIdentity>;
  readonly predicate?: Json;
  readonly statement?: (statement: Json) => Json;
  readonly defect?: Defect;
}

async function signed({ type = summaryPredicate, identity = {}, predicate = {}, ...more }: Signed = {}) {
  const { bundle } = await sigstore.attestation({
    ...{ name: 'left-pad', version: '1.3.0', integrity: exampleIntegrity, type, ...more },
    identity: { ...honest, ...identity },
    predicate: { ...predicates[type as keyof typeof predicates], ...predicate },
  });
  return Buffer.from(JSON.stringify(bundle));
}
const judge = async (options: Signed = {}) => verifyAdmission(await signed(options), expected, sigstore.trust);

test.each([
  ['a summary', summaryPredicate, 'summary'],
  ['a statement about one package', ingestionPredicate, 'ingestion'],
] as const)('%s by the workflow that is expected', async (_, type, kind) => {
  expect(await judge({ type })).toMatchObject({
    ...{ state: 'verified', kind, commit, runUri: `${expected.repository}/actions/runs/7/attempts/1` },
    subjects: [{ name: 'pkg:npm/left-pad@1.3.0', sha512: '0'.repeat(128) }],
    predicate: predicates[type],
  });
});

test('on a schedule too', async () => {
  expect(await judge({ identity: { trigger: 'schedule' } })).toMatchObject({ state: 'verified' });
});

describe('another identity does not count', () => {
  test.each<[string, Partial<BuildIdentity>, string]>([
    ['issuer', { issuer: 'https://token.actions.githubusercontent.com/acme' }, 'issuer'],
    ['repository of the same ids', { repository: 'octo/shop2' }, 'repository'],
    ['repository of the same name', { repositoryId: '78' }, 'repository-id'],
    ['owner of the same name', { ownerId: '8' }, 'owner-id'],
    ['workflow', { workflow: '.github/workflows/other.yml' }, 'workflow'],
    ['branch', { ref: 'refs/heads/release/x' }, 'ref'],
    ['tag of the same name', { ref: 'refs/tags/main' }, 'ref'],
    ['trigger: a pull request', { trigger: 'pull_request' }, 'trigger'],
    ['trigger: by hand', { trigger: 'workflow_dispatch' }, 'trigger'],
    ['trigger: a comment', { trigger: 'issue_comment' }, 'trigger'],
    ['runner', { runner: 'self-hosted' }, 'runner'],
    [
      'signer, for the workflow that calls it',
      { reusable: 'evil/x/.github/workflows/gate.yml@refs/heads/main' },
      'workflow',
    ],
    ['certificate, of early 2023', { early: true }, 'issuer'],
    ['holder: a person', { email: 'ann@example.com' }, 'identity'],
  ])('%s', async (_, identity, check) => {
    expect(await judge({ identity })).toMatchObject({ state: 'invalid', check });
  });
});

describe('a signature that does not hold', () => {
  test.each<[Defect, string]>([
    ['altered-payload', 'log-entry'],
    ['other-signature', 'signature'],
    ['other-authority', 'certificate'],
    ['no-certificate-log', 'certificate'],
    ['other-log', 'transparency-log'],
    ['unlogged', 'timestamp'],
    ['other-entry', 'log-entry'],
    ['expired-certificate', 'certificate'],
    ['payload-type', 'payload-type'],
    ['keyid', 'signer'],
  ])('%s', async (defect, check) => {
    const verdict = await judge({ defect });
    expect(verdict).toMatchObject({ state: 'invalid' });
    expect(verdict).toMatchObject({ check });
  });

  test('against another root', async () => {
    const other = await privateSigstore();
    expect(verifyAdmission(await signed(), expected, other.trust)).toMatchObject({ state: 'invalid' });
  });
});

describe('a statement that says more than its signer may', () => {
  test.each<[string, string, Json, string]>([
    ['of another workflow', summaryPredicate, { verifier: { id: `${workflow}x` } }, 'verifier'],
    ['of another workflow', ingestionPredicate, { ingestionPlatform: { id: `${workflow}x` } }, 'verifier'],
    ['of another commit', summaryPredicate, { resourceUri: source.replace('@0', '@1') }, 'commit'],
    ['of another commit', ingestionPredicate, { ingestion: { path: `${source.replace('@0', '@1')}#x` } }, 'commit'],
    ['of a commit that only begins alike', ingestionPredicate, { ingestion: { path: `${source}0#x` } }, 'commit'],
    ['that it failed', summaryPredicate, { verificationResult: 'FAILED' }, 'not-admitted'],
    [
      'that a policy denied it',
      ingestionPredicate,
      { policyEvaluations: [{ result: 'allow' }, { result: 'deny' }] },
      'not-admitted',
    ],
    ['that no policy judged it', ingestionPredicate, { policyEvaluations: [] }, 'predicate'],
    ['that the bytes are others', ingestionPredicate, { integrity: { result: 'failed' } }, 'not-admitted'],
    ['that the signature is false', ingestionPredicate, { publisherSignature: { result: 'failed' } }, 'not-admitted'],
  ])('%s (%s)', async (_, type, predicate, check) => {
    expect(await judge({ type, predicate })).toMatchObject({ state: 'invalid', check });
  });

  test('a provenance is no admission', async () => {
    expect(await judge({ type: 'https://slsa.dev/provenance/v1' })).toMatchObject({ check: 'predicate' });
  });

  test('nor is an older form of statement', async () => {
    const statement = (one: Json) => ({ ...one, _type: 'https://in-toto.io/Statement/v0.1' });
    expect(await judge({ statement })).toMatchObject({ check: 'statement' });
  });

  test('one for several packages is no statement about one', async () => {
    const statement = ({ subject, ...one }: Json) => ({
      ...one,
      subject: [...(subject as Json[]), ...(subject as Json[])],
    });
    expect(await judge({ type: ingestionPredicate, statement })).toMatchObject({ check: 'subject-count' });
  });

  test('a subject needs a name and a SHA-512', async () => {
    const of = (...subject: readonly Json[]) => judge({ statement: (one) => ({ ...one, subject }) });
    expect([
      await of({ name: 'x', digest: { sha256: 'aa' } }),
      await of({ digest: { sha512: 'a'.repeat(128) } }),
      await of(),
    ]).toMatchObject([{ check: 'subject-digest' }, { check: 'subject-name' }, { check: 'subject-count' }]);
  });
});

describe('a file', () => {
  test('holds one document a line, and each is judged by itself', async () => {
    const unsigned = JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', predicateType: summaryPredicate });
    const file = Buffer.concat([await signed(), Buffer.from(`\n${unsigned}\n{}\n[]\nnull\n{\n`)]);
    expect(verifyAdmissions(file, expected, sigstore.trust)).toMatchObject([
      { state: 'verified' },
      { check: 'unsigned' },
      { check: 'bundle' },
      { check: 'bundle' },
      { check: 'bundle' },
      { check: 'document' },
    ]);
  });

  test('without documents is invalid', () => {
    expect(verifyAdmissions(Buffer.from('\n \n'), expected, sigstore.trust)).toEqual([
      { state: 'invalid', check: 'document' },
    ]);
  });

  test('is bounded', () => {
    const large = Buffer.alloc(16 * 1024 * 1024 + 1, ' ');
    expect(verifyAdmissions(large, expected, sigstore.trust)).toEqual([{ state: 'invalid', check: 'bounds' }]);
  });
});
