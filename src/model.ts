/**
 * The nouns of lockgate: types only. This file imports nothing and holds no behaviour, so that every
 * room of the house can speak the same language.
 */

// ---------------------------------------------------------------------------------------------
// Snapshots: one state of a repository
// ---------------------------------------------------------------------------------------------

/**
 * What stands at a path. Anything but `file` is recognised and reported, never followed. `folder`: one that is not
 * entered (see `Snapshot.list`); `special`: a pipe, socket or device, which only a folder on disk can hold.
 */
export type FileMode = 'file' | 'symlink' | 'gitlink' | 'folder' | 'special';

/** One path of a snapshot. */
export interface SnapshotFile {
  /** Path from the repository's root, `/` between segments, exactly as recorded. */
  readonly path: string;
  readonly mode: FileMode;
  /** Content address. Equal ids mean equal bytes; absent where the snapshot cannot tell without reading. */
  readonly id?: string;
  /** Size in bytes, where the snapshot knows it without reading. */
  readonly size?: number;
}

/** One state of a repository, read and never executed. */
export interface Snapshot {
  /** What a person would call it: a short commit id, `work tree`, or a folder's last segment. */
  readonly label: string;
  /** Every path, in code-unit order. Folders named `node_modules` and `.git` are listed as one entry, not entered. */
  list(): Promise<readonly SnapshotFile[]>;
  /**
   * The bytes of a regular file.
   * @throws GateFailure `lockfile-too-large` above `maxBytes`, `lockfile-not-regular` for another mode,
   *   `repository-unavailable` where it cannot be read.
   */
  read(file: SnapshotFile, maxBytes: number): Promise<Uint8Array>;
  close?(): Promise<void>;
}

// ---------------------------------------------------------------------------------------------
// Lockfiles
// ---------------------------------------------------------------------------------------------

export type LockfileFormat = 'npm' | 'yarn-classic' | 'yarn-berry' | 'pnpm' | 'bun';

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
}

/** One entry of a lockfile that stands for an installed package. */
export interface LockedPackage {
  /** Where the lockfile puts it: unique within the lockfile (npm: `node_modules/a/node_modules/b`). */
  readonly key: string;
  /** The key of the entry that it contradicts: what only npm's `dependencies` map says of a place. */
  readonly place?: string;
  /** The real package name, aliases resolved. */
  readonly name: string;
  /** The name it is installed under, where that is not `name`. */
  readonly alias?: string;
  readonly version: string;
  readonly source: Source;
  readonly resolved?: string;
  readonly integrity?: string;
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
  readonly format: LockfileFormat;
  /** As the format spells it: `3`, `9.0`. */
  readonly formatVersion: string;
  readonly packages: readonly LockedPackage[];
  readonly importers: readonly Importer[];
  /** What the parser saw that a rule must judge. */
  readonly observations: readonly Observation[];
}

/**
 * A fact about a lockfile as a whole, to be judged by the rule `lockfile`.
 *
 * - `maps-disagree`: `packages` and `dependencies` of one npm lockfile say different things of one place.
 * - `manifest-disagrees`: the lockfile's importer and the manifest ask for different things; introduced by this change.
 * - `not-locked`: a manifest names a dependency that the lockfile does not pin; introduced by this change.
 * - `no-lockfile`: a manifest with dependencies was added or changed and no lockfile pins them.
 * - `shadowed`: another lockfile of the same manager in the same folder wins over this one.
 * - `competes`: another manager's lockfile stands in the same folder.
 * - `deleted`: the lockfile was in the base and is not in the head.
 * - `moved-manager`: the folder's lockfile belongs to another manager than before.
 * - `unreachable`: entries that nothing asks for.
 * - `submodule-changed`: a submodule was added or points at another commit; its content is not evaluated.
 */
export type ObservationCode =
  | 'maps-disagree'
  | 'manifest-disagrees'
  | 'not-locked'
  | 'no-lockfile'
  | 'shadowed'
  | 'competes'
  | 'deleted'
  | 'moved-manager'
  | 'unreachable'
  | 'submodule-changed';

export interface Observation {
  readonly code: ObservationCode;
  /** The lockfile (or, for `submodule-changed` and `no-lockfile`, the path) that it is about. */
  readonly path: string;
  readonly line: number;
  /** The package it is about, where it is about one. */
  readonly name?: string;
  readonly version?: string;
  /** Facts for the message, by name. Hostile text: escape before showing. */
  readonly args: Readonly<Record<string, string | number>>;
}

// ---------------------------------------------------------------------------------------------
// Changes
// ---------------------------------------------------------------------------------------------

