import type { JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import type { Setting } from './setting.ts';
import type { SettingsTable } from './settings-table.ts';
import { classIn } from './settings-table.ts';

/** One setting in a file, whatever it decides. */
export type SettingEntry = Omit<Setting, 'affects'>;

/**
 * The settings in a file's content. Undefined if a key is written in a way that managers read otherwise, such as with
 * an escape: then the whole file counts.
 */
export type EntriesOf<T> = (contents: T) => readonly SettingEntry[] | undefined;

/** The settings that affect installs or the gate, by the tables of the managers that read the file. */
export function affecting(entries: readonly SettingEntry[], tables: readonly SettingsTable[]): readonly Setting[] {
  return entries.flatMap((entry): readonly Setting[] => {
    const found = classIn(tables, entry.key);
    if (found !== 'unknown' && found.is === 'harmless') return [];
    return [{ affects: found !== 'unknown' && found.overrides === true ? 'override' : 'gate', ...entry }];
  });
}

/** The same text for the same value, whatever its white space. The parsers bound the depth. */
export function written(value: JsonValue | undefined): string {
  if (value instanceof JsonObject) {
    return `{${value.keys.map((key) => `${JSON.stringify(key)}:${written(value.get(key))}`).join()}}`;
  }
  return Array.isArray(value)
    ? `[${(value as readonly JsonValue[]).map(written).join()}]`
    : JSON.stringify(value ?? null);
}
