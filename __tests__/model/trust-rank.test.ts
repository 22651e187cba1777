import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { TrustRank } from '../../src/model/index.ts';
import { isDowngrade, trustRanks } from '../../src/model/trust-rank.ts';

const exactly = (rank: TrustRank) => ({ atLeast: rank, atMost: rank });

test('between known ranks a downgrade is a weaker way of publishing; provenance is not one', () => {
  for (const [a, earlier] of trustRanks.entries()) {
    for (const [b, current] of trustRanks.entries()) {
      expect(isDowngrade(exactly(earlier), exactly(current))).toBe(Math.max(b, 1) < Math.max(a, 1) ? 'yes' : 'no');
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
