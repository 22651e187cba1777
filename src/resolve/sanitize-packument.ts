import semver from 'semver/functions/valid.js';

import { isAnswerable, specKind } from '../lockfile/spec.ts';
import { fileSource } from '../lockfile/source.ts';
import { follow } from '../text/paths.ts';
import type { Claims, DependencyType, Requirement, Source } from '../model/index.ts';
import type { Replace } from '../managers/replacing.ts';

type Json = Readonly<Record<string, unknown>>;

/** A packument whose dependencies all lead to registries, and what was removed from it. */
export interface SanitizedPackument {
  readonly packument: Json;
  /** By version: its requirements that no registry can answer. */
  readonly refused: ReadonlyMap<string, readonly Requirement[]>;
  /** By version: that it brings packages along in its tarball, or pins by a shrinkwrap in it what comes with it. */
  readonly tarballClaims: ReadonlyMap<string, Pick<Claims, 'bundles' | 'bringsShrinkwrap'>>;
}

/** What one version may ask for. The most that a well-known package asks for is a few hundred. */
export const MAX_REQUIRES = 1_000;

const maps = ['dependencies', 'optionalDependencies', 'peerDependencies'] as const;
const types: Readonly<Record<(typeof maps)[number], DependencyType>> = {
  dependencies: 'prod',
  optionalDependencies: 'optional',
  peerDependencies: 'peer',
};
/**
 * What npm's choice of a version, and of a place for it, depends on. Without what it bundles: Arborist would leave that
 * out, because it comes in a tarball that nobody here opens.
 */
const kept = ['deprecated', 'engines', 'os', 'cpu', 'libc', 'peerDependenciesMeta'] as const;

/**
 * Makes of a registry's document what Arborist may see: for each version its name, its requirements from registries, and
 * what npm chooses by. Scripts are left out, and so is everything that is fetched from elsewhere: it is given beside.
 * @param replace how overrides replace a requirement
 * @returns undefined where the document is no packument. A version that asks for more than `MAX_REQUIRES` packages
 *   is among `refused` with a single requirement whose name is empty.
 */
export function sanitizePackument(document: unknown, name: string, replace?: Replace): SanitizedPackument | undefined {
  if (!isRecord(document) || document.name !== name || !isRecord(document.versions ?? {})) return undefined;
  const refused = new Map<string, readonly Requirement[]>();
  const tarballClaims = new Map<string, Pick<Claims, 'bundles' | 'bringsShrinkwrap'>>();
  const versions: Record<string, Json> = {};
  for (const [version, manifest] of Object.entries((document.versions ?? {}) as Json)) {
    if (semver(version) !== version || !isRecord(manifest)) continue;
    const out: Requirement[] = [];
    versions[version] = sanitizeVersion(name, version, manifest, out, replace);
    if (out.length > 0) refused.set(version, out);
    const [bundles, bringsShrinkwrap] = [bundlesAny(manifest), manifest._hasShrinkwrap === true];
    if (bundles || bringsShrinkwrap) {
      tarballClaims.set(version, { ...(bundles && { bundles }), ...(bringsShrinkwrap && { bringsShrinkwrap }) });
    }
  }
  const tags = isRecord(document['dist-tags']) ? Object.entries(document['dist-tags']) : [];
  const packument = {
    name,
    'dist-tags': Object.fromEntries(
      tags.filter(([tag, version]) => tag !== '__proto__' && typeof version === 'string' && version in versions),
    ),
    versions,
  };
  return { packument, refused, tarballClaims };
}

/** Either spelling; `true` stands for all that it asks for. */
function bundlesAny(manifest: Json): boolean {
  return [manifest.bundleDependencies, manifest.bundledDependencies].some((bundled) =>
    Array.isArray(bundled)
      ? bundled.length > 0
      : bundled === true || (isRecord(bundled) && Object.keys(bundled).length > 0),
  );
}

function sanitizeVersion(
  name: string,
  version: string,
  manifest: Json,
  refused: Requirement[],
  replace?: Replace,
): Json {
  const sanitized: Record<string, unknown> = { name, version };
  for (const key of kept) if (manifest[key] !== undefined) sanitized[key] = manifest[key];
  for (const map of maps) {
    const asked = manifest[map];
    if (!isRecord(asked)) continue;
    const entries = Object.entries(asked);
    if (entries.length > MAX_REQUIRES) {
      refused.push({ name: '', spec: '', type: types[map] });
      continue;
    }
    const allowed: [string, unknown][] = [];
    for (const [dependency, own] of entries) {
      const asked = { name: dependency, spec: typeof own === 'string' ? own : '', type: types[map] };
      const requirement = replace === undefined ? asked : replace(asked, { name, version });
      if (requirement === undefined) continue;
      const isRead = typeof own === 'string' || requirement !== asked;
      if (isRead && isAnswerable(dependency, requirement.spec)) allowed.push([dependency, requirement.spec]);
      else refused.push(requirement);
    }
    sanitized[map] = Object.fromEntries(allowed);
  }
  const dist = isRecord(manifest.dist) ? manifest.dist : {};
  sanitized.dist = Object.fromEntries(
    ['tarball', 'integrity', 'shasum'].flatMap((key) => (typeof dist[key] === 'string' ? [[key, dist[key]]] : [])),
  );
  return sanitized;
}

/** Where a requirement of a published package that no registry answers would have been taken from: no path of it is inside. */
export function refusedSource(spec: string): Source {
  const protocol = /^\s*(portal|link|patch|exec|workspace):/i.exec(spec)?.[1]?.toLowerCase();
  if (protocol === 'workspace') return { kind: 'link', spec };
  if (protocol !== undefined) return { kind: protocol as 'portal' | 'link' | 'patch' | 'exec', spec };
  switch (specKind(spec)) {
    case 'git':
      return { kind: 'git', spec };
    case 'file':
    case 'directory':
      return { kind: 'file', spec, outside: true };
    case 'remote':
    case 'unknown':
    case 'registry':
    case 'alias':
      return { kind: 'remote', spec };
  }
}

/**
 * The same for a manifest of the repository, whose paths may stay inside.
 * @param folder the manifest's
 */
export function refusedOwnSource(spec: string, folder: string): Source {
  const source = refusedSource(spec);
  const path = /^\s*(?:link|portal):(.*)$/is.exec(spec)?.[1] ?? spec;
  if (source.kind === 'portal') return { ...source, outside: follow(folder, path).outside };
  if (source.kind !== 'file' && source.kind !== 'link') return source;
  if (/^\s*workspace:/i.test(spec)) return source;
  const own = fileSource('', source.kind === 'link' ? `file:${path}` : spec, folder);
  return own.kind === 'link' || source.kind === 'link' ? { ...own, kind: 'link', spec, declared: true } : own;
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
