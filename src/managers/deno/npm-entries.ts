import type { LockedPackage, Requirement } from '../../model/index.ts';
import { EntryFields, isExact, lockedPackage, MAX_VERSION } from '../../lockfile/entry.ts';
import { isPackageName } from '../../lockfile/names.ts';
import { refuser } from '../../lockfile/requirements.ts';
import type { JsonDocument, JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { limits, quoted } from '../../text/visible.ts';

/** Name and version of a key: `name@1.0.0`, and behind a `_` the peers that it was resolved with. */
export function splitKey(key: string): { readonly name: string; readonly version: string } | undefined {
  const [, name, version] = /^(@?[^@]+)@([^_@]+)(?:_.*)?$/s.exec(key) ?? [];
  return name === undefined || version === undefined ? undefined : { name, version };
}

/** The entries of `npm`, each with the keys that answer what it asks for. */
export function readNpmEntries(
  document: JsonDocument,
  npm: JsonObject,
  isLinked: (name: string, version: string) => boolean,
): readonly LockedPackage[] {
  const byName = new Map<string, string[]>();
  for (const key of npm.keys) {
    const name = splitKey(key)?.name ?? '';
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [key]);
    else known.push(key);
  }
  const packages: LockedPackage[] = [];
  npm.forEach((key, value, offset) =>
    packages.push(readEntry({ document, npm, byName, isLinked }, key, value, offset)),
  );
  return packages;
}

interface Reading {
  readonly document: JsonDocument;
  readonly npm: JsonObject;
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly isLinked: (name: string, version: string) => boolean;
}

function readEntry(reading: Reading, key: string, value: JsonValue, offset: number): LockedPackage {
  const { document } = reading;
  const parts = splitKey(key);
  if (!(value instanceof JsonObject)) {
    return refuser(document, 'lockfile-shape')(offset, `The entry ${quoted(key)} must be an object`);
  }
  if (parts === undefined || !isPackageName(parts.name)) {
    return refuser(document, 'lockfile-invalid-name')(offset, `The key ${quoted(key)} has no name that npm accepts`);
  }
  const { name, version } = parts;
  if (version.length > MAX_VERSION || !isExact(version)) {
    const shown = `The version ${quoted(version, limits.version)} of ${quoted(key)} is not exact, or is too long`;
    return refuser(document, 'lockfile-value')(offset, shown);
  }
  const fields = new EntryFields(document, key, value);
  const integrity = fields.string('integrity');
  const scripts = fields.boolean('scripts') === true;
  const requires = [
    ...readRequires(reading, key, value, 'dependencies', 'prod'),
    ...readRequires(reading, key, value, 'optionalDependencies', 'optional'),
  ];
  const isLink = integrity === undefined && reading.isLinked(name, version);
  const made = {
    ...{ key, name, version, requires, line: document.line(offset) },
    source: isLink ? ({ kind: 'link', spec: name, workspace: false } as const) : ({ kind: 'registry' } as const),
    claims: scripts ? { hasInstallScript: true } : {},
  };
  return lockedPackage(made, name, fields.string('tarball'), integrity);
}

/** Version 3 writes a map of names to keys; later ones a list of `key`, `name`, `alias@npm:key` or `alias@npm:name`. */
function readRequires(
  reading: Reading,
  key: string,
  entry: JsonObject,
  field: string,
  type: Requirement['type'],
): readonly Requirement[] {
  const refuse = refuser(reading.document, 'lockfile-shape');
  const list = entry.get(field);
  if (list === undefined) return [];
  const asked: (readonly [alias: string | undefined, target: JsonValue])[] = [];
  if (list instanceof JsonObject) list.forEach((alias, target) => asked.push([alias, target]));
  else if (Array.isArray(list)) asked.push(...(list as readonly JsonValue[]).map((item) => [undefined, item] as const));
  else refuse(entry.offsetOf(field), `\`${field}\` of ${quoted(key)} must be a list or an object`);
  return asked.map(([known, written]) => {
    if (typeof written !== 'string') {
      return refuse(entry.offsetOf(field), `\`${field}\` of ${quoted(key)} must hold strings`);
    }
    const [, alias = known, target = written] = /^(@?[^@]+)@npm:(.+)$/s.exec(written) ?? [];
    const to = answerTo(reading, target);
    const parts = to === undefined ? undefined : splitKey(to);
    if (to === undefined || parts === undefined) {
      return refuse(
        entry.offsetOf(field),
        `${quoted(written, limits.name)}, which ${quoted(key)} asks for, has no entry`,
      );
    }
    const name = alias ?? parts.name;
    const spec = name === parts.name ? parts.version : `npm:${parts.name}@${parts.version}`;
    return { name, spec, type, to };
  });
}

/** A name alone stands for its only entry. */
function answerTo({ npm, byName }: Reading, target: string): string | undefined {
  if (npm.has(target)) return target;
  const [only, another] = target.includes('@', 1) ? [] : (byName.get(target) ?? []);
  return another === undefined ? only : undefined;
}
