import { GateFailure } from '../errors.ts';
import { folderOf, join, normalise } from '../text/paths.ts';
import { workspaceMatcher } from '../lockfile/workspaces.ts';
import type { PackageManager } from '../managers/index.ts';
import type { Change, Importer, LockfileFormat, Snapshot, SnapshotFile } from '../model/index.ts';
import type { Manifest } from '../managers/manifest.ts';
import { parseManifest } from '../managers/manifest.ts';
import { withOwnNames } from '../compare/own-names.ts';
import { FileReader } from '../repository/reader.ts';
import { withScriptsLeftOut } from '../compare/scripts-left-out.ts';
import { manifestPaths } from '../lockfile/manifest-paths.ts';

/** One state of the repository, for what is resolved on top of what it locks. */
export interface ProjectSide {
  readonly reader: FileReader;
  readonly files: ReadonlyMap<string, SnapshotFile>;
}

/** @param snapshot undefined: a state with no files */
export async function openSide(snapshot: Snapshot | undefined): Promise<ProjectSide> {
  const files = (await snapshot?.list()) ?? [];
  return { reader: new FileReader(snapshot), files: new Map(files.map((file) => [file.path, file])) };
}

/** One that is not there or cannot be read asks for nothing here: that it cannot be read is an error already. */
export async function manifestAt({ files, reader }: ProjectSide, path: string): Promise<Manifest | undefined> {
  const file = files.get(path);
  if (file?.mode !== 'file') return undefined;
  try {
    return parseManifest(path, await reader.read(file));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === 'manifest-invalid') return undefined;
    throw cause;
  }
}

/** The workspaces that the manifest of a folder names. */
export async function workspacesOf(folder: string, side: ProjectSide): Promise<readonly Manifest[]> {
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
  readonly base: ProjectSide;
  readonly head: ProjectSide;
  readonly folder: string;
  /** Of its lockfile; absent: nothing says who installs, and so which scripts are left out. */
  readonly format?: LockfileFormat;
  /** With folders relative to the project's. */
  readonly importers: readonly Pick<Importer, 'path' | 'name'>[];
}

const managers: Readonly<Record<Exclude<LockfileFormat, 'yarn-classic'>, PackageManager>> = {
  npm: 'npm',
  'yarn-berry': 'yarn',
  pnpm: 'pnpm',
  bun: 'bun',
};

/** Changes beyond what is locked, with what the project says of them: its own names, and scripts that it leaves out. */
export async function withSurroundings(changes: readonly Change[], around: Surroundings): Promise<readonly Change[]> {
  const { base, head, folder, format, importers } = around;
  const at = (side: ProjectSide) => (importer: string) =>
    manifestAt(side, normalise(join(folder, join(importer, 'package.json'))));
  const own = await withOwnNames(changes, [{ format, importers }], {
    ofBase: at(base),
    ofHead: at(head),
  });
  // Yarn classic reads none of the settings that are looked at.
  if (format === undefined || format === 'yarn-classic') return own;
  return withScriptsLeftOut(own, {
    ...{ manager: managers[format], folder, importers: importers.map(({ path }) => path) },
    ...{ base: base.files, head: head.files, readers: { base: base.reader, head: head.reader } },
  });
}