/** One distinct way in which a lockfile pins one package version. */
export interface Pin {
  readonly resolved?: string;
  readonly integrity?: string;
  /** 1-based line of the first entry that pins it so. */
  readonly line: number;
  /** How many entries pin it so. */
  readonly places: number;
}

export type ChangedAspect = 'version' | 'resolved' | 'integrity' | 'source' | 'dependency-types';

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
}

/** One lockfile, in the report's words. */
export interface LockfileSummary {
  readonly path: string;
  readonly format: LockfileFormat;
  readonly formatVersion: string;
  readonly status: 'added' | 'removed' | 'changed' | 'unchanged';
  /** Distinct name@version pairs locked from registries; workspaces, links, git and files aside. */
  readonly packages: number;
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
}

/** One thing that could not be evaluated. Any of these makes the verdict `error`. */
export interface GateError {
  /** One of `errors.ts`'s closed union. */
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
}

// ---------------------------------------------------------------------------------------------
// Evidence
// ---------------------------------------------------------------------------------------------

/** An instant as ISO 8601 in UTC, e.g. `2026-01-31T12:00:00.000Z`. */
export type Instant = string;

/**
 * - `offline`: no request was allowed. `not-recorded`: replayed evidence does not hold it.
 * - `not-provided`: the registry's document lacks the field (mirrors strip fields).
 * - `unauthorized`: 401, or a 404 that may hide a private package from a caller without a credential.
 * - `budget`: a bound of this run was reached before it could be asked for.
 */
export type UnavailableReason =
  | 'offline'
  | 'not-recorded'
  | 'not-provided'
  | 'network'
  | 'timeout'
  | 'throttled'
  | 'server-error'
  | 'unauthorized'
  | 'redirected'
  | 'too-large'
  | 'malformed'
  | 'budget';

export interface Present<T> {
  readonly state: 'present';
  readonly value: T;
}
export interface Absent {
  readonly state: 'absent';
}
export interface Unavailable {
  readonly state: 'unavailable';
  readonly reason: UnavailableReason;
  /** A short detail for a person, e.g. `HTTP 503 after 4 attempts`. No text from the other side. */
  readonly detail: string;
}
/** What was asked of the outside: it is there, it is certain that it is not, or nobody knows. */
export type Evidence<T> = Present<T> | Absent | Unavailable;

/** What a registry answers when asked for one version. `absent` evidence means: no such name (404). */
export type Existence =
  | { readonly answer: 'listed' }
  /** The name is there, the version is not; `unpublished` where its time entry is still there. */
  | { readonly answer: 'version-missing'; readonly unpublished: boolean }
  | { readonly answer: 'no-versions' }
  | { readonly answer: 'security-placeholder' }
  /** The registry says that this caller may not have it (403): a curated mirror's "no". */
  | { readonly answer: 'refused'; readonly status: number };

/** npm's install hooks, `implicit-gyp` for a `gypfile` without scripts of its own. Values are the commands. */
export type InstallHooks = Readonly<
  Partial<Record<'preinstall' | 'install' | 'postinstall' | 'prepare' | 'implicit-gyp', string>>
>;

/** What the registry's packument says of one version. */
export interface Release {
  readonly version: string;
  /** Whether name and version inside the document are the ones that were asked for. */
  readonly documentMatches: boolean;
  readonly integrity?: string;
  /** Legacy hex SHA-1. */
  readonly shasum?: string;
  readonly tarball?: string;
  readonly hooks: InstallHooks;
  readonly deprecated: boolean;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  /** Names of the packages that the tarball bundles; `true` where it bundles all of its dependencies. */
  readonly bundled: readonly string[] | true;
  /** The declared repository, as `host/path` in lower case where it is a URL that can be told; see `evidence/repository-url.ts`. */
  readonly repository?: string;
}

/** One version in a package's history. */
export interface ReleaseSummary {
  readonly version: string;
  /** Absent where the registry gives no time for it. */
  readonly publishedAt?: Instant;
  /** Of the install hooks; equal digests mean equal hooks. Absent: no hooks. */
  readonly hooksDigest?: string;
  readonly deprecated: boolean;
  /** Absent: the packument does not say. */
  readonly publisher?: Publisher;
  /** Whether the packument claims attestations for it. */
  readonly attested?: boolean;
  readonly repository?: string;
}

/** What the packument says of all versions of a name. */
export interface ReleaseHistory {
  readonly distTags: Readonly<Record<string, string>>;
  /** Ascending by semver. */
  readonly releases: readonly ReleaseSummary[];
}

/** The registry's signature over name, version and integrity. `absent` evidence: the registry signs, and not this version. */
export type SignatureOutcome =
  | { readonly state: 'verified'; readonly keyid: string; readonly boundTo: BoundTo }
  /** `check`: one of `evidence/trust/registry-signature.ts`'s closed union. */
  | { readonly state: 'invalid'; readonly check: string; readonly keyid?: string }
  /** The registry offers no keys and is not required to sign. */
  | { readonly state: 'not-applicable' };

