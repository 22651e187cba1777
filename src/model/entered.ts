/** The types of `lockgate-entered/1` and `lockgate-decision-health/1`: what a year of decisions came to. */
import type { Instant } from './evidence.ts';

/**
 * What let a version in. `none`: it entered without a verdict. `not-known`: no decision is recorded, and no admissions were given that would
 * say whether there was a verdict.
 */
export type EnteredBy = 'decision' | 'admission' | 'none' | 'not-known';

export interface EnteredVersion {
  readonly commit: string;
  readonly committedAt: Instant;
  /** Third-party text, as are names, versions and logins. */
  readonly name: string;
  readonly version: string;
  readonly lockfiles: readonly string[];
  /** 128 hex digits; null where the lockfile has none, or several. */
  readonly sha512: string | null;
  readonly by: EnteredBy;
  /** Paths of the records that approved it then. */
  readonly records: readonly string[];
  readonly people: readonly string[];
  /** Records that denied it already: it came in all the same. */
  readonly denied: readonly string[];
}

export interface EnteredDocument {
  readonly schema: 'lockgate-entered/1';
  readonly branch: string;
  readonly commit: string;
  readonly since: Instant | null;
  readonly entered: readonly EnteredVersion[];
  readonly notes: readonly string[];
}

export interface PersonHealth {
  readonly id: number;
  readonly login: string;
  readonly approved: number;
  readonly denied: number;
  /** Of those whose pull request's opening is known; null of none. Seconds. */
  readonly medianSeconds: number | null;
}

export interface HealthDocument {
  readonly schema: 'lockgate-decision-health/1';
  readonly branch: string;
  readonly commit: string;
  readonly since: Instant | null;
  readonly approved: number;
  readonly denied: number;
  /** From 0 to 1; null of no decisions. */
  readonly shareOfYes: number | null;
  /** From the opening of the pull request; null where none is known. */
  readonly timeToYes: {
    readonly of: number;
    readonly medianSeconds: number;
    readonly withinAMinute: number;
  } | null;
  readonly people: readonly PersonHealth[];
  /** The comment that holds the most decisions; null where none is by comment. */
  readonly mostInOneComment: { readonly comment: string; readonly login: string; readonly decisions: number } | null;
  /** Reasons that were given more than once, the most frequent first. Empty ones are counted as such. */
  readonly repeatedReasons: readonly { readonly reason: string; readonly times: number }[];
  readonly notes: readonly string[];
}
