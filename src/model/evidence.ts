/** What registries and other services say about one package version. */
import type { Authorship } from './authorship.ts';
import type { Capability } from './capability.ts';
import type { Bin } from './changed-aspect.ts';

/** An instant as ISO 8601 in UTC, e.g. `2026-01-31T12:00:00.000Z`. */
export type Instant = string;

/**
 * - `offline`: no request was allowed. `not-recorded`: the replayed recording does not hold it.
 * - `not-provided`: the registry's document lacks the field (mirrors strip fields).
 * - `unauthorized`: 401, or a 404 that may hide a private package from a caller without a credential.
 * - `budget`: a limit of this run was reached before it could be requested.
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

/** The source of a piece of evidence. `document`: the registry's document about the name, the source of most kinds. */
export type Asked =
  'document' | 'keys' | 'attestations' | 'advisories' | 'osv' | 'downloads' | 'tarball' | 'authorship';

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
  /** A short detail for a person, e.g. `HTTP 503 after 4 attempts`. Contains no text from the server. */
  readonly detail: string;
  /** Absent: the document. */
  readonly asked?: Asked;
  /** What the registry does not offer at all, as far as its answers about this package show. Absent: another reason. */
  readonly unoffered?: Capability;
  /** The environment variable that a credential was to come from, and that is not set. */
  readonly unset?: string;
}
/** The answer to one question: a value, certainty that there is none, or unknown. A failed request is never `absent`. */
export type Evidence<T> = Present<T> | Absent | Unavailable;

/** The registry's answer about one version. `absent` evidence means that there is no such name (404). */
export type Existence =
  | { readonly answer: 'listed' }
  /** The name exists, the version does not; `unpublished` where its time entry still exists. */
  | { readonly answer: 'version-missing'; readonly unpublished: boolean }
  | { readonly answer: 'no-versions' }
  | { readonly answer: 'security-placeholder' }
  /** The registry refuses this caller (403), as a curated mirror does. */
  | { readonly answer: 'refused'; readonly status: number };

/** npm's install hooks, `implicit-gyp` for a `gypfile` without scripts of its own. Values are the commands. */
export type InstallHooks = Readonly<
  Partial<Record<'preinstall' | 'install' | 'postinstall' | 'prepare' | 'implicit-gyp', string>>
>;

/** What the registry's packument says about one version. */
export interface Release {
  readonly version: string;
  /** Whether the name and version inside the document are the requested ones. */
  readonly documentMatches: boolean;
  readonly integrity?: string;
  /** Legacy hex SHA-1. */
  readonly shasum?: string;
  readonly tarball?: string;
  /** Total bytes of its files, by the registry's count. */
  readonly unpackedSize?: number;
  readonly hooks: InstallHooks;
  /** Whether it is for some systems and processors only (`os` and `cpu`), as a platform's binary is. Absent: no. */
  readonly platform?: true;
  /** Its programs, in npm's own normal form. Absent: the document does not say which files they are. */
  readonly bin?: Bin;
  readonly deprecated: boolean;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  /** Names of the packages that the tarball bundles; `true` where it bundles all of its dependencies. */
  readonly bundled: readonly string[] | true;
  /** The declared license: an SPDX expression, or any other text. Third-party text. */
  readonly license?: string;
  /** The declared repository, as `host/path` in lower case, where it is a URL that can be recognised; see `registry/repository-url.ts`. */
  readonly repository?: string;
}

/** A declared license. */
export interface DeclaredLicense {
  /** Third-party text. */
  readonly declared: string;
  /** Absent: `declared` is not an SPDX expression. */
  readonly expression?: LicenseExpression;
}

/** An SPDX license expression (SPDX 2.3, annex D): one license, or two expressions joined. */
export type LicenseExpression =
  /** With its `+` and its exception: `GPL-2.0-only WITH Classpath-exception-2.0`. */
  | { readonly license: string }
  | { readonly join: 'and' | 'or'; readonly left: LicenseExpression; readonly right: LicenseExpression };

/** One version in a package's history. */
export interface ReleaseSummary {
  readonly version: string;
  /** Absent where the registry gives no time for it. */
  readonly publishedAt?: Instant;
  /** Of the install hooks; equal digests mean equal hooks. Absent: no hooks. */
  readonly hooksDigest?: string;
  /** The same without the release's own version and digests behind it. Absent: the hooks hold none, or an old recording. */
  readonly ownHooksDigest?: string;
  readonly deprecated: boolean;
  /** Absent: the packument does not say. */
  readonly publisher?: Publisher;
  /** Whether the packument claims attestations for it. */
  readonly attested?: boolean;
  readonly repository?: string;
}

