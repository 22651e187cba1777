import type { FolderScripts } from '../model/index.ts';
import type { Group } from './groups.ts';

/** Every script that an install runs in the folder of an entry, by the entry's key; only entries with some. */
export type ScriptsByEntry = ReadonlyMap<string, FolderScripts>;

const none: ScriptsByEntry = new Map();

/** The scripts of a group's folder that none of the base's entries for it runs in the same words; undefined if there are none. */
export function newFolderScripts(
  { packages }: Group,
  head: ScriptsByEntry = none,
  previous: Group | undefined,
  base: ScriptsByEntry = none,
): FolderScripts | undefined {
  const found = packages.flatMap(({ key }) => head.get(key) ?? [])[0];
  if (found === undefined) return undefined;
  const before = previous?.packages.flatMap(({ key }) => base.get(key) ?? []) ?? [];
  const added = Object.entries(found.scripts).filter(
    ([hook, command]) => !before.some(({ scripts }) => Object.hasOwn(scripts, hook) && scripts[hook] === command),
  );
  return added.length === 0 ? undefined : { ...found, scripts: Object.fromEntries(added) };
}
