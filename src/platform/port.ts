import type { Hearing } from '../decisions/count.ts';
import type {
  Account,
  Approvals,
  Authorship,
  Evidence,
  Instant,
  LookReason,
  Proposers,
  Report,
  Snapshot,
} from '../model/index.ts';
import type { PolicyText } from '../policy/load.ts';
import type { ReadExtended } from '../policy/open.ts';
import type { RemotePolicy } from '../policy/remote.ts';
import type { Annotations } from '../report/formats/annotations.ts';
import type { CheckOutput } from '../report/formats/check.ts';

/**
 * What a platform that runs the gate on changes does for it, for one event. Whoever adds a platform implements this; its
 * inputs and events are its own.
 */
export interface Platform {
  /** @throws GateFailure `event`, `repository-unavailable`, `budget` */
  readonly range: (readBaselines: ReadBaselines) => Promise<Range>;
  /** A commit, read by object id and never checked out. */
  readonly snapshot: (commit: string) => Promise<Snapshot>;
  /** Who made the change; absent where there is nothing to compare with. */
  readonly authorship: (range: CheckRange) => Promise<Evidence<Authorship>>;
  /** The platform's numeric id of the repository. */
  readonly repositoryId: number;
  /** The tip of a branch; undefined where there is none. @throws GateFailure `repository-unavailable` */
  readonly branch: (name: string) => Promise<Snapshot | undefined>;
  /** Where decisions of people about that change come from; absent where this event has none. */
  readonly decisions: (range: CheckRange) => DecisionPort | undefined;
  /** The policy of another repository. */
  readonly policyOf: ReadExtended;
  /** The operator's policy of another repository; its ref is resolved once in a run. */
  readonly remotePolicy: (remote: RemotePolicy) => Promise<PolicyText>;
  /** Publishes a report everywhere. A refusal is logged, and changes no verdict. */
  readonly publish: (publication: Publication) => Promise<void>;
  /**
   * Says that the head was not judged: in the summary, and where an earlier report stands that would be taken for one about
   * this head. A refusal is logged.
   * @param markdown begins with the marker of a comment
   */
  readonly publishUnjudged: (markdown: string) => Promise<void>;
  /** Sets the status of the head, if the run asks for one. @returns whether it stands; a refusal is logged. */
  readonly setStatus: (status: CommitStatus) => Promise<boolean>;
  /** Whether a merge into each of these branches waits for that status. */
  readonly isStatusRequired: (branches: readonly string[]) => Promise<boolean>;
}

/** Where decisions of people come from. */
export interface DecisionPort {
  /** The platform's numeric id of the repository: part of what is decided. */
  readonly repositoryId: number;
  /** The pull request that is judged; absent for several, or none. */
  readonly pull?: number;
  /** Who opened the pull request, as far as the event says: no request. */
  readonly author: Proposers;
  /** Reads who proposed the pull request, whatever anybody said on it; absent where there are several. */
  readonly proposed?: (order: Omit<HearOrder, 'patience'>) => Promise<Proposers>;
  /** Reads what people have said, and who proposed it; absent for several. */
  readonly hear?: (order: HearOrder) => Promise<Heard>;
  /** Whether nobody has said anything: then only who proposed it is to be heard. */
  readonly isSilent?: boolean;
  /** Whether members of teams cannot count in this run. */
  readonly cannotAskTeams?: true;
  /** The same for an event that brings in several pull requests: the words on each cover what that one brings in. */
  readonly hearEach?: (order: HearOrder) => Promise<HeardEach>;
  /** The pull request that a record names; undefined where there is none. */
  readonly recorded?: (number: number) => Promise<RecordedPull | undefined>;
  /** What accounts may do here: those whose signature a record holds. */
  readonly standings?: (accounts: readonly Account[], approvals: Approvals) => Promise<Hearing['standings']>;
}

/** A pull request that a record names, as it is told now. */
export interface RecordedPull {
  readonly number: number;
  /** Its own head. */
  readonly head: string;
  /** What its branch was at since it was opened, the newest first: what somebody pushed over, too. */
  readonly formerHeads: () => Promise<readonly string[]>;
  /** Absent where it was not merged. */
  readonly merged?: {
    readonly at: Instant;
    /** The branch. */
    readonly into: string;
    readonly isDefault: boolean;
    readonly commit: string;
    /** The state of the branch that it came on; absent where that is not known. */
    readonly before: string | undefined;
  };
  readonly hear: (order: Pick<HearOrder, 'approvals' | 'isWatched'>) => Promise<ToldAnew>;
  readonly open: (commit: string) => Promise<Snapshot>;
}

/** What was said on it. */
export interface ToldAnew extends Heard {
  readonly mergedAt?: Instant;
}

export interface HearOrder {
  readonly approvals: Approvals;
  /** Whether a path decides what is installed. */
  readonly isWatched: (path: string) => boolean;
  /**
   * How long it is worth to wait for what the platform does not know yet: long where a decision could turn the verdict, shortly
   * where only a denial could, and not at all where none can.
   */
  readonly patience: 'long' | 'short' | 'none';
  /** Those whose part in the change matters though they say nothing here: who approved it in a record. */
  readonly settle?: ReadonlySet<number>;
}

/** All that a platform tells about decisions. */
export type Heard = Pick<Hearing, 'comments' | 'deleted' | 'reviews' | 'proposers' | 'standings' | 'tampered'>;

