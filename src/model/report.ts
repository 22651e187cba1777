/** `lockgate-report/1`: what every reporter renders from. */
import type { Change, ChangedAspect, GateError, LockfileSummary } from './change.ts';
import type { Instant } from './evidence.ts';
import type { Finding } from './judgement.ts';
import type { DependencyType, SourceKind } from './lockfile.ts';

export type VerdictWord = 'pass' | 'warn' | 'fail' | 'error';

/** How one change's evidence reads in the report. */
export interface ReportedEvidence {
  readonly existence: string;
  readonly registrySignature: string;
  readonly provenance: string;
  readonly trust: string;
  readonly publishedAt: Instant | null;
  /** Ids of the records about this version, ascending, whether or not a rule speaks of them. */
  readonly advisories: {
    readonly state: 'known' | 'unavailable' | 'not-applicable' | 'not-evaluated';
    readonly ids: readonly string[];
  };
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

/** Whom this run took at their word: the oldest of the trust material that something was verified with. */
export interface ReportedTrust {
  /** Built into lockgate, fetched for this run, or given by operator or policy. */
  readonly material: 'embedded' | 'refreshed' | 'given';
  /** Null where it does not say. */
  readonly date: Instant | null;
  /** Whether a key that was added or withdrawn since is likely not to be known. */
  readonly old: boolean;
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
  /** Absent where nothing was verified with such material. */
  readonly trust?: ReportedTrust;
  readonly counts: {
    readonly added: number;
    readonly updated: number;
    readonly removed: number;
    readonly findings: number;
    readonly errors: number;
  };
}
