import { asGateError, GateFailure } from '../errors.ts';
import { compareText } from '../text/order.ts';
import { folderOf, join, normalise } from '../text/paths.ts';
import type { Change, Comparison, GateError, Observation, Snapshot } from '../model/index.ts';
import { committedObservations } from './committed/index.ts';
import type { Outcome } from './compare-lockfile.ts';
import { compareLockfile, removedLockfile } from './compare-lockfile.ts';
import { tarballObservations } from './locked-tarballs.ts';
import type { FoundLockfile, Inventory } from './discover.ts';
import { emptyInventory, takeInventory } from './discover.ts';
import { excludedFolders } from './excluded-folders.ts';
import { folderObservations, moveObservations } from './folders.ts';
import { enterLinkedFolders } from './linked-folders.ts';
import { ImporterManifests } from './manifests.ts';
import { namedWhereAsked } from './named-files.ts';
import type { Read } from './on-disk.ts';
import { hookFolders } from './own-builds.ts';
import { onDiskObservations } from './on-disk.ts';
import type { Readers } from '../repository/reader.ts';
import { isSame } from '../repository/reader.ts';
import type { States } from '../repository/state.ts';
import { stateOf } from '../repository/state.ts';
import { inOrder } from './observations.ts';
import { withScriptsLeftOut } from './scripts-left-out.ts';
import { settingEdits } from './compare-settings.ts';
import { findPredecessors } from './lockfile-predecessor.ts';
import { unlockedManifests } from './unlocked.ts';

/** More lockfiles are refused altogether: a gate must not check only some of them. */
const MAX_LOCKFILES = 1_000;
/** Lockfiles read at a time: enough to hide the platform's latency, few enough for the memory. */
const AT_A_TIME = 8;

export interface CompareOptions {
  /** Whether the policy gates a lockfile at this path (from the repository's root). */
  readonly isGated: (path: string) => boolean;
  /** Whether `lockfiles.exclude` matches a path. Default: it matches none. */
  readonly isExcluded?: (path: string) => boolean;
  /** `check`: what the head changes. `audit`: everything that the head locks, as if it were added. */
  readonly mode: 'check' | 'audit';
  /** Whether the policy judges two lockfile paths by the same profiles. Default: yes. */
  readonly isJudgedAlike?: (former: string, path: string) => boolean;
  /** The paths of this run's policy, and of what it extends, in both. */
  readonly policyPaths?: readonly string[];
}

/**
 * Compares the lockfiles of two states of a repository. What cannot be
 * read is among the errors, and everything else is still compared. Deterministic: the same snapshots give the
 * same comparison.
 * @param base undefined if there is nothing to compare with: everything is new
 * @throws GateFailure what `Snapshot.list` throws
 */
export async function compareSnapshots(
  base: Snapshot | undefined,
  head: Snapshot,
  options: CompareOptions,
): Promise<Comparison> {
  const { isGated, mode, isJudgedAlike = () => true, policyPaths = ['.github/dependency-policy.yml'] } = options;
  const isLeftOut = excludedFolders(options.isExcluded ?? (() => false));
  const states = { base: await stateOf(base), head: await stateOf(head) };
  await enterLinkedFolders(states, isLeftOut);
  const scope = { isGated, isLeftOut, policyPaths };
  const named = await namedWhereAsked(states, scope);
  const before = takeInventory(states.base, scope, named);
  const after = takeInventory(states.head, scope, named);
  const about = { mode, ...(base !== undefined && { base: base.label }), head: head.label };
  const paths = [...new Set([...before.lockfiles.keys(), ...after.lockfiles.keys()])].sort(compareText);
  if (paths.length > MAX_LOCKFILES) {
    return { ...about, lockfiles: [], changes: [], observations: [], errors: [tooMany(paths.length)] };
  }
  const readers = { base: states.base.reader, head: states.head.reader };
  const formers = await findPredecessors({ base: before, head: after, states, isJudgedAlike });
  const comparing = { before, after, formers, readers, states, mode };
  const outcomes = await eachOf(paths, (path) => comparePath(comparing, path));
  const touched = new Set(outcomes.flatMap((each, at) => (each.touched ? (paths[at] as string) : [])));
  const check = mode === 'check';
  const bundles = outcomes.flatMap((each) => each.bundles ?? []);
  const answered = new Map(
    outcomes.flatMap((each, at) => (each.importers.length > 0 ? [[paths[at] as string, each.importers]] : [])),
  );
  const tarballs: Observation[] = [];
  for (const [at, { tarballs: locked = [], changes }] of check && base !== undefined ? outcomes.entries() : []) {
    tarballs.push(...(await tarballObservations(paths[at] as string, locked, changes, states)));
  }
  const locked = outcomes.flatMap(({ folders }) => folders);
  const changes = outcomes.flatMap((each) => each.changes);
  const { folders: importers, builds } = await hookFolders(outcomes, states.head, [...after.manifests.keys()]);
  const judged = {
    base: outcomes.flatMap((each) => each.settings?.base ?? []),
    head: outcomes.flatMap((each) => each.settings?.head ?? []),
  };
  const settings =
    check && base !== undefined
      ? await settingEdits(before, after, states, policyPaths, { changes, importers, judged, builds })
      : { observations: [], changes: [] };
  return {
    ...about,
    lockfiles: outcomes.flatMap(({ summary }) => summary ?? []),
    changes: [...changes, ...settings.changes],
    observations: [
      ...outcomes.flatMap(({ observations }) => observations),
      ...tarballs,
      ...folderObservations(check ? before : emptyInventory(), after, touched, formers),
      ...(check ? moveObservations(formers) : []),
      ...(check ? await onDiskObservations(...readBy(outcomes, before, after, named, paths), states, isLeftOut) : []),
      ...(check && base !== undefined ? await committedObservations(before, after, states) : []),
      ...settings.observations,
      ...(check ? await unlockedManifests(before, after, states, { answered, locked }, scope) : []),
    ].sort(inOrder),
    errors: outcomes.flatMap(({ errors }) => errors),
    ...(bundles.length > 0 && { bundles }),
  };
}

