import validRange from 'semver/ranges/valid.js';

import { settingValue } from '../managers/setting-values.ts';
import type { ReadFile, Readable, SettingsName } from '../managers/settings-file.ts';
import type { State } from '../repository/state.ts';
import type { JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';

/** `catalog.react`, `catalogs.next`, `workspaces.catalog.react`: an entry of the default catalog, or a named catalog. */
const CATALOG = /^(?:workspaces\.)?(catalogs?)\.(.+)$/s;

export const isCatalog = (key: string): boolean => CATALOG.test(key);

/**
 * Whether an edited catalog entry says no more than a range in a manifest would: its new meaning is a range that a
 * registry answers, and a manifest of the project uses it. The lockfile answers for it, and is held against it.
 */
export function isPlainCatalogEdit(
  key: string,
  before: Readable<SettingsName>,
  after: Readable<SettingsName>,
  uses: ReadonlySet<string>,
): boolean {
  const [, map, name] = CATALOG.exec(key) ?? [];
  if (map === undefined || name === undefined) return false;
  const [old, now] = [before, after].map((file) =>
    entriesOf(isRead(file) ? settingValue(file, key) : undefined, map, name),
  );
  if (old === undefined || now === undefined) return false;
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((entry) => old.get(entry) !== now.get(entry))
    .every((entry) => {
      const spec = now.get(entry);
      return spec === undefined || (isRange(spec) && uses.has(entry));
    });
}

const isRead = (file: Readable<SettingsName>): file is ReadFile<SettingsName> => file.state === 'read';

/** Entries by catalog and name; undefined for what is none. */
function entriesOf(
  value: JsonValue | undefined,
  map: string,
  name: string,
): ReadonlyMap<string, JsonValue> | undefined {
  if (map === 'catalog') return new Map(value === undefined ? [] : [[entryOf('default', name), value]]);
  if (value === undefined) return new Map();
  return value instanceof JsonObject
    ? new Map(value.keys.map((each) => [entryOf(name, each), value.get(each) as JsonValue]))
    : undefined;
}

const entryOf = (catalog: string, name: string) => `${catalog}\n${name}`;

/** A range of the same name; Yarn may write its protocol before it. */
const isRange = (spec: JsonValue): boolean =>
  typeof spec === 'string' && spec.trim() !== '' && validRange(spec.replace(/^npm:(?=[\d^~<>=*xv])/, '')) !== null;

/** The catalog entries that the manifests of a project use. */
export async function catalogUses({ settings }: State, folders: readonly string[]): Promise<ReadonlySet<string>> {
  const uses = new Set<string>();
  for (const folder of folders) {
    const file = await settings.at(folder, 'package.json');
    if (file.state !== 'read' || !(file.value.value instanceof JsonObject)) continue;
    for (const [name, spec] of specsOf(file.value.value)) {
      const [, catalog] = /^catalog:(.*)$/s.exec(spec.trim()) ?? [];
      if (catalog !== undefined) uses.add(entryOf(catalog.trim() || 'default', name));
    }
  }
  return uses;
}

const maps = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'resolutions',
  'overrides',
];

function specsOf(manifest: JsonObject): readonly (readonly [string, string])[] {
  return maps.flatMap((map) => {
    const value = manifest.get(map);
    if (!(value instanceof JsonObject)) return [];
    return value.keys.flatMap((name) => {
      const spec = value.get(name);
      return typeof spec === 'string' ? [[name, spec] as const] : [];
    });
  });
}
