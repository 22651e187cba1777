/**
 * The nouns of lockgate: types only, one file a room. They import nothing but each other and hold no behaviour, so that
 * every room of the house can speak the same language.
 */
export type * from './snapshot.ts';
export type * from './manager-ids.ts';
export type * from './lockfile.ts';
export type * from './authorship.ts';
export type * from './change.ts';
export type * from './evidence.ts';
export type * from './dossier.ts';
export type * from './sources.ts';
export type * from './judgement.ts';
export type * from './report.ts';
export type * from './explanation.ts';
