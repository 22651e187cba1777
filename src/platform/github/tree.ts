import { GateFailure } from '../../errors.ts';
import type { SnapshotFile } from '../../model/index.ts';
import { asRecord, type Get } from './client.ts';
import type { TreeMember } from '../../repository/object-id.ts';
import { executableOf, isUnentered, modeOfOctal, startListing } from '../../repository/listing.ts';
import { isEmptyTree, isObjectId, isTreeOf, shortId } from '../../repository/object-id.ts';

/** Requests for one tree: a token of GitHub Actions has 1,000 an hour for everything that a repository runs. */
const maxRequests = 300;
/** Requests under way at a time while a truncated tree is walked. */
const concurrency = 8;

interface TreeEntry {
  readonly path: string;
  /** In octal. What the answer calls the entry's type is not in the tree's id, so nothing rests on it. */
  readonly mode: string;
  readonly id: string;
  readonly size?: number;
}

interface Tree {
  readonly entries: readonly TreeEntry[];
  readonly truncated: boolean;
}

/**
 * Lists a tree in one request where GitHub gives it whole. Above 100,000 entries or 7 MB it says `truncated` (REST API,
 * "Get a tree"): then folder by folder, each recursively where that is not truncated in turn, and `node_modules` not at
 * all.
 * @throws GateFailure `budget` where that takes more than 300 requests or one folder alone is truncated,
 *   `repository-unavailable` for an answer that is not that tree.
 */
export async function readTree(get: Get, root: string): Promise<readonly SnapshotFile[]> {
  const listing = startListing();
  let requests = 0;

  async function fetchTree(id: string, recursive: boolean): Promise<Tree> {
    requests += 1;
    if (requests > maxRequests) {
      throw beyond(`listing this repository takes more than ${maxRequests} requests`);
    }
    const parameters = { tree_sha: id, ...(recursive && { recursive: '1' }) };
    const route = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}';
    const tree = parseTree(await get(route, parameters, `tree ${shortId(id)}`), id);
    if (!tree.truncated) confirm(id, tree.entries, recursive);
    return tree;
  }
  function take(prefix: string, entries: readonly TreeEntry[]): void {
    for (const { path, mode, id, size } of entries) {
      const full = prefix + path;
      if (isFolder(mode)) listing.addFolder(full, id);
      else {
        listing.add({
          path: full,
          mode: modeOfOctal(mode),
          id,
          ...executableOf(mode),
          ...(size !== undefined && { size }),
        });
      }
    }
  }
  /** Lists one folder; gives back the folders below it that are still to be listed. */
  async function visit({ prefix, id }: { prefix: string; id: string }) {
    const whole = await fetchTree(id, true);
    if (!whole.truncated) {
      take(prefix, whole.entries);
      return [];
    }
    const own = await fetchTree(id, false);
    if (own.truncated) throw beyond('one folder of this repository holds more entries than GitHub lists');
    take(prefix, own.entries);
    return own.entries
      .filter(({ path, mode }) => isFolder(mode) && !isUnentered(path))
      .map(({ path, id: child }) => ({ prefix: `${prefix}${path}/`, id: child }));
  }

  // No object has this id where nothing was ever stored under it, and GitHub then answers 404.
  let pending = isEmptyTree(root) ? [] : [{ prefix: '', id: root }];
  while (pending.length > 0) {
    const found = await Promise.all(pending.splice(0, concurrency).map(visit));
    pending = [...found.flat(), ...pending];
  }
  return listing.finish();
}

const isFolder = (mode: string) => /^0*40000$/.test(mode);

function beyond(what: string): GateFailure {
  return new GateFailure('budget', `${what}: check it out and use the command line's --base and --head`);
}

function parseTree(answer: unknown, id: string): Tree {
  const { sha, tree, truncated } = asRecord(answer);
  if (sha !== id || !Array.isArray(tree) || typeof truncated !== 'boolean') throw notATree(id);
  return { truncated, entries: tree.map((entry: unknown) => parseEntry(entry, id)) };
}

function parseEntry(entry: unknown, tree: string): TreeEntry {
  const { path, mode, sha, size } = asRecord(entry);
  if (typeof path !== 'string' || typeof mode !== 'string') throw notATree(tree);
  if (typeof sha !== 'string' || !isObjectId(sha)) throw notATree(tree);
  return { path, mode, id: sha, ...(typeof size === 'number' && { size }) };
}

/**
 * Holds the entries against the tree's id, and those of each folder below it against the folder's, as bytes are held
 * against a blob's: whoever answers can neither leave a lockfile out nor put another in its place.
 * @param recursive whether the entries of the folders are among them, with paths
 */
function confirm(root: string, entries: readonly TreeEntry[], recursive: boolean): void {
  const folders = new Map<string, { readonly id: string; readonly members: TreeMember[] }>([
    ['', { id: root, members: [] }],
  ]);
  for (const { path, mode, id } of recursive ? entries : []) {
    if (isFolder(mode)) folders.set(path, { id, members: [] });
  }
  for (const { path, mode, id } of entries) {
    const end = path.lastIndexOf('/');
    const folder = folders.get(end === -1 ? '' : path.slice(0, end));
    if (folder === undefined) throw notATree(root);
    folder.members.push({ name: path.slice(end + 1), mode, id });
  }
  for (const [path, { id, members }] of folders) {
    if (isTreeOf(id, members)) continue;
    // GitHub has one sign for every byte that is not UTF-8, so such a name cannot be told.
    const unreadable = members.find(({ name }) => name.includes('\ufffd'));
    if (unreadable === undefined) throw notATree(root);
    const message = `GitHub does not give this name as it is in git, so the list of its folder cannot be confirmed; rename the file in UTF-8, or check it out and use the command line's --base and --head`;
    throw new GateFailure('repository-unavailable', message, {
      path: path === '' ? unreadable.name : `${path}/${unreadable.name}`,
    });
  }
}

function notATree(id: string): GateFailure {
  return new GateFailure('repository-unavailable', `GitHub's answer for tree ${shortId(id)} is not that tree`);
}
