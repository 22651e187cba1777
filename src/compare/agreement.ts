import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';

import { groupBy } from '../text/group-by.ts';
import { normalise, prefixOf } from '../text/paths.ts';
import { aliasTarget, isOfRegistry } from '../lockfile/spec.ts';
import { workspaceMatcher } from '../lockfile/workspaces.ts';
import type { Importer, LockedPackage, Lockfile, Observation, Requirement } from '../model/index.ts';
import type { DeclaredSpecs, Overriding } from './declared-specs.ts';
import { declaredSpecs } from './declared-specs.ts';
import type { ManagerLockfile } from '../managers/manager.ts';
import type { Manifest } from '../managers/manifest.ts';
import type { NodeIndex, Tree } from '../lockfile/tree.ts';
import { NOWHERE } from '../lockfile/tree.ts';
import { managerOf } from '../managers/index.ts';

/**
 * Compares each importer's manifest with the lockfile: its dependencies with those that the lockfile records, and
 * with what is pinned. An importer whose manifest is not known is not compared.
 *
 * Peers may stay unmet (`legacy-peer-deps`), and optional dependencies unpinned (npm
 * leaves out one that it could not fetch). The root may override a workspace's dependency: if it does, or
 * if the root's manifest is not known, the pinned version is not compared with the range.
 * @param lockfile with its importers, and with sources from specs
 * @param manifests by the importer's path
 */
export function disagreements(lockfile: Lockfile, manifests: ReadonlyMap<string, Manifest>): readonly Observation[] {
  if (manifests.size === 0) return [];
  const manager = managerOf(lockfile.format).lockfile;
  const tree = manager.treeOf(lockfile);
  const root = manifests.get('');
  const isWorkspace = root === undefined ? () => true : declaredWorkspaces(manager, root, manifests);
  return tree.importers.flatMap((importer, node) => {
    const manifest = manifests.get(importer.path);
    const strangers: Observation[] =
      importer.path === '' || isWorkspace(importer.path) ? [] : [notAWorkspace(lockfile, importer, root?.path ?? '')];
    if (manifest === undefined) return strangers;
    strangers.push(...publishedOtherwise(lockfile, importer, manifest));
    const mayDiffer = (name: string): boolean =>
      root?.resolutions.has(name) === true || (importer.path !== '' && root?.overridden.has(name) !== false);
    const compared = compareImporter(lockfile, tree, node, manifest, mayDiffer);
    return [...strangers, ...(lockfile.isRewritten === true ? compared.map(asDoubt) : compared)];
  });
}

/** Where a program rewrites manifests, one that the lockfile contradicts is a doubt; what nothing pins stays what it is. */
function asDoubt(observation: Observation): Observation {
  return observation.code === 'manifest-disagrees' ? { ...observation, code: 'manifest-may-disagree' } : observation;
}

function declaredWorkspaces(
  { workspacesIn }: ManagerLockfile,
  root: Manifest,
  manifests: ReadonlyMap<string, Manifest>,
): (folder: string) => boolean {
  if (workspacesIn === 'no manifest') return () => true;
  const declaring = workspacesIn === 'every manifest' ? [...manifests] : [['', root] as const];
  const matchers = declaring.flatMap(([folder, { workspaces, path }]) =>
    workspaces.length === 0 ? [] : [{ prefix: prefixOf(folder), isBelow: workspaceMatcher(workspaces, path) }],
  );
  return (folder) =>
    matchers.some(({ prefix, isBelow }) => folder.startsWith(prefix) && isBelow(folder.slice(prefix.length)));
}

function notAWorkspace(lockfile: Lockfile, importer: Importer, manifest: string): Observation {
  const args = { manifest, workspace: importer.path };
  return { code: 'manifest-disagrees', path: lockfile.path, line: importer.line, args };
}

