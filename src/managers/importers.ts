import type { Lockfile, Requirement } from '../model/index.ts';
import type { Manifest } from './manifest.ts';
import type { ProjectFiles } from './settings-file.ts';

/** The manifests of base or head, by the importer's path relative to the lockfile's folder. */
export interface ManifestSource {
  readonly of: (importer: string) => Promise<Manifest | undefined>;
  /** The settings beside the lockfile in the same state; absent: not known. */
  readonly settings?: ProjectFiles;
  /** Every folder below the lockfile's that has one. */
  readonly folders: readonly string[];
}

export interface WithImporters {
  readonly lockfile: Lockfile;
  /** Whether all direct dependencies are known. */
  readonly isRootKnown: boolean;
  /** The settings whose values are packages of the lockfile, and are judged as such; absent: none. */
  readonly settings?: readonly PinnedSetting[];
}

/** One setting, by its file (from the repository's root) and its key there. */
export interface PinnedSetting {
  readonly path: string;
  readonly key: string;
}

/**
 * Adds an importer for the root to a lockfile that does not list the root's dependencies (version 1, or `packages`
 * without an entry for the root): with the dependencies of the root's manifest or, if that is unknown, with every top-level
 * entry that no other entry depends on. The second is a guess that errs towards "direct, in production".
 */
function withRoot(lockfile: Lockfile, requires: readonly Requirement[] | undefined): Lockfile {
  if (lockfile.importers.length > 0) return lockfile;
  return { ...lockfile, importers: [{ path: '', line: 1, requires: requires ?? inferred(lockfile) }] };
}

/** For a format that lists its importers' dependencies: the root's manifest counts if the root is not among them. */
export async function statedImporters(parsed: Lockfile, manifests: ManifestSource): Promise<WithImporters> {
  const isStated = parsed.importers.length > 0;
  const root = isStated ? undefined : await manifests.of('');
  return { lockfile: withRoot(parsed, root?.requires), isRootKnown: isStated || root !== undefined };
}

function inferred({ packages }: Lockfile): readonly Requirement[] {
  const asked = new Set(packages.flatMap((each) => each.requires.map((requirement) => requirement.name)));
  return packages
    .filter(({ key, place }) => place === undefined && key.lastIndexOf('node_modules/') === 0)
    .map(({ key }) => key.slice('node_modules/'.length))
    .filter((name) => !asked.has(name))
    .map((name) => ({ name, spec: '*', type: 'prod' }));
}
