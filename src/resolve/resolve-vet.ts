import type { Comparison, Requirement, Snapshot } from '../model/index.ts';
import { parseLockfile } from '../managers/index.ts';
import { join, normalise } from '../text/paths.ts';
import type { AskRegistry } from './document-source.ts';
import { changesAsked } from './resolve-specs.ts';
import { parseManifest } from '../managers/manifest.ts';
import { openWithManifests } from '../compare/open-with-manifests.ts';
import { npmLockfiles } from '../managers/npm/index.ts';
import { projectOverrides } from '../managers/project-overrides.ts';
import { openSide, withSurroundings } from './project-side.ts';
import { foldersBelow, manifestPaths } from '../lockfile/manifest-paths.ts';

/**
 * A comparison with the changes that adding these requirements to the root would bring in, on top of the lockfile of
 * the head's root, where it has one that was read.
 * @param ask undefined where nobody may be asked
 * @throws GateFailure `budget`, `unresolvable`
 */
export async function withVetted(
  comparison: Comparison,
  requires: readonly Requirement[],
  head: Snapshot,
  ask: AskRegistry | undefined,
): Promise<Comparison> {
  const side = await openSide(head);
  const { files, reader } = side;
  const read = async (path: string) => {
    const file = files.get(path);
    return file?.mode === 'file' ? reader.read(file) : undefined;
  };
  const path = rootLockfile(comparison);
  const bytes = path === undefined ? undefined : await read(path);
  const manifests = {
    of: async (importer: string) => {
      const manifest = normalise(join(importer, 'package.json'));
      const found = await read(manifest);
      return found && parseManifest(manifest, found);
    },
    folders: foldersBelow('', manifestPaths(files)),
  };
  const lockfile =
    path === undefined || bytes === undefined
      ? undefined
      : await openWithManifests(parseLockfile(path, bytes), manifests);
  const { format, importers } = lockfile?.lockfile ?? { importers: [] };
  const brought = await changesAsked(
    {
      ...{ path: path ?? 'package.json', requires, lineOf: () => undefined, declared: false },
      ...{ owner: {}, isRoot: true, overrides: await projectOverrides({ format, folder: '', files, reader }) },
      ...(lockfile && { locked: { lockfile, importer: '' } }),
    },
    ask,
  );
  const around = { base: side, head: side, folder: '', importers, ...(format && { format }) };
  return {
    ...comparison,
    changes: [...comparison.changes, ...(await withSurroundings(brought.changes, around))],
    observations: [...comparison.observations, ...brought.observations],
  };
}

/** npm's first, as npm itself chooses; of other managers' the first by name. */
function rootLockfile({ lockfiles }: Comparison): string | undefined {
  const paths = lockfiles.map(({ path }) => path).filter((path) => !path.includes('/'));
  const ofNpm = npmLockfiles.flatMap(({ names }) => names.filter((name) => paths.includes(name)));
  return ofNpm.at(-1) ?? paths[0];
}
