import type { Requirement } from '../model/index.ts';
import { folderOf, follow, join, normalise } from '../text/paths.ts';
import { isMet } from './agreement.ts';
import type { OpenLockfile } from './open-lockfile.ts';

/** A folder of the repository that a lockfile installs as a dependency, with what that folder asks for. */
export interface LockedFolder {
  /** Relative to the repository's root. */
  readonly folder: string;
  /** Whether the lockfile pins what the folder's manifest asks for. */
  readonly answers: (requirement: Requirement) => boolean;
}

/** The folders that a lockfile links or copies, workspaces aside. Their development dependencies are never installed. */
export function lockedFolders(opened: OpenLockfile): readonly LockedFolder[] {
  const { lockfile } = opened;
  const home = folderOf(lockfile.path);
  return lockfile.packages.flatMap((each) => {
    const { kind, workspace, outside, spec = '' } = each.source;
    if ((kind !== 'link' && kind !== 'portal') || workspace === true || outside === true) return [];
    // Yarn writes where the spec stands behind it.
    const path = spec.replace(/^(?:link|portal):/i, 'file:').replace(/(?:#|::).*$/s, '');
    const answers = (requirement: Requirement): boolean => {
      // The graph is made only where a folder is asked about.
      const { graph } = opened;
      const pinned = graph.tree.packageAt(graph.tree.resolve(graph.nodeOf(each), requirement.name));
      return requirement.type !== 'dev' && pinned !== undefined && isMet(requirement, pinned);
    };
    return [{ folder: normalise(join(home, follow(home, path).path)), answers }];
  });
}
