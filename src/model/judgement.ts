/** What rules say of a package version. */
import type { Asked, EvidenceKind, UnavailableReason } from './evidence.ts';

export type Level = 'off' | 'warn' | 'error';
export type FindingLevel = Exclude<Level, 'off'>;

/** Why a rule could not judge: the evidence that it read and that could not be had. */
export interface Cause {
  readonly evidence: EvidenceKind;
  readonly asked: Asked;
  readonly reason: UnavailableReason;
  /** For a person. Two causes that differ in nothing else are two all the same. */
  readonly detail: string;
}

export interface Finding {
  readonly rule: string;
  readonly level: FindingLevel;
  /** Whether no setting can lower it. */
  readonly floor: boolean;
  readonly outcome: 'violation' | 'indeterminate';
  /** Of what is indeterminate; absent for a violation. */
  readonly cause?: Cause;
  /** Message ids of the rule, worst first. */
  readonly codes: readonly string[];
  readonly name: string | null;
  readonly version: string | null;
  readonly message: string;
  readonly remediation: string;
  readonly lockfile: string;
  readonly line: number;
  /** Lockfile entries concerned. */
  readonly places: number;
  /** Ids of the records (advisories) that all of it speaks of, sorted; absent where a part of it speaks of none. */
  readonly about?: readonly string[];
  /** Other ids of those records, by the id under `about`; absent where none has another. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /** SHA-256, hex, over what is stable about it. */
  readonly fingerprint: string;
  readonly status: 'reported' | 'excepted' | 'approved';
  /** The exception's id, or the decision's digest, that covers it. */
  readonly decision: string | null;
}
