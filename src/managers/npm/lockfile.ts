import type { Importer, LockedPackage, Lockfile, Source } from '../../model/index.ts';
import { quoted } from '../../text/visible.ts';
import { lockfileFaults } from '../../text/decode.ts';
import { parseJson } from '../../text/json.ts';
import type { JsonDocument } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { compareMaps } from './disagree.ts';
import { lockedPackage } from '../../lockfile/entry.ts';
import type { NpmEntry } from './entry.ts';
import { NpmFields, readEntry } from './entry.ts';
import { npmComparedFields } from './fields.ts';
import { readLegacyMap } from './legacy.ts';
import { readKey } from './keys.ts';
import { folderOf, follow } from '../../text/paths.ts';
import { refuser, workspaceGlobs } from '../../lockfile/requirements.ts';
import { resolvedSource } from '../../lockfile/source.ts';
import { workspaceMatcher } from '../../lockfile/workspaces.ts';

/**
 * Reads `package-lock.json` and `npm-shrinkwrap.json`, versions 1, 2 and 3.
 *
 * As in npm, `packages` wins over `dependencies`, whatever the version. If both exist and disagree, each
 * disagreement is an observation, and an entry only in `dependencies` becomes a package too. Version 1 does not list
 * the root's dependencies, so it has no importers.
 * @param text decoded (see `decodeText`)
 * @throws GateFailure `lockfile-syntax`, `-duplicate-key`, `-depth`, `-version`, `-shape`, `-invalid-name`, `-value` or
 *   `-too-large`, with path, line and column.
 */
export function parseNpmLockfile(path: string, text: string): Lockfile {
  const document = parseJson(text, path, lockfileFaults);
  const refuse = refuser(document, 'lockfile-shape');
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, 'A lockfile must be a JSON object');
  const version = readVersion(document, root);
  const packages = mapOf('packages');
  const dependencies = mapOf('dependencies');
  if (packages === undefined && dependencies === undefined && version > 1) {
    return refuse(root.offsetOf('lockfileVersion'), 'The lockfile has neither `packages` nor `dependencies`');
  }
  const objects = new Map<string, JsonObject>();
  const legacy = dependencies && readLegacyMap(document, dependencies, objects);
  const made =
    packages === undefined
      ? { packages: legacy ?? [], importers: [], observations: [] }
      : compareMaps(path, readPackages(document, packages), legacy);
  const fields = npmComparedFields(packages, objects);
  return { path, format: 'npm', formatVersion: String(version), ...made, fields };

  function mapOf(name: string): JsonObject | undefined {
    const map = (root as JsonObject).get(name);
    return map === undefined || map instanceof JsonObject
      ? map
      : refuse((root as JsonObject).offsetOf(name), `\`${name}\` must be an object`);
  }
}

function readVersion(document: JsonDocument, root: JsonObject): 1 | 2 | 3 {
  const version = root.get('lockfileVersion');
  if (version === 1 || version === 2 || version === 3) return version;
  return refuser(
    document,
    'lockfile-version',
    'write it with a version of npm that writes one of these',
  )(
    root.offsetOf('lockfileVersion'),
    version === undefined
      ? 'The lockfile has no `lockfileVersion`, which must be 1, 2 or 3'
      : '`lockfileVersion` must be the number 1, 2 or 3',
  );
}

interface ReadPackages {
  readonly packages: readonly LockedPackage[];
  readonly importers: readonly Importer[];
}

interface Placed {
  readonly key: string;
  readonly line: number;
  readonly entry: NpmEntry;
}

