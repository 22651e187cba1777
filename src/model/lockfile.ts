/** What lockfiles lock, in one shape for every format. */
import type { Bin, ChangedAspect } from './changed-aspect.ts';
import type { ManagerId } from './manager-ids.ts';
import type { FileMode } from './snapshot.ts';

export type DependencyType = 'prod' | 'dev' | 'optional' | 'peer';

/**
 * Where a locked package comes from, according to the lockfile and the specs that request it. Of deno.lock: `jsr`, a package
 * of JSR; `import`, all modules that are imported by address from one origin.
 */
export type SourceKind =
  'registry' | 'git' | 'remote' | 'file' | 'link' | 'workspace' | 'exec' | 'patch' | 'portal' | 'jsr' | 'import';

export interface Source {
  readonly kind: SourceKind;
  /** The raw spec or address, for every kind but `registry`. Hostile text: escape before showing. */
  readonly spec?: string;
  /** For `file` and `link`: whether the target is outside the repository. */
  readonly outside?: boolean;
  /** For `link`: whether the target is one of the lockfile's own workspaces. */
  readonly workspace?: boolean;
  /** For `link` and `portal`: the folder from the lockfile's, where the spec is not relative to that (Yarn). */
  readonly folder?: string;
  /** For `link`: true where a manifest or an override of the repository names the folder itself. */
  readonly declared?: boolean;
}

/** One dependency of a package or importer. */
export interface Requirement {
  /** The name that the dependency is requested under: the alias where there is one. */
  readonly name: string;
  readonly spec: string;
  readonly type: DependencyType;
  /** A peer dependency that may stay unmet. */
  readonly optionalPeer?: boolean;
  /** Key of the entry that the requirement resolves to, where the format states it. npm's does not: there the positions decide. */
  readonly to?: string;
  /** The spec that the project's settings turn it into (catalog, resolution, an explicit protocol), if that may differ. */
  readonly meant?: string;
  /** It is declared elsewhere than in the importer's `package.json` (deno.json, a module), so it is not compared with that. */
  readonly isElsewhere?: boolean;
  /** Several entries may answer it, or one that the settings do not name: the known settings do not decide. */
  readonly isOpen?: boolean;
}

/** What a lockfile entry claims about itself. Claims are shown, never trusted. */
export interface Claims {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly peer?: boolean;
  readonly extraneous?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
  readonly hasShrinkwrap?: boolean;
  /** It has a shrinkwrap, and the lockfile lists nothing below it: what npm installs there is in no lockfile. */
  readonly shrinkwrapUnlisted?: boolean;
  /** Set only for packages that were resolved and are not in a lockfile, from the published manifest: the tarball contains other packages. */
  readonly bundles?: boolean;
  /** Likewise: the tarball contains an `npm-shrinkwrap.json`. */
  readonly bringsShrinkwrap?: boolean;
}

/** One entry of a lockfile that represents an installed package. */
export interface LockedPackage {
  /**
   * Unique within the lockfile. npm: the folder of the package (`node_modules/a/node_modules/b`); elsewhere the
   * format's own key, and `link:<folder>` for a folder that is linked and has no entry of its own.
   */
  readonly key: string;
  /** The key of the entry that this one contradicts: only for entries of npm's `dependencies` map. */
  readonly place?: string;
  /** The real package name, aliases resolved. */
  readonly name: string;
  /** The name that the package is installed under, where that is not `name`. */
  readonly alias?: string;
  /** Further names that the package is requested under, where one entry covers all of them (yarn, pnpm). */
  readonly moreAliases?: readonly string[];
  readonly version: string;
  readonly source: Source;
  readonly resolved?: string;
  readonly integrity?: string;
  /**
   * Only where the format has no integrity (Yarn berry): `cacheKey/digest` of the archive that Yarn packs itself,
   * which no registry states; empty where the entry has no checksum.
   */
  readonly checksum?: string;
  /** 1-based line of the entry's key. */
  readonly line: number;
  readonly requires: readonly Requirement[];
  readonly claims: Claims;
}

/** The root or a workspace: a folder of this repository whose manifest declares dependencies. */
export interface Importer {
  /** Folder relative to the lockfile's folder; empty for the root. */
  readonly path: string;
  readonly name?: string;
  readonly line: number;
  /** The folder below it that is linked instead, if the lockfile names one (pnpm). */
  readonly publishDirectory?: string;
  /** The dependencies of the manifest, according to the lockfile. */
  readonly requires: readonly Requirement[];
  /** Keys of entries that it pulls in without declaring them: those that `resolutions` of Yarn 1 add or leave behind. */
  readonly pulls?: readonly string[];
}

