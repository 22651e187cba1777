import { expect, test } from '@jest/globals';

import type { TrustRank } from '../../src/model/index.ts';
import { type TrustEvidence, trustStanding } from '../../src/trust/trust-rank.ts';

const token = { name: 'octocat' };
const oidc = { ...token, name: 'GitHub Actions', trustedPublisher: { id: 'github', oidcConfigId: 'oidc:1' } };
const staged = { ...oidc, approver: 'octocat' };

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
