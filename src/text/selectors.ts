import semver from 'semver';

import { splitSelector } from '../model/options.ts';
import { compileGlob, globProblem } from './glob.ts';

/** Longest range, in UTF-16 units. */
const longest = 256;

/** Why a text selects no packages (`name`, `name@version`, `name@range`, the name a pattern), or undefined where it does. */
export function selectorProblem(text: string): string | undefined {
  const { name, range } = splitSelector(text);
  const problem = globProblem(name);
  if (problem !== undefined) return problem;
  if (!/^(@[^\s@/]+\/)?[^\s@/]+$/.test(name)) {
    return 'expected a package, such as `left-pad`, `@acme/*`, `left-pad@1.3.0` or `left-pad@^1.2.0`';
  }
  if (range !== undefined && range.length > longest) return `expected a range of at most ${longest} characters`;
  if (range !== undefined && (range.trim() === '' || semver.validRange(range) === null)) {
    return 'expected a version or a range after `@`, such as `left-pad@1.3.0` or `left-pad@^1.2.0`';
  }
  return undefined;
}

/** Whether a selector's name has nothing of its own beside wildcards: `*`, `**`, `@*` followed by `/*`. */
export function namesNothing(selector: string): boolean {
  return !/[^*?@/]/.test(splitSelector(selector).name);
}

/** Whether a selector matches names that anybody can publish: a wildcard that is not limited to one scope. */
export function spansScopes(selector: string): boolean {
  const { name } = splitSelector(selector);
  return /[*?]/.test(name) && !/^@[^*?/]+\//.test(name);
}

/**
 * A matcher for a selector that `selectorProblem` accepts. As in npm, a range matches a prerelease
 * only if it names one. A version that is not semver is selected only by a selector without versions.
 */
export function compileSelector(selector: string): (name: string, version: string) => boolean {
  const { name: pattern, range } = splitSelector(selector);
  const named = compileGlob(pattern);
  return (name, version) => named(name) && (range === undefined || semver.satisfies(version, range));
}
