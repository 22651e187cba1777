import type { ManifestSource } from '../managers/importers.ts';
import { managerOf } from '../managers/index.ts';
import type { Lockfile } from '../model/index.ts';
import { OpenLockfile } from './open-lockfile.ts';

/** @param manifests read only for a lockfile that does not list all dependencies of its importers */
export async function openWithManifests(parsed: Lockfile, manifests: ManifestSource): Promise<OpenLockfile> {
  const { lockfile, isRootKnown, settings } = await managerOf(parsed.format).lockfile.withImporters(parsed, manifests);
  return new OpenLockfile(lockfile, isRootKnown, settings);
}
