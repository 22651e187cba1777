import type { ReadFile, SettingsName, UnreadableFile } from '../../src/managers/settings-file.ts';
import { readSettings } from '../../src/managers/settings-files.ts';

/** A settings file as a state of a repository gives it. */
export async function settingsFile<N extends SettingsName>(
  path: string,
  text: string | object,
  name = path.slice(path.lastIndexOf('/') + 1) as N,
): Promise<ReadFile<N> | UnreadableFile> {
  const written = typeof text === 'string' ? text : JSON.stringify(text, null, 2);
  const file = await readSettings(name, path, new TextEncoder().encode(written));
  if (file.state === 'absent') throw new Error(`${path} is not there`);
  return file;
}

/** One that can be read. */
export async function readableFile<N extends SettingsName>(name: N, text: string | object): Promise<ReadFile<N>> {
  const file = await settingsFile<N>(name, text);
  if (file.state === 'unreadable') throw file.fault;
  return file;
}
