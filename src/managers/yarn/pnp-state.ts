import { JsonObject } from '../../text/json-object.ts';
import { folderOf, join, normalise, prefixOf } from '../../text/paths.ts';
import { archiveName } from './archive-names.ts';
import { splitDescriptor } from './entry.ts';
import { descriptorLinker } from './link.ts';
import { parseYarnText } from './text.ts';

/** How the state of a loader differs from the lockfile; a key of the rule's own words. */
export type StateFault = 'state-malformed' | 'state-settings' | 'state-locator' | 'state-edge' | 'state-location';

interface Entry {
  readonly name: string;
  readonly reference: string;
  /** By the name that is asked for. */
  readonly dependencies: ReadonlyMap<string, string>;
  readonly optional: ReadonlySet<string>;
}

interface Locked {
  /** By `name@reference`. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** The locators that answer a name and a spec: the one of the descriptor, or the patches that Yarn makes of it. */
  readonly answers: (name: string, spec: string) => readonly string[];
  /** Whether any descriptor of a name is answered by a locator. */
  readonly isAskedAs: (name: string, locator: string) => boolean;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** @throws GateFailure for a lockfile that cannot be read */
function readLocked(path: string, lockfile: string): Locked {
  const root = parseYarnText(lockfile, path, 'berry').value as JsonObject;
  const entries = new Map<string, Entry>();
  const descriptors = new Map<string, string>();
  const asked = new Set<string>();
  for (const key of root.keys) {
    const entry = root.get(key);
    if (!(entry instanceof JsonObject) || key === '__metadata') continue;
    const resolution = text(entry.get('resolution'));
    const { name, spec: reference } = splitDescriptor(resolution);
    const map = (field: string) => {
      const value = entry.get(field);
      return value instanceof JsonObject ? value : new JsonObject(0, [], [], []);
    };
    const meta = map('dependenciesMeta');
    const isOptional = (each: string) => {
      const said = meta.get(each);
      return said instanceof JsonObject && said.get('optional') === 'true';
    };
    const dependencies = map('dependencies');
    entries.set(resolution, {
      ...{ name, reference },
      dependencies: new Map(dependencies.keys.map((each) => [each, text(dependencies.get(each))])),
      optional: new Set(dependencies.keys.filter(isOptional)),
    });
    for (const descriptor of key.split(/ *, */)) {
      descriptors.set(descriptor, resolution);
      asked.add(JSON.stringify([splitDescriptor(descriptor).name, resolution]));
    }
  }
  const link = descriptorLinker(descriptors);
  const patches = new Map<string, string[]>();
  for (const [locator, { reference }] of entries) {
    const source = /^patch:([^#]+)#optional!builtin</.exec(reference)?.[1];
    if (source === undefined) continue;
    const original = decoded(source);
    patches.set(original, [...(patches.get(original) ?? []), locator]);
  }
  const answers = (name: string, spec: string) => {
    const found = link(name, spec);
    return found === undefined ? [] : [found, ...(patches.get(found) ?? [])];
  };
  return { entries, answers, isAskedAs: (name, locator) => asked.has(JSON.stringify([name, locator])) };
}

function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(state: string): { readonly fields: Fields; readonly settings: string } | undefined {
  try {
    const value: unknown = JSON.parse(state);
    return isObject(value) ? { fields: value, settings: settingsOf(value) } : undefined;
  } catch {
    // Also one that is nested too deeply to be written again.
    return undefined;
  }
}

/** What follows the dependencies; all else in a state is a setting. */
const DERIVED = new Set([
  '__info',
  'dependencyTreeRoots',
  'fallbackExclusionList',
  'fallbackPool',
  'packageRegistryData',
]);

/** A setting of a state that the base branch's may lack, because an older Yarn does not write it: with its only harmless value. */
const ADDED: Readonly<Record<string, string>> = { pnpZipBackend: '"libzip"' };

function settingsOf(state: Fields): string {
  const own = Object.entries(state).filter(([key, value]) => !DERIVED.has(key) && ADDED[key] !== JSON.stringify(value));
  return JSON.stringify(own.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface StateChange {
  readonly before: string;
  readonly after: string;
  readonly path: string;
  readonly lockfile: string;
  /** Folders of archives. */
  readonly archives: readonly string[];
}

/**
 * Holds the state of a loader to the lockfile: the same locators, edges that the lockfile has, and of each package the
 * location that is its own: its archive, its unpacked folder, or its workspace.
 * @throws GateFailure for a lockfile that cannot be read
 */
export function stateFault({ before, after, path, lockfile, archives }: StateChange): StateFault | undefined {
  const [old, state] = [parsed(before), parsed(after)];
  if (old === undefined || state === undefined) return 'state-malformed';
  if (old.settings !== state.settings) return 'state-settings';
  const locked = readLocked(path, lockfile);
  const places = placesOf(state.fields['packageRegistryData']);
  const pool = pairsOf(state.fields['fallbackPool']);
  if (places === undefined || pool === undefined) return 'state-malformed';
  const known = new Set(places.map(({ locator }) => locator));
  const virtual = new Set(places.flatMap(({ isVirtual, locator }) => (isVirtual ? [locator] : [])));
  const root = [...locked.entries.values()].find(({ reference }) => reference === 'workspace:.');
  for (const place of places) {
    const entry = place.name === null ? root : locked.entries.get(place.locator);
    if (entry === undefined) return 'state-locator';
    if (!isOwnLocation(place.location, entry, folderOf(path), archives)) return 'state-location';
    // A package with peers has its dependencies in its virtual places alone.
    const fault = edgeFault(place, entry, locked, known, !place.isVirtual && virtual.has(place.locator));
    if (fault !== undefined) return fault;
  }
  const isKnown = ([name, target]: Edge) =>
    target === null || (known.has(target) && (locked.isAskedAs(name, target) || ownName(target) === name));
  return pool.every(isKnown) ? undefined : 'state-edge';
}

interface Place {
  /** Null: what is outside every package, which sees the root's dependencies. */
  readonly name: string | null;
  /** Without the part of a virtual one. */
  readonly locator: string;
  readonly isVirtual: boolean;
  readonly location: string;
  readonly edges: readonly Edge[];
}

/** A name, and the locator that it leads to; null where nothing does. */
type Edge = readonly [name: string, target: string | null];

const ownName = (locator: string) => splitDescriptor(locator).name;
const real = (reference: string) => reference.replace(/^virtual:[^#]*#/, '');
const FIELDS = new Set(['packageLocation', 'packageDependencies', 'packagePeers', 'linkType', 'discardFromLookup']);

function placesOf(data: unknown): readonly Place[] | undefined {
  if (!Array.isArray(data)) return undefined;
  const places: Place[] = [];
  for (const group of data as readonly unknown[]) {
    const [name, references] = Array.isArray(group) ? (group as readonly unknown[]) : [];
    if (!(name === null || typeof name === 'string') || !Array.isArray(references)) return undefined;
    for (const each of references as readonly unknown[]) {
      const [reference, info] = Array.isArray(each) ? (each as readonly unknown[]) : [];
      if (!isObject(info) || (name === null) !== (reference === null)) return undefined;
      const edges = pairsOf(info['packageDependencies']);
      if (edges === undefined || Object.keys(info).some((key) => !FIELDS.has(key))) return undefined;
      const locator = `${name ?? ''}@${real(text(reference))}`;
      places.push({
        name,
        locator,
        isVirtual: text(reference).startsWith('virtual:'),
        location: text(info['packageLocation']),
        edges,
      });
    }
  }
  return places;
}

function pairsOf(data: unknown): readonly Edge[] | undefined {
  if (!Array.isArray(data)) return undefined;
  const edges: Edge[] = [];
  for (const pair of data as readonly unknown[]) {
    const [name, target] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    if (typeof name !== 'string') return undefined;
    if (target === null) edges.push([name, null]);
    else if (typeof target === 'string') edges.push([name, `${name}@${real(target)}`]);
    else if (Array.isArray(target)) edges.push([name, `${text(target[0])}@${real(text(target[1]))}`]);
    else return undefined;
  }
  return edges;
}

function edgeFault(
  { edges }: Place,
  entry: Entry,
  { answers, isAskedAs }: Locked,
  known: ReadonlySet<string>,
  isStandIn: boolean,
): StateFault | undefined {
  const own = `${entry.name}@${entry.reference}`;
  for (const [name, target] of edges) {
    if (target === null || (name === entry.name && target === own)) continue;
    if (!known.has(target)) return 'state-locator';
    const spec = entry.dependencies.get(name);
    const expected = spec === undefined ? [] : answers(name, spec);
    // A peer is what a parent provides under this name; a resolution gives a dependency another descriptor.
    const isRight =
      expected.length > 0 ? expected.includes(target) : isAskedAs(name, target) || ownName(target) === name;
    if (!isRight) return 'state-edge';
  }
  if (isStandIn) return undefined;
  const given = new Set(edges.map(([name]) => name));
  const isMissing = [...entry.dependencies.keys()].some((name) => !given.has(name) && !entry.optional.has(name));
  return isMissing ? 'state-edge' : undefined;
}

/** Whether a location, relative to the loader's folder, is the one of this package and of no other. */
function isOwnLocation(location: string, entry: Entry, folder: string, archives: readonly string[]): boolean {
  const { name, reference } = entry;
  if (!location.endsWith('/') || location.includes('\\') || !/^\.\.?\//.test(location)) return false;
  const path = normalise(join(folder, withoutVirtual(location)));
  const [, workspace] = /^workspace:(.*)$/s.exec(reference) ?? [];
  if (workspace !== undefined) return path === normalise(join(folder, workspace));
  const [, linked, bound = ''] = /^(?:link|portal):([^:]*)(?:::locator=(.*))?$/s.exec(reference) ?? [];
  if (linked !== undefined) {
    const [, owner = ''] = /@workspace:(.*)$/s.exec(decoded(bound)) ?? [];
    return path === normalise(join(join(folder, owner), linked));
  }
  const { slug, hash } = archiveName(name, reference);
  const end = `/node_modules/${name}`;
  if (!path.endsWith(end)) return false;
  const place = path.slice(0, -end.length);
  const file = place.slice(place.lastIndexOf('/') + 1);
  const [, start = '', digits, suffix] = /^(.+)-([0-9a-f]{10})(-[^-]+\.zip)?$/s.exec(file) ?? [];
  if (digits !== hash || !start.startsWith(`${slug}-`)) return false;
  const above = folderOf(place);
  return suffix === undefined
    ? above === `${prefixOf(folder)}.yarn/unplugged`
    : archives.includes(above) || /^(?:\.\.\/)+(?:.+\/)?\.yarn\/berry\/cache$/.test(above);
}

/** The path that a virtual one stands for: `a/__virtual__/x/0/b` for `a/b`, with a folder less for each number. */
function withoutVirtual(location: string): string {
  const [, before = '', depth = '', rest = ''] =
    /^(.*?)\/(?:__virtual__|\$\$virtual)\/[^/]+\/(\d{1,3})\/(.*)$/s.exec(location) ?? [];
  return depth === '' ? location : `${before}/${'../'.repeat(Number(depth))}${rest}`;
}
