import type { Program } from '../managers/manager.ts';
import { nodeOptionsFiles } from '../managers/node-options.ts';
import type { FoundByName, Role } from '../managers/roles.ts';
import { pathsIn } from '../managers/roles.ts';
import { settingValue } from '../managers/setting-values.ts';
import type { ReadFile, SettingsName } from '../managers/settings-file.ts';
import { isSettingsName } from '../managers/settings-files.ts';
import { rolesIn } from '../managers/tables.ts';
import { watchedAs } from '../managers/watched.ts';
import type { State } from '../repository/state.ts';
import { follow, folderOf, foldersAbove, join, normalise } from '../text/paths.ts';
import type { Inventory } from './discover.ts';

/** A file that a manager runs or reads, in one state of a repository. */
export interface ProgramFile {
  readonly role: Role;
  /** The setting that names it; absent: the manager finds it by its name. */
  readonly named?: { readonly path: string; readonly key: string };
}

export type Programs = ReadonlyMap<string, ProgramFile>;

type Found = Pick<Inventory, 'settings' | 'lockfiles'>;

/** Where files that managers find by name count. */
export interface Where {
  /** Of base and head. */
  readonly lockfiles: Inventory['lockfiles'];
  /** The folders that managers install for: those of lockfiles and of their workspaces. */
  readonly importers: ReadonlySet<string>;
  readonly policyPaths: readonly string[];
}

/** The programs that managers find by name: a name that other tools use too counts only beside a lockfile or an importer. */
export function programsByName(inventory: Found, where: Where): Programs {
  const found = new Map<string, ProgramFile>();
  for (const [path, file] of inventory.settings) {
    const watched = watchedAs(file, where.policyPaths);
    if (watched?.what === 'program' && counts(path, watched, where)) found.set(path, { role: watched.role });
  }
  return found;
}

function counts(
  path: string,
  { besideLockfile, besideImporter, program }: FoundByName & { readonly program?: Program },
  { lockfiles, importers }: Where,
): boolean {
  if (besideImporter !== undefined) return importers.has(folderOf(path));
  if (besideLockfile === undefined) return true;
  const above = new Set(['', ...foldersAbove(folderOf(path)), folderOf(path)]);
  return [...lockfiles.values()].some(
    ({ folder, kind }) => above.has(folder) && (program === undefined || kind.program === program),
  );
}

/**
 * The files that settings name, of projects and of the folders above them; a path in a setting is relative to its file.
 * @param manifests whether those of projects are read too
 */
export async function programsNamed(
  { files, settings, reach }: State,
  { projects, manifests }: { readonly projects: ReadonlySet<string>; readonly manifests: boolean },
): Promise<Programs> {
  const folders = new Set([...projects].flatMap((folder) => ['', ...foldersAbove(folder), folder]));
  const found = new Map<string, ProgramFile>();
  for (const path of [...files.keys()]) {
    const [folder, name] = [folderOf(path), path.slice(path.lastIndexOf('/') + 1)];
    if (!isSettingsName(name) || !folders.has(folder)) continue;
    if (name === 'package.json' && !(manifests && projects.has(folder))) continue;
    const file = await settings.at(folder, name);
    if (file.state !== 'read') continue;
    for (const each of namedIn(file, folder)) if (await reach(each.target)) found.set(each.target, each);
  }
  return found;
}

interface Named extends ProgramFile {
  readonly target: string;
}

function namedIn(file: ReadFile<SettingsName>, folder: string): readonly Named[] {
  return [...rolesIn(file.name)].flatMap(([key, role]) => {
    const value = settingValue(file, key);
    if (role.as === 'lockfile' && value === role.usual) return [];
    const texts = pathsIn(value).flatMap(withoutVariables);
    const specs = role.as === 'options' ? texts.flatMap(nodeOptionsFiles).flatMap(asModule) : texts;
    return specs.flatMap((spec) => {
      // Yarn: a `?` after the path of a file that may be missing.
      const { path, outside } = follow(folder, spec.replace(/\?$/, ''));
      const target = normalise(join(folder, path));
      return outside || target === '' ? [] : [{ role, target, named: { path: file.path, key } }];
    });
  });
}

/** A value as it stands, and as it is where its variables are not set: with their defaults, or with nothing. */
function withoutVariables(text: string): readonly string[] {
  const unset = text.replaceAll(
    /\$\{[^${}]*?(?::?-([^${}]*)|\?)?\}/g,
    (_, fallback: string | undefined) => fallback ?? '',
  );
  return unset === text ? [text] : [text, unset];
}

/** What Node may load for a module that is named without its extension, or by its folder. */
const asModule = (spec: string): readonly string[] => [spec, ...['.js', '.json', '/index.js'].map((end) => spec + end)];
