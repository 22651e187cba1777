import { asGateError, GateFailure } from '../errors.ts';
import { auditLockfile, diffLockfiles } from '../lockfile/diff.ts';
import { groupBy } from '../text/group-by.ts';
import { hasOthers, managerOf, parseLockfile } from '../managers/index.ts';
import { compareText } from '../text/order.ts';
import { folderOf, foldersAbove, join, normalise } from '../text/paths.ts';
import type { Bundle, Change, GateError, Importer, Lockfile, LockfileSummary, Observation } from '../model/index.ts';
import { disagreements } from './agreement.ts';
import { unmetRequirements } from './answers.ts';
import { overriddenNames } from './overridden-names.ts';
import { bundlesOf } from '../graph/bundles.ts';
import type { FoundLockfile } from './discover.ts';
import type { Manifest } from '../managers/manifest.ts';
import type { ImporterManifests } from './manifests.ts';
import { introduced, unreachable } from './observations.ts';
import { withLinkedEdges, withoutRewritten } from './linked-edges.ts';
import type { LockedFolder } from './locked-folders.ts';
import type { LockedTarball } from './locked-tarballs.ts';
import { lockedTarballs } from './locked-tarballs.ts';
import { lockedFolders } from './locked-folders.ts';
import { folderScriptsIn } from './folder-scripts.ts';
import { OpenLockfile } from './open-lockfile.ts';
import { requestsOf } from './requests-of.ts';
import { openWithManifests } from './open-with-manifests.ts';
import { withOwnNames } from './own-names.ts';
import type { FileReader, Readers } from '../repository/reader.ts';
import { isSame } from '../repository/reader.ts';
import type { State, States } from '../repository/state.ts';
import type { JudgedSettings } from './judged-settings.ts';
import { agreed, settingsAgreement } from './settings-agreement.ts';
import { replacingWorkspaces } from './replacing-workspaces.ts';
import type { ManifestSource } from '../managers/importers.ts';

/** One lockfile's part of the comparison. */
export interface Outcome {
  readonly summary?: LockfileSummary;
  readonly changes: readonly Change[];
  readonly observations: readonly Observation[];
  readonly errors: readonly GateError[];
  readonly bundles?: readonly Bundle[];
  /** The folders (from the repository's root) whose manifests the head's lockfile covers. */
  readonly importers: readonly string[];
  /** Those of the base's lockfile, from the repository's root. */
  readonly baseImporters: readonly string[];
  /** It could not be read, and that is a finding. */
  readonly isTouched?: true;
  /** Those that it installs as dependencies. */
  readonly folders: readonly LockedFolder[];
  /** The tarballs of the repository that it installs. Absent: none. */
  readonly tarballs?: readonly LockedTarball[];
  readonly settings?: JudgedSettings;
}

/** One lockfile on both sides. */
export interface LockfilePair {
  /** What the head is compared with: the base's lockfile at the same path, or the one that it replaces. */
  readonly base: FoundLockfile | undefined;
  readonly head: FoundLockfile;
  readonly manifests: ImporterManifests;
  readonly readers: Readers;
  readonly states: States;
  readonly mode: 'check' | 'audit';
  /** Whether the head still has `base` at its own path: then none of its packages is removed. */
  readonly isKept: boolean;
}

const nothing = { changes: [], observations: [], errors: [], importers: [], baseImporters: [], folders: [] } as const;

