import { identityOf } from '../model/identity.ts';
import type { Change, LinkedEdge, LockedPackage } from '../model/index.ts';
import { managerOf } from '../managers/index.ts';
import { caretClass } from '../lockfile/caret-class.ts';
import { groupBy } from '../text/group-by.ts';
import type { OverriddenNames } from './overridden-names.ts';
import type { OpenLockfile } from './open-lockfile.ts';

/**
 * Adds to each change what the lockfile links its package with, where the format does not repeat the ranges that the package
 * declares: then only the published manifest says whether it is what was asked for.
 * @param names those that the project's settings are about, and whose edges they may rewrite
 */
export async function withLinkedEdges(
  changes: readonly Change[],
  { lockfile }: OpenLockfile,
  names: () => Promise<OverriddenNames>,
): Promise<readonly Change[]> {
  const isInQuestion = ({ kind, source }: Change) => kind !== 'removed' && source.kind === 'registry';
  if (managerOf(lockfile.format).lockfile.repeatsRanges || !changes.some(isInQuestion)) return changes;
  const { isOpen, has } = await names();
  if (isOpen) return changes;
  const byKey = new Map(lockfile.packages.map((each) => [each.key, each]));
  const entries = groupBy(lockfile.packages, identityOf);
  return changes.map((change) => {
    if (!isInQuestion(change) || has(change.name)) return change;
    const edges = (entries.get(identityOf(change)) ?? []).flatMap((entry) => edgesOf(entry, byKey, has));
    const distinct = new Map(edges.map((each) => [`${each.name}\n${each.to}@${each.version}`, each]));
    return distinct.size === 0 ? change : { ...change, edges: [...distinct.values()] };
  });
}

function edgesOf(
  { requires }: LockedPackage,
  byKey: ReadonlyMap<string, LockedPackage>,
  isNamed: (name: string) => boolean,
  peers = false,
): readonly LinkedEdge[] {
  return requires.flatMap(({ name, type, to = '' }) => {
    const found = byKey.get(to);
    if ((type === 'peer' && !peers) || isNamed(name) || found?.source.kind !== 'registry') return [];
    return [{ name, to: found.name, version: found.version }];
  });
}

type EdgesOf = (change: Change) => readonly string[];

/**
 * Without the packages of which nothing changed but dependencies that the project's settings are about: what an override
 * rewrites is the project's to say, and the override is judged where it is added.
 */
export async function withoutRewritten(
  changes: readonly Change[],
  base: OpenLockfile | undefined,
  head: OpenLockfile,
  names: () => Promise<OverriddenNames>,
): Promise<readonly Change[]> {
  const isInQuestion = ({ kind, changed }: Change) => kind === 'updated' && changed.join() === 'requirements';
  const { repeatsRanges } = managerOf(head.lockfile.format).lockfile;
  if (repeatsRanges || base === undefined || !changes.some(isInQuestion)) return changes;
  const { has, isOpen } = await names();
  if (isOpen) return changes;
  // An extension of the project may make a dependency of what answered a peer.
  const [before, after] = [edgesIn(base, has, true), edgesIn(head, has)];
  // A dependency that is gone installs less; what is gained or moved counts.
  const gains = (change: Change): boolean => {
    const had = new Set(before(change));
    return after(change).some((edge) => !had.has(edge));
  };
  return changes.filter((change) => !isInQuestion(change) || (!has(change.name) && gains(change)));
}

/** The edges of a package, by what carets admit. */
function edgesIn({ lockfile: { packages } }: OpenLockfile, isNamed: (name: string) => boolean, peers = false): EdgesOf {
  const byKey = new Map(packages.map((each) => [each.key, each]));
  const entries = groupBy(packages, identityOf);
  return (change) =>
    (entries.get(identityOf(change)) ?? []).flatMap((entry) =>
      edgesOf(entry, byKey, isNamed, peers).map((each) => `${each.name}\n${each.to}@${caretClass(each.version)}`),
    );
}
