import { lockfileName } from '../managers/index.ts';
import type { LockfileName } from '../managers/manager.ts';
import { folderOf } from '../text/paths.ts';
import type { Snapshot, SnapshotFile } from '../model/index.ts';
import { watchedAs } from '../managers/watched.ts';

/** A file with a lockfile's name, whatever its content. */
export interface FoundLockfile {
  readonly path: string;
  readonly folder: string;
  readonly kind: LockfileName;
  readonly file: SnapshotFile;
}

/** The files of one snapshot that concern lockfiles. */
export interface Inventory {
  readonly snapshot: Snapshot;
  /** By path, except below `node_modules` and what the policy leaves out. */
  readonly lockfiles: ReadonlyMap<string, FoundLockfile>;
  /** Every `package.json` outside `node_modules`, by path. */
  readonly manifests: ReadonlyMap<string, SnapshotFile>;
  /** Submodules by path. */
  readonly gitlinks: ReadonlyMap<string, SnapshotFile>;
  /** Files that can affect installs or the gate (see `watchedAs`), by path. */
  readonly settings: ReadonlyMap<string, SnapshotFile>;
}

export async function takeInventory(
  snapshot: Snapshot,
  isGated: (path: string) => boolean,
  policyPath: string,
): Promise<Inventory> {
  const lockfiles = new Map<string, FoundLockfile>();
  const manifests = new Map<string, SnapshotFile>();
  const gitlinks = new Map<string, SnapshotFile>();
  const settings = new Map<string, SnapshotFile>();
  for (const file of await snapshot.list()) {
    const { path, mode } = file;
    if (path.startsWith('node_modules/') || path.includes('/node_modules/')) continue;
    if (watchedAs(file, policyPath) !== undefined) settings.set(path, file);
    const kind = mode === 'folder' ? undefined : lockfileName(path);
    if (kind !== undefined) {
      if (isGated(path)) lockfiles.set(path, { path, folder: folderOf(path), kind, file });
    } else if (mode === 'gitlink') gitlinks.set(path, file);
    else if (mode === 'file' && (path === 'package.json' || path.endsWith('/package.json'))) manifests.set(path, file);
  }
  return { snapshot, lockfiles, manifests, gitlinks, settings };
}

/** An empty inventory: for a comparison without a base. */
export function emptyInventory(): Omit<Inventory, 'snapshot'> {
  return { lockfiles: new Map(), manifests: new Map(), gitlinks: new Map(), settings: new Map() };
}
