import { GateFailure } from '../errors.ts';
import { folderOf, join, normalise } from '../text/paths.ts';
import type { Observation } from '../model/index.ts';
import type { Inventory, Scope } from './discover.ts';
import type { LockedFolder } from './locked-folders.ts';
import type { Manifest } from '../managers/manifest.ts';
import { manifestIn } from '../managers/manifest.ts';
import { isSame } from '../repository/reader.ts';
import type { State, States } from '../repository/state.ts';

/** What the head's lockfiles pin. */
interface Answers {
  /** For each lockfile that was read: the folders whose manifests it answers for. */
  readonly answered: ReadonlyMap<string, readonly string[]>;
  /** Folders that a lockfile installs as dependencies: it answers for what it pins of what they ask for. */
  readonly locked: readonly LockedFolder[];
}

type Side = Pick<Inventory, 'lockfiles' | 'manifests'>;

/**
 * Manifests of the head with dependencies that they did not have in the base, and that no lockfile covers:
 * neither one in their folder nor one elsewhere that has them as a workspace. A lockfile above that could not be read
 * may cover them, so it counts as covering them. Peers are ignored: their dependent does not install them.
 * A folder without a lockfile is gated if a lockfile in it would be. A link to a manifest is no project of its own.
 */
export async function unlockedManifests(
  base: Side,
  head: Side,
  states: States,
  { answered, locked }: Answers,
  { isGated, isLeftOut }: Pick<Scope, 'isGated' | 'isLeftOut'>,
): Promise<readonly Observation[]> {
  const readers = { base: states.base.reader, head: states.head.reader };
  const folders = new Map([...head.lockfiles.values()].map((found) => [found.folder, found.path]));
  const anywhere = new Set(
    [...answered].flatMap(([path, importers]) =>
      importers.map((importer) => normalise(join(folderOf(path), importer))),
    ),
  );
  const candidates = [...head.manifests.values()].filter((file) => {
    const folder = folderOf(file.path);
    const isGatedFolder = isGated(join(folder, 'package-lock.json')) && !isLeftOut(folder);
    return (
      file.leadsTo === undefined && isGatedFolder && !anywhere.has(folder) && !isAnswered(folder, folders, answered)
    );
  });
  const found = await Promise.all(
    candidates.map(async (file) => {
      const old = base.manifests.get(file.path);
      return old !== undefined && (await isSame(readers, old, file)) ? [] : gained(states, file.path, locked);
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
    if (!answered.has(lockfile)) return true;
  }
  return false;
}

async function gained({ base, head }: States, path: string, locked: readonly LockedFolder[]): Promise<Observation[]> {
  const answering = locked.filter(({ folder }) => folder === folderOf(path));
  const after = await tryManifest(head, path);
  const before = await tryManifest(base, path);
  const known = new Set(before?.requires.map(({ name, spec }) => `${name}\n${spec}`));
  const asked = (after?.requires ?? []).filter(
    (each) =>
      each.type !== 'peer' &&
      !known.has(`${each.name}\n${each.spec}`) &&
      !answering.some(({ answers }) => answers(each)),
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
