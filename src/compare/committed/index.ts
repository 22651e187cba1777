import { lockfileName } from '../../managers/index.ts';
import { isSettingsName } from '../../managers/settings-files.ts';
import type { FileObservation, SnapshotFile } from '../../model/index.ts';
import type { States } from '../../repository/state.ts';
import { folderOf } from '../../text/paths.ts';
import type { FoundLockfile, Inventory } from '../discover.ts';
import { archiveObservations } from './archives.ts';
import { loaderObservations } from './loaders.ts';
import { PATCH, patchObservations } from './patches.ts';
import { placesOf } from './places.ts';
import { storeObservations } from './stores.ts';

type Found = Pick<Inventory, 'lockfiles'>;

/**
 * What this change adds to or changes of the bytes of dependencies that the repository holds, for each lockfile that the
 * policy gates. A change of lockfiles and manifests alone reads nothing here: each file may cost a request.
 * @throws GateFailure `repository-unavailable`
 */
export async function committedObservations(
  base: Found,
  head: Found,
  states: States,
): Promise<readonly FileObservation[]> {
  const changed = [...states.head.files.values()].filter(
    (file) => !isKnownSame(states.base.files.get(file.path), file),
  );
  const names = changed.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  if (names.every((name) => name === 'package.json' || lockfileName(name) !== undefined)) return [];
  const places = {
    base: await placesOf(base.lockfiles.values(), states.base),
    head: await placesOf(head.lockfiles.values(), states.head),
  };
  return [
    ...(await archiveObservations(places, states)),
    ...(await storeObservations(places, states)),
    ...(await loaderObservations(head.lockfiles.values(), places.head, states)),
    ...(await patchObservations(patching([...head.lockfiles.values()], changed, states), states)),
  ];
}

const isKnownSame = (before: SnapshotFile | undefined, { mode, id }: SnapshotFile): boolean =>
  before !== undefined && before.mode === mode && before.id !== undefined && before.id === id;

/**
 * The lockfiles whose project may have another patch: all of them where a patch changes or is a link, whose target may have
 * any name, else those beside a settings file that changes and may name one.
 */
function patching(
  lockfiles: readonly FoundLockfile[],
  changed: readonly SnapshotFile[],
  { head }: States,
): readonly FoundLockfile[] {
  const isLink = ({ path, mode }: SnapshotFile) => mode === 'symlink' && (PATCH.test(path) || !/\.[^/]*$/.test(path));
  if (changed.some(({ path }) => PATCH.test(path)) || [...head.listed.values()].some(isLink)) return lockfiles;
  const folders = new Set(
    changed.flatMap(({ path }) => (isSettingsName(path.slice(path.lastIndexOf('/') + 1)) ? [folderOf(path)] : [])),
  );
  return lockfiles.filter(({ folder }) => folders.has(folder));
}
