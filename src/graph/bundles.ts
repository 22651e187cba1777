import type { Bundle, BundleMember, Change, LockedPackage, Lockfile } from '../model/index.ts';
import { managerOf } from '../managers/index.ts';
import { groupBy } from '../text/group-by.ts';
import { identityOf } from '../model/identity.ts';
import type { Graph } from './graph.ts';

/** A lockfile and its graph, which is used only if something is bundled. */
export interface LockfileGraph {
  readonly lockfile: Lockfile;
  readonly graph: Graph;
}

/** An entry that claims to be in the tarball of a package above it. */
interface Claimed {
  readonly entry: LockedPackage;
  /** The package whose folder contains it; undefined if that has no entry: a folder of the repository. */
  readonly container: LockedPackage | undefined;
  /** The package whose tarball must contain it. */
  readonly by: LockedPackage | undefined;
}

/**
 * The bundles of a lockfile that any of the changes claims to be in. As in npm, a package in the folder of a bundled
 * package, and a sibling that a bundled package depends on, comes in the same tarball (Arborist's Node, `getBundler`).
 *
 * That the project itself bundles a package when it is published does not say where that comes from: a claim
 * that leads to no registry package is left out if the entry has an address or an integrity of its own.
 */
export function bundlesOf(opened: LockfileGraph, changes: readonly Change[]): readonly Bundle[] {
  const { lockfile } = opened;
  const { containerOf } = managerOf(lockfile.format).lockfile;
  const entries = lockfile.packages.filter(({ claims, place }) => claims.inBundle === true && place === undefined);
  if (entries.length === 0) return [];
  const byKey = new Map(lockfile.packages.map((each) => [each.key, each]));
  const known = new Map<LockedPackage, Claimed>();
  // Outermost first: where a package is bundled also decides for the packages in its folder.
  for (const entry of [...entries].sort((a, b) => a.key.length - b.key.length)) {
    const container = byKey.get(containerOf(entry.key) ?? '');
    const above = container && known.get(container);
    const isOwn = above !== undefined && above.by === undefined;
    if (isOwn && isPinned(entry)) known.set(entry, { entry, container, by: undefined });
    else known.set(entry, { entry, container, by: above?.by ?? registryOnly(container) });
  }
  const judged = [...known.values()].filter(({ by, entry }) => by !== undefined || !isPinned(entry));
  const bundles = groupBy(judged, ({ by }) => by);
  const changed = new Set(changes.flatMap((change) => (change.kind === 'removed' ? [] : [identityOf(change)])));
  return [...bundles].flatMap(([by, claimed]): readonly Bundle[] => {
    if (!claimed.some(({ entry }) => changed.has(identityOf(entry)))) return [];
    const members = membersOf(claimed, by);
    return [{ lockfile: lockfile.path, ...(by && { by: { name: by.name, version: by.version } }), members }];
  });

  function membersOf(claimed: readonly Claimed[], by: LockedPackage | undefined): readonly BundleMember[] {
    const { graph } = opened;
    const positions = new Map(claimed.map(({ entry }, at) => [entry, at]));
    const brings = claimed.map(() => new Set<number>());
    for (const [at, { entry, container }] of claimed.entries()) {
      const holder = container === undefined ? undefined : positions.get(container);
      if (holder !== undefined) brings[holder]?.add(at);
      for (const { name } of entry.requires) {
        const found = graph.tree.packageAt(graph.tree.resolve(graph.nodeOf(entry), name));
        const position = found === undefined ? undefined : positions.get(found);
        if (position !== undefined && claimed[position]?.container === by) brings[at]?.add(position);
      }
    }
    return claimed.map(({ entry, container }, at) => ({
      ...{ name: entry.name, version: entry.version, line: entry.line, pinned: isPinned(entry) },
      ...(by !== undefined && container === by && { as: entry.alias ?? entry.name }),
      brings: [...(brings[at] ?? [])],
    }));
  }
}

const isPinned = ({ resolved, integrity }: LockedPackage): boolean => resolved !== undefined || integrity !== undefined;

const registryOnly = (each: LockedPackage | undefined): LockedPackage | undefined =>
  each?.source.kind === 'registry' ? each : undefined;
