import { npmHighImpact } from 'npm-high-impact';

import { bare } from './bare-name.ts';

/**
 * The names that most of the ecosystem depends on, sorted by their bare form in code-unit order, then by rank. So a binary
 * search finds a name, and no index has to be built first.
 *
 * Everything here is computed when lockgate is built (docs/decisions/0153): `scripts/build.mjs` replaces this file with the
 * values.
 */
const sorted = npmHighImpact
  .map((name, index) => ({ name, core: bare(name), rank: index + 1 }))
  .sort((a, b) => (a.core < b.core ? -1 : a.core > b.core ? 1 : a.rank - b.rank));

export const names: readonly string[] = sorted.map(({ name }) => name);
/** The rank of each name among the most used, from 1. */
export const ranks: readonly number[] = sorted.map(({ rank }) => rank);
