import { homeOf, isProgram } from '../managers/watched.ts';
import { settingsNames } from '../managers/settings-files.ts';
import type { State } from '../repository/state.ts';
import { foldersAbove, join } from '../text/paths.ts';
import type { Inventory } from './discover.ts';

/** What decides which files of one state package managers read. */
export interface Reading {
  readonly inventory: Inventory;
  readonly state: Pick<State, 'files' | 'listed'>;
  /** The folders (from the repository's root) of the importers of its gated lockfiles. */
  readonly importers: readonly string[];
  /** Folders that its lockfiles install as dependencies. */
  readonly folders: readonly string[];
  /** See `namedFiles`. */
  readonly named: ReadonlySet<string>;
}

/**
 * The paths whose text decides what is installed: lockfiles, the manifests of their importers, settings beside and above them,
 * programs, and what settings name. A manifest's path is among them whether or not it exists.
 */
export function watchedPaths({ inventory, state, importers, folders, named }: Reading): ReadonlySet<string> {
  const own = [...inventory.lockfiles.values()].map(({ folder }) => folder);
  const projects = new Set([...own, ...importers]);
  const reading = new Set(['', ...projects, ...own.flatMap(foldersAbove)]);
  const settings = [...reading].flatMap((folder) =>
    settingsNames.flatMap((name) => {
      const path = join(folder, name);
      return name !== 'package.json' && state.files.has(path) ? [path] : [];
    }),
  );
  return new Set([
    ...inventory.lockfiles.keys(),
    ...[...projects, ...folders].map((folder) => join(folder, 'package.json')),
    ...settings,
    ...[...inventory.settings.keys()].filter(
      (path) => isProgram(path) && (state.listed.has(path) || reading.has(homeOf(path))),
    ),
    ...named,
  ]);
}
