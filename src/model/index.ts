/**
 * The nouns of lockgate: types only, one module per topic. They import nothing but each other and have no behaviour, so
 * every module can use the same terms.
 *
 * One term needs a definition. Floor: a finding that no policy, exception or approval can lower.
 */
export type * from './snapshot.ts';
export type * from './manager-ids.ts';
export type * from './changed-aspect.ts';
export type * from './lockfile.ts';
export type * from './authorship.ts';
export type * from './change.ts';
export type * from './evidence.ts';
export type * from './capability.ts';
export type * from './dossier.ts';
export type * from './second-look.ts';
export type * from './sources.ts';
export type * from './judgement.ts';
export type * from './report.ts';
export type * from './answer.ts';
export type * from './rehearsal.ts';
export type * from './fleet.ts';
export type * from './explanation.ts';
export type * from './json.ts';
export type * from './approvals.ts';
export type * from './decision.ts';
export type * from './record.ts';
export type * from './standing.ts';
export type * from './entered.ts';
export type * from './policy-test.ts';
