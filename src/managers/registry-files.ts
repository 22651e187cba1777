import { groupBy } from '../text/group-by.ts';
import { foldersAbove, folderOf } from '../text/paths.ts';
import type { Comparison } from '../model/index.ts';
import type { SettingsName } from './settings-file.ts';
import { managerOf, managers } from './index.ts';
import type { ManagerSettings, ScopedAddress } from './manager-settings.ts';

/** A settings file, by its folder (from the repository's root) and its name. */
export interface SettingsPlace {
  readonly folder: string;
  readonly name: SettingsName;
}

/**
 * The projects (folders) for which a run needs registries, each as the files that may name them: those of the lockfiles
 * that changed, or of all lockfiles in an audit; those of the vetted folder for dependencies that are not in a lockfile.
 */
export function registryFiles(
  { mode, lockfiles, observations }: Comparison,
  vetFolder?: string,
): readonly SettingsPlace[][] {
  const speaks = new Set(observations.map(({ path }) => path));
  const concerned = lockfiles.filter(
    ({ path, status }) =>
      status !== 'removed' &&
      (mode === 'audit' || status !== 'unchanged' || speaks.has(path) || folderOf(path) === vetFolder),
  );
  // A manifest without a lockfile is a project too. Nothing says which manager installs it: what any of them finds beside it counts.
  const unlocked = observations.flatMap(({ code, path }) =>
    code === 'no-lockfile' ? [{ path, format: undefined }] : [],
  );
  const projects = groupBy([...concerned, ...unlocked], ({ path }) => folderOf(path));
  return [...projects].map(([folder, own]) => {
    const places = own.flatMap(({ format }) => {
      if (format === undefined) return managers.flatMap(({ settings }) => placesIn([folder], namesOf(settings)));
      const { settings } = managerOf(format);
      return namesOf(settings).flatMap((name) =>
        placesIn(settings.readsAbove(name) ? foldersDownTo(folder) : [folder], [name]),
      );
    });
    const byPath = groupBy(places, (place) => `${place.folder}/${place.name}`);
    return [...byPath.values()].flatMap(([first]) => first ?? []);
  });
}

const namesOf = ({ registries }: ManagerSettings) => Object.keys(registries) as SettingsName[];

function placesIn(folders: readonly string[], names: readonly SettingsName[]): readonly SettingsPlace[] {
  return names.flatMap((name) => folders.map((folder) => ({ folder, name })));
}

/**
 * The registries that the managers of all lockfiles of a run have in themselves; a scope that one of them would take
 * from elsewhere has none.
 */
export function builtInRegistries({ lockfiles }: Comparison): readonly ScopedAddress[] {
  const own = lockfiles
    .filter(({ status }) => status !== 'removed')
    .map(({ format }) => managerOf(format).settings.builtInRegistries ?? []);
  const [first = [], ...others] = own;
  return first.filter(({ scope, url }) =>
    others.every((each) => each.some((one) => one.scope === scope && one.url === url)),
  );
}

/** From the repository's root to a folder, both included. */
function foldersDownTo(folder: string): readonly string[] {
  return [...new Set(['', ...foldersAbove(folder), folder])];
}
