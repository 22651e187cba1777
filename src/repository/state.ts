import { GateFailure } from '../errors.ts';
import { isRead } from '../managers/watched.ts';
import { SettingsFiles } from '../managers/settings-files.ts';
import type { Snapshot, SnapshotFile } from '../model/index.ts';
import { compareText } from '../text/order.ts';
import { prefixOf } from '../text/paths.ts';
import { Links } from './links.ts';
import { FileReader } from './reader.ts';

/** One state of a repository, opened once per run. */
export interface State {
  /** What the snapshot lists. */
  readonly listed: ReadonlyMap<string, SnapshotFile>;
  /** The same, with the files that package managers read by name and reach through symbolic links (`SnapshotFile.leadsTo`). */
  readonly files: ReadonlyMap<string, SnapshotFile>;
  readonly links: Links;
  readonly reader: FileReader;
  readonly settings: SettingsFiles;
  /** Adds to `files` what these links to folders lead to. */
  readonly enter: (links: readonly string[]) => Promise<void>;
  /** Whether something is at a path; where it leads through symbolic links to a file, `files` has that from then on. */
  readonly reach: (path: string) => Promise<boolean>;
}

export interface States {
  readonly base: State;
  readonly head: State;
}

/** The most links that are followed in one state, and the most files that are reached through them. */
const MAX_LINKS = 1_000;
const MAX_REACHED = 1_000_000;

const states = new WeakMap<Snapshot, Promise<State>>();

/**
 * The same state for the same snapshot, so that no settings file is read twice.
 * @param snapshot undefined: a state with no files
 * @throws GateFailure what `Snapshot.list` throws; `budget` for too many symbolic links
 */
export function stateOf(snapshot: Snapshot | undefined): Promise<State> {
  if (snapshot === undefined) return openState(snapshot);
  let state = states.get(snapshot);
  if (state === undefined) {
    state = openState(snapshot);
    states.set(snapshot, state);
  }
  return state;
}

async function openState(snapshot: Snapshot | undefined): Promise<State> {
  const listed = new Map((await snapshot?.list())?.map((file) => [file.path, file]));
  const files = new Map(listed);
  const links = new Links(listed, snapshot);
  const named = [...listed.values()].filter(({ path, mode }) => mode === 'symlink' && isRead(path));
  demandFew(named.length);
  await Promise.all(
    named.map(async (link) => {
      const { to } = await links.follow(link.path);
      if (to.kind === 'file') files.set(link.path, reached(link.path, to.file));
    }),
  );
  const reader = new FileReader(snapshot);
  return { listed, files, links, reader, settings: new SettingsFiles(files, reader), enter, reach };

  async function reach(path: string): Promise<boolean> {
    const file = files.get(path);
    if (file !== undefined && file.mode !== 'symlink') return true;
    const { to, links: passed } = await links.follow(path);
    if (to.kind === 'file' && passed.length > 0) files.set(path, reached(path, to.file));
    return files.has(path);
  }

  async function enter(entered: readonly string[]): Promise<void> {
    demandFew(entered.length);
    if (entered.length === 0) return;
    const paths = [...listed.keys()].sort(compareText);
    const ways = await Promise.all(entered.map(async (path) => ({ path, way: await links.follow(path) })));
    let visited = 0;
    for (const { path, way } of ways) {
      if (way.to.kind !== 'folder') continue;
      const prefix = prefixOf(way.to.path);
      for (let at = firstFrom(paths, prefix); paths[at]?.startsWith(prefix) === true; at += 1) {
        visited += 1;
        if (visited > MAX_REACHED) throw tooMany(`${MAX_REACHED} files are reached through symbolic links`);
        const each = paths[at] as string;
        const below = prefixOf(path) + each.slice(prefix.length);
        const file = files.get(each);
        // A link to a folder above itself reaches itself again.
        if (!isRead(below) || file?.mode !== 'file' || each.startsWith(prefixOf(path)) || files.has(below)) continue;
        files.set(below, reached(below, file));
      }
    }
  }
}

/** The position of the first of some sorted paths that is not before a text. */
function firstFrom(paths: readonly string[], text: string): number {
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paths[middle] as string) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

const reached = (path: string, file: SnapshotFile): SnapshotFile => ({ ...file, path, leadsTo: file.leadsTo ?? file });

function demandFew(count: number): void {
  if (count > MAX_LINKS) throw tooMany(`${MAX_LINKS} symbolic links stand where package managers read files`);
}

const tooMany = (what: string) =>
  new GateFailure('budget', `more than ${what}: lockgate follows no more: replace them by regular files`);
