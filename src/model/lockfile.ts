/** What lockfiles lock, in one shape for every format. */
import type { ManagerId } from './manager-ids.ts';

export type DependencyType = 'prod' | 'dev' | 'optional' | 'peer';

/** Where a locked package comes from, by what the lockfile and the specs that ask for it say. */
export type SourceKind = 'registry' | 'git' | 'remote' | 'file' | 'link' | 'workspace' | 'exec' | 'patch' | 'portal';

export interface Source {
  readonly kind: SourceKind;
  /** The raw spec or address, for every kind but `registry`. Hostile text: escape before showing. */
  readonly spec?: string;
  /** For `file` and `link`: whether the target lies outside the repository. */
  readonly outside?: boolean;
  /** For `link`: whether the target is one of the lockfile's own workspaces. */
  readonly workspace?: boolean;
}

/** One dependency that a package or importer asks for. */
export interface Requirement {
  /** The name it is asked for under: the alias where there is one. */
  readonly name: string;
  readonly spec: string;
  readonly type: DependencyType;
  /** A peer dependency that may stay unmet. */
  readonly optionalPeer?: boolean;
  /** Key of the entry that answers it, where the format says so itself. npm's does not: there the places decide. */
  readonly to?: string;
}

/** What a lockfile entry claims of itself. Claims are shown, never believed. */
export interface Claims {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly peer?: boolean;
  readonly extraneous?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
  readonly hasShrinkwrap?: boolean;
  /** The next two only of what was resolved and is not locked, by its published manifest: it has packages in its tarball. */
  readonly bundles?: boolean;
  /** It has an `npm-shrinkwrap.json` in its tarball. */
  readonly bringsShrinkwrap?: boolean;
}

/** One entry of a lockfile that stands for an installed package. */
export interface LockedPackage {
  /**
   * Unique within the lockfile. npm: where it puts the package (`node_modules/a/node_modules/b`); elsewhere the
   * format's own key, and `link:<folder>` for a folder that is linked and has no entry of its own.
   */
  readonly key: string;
  /** The key of the entry that it contradicts: what only npm's `dependencies` map says of a place. */
  readonly place?: string;
  /** The real package name, aliases resolved. */
  readonly name: string;
  /** The name it is installed under, where that is not `name`. */
  readonly alias?: string;
  /** Further names that it is asked for under, where one entry stands for all of them (yarn, pnpm). */
  readonly moreAliases?: readonly string[];
  readonly version: string;
  readonly source: Source;
  readonly resolved?: string;
  readonly integrity?: string;
  /**
   * Only where the format knows no integrity (Yarn berry): `cacheKey/digest` of the archive that Yarn packs itself,
   * which no registry states; empty where the entry has none.
   */
  readonly checksum?: string;
  /** 1-based line of the entry's key. */
  readonly line: number;
  readonly requires: readonly Requirement[];
  readonly claims: Claims;
}

/** The root or a workspace: a folder of this repository whose manifest asks for packages. */
export interface Importer {
  /** Folder relative to the lockfile's folder; empty for the root. */
  readonly path: string;
  readonly name?: string;
  readonly line: number;
  /** What the lockfile says that the manifest asks for. */
  readonly requires: readonly Requirement[];
}

export interface Lockfile {
  readonly path: string;
  readonly format: ManagerId;
  /** As the format spells it: `3`, `9.0`. */
  readonly formatVersion: string;
  readonly packages: readonly LockedPackage[];
  readonly importers: readonly Importer[];
  /**
   * For a format that does not say what its importers ask for (yarn): key of the entry that answers each `name@spec`.
   * `resolve/` makes the importers from the manifests and this.
   */
  readonly descriptors?: ReadonlyMap<string, string>;
  /** What it repeats of the settings that it was made under (pnpm, bun). */
  readonly settings?: LockedSettings;
  /** What the parser saw that a rule must judge. */
  readonly observations: readonly Observation[];
}

export type SettingList = 'overrides' | 'catalogs' | 'trustedDependencies' | 'patchedDependencies';

/** By list and key: `left-pad@1` of `overrides`, `default left-pad` of `catalogs` (catalog, then name). */
export type LockedSettings = Readonly<Partial<Record<SettingList, ReadonlyMap<string, LockedSetting>>>>;

export interface LockedSetting {
  /** Empty in a list of names. */
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * A fact about a lockfile or a settings file as a whole, to be judged by the one rule that has a message of its code:
 * `lockfile`, `override` or `gate-config`.
 *
 * - `maps-disagree`: `packages` and `dependencies` of one npm lockfile say different things of one place.
 * - `manifest-disagrees`: the lockfile's importer and the manifest ask for different things; introduced by this change.
 * - `setting-disagrees`: the lockfile repeats an override, catalog entry, trusted or patched package otherwise than the
 *   project's settings say it; introduced by this change.
 * - `not-locked`: a manifest names a dependency that the lockfile does not pin; introduced by this change.
 * - `incomplete`: an entry asks for a package that no entry answers; introduced by this change.
 * - `no-lockfile`: a manifest with dependencies was added or changed and no lockfile pins them.
 * - `shadowed`: another lockfile of the same manager in the same folder wins over this one.
 * - `competes`: another manager's lockfile stands in the same folder.
 * - `deleted`: the lockfile was in the base and is not in the head.
 * - `moved-manager`: the folder's lockfile belongs to another manager than before.
 * - `moved-folder`: the lockfile is compared with one that is gone from another folder.
 * - `not-comparable`: the former lockfile's format has no digest in common with this one's; what the registry states
 *   tells that the bytes are the same.
 * - `unreachable`: entries that nothing asks for.
 * - `submodule-changed`: a submodule was added or points at another commit; its content is not evaluated.
 * - `override-changed`: a manifest or settings file says otherwise than before which packages an install gets.
 * - `override-unapplied`: an override decides what is installed of what nothing pins, and it was resolved without.
 * - `setting-changed`: one says otherwise where packages come from, which scripts run, or who owns the gate's files.
 * - `policy-changed`, `approval-changed`, `workflow-changed`: a file of the gate itself.
 * - `program-changed`: a file that a package manager runs (`.pnpmfile.cjs`, a release or plugin of Yarn).
 * - `modules-committed`: a folder `node_modules` was added to the repository.
 */
export type ObservationCode =
  | 'maps-disagree'
  | 'manifest-disagrees'
  | 'setting-disagrees'
  | 'not-locked'
  | 'incomplete'
  | 'no-lockfile'
  | 'shadowed'
  | 'competes'
  | 'deleted'
  | 'moved-manager'
  | 'moved-folder'
  | 'not-comparable'
  | 'unreachable'
  | 'submodule-changed'
  | 'override-changed'
  | 'override-unapplied'
  | 'setting-changed'
  | 'policy-changed'
  | 'approval-changed'
  | 'workflow-changed'
  | 'program-changed'
  | 'modules-committed';

export interface Observation {
  readonly code: ObservationCode;
  /** The lockfile (or, where it is about none, the path) that it is about. */
  readonly path: string;
  readonly line: number;
  /** The package it is about, where it is about one. */
  readonly name?: string;
  readonly version?: string;
  /** Facts for the message, by name. Hostile text: escape before showing. */
  readonly args: Readonly<Record<string, string | number>>;
}
