/** The types of `lockgate-answer/1`. */
import type { Instant } from './evidence.ts';
import type { NotJudged } from './report.ts';

/**
 * - `allow`: nothing that blocks is known of the version and of what it pulls in.
 * - `ask`: it only waits, or a decision of a person could let it in.
 * - `deny`: nothing can let it in, or nobody could judge it.
 */
export type AnswerWord = 'allow' | 'ask' | 'deny';

/** The answer to one spec. It holds no prose, and nothing that a registry wrote but names and versions. */
export interface Answer {
  /** As it was given. */
  readonly spec: string;
  /** Of the package; null for a spec that names none. */
  readonly name: string | null;
  /** The version that the project's package manager would install; null where none answers. */
  readonly version: string | null;
  readonly decision: AnswerWord;
  /** `rule/code`, worst first: what blocks or, where nothing does, what warns; `spec/...` and `error/...` for what was not judged, `decision/...` for why no decision counts. */
  readonly codes: readonly string[];
  /** What the registries do not offer, or were not asked for, of any package that was judged: `allow` says nothing about it. */
  readonly notJudged: readonly NotJudged[];
  /** The newest version that would be admitted, where the answer is not `allow` and one of those that were tried would be. */
  readonly admissible: string | null;
  /** When the answer is `allow` by itself, because only ages are missing. */
  readonly passesAt: Instant | null;
  /** Another package to use. */
  readonly useInstead: string | null;
  /** With `--require-decision`: what it may be taken by; null: nothing, and so it is not allowed. */
  readonly basis?: AnswerBasis | null;
}

/** What a version may be taken by. */
export type AnswerBasis =
  | {
      readonly kind: 'decision';
      /** Of the ledger that was read. */
      readonly commit: string;
      /** Paths. */
      readonly records: readonly string[];
      /** Logins. Third-party text. */
      readonly by: readonly string[];
      readonly until: Instant | null;
    }
  | {
      readonly kind: 'admission';
      /** The commit that it came in with. */
      readonly commit: string;
      readonly signedAt: Instant;
    };

export interface AnswerDocument {
  readonly schema: 'lockgate-answer/1';
  readonly answers: readonly Answer[];
}
