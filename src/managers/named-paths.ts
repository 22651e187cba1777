import { folderOf, follow, join, normalise } from '../text/paths.ts';
import { JsonObject } from '../text/json-object.ts';
import type { Readable, SettingsName } from './settings-file.ts';

/** A longer text names no file. */
const LONGEST = 4096;
/** The most texts of one file that are looked at. */
const MAX_TEXTS = 20_000;

/**
 * The paths (from the repository's root) that a settings file may name: each value, and each word of it or of the file's
 * text, as a path from the file's folder. Which keys name files is not asked, so that none is missing; whoever asks knows
 * which paths exist. A manifest names the package's own files, which are no settings.
 */
export function pathsNamedIn(file: Readable<SettingsName>): readonly string[] {
  if (file.state === 'absent' || file.path.endsWith('package.json')) return [];
  const folder = folderOf(file.path);
  const values = file.state === 'read' ? textsOf([file.value]) : [];
  const words = [...values, file.text ?? ''].flatMap((text) => text.split(/[\s=,;:"'[\]{}()]+/));
  const named = [...new Set([...values.map((value) => value.trim()), ...words])]
    .filter((text) => text !== '' && text.length <= LONGEST)
    .slice(0, MAX_TEXTS)
    .map((text) => follow(folder, text))
    .flatMap(({ path, outside }) => (outside ? [] : [normalise(join(folder, path))]));
  return [...new Set(named)];
}

/** Every text of a parsed file, at any depth. The parsers bound the depth. */
function textsOf(values: readonly unknown[]): readonly string[] {
  return values.flatMap((value): readonly string[] => {
    if (typeof value === 'string') return [value];
    if (value instanceof JsonObject) return textsOf(value.values);
    if (Array.isArray(value)) return textsOf(value);
    return typeof value === 'object' && value !== null ? textsOf(Object.values(value)) : [];
  });
}
