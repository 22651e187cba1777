import type { Requirement } from '../model/index.ts';
import { folderInRepository } from '../lockfile/source.ts';
import { managerOf } from '../managers/index.ts';
import { isMet } from './agreement.ts';
import type { OpenLockfile } from './open-lockfile.ts';

/** A folder of the repository that a lockfile installs as a dependency, with what that folder asks for. */
export interface LockedFolder {
  /** Relative to the repository's root. */
  readonly folder: string;
  /** Whether the lockfile pins what the folder's manifest asks for. */
  readonly answers: (requirement: Requirement) => boolean;
}

/** The folders that a lockfile links or copies, workspaces aside. */
export function lockedFolders(opened: OpenLockfile): readonly LockedFolder[] {
  const { lockfile } = opened;
  return lockfile.packages.flatMap((each) => {
    const folder = folderInRepository(lockfile.path, each.source);
    if (folder === undefined) return [];
    const answers = (requirement: Requirement): boolean => {
      // The graph is made only where a folder is asked about.
      const { graph } = opened;
      const pinned = graph.tree.packageAt(graph.tree.resolve(graph.nodeOf(each), requirement.name));
      const { installsDevOfFolders } = managerOf(lockfile.format).lockfile;
      const counts = requirement.type !== 'dev' || installsDevOfFolders;
      return counts && pinned !== undefined && isMet(requirement, pinned);
    };
    return [{ folder, answers }];
  });
}
