import type { TrustRank, TrustStanding } from './index.ts';

/** How a version came to be published, weakest first. */
export const trustRanks = ['none', 'provenance', 'trusted-publisher', 'staged'] as const satisfies readonly TrustRank[];

const heightOf = (rank: TrustRank) => trustRanks.indexOf(rank);

/** Whether `current` is weaker than `earlier`; `unknown` where the evidence that could be read does not decide it. */
export function isDowngrade(earlier: TrustStanding, current: TrustStanding): 'yes' | 'no' | 'unknown' {
  if (heightOf(current.atMost) < heightOf(earlier.atLeast)) return 'yes';
  return heightOf(current.atLeast) >= heightOf(earlier.atMost) ? 'no' : 'unknown';
}

/** By what is certain, then by what is possible; the weaker first. */
export function compareTrust(a: TrustStanding, b: TrustStanding): number {
  return heightOf(a.atLeast) - heightOf(b.atLeast) || heightOf(a.atMost) - heightOf(b.atMost);
}
