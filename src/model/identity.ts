import type { Change, LockedPackage } from './index.ts';

/**
 * The identity of what a lockfile entry locks: name, version and source. No name starts with a bracket, and no version
 * of a registry contains a line feed, so two different identities never have the same text.
 */
export function identityOf({
  name,
  version,
  source: { kind, spec },
}: Pick<LockedPackage, 'name' | 'version' | 'source'>): string {
  return kind === 'registry' ? `${name}\n${version}` : JSON.stringify([name, version, kind, spec ?? null]);
}

/** The identity of a change: what is locked, and in which lockfile. A removal never equals an entry that stays. */
export function identityOfChange(change: Pick<Change, 'kind' | 'lockfile' | 'name' | 'version' | 'source'>): string {
  return JSON.stringify([change.lockfile, identityOf(change), change.kind === 'removed']);
}

/** The identity of a package version in a lockfile, whatever its source: a finding, or a claim of a bundle, has no source. */
export function lockedVersion({ lockfile, name, version }: LockedVersion): string {
  return JSON.stringify([lockfile, name, version]);
}

interface LockedVersion {
  readonly lockfile: string;
  readonly name: string | null;
  readonly version: string | null;
}

/**
 * npm's purl of a package version: only the `@` of a scope is encoded (npm-package-arg, `toPurl`), and letters keep their
 * case, because `JSONStream` and `jsonstream` are two packages.
 */
export function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
}

/** What `purlOf` was made of. Neither part is believed to be one that a registry could have. */
export function ofPurl(purl: string): { readonly name: string; readonly version: string } {
  const [, name = '', version = ''] = /^pkg:npm\/(.*)@([^@]*)$/s.exec(purl) ?? [];
  return { name: name.replace(/^%40/, '@'), version };
}
