import type { LockedPackage, Requirement, Source } from '../../model/index.ts';
import { quoted } from '../../text/visible.ts';
import type { JsonDocument } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { isPackageName } from '../../lockfile/names.ts';
import { lockedPackage } from '../../lockfile/entry.ts';
import { NpmFields } from './entry.ts';
import { folderOf, follow, join } from '../../text/paths.ts';
import { refuser } from '../../lockfile/requirements.ts';
import { fileSource, resolvedSource } from '../../lockfile/source.ts';
import { aliasTarget, specKind } from '../../lockfile/spec.ts';

/**
 * Reads the `dependencies` of version 1 (and of version 2, next to `packages`) into the places where npm
 * installs them. `version` may be a version, an alias or any other spec (Arborist's Shrinkwrap, `#metaFromLock`).
 *
 * The map does not say which of an entry's `requires` are optional; only the entries' flags claim so. All count as prod.
 * @param objects filled with the entries, by their keys
 */
export function readLegacyMap(
  document: JsonDocument,
  dependencies: JsonObject,
  objects: Map<string, JsonObject>,
): readonly LockedPackage[] {
  const packages: LockedPackage[] = [];
  readLevel(dependencies, '');
  return packages;

  function readLevel(level: JsonObject, folder: string): void {
    level.forEach((name, value, offset) => {
      const key = join(folder, `node_modules/${name}`);
      if (!isPackageName(name)) {
        refuser(document, 'lockfile-invalid-name')(offset, `npm does not accept the package name ${quoted(name)}`);
      }
      if (!(value instanceof JsonObject)) {
        return refuser(document, 'lockfile-shape')(offset, `The entry ${quoted(key)} must be an object`);
      }
      const fields = new NpmFields(document, key, value);
      const nested = fields.map('dependencies');
      const made = readLegacyEntry(document.path, fields, key, name, document.line(offset), nested);
      packages.push(made);
      objects.set(key, value);
      // A package nested under a link is installed below the folder that the link leads to.
      const home = made.source.kind === 'link' ? follow(folderOf(document.path), made.source.spec as string).path : key;
      if (nested !== undefined) readLevel(nested, home);
    });
  }
}

function readLegacyEntry(
  path: string,
  fields: NpmFields,
  key: string,
  folderName: string,
  line: number,
  nested: JsonObject | undefined,
): LockedPackage {
  const spec = fields.stringOrFalse('version') ?? '';
  const resolved = fields.stringOrFalse('resolved');
  const integrity = fields.stringOrFalse('integrity');
  const alias = aliasTarget(spec);
  const source = alias ? resolvedSource(path, resolved) : legacySource(path, spec, resolved, integrity, fields);
  const name = alias?.name ?? folderName;
  if (name !== folderName) fields.checkName(name);
  const fromRegistry = source.kind === 'registry';
  const version = alias?.spec ?? (specKind(spec) === 'registry' ? spec : '');
  fields.checkVersion(version, fromRegistry);
  const [requires, claims] = [legacyRequires(fields, nested), fields.claims({ inBundle: 'bundled' })];
  return lockedPackage({ key, name, version, source, line, requires, claims }, folderName, resolved, integrity);
}

function legacySource(
  path: string,
  spec: string,
  resolved: string | undefined,
  integrity: string | undefined,
  fields: NpmFields,
): Source {
  const kind = specKind(spec);
  if (kind === 'registry' || kind === 'alias') {
    // Before npm 5 wrote integrity, only `from` said where a version came from.
    const from = integrity === undefined && resolved === undefined ? fields.string('from') : undefined;
    const asked = from?.slice(from.indexOf('@', 1) + 1);
    const fromGit = asked !== undefined && specKind(asked) === 'git';
    return fromGit ? { kind: 'git', spec: asked } : resolvedSource(path, resolved);
  }
  if (kind === 'file') return fileSource(path, spec);
  if (kind === 'directory') {
    const { outside } = follow(folderOf(path), spec);
    return { kind: 'link', spec, outside, workspace: false };
  }
  return kind === 'git' ? { kind, spec } : { kind: 'remote', spec };
}

/** `requires` or, if an old npm wrote none, the nested packages: npm nested them for no other reason. */
function legacyRequires(fields: NpmFields, nested: JsonObject | undefined): readonly Requirement[] {
  const requires = fields.object.get('requires');
  if (requires === undefined || typeof requires === 'boolean') {
    return (nested?.keys ?? []).map((name) => ({ name, spec: '*', type: 'prod' }));
  }
  if (!(requires instanceof JsonObject)) return fields.refuse('requires', 'an object, true or false');
  const asked: Requirement[] = [];
  requires.forEach((name, spec) => {
    if (typeof spec !== 'string') fields.refuse('requires', 'an object of strings');
    asked.push({ name, spec, type: 'prod' });
  });
  return asked;
}
