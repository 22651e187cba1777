import type { Change, ChangedAspect, DependencyType, FolderScripts, LockedPackage, Lockfile } from '../model/index.ts';
import { aliasesOf } from './aliases.ts';
import { isOtherChecksum } from './checksum.ts';
import { groupBy } from '../text/group-by.ts';
import { directBefore, directByName } from './direct-before.ts';
import type { FieldsOfEntry } from './fields.ts';
import { changedFields } from './fields.ts';
import type { ScriptsByEntry } from './folder-scripts.ts';
import { newFolderScripts } from './folder-scripts.ts';
import type { Group } from './groups.ts';
import { claimsOf, groupPackages, pinKey, pinsOf } from './groups.ts';
import { compareText, compareVersion } from '../text/order.ts';
import { matchPredecessors } from './predecessor.ts';

/** A package's position in the dependency graph of the lockfile (`graph/` computes it). */
export type Position = Pick<Change, 'direct' | 'dependencyTypes' | 'importers' | 'via' | 'roots'>;

/** One side of a comparison. */
export interface Side {
  readonly lockfile: Lockfile;
  readonly typesOf: (packages: readonly LockedPackage[]) => readonly DependencyType[];
  /** What an install runs in folders of the repository; absent: not known. */
  readonly scripts?: ScriptsByEntry | undefined;
  readonly isDirect: (packages: readonly LockedPackage[]) => boolean;
  /** One position for each group of entries, in their order. Costs more than the two above, so it is computed only for what changed. */
  readonly positionsOf: (groups: readonly (readonly LockedPackage[])[]) => readonly Position[];
}

/** Strictest first: the first type that applies decides how a package is judged. */
const STRICTEST: readonly DependencyType[] = ['prod', 'peer', 'optional', 'dev'];

/**
 * What differs between the head's and the base's lockfile, ordered by name and version; one change for each name, version and
 * source. A moved entry is not a change, nor is one place more or less of the same pin. A different dependency type is a
 * change if it is stricter, or if a manifest declares it (a direct dependency). That something is no longer
 * needed in production because something else was removed is not a change.
 * @param path the head's lockfile, or the base's if the head has none
 * @returns changes without the places where manifests declare them
 */
export function diffLockfiles(path: string, base: Side | undefined, head: Side | undefined): readonly Change[] {
  const before = groupPackages(base?.lockfile.packages ?? []);
  const after = groupPackages(head?.lockfile.packages ?? []);
  const predecessors = matchPredecessors(before, after);
  const versions = registryVersions(before);
  const aliases = aliasesByName(base?.lockfile.packages ?? []);
  const directOf = directByName(base, before);
  const stays = ({ identity }: Group): boolean => {
    const now = after.get(identity);
    return now !== undefined && head?.isDirect(now.packages) === true;
  };
  const drafts: Draft[] = [];
  for (const group of after.values()) {
    const same = before.get(group.identity);
    const previous = same ?? predecessors.get(group);
    const scripts = newFolderScripts(group, head?.scripts, previous, base?.scripts);
    const others = same === undefined ? replaced(group, previous) : altered(group, same, base, head);
    const changed: readonly ChangedAspect[] = previous && scripts ? [...others, 'folder-scripts'] : others;
    if (same === undefined || changed.length > 0) drafts.push({ group, previous, same, changed, scripts });
  }
  const positions = head?.positionsOf(drafts.map(({ group }) => group.packages)) ?? [];
  const changes = drafts.map(({ group, previous, same, changed, scripts }, at): Change => {
    const pins = pinsOf(group);
    const position = positions[at] as Position;
    const replaces = position.direct ? directBefore(directOf(group.name), base, stays) : undefined;
    return {
      kind: previous === undefined ? 'added' : 'updated',
      ...described(path, group, versions),
      ...(previous !== undefined && { previousVersion: previous.version }),
      ...(changed.includes('source') && previous !== undefined && { previousSource: previous.source }),
      changed,
      line: pins[0]?.line ?? 1,
      ...baseAliases(group, aliases),
      ...((same === undefined || changed.includes('bin')) && binsOf(group, head)),
      ...(scripts && { folderScripts: scripts }),
      pins,
      basePins: same === undefined ? [] : pinsOf(same),
      baseDependencyTypes: same === undefined ? [] : (base?.typesOf(same.packages) ?? []),
      ...position,
      ...(replaces && { directBefore: replaces }),
      manifests: [],
    };
  });
  return [...changes, ...removedChanges(path, base, before, after, predecessors, versions)].sort(inOrder);
}

