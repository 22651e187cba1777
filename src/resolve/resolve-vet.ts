import type { Comparison, Requirement, Snapshot } from '../model/index.ts';
import { parseLockfile } from '../managers/index.ts';
import { normalise } from '../text/paths.ts';
import type { AskRegistry } from './document-source.ts';
import { changesRequested } from './resolve-specs.ts';
import { manifestIn } from '../managers/manifest.ts';
import { openWithManifests } from '../compare/open-with-manifests.ts';
import { npmLockfiles } from '../managers/npm/index.ts';
import { projectOverrides } from '../managers/project-overrides.ts';
import { withSurroundings } from './project-side.ts';
import { stateOf } from '../repository/state.ts';
import { foldersBelow, manifestPaths } from '../lockfile/manifest-paths.ts';

/**
 * Adds to a comparison the changes that adding these dependencies to the root would pull in, on top of the lockfile of
 * the head's root, where it has one that was read.
 * @param ask undefined if no registry may be asked
 * @throws GateFailure `budget`, `unresolvable`
 */
export async function withVetted(
  comparison: Comparison,
  requires: readonly Requirement[],
  head: Snapshot,
  ask: AskRegistry | undefined,
): Promise<Comparison> {
  const side = await stateOf(head);
  const { files, reader, settings } = side;
  const path = rootLockfile(comparison);
  const file = path === undefined ? undefined : files.get(path);
  const bytes = file?.mode === 'file' ? await reader.read(file) : undefined;
  const manifests = {
    of: async (importer: string) => manifestIn(await settings.at(normalise(importer), 'package.json')),
    settings: settings.in(''),
    folders: foldersBelow('', manifestPaths(files)),
  };
  const lockfile =
    path === undefined || bytes === undefined
      ? undefined
      : await openWithManifests(parseLockfile(path, bytes, true), manifests);
  const { format, importers } = lockfile?.lockfile ?? { importers: [] };
  const pulledIn = await changesRequested(
    {
      ...{ path: path ?? 'package.json', requires, lineOf: () => undefined, declared: false },
      ...{ owner: {}, isRoot: true, overrides: await projectOverrides(format, settings.in('')) },
      ...(lockfile && { locked: { lockfile, importer: '' } }),
    },
    ask,
  );
  const around = { base: side, head: side, folder: '', importers, ...(format && { format }) };
  return {
    ...comparison,
    changes: [...comparison.changes, ...(await withSurroundings(pulledIn.changes, around))],
    observations: [...comparison.observations, ...pulledIn.observations],
  };
}

/** npm's first, as npm itself chooses; of other managers' the first by name. */
function rootLockfile({ lockfiles }: Comparison): string | undefined {
  const paths = lockfiles.map(({ path }) => path).filter((path) => !path.includes('/'));
  const ofNpm = npmLockfiles.flatMap(({ names }) => names.filter((name) => paths.includes(name)));
  return ofNpm.at(-1) ?? paths[0];
}
