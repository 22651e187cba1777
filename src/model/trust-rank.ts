import type { TrustLevel, TrustRank } from './index.ts';

/** How a version was published, weakest first. */
export const trustRanks = ['none', 'provenance', 'trusted-publisher', 'staged'] as const satisfies readonly TrustRank[];

const heightOf = (rank: TrustRank) => trustRanks.indexOf(rank);

/** The same for the way of publishing alone: whether there is provenance too is compared apart (docs/decisions/0214). */
const publishingOf = (rank: TrustRank) => Math.max(heightOf(rank), heightOf('provenance'));

/** Whether `current` was published in a weaker way than `earlier`; `unknown` where the available evidence does not decide it. */
export function isDowngrade(earlier: TrustLevel, current: TrustLevel): 'yes' | 'no' | 'unknown' {
  if (publishingOf(current.atMost) < publishingOf(earlier.atLeast)) return 'yes';
  return publishingOf(current.atLeast) >= publishingOf(earlier.atMost) ? 'no' : 'unknown';
}

/** Weaker first: by the certain rank, then by the possible rank. */
export function compareTrust(a: TrustLevel, b: TrustLevel): number {
  return heightOf(a.atLeast) - heightOf(b.atLeast) || heightOf(a.atMost) - heightOf(b.atMost);
}
