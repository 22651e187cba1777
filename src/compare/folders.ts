import { groupBy } from '../text/group-by.ts';
import { folderOf, join } from '../text/paths.ts';
import { npm } from '../managers/npm/index.ts';
import type { FileObservation } from '../model/index.ts';
import type { FoundLockfile, Inventory } from './discover.ts';

type Side = Pick<Inventory, 'lockfiles' | 'manifests'>;

/**
 * How the lockfiles of each folder relate, and what became of those of the base: `shadowed`, `competes`,
 * `moved-manager`, `deleted`. Only for folders in which a lockfile changed.
 * @param touched paths of the head's lockfiles that differ from the base's; in an audit all of them
 * @param formers the lockfile that each of the head's is compared with
 */
export function folderObservations(
  base: Side,
  head: Side,
  touched: ReadonlySet<string>,
  formers: ReadonlyMap<string, FoundLockfile>,
): readonly FileObservation[] {
  const succeeded = new Set([...formers.values()].map(({ path }) => path));
  const before = groupBy(base.lockfiles.values(), ({ folder }) => folder);
  const after = groupBy(head.lockfiles.values(), ({ folder }) => folder);
  const folders = [...new Set([...before.keys(), ...after.keys()])].sort();
  return folders.flatMap((folder) => {
    const [old, current] = [before.get(folder) ?? [], after.get(folder) ?? []];
    return [
      ...(current.some(({ path }) => touched.has(path)) ? rivals(current, touched) : []),
      ...departures(folder, old, current, base, head, succeeded),
    ];
  });
}

function rivals(current: readonly FoundLockfile[], touched: ReadonlySet<string>): readonly FileObservation[] {
  const observations: FileObservation[] = [];
  for (const { names } of new Set(current.map(({ kind }) => kind))) {
    const there = names.flatMap((name) => current.find(({ path, folder }) => path === join(folder, name)) ?? []);
    const winner = there.pop();
    if (winner === undefined) continue;
    const args = { winner: winner.path };
    observations.push(...there.map(({ path }) => ({ code: 'shadowed', path, line: 1, args }) as const));
  }
  const rivalling = current.filter(({ kind }) => kind.sharesFolders !== true);
  const programs = groupBy(rivalling, ({ kind }) => kind.program);
  if (programs.size > 1) {
    const inOrder = [...(programs.get(npm.program) ?? []), ...rivalling];
    const subject = inOrder.find(({ path }) => touched.has(path));
    if (subject === undefined) return observations;
    const others = rivalling.filter(({ kind }) => kind.program !== subject.kind.program).map(({ path }) => path);
    const args = { others: others.sort().join(', ') };
    observations.push({ code: 'competes', path: subject.path, line: 1, args, otherFiles: others });
  }
  return observations;
}

function departures(
  folder: string,
  old: readonly FoundLockfile[],
  current: readonly FoundLockfile[],
  base: Side,
  head: Side,
  succeeded: ReadonlySet<string>,
): readonly FileObservation[] {
  const gone = old.filter(({ path }) => !head.lockfiles.has(path));
  // What stands beside another program's as a rule does not replace it.
  const rivals = current.filter((each) => each.kind.sharesFolders !== true);
  const arrived = rivals.filter(({ path }) => !base.lockfiles.has(path));
  const manifest = join(folder, 'package.json');
  // If the project itself was removed, nothing is left to pin.
  const isLeft = head.manifests.has(manifest);
  if (base.manifests.has(manifest) && !isLeft) return [];
  return gone.flatMap(({ path, kind }): FileObservation[] => {
    if (current.some((each) => each.kind.program === kind.program)) return [];
    const [successor] = arrived;
    if (successor !== undefined) {
      const args = { from: kind.program, to: successor.kind.program, former: path };
      return [{ code: 'moved-manager', path: successor.path, line: 1, args, otherFiles: [path] }];
    }
    // Either another manager's readable lockfile, which the base had too, still pins it, or the project has moved.
    const isPinned = rivals.some((each) => each.kind.reading !== undefined);
    return isPinned || (!isLeft && succeeded.has(path)) ? [] : [{ code: 'deleted', path, line: 1, args: {} }];
  });
}

/** Lockfiles that are compared with one of another folder. */
export function moveObservations(formers: ReadonlyMap<string, FoundLockfile>): readonly FileObservation[] {
  return [...formers].flatMap(([path, former]): FileObservation[] =>
    folderOf(path) === former.folder
      ? []
      : [{ code: 'moved-folder', path, line: 1, args: { former: former.path }, otherFiles: [former.path] }],
  );
}
