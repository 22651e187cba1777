import maxSatisfying from 'semver/ranges/max-satisfying.js';
import prerelease from 'semver/functions/prerelease.js';

import type { Packument } from './resolver-messages.ts';

/** Whether the project's manager would not take a version yet. `publishedAt` is what the registry's document says. */
export type HoldsBack = (name: string, version: string, publishedAt: unknown) => boolean;

/**
 * A packument as a manager that waits sees it: without the versions that it would not take yet, its tags moved to the highest
 * version that is left below what they named.
 * @param times the document's `time`
 */
export function withoutHeldBack(packument: Packument, name: string, times: unknown, holdsBack: HoldsBack): Packument {
  const timeOf = (version: string): unknown =>
    typeof times === 'object' && times !== null && Object.hasOwn(times, version)
      ? (times as Readonly<Record<string, unknown>>)[version]
      : undefined;
  const versions = Object.entries(packument.versions as Readonly<Record<string, unknown>>);
  const left = versions.filter(([version]) => !holdsBack(name, version, timeOf(version)));
  if (left.length === versions.length) return packument;
  const names = left.map(([version]) => version);
  const tags = Object.entries(packument['dist-tags'] as Readonly<Record<string, string>>).flatMap(([tag, version]) => {
    const moved = names.includes(version) ? version : highestUpTo(version, names);
    return moved === undefined ? [] : [[tag, moved] as const];
  });
  return { ...packument, 'dist-tags': Object.fromEntries(tags), versions: Object.fromEntries(left) };
}

function highestUpTo(version: string, names: readonly string[]): string | undefined {
  const isPrerelease = prerelease(version) !== null;
  const candidates = isPrerelease ? names : names.filter((each) => prerelease(each) === null);
  return maxSatisfying(candidates, `<=${version}`, { includePrerelease: isPrerelease }) ?? undefined;
}