/** Every package in a lockfile, as if it were added to a base that already has it. */
export function auditLockfile(head: Side): readonly Change[] {
  const { lockfile } = head;
  const added = diffLockfiles(lockfile.path, undefined, head);
  return added.map((change) => ({ ...change, baseVersions: [change.version] }));
}

interface Draft {
  readonly group: Group;
  readonly previous: Group | undefined;
  readonly same: Group | undefined;
  readonly changed: readonly ChangedAspect[];
  readonly scripts: FolderScripts | undefined;
}

function replaced(group: Group, previous: Group | undefined): readonly ChangedAspect[] {
  const changed: ChangedAspect[] = [];
  if (previous === undefined) return changed;
  if (previous.version !== group.version) changed.push('version');
  if (previous.source.kind !== group.source.kind || previous.source.spec !== group.source.spec) changed.push('source');
  return changed;
}

function altered(group: Group, same: Group, base: Side | undefined, head: Side | undefined): readonly ChangedAspect[] {
  const changed = new Set<ChangedAspect>();
  const before = same.packages;
  const isKnown = knownPins(before);
  const isMoved = base !== undefined && head !== undefined && base.lockfile.format !== head.lockfile.format;
  for (const pin of group.packages) {
    if (isKnown(pin) || (isMoved && leavesOutAddress(pin, before))) continue;
    const newAddress = !before.some(({ resolved }) => resolved === pin.resolved);
    const newBytes = !before.some(({ integrity }) => integrity === pin.integrity);
    if (newAddress) changed.add('resolved');
    // An address and an integrity that the base knows, but not from the same entry, mean other bytes at an address.
    if (newBytes || !newAddress) changed.add('integrity');
  }
  const checksums = before.map(({ checksum }) => checksum);
  if (group.packages.some(({ checksum }) => isOtherChecksum(checksum, checksums))) changed.add('integrity');
  const from = strictest(base?.typesOf(same.packages));
  const to = strictest(head?.typesOf(group.packages));
  const declared = base?.isDirect(same.packages) === true && head?.isDirect(group.packages) === true;
  if (to < from || (to > from && declared)) changed.add('dependency-types');
  for (const aspect of alteredFields(group, before, base, head)) changed.add(aspect);
  const known = new Set(before.flatMap(aliasesOf));
  if (group.packages.flatMap(aliasesOf).some((alias) => !known.has(alias))) changed.add('alias');
  return [...changed];
}

/** In which respects the fields of each entry differ from those of every entry of the base that it may be. */
function alteredFields(
  group: Group,
  before: readonly LockedPackage[],
  base: Side | undefined,
  head: Side | undefined,
): ReadonlySet<ChangedAspect> {
  const changed = new Set<ChangedAspect>();
  const [former, current] = [fieldsOf(base), fieldsOf(head)];
  // What is linked is a folder of its own, whose manifest asks for what the entry repeats.
  if (former === undefined || current === undefined || group.source.kind === 'link') return changed;
  for (const entry of group.packages) {
    const inPlace = before.filter(({ key }) => key === entry.key);
    let least: ReadonlySet<ChangedAspect> | undefined;
    for (const each of [...inPlace, ...before.filter((one) => one.key !== entry.key)]) {
      const found = changedFields(former(each.key), current(entry.key));
      least ??= found;
      if (found.size === 0) least = found;
      if (found.size === 0) break;
    }
    for (const aspect of least ?? []) changed.add(aspect);
    // Also where the base's format has no place for the flag: what npm installs below it is listed nowhere.
    if (entry.claims.shrinkwrapUnlisted === true && !before.some(({ claims }) => claims.hasShrinkwrap === true)) {
      changed.add('has-shrinkwrap');
    }
  }
  return changed;
}

function fieldsOf(side: Side | undefined): ((key: string) => FieldsOfEntry) | undefined {
  const fields = side?.lockfile.fields;
  if (side === undefined || fields === undefined) return undefined;
  const { format, formatVersion } = side.lockfile;
  return (key) => ({ fields: fields.of(key), writes: fields.writes, format, formatVersion });
}

