import { knownLockfileNames } from '../managers/index.ts';
import { join } from '../text/paths.ts';

/**
 * Whether the policy leaves a folder out: whether it would leave out a lockfile there, whatever its name. A pattern for one
 * name (`**` + `/yarn.lock`) leaves out no folder.
 * @param isExcluded whether `lockfiles.exclude` matches a path
 */
export function excludedFolders(isExcluded: (path: string) => boolean): (folder: string) => boolean {
  const known = new Map<string, boolean>();
  return (folder) => {
    let answer = known.get(folder);
    if (answer === undefined) {
      answer = knownLockfileNames.every((name) => isExcluded(join(folder, name)));
      known.set(folder, answer);
    }
    return answer;
  };
}
