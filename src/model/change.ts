/** What a change locks otherwise than its base. */
import type { Authorship } from './authorship.ts';
import type { Evidence } from './evidence.ts';
import type { Claims, DependencyType, Observation, Source } from './lockfile.ts';
import type { ManagerId } from './manager-ids.ts';

/** One distinct way in which a lockfile pins one package version. */
export interface Pin {
  readonly resolved?: string;
  readonly integrity?: string;
  /** See `LockedPackage.checksum`: where it is there, the format has no place for an integrity. */
  readonly checksum?: string;
  /** 1-based line of the first entry that pins it so. */
  readonly line: number;
  /** How many entries pin it so. */
  readonly places: number;
}

export type ChangedAspect = 'version' | 'resolved' | 'integrity' | 'source' | 'dependency-types' | 'alias';

/**
 * One package version (and source) of one lockfile that is not what it was in the base.
 * `updated` covers a new version in the place of an old one, and the same version with other bytes,
 * another address or other dependency types (`changed` says which).
 */
export interface Change {
  readonly kind: 'added' | 'removed' | 'updated';
  readonly name: string;
  readonly version: string;
  /** Names it is installed under, where they differ from `name`. */
  readonly aliases: readonly string[];
  /** Those among them under which the base of this lockfile installed this name too. Absent: none. */
  readonly baseAliases?: readonly string[];
  readonly source: Source;
  /** The version that it replaces: equal to `version` where only other aspects changed; absent for `added` and `removed`. */
  readonly previousVersion?: string;
  readonly changed: readonly ChangedAspect[];
  /** Every version of this name that the base of this lockfile pins from a registry, ascending. Empty: the name is new here. */
  readonly baseVersions: readonly string[];
  readonly lockfile: string;
  /** 1-based, in the head's lockfile (in the base's for `removed`). */
  readonly line: number;
  readonly pins: readonly Pin[];
  /** What the base pinned for this same name, version and source; empty where it did not have it. */
  readonly basePins: readonly Pin[];
  readonly direct: boolean;
  /** Computed by reachability, never the lockfile's flags; in the order prod, dev, optional, peer. */
  readonly dependencyTypes: readonly DependencyType[];
  /** What the base's types were for the same name, version and source. */
  readonly baseDependencyTypes: readonly DependencyType[];
  /** Folders (relative to the repository's root; empty for its root) of the importers that reach it. */
  readonly importers: readonly string[];
  /** Shortest why-paths, at most three, from a root dependency to this package, by name. Empty: nothing asks for it. */
  readonly via: readonly (readonly string[])[];
  /** Where manifests declare it, for a direct dependency whose manifest was read. */
  readonly manifests: readonly { readonly path: string; readonly line: number }[];
  readonly claims: Claims;
  /** The manifest of a private workspace of this project, in base or head, that has this package's name. */
  readonly workspace?: string;
  /** The file of the base, and unchanged in the head, that tells the package manager not to run its install scripts. */
  readonly scriptsLeftOutBy?: string;
}

/** One lockfile, in the report's words. */
export interface LockfileSummary {
  readonly path: string;
  readonly format: ManagerId;
  readonly formatVersion: string;
  readonly status: 'added' | 'removed' | 'changed' | 'unchanged';
  /** Distinct name@version pairs locked from registries; workspaces, links, git and files aside. */
  readonly packages: number;
  /** What it is compared with, where that is not the base's lockfile of the same path and format. */
  readonly former?: { readonly path: string; readonly format: ManagerId };
}

/** Entries of one lockfile that claim to come in the tarball of one package (npm's `inBundle`, bun's `bundled`). */
export interface Bundle {
  readonly lockfile: string;
  /** Whose tarball; absent: no package of a registry stands where it would. */
  readonly by?: { readonly name: string; readonly version: string };
  readonly members: readonly BundleMember[];
}

export interface BundleMember {
  readonly name: string;
  readonly version: string;
  readonly line: number;
  /** Whether the entry has an address or an integrity of its own. */
  readonly pinned: boolean;
  /** The name that the other package must bundle, for what lies in its folder itself. */
  readonly as?: string;
  /** Positions of the members that come along with this one: what lies in its folder, and what it asks for beside itself. */
  readonly brings: readonly number[];
}

/** Everything that reading and comparing the two snapshots gave. */
export interface Comparison {
  readonly mode: 'check' | 'audit';
  readonly base?: string;
  readonly head: string;
  readonly lockfiles: readonly LockfileSummary[];
  readonly changes: readonly Change[];
  readonly observations: readonly Observation[];
  readonly errors: readonly GateError[];
  /** Those that a change claims to be in; absent: none. */
  readonly bundles?: readonly Bundle[];
  /** Who made the change, where that was asked for; what is not there counts as absent. */
  readonly authorship?: Evidence<Authorship>;
}

/** One thing that could not be evaluated. Any of these makes the verdict `error`. */
export interface GateError {
  /** One of `errors.ts`'s closed union. */
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
}
