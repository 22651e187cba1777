import { pathsNamedIn } from '../managers/named-paths.ts';
import { isSettingsName } from '../managers/settings-files.ts';
import { lockfileName } from '../managers/index.ts';
import { isRead } from '../managers/watched.ts';
import type { State, States } from '../repository/state.ts';
import { folderOf, foldersAbove } from '../text/paths.ts';
import type { Scope } from './discover.ts';

/**
 * The files that settings of either state name. They are read only where it matters: if the policy leaves out what a
 * manager may read, or if the head has links, submodules or attributes.
 * @throws GateFailure `repository-unavailable`
 */
export async function namedWhereAsked(
  { base, head }: States,
  { isGated, isLeftOut }: Pick<Scope, 'isGated' | 'isLeftOut'>,
): Promise<ReadonlySet<string>> {
  const isAsked = [...head.listed.values(), ...base.listed.values()].some(
    ({ path, mode }) =>
      mode === 'symlink' ||
      mode === 'gitlink' ||
      path.toLowerCase().endsWith('.gitattributes') ||
      (isRead(path) && isLeftOut(folderOf(path))),
  );
  if (!isAsked) return new Set();
  const named = await Promise.all([namedFiles(base, isGated), namedFiles(head, isGated)]);
  return new Set(named.flatMap((paths) => [...paths]));
}

/**
 * The files that settings beside or above a gated lockfile may name, wherever they are: a `userconfig`, a release of
 * Yarn. The settings that those files hold may name others.
 * @throws GateFailure `repository-unavailable`
 */
async function namedFiles(
  state: Pick<State, 'files' | 'listed' | 'settings'>,
  isGated: (path: string) => boolean,
): Promise<ReadonlySet<string>> {
  const { files, listed, settings } = state;
  const isSubmodule = (path: string) => listed.get(path)?.mode === 'gitlink';
  const folders = new Set<string>(['']);
  for (const path of files.keys()) {
    if (lockfileName(path) === undefined || !isGated(path)) continue;
    for (const folder of [folderOf(path), ...foldersAbove(folderOf(path))]) folders.add(folder);
  }
  const named = new Set<string>();
  let open = [...files.keys()].filter((path) => isSettingsName(nameOf(path)) && folders.has(folderOf(path)));
  const seen = new Set(open);
  while (open.length > 0) {
    const paths = await Promise.all(
      open.map(async (path) => {
        const name = nameOf(path);
        return isSettingsName(name) && name !== 'package.json'
          ? pathsNamedIn(await settings.at(folderOf(path), name))
          : [];
      }),
    );
    const all = [...new Set(paths.flat())];
    // What is below a submodule is not listed.
    for (const path of all) if (foldersAbove(path).some((folder) => isSubmodule(folder))) named.add(path);
    open = all.filter((path) => files.has(path) && !seen.has(path));
    for (const path of open) {
      named.add(path);
      seen.add(path);
    }
  }
  return named;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
