import { oneFault } from '../text/decode.ts';
import type { PackageManager } from './index.ts';
import { parseJson } from '../text/json.ts';
import type { JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import { parseYamlDocuments } from '../text/yaml.ts';
import type { YamlSchema } from '../text/yaml-scalar.ts';
import { npmrcIgnoresScripts } from './npm/npmrc-scripts.ts';
import type { ScriptLists, ScriptSettings } from './script-settings.ts';
import { packageKey } from './script-settings.ts';

/** The files in which each manager's settings stand, in the lockfile's folder. */
export const settingsFiles: Readonly<Record<PackageManager, readonly string[]>> = {
  npm: ['package.json', '.npmrc'],
  pnpm: ['package.json', '.npmrc', 'pnpm-workspace.yaml'],
  yarn: ['package.json', '.yarnrc.yml'],
  bun: ['package.json'],
};

/** Texts of those of a manager's files that are there, by name. */
export type SettingsTexts = ReadonlyMap<string, string>;

const faults = oneFault('manifest-invalid', 'mend the file');

/**
 * What a project says of install scripts in so many words; undefined where it says nothing, or where not all that it says
 * is understood: then its manager may run them all (docs/decisions/0104).
 * @throws GateFailure `manifest-invalid` for a file that is not well formed
 */
export function scriptSettings(manager: PackageManager, texts: SettingsTexts): ScriptSettings | undefined {
  const text = texts.get('package.json');
  const manifest = text === undefined ? nothing : objectOf(parseJson(text, 'package.json', faults).value);
  const npmrc = npmrcIgnoresScripts(texts.get('.npmrc') ?? '');
  switch (manager) {
    case 'npm':
      return npmrc === false ? npmSettings(manifest) : npmrc && nobody('.npmrc');
    case 'pnpm':
      return npmrc === undefined
        ? undefined
        : pnpmSettings(manifest, yaml(texts, 'pnpm-workspace.yaml', 'core'), npmrc);
    case 'yarn':
      return yarnSettings(manifest, yaml(texts, '.yarnrc.yml', 'failsafe'));
    case 'bun': {
      const trusted = manifest.get('trustedDependencies');
      return trusted === undefined ? undefined : settings('package.json', true, [listed(trusted, 'allowed')]);
    }
  }
}

/**
 * Whether the manifest of a workspace has a list of its own, which bun adds to the root's.
 * @throws GateFailure `manifest-invalid`
 */
export function hasTrustList(text: string): boolean {
  return objectOf(parseJson(text, 'package.json', faults).value).has('trustedDependencies');
}

const nothing = new JsonObject(0, [], [], []);
const none: ScriptLists = { allowed: [], denied: [] };
const nobody = (file: string): ScriptSettings => ({ file, restricted: true, ...none });
const objectOf = (value: JsonValue | undefined): JsonObject => (value instanceof JsonObject ? value : nothing);
const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

function yaml(texts: SettingsTexts, path: string, schema: YamlSchema): JsonObject {
  const text = texts.get(path);
  const [only, another] = text === undefined ? [] : parseYamlDocuments(text, path, faults, schema);
  return another === undefined ? objectOf(only?.value) : nothing;
}

function npmSettings(manifest: JsonObject): ScriptSettings | undefined {
  const list = objectOf(manifest.get('allowScripts'));
  return list.keys.length === 0 || isOlderNpm(manifest) ? undefined : settings('package.json', true, [sides(list)]);
}

/** Until npm 12 the list is advice: it binds nobody in a project that names an older npm. */
function isOlderNpm(manifest: JsonObject): boolean {
  const engine = objectOf(objectOf(manifest.get('devEngines')).get('packageManager'));
  const named = [
    /^npm@(.*)$/.exec(textOf(manifest.get('packageManager')))?.[1],
    engine.get('name') === 'npm' ? textOf(engine.get('version')) : undefined,
    textOf(objectOf(manifest.get('engines')).get('npm')),
  ];
  return named.some((version = '') => /^[\^~=v<>\s]*(?:\d|1[01])(?:\.|\s|$|-)/.test(version));
}

/** pnpm's two places for the same settings: where both are used, which of them counts depends on its version. */
function pnpmSettings(manifest: JsonObject, workspace: JsonObject, ignores: boolean): ScriptSettings | undefined {
  const own = objectOf(manifest.get('pnpm'));
  const keys = ['onlyBuiltDependencies', 'neverBuiltDependencies', 'allowBuilds'];
  const unknown = ['onlyBuiltDependenciesFile', 'dangerouslyAllowAllBuilds'];
  const says = (object: JsonObject, some: readonly string[]) => some.some((key) => object.has(key));
  if (says(own, unknown) || says(workspace, unknown) || (says(own, keys) && says(workspace, keys))) return undefined;
  const [file, said] = says(own, keys) ? ['package.json', own] : ['pnpm-workspace.yaml', workspace];
  const [only, never, builds] = keys.map((key) => said.get(key));
  const all = ignores || workspace.get('ignoreScripts') === true;
  return settings(all && ignores ? '.npmrc' : file, all || only !== undefined || builds !== undefined, [
    only === undefined ? none : listed(only, 'allowed'),
    never === undefined ? none : listed(never, 'denied'),
    builds === undefined ? none : sides(builds),
  ]);
}

/** Keys of `dependenciesMeta` may hold a range; one that is built in any version counts as built in all. */
function yarnSettings(manifest: JsonObject, rc: JsonObject): ScriptSettings | undefined {
  const meta = objectOf(manifest.get('dependenciesMeta'));
  const restricted = rc.get('enableScripts') === 'false';
  const built = meta.keys.filter((key) => objectOf(meta.get(key)).get('built') === true);
  const never = meta.keys.filter((key) => objectOf(meta.get(key)).get('built') === false && !key.includes('@', 1));
  return settings(restricted ? '.yarnrc.yml' : 'package.json', restricted, [
    listed(
      built.map((key) => key.replace(/(?<=.)@.*$/s, '')),
      'allowed',
    ),
    listed(never, 'denied'),
  ]);
}

/** Undefined where one of the lists is not understood, or where all of it leaves nothing out. */
function settings(
  file: string,
  restricted: boolean,
  lists: readonly (ScriptLists | undefined)[],
): ScriptSettings | undefined {
  const known = lists.filter((list) => list !== undefined);
  const allowed = known.flatMap((list) => list.allowed);
  const denied = known.flatMap((list) => list.denied);
  if (known.length < lists.length || (!restricted && denied.length === 0)) return undefined;
  return { file, restricted, allowed, denied };
}

/** A list of keys that all mean the same. */
function listed(value: JsonValue, side: keyof ScriptLists): ScriptLists | undefined {
  if (!Array.isArray(value)) return undefined;
  const keys = (value as readonly JsonValue[]).map((item) => packageKey(textOf(item)));
  const known = keys.filter((key) => key !== undefined);
  return known.length < keys.length ? undefined : { ...none, [side]: known };
}

/** A map of keys to `true` and `false`; whatever else stands there counts as `true`. */
function sides(value: JsonValue): ScriptLists | undefined {
  if (!(value instanceof JsonObject)) return undefined;
  const allowed = listed(
    value.keys.filter((key) => value.get(key) !== false),
    'allowed',
  );
  const denied = listed(
    value.keys.filter((key) => value.get(key) === false),
    'denied',
  );
  return allowed && denied && { allowed: allowed.allowed, denied: denied.denied };
}