type Side = Inventory;

interface Comparing {
  readonly before: Side;
  readonly after: Side;
  /** See `findPredecessors`. */
  readonly formers: ReadonlyMap<string, FoundLockfile>;
  readonly readers: Readers;
  readonly states: States;
  readonly mode: 'check' | 'audit';
}

interface PathOutcome extends Outcome {
  /** Whether the head's lockfile at this path differs from the base's. */
  readonly touched: boolean;
}

const nothing = {
  ...{ changes: [], observations: [], errors: [], importers: [], baseImporters: [], folders: [] },
  touched: false,
} as const;

/** What the lockfiles of both states install from. */
function readBy(
  outcomes: readonly PathOutcome[],
  before: Side,
  after: Side,
  named: ReadonlySet<string>,
  paths: readonly string[],
): readonly [base: Read, head: Read] {
  const importers = outcomes.flatMap((each, at) =>
    each.importers.map((importer) => normalise(join(folderOf(paths[at] as string), importer))),
  );
  const folders = outcomes.flatMap((each) => each.folders.map(({ folder }) => folder));
  return [
    { inventory: before, importers: outcomes.flatMap(({ baseImporters }) => baseImporters), folders: [], named },
    { inventory: after, importers, folders, named },
  ];
}

async function comparePath(comparing: Comparing, path: string): Promise<PathOutcome> {
  const { before, after, formers, readers, states, mode } = comparing;
  const head = after.lockfiles.get(path);
  const old = before.lockfiles.get(path);
  if (head === undefined) return old === undefined ? nothing : departed(comparing, old);
  if (head.kind.reading === undefined) return unreadable(comparing, old, head);
  const base = formers.get(path);
  const manifests = new ImporterManifests(base?.path ?? path, path, before, after, states);
  const isKept = base !== undefined && base.path !== path && after.lockfiles.has(base.path);
  const outcome = await compareLockfile({ base, head, manifests, readers, states, mode, isKept });
  const { summary, errors } = outcome;
  const isFaulty = errors.length > 0 || outcome.isTouched === true;
  const isTouched = summary === undefined ? isFaulty : summary.status !== 'unchanged';
  const changes = mode === 'check' ? await withScripts(comparing, head, outcome) : outcome.changes;
  return { ...outcome, changes, touched: mode === 'audit' || isTouched };
}

function withScripts(
  { states }: Comparing,
  { folder }: FoundLockfile,
  { changes, importers, summary }: Outcome,
): Promise<readonly Change[]> | readonly Change[] {
  return summary === undefined
    ? changes
    : withScriptsLeftOut(changes, { format: summary.format, folder, importers, states });
}

/** What a removed lockfile had locked; if another replaces it, that one is compared with it instead. */
async function departed({ formers, readers }: Comparing, old: FoundLockfile): Promise<PathOutcome> {
  if (old.kind.reading === undefined) return nothing;
  const { summary, changes } = await removedLockfile(old, readers.base);
  const isSucceeded = [...formers.values()].includes(old);
  return { ...nothing, ...(summary && { summary }), changes: isSucceeded ? [] : changes };
}

/** A lockfile that this version cannot read is judged as a whole if it is new or changed; otherwise it is ignored. */
async function unreadable(
  { readers, mode }: Comparing,
  old: FoundLockfile | undefined,
  head: FoundLockfile,
): Promise<PathOutcome> {
  const { program } = head.kind;
  try {
    if (mode === 'check' && old !== undefined && (await isSame(readers, old.file, head.file))) return nothing;
    return {
      ...nothing,
      observations: [{ code: 'unsupported', path: head.path, line: 1, args: { program } }],
      touched: true,
    };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { ...nothing, errors: [asGateError(cause)], touched: true };
  } finally {
    readers.head.forget(head.file);
    readers.base.forget(old?.file);
  }
}

function tooMany(count: number): GateError {
  return asGateError(
    new GateFailure(
      'too-many-lockfiles',
      `There are ${count} lockfiles, more than ${MAX_LOCKFILES}; leave some out by \`lockfiles\` in the policy.`,
    ),
  );
}

/** Works on some items at a time; the outcomes have the order of the items. */
async function eachOf<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const outcomes: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of queue) outcomes[at] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return outcomes;
}
