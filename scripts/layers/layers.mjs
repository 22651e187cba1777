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
  order: [],
  only: {
    model: [],
    'model.ts': ['model'],
    'errors.ts': ['model', 'model.ts'],
    'text.ts': [],
    'people.ts': ['model', 'model.ts', 'text.ts'],
    lockfile: ['model', 'model.ts', 'text.ts', 'errors.ts'],
    rules: ['model', 'model.ts', 'text.ts'],
    policy: ['model', 'model.ts', 'text.ts', 'errors.ts', 'rules'],
    'verdict-of.ts': ['model', 'model.ts', 'text.ts'],
    'verdict.ts': ['model', 'model.ts', 'text.ts', 'errors.ts', 'policy', 'rules', 'verdict-of.ts'],
    report: ['model', 'model.ts', 'text.ts', 'errors.ts', 'rules'],
    repository: ['model', 'model.ts', 'text.ts', 'errors.ts', 'lockfile', 'people.ts'],
    resolve: ['model', 'model.ts', 'text.ts', 'errors.ts', 'lockfile'],
    evidence: ['model', 'model.ts', 'text.ts', 'errors.ts', 'lockfile'],
    init: ['model', 'model.ts', 'text.ts'],
    doctor: ['model', 'model.ts', 'text.ts', 'errors.ts', 'policy', 'github', 'repository'],
    github: ['model', 'model.ts', 'text.ts', 'errors.ts', 'report', 'people.ts'],
  },
  also: {},
  /** No Node API, no process, no network, no clock. */
  pure: [
    ...['model', 'model.ts', 'errors.ts', 'text.ts', 'people.ts', 'verdict-of.ts', 'verdict.ts'],
    ...['lockfile', 'policy', 'rules', 'report'],
  ],
  /** Imports, `from.ts > to.ts`, that close a circle and have not been untied: each with what it waits for. Shrinks only. */
  circles: {
    'model/evidence.ts > model/change.ts': 'the types that a change and its evidence share need a file of their own',
    'evidence/evidence-schema.ts > evidence/evidence-file.ts': 'the type of the file belongs beside its schema',
    'policy/rule-settings.ts > policy/schema.ts':
      'the shape of a policy file needs a file of its own, apart from its schema',
    'policy/profiles.ts > policy/schema.ts': 'the same',
    'policy/compose-profiles.ts > policy/effective.ts': 'the type of the effective policy needs a file of its own',
    'policy/publishers.ts > policy/effective.ts': 'the same',
    'policy/lint-lists.ts > policy/lint.ts': 'the type of a lint message needs a file of its own',
    'policy/lint-windows.ts > policy/lint.ts': 'the same',
    'extended-policy.ts > gate.ts': 'the types of a request and its outcome need a file of their own',
    'judging.ts > gate.ts': 'the same',
    'resolve-missing.ts > gate.ts': 'the same',
  },
};
