import type { Collected } from '../evidence/collect.ts';
import type {
  Authorship,
  Comparison,
  Evidence,
  EvidenceKind,
  Instant,
  ReportedTrust,
  Requirement,
  Snapshot,
} from '../model/index.ts';
import type { EffectivePolicy, PolicyText, Preset } from '../policy/load.ts';
import type { PolicyOutline, ReadExtended } from '../policy/open.ts';
import type { EvidenceFile } from '../recording/evidence-types.ts';
import type { ClientLimits } from '../registry/limits.ts';
import type { GivenTrust, TrustSettings } from './trust-settings.ts';
import type { Judgement } from './verdict.ts';

/** What is judged, and how: every command and every event comes to one of these. */
export type RunRequest = GateRequest | ReplayRequest;

interface Judged {
  /** The operator's own policy, in the place of the one that the subject has. */
  readonly policy?: PolicyText | undefined;
  readonly preset?: Preset | undefined;
  /** Limits what is asked of registries to one package; everything that was collected is judged all the same. */
  readonly focus?: Focus;
  /** Told what was thrown and not meant to be. */
  readonly onDefect?: (cause: unknown) => void;
}

/** One state of a repository, or two. */
export interface GateRequest extends Judged {
  readonly mode: 'check' | 'audit';
  /** Absent in an audit, and where a check has nothing to compare with: then everything is new. */
  readonly base?: Snapshot;
  readonly head: Snapshot;
  /** Where policy and registry settings are read: never a state that the proposer can write. */
  readonly trusted: Snapshot;
  /** The policy's path in the trusted snapshot. */
  readonly policyPath: string;
  /** Reads the policy of another repository that the policy extends; absent where there is no GitHub to ask. */
  readonly readExtended?: ReadExtended;
  /** Replaces the public registry. */
  readonly registry?: string;
  /** Where OSV is asked, should the policy name it as a source. Absent: its public API, and nowhere with a `registry`. */
  readonly osv?: string;
  /** The operator's own trusted root and registry keys, in the place of the policy's. */
  readonly trust?: GivenTrust;
  /** Specs to judge as if they were added to the head. */
  readonly vet?: readonly Requirement[];
  /** Which of the gated lockfiles this run is about. Default: all. */
  readonly isLookedAt?: (path: string) => boolean;
  readonly now: Instant;
  readonly offline: boolean;
  /** Evidence to use in the place of requests. */
  readonly recorded?: EvidenceFile;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the folder that the proposer may have written to: no certificate is read from there. */
  readonly workTree: string;
  /** Reads who made the change; asked only where a change brings in a direct dependency. */
  readonly authorship?: () => Promise<Evidence<Authorship>>;
  /** Packages that a registry has answered for, and in all. */
  readonly progress?: (done: number, total: number) => void;
  /** Shorter bounds of the conversation with registries, for a caller that drives slow ones. */
  readonly limits?: Partial<ClientLimits>;
}

/** Recorded evidence, judged again: the comparison, the registries and whom to trust are the recording's. */
export interface ReplayRequest extends Judged {
  readonly replay: EvidenceFile;
  /** Default: when it was recorded. */
  readonly now?: Instant;
}

/** A package as a person asks for it. */
export interface Wanted {
  readonly name: string;
  readonly version?: string;
}

/** What a run is asked about, where it is one package. */
export interface Focus {
  readonly wanted: Wanted;
  /** Evidence to collect beside what the policy's rules need. */
  readonly also?: readonly EvidenceKind[];
}

/** What one run came to. Report, explanations and recording are made from it, and from nothing else. */
export interface Run {
  readonly now: Instant;
  readonly preset?: Preset | undefined;
  /** The policy's text; absent where a preset alone applies, and where it could not be read. */
  readonly file?: PolicyText | undefined;
  /** Absent where it could not be opened. */
  readonly policy?: PolicyOutline | undefined;
  /** The same with nothing left open; absent where nothing was judged by it. */
  readonly effective?: EffectivePolicy;
  readonly trust: TrustSettings;
  /** All that is locked, or that changes. */
  readonly whole: Comparison;
  /** What of it was judged. Its errors are the run's. */
  readonly comparison: Comparison;
  readonly collected: Collected;
  readonly judgement: Judgement;
  /** The trust material that something was verified with; absent where nothing was. */
  readonly trusted?: ReportedTrust | undefined;
  /** Whether it ended before it came to a judgement. */
  readonly failed: boolean;
}
