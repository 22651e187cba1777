import type { Change, LockedPackage } from './index.ts';

/**
 * What makes two entries of a lockfile lock the same: name, version and source. No name starts with a bracket, and none
 * of a registry's versions holds a line feed, so no two of them are written alike.
 */
export function identityOf({
  name,
  version,
  source: { kind, spec },
}: Pick<LockedPackage, 'name' | 'version' | 'source'>): string {
  return kind === 'registry' ? `${name}\n${version}` : JSON.stringify([name, version, kind, spec ?? null]);
}

/** What makes a change one change: what is locked, and in which lockfile. A removal is never the same as what stays. */
export function identityOfChange(change: Pick<Change, 'kind' | 'lockfile' | 'name' | 'version' | 'source'>): string {
  return JSON.stringify([change.lockfile, identityOf(change), change.kind === 'removed']);
}

/** One package version of one lockfile, whatever its source: all that a finding, or a claim of a bundle, tells. */
export function lockedVersion({ lockfile, name, version }: LockedVersion): string {
  return JSON.stringify([lockfile, name, version]);
}

interface LockedVersion {
  readonly lockfile: string;
  readonly name: string | null;
  readonly version: string | null;
}
