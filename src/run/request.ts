import type { Collected } from '../evidence/collect.ts';
import type {
  Authorship,
  Comparison,
  Evidence,
  EvidenceKind,
  Instant,
  LookReason,
  ReportedDecisions,
  ReportedProposer,
  ReportedTrust,
  Requirement,
  Snapshot,
} from '../model/index.ts';
import type { EffectivePolicy, PolicyText, Preset } from '../policy/load.ts';
import type { PolicyOutline, ReadExtended } from '../policy/open.ts';
import type { EvidenceFile } from '../recording/evidence-types.ts';
import type { DecisionPort } from '../platform/port.ts';
import type { DocumentAnswer } from '../registry/answer.ts';
import type { ClientLimits } from '../registry/limits.ts';
import type { RegistrySession } from '../registry/session.ts';
import type { GivenTrust, TrustSettings } from './trust-settings.ts';
import type { Judgement } from './verdict.ts';

/** A record as a file of the ledger. */
export interface RecordFile {
  /** From the repository's root. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What is judged, and how: every command and event becomes one of these. */
export type RunRequest = GateRequest | ReplayRequest;

interface Judged {
  /** The operator's own policy, instead of the subject's. */
  readonly policy?: PolicyText | (() => Promise<PolicyText>) | undefined;
  readonly preset?: Preset | undefined;
  /** Limits requests to registries to one package; everything that was collected is still judged. */
  readonly focus?: Focus;
  /** Called with an unexpected exception. */
  readonly onDefect?: (cause: unknown) => void;
}

/** One state of a repository, or two. */
export interface GateRequest extends Judged {
  readonly mode: 'check' | 'audit';
  /** Absent in an audit, and in a check that has nothing to compare with: then everything is new. */
  readonly base?: Snapshot;
  readonly head: Snapshot;
  /** Where policy and registry settings are read: never a state that the proposer can write. */
  readonly trusted: Snapshot;
  /** Further comparisons of the same change; the worst of all counts. */
  readonly also?: readonly Look[];
  /** In a merge queue: what is in front and has not landed. */
  readonly queue?: QueueAhead | undefined;
  /** Where decisions of people come from; absent where there are none. */
  readonly decisions?: DecisionPort | undefined;
  /** How records of decisions are used; absent: they are not. */
  readonly ledger?: LedgerUse | undefined;
  /** The policy's path in the trusted snapshot. */
  readonly policyPath: string;
  /** Whether a person named that path, so that a missing file is an error and not the preset. */
  readonly isPolicyNamed?: boolean;
  /** Whether a policy file wins over `preset`, which then says only what applies without one. Default: the preset replaces what the file extends. */
  readonly presetYields?: boolean;
  /** Reads the policy of another repository that the policy extends; absent where GitHub cannot be asked. */
  readonly readExtended?: ReadExtended;
  /** Replaces the public registry. */
  readonly registry?: string;
  /** The OSV API to ask if the policy names it as a source. Absent: the public one, or none with a `registry`. */
  readonly osv?: string;
  /** The operator's own trusted root and registry keys, instead of the policy's. */
  readonly trust?: GivenTrust;
  /** Specs to judge as if they were added to the head. */
  readonly vet?: readonly Requirement[];
  /** The folder of the project that they would be added to, from the repository's root. Default: that root. */
  readonly vetFolder?: string;
  /** Packuments that a run before has asked for, by `packumentSubject`: what this run asks for is added. */
  readonly documents?: Map<string, DocumentAnswer>;
  /** Which of the gated lockfiles this run is about. Default: all. */
  readonly isLookedAt?: (path: string) => boolean;
  readonly now: Instant;
  readonly offline: boolean;
  /** Evidence to use instead of requests. */
  readonly recorded?: EvidenceFile;
  /** Answers that several runs share (see `rehearse`). Then nothing is resolved that no lockfile pins. */
  readonly session?: RegistrySession;
  /** What base and head differ in, where that is known. */
  readonly compared?: Comparison | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the folder that the proposer may have written to: no certificate is read from there. */
  readonly workTree: string;
  /** Reads who made the change; called only if a change pulls in a direct dependency. */
  readonly authorship?: () => Promise<Evidence<Authorship>>;
  /** Reads who proposed it, by all that the platform tells; called only where the policy lets its author propose what it brings in. */
  readonly proposed?: DecisionPort['proposed'] | undefined;
  /** Called with the number of packages that a registry has answered for, and of all. */
  readonly progress?: (done: number, total: number) => void;
  /** Shorter limits for requests to registries, for a caller that has slow ones. */
  readonly limits?: Partial<ClientLimits>;
}

/** What a run has to know to use the records that lie in the trusted snapshot. */
export interface LedgerUse {
  /** The platform's numeric id of the repository, undefined where it is not known. Asked only where a record may be about something. */
  readonly repositoryId: () => Promise<number | undefined>;
  /** Whether nobody can tell who proposes (the command line): then the check on the pull request does. */
  readonly isLocal?: true;
  /** Branches beside the default branch whose lockfiles count as the past, of those that the policy names; none unless told. */
  readonly baselines?: (named: readonly string[]) => readonly (() => Promise<Snapshot | undefined>)[];
}

export interface Look {
  readonly base: Snapshot;
  readonly head: Snapshot;
  readonly reason: LookReason;
}

export interface QueueAhead {
  /** The next to land first; asked for only if something was found. */
  readonly entries: () => Promise<readonly { readonly snapshot: Snapshot; readonly pull?: number }[]>;
  /** The pull request that is judged; absent where it is not known. */
  readonly own?: number;
}

/** Recorded evidence, judged again: the comparison, the registries and whom to trust are the recording's. */
export interface ReplayRequest extends Judged {
  readonly replay: EvidenceFile;
  /** Whether each package speaks for itself, also where others share its cause. */
  readonly isEach?: boolean;
  /** Reads what the operator's own policy extends, where the recording does not have it. */
  readonly readExtended?: ReadExtended | undefined;
  /** Default: when it was recorded. */
  readonly now?: Instant;
}

/** A package as a person names it. */
export interface Wanted {
  readonly name: string;
  readonly version?: string;
}

/** The one package that a run is asked about. */
export interface Focus {
  readonly wanted: Wanted;
  /** Evidence to collect in addition to what the policy's rules need. */
  readonly also?: readonly EvidenceKind[];
}

/** The outcome of one run. Report, explanations and recording are made from it alone. */
export interface Run {
  readonly now: Instant;
  readonly preset?: Preset | undefined;
  /** The policy's text; absent where a preset alone applies, and where it could not be read. */
  readonly file?: PolicyText | undefined;
  /** Absent if it could not be opened. */
  readonly policy?: PolicyOutline | undefined;
  /** The effective policy, with a value for everything; absent if nothing was judged by it. */
  readonly effective?: EffectivePolicy;
  readonly trust: TrustSettings;
  /** All that is locked, or that changes. */
  readonly whole: Comparison;
  /** The part of it that was judged. Its errors are the run's. */
  readonly comparison: Comparison;
  readonly collected: Collected;
  readonly judgement: Judgement;
  /** The other comparisons of the same head; absent where there are none. */
  readonly looks?: readonly Pick<Run, 'comparison' | 'collected'>[];
  /** Who may decide, and what was decided; absent where there is nothing to decide. */
  readonly decisions?: ReportedDecisions;
  /** The records that follow from them, as they are derived after the merge; absent where there are none. */
  readonly records?: readonly RecordFile[];
  /** The bot or agent that proposed the change; absent for a person's, and where no policy lists any. */
  readonly proposer?: ReportedProposer | undefined;
  /** The trust material that was used; absent if nothing was verified. */
  readonly trusted?: ReportedTrust | undefined;
  /** Whether it ended without a judgement. */
  readonly failed: boolean;
}
