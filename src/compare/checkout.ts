import { GateFailure } from '../errors.ts';
import { isSettingsName } from '../managers/settings-files.ts';
import type { FileObservation, SnapshotFile } from '../model/index.ts';
import type { Attributes, Rewriting } from '../repository/git-attributes.ts';
import { readAttributes } from '../repository/git-attributes.ts';
import { encodePath } from '../repository/path-bytes.ts';
import type { State, States } from '../repository/state.ts';
import { groupBy } from '../text/group-by.ts';
import { MAX_BYTES as LARGEST_LOCKFILE } from '../text/decode.ts';
import { isLfsPointer, LONGEST_POINTER } from '../text/lfs-pointer.ts';
import { compareText } from '../text/order.ts';
import { folderOf, foldersAbove } from '../text/paths.ts';
import type { Inventory } from './discover.ts';
import { isSameFile } from './same-file.ts';

/** Git reads larger ones up to 100 MiB; real ones have a few lines. */
const MAX_BYTES = 1024 * 1024;

/** What a file that cannot be read stands for: attributes that name a filter for everything. */
const UNREAD = '* filter=unread';

/**
 * Files that package managers read and whose text at checkout is not the blob that was judged: `rewritten-on-checkout`
 * where `.gitattributes` newly say so or the file changes here, else one `rewritten-before`; `lfs-pointer` for a changed
 * file that is a pointer of Git LFS.
 * @param watched paths of the head (see `watchedPaths`)
 * @param lockfiles those of the head: a pointer at the place of one is an error of its reader
 */
export async function checkoutObservations(
  states: States,
  watched: ReadonlySet<string>,
  lockfiles: Inventory['lockfiles'],
): Promise<readonly FileObservation[]> {
  const files = [...watched].sort(compareText).flatMap((path) => {
    const file = states.head.files.get(path);
    return file?.mode === 'file' ? [{ path, file }] : [];
  });
  return [
    ...(await rewritten(states, files, lockfiles)),
    ...(await pointers(states, files, (path) => lockfiles.has(path))),
  ];
}

interface WatchedFile {
  readonly path: string;
  readonly file: SnapshotFile;
}

const placeOf = ({ path, leadsTo }: SnapshotFile): string => leadsTo?.path ?? path;

async function rewritten(
  states: States,
  files: readonly WatchedFile[],
  lockfiles: Inventory['lockfiles'],
): Promise<readonly FileObservation[]> {
  const { base, head } = states;
  const places = files.flatMap(({ path, file }) => [
    placeOf(file),
    ...[base.files.get(path)].flatMap((old) => (old === undefined ? [] : placeOf(old))),
  ]);
  const before = await attributesOf(base, places);
  const after = await attributesOf(head, places);
  const found: (Rewriting & { readonly path: string; readonly isOld: boolean })[] = [];
  for (const { path, file } of files) {
    const given = after.rewritingOf(placeOf(file));
    const isPlain = given.some(({ attribute }) => attribute === 'export-subst') && !(await hasPlaceholder(head, file));
    const now = isPlain ? given.filter(({ attribute }) => attribute !== 'export-subst') : given;
    if (now.length === 0) continue;
    const old = base.files.get(path);
    const had = old?.mode === 'file' ? before.rewritingOf(placeOf(old)) : [];
    const isUntouched = old !== undefined && placeOf(old) === placeOf(file) && (await isSameFile(states, old, file));
    for (const each of now) {
      const wasThere = had.some(({ attribute, value }) => attribute === each.attribute && value === each.value);
      found.push({ ...each, path, isOld: isUntouched && wasThere });
    }
  }
  const lineEnds: FileObservation[] = [];
  for (const { path, file } of files) {
    const { needsLineFeeds } = lockfiles.get(path)?.kind ?? {};
    if (needsLineFeeds === undefined || !endsInCrlf(after, placeOf(file))) continue;
    const old = base.files.get(path);
    const isOld = old !== undefined && endsInCrlf(before, placeOf(old)) && (await isSameFile(states, old, file));
    const text = new TextDecoder().decode(await bytesOf(head, file, LARGEST_LOCKFILE));
    if (!isOld && needsLineFeeds(text)) lineEnds.push({ code: 'line-ends', path, line: 1, args: {} });
    head.reader.forget(file);
  }
  const fresh = groupBy(
    found.filter(({ isOld }) => !isOld),
    ({ file, attribute }) => `${file}\n${attribute}`,
  );
  const [known] = found.filter(({ isOld }) => isOld);
  const count = new Set(found.filter(({ isOld }) => isOld).map(({ path }) => path)).size;
  return [
    ...lineEnds,
    ...[...fresh.values()].flatMap((same) => same.slice(0, 1).map((first) => observationOf(first, same))),
    ...(known === undefined
      ? []
      : [
          {
            ...({ code: 'rewritten-before', path: known.file, line: known.line } as const),
            args: { attribute: known.attribute, file: known.path, more: count - 1 },
          },
        ]),
  ];
}

