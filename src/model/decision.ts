/** Decisions of people: what one is bound to, what GitHub tells about it, and what counts. */
import type { Instant } from './evidence.ts';
import type { Json } from './json.ts';
import type { DependencyType } from './lockfile.ts';

/**
 * What rules rest on about one package version, by the rule's id. `after` is about the version that is judged, `before`
 * about what it replaces: where there is no version before, or another, only `after` is compared. What could not be read is
 * in it as `{ unread: KIND }`. Never in it: levels, ages, download counts, who proposed.
 */
export type Facts = Readonly<Record<string, RuleFacts>>;
export interface RuleFacts {
  readonly before?: Json;
  readonly after?: Json;
}

/** What the digest of a decision about a package is taken over, as RFC 8785 JSON. */
export interface PackagePreimage {
  readonly v: 1;
  /** `pkg:npm/%40scope/name@1.2.3` */
  readonly purl: string;
  /** Of the tarball, 128 lower-case hex digits: what every pin comes to, or what the registry states where a pin has none. */
  readonly sha512: string;
  /** The registry that applies to the name, as in `Dossier.registry`. */
  readonly registry: string;
  readonly repositoryId: number;
  /** Sorted by code units. */
  readonly use: readonly DependencyType[];
  /**
   * Names of the profiles that apply, sorted; empty where the policy itself does. An empty name among others: it does for some of
   * the ways that lead to the package.
   */
  readonly profile: readonly string[];
  readonly facts: Facts;
}

/** What the digest of a decision about a file is taken over. */
export interface FilePreimage {
  readonly v: 1;
  readonly repositoryId: number;
  readonly path: string;
  /** Git's mode, `100644`; null where the file is deleted; `040000` where the finding is about several files. */
  readonly mode: string | null;
  /**
   * Of its new bytes, 64 hex digits; null where it is deleted. Of several files, of the RFC 8785 JSON of the list of their path, mode
   * and SHA-256, sorted by path.
   */
  readonly sha256: string | null;
  readonly rule: string;
  /** Sorted by code units. */
  readonly codes: readonly string[];
}

/** Why nobody can decide about something that blocks. */
export type Undecidable =
  /** The floor. */
  | 'floor'
  /** Git, http, a tarball or folder of the repository: there are no bytes to bind it to. */
  | 'no-bytes'
  /** Neither lockfile nor registry gives one SHA-512 of it. */
  | 'no-digest'
  /** The policy denies it by name. */
  | 'denied-by-policy'
  /** Evidence of the floor, or the signature, could not be read: it is asked again instead. */
  | 'ask-again'
  /** Another comparison of the same head brings it in with other bytes or for another use. */
  | 'otherwise-elsewhere'
  /** The finding is about no package and no file whose bytes are known. */
  | 'no-subject'
  /** The repository's numeric id is not known (the command line). */
  | 'no-repository';

/** Something that blocks, and that people can decide about, or why not. Texts are third-party text. */
export type Blocked = BlockedPackage | BlockedFile | BlockedElse;

interface BlockedBy {
  /** What blocks, sorted: `rule/code`. */
  readonly codes: readonly string[];
  /** Fingerprints of the findings that it stands for. */
  readonly findings: readonly string[];
  /** Kinds of evidence that could not be read and that an approval would be given without. */
  readonly unread: readonly string[];
}

/** One artifact: the same name, version, bytes, registry, use and profile, in however many lockfiles. */
export interface BlockedPackage extends BlockedBy {
  readonly kind: 'package';
  readonly name: string;
  readonly version: string;
  readonly lockfiles: readonly string[];
  /** 64 hex digits. */
  readonly digest: string;
  readonly preimage: PackagePreimage;
}

export interface BlockedFile extends BlockedBy {
  readonly kind: 'file';
  readonly path: string;
  readonly digest: string;
  /** It only tightens who may approve: one approver lets it in, a proposer too. */
  readonly byOne?: true;
  readonly preimage: FilePreimage;
}

export interface BlockedElse extends BlockedBy {
  readonly kind: 'undecidable';
  readonly why: Undecidable;
  readonly name: string | null;
  readonly version: string | null;
  readonly lockfile: string;
}

/** A GitHub account. The id identifies it; the login is for words alone, and is third-party text. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization' | 'Mannequin' | 'EnterpriseUserAccount';
}

/** One comment on the pull request, as GitHub tells it. Its texts are third-party texts. */
export interface PullComment {
  /** `fullDatabaseId`, decimal digits: ids are ordered by their number. */
  readonly id: string;
  /** Null where the account is gone. */
  readonly author: Account | null;
  readonly body: string;
  readonly createdAt: Instant;
  /** Null: never edited. */
  readonly lastEditedAt: Instant | null;
  readonly editor: Account | null;
  readonly isMinimized: boolean;
  readonly createdViaEmail: boolean;
  /** Whether an App wrote it for the person; only REST tells (`performed_via_github_app`). */
  readonly viaApp: boolean;
  /** Former texts that GitHub still shows, oldest first, the first one among them; empty: never edited. Null texts were deleted. */
  readonly edits: readonly {
    readonly body: string | null;
    readonly editedAt: Instant;
    readonly editor: Account | null;
    /** When it was deleted. */
    readonly deletedAt?: Instant;
  }[];
}

