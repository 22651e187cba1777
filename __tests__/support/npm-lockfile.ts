import type { LockEntry } from './loopback-registry.ts';

/**
 * Text of a package-lock.json from a short description:
 *
 *     npmLockfile(registry, { dependencies: { a: '^1.0.0' }, packages: { 'node_modules/a': { version: '1.0.0' } } })
 *
 * Entries take `resolved` and `integrity` from the registry unless they give their own; null leaves the field out.
 */
export interface LockfileDescription {
  /** Default 3. */
  readonly lockfileVersion?: 1 | 2 | 3;
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly workspaces?: readonly string[];
  /** By place: `node_modules/a/node_modules/b`, a workspace's folder. */
  readonly packages?: Readonly<Record<string, EntryDescription>>;
}

export interface EntryDescription {
  /** The real name, for an alias. */
  readonly name?: string;
  readonly version?: string;
  readonly resolved?: string | null;
  readonly integrity?: string | null;
  readonly dependencies?: Readonly<Record<string, string>>;
  /** Any other field of an entry (`dev`, `link`, `peerDependencies`, ...), taken as it is. */
  readonly [field: string]: unknown;
}

/** What an entry's `resolved` and `integrity` are taken from; `LoopbackRegistry` is one. */
export interface EntrySource {
  readonly lockEntry: (name: string, version: string) => LockEntry;
}

export function npmLockfile(registry: EntrySource, description: LockfileDescription): string {
  const { lockfileVersion = 3, name = 'example', packages = {}, ...requires } = description;
  const entries = Object.fromEntries(Object.entries(packages).map(([key, entry]) => [key, filled(key, entry)]));
  const lockfile = {
    ...{ name, version: '1.0.0', lockfileVersion, requires: true },
    ...(lockfileVersion === 1 ? {} : { packages: { '': { name, version: '1.0.0', ...requires }, ...entries } }),
    ...(lockfileVersion === 3 ? {} : { dependencies: nested(entries) }),
  };
  return `${JSON.stringify(lockfile, null, 2)}\n`;

  function filled(key: string, entry: EntryDescription): Record<string, unknown> {
    const { version, resolved, integrity, ...rest } = entry;
    const locked =
      version === undefined || !key.includes('node_modules/') || (resolved !== undefined && integrity !== undefined)
        ? undefined
        : registry.lockEntry(rest.name ?? nameOf(key), version);
    const fields: Record<string, unknown> = {
      version,
      resolved: resolved ?? locked?.resolved,
      integrity: integrity ?? locked?.integrity,
    };
    if (resolved === null) delete fields.resolved;
    if (integrity === null) delete fields.integrity;
    return { ...fields, ...rest };
  }
}

/** The package.json that asks for what the lockfile's root asks for. */
export function npmManifest(description: LockfileDescription): string {
  const {
    name = 'example',
    dependencies,
    devDependencies,
    optionalDependencies,
    peerDependencies,
    workspaces,
  } = description;
  const asked = { dependencies, devDependencies, optionalDependencies, peerDependencies, workspaces };
  return `${JSON.stringify({ name, version: '1.0.0', ...asked }, null, 2)}\n`;
}

/** The map `dependencies` of versions 1 and 2: nested, and without what only `packages` has. */
function nested(entries: Readonly<Record<string, Record<string, unknown>>>): Record<string, unknown> {
  const tree: Record<string, Record<string, unknown>> = {};
  const inOrder = Object.keys(entries).sort((a, b) => a.length - b.length);
  for (const key of inOrder) {
    const segments = key.split('node_modules/').slice(1);
    if (segments.length === 0) continue;
    let siblings = tree;
    for (const segment of segments.slice(0, -1)) {
      const parent = (siblings[segment.replace(/\/$/, '')] ??= {});
      siblings = (parent.dependencies ??= {}) as typeof tree;
    }
    const { name, version, dependencies, link, ...rest } = entries[key] ?? {};
    const linked = link === true ? `file:${String(rest.resolved)}` : undefined;
    const aliased = typeof name === 'string' ? `npm:${name}@${String(version)}` : version;
    const { resolved, integrity, dev, optional, bundled } = rest;
    siblings[nameOf(key)] = JSON.parse(
      JSON.stringify({
        version: linked ?? aliased,
        resolved,
        integrity,
        dev,
        optional,
        bundled,
        requires: dependencies,
      }),
    ) as Record<string, unknown>;
  }
  return tree;
}

const nameOf = (key: string) => key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);
