import semver from 'semver';

import { splitSelector } from '../model/options.ts';
import type { Zod } from '../model/rule.ts';
import { compileGlob } from '../text/glob.ts';
import { compileSelector, namesNothing, selectorProblem } from '../text/selectors.ts';

/** Lists of packages in a policy, shared by the rules behind `deny`, `allow` and `publishers`. */

const expected = 'expected a package, such as `request`, `@acme/*` or `request@<3`';

/** Schema of `name`, `name@version` or `name@range`; the name may contain wildcards, but not consist of them. */
export function selector(z: Zod) {
  return z.string({ error: expected }).check((context) => {
    const wide = namesNothing(context.value) ? 'expected a name: wildcards alone would match every package' : undefined;
    const message = selectorProblem(context.value) ?? wide;
    if (message !== undefined) context.issues.push({ code: 'custom', message, input: context.value });
  });
}

/** Schema of a text by the author of the policy. */
export function sentence(z: Zod, error: string) {
  return z.string({ error }).trim().min(1, { error }).max(1000, { error: 'expected at most 1000 characters' });
}

type Selects = (name: string, version: string) => boolean;

/** Compiles each entry once, because entries are evaluated thousands of times. */
function once(compile: (selector: string) => Selects) {
  const kept = new Map<string, Selects>();
  return (text: string): Selects => {
    const known = kept.get(text) ?? compile(text);
    kept.set(text, known);
    return known;
  };
}

/** A matcher for allowed packages: a range matches a prerelease only where the range names one, as in npm. */
export const admits = once(compileSelector);

/** A matcher for denied packages: a range matches broadly, including prereleases and versions that are not semver. */
export const keepsOut = once((text) => {
  const { name: pattern, range } = splitSelector(text);
  const named = compileGlob(pattern);
  return (name, version) =>
    named(name) &&
    (range === undefined ||
      semver.valid(version) === null ||
      semver.satisfies(version, range, { includePrerelease: true }));
});
