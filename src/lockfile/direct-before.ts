import type { DependencyType, DirectBefore, LockedPackage } from '../model/index.ts';
import { groupBy } from '../text/group-by.ts';
import { compareText, compareVersion } from '../text/order.ts';
import { registryPart } from '../text/registry-part.ts';
import type { Group } from './groups.ts';

/** What a lockfile had of names as direct dependencies before. */

interface Graphed {
  readonly isDirect: (packages: readonly LockedPackage[]) => boolean;
  readonly typesOf: (packages: readonly LockedPackage[]) => readonly DependencyType[];
}

/** The groups of the base that are direct dependencies, by name. */
export function directByName(base: Graphed | undefined, before: ReadonlyMap<string, Group>) {
  const known = new Map<string, readonly Group[]>();
  let named: ReadonlyMap<string, readonly Group[]> | undefined;
  return (name: string): readonly Group[] => {
    named ??= groupBy([...before.values()], (group) => group.name);
    const found =
      known.get(name) ?? (named.get(name) ?? []).filter(({ packages }) => base?.isDirect(packages) === true);
    known.set(name, found);
    return found;
  };
}

/**
 * What a direct dependency replaces: those of its name that are direct no more, or all of them where none left. `undefined` where
 * the base had none.
 * @param stays whether the head still has such a group as a direct dependency
 */
export function directBefore(
  groups: readonly Group[],
  base: Graphed | undefined,
  stays: (group: Group) => boolean,
): DirectBefore | undefined {
  if (groups.length === 0) return undefined;
  const left = groups.filter((group) => !stays(group));
  const replaced = left.length > 0 ? left : groups;
  const packages = replaced.flatMap((group) => group.packages);
  const registries = packages.map(({ name, resolved }) => registryPart(resolved, name));
  return {
    versions: [...new Set(replaced.map(({ version }) => version))].sort(compareVersion),
    sources: [...new Set(replaced.map(({ source }) => source.kind))].sort(compareText),
    dependencyTypes: base?.typesOf(packages) ?? [],
    registries: [...new Set(registries)].sort(compareText),
  };
}
