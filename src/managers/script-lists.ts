import type { JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import type { ProjectFiles, ReadFile, SettingsName } from './settings-file.ts';
import { filled, required } from './settings-file.ts';
import { objectOf } from './object-of.ts';
import type { ScriptLists, ScriptSettings } from './script-settings.ts';
import { packageKey } from './script-settings.ts';

/** What managers share in how they configure which packages may run install scripts. */

export const noLists: ScriptLists = { allowed: [], denied: [] };

/** Undefined if one of the lists cannot be interpreted, or if together they leave nothing out. */
export function scriptSettings(
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

/** A list whose keys are all allowed, or all denied. */
export function listed(value: JsonValue, side: keyof ScriptLists): ScriptLists | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value as readonly JsonValue[];
  const keys = items.map((item) => (typeof item === 'string' ? packageKey(item) : undefined));
  const known = keys.filter((key) => key !== undefined);
  return known.length < keys.length ? undefined : { ...noLists, [side]: known };
}

/** A map of keys to `true` and `false`; any other value counts as `true`. */
export function sides(value: JsonValue): ScriptLists | undefined {
  if (!(value instanceof JsonObject)) return undefined;
  const isDenied = (key: string) => value.get(key) === false;
  const allowed = listed(
    value.keys.filter((key) => !isDenied(key)),
    'allowed',
  );
  const denied = listed(value.keys.filter(isDenied), 'denied');
  return allowed && denied && { allowed: allowed.allowed, denied: denied.denied };
}

/**
 * A file with script settings. An empty file says nothing; what a manager does with only white space is not known.
 * @throws GateFailure for a file that cannot be read
 */
export async function scriptFile<N extends SettingsName>(
  files: ProjectFiles,
  name: N,
): Promise<ReadFile<N> | undefined> {
  const file = required(await files.at(name));
  return file?.text === '' ? file : filled(file);
}

/** @throws GateFailure for a manifest that cannot be read */
export async function scriptManifest(files: ProjectFiles): Promise<JsonObject> {
  return objectOf((await scriptFile(files, 'package.json'))?.value.value);
}
