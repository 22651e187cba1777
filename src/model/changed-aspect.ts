/**
 * In which respects an entry of a lockfile may differ from the base branch's. Those from `bin` on are about fields of the
 * entry that the model has no other place for (`ComparedFields`).
 */
export const changedAspects = [
  ...(['version', 'resolved', 'integrity', 'source', 'dependency-types', 'alias'] as const),
  ...(['bin', 'in-bundle', 'has-shrinkwrap', 'has-install-script'] as const),
  ...(['platforms', 'requirements', 'other-fields'] as const),
  'folder-scripts',
] as const;
export type ChangedAspect = (typeof changedAspects)[number];

/** The programs that a package has, in npm's own normal form: names to files. */
export type Bin = Readonly<Record<string, string>>;