/** Compares one lockfile of the head with its predecessor in the base. Never throws a GateFailure. */
export async function compareLockfile(pair: LockfilePair): Promise<Outcome> {
  const { base, head, manifests, readers, mode } = pair;
  let isUnchanged = false;
  try {
    refuseIrregular(head);
    isUnchanged = base?.path === head.path && (await isSame(readers, base.file, head.file));
    const source = {
      of: (importer: string) => manifests.ofHead(importer),
      settings: pair.states.head.settings.in(folderOf(head.path)),
      folders: manifests.foldersOf('head'),
    };
    const parsed = await open(head, pair.states.head, source, isUnchanged || (await isFirst(pair)));
    const opened = parsed.with(await folderScriptsIn(parsed.lockfile, pair.states.head));
    const before = isUnchanged ? opened : await openBase(pair);
    const outcome = await (isUnchanged && mode === 'check'
      ? compareManifests(pair, opened)
      : compareContents(pair, before, opened));
    const isSettled = isUnchanged && outcome.changes.length === 0;
    const status = isSettled || mode === 'audit' ? 'unchanged' : base?.path === head.path ? 'changed' : 'added';
    const { path, format, formatVersion, importers } = opened.lockfile;
    const agreement =
      mode === 'audit' ? agreed : await settingsAgreement(before?.lockfile, opened.lockfile, pair.states);
    const former = before && formerOf(before, opened);
    // An unchanged lockfile of some managers has the importers whose manifests are there.
    const old = isUnchanged && manifests.hasLost() ? await openBase(pair) : before;
    return {
      summary: { path, format, formatVersion, status, packages: opened.packageCount, ...(former && { former }) },
      ...outcome,
      observations: [...outcome.observations, ...agreement.observations],
      errors: [...manifests.errors, ...agreement.errors.filter((error) => !isAmong(error, manifests.errors))],
      importers: importers.map((importer) => importer.path),
      baseImporters: old === undefined ? [] : importerFolders(old.lockfile),
      folders: lockedFolders(opened),
      tarballs: lockedTarballs(opened),
      settings: { base: outcome.settings?.base ?? before?.settings ?? [], head: opened.settings },
    };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    // If the base's lockfile is unreadable too, this change is not to blame, unless it builds on it.
    const isFinding = head.kind.faultsAreFindings === true && cause.code.startsWith('lockfile-');
    const isSecond = isFinding && hasOthers(head.folder, head.kind, (path) => pair.states.head.files.has(path));
    const isOld = isUnchanged && mode === 'check' && (isSecond || !(await manifests.isChanged('')));
    if (isOld) return nothing;
    if (isFinding) {
      const { line = 1 } = cause;
      const args = { program: head.kind.program };
      return { ...nothing, isTouched: true, observations: [{ code: 'unsupported', path: head.path, line, args }] };
    }
    return { ...nothing, errors: [asGateError(cause)] };
  } finally {
    readers.head.forget(head.file);
    readers.base.forget(base?.file);
  }
}

/** The folders of a lockfile's importers, from the repository's root. */
function importerFolders({ path, importers }: Lockfile): readonly string[] {
  return importers.map((importer) => normalise(join(folderOf(path), importer.path)));
}

/** The base's lockfile, if it has another path or format. */
function formerOf({ lockfile: base }: OpenLockfile, { lockfile: head }: OpenLockfile): LockfileSummary['former'] {
  const { path, format } = base;
  return path === head.path && format === head.format ? undefined : { path, format };
}

/** Every package of a removed lockfile, as removed. */
export async function removedLockfile(
  base: FoundLockfile,
  reader: FileReader,
): Promise<Pick<Outcome, 'changes'> & { readonly summary?: LockfileSummary }> {
  try {
    const opened = await open(
      base,
      { reader, files: new Map() },
      { of: () => Promise.resolve(undefined), folders: [] },
    );
    const { path, format, formatVersion } = opened.lockfile;
    return {
      summary: { path, format, formatVersion, status: 'removed', packages: opened.packageCount },
      changes: diffLockfiles(path, opened, undefined),
    };
  } catch (cause) {
    if (cause instanceof GateFailure) return { changes: [] };
    throw cause;
  } finally {
    reader.forget(base.file);
  }
}

const isAmong = ({ path, line }: GateError, errors: readonly GateError[]): boolean =>
  errors.some((each) => each.path === path && each.line === line);

function refuseIrregular({ path, file }: FoundLockfile): void {
  if (file.mode === 'file') return;
  const what = { symlink: 'a symbolic link', gitlink: 'a submodule', folder: 'a folder', special: 'not a file' }[
    file.mode
  ];
  throw new GateFailure(
    'lockfile-not-regular',
    `The lockfile is ${what}, which lockgate never follows; commit a regular file.`,
    {
      path,
    },
  );
}

/**
 * @param manifests read only for a lockfile that does not list all dependencies of its importers
 * @param mayBeEmpty see `parseLockfile`
 */
async function open(
  found: FoundLockfile,
  { reader, files }: Pick<State, 'reader' | 'files'>,
  manifests: ManifestSource,
  mayBeEmpty = false,
): Promise<OpenLockfile> {
  refuseIrregular(found);
  return openWithManifests(
    parseLockfile(found.path, await reader.read(found.file), mayBeEmpty, (path) => files.has(path)),
    manifests,
  );
}

/** Whether an empty lockfile takes the place of none: one that is emptied takes back what was pinned. */
async function isFirst({ base, head, readers, isKept }: LockfilePair): Promise<boolean> {
  if ((await readers.head.read(head.file)).length > 0) return false;
  if (base === undefined || isKept) return true;
  return base.file.mode === 'file' && (await readers.base.read(base.file)).length === 0;
}

