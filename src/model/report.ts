/** The types of `lockgate-report/1`. */
import type { Change, GateError, LockfileSummary } from './change.ts';
import type { ChangedAspect } from './changed-aspect.ts';
import type { ListedTeam, ListedUser } from './approvals.ts';
import type {
  DeletedComment,
  ProposerMark,
  Refusal,
  ReportedDecision,
  ReportedLedger,
  ReportedProof,
  Undecidable,
} from './decision.ts';
import type { Instant } from './evidence.ts';
import type { Finding } from './judgement.ts';
import type { DependencyType, SourceKind } from './lockfile.ts';

export type VerdictWord = 'pass' | 'warn' | 'fail' | 'error';

/** The evidence of one change, as the report shows it. */
export interface ReportedEvidence {
  readonly existence: string;
  readonly registrySignature: string;
  readonly provenance: string;
  readonly trust: string;
  readonly publishedAt: Instant | null;
  /** Ids of the records about this version, ascending, whether or not a rule reports them. */
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
  /** The version that the base locks; null where the base does not have the name. */
  readonly previous: { readonly version: string; readonly provenance: string; readonly trust: string } | null;
  /**
   * The page that compares the commits that this version and the one before it were built from, by two verified
   * provenances of one repository. Absent: it is not certain what to compare.
   */
  readonly compareUrl?: string;
}

/** One package version without verified provenance, although its registry could have one. */
export interface MissingProvenance {
  /** `missing`: none is claimed. `unavailable`: it could not be read. `invalid`: it does not verify. */
  readonly reason: 'missing' | 'unavailable' | 'invalid';
  readonly name: string;
  readonly version: string;
  readonly direct: boolean;
  readonly previousVersion: string | null;
  /** Whether the previous version had a provenance (verified or claimed); `new`: there is no previous version. */
  readonly previously: 'had' | 'had-none' | 'unknown' | 'new';
  readonly lockfiles: readonly string[];
}

export interface ReportedRoot {
  readonly path: string;
  readonly line: number;
  /** As the manifest names it. Third-party text. */
  readonly name: string;
}

export interface ReportedChange {
  readonly kind: Change['kind'];
  readonly name: string;
  readonly version: string;
  readonly previousVersion: string | null;
  /** `vet` names it, and the base locks it as it is. */
  readonly alreadyLocked?: true;
  readonly changed: readonly ChangedAspect[];
  readonly lockfile: string;
  readonly line: number;
  readonly direct: boolean;
  readonly dependencyTypes: readonly DependencyType[];
  readonly importers: readonly string[];
  readonly via: readonly (readonly string[])[];
  readonly manifests: readonly { readonly path: string; readonly line: number }[];
  /** For a transitive package with findings: where manifests declare the direct dependencies that pull it in. */
  readonly roots?: readonly ReportedRoot[];
  readonly source: SourceKind;
  readonly registry: string | null;
  readonly evidence: ReportedEvidence;
}

/** The oldest trust material that something was verified with in this run. */
export interface ReportedTrust {
  /** Built into lockgate, fetched for this run, or given by operator or policy. */
  readonly material: 'embedded' | 'refreshed' | 'given';
  /** Null where the material has no date. */
  readonly date: Instant | null;
  /** Whether the material is so old that it probably lacks keys that were added or withdrawn since. */
  readonly old: boolean;
}

/** What a registry need not have: without it the rules that rest on it say nothing. */
export type NotJudged = 'malware' | 'advisories' | 'signatures' | 'provenance' | 'publishers' | 'publishTimes';

/** A registry that this run trusted for some packages. */
export interface ReportedRegistry {
  readonly url: string;
  /** `operator`: from npm's configuration or `--registry`. The policy overrides both; the public registry is `public` wherever it is configured. */
  readonly role: 'public' | 'policy' | 'operator';
  /** How many distinct package versions were judged by its answers. */
  readonly packages: number;
  /** What it did not offer, or was not asked for, and for how many of them. Absent: everything was judged. */
  readonly notJudged?: { readonly [What in NotJudged]?: number };
}

/** Who was asked instead of, or beside, the registries of the packages: `osv`, or the address of another registry. */
export interface ReportedSources {
  readonly malware?: readonly string[];
  readonly advisories?: readonly string[];
  readonly attestations?: readonly string[];
  readonly popularity?: readonly string[];
}

