import type { FileObservation } from '../model/index.ts';
import { isSame } from '../repository/reader.ts';
import type { States } from '../repository/state.ts';
import { manifestIn } from '../managers/manifest.ts';
import { GateFailure } from '../errors.ts';
import { folderOf, join } from '../text/paths.ts';
import type { Inventory } from './discover.ts';
import { findPredecessors } from './lockfile-predecessor.ts';

export interface MovedOut {
  readonly before: Inventory;
  readonly after: Inventory;
  readonly states: States;
  /** Whether the policy leaves out a folder. */
  readonly isLeftOut: (folder: string) => boolean;
  /** Folders of the importers of gated lockfiles, in the base and in the head. */
  readonly importers: { readonly base: readonly string[]; readonly head: readonly string[] };
}

/**
 * `moved-out`: a lockfile or an importer that was gated on the base branch, and that the head moves into a folder that the
 * policy leaves out.
 */
export async function movedOut(moved: MovedOut): Promise<readonly FileObservation[]> {
  return [...(await lockfiles(moved)), ...(await manifests(moved))];
}

async function lockfiles({ before, after, states }: MovedOut): Promise<readonly FileObservation[]> {
  const gone = [...before.lockfiles].filter(([path]) => !after.lockfiles.has(path));
  const arrived = [...after.excluded].filter(([path]) => !before.excluded.has(path) && !before.lockfiles.has(path));
  if (gone.length === 0 || arrived.length === 0) return [];
  const formers = await findPredecessors({
    ...{ base: { lockfiles: new Map(gone) }, head: { lockfiles: new Map(arrived) } },
    ...{ states, isJudgedAlike: () => true },
  });
  return [...formers].map(([path, former]) => observationOf(former.path, path));
}

/** Manifests are the same project where their name or their content is. */
async function manifests({
  before,
  after,
  states,
  isLeftOut,
  importers,
}: MovedOut): Promise<readonly FileObservation[]> {
  const kept = new Set(importers.head);
  const gone = importers.base.filter(
    (folder) =>
      !kept.has(folder) && before.manifests.has(manifestOf(folder)) && !after.manifests.has(manifestOf(folder)),
  );
  const arrived = [...after.manifests.keys()].filter(
    (path) => isLeftOut(folderOf(path)) && !kept.has(folderOf(path)) && !before.manifests.has(path),
  );
  if (gone.length === 0 || arrived.length === 0) return [];
  const readers = { base: states.base.reader, head: states.head.reader };
  const found: FileObservation[] = [];
  for (const folder of gone) {
    const from = manifestOf(folder);
    const old = before.manifests.get(from);
    const name = await nameAt(states.base, folder);
    for (const path of arrived) {
      const file = after.manifests.get(path);
      if (old === undefined || file === undefined) continue;
      const isMoved =
        (name !== undefined && name === (await nameAt(states.head, folderOf(path)))) ||
        (await isSame(readers, old, file));
      if (isMoved) found.push(observationOf(from, path));
    }
  }
  return found;
}

const manifestOf = (folder: string): string => join(folder, 'package.json');

async function nameAt({ settings }: States['base'], folder: string): Promise<string | undefined> {
  try {
    return manifestIn(await settings.at(folder, 'package.json'))?.name;
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === 'manifest-invalid') return undefined;
    throw cause;
  }
}

const observationOf = (former: string, path: string): FileObservation => ({
  ...{ code: 'moved-out', path, line: 1, args: { former }, otherFiles: [former] },
});