export interface Lockfile {
  readonly path: string;
  readonly format: ManagerId;
  /** As the format writes it: `3`, `9.0`. */
  readonly formatVersion: string;
  readonly packages: readonly LockedPackage[];
  readonly importers: readonly Importer[];
  /**
   * For a format that does not list the dependencies of its importers (yarn): the key of the entry that each `name@spec`
   * resolves to. `resolve/` builds the importers from this and the manifests.
   */
  readonly descriptors?: ReadonlyMap<string, string>;
  /** Another program's lockfile in its folder answers for the manifest as well. */
  readonly isSecond?: boolean;
  /** The project settings that the lockfile repeats (pnpm, bun). */
  readonly settings?: LockedSettings;
  /** Whether a program of the project may rewrite what its manifests ask for; absent: none may. */
  readonly isRewritten?: true;
  /** What the parser found for a rule to judge. */
  readonly observations: readonly Observation[];
  /** What of its entries is compared in addition to the model. Read only while two lockfiles are compared. */
  readonly fields?: ComparedFields;
}

/** The fields of a lockfile's entries that have no place of their own in the model, and count all the same. */
export interface ComparedFields {
  /** By the key of an entry; what says nothing (false, null, empty) is left out. */
  readonly of: (key: string) => ReadonlyMap<string, ComparedField>;
  /** Whether this format, in this version, has a place for a field: then its absence says something. Undefined: unknown. */
  readonly writes: (field: string) => boolean | undefined;
}

export interface ComparedField {
  readonly aspect: ChangedAspect;
  /** As the parser gave it; of what is the same in several spellings, one text. */
  readonly value: unknown;
  /** Programs in npm's normal form, of a manager that links what the lockfile says. */
  readonly bin?: Bin;
  /** Whether the value is bound to the format's version: another version of it tells nothing about it. */
  readonly isOfVersion?: true;
}

export type SettingList = 'overrides' | 'catalogs' | 'trustedDependencies' | 'patchedDependencies';

/** Locked settings by list and key: `left-pad@1` of `overrides`, `default left-pad` of `catalogs` (catalog, then name). */
export type LockedSettings = Readonly<Partial<Record<SettingList, ReadonlyMap<string, LockedSetting>>>>;

