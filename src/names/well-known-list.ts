import { npmHighImpact } from 'npm-high-impact';

import { bare } from './bare-name.ts';

/**
 * The names that most of the ecosystem rests on, in code-unit order of what is left of them when they are bare, and by rank
 * within: so that a name is found by halving, without an index that would have to be made first.
 *
 * Everything here is computed when lockgate is built (docs/decisions/0153): `scripts/build.mjs` puts the values in the
 * place of this file.
 */
const sorted = npmHighImpact
  .map((name, index) => ({ name, core: bare(name), rank: index + 1 }))
  .sort((a, b) => (a.core < b.core ? -1 : a.core > b.core ? 1 : a.rank - b.rank));

export const names: readonly string[] = sorted.map(({ name }) => name);
/** The place of each of them among the most used, 1 for the first. */
export const ranks: readonly number[] = sorted.map(({ rank }) => rank);
