import semver from 'semver';

import type { Instant, ReleaseHistory, ReleaseSummary } from '../model/index.ts';

/** Questions about a package's history, shared by several rules. */

/** When the package's newest release was published; undefined where no release has a time. */
export function latestPublish(history: ReleaseHistory): Instant | undefined {
  return history.releases
    .flatMap(({ publishedAt }) => publishedAt ?? [])
    .reduce<Instant | undefined>(
      (latest, time) => (latest !== undefined && Date.parse(latest) >= Date.parse(time) ? latest : time),
      undefined,
    );
}

/**
 * The release to propose instead of `version`: the highest of its major version that `accepts` allows, else the highest of
 * all; never a prerelease, never a deprecated one, never `version` itself.
 */
export function proposeInstead(
  history: ReleaseHistory,
  version: string,
  accepts: (release: ReleaseSummary) => boolean,
): ReleaseSummary | undefined {
  const major = semver.parse(version)?.major;
  const candidates = history.releases.flatMap((release) => {
    const parsed = semver.parse(release.version);
    const fit = parsed?.prerelease.length === 0 && !release.deprecated && release.version !== version;
    return fit && accepts(release) ? { release, parsed } : [];
  });
  const highestFirst = candidates.sort((a, b) => b.parsed.compare(a.parsed));
  return (highestFirst.find(({ parsed }) => parsed.major === major) ?? highestFirst[0])?.release;
}
