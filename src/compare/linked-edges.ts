import { identityOf } from '../model/identity.ts';
import type { Change, LinkedEdge, LockedPackage } from '../model/index.ts';
import { managerOf } from '../managers/index.ts';
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
): readonly LinkedEdge[] {
  return requires.flatMap(({ name, type, to = '' }) => {
    const found = byKey.get(to);
    if (type === 'peer' || isNamed(name) || found?.source.kind !== 'registry') return [];
    return [{ name, to: found.name, version: found.version }];
  });
}
