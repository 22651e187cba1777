import type { JsonDocument, JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import { mapNames, readMaps, refuser, requirementsOf, workspaceGlobs } from '../lockfile/requirements.ts';
import type { DependencyMaps } from '../lockfile/requirements.ts';
import type { Requirement } from '../model/index.ts';
import type { Readable } from './settings-file.ts';
import { regular } from './settings-file.ts';

/** What a `package.json` says that affects its lockfile. */
export interface Manifest {
  readonly path: string;
  readonly name: string | undefined;
  readonly private: boolean;
  /** Its dependencies, by npm's precedence of the four maps (see `requirementsOf`). */
  readonly requires: readonly Requirement[];
  /** Every entry of its four maps, for a manager with another precedence than npm. */
  readonly declared: readonly Requirement[];
  /** The folder that it publishes instead of its own (`publishConfig.directory`). */
  readonly publishDirectory: string | undefined;
  /** Globs of its workspaces; empty if it has none. */
  readonly workspaces: readonly string[];
  /** Names in its `overrides`, at any depth: a dependency on them may get another version. */
  readonly overridden: ReadonlySet<string>;
  readonly version: string | undefined;
  /** The entries of Yarn's `resolutions` as written, in their order; without those whose value is not a string. */
  readonly resolutionEntries: readonly (readonly [key: string, spec: string])[];
  /** Names that Yarn's `resolutions` give another version, whichever package depends on them. */
  readonly resolutions: ReadonlySet<string>;
  /** 1-based line of a dependency in the map that npm takes it from. */
  readonly lineOf: (dependency: string) => number | undefined;
}

/**
 * A parsed manifest; undefined if there is no regular file.
 * @throws GateFailure `manifest-invalid` with path, and line and column if known.
 */
export function manifestIn(file: Readable<'package.json'>): Manifest | undefined {
  const found = regular(file);
  return found && manifestOf(found.path, found.value);
}

/** @throws GateFailure `manifest-invalid` */
export function manifestOf(path: string, document: JsonDocument): Manifest {
  const refuse = refuser(document, 'manifest-invalid');
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, 'A manifest must be a JSON object');
  const maps = readMaps(root, refuse);
  const globs = workspaceGlobs(root.get('workspaces'));
  if (globs === undefined) return refuse(root.offsetOf('workspaces'), '`workspaces` must be an array of strings');
  return {
    path,
    name: textOf(root.get('name')),
    version: textOf(root.get('version')),
    private: root.get('private') === true,
    requires: requirementsOf(maps, true),
    declared: entriesOf(maps),
    publishDirectory: publishDirectoryOf(root.get('publishConfig')),
    workspaces: globs,
    overridden: overriddenNames(root.get('overrides')),
    resolutionEntries: textsOf(root.get('resolutions')),
    resolutions: resolvedNames(root.get('resolutions')),
    lineOf: (dependency) => {
      const map = [...mapNames].map((each) => maps[each]).find((each) => each?.has(dependency) === true);
      return map && document.line(map.offsetOf(dependency));
    },
  };
}

const textOf = (value: JsonValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

function textsOf(map: JsonValue | undefined): readonly (readonly [string, string])[] {
  if (!(map instanceof JsonObject)) return [];
  return map.keys.flatMap((key) => {
    const value = map.get(key);
    return typeof value === 'string' ? [[key, value] as const] : [];
  });
}

const TYPES = {
  dependencies: 'prod',
  devDependencies: 'dev',
  optionalDependencies: 'optional',
  peerDependencies: 'peer',
} as const;

function entriesOf(maps: DependencyMaps): readonly Requirement[] {
  return mapNames.flatMap((map) =>
    (maps[map]?.keys ?? []).map((name) => ({ name, spec: maps[map]?.get(name) as string, type: TYPES[map] })),
  );
}

function publishDirectoryOf(config: JsonValue | undefined): string | undefined {
  const folder = config instanceof JsonObject ? config.get('directory') : undefined;
  return typeof folder === 'string' ? folder : undefined;
}

/** Keys of `overrides` are names, with or without `@range`; `.` means the package of the key above. */
function overriddenNames(overrides: JsonValue | undefined, names = new Set<string>()): ReadonlySet<string> {
  if (!(overrides instanceof JsonObject)) return names;
  overrides.forEach((key, value) => {
    const at = key.indexOf('@', 1);
    names.add(at < 0 ? key : key.slice(0, at));
    overriddenNames(value, names);
  });
  return names;
}

/** Keys of Yarn's `resolutions` end in a name, with or without a range: `a/foo`, `@s/a/foo@npm:^1`. */
function resolvedNames(resolutions: JsonValue | undefined): ReadonlySet<string> {
  if (!(resolutions instanceof JsonObject)) return new Set();
  return new Set(resolutions.keys.flatMap((key) => /(?:^|\/)((?:@[^/@]+\/)?[^/@]+)(?:@.*)?$/.exec(key)?.[1] ?? []));
}