/** A folder that the lockfile links in the place of a workspace, and that the workspace's manifest does not publish. */
function publishedOtherwise(
  { path }: Lockfile,
  { path: folder, line, publishDirectory: locked }: Importer,
  { path: manifest, publishDirectory: asked }: Manifest,
): readonly Observation[] {
  if (locked === undefined || normalise(asked ?? '') === locked) return [];
  const args = { list: 'publishDirectory', key: folder, locked, ...(asked !== undefined && { asked, manifest }) };
  return [{ code: 'setting-disagrees', path, line, args }];
}

function compareImporter(
  lockfile: Lockfile,
  tree: Tree,
  node: NodeIndex,
  manifest: Manifest,
  mayDiffer: (name: string) => boolean,
): readonly Observation[] {
  const importer = tree.importers[node] as Importer;
  const specs = declaredSpecs(lockfile);
  const { readings } = managerOf(lockfile.format).lockfile;
  const asked = groupBy(manifest.requires, ({ name }) => name);
  const recorded = importer.requires.filter(({ isElsewhere }) => isElsewhere !== true);
  const locked = groupBy(recorded, ({ name }) => name);
  return [...new Set([...asked.keys(), ...locked.keys()])].flatMap((name) => {
    const given: Given = { lockfile, tree, node, manifest, specs, name, locked: locked.get(name) ?? [] };
    const ways = readings?.(manifest, name, lockfile) ?? [];
    const [first = asked.get(name) ?? [], ...others] = ways.map(({ requires }) => requires);
    const said = compareName(given, first, mayDiffer(name));
    if (said.length === 0) return [];
    const agreeing = others.findIndex((wanted) => compareName(given, wanted, mayDiffer(name)).length === 0);
    if (agreeing < 0) return said;
    return ways[agreeing + 1]?.isSure === true ? [] : said.map((each) => ({ ...each, code: 'manifest-may-disagree' }));
  });
}

/** One name of an importer, and what the lockfile records for it. */
interface Given {
  readonly lockfile: Lockfile;
  readonly tree: Tree;
  readonly node: NodeIndex;
  readonly manifest: Manifest;
  readonly specs: DeclaredSpecs;
  readonly name: string;
  readonly locked: readonly Requirement[];
}

/** @param mayDiffer whether an override gives the name any version */
function compareName(given: Given, wanted: readonly Requirement[], mayDiffer: boolean): readonly Observation[] {
  const { lockfile, tree, node, manifest, specs, name } = given;
  const overriding = specs.overriding(name);
  const recorded = recordedFor(wanted, given.locked, overriding);
  const { mayLockPeers, locksOptional, keepsWorkspaceSpecs } = managerOf(lockfile.format).lockfile;
  const isPeer = mayLockPeers && wanted.length > 0 && wanted.every(({ type }) => type === 'peer');
  if (isPeer && recorded.length === 0) return [];
  const to = tree.resolve(node, name);
  const pinned = tree.packageAt(to);
  const say = isPeer ? specsOnly : shown;
  const args = { manifest: manifest.path, asked: say(wanted), locked: say(recorded) };
  const line = pinned?.line ?? tree.importers[node]?.line ?? 1;
  const about = { path: lockfile.path, line, name };
  const mustBePinned = wanted.some(
    ({ type }) => type === 'prod' || type === 'dev' || (locksOptional && type === 'optional'),
  );
  const isOpen = recorded.some((each) => each.isOpen === true);
  const meant = new Map(recorded.flatMap((each) => (each.meant === undefined ? [] : [[each.type, each.meant]])));
  const isPinned = (each: Requirement, as: LockedPackage): boolean =>
    (meant.has(each.type) ? [meant.get(each.type) ?? ''] : meanings(each, specs)).some((spec) =>
      isMet({ ...each, ...(isPeer && { type: 'prod' }), spec }, as),
    );
  if (mustBePinned && to === NOWHERE) {
    return [{ ...about, code: isOpen ? 'manifest-may-disagree' : 'not-locked', args }];
  }
  const isWanted = pinned !== undefined && wanted.every((each) => isPinned(each, pinned));
  if (args.asked !== args.locked) {
    if (keepsWorkspaceSpecs && pinned?.source.kind === 'workspace' && areOfWorkspaces(wanted, recorded)) return [];
    // Another spec that the pinned version satisfies too: nothing else is installed because of it.
    const isEither =
      isWanted &&
      pinned.source.kind === 'registry' &&
      isAlike(wanted, recorded) &&
      [...wanted, ...recorded].every(({ spec }) => isOfRegistry(spec)) &&
      recorded.every((each) => isMet({ ...each, type: 'prod' }, pinned));
    return [{ ...about, code: isEither ? 'manifest-may-disagree' : 'manifest-disagrees', args }];
  }
  if (pinned === undefined || isWanted || overriding?.anything === true) return [];
  if (mayDiffer && meant.size === 0) return [];
  const pin = `${pinned.name}@${pinned.version}`;
  const code = isOpen ? 'manifest-may-disagree' : 'manifest-disagrees';
  return [{ ...about, code, args: { ...args, pinned: pin } }];
}

