import type { OwnLimit } from '../model/loosening.ts';

/** Why a setting is harmless: what it is about instead of what an install gets. */
export type HarmlessAbout =
  | 'presentation'
  | 'hoisting'
  | 'linking'
  | 'publishing'
  | 'saving'
  | 'engines'
  | 'updates'
  | 'speed'
  | 'workspaces'
  | 'commands'
  /** Which of the packages in the lockfile are installed; every one of them is judged. */
  | 'selection'
  /** A plugin reads it, not the manager. */
  | 'plugins';

/**
 * In which direction a setting makes installs stricter: a greater number, a list with more or with fewer entries, or
 * the values from the loosest to the strictest.
 */
export type Tightens = 'greater' | 'more' | 'fewer' | readonly string[];

/** What one setting of a package manager decides. */
export interface SettingClass {
  /**
   * `install`: what is installed, run, verified or asked for. `registry`: from where. `credential`: with which
   * secret. `harmless`: nothing of these.
   */
  readonly is: 'install' | 'registry' | 'credential' | 'harmless';
  /** Of a harmless one. */
  readonly about?: HarmlessAbout;
  /** Absent: neither direction is stricter. */
  readonly tightens?: Tightens;
  /** Its value names a program, or a file from which settings come. */
  readonly runs?: 'path';
  /** It decides which packages an install gets, as overrides do. */
  readonly overrides?: true;
  /** The limit that it is part of. */
  readonly limits?: OwnLimit;
}

/** The settings of one package manager. */
export interface SettingsTable {
  readonly keys: ReadonlyMap<string, SettingClass>;
  /** Keys with a variable part, the first that fits counts. Must be matched by the whole key. */
  readonly patterns: readonly (readonly [RegExp, SettingClass])[];
  /** The spelling under which `keys` has a key, if there are several. */
  readonly spelled?: (key: string) => string;
}

type Keys = readonly (readonly [string, SettingClass])[];

/** @param groups the keys, as `harmless`, `install`, `registry` and `credential` make them */
export function settingsTable(
  groups: readonly Keys[],
  patterns: SettingsTable['patterns'] = [],
  spelled?: SettingsTable['spelled'],
): SettingsTable {
  return { keys: new Map(groups.flat()), patterns, ...(spelled !== undefined && { spelled }) };
}

const all = (setting: SettingClass, keys: readonly string[]): Keys => keys.map((key) => [key, setting]);

export const harmless = (about: HarmlessAbout, ...keys: readonly string[]): Keys =>
  all({ is: 'harmless', about }, keys);
export const install = (...keys: readonly string[]): Keys => all({ is: 'install' }, keys);
export const registry = (...keys: readonly string[]): Keys => all({ is: 'registry' }, keys);
export const credential = (...keys: readonly string[]): Keys => all({ is: 'credential' }, keys);
/** Settings whose values name a program, or a file from which settings come. */
export const runs = (...keys: readonly string[]): Keys => all({ is: 'install', runs: 'path' }, keys);
export const overriding = (...keys: readonly string[]): Keys => all({ is: 'install', overrides: true }, keys);
/** Settings of which one direction is stricter. */
export const stricter = (tightens: Tightens, ...keys: readonly string[]): Keys =>
  all({ is: 'install', tightens }, keys);

/** The settings of one of the manager's own limits. */
export const limiting = (limits: OwnLimit, ...groups: readonly Keys[]): Keys =>
  groups.flat().map(([key, setting]) => [key, { ...setting, limits }]);

/** Switches, from the loose value to the strict one. */
export const OFF_ON = ['false', 'true'] as const;
export const ON_OFF = ['true', 'false'] as const;

/** No table names a key with more parts. */
const MAX_PARTS = 4;

/**
 * What a key decides. A key with dots that the table lacks is one below the key before a dot.
 * @returns `unknown`, which is watched, for a key that the table does not have
 */
export function classOf({ keys, patterns, spelled }: SettingsTable, key: string): SettingClass | 'unknown' {
  const parts = key.split('.', MAX_PARTS);
  for (const name of [key, ...parts.map((_, at) => parts.slice(0, parts.length - at).join('.'))]) {
    const found = keys.get(name) ?? keys.get(spelled?.(name) ?? name);
    if (found !== undefined) return found;
    const pattern = patterns.find(([form]) => form.test(name));
    if (pattern !== undefined) return pattern[1];
  }
  return 'unknown';
}

/** What a key decides in a file that several managers read: harmless only if no manager is affected. */
export function classIn(tables: readonly SettingsTable[], key: string): SettingClass | 'unknown' {
  const known = tables.map((table) => classOf(table, key)).filter((each) => each !== 'unknown');
  return known.find(({ is }) => is !== 'harmless') ?? known[0] ?? 'unknown';
}
