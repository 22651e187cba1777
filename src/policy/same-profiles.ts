import { compileGlobs } from '../text/glob.ts';
import type { Application } from './profiles.ts';

/**
 * Whether two lockfiles are judged under the same profiles. Packages that a lenient profile admitted in one lockfile are
 * not yet admitted in a lockfile under a stricter one. Within one folder only the lockfile's name can make a difference. In
 * another folder every workspace has another path, so any profile that depends on paths or workspaces makes them differ.
 */
export function haveSameProfiles(apply: readonly Application[]): (former: string, path: string) => boolean {
  const bound = apply.filter(({ paths, workspaces }) => paths !== undefined || workspaces !== undefined);
  const byPath = bound.map(({ paths = [] }) => compileGlobs(paths));
  const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
  return (former, path) => {
    if (folderOf(former) !== folderOf(path)) return bound.length === 0;
    return byPath.every((matches) => matches(former) === matches(path));
  };
}
