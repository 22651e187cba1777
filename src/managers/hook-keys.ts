import type { ManifestKey } from './manager-settings.ts';

/** The scripts of a project's own manifests that its manager runs during an install. */
export const hookKeys = (...names: readonly string[]): readonly ManifestKey[] =>
  names.map((name) => ['hook', 'scripts', name] as const);
