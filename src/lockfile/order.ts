import compareVersions from 'semver/functions/compare-build.js';
import valid from 'semver/functions/valid.js';

/** By UTF-16 code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By semver precedence; what is no version comes first, by text. */
export function compareVersion(a: string, b: string): number {
  const [validA, validB] = [valid(a) !== null, valid(b) !== null];
  if (validA && validB) return compareVersions(a, b) || compareText(a, b);
  return Number(validA) - Number(validB) || compareText(a, b);
}
