import satisfies from 'semver/functions/satisfies.js';
import valid from 'semver/functions/valid.js';
import validRange from 'semver/ranges/valid.js';

import type { LockedPackage, Requirement } from '../../model/index.ts';
import type { JsonValue } from '../../text/json-object.ts';
import type { Manifest } from '../manifest.ts';
import { objectOf } from '../object-of.ts';
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
 * @param settings those beside the lockfile; undefined where they are not known
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
  const file = await settings?.at('.yarnrc.yml');
  const rc = file?.state === 'read' && file.value.isOneMapping ? file.value.root : undefined;
  // Yarn adds what the same files of the folders above say.
  const isWhole = rc !== undefined && settings?.pathOf('.yarnrc.yml') === '.yarnrc.yml';
  return {
    resolutions,
    comparesAsWritten: Number(formatVersion) <= LAST_OF_YARN_3,
    catalogEntry: (catalog, name) => {
      const entries = catalog === '' ? rc?.get('catalog') : objectOf(rc?.get('catalogs')).get(catalog);
      const spec = objectOf(entries).get(name);
      if (typeof spec === 'string' && !spec.includes('${')) return spec;
      return isWhole && spec === undefined ? undefined : unknown;
    },
    extensions: extensionsIn(rc?.get('packageExtensions')),
  };
}

function extensionsIn(value: JsonValue | undefined): readonly Extension[] {
  const extensions = objectOf(value);
  return extensions.keys.map((key) => {
    const { name, spec } = splitDescriptor(key);
    const said = objectOf(extensions.get(key));
    const meta = objectOf(said.get('peerDependenciesMeta'));
    const map = (field: string, type: Requirement['type']) => {
      const entries = objectOf(said.get(field));
      return entries.keys.flatMap((each): readonly Requirement[] => {
        const asked = entries.get(each);
        if (typeof asked !== 'string') return [];
        const isOptional = type === 'peer' && objectOf(meta.get(each)).get('optional') === 'true';
        return [{ name: each, spec: asked, type, ...(isOptional && { optionalPeer: true }) }];
      });
    };
    return { name, range: spec, requires: [...map('dependencies', 'prod'), ...map('peerDependencies', 'peer')] };
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