/** The distinct programs that the entries of a group say they have. */
function binsOf({ packages }: Group, head: Side | undefined): Pick<Change, 'bins'> {
  const stated = new Map(
    packages.flatMap(({ key }) => {
      const field = head?.lockfile.fields?.of(key).get('bin');
      return field?.bin === undefined ? [] : [[JSON.stringify(field.bin), field.bin] as const];
    }),
  );
  return stated.size === 0 ? {} : { bins: [...stated.values()] };
}

function aliasesByName(packages: readonly LockedPackage[]): ReadonlyMap<string, readonly LockedPackage[]> {
  return groupBy(
    packages.filter((each) => aliasesOf(each).length > 0),
    ({ name }) => name,
  );
}

/** The aliases of a group that the base also used for its name, in any version. */
function baseAliases(
  { name, packages }: Group,
  base: ReadonlyMap<string, readonly LockedPackage[]>,
): Pick<Change, 'baseAliases'> {
  const current = new Set(packages.flatMap(aliasesOf));
  const both = (base.get(name) ?? []).flatMap(aliasesOf).filter((alias) => current.has(alias));
  return both.length === 0 ? {} : { baseAliases: [...new Set(both)].sort(compareText) };
}

function knownPins(packages: readonly LockedPackage[]): (pin: LockedPackage) => boolean {
  const [only, another] = packages;
  if (another === undefined) return (pin) => pin.resolved === only?.resolved && pin.integrity === only?.integrity;
  const known = new Set(packages.map(pinKey));
  return (pin) => known.has(pinKey(pin));
}

/**
 * Whether a pin has a SHA-512 that was pinned before and only lacks an address: pnpm, for example, writes no address for what
 * comes from a registry. An address that the former format did not have is still a change, and is judged.
 */
function leavesOutAddress({ resolved, integrity }: LockedPackage, before: readonly LockedPackage[]): boolean {
  return (
    resolved === undefined &&
    integrity?.startsWith('sha512-') === true &&
    before.some((each) => each.integrity === integrity)
  );
}

function strictest(types: readonly DependencyType[] = []): number {
  return STRICTEST.findIndex((type) => types.includes(type));
}

function removedChanges(
  path: string,
  base: Side | undefined,
  before: ReadonlyMap<string, Group>,
  after: ReadonlyMap<string, Group>,
  predecessors: ReadonlyMap<Group, Group>,
  versions: ReadonlyMap<string, readonly string[]>,
): readonly Change[] {
  const replacedGroups = new Set(predecessors.values());
  const removed = [...before.values()].filter((group) => !after.has(group.identity) && !replacedGroups.has(group));
  const positions = base?.positionsOf(removed.map(({ packages }) => packages)) ?? [];
  return removed.map((group, at): Change => {
    const pins = pinsOf(group);
    const position = positions[at] as Position;
    return {
      kind: 'removed',
      ...described(path, group, versions),
      changed: [],
      line: pins[0]?.line ?? 1,
      pins: [],
      basePins: pins,
      baseDependencyTypes: position.dependencyTypes,
      ...position,
      manifests: [],
    };
  });
}

function described(
  lockfile: string,
  group: Group,
  versions: ReadonlyMap<string, readonly string[]>,
): Pick<Change, 'name' | 'version' | 'aliases' | 'source' | 'baseVersions' | 'lockfile' | 'claims'> {
  const { name, version, source, packages } = group;
  const aliases = [...new Set(packages.flatMap(aliasesOf))].sort(compareText);
  return { name, version, aliases, source, baseVersions: versions.get(name) ?? [], lockfile, claims: claimsOf(group) };
}

function registryVersions(groups: ReadonlyMap<string, Group>): ReadonlyMap<string, readonly string[]> {
  const fromRegistries = [...groups.values()].filter(({ source }) => source.kind === 'registry');
  const named = groupBy(fromRegistries, ({ name }) => name);
  return new Map([...named].map(([name, same]) => [name, same.map(({ version }) => version).sort(compareVersion)]));
}

function inOrder(a: Change, b: Change): number {
  return (
    compareText(a.name, b.name) ||
    compareVersion(a.version, b.version) ||
    compareText(a.source.kind, b.source.kind) ||
    compareText(a.source.spec ?? '', b.source.spec ?? '') ||
    compareText(a.kind, b.kind)
  );
}
