import type { DependencyType, Importer, Requirement } from '../../model/index.ts';
import { limits, quoted } from '../../text/visible.ts';
import type { JsonDocument, JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { isPackageName } from '../../lockfile/names.ts';
import { join, normalise } from '../../text/paths.ts';
import type { PnpmPackages } from './packages.ts';
import { refuser } from '../../lockfile/requirements.ts';

/** The dependency maps of an importer. The last two are of pnpm's own document. */
const MAPS: readonly (readonly [string, DependencyType])[] = [
  ['dependencies', 'prod'],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'dev'],
  ['configDependencies', 'prod'],
  ['packageManagerDependencies', 'prod'],
];

/**
 * The importers of a document: those of `importers` or, for a single project (before version 9), the document itself.
 * A dependency is `{specifier, version}`; before version 6 a version, with its specifier in `specifiers`.
 */
export function readPnpmImporters(
  document: JsonDocument,
  root: JsonObject,
  importers: JsonObject | undefined,
  packages: PnpmPackages,
  home: string,
): readonly Importer[] {
  const refuse = refuser(document, 'lockfile-shape');
  if (importers === undefined) return [readImporter('', root, 1)];
  const read: Importer[] = [];
  importers.forEach((key, value, offset) => {
    const path = key === '.' ? '' : key;
    if (path !== normalise(path)) refuse(offset, `The importer ${quoted(key, limits.path)} is not a normalised path`);
    if (!(value instanceof JsonObject)) refuse(offset, `The importer ${quoted(key, limits.path)} must be a map`);
    else read.push(readImporter(importerFolder(home, key), value, document.line(offset)));
  });
  return read;

  function readImporter(path: string, importer: JsonObject, line: number): Importer {
    const specifiers = importer.get('specifiers');
    const requires: Requirement[] = [];
    for (const [map, type] of MAPS) {
      const asked = importer.get(map);
      if (asked === undefined || asked === null) continue;
      if (!(asked instanceof JsonObject)) return refuse(importer.offsetOf(map), `\`${map}\` must be a map`);
      asked.forEach((name, value, offset) => {
        if (!isPackageName(name)) {
          refuser(document, 'lockfile-invalid-name')(offset, `${quoted(name, limits.name)} is not a package name`);
        }
        const inline = value instanceof JsonObject;
        const reference = inline ? value.get('version') : value;
        const specifier = inline
          ? value.get('specifier')
          : specifiers instanceof JsonObject
            ? specifiers.get(name)
            : undefined;
        if (typeof reference !== 'string' || typeof specifier !== 'string') {
          return refuse(offset, `${quoted(name, limits.name)} must have a specifier and a version, both strings`);
        }
        requires.push({ name, spec: specifier, type, to: packages.keyOf(name, reference, path, offset) });
      });
    }
    const published = publishDirectory(importer);
    return { path, line, requires, ...(published !== undefined && { publishDirectory: published }) };
  }
}

/** The folder below an importer that pnpm links in its place. Links are normalised: none of them matches what leads elsewhere. */
export function publishDirectory(importer: JsonValue | undefined): string | undefined {
  const folder = importer instanceof JsonObject ? importer.get('publishDirectory') : undefined;
  return typeof folder === 'string' ? normalise(folder) : undefined;
}

/** The folder of an importer, relative to the lockfile's. */
export function importerFolder(home: string, key: string): string {
  return key === '.' ? '' : normalise(join(home, key));
}