/** What bytes a verification is about: those that the lockfile pins, or, where it pins none by SHA-512, the registry's. */
export type BoundTo = 'lockfile' | 'registry';

/** Where and by what a package was built, from a verified certificate and statement. All texts are third-party text. */
export interface BuildIdentity {
  readonly platform: 'github' | 'gitlab' | 'other';
  readonly issuer: string;
  readonly subjectAlternativeName: string;
  readonly sourceRepository: string;
  readonly sourceRepositoryId?: string;
  readonly owner?: string;
  readonly ownerId?: string;
  readonly workflow?: string;
  readonly ref?: string;
  readonly commit?: string;
  readonly buildSigner: string;
  readonly builder?: string;
  readonly runner?: 'hosted' | 'self-hosted';
  readonly trigger?: string;
  readonly runUri?: string;
  /** Fields above that only the statement says. */
  readonly claimed: readonly string[];
}

/** One attestation, or the document that holds them, that does not verify or does not match. */
export interface FailedAttestation {
  readonly kind: 'provenance' | 'publish' | 'other' | 'document';
  /** One of `evidence/trust/checks.ts`'s closed union. */
  readonly check: string;
  readonly expected?: string;
  /** Third-party text. */
  readonly found?: string;
}

/** What a version's attestations come to. `absent` evidence: none is claimed, and none is served. */
export type ProvenanceOutcome =
  | {
      readonly state: 'verified';
      readonly identity: BuildIdentity;
      readonly predicateType: string;
      /** The earliest time that a trusted log or authority vouches for. */
      readonly signedAt: Instant;
      readonly boundTo: BoundTo;
      /** The registry key of a verified publish attestation; absent where there is none. */
      readonly publishKeyid?: string;
    }
  | { readonly state: 'invalid'; readonly failed: readonly FailedAttestation[] }
  /** Attestations are there and verify; none of them is a provenance. */
  | { readonly state: 'no-provenance'; readonly publishKeyid?: string }
  | { readonly state: 'not-applicable' };

/** Who published a version, by what the packument says. All third-party text. */
export interface Publisher {
  readonly name?: string;
  /** Published by OIDC, without a token: the CI service's id and the configuration's. */
  readonly trustedPublisher?: { readonly id: string; readonly oidcConfigId?: string };
  /** The account that approved a staged publish. */
  readonly approver?: string;
}

/** Weakest first: none, provenance, trusted-publisher, staged. */
export type TrustRank = 'none' | 'provenance' | 'trusted-publisher' | 'staged';

/** A rank is no lower than `atLeast` and no higher than `atMost`; equal where all of its evidence could be read. */
export interface TrustStanding {
  readonly atLeast: TrustRank;
  readonly atMost: TrustRank;
}

/** The strongest release of the same major that was published before this one, prereleases aside. */
export interface PriorTrust {
  readonly version: string;
  readonly publishedAt?: Instant;
  readonly standing: TrustStanding;
}

/** Every kind of evidence and its shape. A rule names the kinds that it needs. */
export interface EvidenceMap {
  /** Absent: the registry has no such name. */
  existence: Existence;
  /** Absent: the registry answered, and has no such version. */
  release: Release;
  /** Absent: the registry gives times, and none for this version. */
  publishedAt: Instant;
  /** When the name was first published. */
  firstPublishedAt: Instant;
  history: ReleaseHistory;
  /** The release that the base locked before. Absent: the base did not have the name. Unavailable: it had, and it cannot be read. */
  predecessor: Release;
  registrySignature: SignatureOutcome;
  provenance: ProvenanceOutcome;
  /** Absent: the registry names publishers and none for this version, or has no part in trust at all (docs/decisions/0086). */
  publisher: Publisher;
  trust: TrustStanding;
  /** Absent: no release of this major came before, or the registry has no part in trust at all. */
  priorTrust: PriorTrust;
  /** The provenance of the version that the base locked. Absent: that had none, or the base did not have the name. */
  predecessorProvenance: ProvenanceOutcome;
}
export type EvidenceKind = keyof EvidenceMap;
export type EvidenceSet = { readonly [K in EvidenceKind]: Evidence<EvidenceMap[K]> };

/** Every piece of evidence about one changed package version. */
export interface Dossier {
  readonly change: Change;
  /** The trusted registry that applies to the name, canonical URL ending in `/`; absent for sources that are no registry. */
  readonly registry?: string;
  /** Whether that is the public registry. */
  readonly publicRegistry: boolean;
  /** The tarball address that npm itself would treat as this registry's, per pin of `change.pins`. */
  readonly addresses: readonly Address[];
  readonly evidence: EvidenceSet;
}