/** A base that cannot be read counts as missing: then everything is new, which is the careful answer. */
async function openBase({ base, manifests, states }: LockfilePair): Promise<OpenLockfile | undefined> {
  if (base === undefined) return undefined;
  try {
    const source = {
      of: (importer: string) => manifests.ofBase(importer),
      settings: states.base.settings.in(folderOf(base.path)),
      folders: manifests.foldersOf('base'),
    };
    const opened = await open(base, states.base, source, true);
    return opened.with(await folderScriptsIn(opened.lockfile, states.base));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return undefined;
    throw cause;
  }
}

type Compared = Pick<Outcome, 'changes' | 'observations' | 'bundles' | 'settings'>;

/** For an unchanged lockfile: only manifests can have changed. */
async function compareManifests(pair: LockfilePair, opened: OpenLockfile): Promise<Compared> {
  const changed = new Set(await changedManifests(pair, opened.lockfile.importers));
  const isSettled =
    changed.size === 0 && !(await pair.manifests.isChanged('')) && !(await hasOtherSettings(pair, opened));
  const changes = await changesInFolders(pair, opened);
  if (isSettled) return { changes, observations: [] };
  const before = (await openBase(pair)) ?? opened;
  // What settings pin may differ below one lockfile.
  if (before.settings.length + opened.settings.length > 0) {
    return {
      ...(await compareContents(pair, before, opened)),
      settings: { base: before.settings, head: opened.settings },
    };
  }
  const { importers, observations } = opened.lockfile;
  for (const { path } of changedImporters(before.lockfile.importers, importers)) changed.add(path);
  return {
    changes,
    observations: [
      ...introduced(before.lockfile.observations, observations),
      ...replacingWorkspaces(before, opened),
      ...(await manifestObservations(pair, before, opened, changed)),
    ],
  };
}

/** Folders of the repository that the same lockfile installs, where an install newly runs something in them. */
async function changesInFolders({ states }: LockfilePair, opened: OpenLockfile): Promise<readonly Change[]> {
  if (opened.scripts === undefined) return [];
  const { lockfile, isRootKnown } = opened;
  const before = new OpenLockfile(lockfile, isRootKnown, opened.settings, await folderScriptsIn(lockfile, states.base));
  return diffLockfiles(lockfile.path, before, opened);
}

/** A folder and those above it, the nearest first. */
const foldersUp = (folder: string): readonly string[] => [
  ...new Set([folder, ...foldersAbove(folder).toReversed(), '']),
];

/** Whether a settings file that its manager reads, which may say what specs come to, is not the base's. */
async function hasOtherSettings(
  { base, head, readers, states }: LockfilePair,
  { lockfile }: OpenLockfile,
): Promise<boolean> {
  const { files: names, readsAbove } = managerOf(lockfile.format).settings;
  const old = foldersUp(folderOf(base?.path ?? ''));
  const now = foldersUp(folderOf(head.path));
  const places = names.flatMap((name) => {
    const folders = readsAbove(name) ? Math.max(old.length, now.length) : 1;
    return Array.from({ length: folders }, (_, at) => ({ name, at }));
  });
  const differ = await Promise.all(
    places.map(async ({ name, at }) => {
      const [before, after] = [[states.base, old] as const, [states.head, now] as const].map(([{ files }, folders]) =>
        folders[at] === undefined ? undefined : files.get(join(folders[at], name)),
      );
      if (before === undefined || after === undefined) return before !== after;
      return !(await isSame(readers, before, after));
    }),
  );
  return differ.includes(true);
}

async function compareContents(
  pair: LockfilePair,
  base: OpenLockfile | undefined,
  head: OpenLockfile,
): Promise<Compared> {
  const { path, importers } = head.lockfile;
  const audit = pair.mode === 'audit';
  const ofHead = () => namesOverridden(pair, head);
  const all = audit ? auditLockfile(head) : diffLockfiles(path, base, head);
  const kept = pair.isKept ? all.filter(({ kind }) => kind !== 'removed') : all;
  const changes = audit ? kept : await withLinkedEdges(await unexplained(pair, base, head, kept), head, ofHead);
  const relevant = new Set(audit ? importers.map((each) => each.path) : await changedManifests(pair, importers));
  for (const { path: folder } of changedImporters(base?.lockfile.importers ?? [], importers)) relevant.add(folder);
  const asking = new Map(changes.map((change) => [change, change.kind === 'removed' ? [] : head.askingFor(change)]));
  for (const { importer } of [...asking.values()].flat()) relevant.add(importer);
  const declared = await Promise.all(
    changes.map(async (change) => ({
      ...change,
      ...(audit ? {} : requestsOf(change, head)),
      manifests: await declarations(pair, asking.get(change) ?? []),
    })),
  );
  const lockfiles = [...(base === undefined ? [] : [base.lockfile]), head.lockfile];
  return {
    changes: await withOwnNames(declared, lockfiles, pair.manifests),
    bundles: bundlesOf(head, changes),
    observations: [
      ...introduced(base?.lockfile.observations ?? [], head.lockfile.observations),
      ...unreachable(base, head),
      ...replacingWorkspaces(base, head),
      ...(await unmetRequirements(base, head, ofHead)),
      ...(await manifestObservations(pair, base, head, relevant)),
    ],
  };
}

