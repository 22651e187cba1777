import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  isDowngrade,
  readPublisher,
  type TrustEvidence,
  type TrustRank,
  trustRanks,
  trustStanding,
} from '../../../src/evidence/trust/trust-rank.ts';

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

const exactly = (rank: TrustRank) => ({ atLeast: rank, atMost: rank });

test('between known ranks a downgrade is a lower rank', () => {
  for (const [a, earlier] of trustRanks.entries()) {
    for (const [b, current] of trustRanks.entries()) {
      expect(isDowngrade(exactly(earlier), exactly(current))).toBe(b < a ? 'yes' : 'no');
    }
  }
});

test('an unknown rank is never called a downgrade, nor cleared of one, beyond what every possible rank agrees on', () => {
  const rank = fc.constantFrom(...trustRanks);
  const standing = fc.tuple(rank, rank).map(([one, two]) => {
    const [atLeast, atMost] = trustRanks.indexOf(one) <= trustRanks.indexOf(two) ? [one, two] : [two, one];
    return { atLeast, atMost };
  });
  const possible = ({ atLeast, atMost }: { atLeast: TrustRank; atMost: TrustRank }) =>
    trustRanks.slice(trustRanks.indexOf(atLeast), trustRanks.indexOf(atMost) + 1);
  fc.assert(
    fc.property(standing, standing, (earlier, current) => {
      const answers = new Set(
        possible(earlier).flatMap((e) => possible(current).map((c) => isDowngrade(exactly(e), exactly(c)))),
      );
      const [only] = answers;
      expect(isDowngrade(earlier, current)).toBe(answers.size === 1 ? only : 'unknown');
    }),
  );
});
