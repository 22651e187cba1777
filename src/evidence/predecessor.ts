import semver from 'semver';

import type { Change } from '../model/index.ts';

/**
 * The release that the base locked before this one: the version it replaces, else the highest one below it, else the
 * highest. Undefined where the base did not have the name from a registry.
 */
export function predecessorVersion({ version, previousVersion, baseVersions }: Change): string | undefined {
  if (previousVersion !== undefined && baseVersions.includes(previousVersion)) return previousVersion;
  const descending = [...baseVersions].sort((a, b) => semver.compareBuild(b, a));
  return descending.find((candidate) => semver.lt(candidate, version)) ?? descending[0];
}
