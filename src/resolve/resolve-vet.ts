import type { OpenLockfile } from '../compare/open-lockfile.ts';
import { openWithManifests } from '../compare/open-with-manifests.ts';
import { foldersBelow, manifestPaths } from '../lockfile/manifest-paths.ts';
import { aliasTarget } from '../lockfile/spec.ts';
import { parseLockfile } from '../managers/index.ts';
import { manifestIn } from '../managers/manifest.ts';
import { npmLockfiles } from '../managers/npm/index.ts';
import { managerOfProject, projectOverrides } from '../managers/project-overrides.ts';
import { isHeldBack, waitingTimeOf } from '../managers/waiting-time.ts';
import type { Comparison, Instant, Requirement, Snapshot } from '../model/index.ts';
import { stateOf } from '../repository/state.ts';
import { folderOf, join, normalise, prefixOf } from '../text/paths.ts';
import type { AskRegistry } from './document-source.ts';
import { DocumentSource, likely } from './document-source.ts';
import type { HoldsBack } from './held-back.ts';
import { withSurroundings } from './project-side.ts';
import { changesRequested, heldPackages } from './resolve-specs.ts';
import type { Named } from './vet-locked.ts';
import { lockedAnswers } from './vet-locked.ts';

/** What is asked about. */
export interface Vetted {
  readonly requires: readonly Requirement[];
  /** Of the project that they would be added to. */
  readonly folder: string;
  readonly now: Instant;
}

/**
 * Adds to a comparison the changes that adding these dependencies to a project would pull in, on top of the lockfile of its folder,
 * where it has one that was read. Versions are chosen as the project's package manager would choose them, which leaves out those
 * that its waiting time keeps back; a named package whose locked version stays is judged as it is locked.
 * @param ask undefined if no registry may be asked
 * @throws GateFailure `budget`, `unresolvable`
 */
export async function withVetted(
  comparison: Comparison,
  { requires, folder, now }: Vetted,
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
  const waiting = await waitingTimeOf(await managerOfProject(format, settings.in(folder)), settings.in(folder));
  const holdsBack: HoldsBack = (name, version, publishedAt) => isHeldBack(waiting, { name, version, publishedAt }, now);
  const asked: readonly Named[] =
    lockfile === undefined || ask === undefined
      ? requires
      : await withKept(requires, lockfile, new DocumentSource(ask, new Set(), { holdsBack }));
  const pulledIn = await changesRequested(
    {
      ...{ path: path ?? `${prefixOf(folder)}package.json`, lineOf: () => undefined, declared: false },
      ...{ requires: asked.filter(({ keeps }) => keeps === undefined), anew: true, holdsBack },
      ...{ owner: {}, isRoot: true, overrides: await projectOverrides(format, settings.in(folder)) },
      ...(lockfile && { locked: { lockfile, importer: '' } }),
    },
    ask,
  );
  const news = new Set(pulledIn.changes.flatMap(({ name, aliases }) => [name, ...aliases]));
  const named = asked.map((each) => (news.has(each.name) ? each : { ...each, keeps: each.keeps ?? '' }));
  const kept = lockfile === undefined ? [] : lockedAnswers(named, lockfile);
  const around = { base: side, head: side, folder, importers, ...(format && { format }) };
  return {
    ...comparison,
    changes: [...comparison.changes, ...(await withSurroundings([...pulledIn.changes, ...kept], around))],
    observations: [...comparison.observations, ...pulledIn.observations],
  };
}

/** The requirements, each with the locked version that its manager would choose again. */
async function withKept(
  requires: readonly Requirement[],
  lockfile: OpenLockfile,
  source: DocumentSource,
): Promise<readonly Named[]> {
  const held = heldPackages({ lockfile, importer: '' });
  return Promise.all(
    requires.map(async (each): Promise<Named> => {
      const locked = held.get(each.name);
      const { name, spec } = aliasTarget(each.spec) ?? each;
      if (locked?.name !== name) return each;
      const packument = await source.packument(name);
      const chosen = packument && likely(packument, spec)?.version;
      return chosen === locked.version ? { ...each, keeps: locked.version } : each;
    }),
  );
}

/** npm's first, as npm itself chooses; of other managers' the first by name. */
function lockfileOf({ lockfiles }: Comparison, folder: string): string | undefined {
  const paths = lockfiles.map(({ path }) => path).filter((path) => folderOf(path) === folder);
  const own = npmLockfiles.flatMap(({ names }) => names.map((name) => prefixOf(folder) + name));
  return own.filter((path) => paths.includes(path)).at(-1) ?? paths[0];
}
