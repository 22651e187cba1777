import { isExact } from '../lockfile/entry.ts';

/** Whose install scripts a package manager is told to run, and whose not. Plain data, so that two states compare. */
export interface ScriptSettings extends ScriptLists {
  /** The file that says so, by its name. */
  readonly file: string;
  /** Whether all are left out but those of `allowed`. */
  readonly restricted: boolean;
}

export interface ScriptLists {
  readonly allowed: readonly PackageKey[];
  readonly denied: readonly PackageKey[];
}

/** A package as these lists name it: in some versions or, where none are given, in all. */
export interface PackageKey {
  readonly name: string;
  readonly versions?: readonly string[];
}

/**
 * `name`, `name@1.0.0` or `name@1.0.0 || 1.0.1`: all that npm and pnpm take for a key. Undefined for anything else: what
 * a manager makes of it is not known.
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

/** Whether a package's scripts are left out under these settings. What is allowed by any of them is not. */
export function leavesOut(
  { restricted, allowed, denied }: ScriptSettings,
  names: readonly string[],
  version: string,
): boolean {
  const isNamed = (key: PackageKey): boolean =>
    names.includes(key.name) && (key.versions === undefined || key.versions.includes(version));
  return !allowed.some(isNamed) && (restricted || denied.some(isNamed));
}