/** What the packument says about all versions of a name. */
export interface ReleaseHistory {
  readonly distTags: Readonly<Record<string, string>>;
  /** Ascending by semver. */
  readonly releases: readonly ReleaseSummary[];
}

/** The registry's signature over name, version and integrity. `absent` evidence: the registry signs, but not this version. */
export type SignatureOutcome =
  | { readonly state: 'verified'; readonly keyid: string; readonly boundTo: BoundTo }
  /** `check`: one of `trust/registry-signature.ts`'s closed union. */
  | { readonly state: 'invalid'; readonly check: string; readonly keyid?: string }
  /** The registry offers no keys and is not required to sign. */
  | { readonly state: 'not-applicable' };

/** The bytes that were verified: those that the lockfile pins, or the registry's where the lockfile pins none by SHA-512. */
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
  /** Fields above that only the statement contains, not the certificate. */
  readonly claimed: readonly string[];
}

/** One attestation, or the document that contains them, that does not verify or does not match. */
export interface FailedAttestation {
  readonly kind: 'provenance' | 'publish' | 'other' | 'document';
  /** One of `trust/checks.ts`'s closed union. */
  readonly check: string;
  readonly expected?: string;
  /** Third-party text. */
  readonly found?: string;
}

/** The result of verifying a version's attestations. `absent` evidence: none is claimed, and none is served. */
export type ProvenanceOutcome =
  | {
      readonly state: 'verified';
      readonly identity: BuildIdentity;
      readonly predicateType: string;
      /** The earliest time that a trusted log or authority confirms. */
      readonly signedAt: Instant;
      readonly boundTo: BoundTo;
      /** The registry key of a verified publish attestation; absent where there is none. */
      readonly publishKeyid?: string;
      /** When that attestation was logged. */
      readonly publishedAt?: Instant;
    }
  | { readonly state: 'invalid'; readonly failed: readonly FailedAttestation[] }
  /** There are attestations and they verify, but none of them is a provenance. */
  | { readonly state: 'no-provenance'; readonly publishKeyid?: string; readonly publishedAt?: Instant }
  | { readonly state: 'not-applicable' };

/** Who published a version, according to the packument. All third-party text. */
export interface Publisher {
  readonly name?: string;
  /** Published by OIDC, without a token: the id of the CI service, and of the trusted publisher's configuration. */
  readonly trustedPublisher?: { readonly id: string; readonly oidcConfigId?: string };
  /** The account that approved a staged publish. */
  readonly approver?: string;
}

/** The publisher, and what the release before says of the account. */
export interface KnownPublisher extends Publisher {
  /**
   * The release before names the account that approved this one, or that published it with verified provenance, among its
   * maintainers. Absent: no, or not known.
   */
  readonly maintains?: true;
}

/** Weakest first: none, provenance, trusted-publisher, staged. */
export type TrustRank = 'none' | 'provenance' | 'trusted-publisher' | 'staged';

/** The range that a rank is in: `atLeast` and `atMost` are equal where all of the evidence could be read. */
export interface TrustLevel {
  readonly atLeast: TrustRank;
  readonly atMost: TrustRank;
}

/**
 * The strongest release that was published before this one, prereleases aside: of the same major, or of the highest major
 * below it that has one (`acrossMajors`).
 */
export interface PriorTrust {
  readonly version: string;
  readonly publishedAt?: Instant;
  readonly standing: TrustLevel;
  readonly acrossMajors?: true;
}

/** The newest of those releases that claims an attestation. */
export interface PriorProvenance {
  readonly version: string;
  /** Whether the last three of those releases claim one, or all where there are fewer. */
  readonly steady: boolean;
  readonly acrossMajors?: true;
}

export type Severity = 'low' | 'moderate' | 'high' | 'critical';

