import { diffLockfiles } from '../lockfile/diff.ts';
import { identityOf } from '../model/identity.ts';
import { compareText, compareVersion } from '../text/order.ts';
import type { Change, LockedPackage, Lockfile, Observation, Requirement, Source } from '../model/index.ts';
import { folderOf } from '../text/paths.ts';
import type { AskRegistry } from './document-source.ts';
import { shownSpec } from './shown-spec.ts';
import { bounded } from '../compare/observations.ts';
import { isAnswerable } from '../lockfile/spec.ts';
import { refusedOwnSource, refusedSource } from './sanitize-packument.ts';
import { OpenLockfile } from '../compare/open-lockfile.ts';
import { requestsOf } from '../compare/requests-of.ts';
import { managerOf } from '../managers/index.ts';
import { npm } from '../managers/npm/index.ts';
import type { Overrides } from '../managers/overrides.ts';
import type { Owner, Replace } from '../managers/replacing.ts';
import { replacing } from '../managers/replacing.ts';
import type { HoldsBack } from './held-back.ts';
import type { HeldPackage } from './resolver-messages.ts';

/** Dependencies that are not in the lockfile. */
export interface Requested {
  /** Where the changes are reported: the manifest that asks, or the lockfile that would pin it. */
  readonly path: string;
  readonly requires: readonly Requirement[];
  /** 1-based line of a requirement, by the name that it is asked for under. */
  readonly lineOf: (name: string) => number | undefined;
  /** Whether `path` is a manifest that declares the requirements. */
  readonly declared: boolean;
  /** Who asks: its manifest. */
  readonly owner: Owner;
  /** Whether that is the root, and not one of its workspaces. */
  readonly isRoot: boolean;
  readonly overrides: Overrides;
  /** What is locked already, and the folder of the importer that asks (relative to the lockfile's). */
  readonly locked?: { readonly lockfile: OpenLockfile; readonly importer: string };
  /** Whether a package that is locked under a requirement's name is chosen anew, as managers do for what they are told to add. */
  readonly anew?: boolean;
  /** The versions that the project's manager would not take yet. */
  readonly holdsBack?: HoldsBack | undefined;
}

/** The changes that dependencies pull in, and the overrides that could not be applied. */
export interface PulledIn {
  readonly changes: readonly Change[];
  readonly observations: readonly Observation[];
}

/**
 * Every package version that the dependencies would pull in, direct and transitive, on top of what is locked, under
 * the overrides of the project. Overrides that were not applied are reported if they are about any of these packages.
 * @param ask undefined if no registry may be asked: then only the dependencies themselves are known, by their specs.
 * @throws GateFailure `budget` and `unresolvable` (see `idealTree`)
 */
