import type { Instant } from '../model/index.ts';
import type { Packument } from './packument.ts';

/**
 * A packument as of an instant: without the versions that were published later, those aside that are asked about. What a
 * registry says of all versions alike (deprecations, tags of versions that were there) is still as it is today.
 * @param kept versions that stay whatever their publish time
 */
export function packumentAsOf(packument: Packument, now: Instant, kept: Iterable<string>): Packument {
  const end = Date.parse(now);
  // Where all times are later they are a mirror's own, and tell nothing of what was there.
  if (!packument.versions.some(([, time]) => time !== null && Date.parse(time) <= end)) return packument;
  const stays = new Set(kept);
  for (const version of [...stays]) {
    const listedAs = Object.hasOwn(packument.wanted, version) ? packument.wanted[version]?.listedAs : undefined;
    if (listedAs !== undefined) stays.add(listedAs);
  }
  const later = new Set(
    packument.versions.flatMap(([version, time]) =>
      time !== null && Date.parse(time) > end && !stays.has(version) ? [version] : [],
    ),
  );
  if (later.size === 0) return packument;
  const without = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(record).filter(([version]) => !later.has(version)));
  return {
    ...packument,
    distTags: Object.fromEntries(Object.entries(packument.distTags).filter(([, version]) => !later.has(version))),
    versions: packument.versions.filter(([version]) => !later.has(version)),
    hooks: without(packument.hooks),
    deprecated: packument.deprecated.filter((version) => !later.has(version)),
    publishers: without(packument.publishers),
    attested: packument.attested.filter((version) => !later.has(version)),
    repositories: without(packument.repositories),
  };
}
