import type { Change, CoveringEntry, Finding, Instant } from '../model/index.ts';
import type { Subject } from '../judge/finding.ts';
import { mergeMessages, ownOf, messageOf } from '../judge/finding.ts';
import type { Args, Rule } from '../model/rule.ts';
import { changeRules } from './change-rules.ts';
import type { EffectivePolicy, Exception, FileException, PackageException } from './effective-policy.ts';
import { spansScopes } from '../text/selectors.ts';
import { isCoverable, isExactSelector, needsExactVersion } from './waivable.ts';

export const hygieneRule = 'exception-hygiene';

/** The instant at which an exception expires: midnight (UTC) at the start of its day. */
export function endOf({ expires }: Pick<Exception, 'expires'>): Instant {
  return `${expires}T00:00:00.000Z`;
}

export function isExpired(exception: Pick<Exception, 'expires'>, now: Instant): boolean {
  return Date.parse(now) >= Date.parse(endOf(exception));
}

type LockedPackage = Pick<Change, 'name' | 'version'>;

export interface ApplyExceptions {
  readonly findings: readonly Finding[];
  readonly policy: EffectivePolicy;
  readonly now: Instant;
  /** Whether everything in the lockfiles was judged, so that unused exceptions can be reported. */
  readonly complete: boolean;
  /** The package versions in the lockfiles that were judged, in a complete run. */
  readonly locked: readonly LockedPackage[];
  readonly rules: readonly Rule[];
}

/**
 * Marks what the policy's exceptions cover, and adds findings about the exceptions themselves.
 *
 * An exception covers a finding of one of its rules about a version that it selects, violation or indeterminate, or the
 * finding about files that has its path, codes and fingerprint; never a floor finding. The first exception that covers a
 * finding is used. Expired ones cover nothing. An exception from a rule that speaks of changes is in use as long as a version that
 * it selects is locked: the finding that it was made for is gone once the change is merged (docs/decisions/0242).
 */
export function applyExceptions({
  findings,
  policy,
  now,
  complete,
  locked,
  rules,
}: ApplyExceptions): readonly Finding[] {
  const valid = policy.exceptions.filter((exception) => !isExpired(exception, now));
  const used = new Set<Exception>();
  const covered = findings.map((finding): Finding => {
    const exception = isCoverable(finding) ? valid.find((candidate) => covers(candidate, finding)) : undefined;
    if (exception === undefined) return finding;
    used.add(exception);
    return finding.status === 'reported' ? coveredBy(finding, entryOf(exception)) : finding;
  });
  // Exceptions of the policy that the file extends are in use elsewhere, and cannot be fixed here.
  const own = policy.exceptions.filter(({ line }) => line > 0);
  const hygiene = own.flatMap((exception) => {
    const codes = [
      ...(isExpired(exception, now) ? ['expired'] : []),
      ...(exception.about === 'package' && spansScopes(exception.package) ? ['too-wide'] : []),
      ...(complete && !isExpired(exception, now) && !used.has(exception) && !isStanding(exception, locked)
        ? ['unused']
        : []),
    ];
    return hygieneFinding(exception, codes, policy, rules) ?? [];
  });
  return [...covered, ...hygiene];
}

function entryOf({ id, reason, owner, expires, origin }: Exception): CoveringEntry {
  return { kind: 'exception', id, reason, ...(owner === undefined ? {} : { owner }), expires, origin };
}

/** A finding that an entry of the policy covers. */
export function coveredBy(finding: Finding, entry: CoveringEntry): Finding {
  return { ...finding, status: 'excepted', decision: entry.id, coveredBy: entry };
}

/** Whether an exception waives what is only said of a change, for a version that is still locked. */
function isStanding(exception: Exception, locked: readonly LockedPackage[]): boolean {
  return (
    exception.about === 'package' &&
    exception.rules.some((rule) => changeRules.has(rule)) &&
    locked.some(({ name, version }) => exception.selects(name, version))
  );
}

/** Whether an exception is about a finding, regardless of its expiry and of the floor. */
export function covers(exception: Exception, finding: Finding): boolean {
  return exception.about === 'file' ? coversFile(exception, finding) : coversPackage(exception, finding);
}

/** A finding about files is covered only with the content that it is about: other content is another finding. */
function coversFile(exception: FileException, { lockfile, codes, fingerprint, ofFiles }: Finding): boolean {
  return (
    ofFiles === true &&
    exception.path === lockfile &&
    exception.fingerprint === fingerprint &&
    codes.every((code) => exception.codes.includes(code))
  );
}

function coversPackage({ package: selector, rules, advisories, selects }: PackageException, finding: Finding): boolean {
  const { rule, name, version, about, aliases = {} } = finding;
  return (
    name !== null &&
    version !== null &&
    rules.includes(rule) &&
    (advisories === undefined ||
      about?.every((id) => [id, ...ownOf(aliases, id)].some((each) => advisories.includes(each))) === true) &&
    (!needsExactVersion(finding) || isExactSelector(selector)) &&
    selects(name, version)
  );
}

function hygieneFinding(
  exception: Exception,
  codes: readonly string[],
  policy: EffectivePolicy,
  rules: readonly Rule[],
): Finding | undefined {
  const rule = rules.find(({ id }) => id === hygieneRule);
  const setting = policy.settings.get(hygieneRule);
  if (rule === undefined || setting === undefined) return undefined;
  const subject: Subject = { name: null, version: null, lockfile: policy.source, line: exception.line };
  const named: Args =
    exception.about === 'file'
      ? { path: exception.path, codes: exception.codes.join(', '), fingerprint: exception.fingerprint }
      : { package: exception.package, rules: exception.rules.join(', ') };
  const stable: Args = { ...named, ...(exception.named ? { id: exception.id } : {}) };
  const args: Args = { ...stable, expires: endOf(exception) };
  const messages = codes.flatMap((code) => messageOf(rule, setting, { code, args, stable }, subject) ?? []);
  return messages.length === 0 ? undefined : mergeMessages(rule.id, subject, messages);
}
