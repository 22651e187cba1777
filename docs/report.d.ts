/** The JSON report of lockgate, `lockgate-report/1`. Generated from report.schema.json: do not edit. */
export interface Report {
  readonly schema: 'lockgate-report/1';
  /** fail: the policy is violated; error: something could not be evaluated */
  readonly verdict: 'pass' | 'warn' | 'fail' | 'error';
  /** check: what a change pulls in; audit: everything that is locked */
  readonly mode: 'check' | 'audit';
  /** ISO 8601 in UTC */
  readonly evaluatedAt: string;
  readonly base: string | null;
  readonly head: string | null;
  readonly policy: {
    readonly source: string;
    /** sha256: and hex, over the effective policy */
    readonly digest: string;
    readonly mode: 'enforce' | 'observe';
    /** of a policy of another repository, which the operator named: `owner/name`; absent for every other */
    readonly repository?: string;
    /** the branch, tag or commit that the operator named there */
    readonly ref?: string;
    /** the commit that it was in this run */
    readonly commit?: string;
    /** this repository's own policy file, which does not apply then */
    readonly unused?: string;
  };
  readonly lockfiles: readonly ({
    /** from the root of the repository, / between segments */
    readonly path: string;
    readonly format: 'npm' | 'yarn-classic' | 'yarn-berry' | 'pnpm' | 'bun' | 'deno';
    /** as the format spells it */
    readonly formatVersion: string;
    readonly status: 'added' | 'removed' | 'changed' | 'unchanged';
    /** distinct name@version pairs that it locks from registries; workspaces, links, git and files are not counted */
    readonly packages: number;
    /** what it is compared with, if that is not the lockfile with the same path and format */
    readonly former?: {
      /** from the root of the repository, / between segments */
      readonly path: string;
      readonly format: 'npm' | 'yarn-classic' | 'yarn-berry' | 'pnpm' | 'bun' | 'deno';
    };
  })[];
  /** those that were trusted for the judged packages */
  readonly registries: readonly ({
    readonly url: string;
    /** who names it; operator: npm configuration, or the registry flag or input */
    readonly role: 'public' | 'policy' | 'operator';
    /** distinct package versions that were judged by its answers */
    readonly packages: number;
    /** what it did not offer, or was not asked for, with the number of package versions; absent: nothing */
    readonly notJudged?: {
      readonly malware?: number;
      readonly advisories?: number;
      readonly signatures?: number;
      readonly provenance?: number;
      readonly publishers?: number;
      readonly publishTimes?: number;
    };
  })[];
  /** who else answered, because the policy names it: `osv`, or the address of another registry */
  readonly sources?: {
    readonly malware?: readonly (string)[];
    readonly advisories?: readonly (string)[];
    readonly attestations?: readonly (string)[];
    readonly popularity?: readonly (string)[];
  };
  readonly changes: readonly ({
    readonly kind: 'added' | 'removed' | 'updated';
    /** the real package name, aliases resolved */
    readonly name: string;
    readonly version: string;
    /** equal to version where only other aspects changed */
    readonly previousVersion: string | null;
    /** of vet: the base locks it as it is, and nothing about it would change; not counted as updated */
    readonly alreadyLocked?: true;
    readonly changed: readonly ('version' | 'resolved' | 'integrity' | 'source' | 'dependency-types' | 'alias' | 'bin' | 'in-bundle' | 'has-shrinkwrap' | 'has-install-script' | 'platforms' | 'requirements' | 'other-fields' | 'folder-scripts')[];
    /** from the root of the repository, / between segments */
    readonly lockfile: string;
    /** 1-based; 0 means the path as a whole */
    readonly line: number;
    readonly direct: boolean;
    /** computed by reachability, not the lockfile flags */
    readonly dependencyTypes: readonly ('prod' | 'dev' | 'optional' | 'peer')[];
    /** folders whose manifests reach it; empty text for the root */
    readonly importers: readonly (string)[];
    /** shortest paths by name, from a root dependency to this package */
    readonly via: readonly (readonly (string)[])[];
    /** where manifests declare a direct dependency */
    readonly manifests: readonly ({
      /** from the root of the repository, / between segments */
      readonly path: string;
      /** 1-based; 0 means the path as a whole */
      readonly line: number;
    })[];
    /** for a transitive package with findings: where manifests declare the direct dependencies that pull it in */
    readonly roots?: readonly ({
      /** from the root of the repository, / between segments */
      readonly path: string;
      /** 1-based; 0 means the path as a whole */
      readonly line: number;
      /** as the manifest names it */
      readonly name: string;
    })[];
    readonly source: 'registry' | 'git' | 'remote' | 'file' | 'link' | 'workspace' | 'exec' | 'patch' | 'portal' | 'jsr' | 'import';
    /** the trusted registry that applies to the name */
    readonly registry: string | null;
    readonly evidence: {
      /** what the trusted registry answers; absent: it does not have the name; not-applicable: not a registry package */
      readonly existence: 'listed' | 'version-missing' | 'no-versions' | 'security-placeholder' | 'refused' | 'absent' | 'unavailable' | 'not-applicable' | 'not-evaluated';
      readonly registrySignature: 'verified' | 'invalid' | 'absent' | 'unavailable' | 'not-applicable' | 'not-evaluated';
      readonly provenance: 'verified' | 'invalid' | 'absent' | 'unavailable' | 'not-applicable' | 'not-evaluated';
      readonly trust: 'staged' | 'trusted-publisher' | 'provenance' | 'none' | 'unavailable' | 'not-evaluated';
      readonly publishedAt: string | null;
      /** ids of the records about this version, malware included, whether or not a rule reports them */
      readonly advisories: {
        readonly state: 'known' | 'unavailable' | 'not-applicable' | 'not-evaluated';
        readonly ids: readonly (string)[];
      };
      /** where a verified provenance says that it was built; null where none is verified */
      readonly provenanceIdentity: {
        readonly repository: string;
        readonly workflow: string | null;
        readonly commit: string | null;
      } | null;
      /** the version that was locked at the base; null if the base did not lock the name */
      readonly previous: {
        readonly version: string;
        /** claimed: the registry says so and nothing was verified */
        readonly provenance: 'verified' | 'invalid' | 'absent' | 'unavailable' | 'not-applicable' | 'not-evaluated' | 'claimed';
        readonly trust: 'staged' | 'trusted-publisher' | 'provenance' | 'none' | 'unavailable' | 'not-evaluated';
      } | null;
      /** compares the commits that the previous and this version were built from: from two verified provenances of one repository on github.com or gitlab.com; absent: it is not certain what to compare */
      readonly compareUrl?: string;
    };
  })[];
  /** worst first */
  readonly findings: readonly ({
    readonly rule: string;
    /** note: listed, and never in the verdict */
    readonly level: 'error' | 'warn' | 'note';
    /** whether no policy, exception or approval can lower it: it cannot be waived */
    readonly floor: boolean;
    /** indeterminate: evidence that the rule needs could not be read */
    readonly outcome: 'violation' | 'indeterminate';
    /** why it is indeterminate; absent for a violation */
    readonly cause?: {
      /** what the rule needed to know */
      readonly evidence: 'existence' | 'release' | 'publishedAt' | 'signedAt' | 'firstPublishedAt' | 'history' | 'predecessor' | 'registrySignature' | 'provenance' | 'publisher' | 'trust' | 'priorTrust' | 'priorProvenance' | 'predecessorProvenance' | 'earlierBuilds' | 'bringers' | 'upgrades' | 'malware' | 'advisories' | 'downloads' | 'prominence' | 'lookalike' | 'tarball' | 'predecessorTarball' | 'predecessorAdvisories' | 'contents' | 'bundling' | 'namesake' | 'authorship' | 'license';
      /** what was asked for it; document: the document of the registry about the name */
      readonly asked: 'document' | 'keys' | 'attestations' | 'advisories' | 'osv' | 'downloads' | 'tarball' | 'authorship';
      /** not-provided: the answer does not include it */
      readonly reason: 'not-provided' | 'offline' | 'not-recorded' | 'network' | 'timeout' | 'throttled' | 'server-error' | 'unauthorized' | 'redirected' | 'too-large' | 'malformed' | 'budget';
      /** for a person */
      readonly detail: string;
    };
    /** message ids of the rule, worst first */
    readonly codes: readonly (string)[];
    readonly name: string | null;
    readonly version: string | null;
    /** third-party text in it stands between backticks */
    readonly message: string;
    readonly remediation: string;
    /** from the root of the repository, / between segments */
    readonly lockfile: string;
    /** 1-based; 0 means the path as a whole */
    readonly line: number;
    /** lockfile entries concerned */
    readonly places: number;
    /** package versions that a folded finding stands for; absent: one, or none */
    readonly packages?: number;
    /** every rule that could not judge them; of a finding about a registry only */
    readonly rules?: readonly (string)[];
    /** ids of the records (advisories) that the whole finding is about */
    readonly about?: readonly (string)[];
    /** other ids of those records, by the id under `about`; an exception may name either */
    readonly aliases?: { readonly [key: string]: readonly (string)[] };
    /** the fingerprint is over mode and blob id, before and after, of every file that the finding is about: an exception may name the finding by path, codes and fingerprint */
    readonly ofFiles?: true;
    /** SHA-256, hex, over the stable parts of the finding */
    readonly fingerprint: string;
    /** when it disappears by itself, because nothing but an age is missing */
    readonly passesAt?: string;
    /** the entry of the merge queue that it comes with, where the group has several */
    readonly queueEntry?: {
      readonly pull: number | null;
      readonly ahead: boolean;
    };
    readonly status: 'reported' | 'excepted' | 'approved';
    /** the exception or decision that covers it */
    readonly decision: string | null;
    /** the entry of the policy, or the decision of people, that covers it; absent where none does */
    readonly coveredBy?: {
      readonly kind: 'exception' | 'publisher';
      readonly id: string;
      /** as the policy words it */
      readonly reason: string;
      /** who answers for it */
      readonly owner?: string;
      /** the first day (UTC) on which it no longer applies */
      readonly expires: string;
      /** file and line of the entry */
      readonly origin: string;
    } | {
      readonly kind: 'decision';
      /** what was decided, 64 hex digits */
      readonly id: string;
      /** everybody whose approval counts for it */
      readonly by: readonly ({
        readonly login: string;
        /** numeric id of the account */
        readonly id: number;
        readonly comment: string | null;
        /** path of the record that says it, where the comment was not heard */
        readonly record?: string;
        readonly reason: string;
        readonly at: string;
      })[];
    };
  })[];
  /** what could not be evaluated */
  readonly errors: readonly ({
    readonly code: string;
    readonly message: string;
    readonly path?: string;
    readonly line?: number;
    /** 1-based, in UTF-16 units */
    readonly column?: number;
  })[];
  /** listed versions without a verified provenance: invalid, missing, unavailable; direct ones first */
  readonly missingProvenance: readonly ({
    /** missing: none is claimed; unavailable: it could not be read; invalid: it does not verify */
    readonly reason: 'missing' | 'unavailable' | 'invalid';
    readonly name: string;
    readonly version: string;
    readonly direct: boolean;
    readonly previousVersion: string | null;
    /** what the previous version had, verified or claimed; new: there is no previous version */
    readonly previously: 'had' | 'had-none' | 'unknown' | 'new';
    readonly lockfiles: readonly (string)[];
  })[];
  /** who may decide about what blocks, and what was decided; absent: nothing to decide */
  readonly decisions?: {
    /** whether comments were read */
    readonly asked: boolean;
    /** numeric id of the repository that decisions are about */
    readonly repositoryId?: number;
    /** of a merge group and of a push: the pull requests that were asked */
    readonly pulls?: readonly (number)[];
    /** why no decision by comment counts here, or not for everything */
    readonly notCounted?: string;
    /** how many different people an approval needs */
    readonly required: number;
    /** why that is one more than the policy says */
    readonly because?: string;
    readonly approvers: {
      readonly users: readonly ({
        readonly login: string;
        /** numeric id of the account */
        readonly id: number;
      })[];
      readonly teams: readonly ({
        readonly slug: string;
        readonly id: number;
      })[];
    };
    /** who proposed the change, and so cannot approve it */
    readonly proposers: readonly ({
      readonly account: {
        /** numeric id of the account */
        readonly id: number;
        readonly login: string;
        readonly type: 'User' | 'Bot' | 'Organization' | 'Mannequin' | 'EnterpriseUserAccount';
      };
      readonly as: 'author' | 'pusher' | 'commit-author' | 'committer' | 'co-author' | 'requester' | 'assigner';
      readonly commit?: string;
    })[];
    /** what a decision would let in, or has let in */
    readonly offers: readonly ({
      readonly kind: 'package' | 'file';
      readonly name: string | null;
      readonly version: string | null;
      readonly path: string | null;
      /** what is decided, 64 hex digits */
      readonly digest: string;
      /** rule/code, of what blocks */
      readonly codes: readonly (string)[];
      /** the line of a comment that approves it; null where none can be written */
      readonly line: string | null;
      /** kinds of evidence that could not be read */
      readonly unread: readonly (string)[];
      readonly approvals: readonly ({
        readonly login: string;
        /** numeric id of the account */
        readonly id: number;
        readonly comment: string | null;
        /** path of the record that says it, where the comment was not heard */
        readonly record?: string;
        readonly reason: string;
        readonly at: string;
      })[];
      readonly isApproved: boolean;
      /** one approver is enough for it, a proposer too */
      readonly byOne?: true;
    })[];
    /** what no decision lets in */
    readonly undecidable: readonly ({
      readonly name: string | null;
      readonly version: string | null;
      readonly lockfile: string;
      /** rule/code, of what blocks */
      readonly codes: readonly (string)[];
      readonly why: 'floor' | 'no-bytes' | 'no-digest' | 'denied-by-policy' | 'ask-again' | 'no-subject' | 'otherwise-elsewhere' | 'no-repository';
    })[];
    readonly denials: readonly ({
      readonly login: string;
      /** numeric id of the account */
      readonly id: number;
      readonly comment: string | null;
      /** path of the record that says it, where the comment was not heard */
      readonly record?: string;
      readonly reason: string;
      readonly at: string;
      readonly name: string;
      readonly version: string;
    })[];
    /** lines that do not count */
    readonly refusals: readonly ({
      readonly account: {
        /** numeric id of the account */
        readonly id: number;
        readonly login: string;
        readonly type: 'User' | 'Bot' | 'Organization' | 'Mannequin' | 'EnterpriseUserAccount';
      } | null;
      /** number of the comment */
      readonly comment: string;
      readonly line: string;
      readonly why: 'not-a-user' | 'not-listed' | 'team-not-asked' | 'no-permission' | 'never' | 'proposer' | 'edited' | 'minimized' | 'by-mail' | 'by-app' | 'malformed' | 'other-digest' | 'other-codes' | 'not-here' | 'not-decidable' | 'contradicts-itself' | 'superseded' | 'denied' | 'expired' | 'after-report-was-edited' | 'no-approvers' | 'account-gone' | 'after-merge' | 'in-a-review' | 'unclear-text' | 'not-alone';
      readonly fix: string;
      readonly commit?: string;
      readonly pull?: number;
    })[];
    /** deleted comments of people who may approve */
    readonly deleted: readonly ({
      readonly author: {
        /** numeric id of the account */
        readonly id: number;
        readonly login: string;
        readonly type: 'User' | 'Bot' | 'Organization' | 'Mannequin' | 'EnterpriseUserAccount';
      } | null;
      readonly by: {
        /** numeric id of the account */
        readonly id: number;
        readonly login: string;
        readonly type: 'User' | 'Bot' | 'Organization' | 'Mannequin' | 'EnterpriseUserAccount';
      } | null;
      readonly at: string;
    })[];
    /** what the records of decisions say here; absent where none is about anything here */
    readonly ledger?: {
      /** the state that the records were read from */
      readonly commit: string;
      readonly used: readonly ({
        /** its path */
        readonly record: string;
        readonly decision: 'approve' | 'deny';
        readonly name: string | null;
        readonly version: string | null;
        /** the file that it is about */
        readonly path: string | null;
        /** logins */
        readonly by: readonly (string)[];
        readonly reason: string;
        readonly expiresAt: string | null;
      })[];
      readonly notCounted: readonly ({
        readonly record: string;
        readonly why: 'not-a-file' | 'too-large' | 'not-json' | 'not-a-record' | 'misnamed' | 'revoked' | 'maybe-revoked' | 'expired' | 'not-yet' | 'no-approvers' | 'not-listed' | 'other-facts' | 'other-codes' | 'too-few' | 'decided-here-alone' | 'proposer' | 'proposers-unknown' | 'no-repository';
      })[];
      /** records of other repositories */
      readonly elsewhere: number;
      readonly notes: readonly (string)[];
    };
    /** who may sign a record; absent where the policy lists no keys */
    readonly keyHolders?: {
      /** accounts whose security keys the policy lists */
      readonly ids: readonly (number)[];
      /** whether they may decide about what they proposed themselves */
      readonly own: boolean;
    };
    /** the records that the change brings along, and what proves them; absent where it brings none */
    readonly proofs?: readonly ({
      /** its path */
      readonly record: string;
      readonly state: 'derived' | 'signed' | 'decided-here' | 'kept' | 'unproven';
      readonly why?: 'too-large' | 'not-json' | 'not-a-record' | 'misnamed' | 'other-repository' | 'too-many' | 'no-platform' | 'no-pull' | 'not-merged' | 'careless-branch' | 'policy-unknown' | 'not-brought-in' | 'not-derived' | 'not-derivable' | 'signature' | 'signer' | 'proposer' | 'proposers-unknown' | 'too-few' | 'wrong-time' | 'not-as-named' | 'says-more' | 'recorded-already' | 'revoked';
      /** what it says, which nothing proves */
      readonly says?: {
        readonly decision: 'approve' | 'approve-file' | 'deny' | 'revoke';
        /** a purl, a path, or the name of a record */
        readonly subject: string;
        /** logins */
        readonly by: readonly (string)[];
        readonly reason: string;
        readonly expiresAt: string | null;
      };
    })[];
  };
  /** the bot or agent that proposed the change, where the policy lists `proposers`; absent: a person */
  readonly proposer?: {
    readonly login: string;
    /** of the account; null: not known */
    readonly id: number | null;
    /** who answers for it; null: the policy does not list it */
    readonly owner: string | null;
    /** what it may propose without a decision in this change */
    readonly may: 'nothing' | 'updates' | 'dev' | 'prod';
  };
  /** the keys and roots that something was verified with; absent: nothing was */
  readonly trust?: {
    readonly material: 'embedded' | 'refreshed' | 'given';
    readonly date: string | null;
    /** whether a newer lockgate or a refresh should be used */
    readonly old: boolean;
  };
  readonly counts: {
    readonly added: number;
    readonly updated: number;
    readonly removed: number;
    /** at level warn or error, covered ones too */
    readonly findings: number;
    /** findings at level note */
    readonly notes: number;
    /** indeterminate findings, at whatever level */
    readonly unjudged: number;
    /** violations by their effect: something is known against what they are about */
    readonly found: {
      readonly blocks: number;
      readonly warns: number;
      readonly notes: number;
      readonly covered: number;
    };
    /** indeterminate findings by their effect: nothing is known */
    readonly couldNotJudge: {
      readonly blocks: number;
      readonly warns: number;
      readonly notes: number;
      readonly covered: number;
    };
    readonly errors: number;
  };
}

export type Lockfile = Report['lockfiles'][number];
export type Change = Report['changes'][number];
export type Evidence = Change['evidence'];
export type Finding = Report['findings'][number];
export type ReportError = Report['errors'][number];
