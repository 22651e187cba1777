import type { SettingList } from '../model/index.ts';
import type { JsonValue } from '../text/json-object.ts';
import type { JsonObject } from '../text/json-object.ts';
import { catalogEntry, catalogKey, overrideTarget, scalarText } from '../lockfile/locked-settings.ts';
import { objectOf } from './object-of.ts';

/** One entry of a project's own settings. */
export interface DeclaredSetting {
  /** Undefined: the lockfile may record any value, because the effective one is not known here. */
  readonly value: string | undefined;
  /** The path of the file that says so. */
  readonly file: string;
  /** Whether the lockfile must repeat it. */
  readonly required: boolean;
}

/** By list and key, in the form in which a lockfile repeats them. */
export type DeclaredSettings = Readonly<Record<SettingList, ReadonlyMap<string, DeclaredSetting>>>;

/** Collects what a project declares. */
export class Declaring implements DeclaredSettings {
  readonly overrides = new Map<string, DeclaredSetting>();
  readonly catalogs = new Map<string, DeclaredSetting>();
  readonly trustedDependencies = new Map<string, DeclaredSetting>();
  readonly patchedDependencies = new Map<string, DeclaredSetting>();

  /** Adds the entries of a map of strings. */
  add(list: SettingList, file: string, value: JsonValue | undefined, keyOf = (key: string) => key): void {
    objectOf(value).forEach((key, entry) => {
      this[list].set(keyOf(key), { value: scalarText(entry), file, required: false });
    });
  }

  addCatalogs(file: string, object: JsonObject): void {
    this.add('catalogs', file, object.get('catalog'), (name) => catalogKey('default', name));
    objectOf(object.get('catalogs')).forEach((catalog, entries) => {
      this.add('catalogs', file, entries, (name) => catalogKey(catalog, name));
    });
  }

  /**
   * What a manager writes into its lockfile for an override: `$name` is the root's own spec for that name, `catalog:`
   * the spec in the catalog. Undefined if that is not known here.
   */
  meant(key: string, value: string, root: JsonObject): string | undefined {
    const entry = catalogEntry(value, overrideTarget(key));
    if (entry !== undefined) return this.catalogs.get(entry)?.value;
    if (/^(?:link|file|portal):/.test(value)) return undefined;
    if (!value.startsWith('$')) return value;
    const maps = ['optionalDependencies', 'dependencies', 'devDependencies'].map((map) => objectOf(root.get(map)));
    const spec = maps.find((map) => map.has(value.slice(1)))?.get(value.slice(1));
    return typeof spec === 'string' && !spec.startsWith('catalog:') ? spec : undefined;
  }
}
