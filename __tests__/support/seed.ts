import * as fc from 'fast-check';

/**
 * Property tests draw other values on every run of a developer's, and the same ones in CI: a change must not fail for
 * what another change got wrong. `LOCKGATE_SEED` repeats a run, or gives CI other values.
 */
const seed = process.env['LOCKGATE_SEED'] ?? (process.env['CI'] === undefined ? undefined : '20261123');
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
