/** The types of `lockgate-policy-test/1`. */
import type { GateError } from './change.ts';
import type { Instant } from './evidence.ts';
import type { Finding } from './judgement.ts';
import type { ReportedPolicy } from './report.ts';

type Word = 'pass' | 'warn' | 'fail';

/** What became of one example case of a policy. */
export interface CaseOutcome {
  readonly name: string | null;
  readonly package: string;
  readonly version: string;
  /** 1-based, in the file of the cases. */
  readonly line: number;
  /** When it was judged. */
  readonly at: Instant;
  readonly expected: { readonly verdict: Word; readonly rules?: readonly string[]; readonly codes?: readonly string[] };
  readonly ok: boolean;
  /** Null where the policy judges no such package of the evidence. */
  readonly verdict: Word | null;
  /**
   * In what it is not as expected. `evidence`: it does not have the package, or lacks what the case depends on. `lockfiles`,
   * `registries`: the policy does not judge the recorded lockfile, or names another registry.
   */
  readonly differs: readonly ('evidence' | 'lockfiles' | 'registries' | 'verdict' | 'rules' | 'codes')[];
  /** The rules that spoke at warn or error, and their codes. */
  readonly rules: readonly string[];
  readonly codes: readonly string[];
  readonly findings: readonly Pick<Finding, 'rule' | 'level' | 'codes' | 'message'>[];
}

/** What `lockgate policy test` prints. */
export interface PolicyTest {
  readonly schema: 'lockgate-policy-test/1';
  readonly policy: ReportedPolicy;
  /** The file of the cases. */
  readonly source: string;
  readonly cases: readonly CaseOutcome[];
  readonly counts: { readonly cases: number; readonly ok: number; readonly failed: number };
  /** What could not be evaluated; then no case was. */
  readonly errors: readonly GateError[];
}
