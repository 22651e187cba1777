import { GateFailure } from '../../errors.ts';
import type { LockedArchive } from '../../managers/committed.ts';
import type { FileObservation, Observation, SnapshotFile } from '../../model/index.ts';
import type { Contents } from '../../repository/contents.ts';
import { areSameBytes, contentsDigest, differingPaths, sha512Of } from '../../repository/contents.ts';
import type { FileReader } from '../../repository/reader.ts';
import type { State, States } from '../../repository/state.ts';
import { UnusualZip, zipContents } from '../../repository/zip.ts';
import { isLfsPointer } from '../../text/lfs-pointer.ts';
import { groupBy } from '../../text/group-by.ts';
import { folderOf } from '../../text/paths.ts';
import { BudgetSpent, ReadingBudget } from './budget.ts';
import { foldUnshown } from './fold.ts';
import type { Places } from './places.ts';
import { filesBelow } from './places.ts';
import { lockedIn } from './reading.ts';

/** Files that are named of those that a patch changes. */
const MAX_NAMED = 5;

/** An archive whose contents nothing in the repository shows to be right, and why. */
interface Unshown {
  readonly file: SnapshotFile;
  readonly reason: string;
}

/**
 * The archives that this change adds or changes. One that the base branch's lockfile has the SHA-512 of, or that holds what
 * the base branch's archive of the same locator holds, is the base branch's. One of a package from a registry is observed
 * with a digest of its contents, for the registry's tarball to be compared with (see `showArchives`).
 */
export async function archiveObservations(
  places: { readonly base: Places; readonly head: Places },
  states: States,
): Promise<readonly FileObservation[]> {
  const budget = new ReadingBudget(states.head.reader.isRemote);
  const before = archivesIn(states.base, places.base);
  const after = archivesIn(states.head, places.head);
  const observations: FileObservation[] = [];
  const unshown: Unshown[] = [];
  for (const [folder, files] of after) {
    const known = new Map((before.get(folder) ?? []).map((file) => [file.path, file]));
    const open: SnapshotFile[] = [];
    for (const file of files) {
      const old = known.get(file.path);
      if (old === undefined || !(await isUnchanged(states, old, file, budget))) open.push(file);
    }
    if (open.length === 0) continue;
    const comparing: Comparing = {
      ...{ states, budget, files },
      locked: byHash(await lockedIn(states.head.reader, places.head.archives.get(folder) ?? [])),
      formerLocked: byHash(await lockedIn(states.base.reader, [...places.base.archives.values()].flat())),
      formerFiles: [...before.values()].flat(),
    };
    for (const file of open) {
      const found = await look(comparing, file);
      if ('reason' in found) unshown.push(found);
      else observations.push(...found.observations);
    }
  }
  return [...observations, ...folded(unshown)];
}

interface Comparing {
  readonly states: States;
  readonly budget: ReadingBudget;
  /** All archives of the head's folder. */
  readonly files: readonly SnapshotFile[];
  readonly locked: ReadonlyMap<string, readonly LockedArchive[]>;
  readonly formerLocked: ReadonlyMap<string, readonly LockedArchive[]>;
  readonly formerFiles: readonly SnapshotFile[];
}

const NAME = /^(.+)-([0-9a-f]{10})-([^-]+)\.zip$/s;
const byHash = (archives: readonly LockedArchive[]) => groupBy(archives, ({ hash }) => hash);

function archivesIn({ files }: State, { archives }: Places): ReadonlyMap<string, readonly SnapshotFile[]> {
  const found = [...filesBelow(files.values(), new Set(archives.keys()))];
  const zips = found.filter(([folder, { path }]) => /\.zip$/i.test(path) && folderOf(path) === folder);
  return new Map(
    [...groupBy(zips, ([folder]) => folder)].map(([folder, each]) => [folder, each.map(([, file]) => file)]),
  );
}

/** The entry that a file name is of; undefined where there is none, or more than one. */
function entryOf(path: string, locked: Comparing['locked']): LockedArchive | undefined {
  const [, slug = '', hash = ''] = NAME.exec(path.slice(path.lastIndexOf('/') + 1)) ?? [];
  const found = (locked.get(hash) ?? []).filter((each) => slug.startsWith(`${each.slug}-`));
  // Several lockfiles may have the entry, with checksums under different keys.
  const isOne = new Set(found.map(({ name, version }) => `${name}@${version}`)).size === 1;
  return isOne ? found[0] : undefined;
}

const archiveOf = (files: readonly SnapshotFile[], { slug, hash }: Pick<LockedArchive, 'slug' | 'hash'>) =>
  files.filter(({ path }) => {
    const [, start = '', digits] = NAME.exec(path.slice(path.lastIndexOf('/') + 1)) ?? [];
    return digits === hash && start.startsWith(`${slug}-`);
  });