/** Whether both ask for something, by the same types: those decide how strictly a package is judged. */
function isAlike(wanted: readonly Requirement[], recorded: readonly Requirement[]): boolean {
  const typesOf = (requires: readonly Requirement[]) =>
    requires
      .map(({ type }) => type)
      .sort()
      .join();
  return wanted.length > 0 && typesOf(wanted) === typesOf(recorded);
}

/** Whether both ask for a workspace, and never for a published package, by the same types. */
function areOfWorkspaces(wanted: readonly Requirement[], recorded: readonly Requirement[]): boolean {
  return [...wanted, ...recorded].every(({ spec }) => /^workspace:/i.test(spec.trim())) && isAlike(wanted, recorded);
}

/** The lockfile's record of a manifest's dependencies; pnpm may have recorded an override's spec instead of the manifest's. */
function recordedFor(
  wanted: readonly Requirement[],
  locked: readonly Requirement[],
  overriding: Overriding | undefined,
): readonly Requirement[] {
  if (overriding === undefined) return locked;
  if (overriding.anything && locked.length === 0) return wanted;
  return locked.map((each) => {
    const own = wanted.find(({ type }) => type === each.type);
    return own !== undefined && (overriding.anything || overriding.specs.has(each.spec))
      ? { ...each, spec: own.spec }
      : each;
  });
}

/** Every spec that a requirement may mean: its own or its catalog's, and those of overrides; none if its catalog has no entry for it. */
function meanings(requirement: Requirement, { overriding, specOf }: DeclaredSpecs): readonly string[] {
  const own = specOf(requirement);
  const others = overriding(requirement.name);
  return [...(own === undefined ? [] : [own]), ...(others?.specs ?? [])];
}

function shown(requires: readonly Requirement[]): string {
  return requires
    .map(({ type, spec }) => `${type} ${spec.trim() || '*'}`)
    .sort()
    .join(', ');
}

/** The specs alone, for peers that may be listed among the other dependencies. */
function specsOnly(requires: readonly Requirement[]): string {
  return requires.map(({ spec }) => `peer ${spec.trim() || '*'}`).join(', ');
}

/** Whether the pinned package satisfies a spec, as far as the lockfile alone can tell. */
export function isMet(requirement: Requirement, pinned: LockedPackage): boolean {
  const { kind } = pinned.source;
  if (requirement.type === 'peer' || kind === 'workspace' || pinned.source.workspace === true) return true;
  const alias = aliasTarget(requirement.spec);
  const spec = alias?.spec ?? requirement.spec;
  if (!isOfRegistry(requirement.spec)) return true;
  if (kind !== 'registry' || pinned.name !== (alias?.name ?? requirement.name)) return false;
  // A dist-tag says nothing about versions, and any version means the tag `latest`, which may be a prerelease's.
  const range = validRange(spec, true);
  return range === null || range === '*' || satisfies(pinned.version, range, { loose: true });
}
