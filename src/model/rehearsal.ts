/** The types of `lockgate-history/1`: what the gate would have said of the last changes of a branch. */
import type { Instant, UnavailableReason } from './evidence.ts';
import type { ReportedPolicy, VerdictWord } from './report.ts';

/**
 * How a change would have fared, the worst that applies:
 * - `unanswered`: a request failed or was not made, so that a further run with the same evidence file may say more;
 * - `blocked`: something else than an age or a missing decision blocks it;
 * - `past-judging`: what blocks it is known only as it is today: a version that was removed since, an advisory;
 * - `decision`: it waits for a person who decides;
 * - `waits`: nothing but an age is missing, so that it would have passed later;
 * - `passed`: warnings included.
 */
export type RehearsedOutcome = 'unanswered' | 'blocked' | 'past-judging' | 'decision' | 'waits' | 'passed';

/** Why a finding cannot be judged as of then. */
export type PastReason =
  /** The registry still knows of the version, or of the name, and no longer has it. */
  | 'removed'
  /** The registry does not list the version, or a name that was locked before: removed since, or never there. */
  | 'not-listed'
  /** An advisory or a record of malware, known today: nothing says since when. */
  | 'known-today'
  /** The registry gives no publish time. */
  | 'unknown-time'
  /** The registry gives a publish time after the commit that has the version: the time is a mirror's own. */
  | 'published-later'
  /** A lockfile of the commit cannot be read. */
  | 'unreadable'
  /** A manifest asks for what no lockfile of the commit has: what it would have been then is unknown. */
  | 'not-locked'
  /** It could not be evaluated for another reason. */
  | 'not-evaluated';

/** Who did not answer, so that changes could not be judged. */
export interface RehearsedGap {
  /** The address of a registry or of another source, or `OSV`, or `git`. */
  readonly source: string;
  readonly reason: UnavailableReason;
  /** `ECONNREFUSED after 4 attempts`. Contains no text from a server. */
  readonly detail: string;
  /** Findings that it leaves open, and changes with one. */
  readonly findings: number;
  readonly changes: number;
}

/** Blocking findings of one rule. */
export interface RehearsedBlock {
  readonly rule: string;
  readonly codes: readonly string[];
  /** Whether evidence that the rule needs was unavailable. */
  readonly indeterminate: boolean;
  /** Why it was unavailable, distinct; empty for a violation. May hold third-party text. */
  readonly reasons: readonly string[];
  readonly findings: number;
  /** Packages or files, the first few. Third-party text. */
  readonly about: readonly string[];
}

export interface RehearsedChange {
  readonly commit: string;
  readonly parent: string;
  readonly committedAt: Instant;
  /** The instant that it is judged at: its commit time, or now where that is later. */
  readonly judgedAt: Instant;
  /** Third-party text. */
  readonly subject: string;
  readonly outcome: RehearsedOutcome;
  /** What `check` says of it. */
  readonly verdict: VerdictWord;
  readonly counts: {
    readonly added: number;
    readonly updated: number;
    readonly removed: number;
    /** Findings that warn. */
    readonly warnings: number;
  };
  /** The rules that warn. */
  readonly warningRules: readonly string[];
  /** Until when all that waits had waited; null where nothing does. */
  readonly waits: { readonly until: Instant; readonly hours: number; readonly rules: readonly string[] } | null;
  readonly blocks: readonly RehearsedBlock[];
  readonly decisions: readonly RehearsedBlock[];
  readonly pastJudging: readonly {
    readonly reason: PastReason;
    /** Findings and errors. */
    readonly findings: number;
    readonly about: readonly string[];
  }[];
  /** Findings without an answer that a further run may get. */
  readonly unanswered: number;
}

/** Lines that would have let changes through, and what they cost. */
export interface RehearsedAdvice {
  /** `policy`: lines for the policy file; `bot`: a setting of whoever proposes updates. */
  readonly kind: 'policy' | 'bot';
  readonly lines: string;
  /** The rule that they weaken, or whose findings a bot's setting avoids; null: every rule. */
  readonly rule: string | null;
  /** Changes with a finding that the lines cover, and such findings. */
  readonly changes: number;
  readonly findings: number;
  /** Changes that these lines alone would have let through at once. */
  readonly letsThrough: number;
  readonly cost: string;
}

/** What one policy stops and the other lets in, by rule. */
export interface RehearsedDifference {
  /** Or the code of an error. */
  readonly rule: string;
  readonly findings: number;
  readonly changes: number;
  /** Packages or files, the first few. Third-party text. */
  readonly about: readonly string[];
}

/**
 * What the second policy does to a change: `lets-in` what the first stops, `stops` what the first lets in, `otherwise` where both
 * stop it for other reasons or another time, `unknown` where a request that one of them needs was not answered.
 */
export type DifferenceEffect = 'lets-in' | 'stops' | 'otherwise' | 'unknown';

export interface ComparedPolicy extends ReportedPolicy {
  /** The preset that the operator chose, instead of what a file extends. */
  readonly preset: string | null;
}

/** The same changes, judged by a second policy, `b`; `a` is the one of the rehearsal itself. */
export interface RehearsedComparison {
  readonly a: ComparedPolicy;
  readonly b: ComparedPolicy;
  /** What `b` says, in the order of the rehearsal's changes. */
  readonly changes: readonly RehearsedChange[];
  readonly totals: Readonly<Record<RehearsedOutcome, number>>;
  /** The changes that fare differently, or are stopped by something else. */
  readonly differences: readonly { readonly commit: string; readonly effect: DifferenceEffect }[];
  /** Further changes in which only warnings differ. */
  readonly warningsOnly: number;
  /** What stops, under `a`, the changes that `b` lets in: waits, decisions and what blocks. */
  readonly letsIn: readonly RehearsedDifference[];
  /** What stops, under `b`, the changes that `a` lets in. */
  readonly stops: readonly RehearsedDifference[];
}

export interface Rehearsal {
  readonly schema: 'lockgate-history/1';
  readonly branch: string;
  readonly tip: string;
  readonly evaluatedAt: Instant;
  readonly policy: ReportedPolicy;
  /** How many changes were asked for. */
  readonly asked: number;
  /** Whether a shallow clone lacks older ones. */
  readonly isCut: boolean;
  /** The newest first. */
  readonly changes: readonly RehearsedChange[];
  readonly totals: Readonly<Record<RehearsedOutcome, number>>;
  /** Who did not answer, under either policy; empty where everything was. */
  readonly notAnswered: readonly RehearsedGap[];
  readonly advice: readonly RehearsedAdvice[];
  /** What blocks and has no line: signs of an attack, and what cannot be waived. Each is to be looked at. */
  readonly rest: readonly { readonly rule: string; readonly changes: number; readonly findings: number }[];
  /** With all lines for the policy together, judged again; null where there are none. */
  readonly together: { readonly lines: string; readonly totals: Readonly<Record<RehearsedOutcome, number>> } | null;
  /** Absent: one policy alone was rehearsed. */
  readonly compared?: RehearsedComparison;
}
