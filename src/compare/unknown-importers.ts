import { GateFailure } from '../errors.ts';
import { workspaceMatcher } from '../lockfile/workspaces.ts';
import { manifestIn } from '../managers/manifest.ts';
import type { State, States } from '../repository/state.ts';
import { folderOf, join, prefixOf } from '../text/paths.ts';
import type { Inventory } from './discover.ts';
import { isSameLink } from './linked-folders.ts';

/**
 * The folders that the `workspaces` of a gated lockfile's manifest match, and whose manifest stands behind a symbolic link
 * that this change touches and that cannot be followed: package managers may find a workspace there.
 * @param isLeftOut whether the policy leaves out a folder
 */
export async function unknownImporters(
  { lockfiles }: Pick<Inventory, 'lockfiles'>,
  { base, head }: States,
  isLeftOut: (folder: string) => boolean,
): Promise<readonly string[]> {
  const { listed, files, links } = head;
  const unknown: string[] = [];
  for (const link of listed.values()) {
    const { path, mode } = link;
    if (mode !== 'symlink' || isLeftOut(folderOf(path)) || files.get(path)?.leadsTo !== undefined) continue;
    if (await isSameLink(link, head, base)) continue;
    const { to } = await links.follow(path);
    const isManifest = /(?:^|\/)package\.json$/.test(path);
    if (isManifest) unknown.push(folderOf(path));
    else if (to.kind === 'nowhere' || to.kind === 'submodule') unknown.push(path);
  }
  if (unknown.length === 0) return [];
  const found: string[] = [];
  for (const folder of new Set([...lockfiles.values()].map((each) => each.folder))) {
    const isWorkspace = await workspacesOf(head, folder);
    const below = unknown.filter((each) => each.startsWith(prefixOf(folder)));
    found.push(...below.filter((each) => isWorkspace(each.slice(prefixOf(folder).length))));
  }
  return found;
}

/** A manifest that cannot be read is an error of its reader. */
async function workspacesOf({ settings }: State, folder: string): Promise<(path: string) => boolean> {
  try {
    const globs = manifestIn(await settings.at(folder, 'package.json'))?.workspaces ?? [];
    return globs.length === 0 ? () => false : workspaceMatcher(globs, join(folder, 'package.json'));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return () => false;
    throw cause;
  }
}