/** Whether `export-subst` rewrites anything in a file: without a placeholder an archive has the text of the blob. */
async function hasPlaceholder(state: State, file: SnapshotFile): Promise<boolean> {
  const text = new TextDecoder('latin1').decode(await bytesOf(state, file, LARGEST_LOCKFILE));
  state.reader.forget(file);
  return text.includes('$Format:') || text === UNREAD;
}

/** Whether a line of `.gitattributes` asks for CRLF; without one it is up to the system that checks out. */
const endsInCrlf = (attributes: Attributes, path: string): boolean =>
  attributes.stateOf(path, 'eol') === 'crlf' && attributes.stateOf(path, 'text') !== false;

function observationOf(
  { attribute, value, file, line, path }: Rewriting & { readonly path: string },
  same: readonly { readonly path: string }[],
): FileObservation {
  return {
    ...{ code: 'rewritten-on-checkout', path: file, line },
    args: { attribute: value === '' ? attribute : `${attribute}=${value}`, file: path, more: same.length - 1 },
    otherFiles: same.map((each) => each.path),
  };
}

/** The attributes of one state, from the files in the folders above some paths. */
async function attributesOf(state: State, paths: readonly string[]): Promise<Attributes> {
  const above = paths.flatMap((path) => [folderOf(path), ...foldersAbove(folderOf(path))]);
  const folders = new Set(['', ...above].map((each) => each.toLowerCase()));
  // A file system that folds case finds the file under another spelling of its name.
  const found = [...state.listed.values()].filter(
    ({ path }) => /(?:^|\/)\.gitattributes$/i.test(path) && folders.has(folderOf(path).toLowerCase()),
  );
  const read = await Promise.all(found.map((file) => attributesFile(state, file)));
  return readAttributes(read.flat());
}

/** Of a symbolic link, git reads the target as if it were the file's text; older versions follow it. */
async function attributesFile(
  state: State,
  file: SnapshotFile,
): Promise<readonly { readonly path: string; readonly bytes: Uint8Array }[]> {
  const { path } = file;
  if (file.mode === 'symlink') {
    const target = await state.links.targetOf(path);
    const { to } = await state.links.follow(path);
    const own = target === undefined ? [] : [{ path, bytes: encodePath(target) }];
    return to.kind === 'file' ? [...own, { path, bytes: await bytesOf(state, to.file) }] : own;
  }
  return file.mode === 'file' ? [{ path, bytes: await bytesOf(state, file) }] : [];
}

/** One that is too large counts as if it named a filter for everything. */
async function bytesOf(state: State, file: SnapshotFile, limit = MAX_BYTES): Promise<Uint8Array> {
  const unread = new TextEncoder().encode(UNREAD);
  if ((file.size ?? 0) > limit) return unread;
  try {
    const bytes = await state.reader.read(file);
    return bytes.length > limit ? unread : bytes;
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return unread;
    throw cause;
  }
}

/** Settings files and manifests are read once in each state, so that no other file is asked for. */
async function pointers(
  states: States,
  files: readonly WatchedFile[],
  isLockfile: (path: string) => boolean,
): Promise<readonly FileObservation[]> {
  const found: FileObservation[] = [];
  for (const { path, file } of files) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const old = states.base.files.get(path);
    const isKnown = old?.id !== undefined && old.id === file.id && old.mode === file.mode;
    if (isKnown || isLockfile(path) || !isSettingsName(name) || (file.size ?? 0) > LONGEST_POINTER) continue;
    const read = await states.head.settings.at(folderOf(path), name);
    if (read.state === 'absent' || !isLfsPointer(new TextEncoder().encode(read.text ?? ''))) continue;
    const isOld = old !== undefined && (await isSameFile(states, old, file));
    if (!isOld) found.push({ code: 'lfs-pointer', path, line: 1, args: {} });
  }
  return found;
}