/** Everything that a merge group or a push brings in, step by step, or why that is not known. */
export interface HeardEach {
  /** Why nothing that is approved by comment counts: one sentence of ours. Of `pulls` then only what people deny does. */
  readonly unknown?: string;
  /** In the order in which they land: each entry of the queue, or each commit of the branch's own line. */
  readonly steps: readonly Step[];
  readonly pulls: readonly HeardPull[];
  /** Whether they are merged already: what is said now lets nothing in. */
  readonly isMerged: boolean;
  readonly open: (commit: string) => Promise<Snapshot>;
}

/** From one state of the branch to the next. */
export interface Step {
  readonly base: string;
  readonly commit: string;
  /** Numbers of the pull requests that it merges; none where somebody pushed it. */
  readonly pulls: readonly number[];
}

/** What was said on one pull request of several. */
export interface HeardPull extends Omit<Heard, 'proposers'> {
  readonly number: number;
  /** Its own head. */
  readonly head: string;
  /** When it was merged; what is said later lets nothing in. */
  readonly mergedAt?: Instant;
  /** Who made it, by what it and its commits say; absent: not known. */
  readonly authorship?: () => Promise<Evidence<Authorship>>;
  /** Who proposed it. @param settle whose part is worth requests */
  readonly proposers: (settle: ReadonlySet<number> | 'all') => Promise<Proposers>;
}

/** What stands at a commit, beside the checks: unlike a check it can also be undecided. */
export interface CommitStatus {
  readonly state: 'pending' | 'success' | 'failure' | 'error';
  /** One line without third-party text. */
  readonly words: string;
}

/** Which commits one run compares, and where its policy is read. */
export type Range =
  | CheckRange
  | { readonly kind: 'audit'; readonly head: string; readonly policy: string; readonly notes: readonly string[] }
  /** The event leaves nothing to judge: a success. */
  | { readonly kind: 'nothing'; readonly reason: string }
  /** What the event is about is gone: no success, and nothing is published about what took its place. */
  | { readonly kind: 'superseded'; readonly reason: string };

/** The branches, and patterns of branches, that the policy at a commit declares as baselines. */
export type ReadBaselines = (commit: string) => Promise<readonly string[]>;

export interface CheckRange {
  readonly kind: 'check';
  /** Absent only for the very first push of the default branch: everything is new. */
  readonly base?: string;
  readonly head: string;
  /** The commit that policy and registry map are read from: always of the default branch. */
  readonly policy: string;
  /** Of a pull request: the base branch that is judged, as it stands. */
  readonly baseRef?: string;
  /** The base branches of every open pull request with the same head. */
  readonly baseRefs?: readonly string[];
  /** Further comparisons of the same head; the worst of all counts. */
  readonly also: readonly SecondLook[];
  /**
   * The branch whose past counts: the base of a pull request, or the target of a queue, where that is a baseline, else the default
   * branch; of a push that branch itself. Absent where no decisions are asked for.
   */
  readonly trustedRef?: string;
  /** Of a pull request: how many comments it has as it stands. */
  readonly comments?: number;
  /** In a merge queue: what is in front of the entry that is judged. */
  readonly queue?: Queue;
  /** Whether what was judged is still what stands: otherwise why not, as a sentence. A success must not be said without it. */
  readonly whyOutdated?: () => Promise<string | undefined>;
  /** Notes for a reader about the choice, as sentences. */
  readonly notes: readonly string[];
}

export interface SecondLook {
  readonly base: string;
  readonly head: string;
  readonly reason: LookReason;
}

/** The entries of a merge queue that a group is built on and that have not landed. */
export interface Queue {
  /** The next to land first. Without numbers, and only the newest of them, where GitHub does not say. */
  readonly entries: () => Promise<readonly QueueEntry[]>;
  /** The pull request that the group itself adds; absent where GitHub does not say. */
  readonly own?: number;
}

export interface QueueEntry {
  readonly commit: string;
  readonly pull?: number;
}

/** A report in every form that the action sends, finished by `report/`. */
export interface Publication {
  readonly report: Report;
  /** Whether the policy asks for a review, as the input may. */
  readonly review?: boolean;
  /** When the policy wants a comment to be created; one that is there is always updated. Default: `always`. */
  readonly when?: 'always' | 'findings' | 'never';
  /** Whether a person has to do something that only the comment says: it is created whatever the policy wants. */
  readonly isUrgent?: true;
  readonly annotations: Annotations;
  /** The check run for the annotations; absent where it was not asked for. */
  readonly check?: CheckOutput;
  /** Markdown of at most 1 MiB. */
  readonly summary: string;
  /** Markdown of at most 65,536 characters that begins with its marker. */
  readonly comment: string;
  /** The JSON report. */
  readonly json: string;
  /** The SARIF report; absent where it was not asked for. */
  readonly sarif?: string;
  /** The evidence file; absent where none was collected. */
  readonly evidence?: string;
  /** The documents about what came in; absent where they were not asked for, or nothing came in. */
  readonly admission?: PublishedAdmission;
  /** The records of what was decided, by their paths in the repository. */
  readonly records?: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** Documents about what came in, not signed yet. */
export interface PublishedAdmission {
  /** In-toto statements, each one line of JSON. */
  readonly statements: readonly string[];
  /** Whether the policy lets a repository that is not public sign through the public Sigstore. */
  readonly publicLog: boolean;
  /** Another Sigstore, which the policy names; absent: the public one. */
  readonly sigstore?: { readonly fulcio: string; readonly rekor: string };
}
