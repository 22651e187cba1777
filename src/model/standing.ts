/** The types of `lockgate-decisions/1`: what the records of a repository say, and which of them still say it. */
import type { RecordNotCounted } from './decision.ts';
import type { Instant } from './evidence.ts';
import type { DecisionRecord, RecordedPerson } from './record.ts';

/**
 * - `expiring`: in force, and within 30 days no more.
 * - `unused`: in force, but nothing that the default branch has is what it is about.
 * - `elsewhere`: of another repository. - `unreadable`: no record. - `not-counted`: for another reason, which `why` names.
 */
export type RecordState =
  'in-force' | 'expiring' | 'expired' | 'unused' | 'revoked' | 'elsewhere' | 'unreadable' | 'not-counted';

export interface StandingRecord {
  /** From the repository's root. */
  readonly record: string;
  readonly state: RecordState;
  readonly why: RecordNotCounted | null;
  /** Of an unreadable one what its name says; null where that says nothing either. */
  readonly decision: DecisionRecord['decision'] | null;
  /** Of the package; null of a file. Third-party text, as are all texts below. */
  readonly name: string | null;
  readonly version: string | null;
  /** Of the file; of a revocation that of the record that it voids. */
  readonly path: string | null;
  /** Of the package's bytes, 128 hex digits. */
  readonly sha512: string | null;
  readonly by: readonly RecordedPerson[];
  readonly pull: number | null;
  readonly policy: string | null;
  readonly issuedAt: Instant | null;
  /** When it ends: its own end, or the policy's `maximumAge`. */
  readonly endsAt: Instant | null;
}

export interface DecisionsDocument {
  readonly schema: 'lockgate-decisions/1';
  readonly branch: string;
  readonly commit: string;
  readonly evaluatedAt: Instant;
  /** Null where it is not known. */
  readonly repositoryId: number | null;
  readonly records: readonly StandingRecord[];
  /** What a reader has to know of it: sentences of ours. */
  readonly notes: readonly string[];
}
