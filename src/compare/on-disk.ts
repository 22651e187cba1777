import type { FileObservation } from '../model/index.ts';
import type { States } from '../repository/state.ts';
import { folderOf } from '../text/paths.ts';
import { checkoutObservations } from './checkout.ts';
import type { Inventory } from './discover.ts';
import { linkObservations, submoduleObservations } from './links.ts';
import { movedOut } from './moved-out.ts';
import { unknownImporters } from './unknown-importers.ts';
import { watchedPaths } from './watched-paths.ts';

/** The folders (from the repository's root) that the lockfiles of one state install from, and what its settings name. */
export interface Read {
  readonly inventory: Inventory;
  readonly importers: readonly string[];
  readonly folders: readonly string[];
  readonly named: ReadonlySet<string>;
}

/**
 * How what a checkout puts on disk differs from the blobs that are judged: text that git rewrites, links, submodules,
 * and projects that are moved to where the policy does not look.
 */
export async function onDiskObservations(
  base: Read,
  head: Read,
  states: States,
  isLeftOut: (folder: string) => boolean,
): Promise<readonly FileObservation[]> {
  const before = watchedPaths({ ...base, state: states.base });
  const unknown = await unknownImporters(head.inventory, states, isLeftOut);
  const after = watchedPaths({ ...head, importers: [...head.importers, ...unknown], state: states.head });
  const attributes = [...states.head.listed.keys()].filter((path) => /(?:^|\/)\.gitattributes$/i.test(path));
  const ways = new Set([...before, ...after, ...attributes.filter((path) => !isLeftOut(folderOf(path)))]);
  const links = await linkObservations(states, ways, isLeftOut);
  return [
    ...(await checkoutObservations(states, after, head.inventory.lockfiles)),
    ...links,
    ...submoduleObservations(states, links),
    ...(await movedOut({
      ...{ before: base.inventory, after: head.inventory, states, isLeftOut },
      importers: { base: base.importers, head: head.importers },
    })),
  ];
}