export async function changesRequested(asked: Requested, ask: AskRegistry | undefined): Promise<PulledIn> {
  const { path, locked, overrides, isRoot, owner } = asked;
  const replace = replacing(isRoot ? overrides.replacements : overrides.ofWorkspaces);
  const requires = [...asked.requires]
    .sort((a, b) => compareText(a.name, b.name))
    .flatMap((each) => replace(each, owner) ?? []);
  const answerable = requires.filter(({ name, spec }) => isAnswerable(name, spec));
  const refused = requires.filter(({ name, spec }) => !isAnswerable(name, spec));
  const held = locked === undefined ? new Map<string, LockedPackage>() : heldPackages(locked);
  const found = await resolved(asked, answerable, held, replace, ask);

  const places = new Set(found.map(({ key }) => key));
  const replaced = new Set([...held].flatMap(([folder, each]) => (places.has(topLevel(folder)) ? [each] : [])));
  const base = locked?.lockfile.lockfile.packages ?? [];
  const stays = base.filter((each) => each.source.kind === 'registry' && !replaced.has(each));
  const ideal: Lockfile = {
    // Arborist puts packages where npm does.
    ...{ path, format: npm.id, formatVersion: '3', observations: [] },
    importers: [{ path: '', line: 1, requires }],
    packages: [
      ...found,
      ...refused.map(({ name, spec }) =>
        elsewhere(name, asked.declared ? refusedOwnSource(spec, folderOf(path)) : refusedSource(spec)),
      ),
      // They answer no one here: they are listed so that they do not count as gone.
      ...stays.map((each, at) => ({
        ...each,
        key: each.key.startsWith('node_modules/') && !places.has(each.key) ? each.key : `held/${at}`,
        requires: [],
      })),
    ],
  };
  const known = new Set(base.map(identityOf));
  const lines = new Map(requires.map(({ name }) => [name, asked.lineOf(name) ?? 1]));
  for (const { name, alias } of found) {
    const line = alias === undefined ? undefined : lines.get(alias);
    if (line !== undefined) lines.set(name, line);
  }
  const unanswered = new Set(found.filter(({ resolved, version }) => resolved === undefined && !isVersion(version)));
  const specs = new Set([...unanswered].map(identityOf));
  const head = new OpenLockfile(ideal);
  const askedBefore = namesAskedBefore(asked, replaced);
  const changes = diffLockfiles(path, locked?.lockfile, head)
    .filter((change) => change.kind !== 'removed' && !known.has(identityOf(change)))
    .map((change) => {
      const line = lines.get(change.via[0]?.[0] ?? change.name) ?? 1;
      const placed = {
        ...{ ...change, line, pins: change.pins.map((pin) => ({ ...pin, line })) },
        ...(asked.declared && change.direct ? { manifests: [{ path, line }] } : {}),
        ...(asked.anew === true && !isAskedFor(change, askedBefore) && dependentsOf(change, head)),
      };
      return specs.has(identityOf(change)) ? withoutVersion(placed) : placed;
    });
  const names = new Set(
    [...asked.requires, ...found, ...found.flatMap((each) => each.requires)].map(({ name }) => name),
  );
  return { changes, observations: unappliedTo(names, overrides) };
}

const isAskedFor = ({ name, aliases }: Change, names: ReadonlySet<string>) =>
  [name, ...aliases].some((each) => names.has(each));

function dependentsOf(change: Change, head: OpenLockfile): Pick<Change, 'dependents'> {
  const { dependents } = requestsOf(change, head);
  return dependents === undefined ? {} : { dependents };
}

/** What the project, and the packages that stay, ask for already: what is new would answer them too, and not only what is named. */
function namesAskedBefore({ locked }: Requested, replaced: ReadonlySet<LockedPackage>): ReadonlySet<string> {
  const { importers = [], packages = [] } = locked?.lockfile.lockfile ?? {};
  const stays = packages.filter((each) => !replaced.has(each));
  return new Set(
    [...importers, ...stays].flatMap(({ requires }) =>
      requires.flatMap(({ name, optionalPeer }) => (optionalPeer === true ? [] : [name])),
    ),
  );
}

/** Each override that was not applied and is about one of these names, or about nobody knows which. */
function unappliedTo(names: ReadonlySet<string>, { unapplied }: Overrides): readonly Observation[] {
  return bounded(
    unapplied
      .filter(({ name }) => name === undefined || names.has(name))
      .map(({ path, line, key, name }) => ({
        ...{ code: 'override-unapplied', path, line, args: { key } },
        ...(name !== undefined && { name }),
      })),
  );
}

const topLevel = (folder: string) => `node_modules/${folder}`;
const isVersion = (text: string) => /^\d+\.\d+\.\d+/.test(text) && !/\s/.test(text);

/** It has no predecessor in the lockfile, because its version is a spec. */
function withoutVersion(change: Change): Change {
  const added = { ...change, kind: 'added', changed: [], baseVersions: [], pins: [] } as const;
  return Object.fromEntries(Object.entries(added).filter(([key]) => key !== 'previousVersion')) as unknown as Change;
}

