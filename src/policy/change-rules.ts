/**
 * Package rules that speak of a change: what is new, changed or young. Once the change is merged, or old enough, most of them have
 * nothing more to say about the version. All others judge what is locked, and say the same in every audit.
 */
export const changeRules: ReadonlySet<string> = new Set([
  'alias',
  'bundled',
  'cooldown',
  'install-scripts',
  'name-similarity',
  'new-direct-dependency',
  'new-package',
  'provenance',
  'publisher',
  'source',
  'source-identity',
  'takeover',
  'trust-downgrade',
]);