/** The names that the head's settings may give another version; none where they cannot be read. */
async function namesOverridden({ manifests, states, head }: LockfilePair, { lockfile }: OpenLockfile) {
  return overriddenNames(lockfile, await manifests.ofHead(''), states.head.settings.in(folderOf(head.path)));
}

function unexplained(
  pair: LockfilePair,
  base: OpenLockfile | undefined,
  head: OpenLockfile,
  changes: readonly Change[],
) {
  return withoutRewritten(changes, base, head, async () => {
    const now = await namesOverridden(pair, head);
    const before = base && (await namesOverriddenBefore(pair, base));
    return {
      has: (name) => now.has(name) || before?.has(name) === true,
      isOpen: now.isOpen || before?.isOpen === true,
    };
  });
}

async function namesOverriddenBefore({ manifests, states, base }: LockfilePair, { lockfile }: OpenLockfile) {
  const folder = folderOf(base?.path ?? lockfile.path);
  return overriddenNames(lockfile, await manifests.ofBase(''), states.base.settings.in(folder));
}

async function changedManifests(
  { manifests }: LockfilePair,
  importers: readonly Importer[],
): Promise<ReadonlySet<string>> {
  const changed = await Promise.all(importers.map(({ path }) => manifests.isChanged(path)));
  return new Set(importers.flatMap(({ path }, at) => (changed[at] === true ? path : [])));
}

/** Importers whose dependencies in the lockfile changed. */
function changedImporters(base: readonly Importer[], head: readonly Importer[]): readonly Importer[] {
  const before = new Map(base.map(({ path, requires }) => [path, JSON.stringify(requires)]));
  return head.filter(({ path, requires }) => before.get(path) !== JSON.stringify(requires));
}

async function declarations(
  { manifests }: LockfilePair,
  asking: readonly { readonly importer: string; readonly name: string }[],
): Promise<Change['manifests']> {
  const declared = await Promise.all(
    asking.map(async ({ importer, name }) => {
      const manifest = await manifests.ofHead(importer);
      const line = manifest?.lineOf(name);
      return manifest === undefined || line === undefined ? [] : [{ path: manifest.path, line }];
    }),
  );
  const places = groupBy(declared.flat(), ({ path, line }) => `${path}\n${line}`);
  return [...places.values()]
    .flatMap((same) => same.slice(0, 1))
    .sort((a, b) => compareText(a.path, b.path) || a.line - b.line);
}

/** Disagreements between the head's manifests and lockfile that the base did not have. */
async function manifestObservations(
  pair: LockfilePair,
  base: OpenLockfile | undefined,
  head: OpenLockfile,
  importers: ReadonlySet<string>,
): Promise<readonly Observation[]> {
  if (importers.size === 0) return [];
  // Those above are needed for their workspaces and the root's overrides.
  const known = new Set(head.lockfile.importers.map(({ path }) => path));
  const above = [...importers].flatMap(foldersAbove).filter((folder) => known.has(folder));
  const folders = [...new Set(['', ...importers, ...above])];
  const read = async (of: (importer: string) => Promise<Manifest | undefined>): Promise<Map<string, Manifest>> => {
    const manifests = await Promise.all(folders.map((folder) => of(folder)));
    return new Map(folders.flatMap((folder, at) => (manifests[at] === undefined ? [] : [[folder, manifests[at]]])));
  };
  const after = disagreements(head.lockfile, await read((folder) => pair.manifests.ofHead(folder)));
  if (after.length === 0 || base === undefined || pair.mode === 'audit') return after;
  return introduced(disagreements(base.lockfile, await read((folder) => pair.manifests.ofBaseInPlace(folder))), after);
}
