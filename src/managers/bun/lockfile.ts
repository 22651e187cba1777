import type { Importer, LockedPackage, Lockfile, Requirement } from '../../model/index.ts';
import { limits, quoted } from '../../text/visible.ts';
import { namesIn, placesFor, splitIdent } from './keys.ts';
import { refuseTooMany } from '../../lockfile/bounds.ts';
import { bunComparedFields } from './fields.ts';
import { bunSource } from './source.ts';
import { lockfileFaults } from '../../text/decode.ts';
import { lockedSettings } from '../../lockfile/locked-settings.ts';
import { parseJson } from '../../text/json.ts';
import type { JsonDocument, JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { isPackageName } from '../../lockfile/names.ts';
import { isExact, lockedPackage, MAX_VERSION } from '../../lockfile/entry.ts';
import { normalise } from '../../text/paths.ts';
import { readMaps, refuser, requirementsOf } from '../../lockfile/requirements.ts';

const VERSIONS: ReadonlySet<number> = new Set([0, 1, 2, 3]);

/** A lockfile that is being read. */
interface Reading {
  readonly document: JsonDocument;
  readonly packages: JsonObject;
  /** The number of dependencies read so far. */
  asked: number;
}

/**
 * Reads `bun.lock`, versions 0 to 3: JSON with trailing commas, in which a key may appear twice with one value.
 * Comments are refused; no bun lockfile that was tested has any (docs/decisions/0102).
 * @param text decoded (see `decodeText`)
 * @throws GateFailure `lockfile-syntax`, `-duplicate-key`, `-depth`, `-version`, `-shape`, `-invalid-name`, `-value`
 *   or `-too-large`, with path, line and column.
 */
export function parseBunLockfile(path: string, text: string): Lockfile {
  const document = parseJson(text, path, lockfileFaults, { trailingCommas: true, repeatedMembers: true });
  const refuse = refuser(document, 'lockfile-shape');
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, 'A bun lockfile must be a JSON object');
  const formatVersion = readVersion(document, root);
  const map = (name: string): JsonObject | undefined => {
    const value = root.get(name);
    if (value === undefined || value instanceof JsonObject) return value;
    return refuse(root.offsetOf(name), `\`${name}\` must be an object`);
  };
  const workspaces = map('workspaces') ?? refuse(0, 'The lockfile has no `workspaces`');
  const packages = map('packages') ?? new JsonObject(0, [], [], []);
  refuseTooMany(path, packages.keys.length, 0);
  const reading = { document, packages, asked: 0 };
  const importers = readImporters(reading, workspaces);
  const folders = new Set(importers.map((importer) => importer.path));
  const settings = lockedSettings(document, root);
  const locked: LockedPackage[] = [];
  packages.forEach((key, entry, offset) => locked.push(readPackage(reading, folders, key, entry, offset)));
  const git = new Set(locked.flatMap(({ key, source }) => (source.kind === 'git' ? [key] : [])));
  return {
    ...{ path, format: 'bun', formatVersion, packages: locked, importers, observations: [] },
    fields: bunComparedFields(formatVersion, packages, (key) => git.has(key)),
    ...(settings !== undefined && { settings }),
  };
}

function readVersion(document: JsonDocument, root: JsonObject): string {
  const version = root.get('lockfileVersion');
  if (typeof version === 'number' && VERSIONS.has(version)) return String(version);
  return refuser(
    document,
    'lockfile-version',
    'write it with a version of bun that writes one of these',
  )(
    root.offsetOf('lockfileVersion'),
    '`lockfileVersion` of a bun lockfile must be a number from 0 to 3, the versions that lockgate reads',
  );
}

function readImporters(reading: Reading, workspaces: JsonObject): readonly Importer[] {
  const { document } = reading;
  const refuse = refuser(document, 'lockfile-shape');
  const importers: Importer[] = [];
  workspaces.forEach((path, value, offset) => {
    const shown = quoted(path, limits.path);
    if (path !== normalise(path)) refuse(offset, `The workspace ${shown} is not a normalised path`);
    if (!(value instanceof JsonObject)) return refuse(offset, `The workspace ${shown} must be an object`);
    const name = value.get('name');
    if (name !== undefined && typeof name !== 'string') {
      return refuse(value.offsetOf('name'), `The name of the workspace ${shown} must be a string`);
    }
    const owner = path === '' || name === undefined ? [] : (namesIn(name) ?? []);
    const requires = readRequires(reading, value, owner, true);
    importers.push({ path, ...(name !== undefined && { name }), line: document.line(offset), requires });
  });
  return importers;
}

