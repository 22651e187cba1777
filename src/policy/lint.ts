import { GateFailure } from '../errors.ts';
import type { Instant } from '../model/index.ts';
import { worstOf } from '../judge/finding.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import type { AcceptedFile, EffectivePolicy, Exception } from './effective-policy.ts';
import { endOf, isExpired } from './exceptions.ts';
import type { LoadPolicy, PolicyText } from './load.ts';
import { acceptPolicy, composeAccepted } from './load.ts';
import { listWarnings } from './lint-lists.ts';
import type { Warning } from './lint-warning.ts';
import { uselessCode, uselessWaiver, windowWarnings } from './lint-windows.ts';
import { spansScopes } from '../text/selectors.ts';
import { coversAll } from './unreachable-entries.ts';

/** What `lockgate policy check` shows. */
export interface Lint {
  /** Everything that keeps the policy from being used, in the order of the file. */
  readonly failures: readonly GateFailure[];
  /** In the order of the file; empty where there are failures. */
  readonly warnings: readonly Warning[];
  /** Present where there are no failures. */
  readonly policy?: EffectivePolicy;
}

const year = 366 * 24 * 3_600_000;

/** Reads a policy for its author: all failures at once, and valid entries without effect. Never throws GateFailure. */
export function lintPolicy(file: PolicyText, { now, ...options }: LoadPolicy & { readonly now: Instant }): Lint {
  const rules = options.rules ?? allRules;
  let acceptance;
  try {
    acceptance = acceptPolicy(file, rules);
  } catch (cause) {
    if (cause instanceof GateFailure) return { failures: [cause], warnings: [] };
    throw cause;
  }
  const { accepted, failures } = acceptance;
  if (accepted === undefined) return { failures, warnings: [] };
  let policy;
  try {
    policy = composeAccepted(file, accepted, options);
  } catch (cause) {
    if (cause instanceof GateFailure) return { failures: [cause], warnings: [] };
    throw cause;
  }
  const warnings = [
    ...silentRules(policy, accepted, rules),
    ...silentExpectations(policy, accepted, rules),
    ...emptyIncludes(policy, accepted),
    ...windowWarnings(policy, accepted),
    ...listWarnings(policy, accepted, { rules, now }),
    ...policy.exceptions.flatMap((exception, index) =>
      exceptionWarnings(exception, policy.exceptions.slice(0, index), { policy, rules, now }).map((message) => ({
        message: `the exception for ${quoted(exception.about === 'file' ? exception.path : exception.package)} ${message}`,
        line: exception.line,
      })),
    ),
  ];
  // Entries of another repository's policy have no line here, and are linted there.
  const own = warnings.filter(({ line }) => line > 0);
  return { failures: [], warnings: own.sort((a, b) => a.line - b.line), policy };
}

/** Rules with options in the file that are off. */
function silentRules(policy: EffectivePolicy, accepted: AcceptedFile, rules: readonly Rule[]): readonly Warning[] {
  return rules.flatMap((rule) => {
    const setting = policy.settings.get(rule.id);
    const options = accepted.written(rule.id).filter((key) => key !== 'level');
    if (setting === undefined || options.length === 0 || worstOf(rule, setting).level !== 'off') return [];
    const message = `the rule ${quoted(rule.id)} is off, so its options have no effect; give it a level`;
    return [{ message, line: accepted.lineOf(['rules', rule.id]) }];
  });
}

/** Expected provenance whose rule has too low a level to enforce it. */
function silentExpectations(
  { settings }: EffectivePolicy,
  { file, lineOf }: AcceptedFile,
  rules: readonly Rule[],
): readonly Warning[] {
  const rule = rules.find(({ id }) => id === 'provenance');
  const setting = settings.get('provenance');
  if (file.provenance === undefined || rule === undefined || setting === undefined) return [];
  if (worstOf(rule, setting).level === 'error') return [];
  const message = `the rule \`provenance\` is ${setting.level}, so what \`provenance\` expects never fails a run; set the rule to error`;
  return [{ message, line: lineOf(['provenance']) }];
}

/** Patterns that are both included and excluded. */
function emptyIncludes({ lockfiles }: EffectivePolicy, accepted: AcceptedFile): readonly Warning[] {
  return lockfiles.include.flatMap((pattern, index) =>
    lockfiles.exclude.includes(pattern)
      ? [
          {
            message: `${quoted(pattern)} is both included and excluded; the exclusion wins`,
            line: accepted.lineOf(['lockfiles', 'include', index]),
          },
        ]
      : [],
  );
}

function exceptionWarnings(
  exception: Exception,
  earlier: readonly Exception[],
  { policy, rules, now }: { policy: EffectivePolicy; rules: readonly Rule[]; now: Instant },
): readonly string[] {
  const warnings: string[] = [];
  const { expires } = exception;
  const expired = isExpired(exception, now);
  const long = Date.parse(endOf(exception)) - Date.parse(now) > year;
  const shadow = earlier.find((other) => isShadowedBy(exception, other) && !isExpired(other, now));
  if (expired) warnings.push(`expired on ${expires} and is ignored; remove it or renew it`);
  if (long) warnings.push(`lasts until ${expires}, longer than a year; choose an earlier date for a review`);
  if (exception.about === 'package' && spansScopes(exception.package)) {
    warnings.push('matches names that anybody can publish; name the packages, or limit the wildcard to one scope');
  }
  if (shadow !== undefined) {
    warnings.push(`is never used: the earlier one in line ${shadow.line} covers all of it`);
  }
  if (exception.about === 'file') warnings.push(...exception.codes.flatMap((code) => uselessCode(code, policy, rules)));
  else warnings.push(...exception.rules.flatMap((id) => uselessWaiver(id, policy, rules) ?? []));
  return warnings;
}

/** Whether an earlier exception covers everything that this one does, for as long; true only if that is certain. */
function isShadowedBy(exception: Exception, other: Exception): boolean {
  if (other.expires < exception.expires) return false;
  if (exception.about === 'file' || other.about === 'file') {
    return (
      exception.about === 'file' &&
      other.about === 'file' &&
      other.path === exception.path &&
      other.fingerprint === exception.fingerprint &&
      exception.codes.every((code) => other.codes.includes(code))
    );
  }
  return (
    exception.rules.every((rule) => other.rules.includes(rule)) &&
    (other.advisories === undefined ||
      exception.advisories?.every((id) => other.advisories?.includes(id) === true) === true) &&
    coversAll(other.package, exception.package)
  );
}