export interface LockedSetting {
  /** Empty where the list holds names only. */
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * A fact about a whole lockfile or settings file. The one rule that has a message for the code judges it: `lockfile`,
 * `override` or `gate-config`.
 *
 * - `maps-disagree`: `packages` and `dependencies` of one npm lockfile contradict each other about one position.
 * - `manifest-disagrees`: the lockfile's importer and the manifest declare different dependencies; introduced by this change.
 * - `manifest-may-disagree`: the same, but the settings that lockgate knows do not decide it.
 * - `pins-nothing`: an entry without the address that its manager needs to use the entry; introduced by this change.
 * - `setting-disagrees`: an override, catalog entry, trusted or patched package in the lockfile differs from the project's
 *   settings; introduced by this change.
 * - `not-locked`: a manifest declares a dependency that the lockfile does not pin; introduced by this change.
 * - `incomplete`: an entry depends on a package that has no entry; introduced by this change.
 * - `unread-documents`: the lockfile has two documents, and the project names a version of its manager that may ignore both.
 * - `missing-dependency`: the same in a lockfile whose manager refuses it or asks for it anew.
 * - `missing-optional`: the same of optional dependencies and peers, all together.
 * - `out-of-range`: an entry depends on a package, and the version that provides it is outside the range; introduced by
 *   this change.
 * - `unsupported`: a lockfile that lockgate cannot read was added or changed.
 * - `no-lockfile`: a manifest with dependencies was added or changed and no lockfile pins them.
 * - `shadowed`: another lockfile of the same manager in the same folder wins over this one.
 * - `competes`: the same folder has a lockfile of another package manager.
 * - `deleted`: the lockfile was in the base and is not in the head.
 * - `moved-manager`: the folder's lockfile belongs to a different package manager than before.
 * - `moved-folder`: the lockfile is compared with one that was removed from another folder.
 * - `not-comparable`: the former lockfile has no digest in common with this one; the digests that the registry states
 *   show that the bytes are the same.
 * - `unreachable`: entries that nothing depends on.
 * - `submodule-changed`: a submodule was added or points at another commit; its content is not evaluated.
 * - `submodule-read`: the same, and package managers read files in it.
 * - `rewritten-on-checkout`: `.gitattributes` make git check out another text of a file that package managers read than the
 *   one that is judged; introduced by this change.
 * - `rewritten-before`: the same, on the base branch already, for files that the change leaves alone.
 * - `workspace-replaces`: a new workspace has the name of a package that the base locks from a registry.
 * - `line-ends`: `.gitattributes` ask for CRLF in a lockfile that its package manager then reads otherwise; introduced by this
 *   change.
 * - `lfs-pointer`: a changed file that package managers read is a pointer of Git LFS.
 * - `link-followed`: a new link on the way to a file that package managers read; what it leads to is judged.
 * - `not-regular`: the same, but the link leads elsewhere, or `node_modules` itself is a link or a submodule.
 * - `moved-out`: a project that was gated is moved to a folder that the policy leaves out.
 * - `override-changed`: a manifest or settings file changes which packages are installed.
 * - `override-unapplied`: an override affects dependencies that are not in a lockfile, and lockgate resolved them without it.
 * - `setting-changed`: a file changes where packages come from, which scripts run, or who owns the gate's files.
 * - `policy-changed`, `workflow-changed`: a file of the gate itself changed.
 * - `record-unproven`: a record of a decision was added, and nothing that was looked at proves it; `record-altered`: one was changed
 *   or removed; `record-misplaced`: something else lies where records do.
 * - `policy-noted`: the policy names approvers, and a change of its file leaves every value as it is.
 * - `approvals-not-alone`: the first approvers of the policy come together with something else.
 * - `setting-noted`: a file changes only settings that make an install stricter, or that need no review.
 * - `program-changed`: a file that a package manager runs or takes its settings from (`.pnpmfile.cjs`, a plugin of Yarn), or an
 *   install hook of the project itself.
 * - `program-added`: the same, the first of its kind in the repository.
 * - `manager-replaced`: what runs is no longer the package manager that the registry publishes, or other code runs in it.
 * - `manager-unverified`: a release of a package manager that was not compared with what the registry publishes.
 * - `manager-updated`: another version of the same package manager, which is judged like a package of the registry.
 * - `manager-unjudged`: the same, where the registry has no package of the manager's name.
 * - `modules-committed`: a `node_modules` folder was added to the repository, or something in it changed.
 * - `archive-differs`: a committed archive does not hold what the registry's tarball holds.
 * - `archive-unshown`: a committed archive could not be compared with the registry's tarball.
 * - `archive-patched`: a committed archive of a patched package, and what the patch changes in it.
 * - `store-changed`: files in a store, cache or folder of unpacked packages that a package manager installs from.
 * - `tarball-changed`: a tarball in the repository that a lockfile installs.
 * - `loader-differs`: a loader of Yarn (`.pnp.cjs`) that is not what Yarn would write.
 * - `patch-changed`: the text of a patch of a dependency.
 */
export type ObservationCode =
  | 'maps-disagree'
  | 'manifest-disagrees'
  | 'manifest-may-disagree'
  | 'pins-nothing'
  | 'setting-disagrees'
  | 'not-locked'
  | 'incomplete'
  | 'unread-documents'
  | 'missing-dependency'
  | 'missing-optional'
  | 'out-of-range'
  | 'unsupported'
  | 'no-lockfile'
  | 'shadowed'
  | 'competes'
  | 'deleted'
  | 'moved-manager'
  | 'moved-folder'
  | 'not-comparable'
  | 'unreachable'
  | 'submodule-changed'
  | 'submodule-read'
  | 'rewritten-on-checkout'
  | 'rewritten-before'
  | 'line-ends'
  | 'workspace-replaces'
  | 'lfs-pointer'
  | 'link-followed'
  | 'not-regular'
  | 'moved-out'
  | 'base-not-a-baseline'
  | 'same-head-blocked'
  | 'override-changed'
  | 'override-unapplied'
  | 'setting-changed'
  | 'policy-changed'
  | 'record-unproven'
  | 'record-altered'
  | 'record-misplaced'
  | 'policy-noted'
  | 'approvals-not-alone'
  | 'workflow-changed'
  | 'setting-noted'
  | 'program-changed'
  | 'program-added'
  | 'manager-replaced'
  | 'manager-unverified'
  | 'manager-updated'
  | 'manager-unjudged'
  | 'modules-committed'
  | 'archive-differs'
  | 'archive-unshown'
  | 'archive-patched'
  | 'store-changed'
  | 'tarball-changed'
  | 'loader-differs'
  | 'patch-changed';

export interface Observation {
  readonly code: ObservationCode;
  /** The lockfile, or another path, that the observation is about. */
  readonly path: string;
  readonly line: number;
  /** The package that the observation is about, where there is one. */
  readonly name?: string;
  readonly version?: string;
  /** Facts for the message, by name. Hostile text: escape before showing. */
  readonly args: Readonly<Record<string, string | number>>;
  /** All files that it is about, by path, with the state of each before and after; absent where it is about a package version. */
  readonly files?: readonly FileStates[];
}

/** An observation as a comparison makes it, before the states of its files are looked up. */
export interface FileObservation extends Observation {
  /** The paths of further files that it is about, besides the one at its own path, in any order. */
  readonly otherFiles?: readonly string[];
}

/** What is at one path before and after a change; null: nothing. */
export interface FileStates {
  readonly path: string;
  readonly before: FileState | null;
  readonly after: FileState | null;
}

export interface FileState {
  readonly mode: FileMode;
  /** Git's id of its content, that of SHA-1 where the content can be read; null where it is not known. */
  readonly id: string | null;
}
