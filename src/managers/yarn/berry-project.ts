import satisfies from 'semver/functions/satisfies.js';
import valid from 'semver/functions/valid.js';
import validRange from 'semver/ranges/valid.js';

import type { LockedPackage, Requirement } from '../../model/index.ts';
import type { JsonObject, JsonValue } from '../../text/json-object.ts';
import type { Manifest } from '../manifest.ts';
import { emptyObject, objectOf } from '../object-of.ts';
import type { ProjectFiles } from '../settings-file.ts';
import { splitDescriptor } from './entry.ts';
import type { ResolutionKey } from './resolutions.ts';
import { resolutionKey } from './resolutions.ts';

/** What a project of Yarn 2 and later makes of the specs in manifests and entries. */
export interface BerryProject {
  /** Undefined: the root's manifest is not known. */
  readonly resolutions: readonly Resolution[] | undefined;
  /** Yarn 2 and 3 compare the range of a resolution as both write it: `a@npm:1.0.0` is not about the dependency `1.0.0`. */
  readonly comparesAsWritten: boolean;
  /** The spec of a catalog's entry; undefined where there is none, `unknown` where that is not known. */
  readonly catalogEntry: (catalog: string, name: string) => string | undefined | typeof unknown;
  readonly extensions: readonly Extension[];
}

interface Resolution extends ResolutionKey {
  readonly spec: string;
}

interface Extension {
  readonly name: string;
  readonly range: string;
  readonly requires: readonly Requirement[];
}

/** Who asks: the name and the reference of its locator, `workspace:packages/a` or `npm:1.0.0`. */
export interface Locator {
  readonly name: string;
  readonly reference: string;
}

export const unknown = Symbol('unknown');

/** The metadata version that Yarn 3 writes; Yarn 4 writes 8 and its prereleases 7. */
const LAST_OF_YARN_3 = 6;

/**
 * @param formatVersion the lockfile's metadata version
 * @param settings those beside the lockfile and above; undefined where they are not known
 */
export async function berryProject(
  formatVersion: string,
  root: Manifest | undefined,
  settings: ProjectFiles | undefined,
): Promise<BerryProject> {
  const resolutions = root?.resolutionEntries.flatMap(([key, spec]) => {
    const parsed = resolutionKey(key);
    return parsed === undefined ? [] : [{ ...parsed, spec }];
  });
  const chain = await rcChain(settings);
  return {
    resolutions,
    comparesAsWritten: Number(formatVersion) <= LAST_OF_YARN_3,
    catalogEntry: (catalog, name) => {
      for (const rc of chain) {
        const spec = entryIn(rc, catalog, name);
        if (spec !== undefined) return spec;
      }
      return chain.length > 0 ? undefined : unknown;
    },
    extensions: extensionsIn(chain.map((rc) => (rc === unknown ? emptyObject : objectOf(rc.get('packageExtensions'))))),
  };
}

/**
 * The `.yarnrc.yml` of a project and of all folders above, the nearest first: Yarn merges them key by key, and the nearest
 * has the last word. `unknown`: one that cannot be read, or says how to merge it.
 */
async function rcChain(settings: ProjectFiles | undefined): Promise<readonly (JsonObject | typeof unknown)[]> {
  if (settings === undefined) return [];
  const files = await Promise.all([settings, ...settings.above()].map((each) => each.at('.yarnrc.yml')));
  return files.flatMap((file): readonly (JsonObject | typeof unknown)[] => {
    if (file.state === 'absent') return [];
    return file.state === 'read' && file.value.isOneMapping && !file.text.includes('onConflict')
      ? [file.value.root]
      : [unknown];
  });
}

/** Undefined: a file has no such entry. */
function entryIn(rc: JsonObject | typeof unknown, catalog: string, name: string): string | typeof unknown | undefined {
  if (rc === unknown) return unknown;
  const spec = objectOf(catalog === '' ? rc.get('catalog') : objectOf(rc.get('catalogs')).get(catalog)).get(name);
  if (spec === undefined) return undefined;
  return typeof spec === 'string' && !spec.includes('${') ? spec : unknown;
}