/** What a decision of people would let in, or has let in. */
export interface ReportedOffer {
  readonly kind: 'package' | 'file';
  readonly name: string | null;
  readonly version: string | null;
  /** Of a file. */
  readonly path: string | null;
  /** What is decided, 64 hex digits. */
  readonly digest: string;
  /** `rule/code`, of what blocks. */
  readonly codes: readonly string[];
  /** The line of a comment that approves it; null where none can be written. */
  readonly line: string | null;
  /** Kinds of evidence that could not be read, and that an approval does without. */
  readonly unread: readonly string[];
  readonly approvals: readonly ReportedDecision[];
  /** Whether enough people approved it. */
  readonly isApproved: boolean;
  /** One approver is enough for it, a proposer too. */
  readonly byOne?: true;
}

/** Who may decide about what blocks, and what was decided. */
export interface ReportedDecisions {
  /** Whether comments were read: not for every event, and not on the command line. */
  readonly asked: boolean;
  /** The platform's numeric id of the repository that decisions are about; absent where it is not known. */
  readonly repositoryId?: number;
  /** Of a merge group and of a push: the pull requests that were asked. */
  readonly pulls?: readonly number[];
  /** Why no decision by comment counts here, or not for everything. Sentences of ours. */
  readonly notCounted?: string;
  /** How many different people an approval needs here. */
  readonly required: number;
  /** Why that is one more than the policy says. One sentence of ours. */
  readonly because?: string;
  readonly approvers: { readonly users: readonly ListedUser[]; readonly teams: readonly ListedTeam[] };
  /** Who proposed it, and so cannot approve it; empty where nobody asked. */
  readonly proposers: readonly ProposerMark[];
  readonly offers: readonly ReportedOffer[];
  /** What nobody can let in by a decision. */
  readonly undecidable: readonly {
    readonly name: string | null;
    readonly version: string | null;
    readonly lockfile: string;
    readonly codes: readonly string[];
    readonly why: Undecidable;
  }[];
  readonly denials: readonly (ReportedDecision & { readonly name: string; readonly version: string })[];
  /** Lines that do not count, each with the reason. */
  readonly refusals: readonly Refusal[];
  /** Deleted comments of people who may approve. */
  readonly deleted: readonly DeletedComment[];
  /** Absent where no record is about anything here. */
  readonly ledger?: ReportedLedger;
  /** The records that the change brings along; absent where it brings none. */
  readonly proofs?: readonly ReportedProof[];
}

/** Where the operator's policy of another repository was read. */
export interface PolicyOrigin {
  /** `acme/policies` */
  readonly repository: string;
  /** As the operator wrote it: a branch, a tag, or the id of a commit. */
  readonly ref: string;
  /** What that was in this run: 40 hexadecimal digits. */
  readonly commit: string;
  /** The policy file that this repository has all the same, and that does not apply. */
  readonly unused?: string;
}

/** The policy of a run. */
export interface ReportedPolicy extends Partial<PolicyOrigin> {
  readonly source: string;
  readonly digest: string;
  readonly mode: 'enforce' | 'observe';
}

/** How many findings have each effect on the run. */
export type Tally = Readonly<Record<'blocks' | 'warns' | 'notes' | 'covered', number>>;

/** `lockgate-report/1`, a public contract. Every reporter renders from this and from nothing else. */
export interface Report {
  readonly schema: 'lockgate-report/1';
  readonly verdict: VerdictWord;
  readonly mode: 'check' | 'audit';
  readonly evaluatedAt: Instant;
  readonly base: string | null;
  readonly head: string | null;
  readonly policy: ReportedPolicy;
  readonly lockfiles: readonly LockfileSummary[];
  /** The public one first, then the policy's, then the operator's. */
  readonly registries: readonly ReportedRegistry[];
  /** Absent: nobody but these. */
  readonly sources?: ReportedSources;
  readonly changes: readonly ReportedChange[];
  readonly findings: readonly Finding[];
  readonly errors: readonly GateError[];
  /** By reason (invalid, missing, unavailable), direct dependencies first, then by name: a list, not findings. */
  readonly missingProvenance: readonly MissingProvenance[];
  /** Absent where nothing blocks, nobody may decide, and nothing was decided. */
  readonly decisions?: ReportedDecisions;
  /** Absent where nothing was verified with such material. */
  readonly trust?: ReportedTrust;
  readonly counts: {
    readonly added: number;
    readonly updated: number;
    readonly removed: number;
    /** At level warn or error, covered ones too. */
    readonly findings: number;
    /** At level note. */
    readonly notes: number;
    /** Indeterminate ones, at whatever level. */
    readonly unjudged: number;
    /** Violations: something is known against what they are about. */
    readonly found: Tally;
    /** Indeterminate ones: nothing is known. */
    readonly couldNotJudge: Tally;
    readonly errors: number;
  };
}
