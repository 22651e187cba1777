/** What is known from outside of one package version. */
import type { Authorship } from './authorship.ts';

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

/** What was asked for evidence. `document`: the registry's document about the name, which answers for most kinds. */
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
  /** A short detail for a person, e.g. `HTTP 503 after 4 attempts`. No text from the other side. */
  readonly detail: string;
  /** Absent: the document. */
  readonly asked?: Asked;
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
  /** Bytes of all its files, as the registry counts them. */
  readonly unpackedSize?: number;
  readonly hooks: InstallHooks;
  readonly deprecated: boolean;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  /** Names of the packages that the tarball bundles; `true` where it bundles all of its dependencies. */
  readonly bundled: readonly string[] | true;
  /** What it declares as its license: an SPDX expression, or any other text. Third-party text. */
  readonly license?: string;
  /** The declared repository, as `host/path` in lower case where it is a URL that can be told; see `registry/repository-url.ts`. */
  readonly repository?: string;
}

/** A declared license. */
export interface DeclaredLicense {
  /** Third-party text. */
  readonly declared: string;
  /** Absent: it is no SPDX expression. */
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
  /** `check`: one of `trust/registry-signature.ts`'s closed union. */
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
  /** One of `trust/checks.ts`'s closed union. */
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

export type Severity = 'low' | 'moderate' | 'high' | 'critical';

/** One record about a version. Holds no prose: ids, numbers and words of closed sets. */
export interface Advisory {
  /** `MAL-...` or `GHSA-...` where the record has such an id, else another database's, else `npm-` and the registry's number. */
  readonly id: string;
  /** Other ids of the same record, ascending. Absent: it has none. */
  readonly aliases?: readonly string[];
  readonly severity: Severity;
  /** It says that the package itself is malicious (CWE-506). */
  readonly malware: boolean;
  /** Whether it names this very version, and not a range that holds it. */
  readonly exact: boolean;
  /** The first version above that it does not cover, where its range says so. */
  readonly fixedIn?: string;
  /** Which versions it is about cannot be read, so that it counts for this one. */
  readonly unread?: boolean;
}

/** One record as a source lists it: what is kept of it, and nothing that is prose. */
export interface ListedAdvisory {
  readonly id: string;
  readonly severity: Severity;
  readonly malware: boolean;
  /** The versions that it is about, as semver reads them. */
  readonly range: string;
  /** Other ids of it, ascending. */
  readonly aliases?: readonly string[];
  /** Which versions it is about cannot be read, so that it counts for all of them. */
  readonly unread?: true;
}

/** The records that apply to a version, each once, by id; `not-applicable`: its registry keeps none (docs/decisions/0130). */
export type Advisories =
  { readonly state: 'known'; readonly records: readonly Advisory[] } | { readonly state: 'not-applicable' };

/** A package of the same change that asks for this one, and where it was built, by a provenance that verifies. */
export interface Bringer {
  readonly name: string;
  readonly version: string;
  readonly build: BuildIdentity;
}

/** A far more popular name that a name is close to. */
export interface Lookalike {
  /** Third-party text. */
  readonly name: string;
  /** 1 for the most popular name of the bundled list. */
  readonly rank: number;
  /** `same`: equal once punctuation, affixes, order of words and lookalike characters are taken away. */
  readonly likeness: 'same' | 'one-edit' | 'two-edits';
  /** Downloads of it in the last month; absent where they could not be read. */
  readonly monthly?: number;
  /** Downloads of the name that is close to it, likewise; 0 for one that the service does not know. */
  readonly own?: number;
}

/**
 * `file`: npm runs `node-gyp rebuild` for it. `unlisted`: the tarball was not looked into, because it is large, because the
 * registry serves it from another origin, or because it could not be had (only where the policy is content with that).
 */
export type ImplicitBuild =
  | { readonly file: 'binding.gyp' }
  | { readonly unlisted: 'large' | 'elsewhere' }
  | { readonly unlisted: 'failed'; readonly detail: string };

/** Whether entries of a version come in the tarball of another package, as they claim. */
export interface Bundling {
  readonly claims: readonly BundleClaim[];
}

export interface BundleClaim {
  readonly line: number;
  /** Whether the entry has an address or an integrity of its own. */
  readonly pinned: boolean;
  /** Absent: no package of a registry stands where it would. */
  readonly by?: { readonly name: string; readonly version: string };
  /** Whether the other package's published manifest bundles it. */
  readonly held: boolean;
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
  /** For a name that the base did not have. Absent: of what brings it in, none has a provenance that verifies. */
  bringers: readonly Bringer[];
  /** The records that say that the package itself is malicious, by the policy's sources of malware records. */
  malware: Advisories;
  /** What the policy's sources of advisories know, malware among it. */
  advisories: Advisories;
  /** A `binding.gyp` that npm builds, by the packument or the tarball's listing. Absent: there is none, or a script stands in its place. */
  implicitBuild: ImplicitBuild;
  /** The same of the release that the base locked; asked only where `implicitBuild` is present. */
  predecessorImplicitBuild: ImplicitBuild;
  /** What applies to any version of the name that the base locks. Absent: the base did not have the name. */
  predecessorAdvisories: Advisories;
  /** Its place in the bundled list of high-impact names, 1 for the first. Absent: it is not on it. */
  prominence: number;
  /** Absent: no name of the bundled list is close to it, or it is on the list itself. */
  lookalike: Lookalike;
  /** Of the last month. Absent: the service knows no such name. Asked for only where a rule's answer rests on it. */
  downloads: number;
  /** Absent: the version declares none. */
  license: DeclaredLicense;
  /** Absent: no entry claims so. */
  bundling: Bundling;
  /** Of the whole change. Absent: nobody is known to have made it (an audit, two folders). */
  authorship: Authorship;
}
export type EvidenceKind = keyof EvidenceMap;
export type EvidenceSet = { readonly [K in EvidenceKind]: Evidence<EvidenceMap[K]> };