/** A comment that was deleted: only its author and who deleted it are known. */
export interface DeletedComment {
  readonly author: Account | null;
  readonly by: Account | null;
  readonly at: Instant;
}

/** A mark that makes somebody a proposer, and where it is. */
export interface ProposerMark {
  readonly account: Account;
  readonly as: 'author' | 'pusher' | 'commit-author' | 'committer' | 'co-author' | 'requester' | 'assigner';
  /** The commit that says so; absent where none does. */
  readonly commit?: string;
}

/** Everybody who proposed what is judged. */
export interface Proposers {
  readonly marks: readonly ProposerMark[];
  /** 1 where not everybody can be known: one more approver is needed than the policy requires. */
  readonly extra: 0 | 1;
  /** Why, one sentence without third-party text; absent where `extra` is 0. */
  readonly because?: string;
}

/** What GitHub says of one person as an approver, asked now. */
export interface Standing {
  readonly account: Account;
  readonly permission: 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';
  /** Ids of the listed teams that they are an active member of; `not-asked` where the run's file is none that may ask for teams. */
  readonly teams: readonly number[] | 'not-asked';
}

/** How a statement is written: one line of a comment. */
export type Statement =
  | ApprovePackage
  | { readonly say: 'deny'; readonly name: string; readonly version: string; readonly reason: string }
  | { readonly say: 'withdraw'; readonly name: string; readonly version: string }
  | { readonly say: 'approve-file'; readonly path: string; readonly digest: string; readonly reason: string };

export interface ApprovePackage {
  readonly say: 'approve';
  readonly name: string;
  readonly version: string;
  /** `rule/code`, as written. */
  readonly codes: readonly string[];
  /** 64 lower-case hex digits. */
  readonly digest: string;
  readonly reason: string;
}

/** A line of a person that was read and does not count, and why. */
export interface Refusal {
  /** Null where the account is gone. */
  readonly account: Account | null;
  readonly comment: string;
  /** The line, at most 200 characters of it. Third-party text. */
  readonly line: string;
  readonly why: RefusedBecause;
  /** What would fix it, one sentence in our words. */
  readonly fix: string;
  /** The commit whose mark makes them a proposer, where that is why. */
  readonly commit?: string;
  /** The pull request that it stands on, where there are several. */
  readonly pull?: number;
}

export type RefusedBecause =
  | 'not-a-user'
  | 'not-listed'
  | 'team-not-asked'
  | 'no-permission'
  | 'never'
  | 'proposer'
  | 'edited'
  | 'minimized'
  | 'by-mail'
  | 'by-app'
  | 'malformed'
  | 'unclear-text'
  | 'not-alone'
  | 'other-digest'
  | 'other-codes'
  | 'not-here'
  | 'not-decidable'
  | 'contradicts-itself'
  | 'superseded'
  | 'denied'
  | 'expired'
  | 'after-report-was-edited'
  | 'no-approvers'
  | 'account-gone'
  | 'after-merge'
  | 'in-a-review';

/** One approval that counts. */
export interface CountedApproval {
  readonly account: Account;
  /** Null where a record says it and no comment did. */
  readonly comment: string | null;
  /** The path of the record that says it; absent where the comment itself was heard. */
  readonly record?: string;
  readonly digest: string;
  readonly codes: readonly string[];
  readonly reason: string;
  readonly at: Instant;
}

export interface CountedDenial {
  readonly account: Account;
  readonly comment: string;
  readonly name: string;
  readonly version: string;
  readonly reason: string;
  readonly at: Instant;
}

/** A denial that the ledger holds: of these bytes under this name, whatever else is known of them. */
export interface RecordedDenial {
  readonly name: string;
  readonly version: string;
  /** 128 hex digits. */
  readonly sha512: string;
  /** The path of its record. */
  readonly record: string;
  /** Logins; empty where the record cannot be read: its name alone says that it denies. Third-party text. */
  readonly by: readonly string[];
  /** Third-party text, or why the record cannot be read. */
  readonly reason: string;
}

