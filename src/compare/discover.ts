import { lockfileName } from '../managers/index.ts';
import type { LockfileName } from '../managers/manager.ts';
import type { Watched } from '../managers/watched.ts';
import { watchedAs } from '../managers/watched.ts';
import type { SnapshotFile } from '../model/index.ts';
import type { State } from '../repository/state.ts';
import { folderOf } from '../text/paths.ts';

/** A file with a lockfile's name, whatever its content. */
export interface FoundLockfile {
  readonly path: string;
  readonly folder: string;
  readonly kind: LockfileName;
  readonly file: SnapshotFile;
}

/** The files of one state that concern lockfiles. */
export interface Inventory {
  /** By path, except below `node_modules` and what the policy leaves out. */
  readonly lockfiles: ReadonlyMap<string, FoundLockfile>;
  /** Those in folders that `lockfiles.exclude` leaves out, by path. */
  readonly excluded: ReadonlyMap<string, FoundLockfile>;
  /** Every `package.json` outside `node_modules`, by path. */
  readonly manifests: ReadonlyMap<string, SnapshotFile>;
  /** Files that can affect installs or the gate (see `watchedAs`), by path. */
  readonly settings: ReadonlyMap<string, SnapshotFile>;
}

/** What the policy says about paths. */
export interface Scope {
  /** Whether a lockfile at a path is gated. */
  readonly isGated: (path: string) => boolean;
  /** Whether `lockfiles.exclude` leaves out a folder (see `excludedFolders`). */
  readonly isLeftOut: (folder: string) => boolean;
  readonly policyPaths: readonly string[];
}

/** What only package managers read: `lockfiles.exclude` leaves it out, and never a file of the gate itself. */
const ofManagers: ReadonlySet<Watched['what']> = new Set(['settings', 'program', 'modules']);

/** @param named paths that settings of a gated lockfile may name: they count wherever they are */
export function takeInventory(
  { files, listed }: Pick<State, 'files' | 'listed'>,
  { isGated, isLeftOut, policyPaths }: Scope,
  named: ReadonlySet<string>,
): Inventory {
  const lockfiles = new Map<string, FoundLockfile>();
  const excluded = new Map<string, FoundLockfile>();
  const manifests = new Map<string, SnapshotFile>();
  const settings = new Map<string, SnapshotFile>();
  for (const file of files.values()) {
    const { path, mode, leadsTo } = file;
    if (path.startsWith('node_modules/') || path.includes('/node_modules/')) continue;
    const watched = watchedAs(file, policyPaths);
    if (watched !== undefined && !(ofManagers.has(watched.what) && isLeftOut(folderOf(path)) && !named.has(path))) {
      settings.set(path, file);
    }
    const kind = mode === 'folder' ? undefined : lockfileName(path);
    if (kind !== undefined) {
      const found = { path, folder: folderOf(path), kind, file };
      // A lockfile that is gated at its own place is not judged again for each link to its folder.
      const isSeen = leadsTo !== undefined && !listed.has(path) && isGated(leadsTo.path);
      if (isGated(path) && !isSeen) lockfiles.set(path, found);
      else if (isLeftOut(found.folder)) excluded.set(path, found);
    } else if (mode === 'file' && (path === 'package.json' || path.endsWith('/package.json'))) {
      manifests.set(path, file);
    }
  }
  return { lockfiles, excluded, manifests, settings };
}

/** An empty inventory: for a comparison without a base. */
export function emptyInventory(): Inventory {
  const none = new Map<string, never>();
  return { lockfiles: none, excluded: none, manifests: none, settings: none };
}
