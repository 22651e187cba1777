import type { FileObservation } from '../model/index.ts';
import type { State, States } from '../repository/state.ts';
import type { Way } from '../repository/links.ts';
import { compareText } from '../text/order.ts';
import { folderOf, prefixOf } from '../text/paths.ts';
import { isSameLink } from './linked-folders.ts';
import { isSameFile } from './same-file.ts';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * What this change makes of the way to files that package managers read: `link-followed` where a new link leads, inside the
 * repository, to a regular file of the same name, whose text was judged; `not-regular` where it leads elsewhere;
 * `submodule-read` where a changed submodule is on the way. A link of the base that the head leaves alone is followed in
 * silence.
 * @param watched paths of either state (see `watchedPaths`)
 * @param isLeftOut whether the policy leaves out a folder
 */
export async function linkObservations(
  states: States,
  watched: ReadonlySet<string>,
  isLeftOut: (folder: string) => boolean,
): Promise<readonly FileObservation[]> {
  const { base, head } = states;
  const found = new Map<string, FileObservation>();
  const report = (observation: FileObservation) => {
    const { code, path } = observation;
    const known = found.get(path);
    if (known === undefined || (known.code === 'link-followed' && code !== 'link-followed')) {
      found.set(path, observation);
    }
  };
  for (const path of [...watched].sort(compareText)) {
    if (head.listed.get(path)?.mode === 'file') continue;
    const way = await head.links.follow(path);
    for (const link of way.links) {
      const file = head.listed.get(link);
      if (file !== undefined && !(await isSameLink(file, head, base))) report(linkObservation(path, link, way));
    }
    if (way.to.kind === 'submodule' && isChangedSubmodule(way.to.path, states)) {
      report({ code: 'submodule-read', path: way.to.path, line: 1, args: { file: path } });
    }
  }
  for (const file of head.listed.values()) {
    const { path, mode } = file;
    if (mode !== 'symlink' && mode !== 'gitlink') continue;
    if (!/^node_modules$/i.test(nameOf(path)) || isLeftOut(folderOf(path))) continue;
    const isSame = mode === 'symlink' ? await isSameLink(file, head, base) : !isChangedSubmodule(path, states);
    if (!isSame) report({ code: 'not-regular', path, line: 1, args: { what: mode, file: path } });
    else if (mode === 'symlink' && (await leadsToChange(path, states))) {
      report({ code: 'modules-committed', path, line: 1, args: {} });
    }
  }
  return [...found.values()];
}

/** Whether anything differs in the folder that a link leads to. */
async function leadsToChange(link: string, { base, head }: States): Promise<boolean> {
  const { to } = await head.links.follow(link);
  if (to.kind !== 'folder') return false;
  const below = ({ listed }: State) => [...listed.values()].filter(({ path }) => path.startsWith(prefixOf(to.path)));
  const [before, after] = [below(base), below(head)];
  if (before.length !== after.length) return true;
  for (const file of after) {
    const old = base.listed.get(file.path);
    if (old === undefined) return true;
    if (file.mode === 'symlink' && old.mode === 'symlink') {
      if (!(await isSameLink(file, head, base))) return true;
    } else if (!(await isSameFile({ base, head }, old, file))) return true;
  }
  return false;
}

function linkObservation(path: string, link: string, { to }: Way): FileObservation {
  const target = to.kind === 'file' ? to.file.path : undefined;
  if (target === undefined || nameOf(target) !== nameOf(path)) {
    const args = { what: 'symlink', file: path, ...(target !== undefined && { target }) };
    return {
      code: 'not-regular',
      path: link,
      line: 1,
      args,
      otherFiles: [path, ...(target === undefined ? [] : [target])],
    };
  }
  return { code: 'link-followed', path: link, line: 1, args: { file: path, target }, otherFiles: [path, target] };
}

export function isChangedSubmodule(path: string, { base, head }: States): boolean {
  const [before, after] = [base.listed.get(path), head.listed.get(path)];
  return after?.mode === 'gitlink' && (before?.mode !== 'gitlink' || before.id !== after.id);
}

/** Submodules that are new or at another commit, except those that package managers read. Their content is never fetched. */
export function submoduleObservations(
  states: States,
  reported: readonly FileObservation[],
): readonly FileObservation[] {
  const known = new Set(reported.map(({ path }) => path));
  return [...states.head.listed.values()]
    .filter(({ path }) => isChangedSubmodule(path, states) && !known.has(path))
    .map(({ path }) => ({ code: 'submodule-changed', path, line: 1, args: {} }));
}
