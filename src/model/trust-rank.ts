import type { TrustLevel, TrustRank } from './index.ts';

/** How a version was published, weakest first. */
export const trustRanks = ['none', 'provenance', 'trusted-publisher', 'staged'] as const satisfies readonly TrustRank[];

const heightOf = (rank: TrustRank) => trustRanks.indexOf(rank);

/** Whether `current` is weaker than `earlier`; `unknown` where the available evidence does not decide it. */
export function isDowngrade(earlier: TrustLevel, current: TrustLevel): 'yes' | 'no' | 'unknown' {
  if (heightOf(current.atMost) < heightOf(earlier.atLeast)) return 'yes';
  return heightOf(current.atLeast) >= heightOf(earlier.atMost) ? 'no' : 'unknown';
}

/** Weaker first: by the certain rank, then by the possible rank. */
export function compareTrust(a: TrustLevel, b: TrustLevel): number {
  return heightOf(a.atLeast) - heightOf(b.atLeast) || heightOf(a.atMost) - heightOf(b.atMost);
}
