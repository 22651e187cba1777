import { beforeAll, describe, expect, test } from '@jest/globals';

import { verifyAttestations } from '../../src/trust/attestation.ts';
import type { Identity } from '../../src/trust/identity.ts';
import {
  attestationsDocument,
  integrityOf,
  type PrivateSigstore,
  privateSigstore,
  type ProvenanceOptions,
} from '../support/private-sigstore.ts';

const artifact = { name: 'widget', version: '1.0.0', integrity: integrityOf('widget') };
let sigstore: PrivateSigstore;
beforeAll(async () => {
  sigstore = await privateSigstore();
});

async function identityOf(told: Partial<ProvenanceOptions> = {}): Promise<Identity> {
  const document = attestationsDocument(await sigstore.provenance({ ...artifact, ...told }));
  const { provenance } = verifyAttestations({ ...artifact, document, trust: sigstore.trust, registryKeys: new Map() });
  if (provenance.state !== 'verified') throw new Error(JSON.stringify(provenance));
  return provenance.identity;
}
const v02 = 'https://slsa.dev/provenance/v0.2';

describe('reading an identity', () => {
  test('GitHub', async () => {
    const workflow = 'https://github.com/acme/widget/.github/workflows/release.yml@refs/heads/main';
    expect(await identityOf()).toEqual({
      platform: 'github',
      issuer: 'https://token.actions.githubusercontent.com',
      subjectAlternativeName: workflow,
      sourceRepository: 'https://github.com/acme/widget',
      sourceRepositoryId: '1001',
      owner: 'https://github.com/acme',
      ownerId: '11',
      workflow: '.github/workflows/release.yml',
      ref: 'refs/heads/main',
      commit: '0123456789abcdef0123456789abcdef01234567',
      buildSigner: workflow,
      builder: 'https://github.com/actions/runner/github-hosted',
      runner: 'hosted',
      trigger: 'push',
      runUri: 'https://github.com/acme/widget/actions/runs/7/attempts/1',
      claimed: ['builder'],
    });
  });

  test('GitLab', async () => {
    expect(
      await identityOf({ identity: { platform: 'gitlab', ref: 'refs/tags/v1' }, predicateType: v02 }),
    ).toMatchObject({
      platform: 'gitlab',
      issuer: 'https://gitlab.com',
      subjectAlternativeName: 'https://gitlab.com/acme/widget//.gitlab-ci.yml@refs/tags/v1',
      sourceRepository: 'https://gitlab.com/acme/widget',
      sourceRepositoryId: '1001',
      owner: 'https://gitlab.com/acme',
      workflow: '.gitlab-ci.yml',
      runner: 'hosted',
      claimed: ['builder'],
    });
  });

  test('a reusable workflow signs; the caller is the source', async () => {
    const reusable = 'popular/builder/.github/workflows/publish.yml@refs/tags/v2';
    expect(await identityOf({ identity: { reusable } })).toMatchObject({
      subjectAlternativeName: `https://github.com/${reusable}`,
      buildSigner: `https://github.com/${reusable}`,
      sourceRepository: 'https://github.com/acme/widget',
      owner: 'https://github.com/acme',
      workflow: '.github/workflows/release.yml',
    });
  });

  test('a certificate of early 2023: what only the statement says is marked as claimed', async () => {
    const identity = await identityOf({ identity: { early: true }, predicateType: v02 });
    expect(identity).toMatchObject({
      sourceRepository: 'https://github.com/acme/widget',
      sourceRepositoryId: '1001',
      ownerId: '11',
      workflow: '.github/workflows/release.yml',
      ref: 'refs/heads/main',
      trigger: 'push',
      runner: undefined,
    });
    expect(identity.claimed).toEqual(['builder', 'sourceRepositoryId', 'ownerId']);
  });

  test('early 2023 with a reusable workflow: the source is still the caller', async () => {
    const reusable = 'popular/builder/.github/workflows/publish.yml@refs/tags/v2';
    const identity = await identityOf({ identity: { early: true, reusable }, predicateType: v02 });
    expect(identity).toMatchObject({
      sourceRepository: 'https://github.com/acme/widget',
      workflow: '.github/workflows/release.yml',
    });
    expect(identity.claimed).toContain('workflow');
  });

  test('every runner that is not certified as hosted is self-hosted', async () => {
    expect(await identityOf({ identity: { runner: 'self-hosted' } })).toMatchObject({ runner: 'self-hosted' });
  });

  test.each([
    ['refs/tags/@acme/widget@1.0.0', '.github/workflows/release.yml'],
    ['refs/heads/x@refs/heads/main', '.github/workflows/release.yml'],
  ])('the workflow path ends before the ref %s', async (ref, workflow) => {
    expect(await identityOf({ identity: { ref } })).toMatchObject({ ref, workflow });
  });
});
