import { GateFailure } from '../errors.ts';
import { BINDING_GYP } from '../managers/own-build.ts';
import type { Watched } from '../managers/watched.ts';
import { actionsLockPath, homeOf, isIdle, isRead, watchedAs } from '../managers/watched.ts';
import type { Change, FileObservation, Observation, SnapshotFile } from '../model/index.ts';
import type { FileReader, Readers } from '../repository/reader.ts';
import { isSame } from '../repository/reader.ts';
import type { States } from '../repository/state.ts';
import { compareText } from '../text/order.ts';
import { readName } from '../text/record-name.ts';
import { folderOf, foldersAbove, join, normalise } from '../text/paths.ts';
import { botObservations } from './bot-observations.ts';
import { catalogUses } from './catalog-edits.ts';
import { changedSettings, wholeFile } from './changed-settings.ts';
import type { Inventory } from './discover.ts';
import { namedManagerEdits } from './named-managers.ts';
import { ownersSettings } from './owners-settings.ts';
import { programObservations, withoutNaming } from './program-observations.ts';
import type { BuiltFolders } from './own-builds.ts';
import type { JudgedSettings } from './judged-settings.ts';
import type { Judging } from './setting-observations.ts';
import { observeSettings } from './setting-observations.ts';

type Found = Pick<Inventory, 'settings' | 'lockfiles' | 'manifests'>;
type Side = keyof States;

/** A settings file is a few lines; a larger one counts as a whole. */
const MAX_BYTES = 256 * 1024;

/** What the settings are judged beside: what this change locks, and the folders that its lockfiles install for. */
export interface Project {
  readonly changes: readonly Change[];
  /** From the repository's root. */
  readonly importers: readonly string[];
  readonly judged: JudgedSettings;
  readonly builds: BuiltFolders;
}

export interface SettingEdits {
  readonly observations: readonly FileObservation[];
  /** Package managers of another version. */
  readonly changes: readonly Change[];
}

/**
 * What the head changes that affects installs (`override-changed`) or the gate: at most one
 * observation for each file and code. A file that is malformed or too large counts as changed as a whole; nothing here throws
 * because of a pull request's content.
 * @throws GateFailure `repository-unavailable`
 */
export async function settingEdits(
  base: Found,
  head: Found,
  states: States,
  policyPaths: readonly string[],
  { changes, importers, judged, builds }: Project,
): Promise<SettingEdits> {
  const lockfiles = new Map([...base.lockfiles, ...head.lockfiles]);
  const projects = new Set(['', ...[...lockfiles.values()].map(({ folder }) => folder)]);
  const readers = { base: states.base.reader, head: states.head.reader };
  const locked = new Set(
    changes.flatMap(({ kind, name, version }) => (kind === 'removed' ? [] : `${name}@${version}`)),
  );
  const installed = new Set([...projects, ...importers]);
  const manifests = [...installed];
  let uses: Promise<ReadonlySet<string>> | undefined;
  const judging: Judging = {
    states,
    beside: (folder) => ({
      isFile: (path) => states.head.files.has(normalise(join(folder, path))),
      isLocked: (name, version) => locked.has(`${name}@${version}`),
    }),
    uses: () => (uses ??= catalogUses(states.head, manifests)),
    manifests,
    judged,
    builds,
  };
  const observations: FileObservation[] = [];
  const managers: Change[] = [];
  // What the policy leaves out is installed for all the same where a lockfile that it gates lists it.
  const own = importers.map((folder) => join(folder, 'package.json'));
  const paths = [...new Set([...base.settings.keys(), ...head.settings.keys(), ...own])].sort(compareText);
  for (const path of paths) {
    const [before, after] = [base, head].map(({ settings, manifests: all }) => settings.get(path) ?? all.get(path));
    const file = after ?? before;
    const watched = file && watchedAs(file, policyPaths);
    if (watched === undefined || watched.what === 'program') continue;
    const isRoot = !isIdle(path, projects);
    if (!isRoot && !installed.has(folderOf(path))) continue;
    if (isSeenElsewhere(before, after, states, installed)) continue;
    const isSettled = !isBuiltAnew(path, states, builds) && before !== undefined && after !== undefined;
    if (isSettled && (await isUnchanged(watched, readers, before, after))) continue;
    const found = await observe(path, watched, before, after, judging);
    observations.push(...(isRoot ? found : found.filter(({ code }) => isOfHook(code))));
    if (watched.what === 'settings' && watched.name === 'package.json') {
      // Corepack asks the nearest manifest of where it is started, which may be that of a workspace.
      const own = new Set(isRoot ? [folderOf(path)] : ['', ...foldersAbove(folderOf(path))]);
      const programs = [...lockfiles.values()].flatMap(({ folder, kind }) => (own.has(folder) ? [kind.program] : []));
      const named = await namedManagerEdits(path, states, new Set(programs));
      observations.push(...named.observations);
      managers.push(...named.changes);
    }
    readers.base.forget(before);
    readers.head.forget(after);
  }
  const where = { projects, lockfiles, importers: installed, policyPaths };
  const programs = await programObservations(base, head, states, where);
  const bots = await botObservations(states);
  return { observations: withoutNaming([...observations, ...programs, ...bots]), changes: managers };
}

