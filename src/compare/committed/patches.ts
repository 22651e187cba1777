import type { FileObservation, SnapshotFile } from '../../model/index.ts';
import type { State, States } from '../../repository/state.ts';
import type { FoundLockfile } from '../discover.ts';
import { prefixOf } from '../../text/paths.ts';
import { lockedIn, textOf } from './reading.ts';

/** Links that are looked behind: each may be a request on a platform. */
const MAX_LINKS = 200;

export const PATCH = /\.(?:patch|diff)$/i;

/** Files that are named of those that a patch changes. */
const MAX_NAMED = 5;

/** One observation for each patch that a project of the head applies and whose text is new or changed. */
export async function patchObservations(
  lockfiles: Iterable<FoundLockfile>,
  states: States,
): Promise<readonly FileObservation[]> {
  const paths = new Set<string>();
  const linked = await belowLinks(states.head);
  for (const found of lockfiles) for (const path of await patchesOf(found, states.head, linked)) paths.add(path);
  const observations: FileObservation[] = [];
  for (const path of [...paths].sort()) {
    const [before, after] = [await fileBehind(states.base, path), await fileBehind(states.head, path)];
    if (after === undefined || (before?.id !== undefined && before.id === after.id)) continue;
    const old = before && (await textOf(states.base, before.path));
    const text = await textOf(states.head, after.path);
    if (text !== undefined && text === old) continue;
    const how = before === undefined ? 'added' : 'changed';
    const args = { how, ...summaryOf(text ?? '') };
    const behind = after.path === path ? {} : { otherFiles: [after.path] };
    observations.push({ code: 'patch-changed', path, line: 1, args, ...behind });
  }
  return observations;
}

/** The file at a path, or what a symbolic link in the repository leads to. */
async function fileBehind({ files, links }: State, path: string): Promise<SnapshotFile | undefined> {
  const own = files.get(path);
  if (own?.mode === 'file') return own;
  const { to } = await links.follow(path);
  return to.kind === 'file' ? to.file : own;
}

/** The patches below links to folders, by the paths that lead there through the link. */
async function belowLinks({ listed, links }: State): Promise<readonly string[]> {
  const all = [...listed.values()].filter(({ mode }) => mode === 'symlink').slice(0, MAX_LINKS);
  const ways = await Promise.all(all.map(async ({ path }) => ({ path, to: (await links.follow(path)).to })));
  return ways.flatMap(({ path, to }) => {
    if (to.kind !== 'folder') return [];
    const prefix = prefixOf(to.path);
    const below = [...listed.keys()].filter((each) => each.startsWith(prefix) && PATCH.test(each));
    return below.map((each) => prefixOf(path) + each.slice(prefix.length));
  });
}

async function patchesOf(found: FoundLockfile, state: State, linked: readonly string[]): Promise<readonly string[]> {
  const paths: string[] = [];
  const all = [...state.files.keys(), ...linked];
  for (const { committed } of found.kind.reading?.managers ?? []) {
    paths.push(...(await committed.patches(state.settings.in(found.folder), all)));
    if (committed.archives === undefined) continue;
    const locked = await lockedIn(state.reader, [{ found, read: committed.archives }]);
    paths.push(...locked.flatMap(({ patched }) => patched?.patches ?? []));
  }
  return paths;
}

function summaryOf(text: string): { readonly added: number; readonly removed: number; readonly shown: string } {
  const lines = text.split('\n');
  const names = lines.flatMap((line) => /^\+\+\+ (?:b\/)?([^\t\r]+)/.exec(line)?.[1] ?? []);
  const more = names.length - MAX_NAMED;
  return {
    added: lines.filter((line) => /^\+(?!\+\+ )/.test(line)).length,
    removed: lines.filter((line) => /^-(?!-- )/.test(line)).length,
    shown: [...names.slice(0, MAX_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', '),
  };
}