/**
 * How the `resolved` of one pin relates to the trusted registry, as npm's replace-registry-host treats it.
 * - `omitted`: the lockfile gives none: the registry that applies to the name.
 * - `trusted`: under the trusted registry (directly, or as the public registry's address that stands for it).
 * - `elsewhere`: another origin or path. `invalid`: no URL parser accepts it. `not-canonical`: differs from its own
 *   canonical serialisation. `credentials`: holds user info.
 */
export interface Address {
  readonly verdict: 'omitted' | 'trusted' | 'elsewhere' | 'invalid' | 'not-canonical' | 'credentials';
  /** The address with any user info masked; what may be shown. */
  readonly shown?: string;
  /** Path and query below the registry's base, for comparison with the packument's `dist.tarball`. */
  readonly path?: string;
}

// ---------------------------------------------------------------------------------------------
// Judgement
// ---------------------------------------------------------------------------------------------

export type Level = 'off' | 'warn' | 'error';
export type FindingLevel = Exclude<Level, 'off'>;

export interface Finding {
  readonly rule: string;
  readonly level: FindingLevel;
  /** Whether no setting can lower it. */
  readonly floor: boolean;
  readonly outcome: 'violation' | 'indeterminate';
  /** Message ids of the rule, worst first. */
  readonly codes: readonly string[];
  readonly name: string | null;
  readonly version: string | null;
  readonly message: string;
  readonly remediation: string;
  readonly lockfile: string;
  readonly line: number;
  /** Lockfile entries concerned. */
  readonly places: number;
  /** SHA-256, hex, over what is stable about it. */
  readonly fingerprint: string;
  readonly status: 'reported' | 'excepted' | 'approved';
  /** The exception's id, or the decision's digest, that covers it. */
  readonly decision: string | null;
}

export type VerdictWord = 'pass' | 'warn' | 'fail' | 'error';

/** How one change's evidence reads in the report. */
export interface ReportedEvidence {
  readonly existence: string;
  readonly registrySignature: string;
  readonly provenance: string;
  readonly trust: string;
  readonly publishedAt: Instant | null;
  /** From a verified provenance only. Third-party text. */
  readonly provenanceIdentity: {
    readonly repository: string;
    readonly workflow: string | null;
    readonly commit: string | null;
  } | null;
  /** The version that the base locked before; null where it did not have the name. */
  readonly previous: { readonly version: string; readonly provenance: string; readonly trust: string } | null;
}

/** One package version whose provenance is not verified although its registry could have one. */
export interface MissingProvenance {
  /** None is claimed; it could not be read; it is there and does not verify. */
  readonly reason: 'missing' | 'unavailable' | 'invalid';
  readonly name: string;
  readonly version: string;
  readonly direct: boolean;
  readonly previousVersion: string | null;
  /** What the previous version had: a provenance (verified or claimed), none, nobody knows; `new`: there is no previous one. */
  readonly previously: 'had' | 'had-none' | 'unknown' | 'new';
  readonly lockfiles: readonly string[];
}

export interface ReportedChange {
  readonly kind: Change['kind'];
  readonly name: string;
  readonly version: string;
  readonly previousVersion: string | null;
  readonly changed: readonly ChangedAspect[];
  readonly lockfile: string;
  readonly line: number;
  readonly direct: boolean;
  readonly dependencyTypes: readonly DependencyType[];
  readonly importers: readonly string[];
  readonly via: readonly (readonly string[])[];
  readonly manifests: readonly { readonly path: string; readonly line: number }[];
  readonly source: SourceKind;
  readonly registry: string | null;
  readonly evidence: ReportedEvidence;
}

/** `lockgate-report/1`: the contract. Every reporter renders from this and from nothing else. */
export interface Report {
  readonly schema: 'lockgate-report/1';
  readonly verdict: VerdictWord;
  readonly mode: 'check' | 'audit';
  readonly evaluatedAt: Instant;
  readonly base: string | null;
  readonly head: string | null;
  readonly policy: { readonly source: string; readonly digest: string; readonly mode: 'enforce' | 'observe' };
  readonly lockfiles: readonly LockfileSummary[];
  readonly changes: readonly ReportedChange[];
  readonly findings: readonly Finding[];
  readonly errors: readonly GateError[];
  /** By reason (invalid, missing, unavailable), direct dependencies first, then by name: a list, not findings. */
  readonly missingProvenance: readonly MissingProvenance[];
  readonly counts: {
    readonly added: number;
    readonly updated: number;
    readonly removed: number;
    readonly findings: number;
    readonly errors: number;
  };
}
