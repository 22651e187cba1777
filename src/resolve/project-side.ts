import { GateFailure } from '../errors.ts';
import { folderOf, join, normalise } from '../text/paths.ts';
import { workspaceMatcher } from '../lockfile/workspaces.ts';
import type { Change, Importer, ManagerId } from '../model/index.ts';
import type { Manifest } from '../managers/manifest.ts';
import { manifestIn } from '../managers/manifest.ts';
import { withOwnNames } from '../compare/own-names.ts';
import type { State } from '../repository/state.ts';
import { withScriptsLeftOut } from '../compare/scripts-left-out.ts';
import { manifestPaths } from '../lockfile/manifest-paths.ts';

/** One that is not there or cannot be read asks for nothing here: that it cannot be read is an error already. */
export async function manifestAt({ settings }: State, path: string): Promise<Manifest | undefined> {
  try {
    return manifestIn(await settings.at(folderOf(path), 'package.json'));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === 'manifest-invalid') return undefined;
    throw cause;
  }
}

/** The workspaces that the manifest of a folder names. */
export async function workspacesOf(folder: string, side: State): Promise<readonly Manifest[]> {
  const prefix = folder === '' ? '' : `${folder}/`;
  const root = await manifestAt(side, `${prefix}package.json`);
  if (root === undefined || root.workspaces.length === 0) return [];
  const isWorkspace = workspaceMatcher(root.workspaces, root.path);
  const paths = manifestPaths(side.files).filter(
    (path) => path.startsWith(prefix) && isWorkspace(folderOf(path.slice(prefix.length))),
  );
  const manifests = await Promise.all(paths.map((path) => manifestAt(side, path)));
  return manifests.filter((each) => each !== undefined);
}

/** The project that asks for what nothing pins. */
export interface Surroundings {
  readonly base: State;
  readonly head: State;
  readonly folder: string;
  /** Of its lockfile; absent: nothing says who installs, and so which scripts are left out. */
  readonly format?: ManagerId;
  /** With folders relative to the project's. */
  readonly importers: readonly Pick<Importer, 'path' | 'name'>[];
}

/** Changes beyond what is locked, with what the project says of them: its own names, and scripts that it leaves out. */
export async function withSurroundings(changes: readonly Change[], around: Surroundings): Promise<readonly Change[]> {
  const { base, head, folder, format, importers } = around;
  const at = (side: State) => (importer: string) =>
    manifestAt(side, normalise(join(folder, join(importer, 'package.json'))));
  const own = await withOwnNames(changes, [{ format, importers }], {
    ofBase: at(base),
    ofHead: at(head),
  });
  if (format === undefined) return own;
  return withScriptsLeftOut(own, {
    ...{ format, folder, importers: importers.map(({ path }) => path), states: { base, head } },
  });
}
