import { diffLockfiles } from '../lockfile/diff.ts';
import type { Change, LockedPackage, Lockfile } from '../model/index.ts';
import { npm } from '../managers/npm/index.ts';
import { OpenLockfile } from './open-lockfile.ts';

/** Which version of a package manager a manifest names, or a repository commits. */
export interface ManagerVersion {
  /** The package by which it is published. */
  readonly name: string;
  readonly version: string;
  /** In SRI form, where the manifest has the hash of the tarball. */
  readonly integrity?: string;
}

/**
 * The change that another version of a package manager is: as if the manifest's project had it as a dependency, so that
 * the rules about packages judge it (docs/decisions/0197).
 * @param path of the manifest
 */
export function managerChange(
  path: string,
  line: number,
  before: ManagerVersion | undefined,
  after: ManagerVersion,
): readonly Change[] {
  const side = (named: ManagerVersion | undefined) => named && new OpenLockfile(asLockfile(path, line, named));
  return diffLockfiles(path, side(before), side(after))
    .filter(({ kind }) => kind !== 'removed')
    .map((change) => ({
      ...change,
      // Without a hash there is nothing pinned that could differ from the registry's.
      ...(after.integrity === undefined && { pins: [] }),
      manifests: [{ path, line }],
    }));
}

function asLockfile(path: string, line: number, { name, version, integrity }: ManagerVersion): Lockfile {
  const entry: LockedPackage = {
    ...{ key: `node_modules/${name}`, name, version, source: { kind: 'registry' }, line, requires: [], claims: {} },
    ...(integrity !== undefined && { integrity }),
  };
  return {
    ...{ path, format: npm.id, formatVersion: '3', observations: [], packages: [entry] },
    importers: [{ path: '', line, requires: [{ name, spec: version, type: 'prod' }] }],
  };
}
