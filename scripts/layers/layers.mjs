/**
 * What the folders and loose files of src/ (its rooms) may import, and which of them are pure. `npm run layers` holds the
 * imports to it, types included; eslint.config.js takes the pure rooms from it.
 *
 * A room named by `order` imports only what is below it. An entry of `order` holds chains, `a < b < c | d < e`, and is above all
 * entries before it; in a chain, what is left of `<` is below. Chains of one entry, and rooms beside each other in one (`a, b`),
 * do not import one another. `only` narrows what a room may import, whatever the order says; `also` lets it import more, and each
 * entry must be needed. Both may name a room, or one file of it by its path in src/.
 */
export default {
  order: [
    'model < errors.ts < text',
    'lockfile < managers < repository < graph < compare',
    'net < registry < advisories < names < trust < recording < resolve < evidence',
    'rules < judge < policy < decisions < admission',
    'report < platform < run < init < cli < action.ts, cli.ts, resolver.ts',
  ],
  only: { rules: ['model', 'text', 'names'] },
  also: {},
  /** No Node API, no process, no network, no clock. */
  pure: [
    ...[
      'model',
      'text',
      'errors.ts',
      'managers',
      'lockfile',
      'graph',
      'compare',
      'rules',
      'judge',
      'policy',
      'decisions',
      'admission',
      'report',
    ],
    ...['run/verdict.ts', 'run/verdict-of.ts'],
  ],
  /** Imports, `from.ts > to.ts`, that close a circle and have not been untied: each with what it waits for. Shrinks only. */
  circles: {},
};
