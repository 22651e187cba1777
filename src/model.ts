/**
 * The nouns of lockgate: types only, one file a room. They import nothing but each other and hold no behaviour, so that
 * every room of the house can speak the same language.
 */
export type * from './model/snapshot.ts';
export type * from './model/lockfile.ts';
export type * from './model/authorship.ts';
export type * from './model/change.ts';
export type * from './model/evidence.ts';
export type * from './model/sources.ts';
export type * from './model/judgement.ts';
export type * from './model/report.ts';
