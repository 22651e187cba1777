import type { ComparedFields, Importer, LockedPackage, LockedSettings, Lockfile } from '../../model/index.ts';
import { quoted } from '../../text/visible.ts';
import { lockfileYamlFaults } from '../../text/decode.ts';
import { lockedSettings } from '../../lockfile/locked-settings.ts';
import type { JsonDocument } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { pnpmComparedFields } from './fields.ts';
import { refuseOtherMarks } from './documents.ts';
import type { KeyStyle } from './keys.ts';
import { writtenIn } from './rush.ts';
import { importerFolder, publishDirectory, readPnpmImporters } from './importers.ts';
import { PnpmPackages } from './packages.ts';
import { refuser } from '../../lockfile/requirements.ts';
import { parseYamlDocuments } from '../../text/yaml.ts';

const STYLES: ReadonlyMap<string, KeyStyle> = new Map<string, KeyStyle>([
  ...['5.2', '5.3', '5.4', '5.4-inlineSpecifiers'].map((version) => [version, 'slash'] as const),
  ...['6.0', '6.1'].map((version) => [version, 'slash-at'] as const),
  ['7.0', 'at'],
  ['9.0', 'at'],
]);
/** Keeps the keys of what pnpm itself installs apart from those of the project. */
const CONFIG_PREFIX = 'config:';
/** The importer folder for what pnpm itself installs before a project; it never has a manifest. */
export const CONFIG_FOLDER = 'node_modules/.pnpm-config';

/**
 * Reads `pnpm-lock.yaml`, versions 5.2 to 5.4, 6.0, 6.1, 7.0 and 9.0.
 *
 * If there are two documents (pnpm 11 and later), the first holds pnpm itself and its config dependencies. Both are installed and
 * run before any policy of the project, so they count as packages, under an importer of their own
 * (docs/decisions/0101). A package resolved with several sets of peers becomes several packages with one line.
 * @param text decoded (see `decodeText`)
 * @param has whether the repository has a file
 * @throws GateFailure `lockfile-yaml`, `-depth`, `-version`, `-shape`, `-invalid-name`, `-value` or `-too-large`, with
 *   path, line and column.
 */
export function parsePnpmLockfile(path: string, text: string, has: (file: string) => boolean = () => false): Lockfile {
  const home = writtenIn(path, has);
  refuseOtherMarks(path, text);
  const documents = parseYamlDocuments(text, path, lockfileYamlFaults);
  const main = documents.at(-1) as JsonDocument;
  const [first] = documents;
  const environment = first === undefined || first === main ? undefined : readDocument(first, CONFIG_PREFIX, home);
  const project = environment !== undefined && main.value === null ? undefined : readDocument(main, '', home);
  const packages = [...(project?.packages ?? []), ...(environment?.packages ?? [])];
  return {
    path,
    format: 'pnpm',
    formatVersion: (project ?? environment)?.version ?? '',
    packages,
    importers: [
      ...(project?.importers ?? []),
      ...(environment?.importers.map((each) => ({ ...each, path: CONFIG_FOLDER })) ?? []),
    ],
    ...(project?.settings !== undefined && { settings: project.settings }),
    observations: [],
    fields: {
      of: (key) =>
        (environment !== undefined && key.startsWith(CONFIG_PREFIX) ? environment : project)?.fields.of(key) ??
        new Map(),
      writes: (field) => (project ?? environment)?.fields.writes(field),
    },
  };
}

interface ReadDocument {
  readonly version: string;
  readonly packages: readonly LockedPackage[];
  readonly importers: readonly Importer[];
  readonly settings: LockedSettings | undefined;
  readonly fields: ComparedFields;
}

/**
 * @param prefix keeps the keys of two documents apart
 * @param home see `writtenIn`
 */
function readDocument(document: JsonDocument, prefix: string, home: string): ReadDocument {
  const refuse = refuser(document, 'lockfile-shape');
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, 'A pnpm lockfile must be a map');
  const version = readVersion(document, root);
  const map = (name: string): JsonObject | undefined => {
    const value = root.get(name) ?? undefined;
    if (value === undefined || value instanceof JsonObject) return value;
    return refuse(root.offsetOf(name), `\`${name}\` must be a map`);
  };
  const style = STYLES.get(version) as KeyStyle;
  const importers = map('importers');
  const folders = new Map(
    importers?.keys.map((key) => [importerFolder(home, key), publishDirectory(importers.get(key))]) ?? [
      ['', publishDirectory(root)],
    ],
  );
  const packages = new PnpmPackages(document, prefix, home, style, folders, map('packages'), map('snapshots'));
  const read = readPnpmImporters(document, root, importers, packages, home);
  const made = packages.made();
  const asked = new Map(made.map(({ key, requires }) => [key, requires]));
  return {
    version,
    importers: read,
    packages: made,
    settings: lockedSettings(document, root),
    fields: pnpmComparedFields(
      version,
      (key) => packages.entryOf(key),
      (key) => asked.get(key) ?? [],
    ),
  };
}

function readVersion(document: JsonDocument, root: JsonObject): string {
  const value = root.get('lockfileVersion');
  const version = typeof value === 'number' ? String(value) : value;
  if (typeof version === 'string' && STYLES.has(version)) return version;
  const shown = typeof version === 'string' ? quoted(version, 32) : 'missing or not a version';
  return refuser(
    document,
    'lockfile-version',
    'write it with a pnpm that writes one of these',
  )(
    root.offsetOf('lockfileVersion'),
    `\`lockfileVersion\` is ${shown}, and lockgate reads 5.2, 5.3, 5.4, 6.0, 6.1, 7.0 and 9.0`,
  );
}
