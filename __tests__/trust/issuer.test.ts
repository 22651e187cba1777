import { expect, test } from '@jest/globals';

import { verifyAttestations } from '../../src/trust/attestation.ts';
import { namedIssuer } from '../../src/trust/issuer.ts';
import type { BuildIdentity } from '../support/build-identity.ts';
import { attestationsDocument, integrityOf, privateSigstore, registryKey } from '../support/private-sigstore.ts';

test.each([
  ['https://token.actions.githubusercontent.com/acme', 'github'],
  ['https://github.acme.example/_services/token', 'github'],
  ['https://token.actions.acme.ghe.com', 'github'],
  ['https://gitlab.acme.example', 'other'],
  ['https://agent.buildkite.com', 'other'],
  ['https://token.actions.acme.ghe.com.evil.example', 'other'],
  ['https://evil.example/https://github.acme.example/_services/token', 'other'],
])('certificates of %s are read as those of %s', (issuer, platform) => {
  expect(namedIssuer(issuer)).toEqual({ issuer, platform });
});

const artifact = { name: 'tool', version: '1.0.0', integrity: integrityOf('tool') };

async function judged(issuer: string, identity: Partial<BuildIdentity>) {
  const sigstore = await privateSigstore();
  const document = attestationsDocument(await sigstore.provenance({ ...artifact, identity: { issuer, ...identity } }));
  const trust = sigstore.trustWith([namedIssuer(issuer)]);
  return verifyAttestations({ ...artifact, document, trust, registryKeys: registryKey().keys }).provenance;
}

test.each([
  'https://github.acme.example/_services/token',
  'https://token.actions.acme.ghe.com',
  'https://ci.acme.example',
])('a build that %s vouches for is known by the extensions that all issuers share', async (issuer) => {
  expect(await judged(issuer, { repository: 'acme/tool' })).toMatchObject({
    state: 'verified',
    identity: { issuer, sourceRepositoryId: '1001', ownerId: '11', ref: 'refs/heads/main', runner: 'hosted' },
  });
});

test('another server’s early certificate names no repository: it would be guessed to be the public one’s', async () => {
  const early = await judged('https://github.acme.example/_services/token', { early: true });
  expect(early).toMatchObject({ state: 'invalid', check: 'identity' });
});

test('an e-mail address is no build, whoever vouches for it', async () => {
  const person = await judged('https://accounts.acme.example', { email: 'me@acme.example' });
  expect(person).toMatchObject({ state: 'invalid', check: 'identity' });
});
