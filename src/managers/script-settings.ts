import { isExact } from '../lockfile/entry.ts';

/** Which install scripts a package manager is told to run, and which not. Plain data, so that two states can be compared. */
export interface ScriptSettings extends ScriptLists {
  /** The name of the file that says so. */
  readonly file: string;
  /** Whether only the scripts of packages in `allowed` run. */
  readonly restricted: boolean;
}

export interface ScriptLists {
  readonly allowed: readonly PackageKey[];
  readonly denied: readonly PackageKey[];
}

/** A package as these lists name it: some versions or, if none are given, all. */
export interface PackageKey {
  readonly name: string;
  readonly versions?: readonly string[];
}

/**
 * `name`, `name@1.0.0` or `name@1.0.0 || 1.0.1`: the keys that npm and pnpm accept. Undefined for anything else: what
 * a manager does with it is not known.
 */
export function packageKey(text: string): PackageKey | undefined {
  const at = text.indexOf('@', 1);
  const name = at < 0 ? text : text.slice(0, at);
  if (!/^(?:@[^\s@/*!]+\/)?[^\s@/*!]+$/.test(name)) return undefined;
  const range = at < 0 ? '*' : text.slice(at + 1).trim();
  if (range === '*') return { name };
  const versions = range.split('||').map((version) => version.trim());
  return versions.every(isExact) ? { name, versions } : undefined;
}

/** Whether these settings leave out a package's scripts. Scripts that any of them allows are not left out. */
export function leavesOut(
  { restricted, allowed, denied }: ScriptSettings,
  names: readonly string[],
  version: string,
): boolean {
  const isNamed = (key: PackageKey): boolean =>
    names.includes(key.name) && (key.versions === undefined || key.versions.includes(version));
  return !allowed.some(isNamed) && (restricted || denied.some(isNamed));
}
