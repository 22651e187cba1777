import type { Lockfile } from '../model/index.ts';
import { OpenLockfile } from './open-lockfile.ts';
import type { ManifestSource } from '../managers/yarn/importers.ts';
import { withYarnImporters } from '../managers/yarn/importers.ts';

/** @param manifests read only for a lockfile that does not say what its importers ask for, or not in full */
export async function openWithManifests(parsed: Lockfile, manifests: ManifestSource): Promise<OpenLockfile> {
  if (parsed.descriptors !== undefined) {
    const { lockfile, isRootKnown } = await withYarnImporters(parsed, manifests);
    return new OpenLockfile(lockfile, undefined, isRootKnown);
  }
  return new OpenLockfile(parsed, parsed.importers.length > 0 ? undefined : await manifests.of(''));
}