/** The dependencies of a workspace or an entry, each with the key that answers it. Only optional ones may have none. */
function readRequires(
  reading: Reading,
  object: JsonObject,
  owner: readonly string[],
  top: boolean,
): readonly Requirement[] {
  const { document, packages } = reading;
  const refuse = refuser(document, 'lockfile-shape');
  const optional = object.get('optionalPeers') ?? [];
  if (!Array.isArray(optional)) return refuse(object.offsetOf('optionalPeers'), '`optionalPeers` must be an array');
  const optionalPeers = new Set<JsonValue>(optional as readonly JsonValue[]);
  const places = placesFor(owner);
  const requires = requirementsOf(readMaps(object, refuse), top);
  reading.asked += requires.length;
  refuseTooMany(document.path, packages.keys.length, reading.asked);
  return requires.map((requirement) => {
    const { name, type } = requirement;
    if (!isPackageName(name)) {
      const shown = `The dependency ${quoted(name, limits.name)} is not a package name`;
      return refuser(document, 'lockfile-invalid-name')(object.offset, shown);
    }
    const place = places.find((each) => packages.has(each + name));
    const to = place === undefined ? undefined : place + name;
    if (to === undefined && (type === 'prod' || type === 'dev')) {
      return refuse(object.offset, `The dependency ${quoted(name, limits.name)} has no entry in \`packages\``);
    }
    const optionalPeer = type === 'peer' && optionalPeers.has(name);
    return { ...requirement, ...(optionalPeer && { optionalPeer }), ...(to !== undefined && { to }) };
  });
}

/** `[ident, address, members, integrity]` of a registry; `[ident, members?, integrity or commit?]` of anything else. */
function readPackage(
  reading: Reading,
  importers: ReadonlySet<string>,
  key: string,
  entry: JsonValue,
  offset: number,
): LockedPackage {
  const { document } = reading;
  const refuse = refuser(document, 'lockfile-shape');
  const ident = Array.isArray(entry) ? (entry as readonly JsonValue[])[0] : undefined;
  const parts = typeof ident === 'string' ? splitIdent(ident) : undefined;
  if (!Array.isArray(entry) || parts === undefined) {
    return refuse(offset, `The entry ${quoted(key)} must be an array that begins with \`name@resolution\``);
  }
  const { name, resolution } = parts;
  const path = namesIn(key);
  if (path === undefined || !isPackageName(name)) {
    const shown = `The entry ${quoted(key)} of ${quoted(name, limits.name)} has a name that no registry accepts`;
    return refuser(document, 'lockfile-invalid-name')(offset, shown);
  }
  const source = bunSource(document.path, resolution, importers);
  const fromRegistry = source.kind === 'registry';
  if (resolution.length > MAX_VERSION || (fromRegistry && !isExact(resolution))) {
    const shown = `The version ${quoted(resolution, limits.version)} of ${quoted(key)} is not exact, or is too long`;
    return refuser(document, 'lockfile-value')(offset, shown);
  }
  const rest = (entry as readonly JsonValue[]).slice(1);
  const address = fromRegistry ? rest.shift() : '';
  const [members = new JsonObject(offset, [], [], []), pin = '', ...more] = rest;
  const shaped =
    typeof address === 'string' && typeof pin === 'string' && more.length <= (source.kind === 'git' ? 1 : 0);
  if (!(members instanceof JsonObject) || !shaped) {
    return refuse(offset, `The entry ${quoted(key)} does not have the items that bun writes for a package of its kind`);
  }
  const bundled = members.get('bundled');
  const linked = source.kind === 'workspace' || source.kind === 'link';
  // A workspace's dependencies belong to its importer.
  const requires = source.kind === 'workspace' ? [] : readRequires(reading, members, path, false);
  const claims = bundled === undefined ? {} : { inBundle: bundled !== false };
  const made = { key, name, version: linked ? '' : resolution, source, line: document.line(offset), requires, claims };
  // For git the last items are the commit's tag and, in newer versions, the integrity of its archive.
  const integrity = source.kind === 'git' ? undefined : pin;
  return lockedPackage(made, path.at(-1) ?? name, address || undefined, integrity || undefined);
}
