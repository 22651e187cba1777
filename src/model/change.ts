/** What a change locks differently from its base. */
import type { Authorship } from './authorship.ts';
import type { Bin, ChangedAspect } from './changed-aspect.ts';
import type { Evidence } from './evidence.ts';
import type { Claims, DependencyType, Observation, Source } from './lockfile.ts';
import type { ManagerId } from './manager-ids.ts';

/** One distinct way in which a lockfile pins one package version. */
export interface Pin {
  readonly resolved?: string;
  readonly integrity?: string;
  /** See `LockedPackage.checksum`: where it is present, the format has no field for an integrity. */
  readonly checksum?: string;
  /** 1-based line of the first entry with this pin. */
  readonly line: number;
  /** How many entries have this pin. */
  readonly places: number;
}

/**
 * One package version (and source) of one lockfile that differs from the base.
 * `updated` covers a new version instead of an old one, and the same version with other bytes,
 * another address, other dependency types or other fields (`changed` lists which).
 */
export interface Change {
  readonly kind: 'added' | 'removed' | 'updated';
  readonly name: string;
  readonly version: string;
  /** Names that the package is installed under, where they differ from `name`. */
  readonly aliases: readonly string[];
  /** Those of the aliases that the base of this lockfile had for this name too. Absent: none. */
  readonly baseAliases?: readonly string[];
  readonly source: Source;
  /** The version that this one replaces: equal to `version` where only other aspects changed; absent for `added` and `removed`. */
  readonly previousVersion?: string;
  /** The source of the entry that this one replaces, where it is another. */
  readonly previousSource?: Source;
  /** For a git repository or a remote tarball: the addresses by which the project and its packages request it, distinct. */
  readonly requestedAs?: readonly string[];
  /**
   * For a name that the base does not have, where no manifest of the repository asks for it: every package of a registry that
   * requires it. Absent: something else pulls it in too, or nothing does.
   */
  readonly dependents?: readonly Dependence[];
  readonly changed: readonly ChangedAspect[];
  /** Every version of this name that the base of this lockfile pins from a registry, ascending. Empty: the name is new here. */
  readonly baseVersions: readonly string[];
  readonly lockfile: string;
  /** 1-based, in the head's lockfile (in the base's for `removed`). */
  readonly line: number;
  readonly pins: readonly Pin[];
  /** The pins of the base for the same name, version and source; empty where the base did not have them. */
  readonly basePins: readonly Pin[];
  readonly direct: boolean;
  /** For a direct dependency: what it replaces. Absent: the base of this lockfile had no direct dependency of this name. */
  readonly directBefore?: DirectBefore;
  /** Computed by reachability, never the lockfile's flags; in the order prod, dev, optional, peer. */
  readonly dependencyTypes: readonly DependencyType[];
  /** The dependency types in the base for the same name, version and source. */
  readonly baseDependencyTypes: readonly DependencyType[];
  /** Folders (relative to the repository's root; empty for its root) of the importers that reach the package. */
  readonly importers: readonly string[];
  /** Shortest why-paths, at most three, from a root dependency to this package, by name. Empty: nothing depends on it. */
  readonly via: readonly (readonly string[])[];
  /** For a transitive package: declarations of the direct dependencies that `via` begins with, at most three. Absent: none. */
  readonly roots?: readonly Root[];
  /** Where manifests declare the package, for a direct dependency whose manifest was read. */
  readonly manifests: readonly { readonly path: string; readonly line: number }[];
  readonly claims: Claims;
  /** The programs that the lockfile says it has, where the entry or they are not the base branch's; absent: none. */
  readonly bins?: readonly Bin[];
  /** What the lockfile links it with, in a format that does not repeat the ranges of the package; peers aside. */
  readonly edges?: readonly LinkedEdge[];
  /** The manifest of a private workspace of this project, in base or head, that has this package's name. */
  readonly workspace?: string;
  /** For a folder of the repository: the scripts that an install runs in it, where one of them is not the base's; absent: none. */
  readonly folderScripts?: FolderScripts;
  /** The file, the same in base and head, that tells the package manager not to run the install scripts of this package. */
  readonly scriptsLeftOutBy?: string;
}

