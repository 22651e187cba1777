import type { FileObservation } from '../../model/index.ts';
import { groupBy } from '../../text/group-by.ts';
import { folderOf } from '../../text/paths.ts';

/** As many archives of a folder are reported one by one. */
const MAX_SINGLE = 5;

/** One observation for all archives of a folder that could not be shown, where there are many; the others as they are. */
export function foldUnshown<O extends FileObservation>(
  observations: readonly O[],
  join: (path: string, args: FileObservation['args'], group: readonly O[]) => O,
): readonly O[] {
  const unshown = new Set(observations.filter(({ code }) => code === 'archive-unshown'));
  const rest = observations.filter((each) => !unshown.has(each));
  const groups = groupBy([...unshown], ({ path, args }) => (args.count === undefined ? folderOf(path) : path));
  const joined = [...groups].flatMap(([path, group]): readonly O[] => {
    const count = group.reduce((sum, { args }) => sum + Number(args.count ?? 1), 0);
    if (count <= MAX_SINGLE || group.length === 1) return group;
    const reasons = new Set(group.map(({ args }) => args.reason ?? ''));
    const [reason = ''] = reasons;
    return [join(path, { reason: reasons.size === 1 ? reason : 'several', count }, group)];
  });
  return [...rest, ...joined];
}