function readPackages(document: JsonDocument, map: JsonObject): ReadPackages {
  const folders = new Map<string, Placed>();
  const installed: (Placed & { readonly folderName: string; readonly fields: NpmFields })[] = [];
  map.forEach((key, value, offset) => {
    const meaning = readKey(key);
    if (meaning.kind === 'invalid') {
      refuser(document, 'lockfile-invalid-name')(offset, `The key ${quoted(key)} is refused because ${meaning.why}`);
    }
    if (!(value instanceof JsonObject)) {
      return refuser(document, 'lockfile-shape')(offset, `The entry ${quoted(key)} must be an object`);
    }
    const fields = new NpmFields(document, key, value);
    const line = document.line(offset);
    const entry = readEntry(fields, meaning.kind !== 'package');
    if (meaning.kind === 'package') installed.push({ key, line, entry, folderName: meaning.name, fields });
    else folders.set(key, { key, line, entry });
  });
  const importers = readImporters(document, map, folders);
  const importerPaths = new Set(importers.map((importer) => importer.path));
  const listed = foldersWithin(installed.map(({ key }) => key));
  return {
    importers,
    packages: installed.map((each) =>
      each.entry.link
        ? linkPackage(document.path, each, folders, importerPaths)
        : installedPackage(document, listed.has(each.key) ? each : withoutShrinkwrapped(each), each.fields),
    ),
  };
}

/** The keys of the entries in whose folders others lie. */
function foldersWithin(keys: readonly string[]): ReadonlySet<string> {
  return new Set(
    keys.flatMap((key) => {
      const at = key.lastIndexOf('/node_modules/');
      return at < 0 ? [] : [key.slice(0, at)];
    }),
  );
}

/** npm installs what the shrinkwrap in the tarball names, and the lockfile lists none of it. */
function withoutShrinkwrapped<P extends Placed>(each: P): P {
  const { claims } = each.entry;
  if (claims.hasShrinkwrap !== true) return each;
  return { ...each, entry: { ...each.entry, claims: { ...claims, shrinkwrapUnlisted: true } } };
}

/** The root, if the lockfile has an entry for it, and every folder that the root's `workspaces` match. */
function readImporters(document: JsonDocument, map: JsonObject, folders: ReadonlyMap<string, Placed>): Importer[] {
  const root = folders.get('');
  if (root === undefined) return [];
  const entry = map.get('') as JsonObject;
  const globs = workspaceGlobs(entry.get('workspaces'));
  if (globs === undefined) {
    return refuser(document, 'lockfile-shape')(
      entry.offsetOf('workspaces'),
      '`workspaces` must be an array of strings',
    );
  }
  const isWorkspace = workspaceMatcher(globs, document.path);
  return [...folders.values()]
    .filter(({ key }) => key === '' || isWorkspace(key))
    .map(({ key, line, entry: { name, requires } }) => {
      const known = name ?? (key === '' ? undefined : /(?:@[^/]+\/)?[^/]+$/.exec(key)?.[0]);
      return { path: key, ...(known !== undefined && { name: known }), line, requires };
    });
}

function linkPackage(
  path: string,
  { key, line, entry, folderName, fields }: Placed & { readonly folderName: string; readonly fields: NpmFields },
  folders: ReadonlyMap<string, Placed>,
  importerPaths: ReadonlySet<string>,
): LockedPackage {
  const spec = entry.resolved ?? fields.refuse('resolved', 'the folder that the link leads to');
  const target = follow(folderOf(path), spec);
  const workspace = importerPaths.has(target.path) && !target.outside;
  const folder = folders.get(target.path)?.entry;
  const source: Source = { kind: workspace ? 'workspace' : 'link', spec, outside: target.outside, workspace };
  const version = fields.checkVersion(folder?.version ?? '', false);
  // A workspace's dependencies belong to its importer.
  const requires = workspace ? [] : (folder?.requires ?? []);
  return { key, name: folderName, version, source, line, requires, claims: entry.claims };
}

function installedPackage(
  document: JsonDocument,
  { key, line, entry, folderName }: Placed & { readonly folderName: string },
  fields: NpmFields,
): LockedPackage {
  const name = entry.name ?? folderName;
  if (name !== folderName) fields.checkName(name);
  const source = resolvedSource(document.path, entry.resolved);
  const version = fields.checkVersion(entry.version ?? '', source.kind === 'registry');
  const { resolved, integrity, requires, claims } = entry;
  return lockedPackage({ key, name, version, source, line, requires, claims }, folderName, resolved, integrity);
}
