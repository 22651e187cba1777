import { compileGlobs } from '../text/glob.ts';
import type { Application } from './profiles.ts';

/**
 * Whether what a policy let in by one lockfile was judged under the same profiles as it is in another: what a lenient
 * profile let in is not in under a stricter one. In one folder only the lockfile's own name can make a difference. In
 * another folder every workspace has another path, so where any profile goes by paths or workspaces they are not alike.
 */
export function judgesAlike(apply: readonly Application[]): (former: string, path: string) => boolean {
  const bound = apply.filter(({ paths, workspaces }) => paths !== undefined || workspaces !== undefined);
  const byPath = bound.map(({ paths = [] }) => compileGlobs(paths));
  const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
  return (former, path) => {
    if (folderOf(former) !== folderOf(path)) return bound.length === 0;
    return byPath.every((matches) => matches(former) === matches(path));
  };
}
