import type { OwnLimit } from '../model/loosening.ts';
import type { JsonValue } from '../text/json-object.ts';
import { namedManagers } from './named-manager.ts';
import type { OwnFile, ProjectFiles, Readable, SettingsName } from './settings-file.ts';
import { settingValue } from './setting-values.ts';
import { scalarOf } from './tightening.ts';

/** One limit of a package manager in one project, as its files and its defaults say. */
export interface LimitCell {
  /** In a few words. Values in it are ours or checked: no third-party text. */
  readonly says: string;
  /** The line that closes what a setting of the project opens; absent: there is nothing to close, or no one line does it. */
  readonly fix?: string;
  /** Whether a setting of the project says so, which is then to be changed. */
  readonly isSet?: true;
}

/** How long it waits; `hours` is undefined where that depends on its version, or cannot be interpreted. */
export interface WaitingCell extends LimitCell {
  readonly hours: number | undefined;
}

/** The limits of a package manager in one project. */
export interface ManagerLimits extends Readonly<Record<Exclude<OwnLimit, 'waiting'>, LimitCell>> {
  readonly waiting: WaitingCell;
  /** The file in which its limits are set. */
  readonly file: OwnFile | undefined;
  /** The lines by which it waits so many hours; none where it cannot. */
  readonly waitLines: (hours: number) => readonly string[];
}

/** What the limits of one manager are read from. */
export interface LimitReader {
  /** The value of a setting, in the first file that has it; a pair names the key in each file. */
  readonly value: (keys: Keys) => JsonValue | undefined;
  /** `11.2` for `11.2.3`; undefined where the manifest names no exact version of this manager. */
  readonly version: number | undefined;
}
type Keys = Readonly<Partial<Record<SettingsName, string>>>;

export const noSetting: LimitCell = { says: 'no setting' };
const unread: LimitCell = { says: 'unknown: a settings file cannot be read' };

/** The limits of a manager none of whose files can be read. */
export const unknownLimits: ManagerLimits = {
  ...{ waiting: { ...unread, hours: undefined }, scripts: unread, sources: unread, trust: unread },
  ...{ file: undefined, waitLines: () => [] },
};

/**
 * Reads the files of a project in which a manager looks for its limits.
 * @param folders the project's own files, then those of the folders above that it reads too
 * @returns undefined where one of the files cannot be read
 */
export async function limitReader(
  program: string,
  names: readonly SettingsName[],
  folders: readonly ProjectFiles[],
): Promise<LimitReader | undefined> {
  const found: Readable<SettingsName>[] = [];
  for (const files of folders) for (const name of names) found.push(await files.at(name));
  if (found.some(({ state }) => state === 'unreadable')) return undefined;
  const read = found.filter((file) => file.state === 'read');
  const manifest = await folders[0]?.at('package.json');
  const named = manifest?.state === 'read' ? [...namedManagers(manifest.value).values()] : [];
  const version = named.find((each) => each.program === program)?.version;
  return {
    value: (keys) => {
      for (const file of read) {
        const key = keys[file.name];
        const value = key === undefined ? undefined : settingValue(file, key);
        if (value !== undefined) return value;
      }
      return undefined;
    },
    version: version === undefined ? undefined : minorOf(version),
  };
}

/** Major and minor as one number that can be compared: 4.15 is above 4.9. */
const minorOf = (version: string): number => {
  const [major = '0', minor = '0'] = version.split('.');
  return Number(major) * 1_000 + Number(minor);
};

/** The default of a setting that a version of the manager changed. */
export function since<T>(version: number | undefined, from: number, before: T, after: T, unknown: T): T {
  if (version === undefined) return unknown;
  return version >= minorOf(String(from)) ? after : before;
}

/** `3 days`, `36 hours`. */
export function spelledHours(hours: number): string {
  const [count, unit] = hours % 24 === 0 ? [hours / 24, 'day'] : [Number(hours.toFixed(2)), 'hour'];
  return hours === 0 ? 'none' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** How long a manager waits. `fallback` speaks where the setting is not there. */
export function waitingCell(
  value: JsonValue | undefined,
  hoursOf: (value: JsonValue) => number | undefined,
  excepted: JsonValue | undefined,
  fallback: WaitingCell,
): WaitingCell {
  const count = Array.isArray(excepted) ? excepted.length : scalarOf(excepted) === undefined ? 0 : 1;
  const more = count === 0 ? '' : `, ${count} excepted`;
  if (value === undefined || value === null) return { ...fallback, says: `${fallback.says}${more}` };
  const hours = hoursOf(value);
  return { hours, isSet: true, says: hours === undefined ? 'cannot be interpreted' : `${spelledHours(hours)}${more}` };
}

export const byDefault = (hours: number): WaitingCell => ({ hours, says: `${spelledHours(hours)} (default)` });

/** A cell of a switch: what each value says, and what its absence says. */
export function switched(
  value: JsonValue | undefined,
  says: Readonly<Record<string, LimitCell>>,
  fallback: LimitCell,
): LimitCell {
  if (value === undefined || value === null) return fallback;
  const text = scalarOf(value) ?? '';
  const cell = (Object.hasOwn(says, text) ? says[text] : undefined) ?? { says: 'cannot be interpreted' };
  return { ...cell, isSet: true };
}
