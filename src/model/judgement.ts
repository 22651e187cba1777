/** What rules report about a package version. */
import type { CoveringDecision } from './decision.ts';
import type { Asked, EvidenceKind, Instant, UnavailableReason } from './evidence.ts';

/** `note`: listed, and never in the verdict. */
export type Level = 'off' | 'note' | 'warn' | 'error';
export type FindingLevel = Exclude<Level, 'off'>;

/** Why a rule could not judge: the evidence that it read and that is unavailable. */
export interface Cause {
  readonly evidence: EvidenceKind;
  readonly asked: Asked;
  readonly reason: UnavailableReason;
  /** For a person. Two causes that differ only in this are still two causes. */
  readonly detail: string;
}

export interface QueueEntry {
  /** Null where GitHub does not say. */
  readonly pull: number | null;
  /** Whether it is in front of the entry that is judged, and has not landed either. */
  readonly ahead: boolean;
}

/** The entry of the policy that covers a finding. Its texts are third-party texts of the policy. */
export interface CoveringEntry {
  readonly kind: 'exception' | 'publisher';
  /** As in `Finding.decision`. */
  readonly id: string;
  readonly reason: string;
  /** Who answers for it; absent where the entry does not say. */
  readonly owner?: string;
  /** `2026-12-31`: the first day (UTC) on which it no longer applies. */
  readonly expires: string;
  /** `.github/dependency-policy.yml:12` */
  readonly origin: string;
}

export interface Finding {
  readonly rule: string;
  readonly level: FindingLevel;
  /** Floor: no policy, exception or approval can lower the finding. Reports say that it cannot be waived. */
  readonly floor: boolean;
  readonly outcome: 'violation' | 'indeterminate';
  /** Only for an indeterminate finding; absent for a violation. */
  readonly cause?: Cause;
  /** Message ids of the rule, worst first. */
  readonly codes: readonly string[];
  readonly name: string | null;
  readonly version: string | null;
  readonly message: string;
  readonly remediation: string;
  readonly lockfile: string;
  readonly line: number;
  /** How many lockfile entries are affected. */
  readonly places: number;
  /** How many package versions it stands for; absent: one, or none. */
  readonly packages?: number;
  /** Every rule that could not judge them, the finding's own among them; of a finding about a registry only. */
  readonly rules?: readonly string[];
  /** Ids of the records (advisories) that the finding is about, sorted; absent where a part of the finding is about none. */
  readonly about?: readonly string[];
  /** Aliases of those records, by the id under `about`; absent where none has an alias. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /**
   * Whether the fingerprint is over mode and blob id, before and after, of every file that the finding is about: only then
   * may an exception name it by its path. Absent: it is not.
   */
  readonly ofFiles?: true;
  /** SHA-256, hex, of the parts of the finding that are stable. */
  readonly fingerprint: string;
  /** When it disappears by itself, because nothing but an age is missing; absent where that is not so. */
  readonly passesAt?: Instant;
  /** The entry of the merge queue that it comes with, where that is known and the group has several. */
  readonly queueEntry?: QueueEntry;
  readonly status: 'reported' | 'excepted' | 'approved';
  /** The id of the exception, or the digest of the decision, that covers the finding. */
  readonly decision: string | null;
  /** The entry of the policy, or the decision of people, that covers it; absent where none does. */
  readonly coveredBy?: CoveringEntry | CoveringDecision;
}