/** One advisory record about a version. It holds no prose, only ids, numbers and words of closed sets. */
export interface Advisory {
  /** `MAL-...` or `GHSA-...` where the record has such an id, else another database's, else `npm-` and the registry's number. */
  readonly id: string;
  /** Other ids of the same record, ascending. Absent: it has none. */
  readonly aliases?: readonly string[];
  readonly severity: Severity;
  /** Whether the record says that the package itself is malicious (CWE-506). */
  readonly malware: boolean;
  /** Whether the record names this exact version, not a range that contains it. */
  readonly exact: boolean;
  /** The first later version that the record does not cover, where its range gives one. */
  readonly fixedIn?: string;
  /** The affected versions cannot be read, so the record counts for this one. */
  readonly unread?: boolean;
}

/** One record as a source lists it, without its prose. */
export interface ListedAdvisory {
  readonly id: string;
  readonly severity: Severity;
  readonly malware: boolean;
  /** The affected versions, as a semver range. */
  readonly range: string;
  /** Other ids of the record, ascending. */
  readonly aliases?: readonly string[];
  /** The affected versions cannot be read, so the record counts for all of them. */
  readonly unread?: true;
}

/** The records that apply to a version, each once, by id; `not-applicable`: its registry has no advisories (docs/decisions/0130). */
export type Advisories =
  { readonly state: 'known'; readonly records: readonly Advisory[] } | { readonly state: 'not-applicable' };

/** A time that a signature covers, before which a version cannot have been installed. */
export interface SignedTime {
  readonly at: Instant;
  /** `publish`: the registry's attestation of a publish that somebody approved. */
  readonly by: 'provenance' | 'publish';
}

/** The signed time of a version, and the account that approved its staged publish where nothing signed says when. */
export interface SignedTimes {
  readonly time?: SignedTime;
  /** Third-party text. */
  readonly unwitnessedApprover?: string;
}

/** Where earlier releases were built, as far as that was asked. */
export interface EarlierBuilds {
  /** Newest first; only those whose provenance verifies. */
  readonly builds: readonly { readonly version: string; readonly build: BuildIdentity }[];
  /** How many earlier releases were asked about, of all that claim attestations. */
  readonly asked: number;
  readonly attested: number;
}

/** A package of the same change that depends on this one, and where it was built, by a provenance that verifies. */
export interface Dependent {
  readonly name: string;
  readonly version: string;
  readonly build: BuildIdentity;
}

/** An upgrade of this change that pulls in a name that the base does not have. */
export interface Upgrade {
  readonly name: string;
  readonly version: string;
  /** The version on the base branch. */
  readonly previous: string;
  /** Ids of the advisories about that version that this one does not have; empty where it has one that the former lacks. */
  readonly fixes: readonly string[];
}

/** A far more popular name that a name resembles. */
export interface Lookalike {
  /** Third-party text. */
  readonly name: string;
  /** 1 for the most popular name of the bundled list. */
  readonly rank: number;
  /** `same`: equal once punctuation, affixes, word order and look-alike characters are ignored. */
  readonly likeness: 'same' | 'one-edit' | 'two-edits';
  /** Downloads of the popular name in the last month; absent where they could not be read. */
  readonly monthly?: number;
  /** Downloads of the name that resembles it, likewise; 0 for one that the service does not know. */
  readonly own?: number;
}

/**
 * What a tarball's own `package.json` says of what a package manager acts on, in npm's normal form. Managers run and
 * link by it, whatever the registry's document says.
 */
export type OwnManifest =
  | {
      readonly state: 'read';
      readonly name?: string;
      readonly version?: string;
      /** Without `implicit-gyp`: the file itself counts. */
      readonly hooks: InstallHooks;
      readonly bin: Bin;
      readonly bundled: readonly string[];
      readonly dependencies: Readonly<Record<string, string>>;
      readonly optionalDependencies: Readonly<Record<string, string>>;
    }
  /** `several`: files that differ have its place, and which of them counts depends on the manager and the system. */
  | { readonly state: 'missing' | 'malformed' | 'several' };

/**
 * What a version's tarball holds. `unlisted`: it was not read, because it is a program for one platform, because it and
 * that of the version before are larger than lockgate reads, because the registry serves it from another origin, or
 * because the download failed (only where the policy accepts that).
 */
export type Tarball =
  | { readonly bindingGyp: boolean; readonly manifest: OwnManifest }
  | { readonly unlisted: 'platform' | 'large' | 'elsewhere' }
  | { readonly unlisted: 'failed'; readonly detail: string };