const EXTENDED = [
  ['dependencies', 'prod'],
  ['peerDependencies', 'peer'],
] as const;

/** @param files what each of them says, the nearest first */
function extensionsIn(files: readonly JsonObject[]): readonly Extension[] {
  const keys = [...new Set(files.flatMap((file) => file.keys))];
  return keys.map((key) => {
    const { name, spec } = splitDescriptor(key);
    const said = files.map((file) => objectOf(file.get(key)));
    const merged = (of: (each: JsonObject) => JsonValue | undefined) =>
      said.flatMap((each) => {
        const map = objectOf(of(each));
        return map.keys.map((member) => [member, map.get(member)] as const);
      });
    // The first of a name wins.
    const firsts = (of: (each: JsonObject) => JsonValue | undefined) => new Map(merged(of).reverse());
    const meta = firsts((each) => each.get('peerDependenciesMeta'));
    const requires = EXTENDED.flatMap(([field, type]) =>
      [...firsts((each) => each.get(field))].flatMap(([each, asked]): readonly Requirement[] => {
        if (typeof asked !== 'string') return [];
        const isOptional = type === 'peer' && objectOf(meta.get(each)).get('optional') === 'true';
        return [{ name: each, spec: asked, type, ...(isOptional && { optionalPeer: true }) }];
      }),
    );
    return { name, range: spec, requires };
  });
}

/** What `packageExtensions` add to what a package asks for itself. */
export function extendedBy(
  { name, version, requires }: LockedPackage,
  { extensions }: BerryProject,
): readonly Requirement[] {
  const own = new Set(requires.map((each) => each.name));
  return extensions
    .filter((each) => each.name === name && satisfies(version, each.range, { includePrerelease: true, loose: true }))
    .flatMap((each) => each.requires)
    .filter((each) => !own.has(each.name));
}

/** What a requirement comes to: the spec of the descriptor that Yarn looks up. */
export interface Meaning {
  /** Undefined: its catalog has no such entry. */
  readonly spec: string | undefined;
  /** Whether another spec than its own, which the root's settings name. */
  readonly isRewritten: boolean;
  /** Whether all settings that may rewrite it are known. */
  readonly isKnown: boolean;
}

/** The first of the root's `resolutions` that is about a requirement rewrites it; then its catalog does. */
export function meaningOf({ name, spec }: Requirement, owner: Locator, project: BerryProject): Meaning {
  const normal = project.comparesAsWritten ? (range: string) => range : normalSpec;
  const resolution = project.resolutions?.find(
    ({ parent, parentSpec, name: about, asked }) =>
      about === name &&
      (asked === undefined || normal(asked) === normal(spec)) &&
      (parent === undefined || parent === owner.name) &&
      (parentSpec === undefined || normalReference(parentSpec) === owner.reference),
  );
  const isKnown = project.resolutions !== undefined;
  const found = resolution?.spec ?? spec;
  const [, catalog] = /^catalog:(.*)$/s.exec(found) ?? [];
  if (catalog === undefined) return { spec: found, isRewritten: resolution !== undefined, isKnown };
  const entry = project.catalogEntry(catalog.trim(), name);
  if (entry === unknown) return { spec: found, isRewritten: true, isKnown: false };
  return { spec: entry, isRewritten: true, isKnown };
}

const TAG = /^(?!v)[a-z0-9._-]+$/i;

/** Yarn's default protocol before a range or a tag that has none. */
export function normalSpec(spec: string): string {
  return validRange(spec, true) !== null || TAG.test(spec) ? `npm:${spec}` : spec;
}

const normalReference = (reference: string) => (valid(reference) === null ? reference : `npm:${reference}`);

/** A range or tag without Yarn's default protocol, as every other reader understands it; `npm:name@range` is an alias. */
export function withoutDefaultProtocol(spec: string): string {
  const bare = /^npm:(.*)$/s.exec(spec)?.[1]?.trim();
  return bare !== undefined && (validRange(bare, true) !== null || TAG.test(bare)) ? bare : spec;
}