async function resolved(
  { locked, overrides, owner, anew = false, holdsBack }: Requested,
  answerable: readonly Requirement[],
  held: ReadonlyMap<string, LockedPackage>,
  replace: Replace,
  ask: AskRegistry | undefined,
): Promise<readonly LockedPackage[]> {
  if (answerable.length === 0) return [];
  if (ask === undefined) {
    return answerable.map(({ name, spec }) => {
      const { name: real, spec: version } = realSpec(name, spec);
      const entry = {
        ...elsewhere(name, { kind: 'registry' }),
        name: real,
        version: shownSpec(version),
      };
      return real === name ? entry : { ...entry, alias: name };
    });
  }
  const { idealTree } = await import('./ideal-tree.ts');
  const names = new Set(answerable.map(({ name }) => name));
  const importer = locked?.lockfile.lockfile.importers.find(({ path }) => path === locked.importer);
  // What the importer asks for beside, and has: a newcomer's peer dependencies must agree with it.
  const beside = (importer?.requires ?? [])
    .flatMap((each) => replace(each, owner) ?? [])
    .filter(
      ({ name, spec, type }) => type !== 'peer' && !names.has(name) && held.has(name) && isAnswerable(name, spec),
    );
  const packages = await idealTree({
    ...{ asks: [...beside, ...answerable], ask, holdsBack },
    held: [...held].filter(([folder]) => !anew || !names.has(folder)).map(asHeld),
    ...(overrides.npm && { overrides: overrides.npm }),
    ...(overrides.replacements.length > 0 && { replace: replacing(overrides.replacements) }),
  });
  const besides = new Set(beside.map(({ name }) => topLevel(name)));
  // What is beside is not in question, even where its pin no longer answers its range.
  return packages.filter(({ key, name, version }) => {
    const same = held.get(key.slice('node_modules/'.length));
    const isHeld = same !== undefined && same.name === name && same.version === version;
    return !isHeld && !besides.has(key);
  });
}

const asHeld = ([folder, { name, version }]: [string, LockedPackage]): HeldPackage => ({ folder, name, version });

function realSpec(name: string, spec: string): { readonly name: string; readonly spec: string } {
  const alias = /^\s*npm:(@?[^@]+)(?:@(.*))?$/i.exec(spec);
  return alias?.[1] === undefined ? { name, spec } : { name: alias[1], spec: alias[2] ?? '' };
}

function elsewhere(name: string, source: Source): LockedPackage {
  return {
    ...{ key: topLevel(name), name, version: '', source },
    line: 1,
    requires: [],
    claims: {},
  };
}

/**
 * What the importer finds at its top level, by folder name. Where a format has no places: what the importer asks for
 * itself, else the highest version of each name.
 */
export function heldPackages({
  lockfile: { lockfile, graph },
  importer,
}: NonNullable<Requested['locked']>): Map<string, LockedPackage> {
  const packages = lockfile.packages.filter(({ source, place }) => source.kind === 'registry' && place === undefined);
  const held = new Map<string, LockedPackage>();
  const prefixes = managerOf(lockfile.format).lockfile.topLevels(importer);
  if (prefixes.length > 0) {
    for (const prefix of prefixes) {
      for (const each of packages) {
        const folder = each.alias ?? each.name;
        if (each.key === prefix + folder) held.set(folder, each);
      }
    }
    return held;
  }
  for (const each of packages) {
    const before = held.get(each.name);
    if (before === undefined || compareVersion(each.version, before.version) > 0) held.set(each.name, each);
  }
  const node = lockfile.importers.findIndex(({ path }) => path === importer);
  for (const { name } of lockfile.importers[node]?.requires ?? []) {
    const own = graph.tree.packageAt(graph.tree.resolve(node, name));
    if (own?.source.kind === 'registry') held.set(name, own);
  }
  return held;
}