/** Direct dependencies of one name: those that the head has no more as such, or all of the base where none of them left. */
export interface DirectBefore {
  /** Ascending. */
  readonly versions: readonly string[];
  readonly sources: readonly Source['kind'][];
  readonly dependencyTypes: readonly DependencyType[];
  /** The registries' parts of the addresses that the lockfile states (`registryPart`); an empty text where it states none. */
  readonly registries: readonly string[];
}

/** A declaration of a direct dependency. */
export interface Root {
  /** The folder of the importer, from the repository's root. */
  readonly importer: string;
  /** The name that it asks for, which may be an alias. */
  readonly name: string;
  /** Where its manifest says so. Absent: not looked up, because nothing was found about the package, or not there. */
  readonly place?: { readonly path: string; readonly line: number };
}

/** What an install runs in a folder of the repository that a lockfile installs as a package. */
export interface FolderScripts {
  /** The folder's manifest. */
  readonly path: string;
  /** 1-based, of the first of these scripts. */
  readonly line: number;
  /** Commands by the name of the script, `implicit-gyp` for a `binding.gyp`, `unreadable` for a manifest that cannot be read: those that the base's folder does not have so. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** A package that requires another, by the lockfile. */
export interface Dependence {
  readonly name: string;
  readonly version: string;
  /** The name that it requests. */
  readonly as: string;
}

/** A dependency of a package, as a lockfile links it. */
export interface LinkedEdge {
  /** The name that the package asks for. */
  readonly name: string;
  /** The package that the lockfile provides for it. */
  readonly to: string;
  readonly version: string;
}

/** One lockfile, as the report shows it. */
export interface LockfileSummary {
  readonly path: string;
  readonly format: ManagerId;
  readonly formatVersion: string;
  readonly status: 'added' | 'removed' | 'changed' | 'unchanged';
  /** Distinct name@version pairs locked from registries; workspaces, links, git and files aside. */
  readonly packages: number;
  /** The lockfile that it is compared with, where that is not the base's lockfile of the same path and format. */
  readonly former?: { readonly path: string; readonly format: ManagerId };
}

/** Entries of one lockfile that claim to be bundled in the tarball of one package (npm's `inBundle`, bun's `bundled`). */
export interface Bundle {
  readonly lockfile: string;
  /** The package whose tarball it is; absent: no package from a registry has that position. */
  readonly by?: { readonly name: string; readonly version: string };
  readonly members: readonly BundleMember[];
}

export interface BundleMember {
  readonly name: string;
  readonly version: string;
  readonly line: number;
  /** Whether the entry has an address or an integrity of its own. */
  readonly pinned: boolean;
  /** The name that the other package must bundle, for an entry directly in its folder. */
  readonly as?: string;
  /** Positions of the members that this one pulls in: those in its own folder, and its dependencies beside it. */
  readonly brings: readonly number[];
}

/** Everything that reading and comparing the two snapshots produced. */
export interface Comparison {
  readonly mode: 'check' | 'audit';
  readonly base?: string;
  readonly head: string;
  readonly lockfiles: readonly LockfileSummary[];
  readonly changes: readonly Change[];
  readonly observations: readonly Observation[];
  readonly errors: readonly GateError[];
  /** The bundles that a change claims to be in; absent: none. */
  readonly bundles?: readonly Bundle[];
  /** Who made the change, where a rule needs it; a missing value counts as absent. */
  readonly authorship?: Evidence<Authorship>;
}

/** One input that could not be evaluated. Any of these makes the verdict `error`. */
export interface GateError {
  /** One of `errors.ts`'s closed union. */
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
  /** 1-based, in UTF-16 units; present only with a line. */
  readonly column?: number;
}