/** Whether entries of a version are bundled in the tarball of another package, as they claim. */
export interface Bundling {
  readonly claims: readonly BundleClaim[];
}

export interface BundleClaim {
  readonly line: number;
  /** Whether the entry has an address or an integrity of its own. */
  readonly pinned: boolean;
  /** Absent: no package from a registry has the position of the bundler. */
  readonly by?: { readonly name: string; readonly version: string };
  /** Whether the other package's published manifest bundles it. */
  readonly held: boolean;
}

/** What a tarball holds. */
export interface TarballContents {
  /** Of all files (see `contentsDigest`). */
  readonly digest: string;
  /** SHA-512 digests of the texts that programs in its folder `bin` hold compressed (see `embeddedTexts`). */
  readonly embedded: readonly string[];
}

/** `unknown`: why it could not be asked, in lockgate's own words. */
export type Namesake = { readonly answer: 'exists' | 'none' } | { readonly answer: 'unknown'; readonly detail: string };

/** Every kind of evidence and its shape. A rule declares the kinds that it needs. */
export interface EvidenceMap {
  /** Absent: the registry has no such name. */
  existence: Existence;
  /** Absent: the registry answered, and has no such version. */
  release: Release;
  /** Absent: the registry gives publish times, but none for this version. */
  publishedAt: Instant;
  /** Absent: no signature covers a time, or the registry offers none of any version. */
  signedAt: SignedTimes;
  /** When the name was first published. */
  firstPublishedAt: Instant;
  history: ReleaseHistory;
  /** The release that the base locks. Absent: the base does not have the name. Unavailable: it has the name, but the release cannot be read. */
  predecessor: Release;
  registrySignature: SignatureOutcome;
  provenance: ProvenanceOutcome;
  /** Absent: the registry names publishers but none for this version, or it is declared not to sign (docs/decisions/0086). */
  publisher: KnownPublisher;
  trust: TrustLevel;
  /** Absent: there is no earlier release of this major version, or the registry is declared not to sign. */
  priorTrust: PriorTrust;
  /** Absent: no earlier release of the major claims an attestation, or the registry is declared not to sign. */
  priorProvenance: PriorProvenance;
  /** The provenance of the version that the base locks. Absent: that version has none, or the base does not have the name. */
  predecessorProvenance: ProvenanceOutcome;
  /**
   * Where releases before this one were built, at most three: requested only for a verified provenance, where the base has
   * the name without one. Absent: not asked, or none claims an attestation.
   */
  earlierBuilds: EarlierBuilds;
  /** The packages that pull in a name that the base does not have. Absent: none of them has a provenance that verifies. */
  bringers: readonly Dependent[];
  /**
   * The upgrades that pull in a name that the base does not have, by their published manifests. Absent: something else pulls it
   * in as well (a manifest of the repository, a package that was added), or it is not known what does.
   */
  upgrades: readonly Upgrade[];
  /** Records that say that the package itself is malicious, from the policy's sources of malware records. */
  malware: Advisories;
  /** Records of the policy's sources of advisories, malware included. */
  advisories: Advisories;
  /** What the tarball holds. Absent: it is not asked about. */
  tarball: Tarball;
  /** The same for the release that the base locks; requested only where this one runs something else than that one's document says. */
  predecessorTarball: Tarball;
  /** Records about any version of the name that the base locks. Absent: the base does not have the name. */
  predecessorAdvisories: Advisories;
  /** The rank of the name in the bundled list of high-impact names, from 1. Absent: the name is not on the list. */
  prominence: number;
  /** Absent: the name resembles no name of the bundled list, or is on the list itself. */
  lookalike: Lookalike;
  /** Of the last month. Absent: the service knows no such name. Requested only where the result of a rule depends on it. */
  downloads: number;
  /** Absent: the version declares no license. */
  license: DeclaredLicense;
  /** What the tarball holds whose SHA-512 the registry states. */
  contents: TarballContents;
  /** Absent: no entry claims to be bundled. */
  bundling: Bundling;
  /** Of a folder of the repository that is no workspace: whether a registry has a package of its name. */
  namesake: Namesake;
  /** Of the whole change. Absent: it is not known who made it (an audit, two folders). */
  authorship: Authorship;
}
export type EvidenceKind = keyof EvidenceMap;
export type EvidenceSet = { readonly [K in EvidenceKind]: Evidence<EvidenceMap[K]> };
