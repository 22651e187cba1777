import type { LockedSetting, LockedSettings, SettingList } from '../model/index.ts';
import type { JsonDocument, JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';

type Lists = { [L in SettingList]?: ReadonlyMap<string, LockedSetting> };

/**
 * The project settings that the root of a lockfile repeats, as pnpm and bun write them. Undefined if it repeats none.
 * An entry of a pnpm catalog is `{specifier, version}`; of a bun catalog, a string.
 */
export function lockedSettings(document: JsonDocument, root: JsonObject): LockedSettings | undefined {
  const lists: Lists = {};
  const enter = (list: SettingList, settings: ReadonlyMap<string, LockedSetting>) => {
    if (settings.size > 0) lists[list] = new Map([...(lists[list] ?? []), ...settings]);
  };
  enter('overrides', entriesOf(root.get('overrides')));
  enter('patchedDependencies', entriesOf(root.get('patchedDependencies')));
  enter('trustedDependencies', namesOf(root));
  enter('catalogs', entriesOf(root.get('catalog'), 'default'));
  const catalogs = root.get('catalogs');
  if (catalogs instanceof JsonObject) catalogs.forEach((name, entries) => enter('catalogs', entriesOf(entries, name)));
  return Object.keys(lists).length === 0 ? undefined : lists;

  function entriesOf(value: JsonValue | undefined, catalog?: string): ReadonlyMap<string, LockedSetting> {
    const entries = new Map<string, LockedSetting>();
    if (!(value instanceof JsonObject)) return entries;
    value.forEach((key, entry, offset) => {
      if (catalog === undefined && entry instanceof JsonObject) {
        // bun's version 3: what is below a parent, and `.` for the parent itself.
        entry.forEach((child, below, at) => {
          const line = document.line(at);
          entries.set(child === '.' ? key : `${key}>${child}`, { value: scalarText(below), line });
        });
        return;
      }
      const said = catalog !== undefined && entry instanceof JsonObject ? entry.get('specifier') : entry;
      const name = catalog === undefined ? key : catalogKey(catalog, key);
      entries.set(name, { value: scalarText(said), line: document.line(offset) });
    });
    return entries;
  }

  function namesOf(object: JsonObject): ReadonlyMap<string, LockedSetting> {
    const list = object.get('trustedDependencies');
    const line = document.line(object.offsetOf('trustedDependencies'));
    return new Map(
      (Array.isArray(list) ? (list as readonly JsonValue[]) : []).map((name) => [
        scalarText(name),
        { value: '', line },
      ]),
    );
  }
}

/** The key of a catalog entry for both managers. No package name holds a blank, so keys are unique. */
export function catalogKey(catalog: string, name: string): string {
  return `${catalog} ${name}`;
}

/** The key of the entry that a spec `catalog:` or `catalog:name` means; undefined for any other spec. */
export function catalogEntry(spec: string, name: string): string | undefined {
  if (!spec.startsWith('catalog:')) return undefined;
  const catalog = spec.slice('catalog:'.length).trim();
  return catalogKey(catalog === '' ? 'default' : catalog, name);
}

/** A string or number as text; anything else as a text that no setting has. */
export function scalarText(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '(no text)';
}

/**
 * The name that an override's key is about: after `parent>` and before `@range`. A `>` that belongs to a range follows a
 * blank, a bar or the `@`.
 */
export function overrideTarget(key: string): string {
  const delimiter = key.search(/[^ |@]>/);
  const target = delimiter < 0 ? key : key.slice(delimiter + 2);
  const at = target.indexOf('@', 1);
  return at < 0 ? target : target.slice(0, at);
}