/** Why a record does not count for something that it may be about, or may have been written about. */
export type RecordNotCounted =
  /** What lies there is no record, or not under its own name. */
  | 'not-a-file'
  | 'too-large'
  | 'not-json'
  | 'not-a-record'
  | 'misnamed'
  | 'revoked'
  /** A revocation that cannot be read may be about it. */
  | 'maybe-revoked'
  | 'expired'
  | 'not-yet'
  /** The policy names nobody who may approve. */
  | 'no-approvers'
  /** None of its people may approve any more. */
  | 'not-listed'
  /** Bytes, registry, use, profile, or what was known of it are others. */
  | 'other-facts'
  | 'other-codes'
  /** It and others like it are by fewer people than are needed now. */
  | 'too-few'
  /** Findings about the policy and the ledger are let in by a decision on the pull request alone. */
  | 'decided-here-alone'
  /** Whoever approved it proposed this change. */
  | 'proposer'
  /** Who proposed this change is not known. */
  | 'proposers-unknown'
  /** The repository's id is not known. */
  | 'no-repository';

/** What a run made of the ledger. */
export interface ReportedLedger {
  /** The state that it was read from: a short commit id. */
  readonly commit: string;
  readonly used: readonly {
    readonly record: string;
    readonly decision: 'approve' | 'deny';
    /** Null of a file. */
    readonly name: string | null;
    readonly version: string | null;
    readonly path: string | null;
    readonly by: readonly string[];
    readonly reason: string;
    readonly expiresAt: Instant | null;
  }[];
  readonly notCounted: readonly { readonly record: string; readonly why: RecordNotCounted }[];
  /** Records of other repositories, which say nothing here. */
  readonly elsewhere: number;
  /** What a reader has to know of it: sentences of ours. */
  readonly notes: readonly string[];
}

/** Somebody's decision, and the comment that says it, as reports have it. */
export interface ReportedDecision {
  /** Third-party text. */
  readonly login: string;
  readonly id: number;
  /** The comment's number; null where only a record says it. */
  readonly comment: string | null;
  /** The path of the record that says it; absent where the comment itself was heard. */
  readonly record?: string;
  /** Third-party text. */
  readonly reason: string;
  readonly at: Instant;
}

/** The decision that covers a finding. */
export interface CoveringDecision {
  readonly kind: 'decision';
  /** The digest, as in `Finding.decision`. */
  readonly id: string;
  /** Everybody whose approval counts for it. */
  readonly by: readonly ReportedDecision[];
}

/** What the comments come to. */
export interface Counted {
  readonly approvals: readonly CountedApproval[];
  readonly denials: readonly CountedDenial[];
  readonly refusals: readonly Refusal[];
  /** How many distinct people each approval needs. */
  readonly required: number;
  /** Deleted comments of people who may approve. */
  readonly deleted: readonly DeletedComment[];
}

/** What becomes of a record that a change brings along. */
export interface ReportedProof {
  /** From the repository's root. */
  readonly record: string;
  /**
   * `derived`: GitHub says the same. `signed`: by security keys. `decided-here`: people let this very file in. `kept`: the default branch
   * has it.
   */
  readonly state: 'derived' | 'signed' | 'decided-here' | 'kept' | 'unproven';
  /** Absent where it is proven. */
  readonly why?: Unproven;
  /** What it says, which nothing proves; absent where it is proven, or cannot be read. Third-party texts. */
  readonly says?: {
    readonly decision: 'approve' | 'approve-file' | 'deny' | 'revoke';
    /** A purl, a path, or the name of a record. */
    readonly subject: string;
    readonly by: readonly string[];
    readonly reason: string;
    readonly expiresAt: Instant | null;
  };
}

/** Why nothing proves a record. */
export type Unproven =
  | ('too-large' | 'not-json' | 'not-a-record' | 'misnamed' | 'other-repository')
  /** More than a run asks about. */
  | 'too-many'
  /** On the command line nobody can be asked. */
  | 'no-platform'
  | ('no-pull' | 'not-merged')
  /** Merged into a branch that is neither the default branch nor a baseline. */
  | 'careless-branch'
  /** The policy of that state cannot be read, or names nobody; or a signature was made under another policy. */
  | 'policy-unknown'
  /** The merge does not bring in what the record is about. */
  | 'not-brought-in'
  /** What was said on the pull request comes to no such record. */
  | 'not-derived'
  /** A revocation, or about several files: only people, or a signature, let it in. */
  | 'not-derivable'
  /** A signature does not verify, or is by no key of the policy. */
  | 'signature'
  /** Those who signed are not those whom it names, or may not decide. */
  | 'signer'
  /** Somebody who signed proposed this change; or it is not known who did. */
  | ('proposer' | 'proposers-unknown')
  | 'too-few'
  /** It ends later than the policy allows, or has ended. */
  | 'wrong-time'
  /** Enough people let the file in, and it names others, or other codes than those that block. */
  | 'not-as-named'
  /** Enough people let the file in, and it says what only GitHub or a signature could prove. */
  | 'says-more'
  /** The ledger has another record of the same approval. */
  | 'recorded-already'
  /** An approval of the same was revoked after it was given. */
  | 'revoked';
