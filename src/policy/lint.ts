import { failuresIn, GateFailure } from '../errors.ts';
import { worstOf } from '../judge/finding.ts';
import type { Instant } from '../model/index.ts';
import type { Rule } from '../model/rule.ts';
import { rules as allRules } from '../rules/index.ts';
import { spansScopes } from '../text/selectors.ts';
import { inFileOrder } from './complaints.ts';
import type { AcceptedFile, EffectivePolicy, Exception } from './effective-policy.ts';
import { endOf, isExpired } from './exceptions.ts';
import { approvalWarnings } from './lint-approvals.ts';
import { listWarnings } from './lint-lists.ts';
import { exceptionWords } from './exception-words.ts';
import { coveredEntries } from './lint-covered.ts';
import type { Grade, Warning } from './lint-warning.ts';
import { emptyIncludes } from './lint-lockfiles.ts';
import { windowWarnings } from './lint-windows.ts';
import type { LoadPolicy, PolicyText } from './load.ts';
import { acceptPolicy, composeWhole } from './load.ts';
import { refusals } from './refusals.ts';

/** What `lockgate policy check` shows. */
export interface Lint {
  /** Everything that keeps the policy from being read, in the order of the file. */
  readonly failures: readonly GateFailure[];
  /** What is to be said about a policy that can be read, in the order of the file; empty where there are failures. */
  readonly warnings: readonly PlacedWarning[];
  /** Present where there are no failures. */
  readonly policy?: EffectivePolicy;
}

/** A warning with its place. */
export interface PlacedWarning {
  readonly grade: Grade;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

const year = 366 * 24 * 3_600_000;

/** Reads a policy for its author: all failures at once, and valid entries without effect. Never throws GateFailure. */
export function lintPolicy(file: PolicyText, { now, ...options }: LoadPolicy & { readonly now: Instant }): Lint {
  const rules = options.rules ?? allRules;
  try {
    const { accepted, failures } = acceptPolicy(file, rules);
    if (accepted === undefined) return { failures, warnings: [] };
    const { policy, whole } = composeWhole(file, accepted, options);
    const found = [
      ...refusals(policy, whole, rules),
      ...silentExpectations(policy, whole, rules),
      ...emptyIncludes(policy),
      ...coveredEntries(whole),
      ...windowWarnings(policy, whole),
      ...approvalWarnings(policy),
      ...listWarnings(policy, whole, { rules, now }),
      ...policy.exceptions.flatMap((exception, index) => exceptionWarnings(exception, index, now)),
    ];
    return { failures: [], warnings: placed(found, whole), policy };
  } catch (cause) {
    if (cause instanceof GateFailure) return { failures: failuresIn(cause), warnings: [] };
    throw cause;
  }
}

/** Entries of another repository's policy are linted there; only what a run refuses concerns this one too. */
function placed(found: readonly Warning[], whole: AcceptedFile): readonly PlacedWarning[] {
  const own = (at: Warning['at']) => whole.lineOf(at) > 0;
  return found
    .filter(({ grade, at }) => grade === 'weakening' || own(at))
    .map(({ grade, message, at, of }) => ({ grade, message, ...whole.placeOf(at, of) }))
    .sort(inFileOrder);
}

/** Expected provenance whose rule has too low a level to enforce it. */
function silentExpectations(
  { settings }: EffectivePolicy,
  { file }: AcceptedFile,
  rules: readonly Rule[],
): readonly Warning[] {
  const rule = rules.find(({ id }) => id === 'provenance');
  const setting = settings.get('provenance');
  if (file.provenance === undefined || rule === undefined || setting === undefined) return [];
  if (worstOf(rule, setting).level === 'error') return [];
  const message = `the rule \`provenance\` is ${setting.level}, so what \`provenance\` expects never fails a run; set the rule to error`;
  return [{ grade: 'advice', message, at: ['provenance'] }];
}

function exceptionWarnings(exception: Exception, index: number, now: Instant): readonly Warning[] {
  const { expires } = exception;
  const isLong = Date.parse(endOf(exception)) - Date.parse(now) > year;
  const isWide = exception.about === 'package' && spansScopes(exception.package);
  return [
    ...(isExpired(exception, now) ? [`expired on ${expires} and is ignored; remove it or renew it`] : []),
    ...(isLong ? [`lasts until ${expires}, longer than a year; choose an earlier date for a review`] : []),
    ...(isWide
      ? ['matches names that anybody can publish; name the packages, or limit the wildcard to one scope']
      : []),
  ].map((problem) => ({
    ...{ grade: 'advice', at: ['exceptions', index] },
    message: `${exceptionWords(exception)} ${problem}`,
  }));
}