async function look(
  comparing: Comparing,
  file: SnapshotFile,
): Promise<Unshown | { readonly observations: readonly Observation[] }> {
  const { states, locked, formerLocked, formerFiles, budget } = comparing;
  const entry = entryOf(file.path, locked);
  if (entry === undefined) return { file, reason: 'no-entry' };
  if (file.mode !== 'file') return { file, reason: 'not-regular' };
  try {
    const bytes = await archiveBytes(budget, states.head.reader, file);
    const sum = sha512Of(bytes);
    const past = (formerLocked.get(entry.hash) ?? []).filter(({ slug }) => slug === entry.slug);
    if (past.some(({ checksum }) => checksum === sum)) return { observations: [] };
    const contents = contentsOf(bytes, entry.name);
    const digest = contentsDigest(contents);
    for (const old of archiveOf(formerFiles, entry)) {
      if ((await digestOf(comparing, old, entry.name)) === digest) return { observations: [] };
    }
    if (entry.origin === 'registry') return { observations: [pending(file, entry, digest)] };
    if (entry.patched === undefined) return { file, reason: 'no-tarball' };
    // A locator has a digest of its patches, so that one locator never stands for two contents.
    if (past.length > 0 && archiveOf(formerFiles, entry).length > 0) return { file, reason: 'changed-alone' };
    return await patched(comparing, file, contents, entry);
  } catch (cause) {
    return { file, reason: reasonOf(cause) };
  }
}

/** Until the registry's tarball shows the same contents, an archive is one that nothing shows to be right. */
function pending({ path }: SnapshotFile, { name, version }: LockedArchive, contents: string): Observation {
  const reason = 'not-asked';
  return { code: 'archive-unshown', path, line: 1, args: { package: name, release: version, contents, reason } };
}

async function digestOf({ states, budget }: Comparing, file: SnapshotFile, name: string): Promise<string | undefined> {
  try {
    return contentsDigest(contentsOf(await archiveBytes(budget, states.base.reader, file), name));
  } catch (cause) {
    if (cause instanceof UnusualZip) return undefined;
    throw cause;
  }
}

/** What a patched archive changes of the one that it was made from, which is committed beside it and compared itself. */
async function patched(
  { states, budget, files }: Comparing,
  file: SnapshotFile,
  contents: Contents,
  { name, patched: { from, patches } = { from: { slug: '', hash: '' }, patches: [] } }: LockedArchive,
): Promise<Unshown | { readonly observations: readonly Observation[] }> {
  const [source, another] = archiveOf(files, from);
  if (source === undefined || another !== undefined) return { file, reason: 'no-original' };
  const original = contentsOf(await archiveBytes(budget, states.head.reader, source), name);
  const differing = differingPaths(original, contents);
  if (differing.length === 0) return { observations: [] };
  if (patches.length > 0) {
    const declared = await filesOfPatches(states.head, patches);
    if (!differing.every((path) => declared.has(path))) {
      return { file, reason: 'outside-the-patch' };
    }
  }
  const shown = differing.slice(0, MAX_NAMED).join(', ');
  const args = { package: name, count: differing.length, shown };
  return { observations: [{ code: 'archive-patched', path: file.path, line: 1, args }] };
}

/** The files that patches of the repository name. */
async function filesOfPatches({ files, reader }: State, patches: readonly string[]): Promise<ReadonlySet<string>> {
  const named = await Promise.all(
    patches.map(async (path) => {
      const file = files.get(path);
      if (file?.mode !== 'file') return [];
      const text = new TextDecoder().decode(await reader.read(file));
      reader.forget(file);
      return [...text.matchAll(/^(?:--- a|\+\+\+ b)\/(.+?)\r?$/gm)].map(([, name = '']) => name);
    }),
  );
  return new Set(named.flat());
}

const contentsOf = (bytes: Uint8Array, name: string): Contents => zipContents(bytes, `node_modules/${name}/`);

class LfsPointer extends Error {}

async function archiveBytes(budget: ReadingBudget, reader: FileReader, file: SnapshotFile): Promise<Uint8Array> {
  const bytes = await budget.read(reader, file);
  if (isLfsPointer(bytes)) throw new LfsPointer();
  return bytes;
}

/** @throws whatever says nothing about the archive itself */
function reasonOf(cause: unknown): string {
  if (cause instanceof UnusualZip) return `it ${cause.message}`;
  if (cause instanceof LfsPointer) return 'lfs';
  if (cause instanceof BudgetSpent) return 'budget';
  if (cause instanceof GateFailure && cause.code === 'lockfile-too-large') return 'too-large';
  throw cause;
}

async function isUnchanged(
  { base, head }: States,
  before: SnapshotFile,
  after: SnapshotFile,
  budget: ReadingBudget,
): Promise<boolean> {
  if (before.mode !== after.mode) return false;
  if (before.id !== undefined && after.id !== undefined) return before.id === after.id;
  if (before.mode !== 'file') return false;
  try {
    return areSameBytes(await budget.read(base.reader, before), await budget.read(head.reader, after));
  } catch (cause) {
    reasonOf(cause);
    return false;
  }
}

/** Those that nothing shows; many of a folder as one. */
function folded(unshown: readonly Unshown[]): readonly FileObservation[] {
  const each = unshown.map(({ file: { path }, reason }): FileObservation => {
    return { code: 'archive-unshown', path, line: 1, args: { reason } };
  });
  return foldUnshown(each, (path, args, group) => {
    return { code: 'archive-unshown', path, line: 1, args, otherFiles: group.map((one) => one.path) };
  });
}
