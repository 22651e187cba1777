import { describe, expect, test } from '@jest/globals';

import type { TrustRank } from '../../src/model/index.ts';
import { readPublisher, type TrustEvidence, trustStanding } from '../../src/trust/trust-rank.ts';

const token = { name: 'octocat', trustedPublisher: undefined, approver: undefined };
const oidc = { ...token, name: 'GitHub Actions', trustedPublisher: { id: 'github', oidcConfigId: 'oidc:1' } };
const staged = { ...oidc, approver: 'octocat' };

describe('reading _npmUser', () => {
  test('as the public registry writes it', () => {
    const trustedPublisher = { id: 'github', oidcConfigId: 'oidc:d0585aa6' };
    expect(readPublisher({ name: 'GitHub Actions', trustedPublisher })).toEqual({
      name: 'GitHub Actions',
      trustedPublisher,
      approver: undefined,
    });
    expect(readPublisher({ name: 'x', approver: { name: 'octocat' } })?.approver).toBe('octocat');
  });

  test.each([undefined, null, [], 'octocat', 7])('%p says nothing, which is not "nobody"', (value) => {
    expect(readPublisher(value)).toBeUndefined();
  });

  test.each([
    { trustedPublisher: true },
    { trustedPublisher: {} },
    { trustedPublisher: { id: '' } },
    { trustedPublisher: { id: 7 } },
    { approver: {} },
    { approver: true },
    { approver: '' },
  ])('a field of another shape is no trusted publisher and no approval: %#', (value) => {
    expect(readPublisher(value)).toMatchObject({ trustedPublisher: undefined, approver: undefined });
  });
});

test.each<[string, TrustEvidence, TrustRank, TrustRank]>([
  ['a token, nothing attested', { publisher: token, provenance: 'absent' }, 'none', 'none'],
  [
    'a token with provenance',
    { publisher: token, provenance: 'verified', platform: 'github' },
    'provenance',
    'provenance',
  ],
  [
    'a trusted publisher with provenance',
    { publisher: oidc, provenance: 'verified', platform: 'github' },
    'trusted-publisher',
    'trusted-publisher',
  ],
  [
    'a trusted publisher of a private repository',
    { publisher: oidc, provenance: 'absent' },
    'trusted-publisher',
    'trusted-publisher',
  ],
  ['a staged publish', { publisher: staged, provenance: 'verified', platform: 'github' }, 'staged', 'staged'],
  ['an invalid provenance upholds no word', { publisher: staged, provenance: 'invalid' }, 'none', 'none'],
  [
    'a provenance of another CI than the word',
    { publisher: oidc, provenance: 'verified', platform: 'gitlab' },
    'provenance',
    'provenance',
  ],
  ['stripped, nothing attested', { publisher: undefined, provenance: 'absent' }, 'none', 'staged'],
  ['stripped, with provenance', { publisher: undefined, provenance: 'verified' }, 'provenance', 'staged'],
  ['a token, attestations unread', { publisher: token, provenance: 'unavailable' }, 'none', 'provenance'],
  [
    'a trusted publisher, attestations unread',
    { publisher: oidc, provenance: 'unavailable' },
    'none',
    'trusted-publisher',
  ],
  ['a registry without attestations', { publisher: token, provenance: 'not-applicable' }, 'none', 'none'],
])('%s', (_, evidence, atLeast, atMost) => {
  expect(trustStanding(evidence)).toEqual({ atLeast, atMost });
});
