import semver from 'semver';

import type { OpenLockfile } from '../compare/open-lockfile.ts';
import { diffLockfiles } from '../lockfile/diff.ts';
import type { Change, Comparison, Requirement, Snapshot } from '../model/index.ts';
import { parseLockfile } from '../managers/index.ts';
import { folderOf, join, normalise, prefixOf } from '../text/paths.ts';
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
 * Adds to a comparison the changes that adding these dependencies to a project would pull in, on top of the lockfile of its folder,
 * where it has one that was read.
 * @param ask undefined if no registry may be asked
 * @throws GateFailure `budget`, `unresolvable`
 */
export async function withVetted(
  comparison: Comparison,
  { requires, folder }: { readonly requires: readonly Requirement[]; readonly folder: string },
  head: Snapshot,
  ask: AskRegistry | undefined,
): Promise<Comparison> {
  const side = await stateOf(head);
  const { files, reader, settings } = side;
  const path = lockfileOf(comparison, folder);
  const file = path === undefined ? undefined : files.get(path);
  const bytes = file?.mode === 'file' ? await reader.read(file) : undefined;
  const manifests = {
    of: async (importer: string) => manifestIn(await settings.at(normalise(join(folder, importer)), 'package.json')),
    settings: settings.in(folder),
    folders: foldersBelow(folder, manifestPaths(files)),
  };
  const lockfile =
    path === undefined || bytes === undefined
      ? undefined
      : await openWithManifests(parseLockfile(path, bytes, true), manifests);
  const { format, importers } = lockfile?.lockfile ?? { importers: [] };
  const pulledIn = await changesRequested(
    {
      ...{ path: path ?? `${prefixOf(folder)}package.json`, requires, lineOf: () => undefined, declared: false },
      ...{ owner: {}, isRoot: true, overrides: await projectOverrides(format, settings.in(folder)) },
      ...(lockfile && { locked: { lockfile, importer: '' } }),
    },
    ask,
  );
  const news = new Set(pulledIn.changes.flatMap(({ name, aliases }) => [name, ...aliases]));
  const named = requires.filter(({ name }) => !news.has(name));
  const kept = lockfile === undefined ? [] : lockedAlready(named, lockfile);
  const around = { base: side, head: side, folder, importers, ...(format && { format }) };
  return {
    ...comparison,
    changes: [...comparison.changes, ...(await withSurroundings([...pulledIn.changes, ...kept], around))],
    observations: [...comparison.observations, ...pulledIn.observations],
  };
}

/**
 * The versions in the lockfile that answer what is asked for, so that nothing new would come in. They are judged too: that a package is
 * there already says nothing about what is known of it now.
 */
function lockedAlready(requires: readonly Requirement[], lockfile: OpenLockfile): readonly Change[] {
  const locked = diffLockfiles(lockfile.lockfile.path, undefined, lockfile);
  return requires.flatMap(({ name, spec }) => {
    const own = locked.filter((each) => each.name === name || each.aliases.includes(name));
    const answering = own.filter(({ version }) => semver.satisfies(version, spec, { includePrerelease: true }));
    return (answering.length > 0 ? answering : own).map((change): Change => ({
      ...{ ...change, kind: 'updated', previousVersion: change.version },
      ...{ baseVersions: own.map(({ version }) => version), basePins: change.pins },
      baseDependencyTypes: change.dependencyTypes,
    }));
  });
}

/** npm's first, as npm itself chooses; of other managers' the first by name. */
function lockfileOf({ lockfiles }: Comparison, folder: string): string | undefined {
  const paths = lockfiles.map(({ path }) => path).filter((path) => folderOf(path) === folder);
  const own = npmLockfiles.flatMap(({ names }) => names.map((name) => prefixOf(folder) + name));
  return own.filter((path) => paths.includes(path)).at(-1) ?? paths[0];
}
