import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';

import { groupBy } from '../text/group-by.ts';
import { prefixOf } from '../text/paths.ts';
import { aliasTarget, specKind } from '../lockfile/spec.ts';
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
    const strangers =
      importer.path === '' || isWorkspace(importer.path) ? [] : [notAWorkspace(lockfile, importer, root?.path ?? '')];
    if (manifest === undefined) return strangers;
    const mayDiffer = (name: string): boolean =>
      root?.resolutions.has(name) === true || (importer.path !== '' && root?.overridden.has(name) !== false);
    return [...strangers, ...compareImporter(lockfile, tree, node, manifest, mayDiffer)];
  });
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

function compareImporter(
  lockfile: Lockfile,
  tree: Tree,
  node: NodeIndex,
  manifest: Manifest,
  mayDiffer: (name: string) => boolean,
): readonly Observation[] {
  const importer = tree.importers[node] as Importer;
  const specs = declaredSpecs(lockfile);
  const { mayLockPeers, locksOptional } = managerOf(lockfile.format).lockfile;
  const asked = groupBy(manifest.requires, ({ name }) => name);
  const locked = groupBy(importer.requires, ({ name }) => name);
  const observations: Observation[] = [];
  for (const name of new Set([...asked.keys(), ...locked.keys()])) {
    const wanted = asked.get(name) ?? [];
    const recorded = recordedFor(wanted, locked.get(name) ?? [], specs.overriding(name));
    const isPeer = mayLockPeers && wanted.length > 0 && wanted.every(({ type }) => type === 'peer');
    if (isPeer && recorded.length === 0) continue;
    const pinned = tree.packageAt(tree.resolve(node, name));
    const pins = tree.resolve(node, name) !== NOWHERE;
    const say = isPeer ? specsOnly : shown;
    const args = { manifest: manifest.path, asked: say(wanted), locked: say(recorded) };
    const about = { path: lockfile.path, line: pinned?.line ?? importer.line, name };
    const mustBePinned = wanted.some(
      ({ type }) => type === 'prod' || type === 'dev' || (locksOptional && type === 'optional'),
    );
    const isOpen = recorded.some((each) => each.isOpen === true);
    const meant = new Map(recorded.flatMap((each) => (each.meant === undefined ? [] : [[each.type, each.meant]])));
    const isAnything = specs.overriding(name)?.anything === true;
    const isPinned = (each: Requirement, as: LockedPackage): boolean =>
      (meant.has(each.type) ? [meant.get(each.type) ?? ''] : meanings(each, specs)).some((spec) =>
        isMet({ ...each, ...(isPeer && { type: 'prod' }), spec }, as),
      );
    if (mustBePinned && !pins) {
      observations.push({ ...about, code: isOpen ? 'manifest-may-disagree' : 'not-locked', args });
    } else if (args.asked !== args.locked) observations.push({ ...about, code: 'manifest-disagrees', args });
    else if (
      pinned !== undefined &&
      !isAnything &&
      (meant.size > 0 || !mayDiffer(name)) &&
      !wanted.every((each) => isPinned(each, pinned))
    ) {
      const pin = `${pinned.name}@${pinned.version}`;
      const code = isOpen ? 'manifest-may-disagree' : 'manifest-disagrees';
      observations.push({ ...about, code, args: { ...args, pinned: pin } });
    }
  }
  return observations;
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
    .map(({ type, spec }) => `${type} ${spec.trim()}`)
    .sort()
    .join(', ');
}

/** The specs alone, for peers that may be listed among the other dependencies. */
function specsOnly(requires: readonly Requirement[]): string {
  return requires.map(({ spec }) => `peer ${spec.trim()}`).join(', ');
}

/** Whether the pinned package satisfies a spec, as far as the lockfile alone can tell. */
function isMet(requirement: Requirement, pinned: LockedPackage): boolean {
  const { kind } = pinned.source;
  if (requirement.type === 'peer' || kind === 'workspace' || kind === 'link') return true;
  const alias = aliasTarget(requirement.spec);
  const spec = alias?.spec ?? requirement.spec;
  const askedKind = specKind(requirement.spec);
  if (askedKind !== 'registry' && askedKind !== 'alias') return true;
  if (kind !== 'registry' || pinned.name !== (alias?.name ?? requirement.name)) return false;
  // A dist-tag says nothing about versions.
  const range = validRange(spec, true);
  return range === null || satisfies(pinned.version, range, { loose: true });
}
