import type { FileObservation } from '../../model/index.ts';
import type { States } from '../../repository/state.ts';
import type { Inventory } from '../discover.ts';
import { archiveObservations } from './archives.ts';
import { loaderObservations } from './loaders.ts';
import { patchObservations } from './patches.ts';
import { placesOf } from './places.ts';
import { storeObservations } from './stores.ts';

type Found = Pick<Inventory, 'lockfiles'>;

/**
 * What this change adds to or changes of the bytes of dependencies that the repository holds, for each lockfile that the
 * policy gates.
 * @throws GateFailure `repository-unavailable`
 */
export async function committedObservations(
  base: Found,
  head: Found,
  states: States,
): Promise<readonly FileObservation[]> {
  const places = {
    base: await placesOf(base.lockfiles.values(), states.base),
    head: await placesOf(head.lockfiles.values(), states.head),
  };
  return [
    ...(await archiveObservations(places, states)),
    ...(await storeObservations(places, states)),
    ...(await loaderObservations(head.lockfiles.values(), places.head, states)),
    ...(await patchObservations(head.lockfiles.values(), states)),
  ];
}
