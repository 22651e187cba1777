import { asGateError, GateFailure } from '../errors.ts';
import { groupBy } from '../text/group-by.ts';
import { parseLockfile } from '../managers/index.ts';
import { compareText } from '../text/order.ts';
import { folderOf, join, normalise } from '../text/paths.ts';
import type { Change, Comparison, GateError, Observation, Requirement, Snapshot } from '../model/index.ts';
import type { AskRegistry } from './document-source.ts';
import type { Requested } from './resolve-specs.ts';
import { changesRequested } from './resolve-specs.ts';
import type { Manifest } from '../managers/manifest.ts';
import { openWithManifests } from '../compare/open-with-manifests.ts';
import { projectOverrides } from '../managers/project-overrides.ts';
import type { Surroundings } from './project-side.ts';
import { manifestAt, withSurroundings, workspacesOf } from './project-side.ts';
import type { State } from '../repository/state.ts';
import { stateOf } from '../repository/state.ts';
import { foldersBelow, manifestPaths } from '../lockfile/manifest-paths.ts';

/** Whether an observation is about a dependency of a manifest that is not in a lockfile. */
export const isUnpinned = ({ code, name }: Observation): boolean =>
  name !== undefined && (code === 'not-locked' || code === 'manifest-disagrees' || code === 'no-lockfile');

/**
 * Adds to a comparison the changes that its manifests would pull in beyond the lockfiles. What is wrong with one
 * manifest (peer dependencies that conflict, too much to resolve) is among the errors; the others are still resolved.
 * @param ask undefined if no registry may be asked
 */
export async function withUnpinned(
  comparison: Comparison,
  base: Snapshot | undefined,
  head: Snapshot,
  ask: AskRegistry | undefined,
): Promise<Comparison> {
  const sides = { base: await stateOf(base), head: await stateOf(head) };
  const groups = groupBy(comparison.observations.filter(isUnpinned), manifestPath);
  const changes: Change[] = [];
  const told: Observation[] = [];
  const errors: GateError[] = [];
  for (const [path, observations] of [...groups].sort(([a], [b]) => compareText(a, b))) {
    try {
      const asked = await askedBy(path, observations, sides.base, sides.head);
      if (asked === undefined) continue;
      const pulledIn = await changesRequested(asked, ask);
      changes.push(...(await withSurroundings(pulledIn.changes, asked.around)));
      told.push(...pulledIn.observations);
    } catch (cause) {
      if (!(cause instanceof GateFailure)) throw cause;
      errors.push({ ...asGateError(cause), path });
    }
  }
  const known = new Set<string>();
  // Two manifests of one project report the same entry once.
  const once = told.filter((each) => !known.has(JSON.stringify(each)) && known.add(JSON.stringify(each)));
  return {
    ...comparison,
    changes: [...comparison.changes, ...changes],
    observations: [...comparison.observations, ...once],
    errors: [...comparison.errors, ...errors],
  };
}

const asImporter =
  (folder: string) =>
  ({ path, name }: Manifest) => ({
    path: folderOf(folder === '' ? path : path.slice(folder.length + 1)),
    ...(name !== undefined && { name }),
  });

const manifestPath = ({ code, path, args }: Observation) => (code === 'no-lockfile' ? path : String(args.manifest));

async function askedBy(
  path: string,
  observations: readonly Observation[],
  base: State,
  head: State,
): Promise<(Requested & { readonly around: Surroundings }) | undefined> {
  const manifest = await manifestAt(head, path);
  if (manifest === undefined) return undefined;
  const [first] = observations;
  const lockfile = observations.find(({ code }) => code !== 'no-lockfile')?.path;
  const wanted = await wantedOf(manifest, observations, base);
  const locked = lockfile === undefined ? undefined : await lockedBy(lockfile, path, wanted, base, head);
  const folder = folderOf(lockfile ?? first?.path ?? path);
  const workspaces = await workspacesOf(folder, head);
  const local = new Set(workspaces.flatMap(({ name }) => name ?? []));
  const asked = new Set(manifest.requires.map(({ name }) => name));
  const forced = [...wanted].filter((name) => !asked.has(name)).flatMap((name) => forcedBy(manifest, name));
  const requires = [...manifest.requires, ...forced].filter(
    ({ name, spec, type }) =>
      type !== 'peer' && wanted.has(name) && !local.has(name) && !/^\s*(?:workspace|catalog):/i.test(spec),
  );
  if (requires.length === 0) return undefined;
  const { format, importers } = locked?.lockfile.lockfile ?? { importers: workspaces.map(asImporter(folder)) };
  return {
    ...{ path, requires, lineOf: manifest.lineOf, declared: true },
    ...{ owner: { name: manifest.name }, isRoot: folderOf(path) === folder },
    overrides: await projectOverrides(format, head.settings.in(folder)),
    ...(locked && { locked }),
    around: { base, head, folder, importers, ...(format && { format }) },
  };
}

/** The dependencies that a manifest's `resolutions` add by themselves. */
function forcedBy({ resolutionEntries }: Manifest, name: string): readonly Requirement[] {
  return resolutionEntries
    .filter(([path]) => path === name || path.endsWith(`/${name}`))
    .slice(0, 1)
    .map(([, spec]) => ({ name, spec, type: 'prod' }));
}

/** Names that this change leaves unpinned. Without a lockfile: all whose spec the base's manifest does not have. */
async function wantedOf(
  manifest: Manifest,
  observations: readonly Observation[],
  base: State,
): Promise<ReadonlySet<string>> {
  if (observations.some(({ code }) => code !== 'no-lockfile')) {
    return new Set(observations.flatMap(({ name }) => name ?? []));
  }
  const before = await manifestAt(base, manifest.path);
  const known = new Set(before?.requires.map(({ name, spec }) => `${name}\n${spec}`));
  return new Set(manifest.requires.flatMap(({ name, spec }) => (known.has(`${name}\n${spec}`) ? [] : [name])));
}

/**
 * What is locked where a manifest asks for more. Of names that are wanted the manifest of the base says what the
 * lockfile was made from, in a format that does not say so itself.
 */
async function lockedBy(
  lockfile: string,
  manifest: string,
  wanted: ReadonlySet<string>,
  base: State,
  head: State,
): Promise<Requested['locked']> {
  const file = head.files.get(lockfile);
  if (file === undefined) return undefined;
  const folder = folderOf(lockfile);
  const opened = await openWithManifests(
    parseLockfile(lockfile, await head.reader.read(file), true, (path) => head.files.has(path)),
    {
      of: async (importer) => {
        const path = normalise(join(folder, join(importer, 'package.json')));
        const now = await manifestAt(head, path);
        return path === manifest && now !== undefined ? asBefore(now, await manifestAt(base, path), wanted) : now;
      },
      settings: head.settings.in(folder),
      folders: foldersBelow(folder, manifestPaths(head.files)),
    },
  );
  const own = folderOf(manifest);
  return { lockfile: opened, importer: folder === '' ? own : own.slice(folder.length + 1) };
}

function asBefore(now: Manifest, before: Manifest | undefined, wanted: ReadonlySet<string>): Manifest {
  const asked = new Map(before?.requires.map((each) => [each.name, each]));
  const requires = now.requires.map((each) => (wanted.has(each.name) ? (asked.get(each.name) ?? each) : each));
  return { ...now, requires };
}
