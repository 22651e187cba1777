import semver from 'semver';

import type { Zod } from './rule.ts';

/** Schemas that several rules' options share. Each accepts the notation of the policy file and keeps it. */

const hour = 3_600_000;
const durationForm = /^(0|[1-9]\d{0,4})([hd])$/;
const durationExpected = 'expected a duration in hours or days, such as `72h` or `7d`';

function hoursOf(duration: string): number {
  const [, count, unit] = durationForm.exec(duration) ?? [];
  if (count === undefined) throw new TypeError(`not a duration: ${duration}`);
  return Number(count) * (unit === 'd' ? 24 : 1);
}

/** One notation per length, so that policies with the same meaning have the same digest: `168h` and `7d` are `7d`, `3d` and `72h` are `72h`. */
function canonicalDuration(duration: string): string {
  if (!durationForm.test(duration)) return duration;
  const hours = hoursOf(duration);
  return hours > 72 && hours % 24 === 0 ? `${hours / 24}d` : `${hours}h`;
}

/** Schema of a duration in whole hours (`72h`) or days of 24 hours (`7d`), at most five digits. */
export function duration(z: Zod) {
  return z
    .string({ error: durationExpected })
    .regex(durationForm, { error: durationExpected })
    .overwrite(canonicalDuration);
}

/**
 * Milliseconds of a duration that `duration()` accepted.
 * @throws TypeError for anything else.
 */
export function milliseconds(duration: string): number {
  return hoursOf(duration) * hour;
}

/** The duration as a sentence shows it: `72 h`, `7 days`. */
export function spelled(duration: string): string {
  const canonical = canonicalDuration(duration);
  const count = canonical.slice(0, -1);
  return canonical.endsWith('d') ? `${count} days` : `${count} h`;
}

/** A package name, with a range of versions: every version where `range` is absent. */
export interface PackageSelector {
  readonly name: string;
  /** An exact version or a range, as semver reads it. */
  readonly range?: string;
}

/** Splits `name`, `name@version` and `name@range` at the last `@` that does not start a scope. Validates neither half. */
export function splitSelector(text: string): PackageSelector {
  const at = text.lastIndexOf('@');
  return at > 0 ? { name: text.slice(0, at), range: text.slice(at + 1) } : { name: text };
}

/** The problem of a selector of one package, if any. Wildcards in the name are refused. */
function selectorProblem(text: string): string | undefined {
  const { name, range } = splitSelector(text);
  if (/[*?{}[\]()!]/.test(name)) return 'expected the name of one package, without wildcards';
  if (!/^(@[^\s@/]+\/)?[^\s@/]+$/.test(name)) return 'expected a package name, such as `esbuild` or `@acme/tool`';
  if (range !== undefined && (range.trim() === '' || semver.validRange(range) === null)) {
    return 'expected a version or a range after `@`, such as `sharp@0.34.1` or `sharp@>=0.33.0`';
  }
  return undefined;
}

/** Schema of a list of `name`, `name@version` or `name@range`, each for one package. */
export function packageSelectors(z: Zod) {
  const selector = z.string({ error: 'expected a package, such as `esbuild` or `sharp@>=0.33.0`' }).check((context) => {
    const problem = selectorProblem(context.value);
    if (problem !== undefined) context.issues.push({ code: 'custom', message: problem, input: context.value });
  });
  return z.array(selector, { error: 'expected a list of packages, such as `["esbuild", "sharp@>=0.33.0"]`' });
}

/** Whether one of the selectors matches this version. A range matches a prerelease only where the range names one, as in npm. */
export function selects(selectors: readonly string[], name: string, version: string): boolean {
  return selectors.some((text) => {
    const selector = splitSelector(text);
    return selector.name === name && (selector.range === undefined || semver.satisfies(version, selector.range));
  });
}
