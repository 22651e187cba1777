import type { SemVer } from 'semver';
import parse from 'semver/functions/parse.js';

/** By UTF-16 code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By semver precedence; what is no version comes first, by text. */
export function compareVersion(a: string, b: string): number {
  const [versionA, versionB] = [parsed(a), parsed(b)];
  if (versionA === null || versionB === null) {
    return Number(versionA !== null) - Number(versionB !== null) || compareText(a, b);
  }
  return versionA.compare(versionB) || versionA.compareBuild(versionB) || compareText(a, b);
}

/** A sort asks for each version many times, and parsing costs ten times the comparison. */
const known = new Map<string, SemVer | null>();
const MAX_KNOWN = 200_000;

function parsed(version: string): SemVer | null {
  let found = known.get(version);
  if (found === undefined) {
    if (known.size >= MAX_KNOWN) known.clear();
    found = parse(version);
    known.set(version, found);
  }
  return found;
}