/**
 * Whether a file that is reached through a link is reported at its own place, or is read by no manager: one behind a link to a
 * folder counts only where that folder has a lockfile or is a workspace.
 * @param installed the folders that managers install for
 */
function isSeenElsewhere(
  before: SnapshotFile | undefined,
  after: SnapshotFile | undefined,
  { base, head }: States,
  installed: ReadonlySet<string>,
): boolean {
  const [was, is] = [before?.leadsTo?.path, after?.leadsTo?.path];
  if (was === undefined && is === undefined) return false;
  const { path } = (after ?? before) as SnapshotFile;
  const isLink = base.listed.has(path) || head.listed.has(path);
  if (!isLink && !installed.has(homeOf(path))) return true;
  return was === is && is !== undefined && isRead(is) && !isIdle(is, installed);
}

/** Whether the folder of a manifest gains what its package manager builds. */
function isBuiltAnew(path: string, { base, head }: States, builds: BuiltFolders): boolean {
  const file = join(folderOf(path), BINDING_GYP);
  return isManifest(path) && builds.has(folderOf(path)) && head.files.has(file) && !base.files.has(file);
}

const isManifest = (path: string) => /(?:^|\/)package\.json$/.test(path);

const isOfHook = (code: string) => code === 'program-added' || code === 'program-changed';

async function isUnchanged(
  { what }: Watched,
  readers: Readers,
  before: SnapshotFile,
  after: SnapshotFile,
): Promise<boolean> {
  // A folder that is not entered is known by its tree alone.
  if (what === 'modules') return before.mode === after.mode && before.id === after.id;
  try {
    return await isSame(readers, before, after);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return false;
    throw cause;
  }
}

async function observe(
  path: string,
  watched: Exclude<Watched, { what: 'program' }>,
  before: SnapshotFile | undefined,
  after: SnapshotFile | undefined,
  judging: Judging,
): Promise<readonly FileObservation[]> {
  const { base, head } = judging.states;
  const how = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const whole = (code: Observation['code']): readonly Observation[] => [{ code, path, line: 1, args: { how } }];
  switch (watched.what) {
    case 'policy':
      return whole('policy-changed');
    case 'approval':
      return [{ code: recordCode(path, before, after), path, line: 1, args: { how } }];
    case 'modules':
      return after === undefined
        ? []
        : [{ code: 'modules-committed', path, line: 1, args: before === undefined ? {} : { how } }];
    case 'workflow': {
      const texts = await Promise.all([textOf(base.reader, before), textOf(head.reader, after)]);
      const parts = path === actionsLockPath ? texts.map((text) => text && gateEntries(text)) : texts;
      if (parts.every((part) => part !== undefined) && parts[0] === parts[1]) return [];
      return parts.some((part) => part === undefined || usesGate(part)) ? whole('workflow-changed') : [];
    }
    case 'owners': {
      const [old, now] = await Promise.all([textOf(base.reader, before), textOf(head.reader, after)]);
      const owned = (text: string | undefined, side: Side) =>
        text === undefined ? [wholeFile(side)] : ownersSettings(text);
      return changedSettings(path, owned(old, 'base'), owned(now, 'head'));
    }
    case 'settings':
      return observeSettings(path, watched.name, judging);
  }
}

/** Records are added and never changed: each is a plain file with the name of its artifact. */
function recordCode(path: string, before: SnapshotFile | undefined, after: SnapshotFile | undefined) {
  if (before !== undefined || after === undefined) return 'record-altered';
  const isRecord = after.mode === 'file' && after.executable !== true && after.leadsTo === undefined;
  return isRecord && readName(path) !== undefined ? 'record-unproven' : 'record-misplaced';
}

/** Whether a workflow uses the gate: as an action, as a package, or as its bundle. */
const usesGate = (text: string): boolean => /lockgate/i.test(text.replaceAll(/^\s*#.*$/gm, ''));

/**
 * The entries of GitHub's lockfile for actions that name the gate: those of other actions change every week. The whole text
 * where it is not written as GitHub's own tool writes it.
 */
function gateEntries(text: string): string {
  const plain = text.replaceAll(/^\s*#.*$/gm, '');
  if (/[{[&*|>\\]/.test(plain)) return text;
  const lines = plain.split('\n').filter((line) => line.trim() !== '');
  const depths = lines.map((line) => line.length - line.trimStart().length);
  const first = Math.min(...depths.filter((depth) => depth > 0));
  const entries: string[][] = [];
  for (const [at, line] of lines.entries()) {
    if ((depths[at] ?? 0) <= first) entries.push([]);
    entries.at(-1)?.push(line);
  }
  return entries
    .map((entry) => entry.join('\n'))
    .filter(usesGate)
    .join('\n');
}

/** Empty for a missing file; undefined for one that is not a regular file, not UTF-8, or too large. */
async function textOf(reader: FileReader, file: SnapshotFile | undefined): Promise<string | undefined> {
  if (file === undefined) return '';
  if (file.mode !== 'file' || (file.size ?? 0) > MAX_BYTES) return undefined;
  try {
    const bytes = await reader.read(file);
    return bytes.length > MAX_BYTES ? undefined : utf8(bytes);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return undefined;
    throw cause;
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
