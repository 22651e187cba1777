import { GateFailure } from '../errors.ts';
import { folderOf, join, normalise } from '../text/paths.ts';
import type { Observation } from '../model/index.ts';
import type { Inventory } from './discover.ts';
import type { Manifest } from '../managers/manifest.ts';
import { manifestIn } from '../managers/manifest.ts';
import { isSame } from '../repository/reader.ts';
import type { State, States } from '../repository/state.ts';

type Side = Pick<Inventory, 'lockfiles' | 'manifests'>;

/**
 * Manifests of the head with dependencies that they did not have in the base, and that no lockfile covers:
 * neither one in their folder nor one above that has them as a workspace. A lockfile above that could not be read
 * may cover them, so it counts as covering them. Peers are ignored: their dependent does not install them.
 * @param answered for each of the head's lockfiles that was read: the folders that it covers
 * @param isGated whether a lockfile at a path is gated; a folder without one is gated if its lockfile would be
 */
export async function unlockedManifests(
  base: Side,
  head: Side,
  states: States,
  answered: ReadonlyMap<string, readonly string[]>,
  isGated: (path: string) => boolean,
): Promise<readonly Observation[]> {
  const readers = { base: states.base.reader, head: states.head.reader };
  const folders = new Map([...head.lockfiles.values()].map((found) => [found.folder, found.path]));
  const candidates = [...head.manifests.values()].filter((file) => {
    const folder = folderOf(file.path);
    return isGated(join(folder, 'package-lock.json')) && !isAnswered(folder, folders, answered);
  });
  const found = await Promise.all(
    candidates.map(async (file) => {
      const old = base.manifests.get(file.path);
      return old !== undefined && (await isSame(readers, old, file)) ? [] : gained(states, file.path);
    }),
  );
  return found.flat();
}

function isAnswered(
  folder: string,
  lockfiles: ReadonlyMap<string, string>,
  answered: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (lockfiles.has(folder)) return true;
  for (let above = folder; above !== '';) {
    above = folderOf(above);
    const lockfile = lockfiles.get(above);
    if (lockfile === undefined) continue;
    const importers = answered.get(lockfile);
    if (importers === undefined) return true;
    if (importers.some((importer) => normalise(join(above, importer)) === folder)) return true;
  }
  return false;
}

async function gained({ base, head }: States, path: string): Promise<Observation[]> {
  const after = await tryManifest(head, path);
  const before = await tryManifest(base, path);
  const known = new Set(before?.requires.map(({ name, spec }) => `${name}\n${spec}`));
  const asked = (after?.requires ?? []).filter(
    ({ name, spec, type }) => type !== 'peer' && !known.has(`${name}\n${spec}`),
  );
  const [first] = asked;
  if (after === undefined || first === undefined) return [];
  const line = after.lineOf(first.name) ?? 1;
  return [{ code: 'no-lockfile', path, line, name: first.name, args: { asked: asked.length } }];
}

/** A manifest that cannot be read cannot be installed from either. */
async function tryManifest({ settings }: State, path: string): Promise<Manifest | undefined> {
  try {
    return manifestIn(await settings.at(folderOf(path), 'package.json'));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === 'manifest-invalid') return undefined;
    throw cause;
  }
}
