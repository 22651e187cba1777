import { GateFailure } from '../errors.ts';
import { compareText } from '../text/order.ts';
import { folderOf, foldersAbove, join, normalise } from '../text/paths.ts';
import type { Change, FileObservation, Observation, SnapshotFile } from '../model/index.ts';
import type { Inventory } from './discover.ts';
import type { FileReader, Readers } from '../repository/reader.ts';
import { isSame } from '../repository/reader.ts';
import type { States } from '../repository/state.ts';
import { catalogUses, isCatalog, isPlainCatalogEdit } from './catalog-edits.ts';
import type { GradeSetting } from './changed-settings.ts';
import { changedSettings, wholeFile } from './changed-settings.ts';
import { digestOfText } from './digest-of.ts';
import type { Beside, Grade } from '../managers/grading.ts';
import { gradeOf } from '../managers/grading.ts';
import { lockfileName } from '../managers/index.ts';
import { namedManagerEdits, namedVersions } from './named-managers.ts';
import { programEdits } from './program-edits.ts';
import { programsByName, programsNamed } from './programs.ts';
import { rolesIn } from '../managers/tables.ts';
import { written } from '../managers/setting-entry.ts';
import { settingValue } from '../managers/setting-values.ts';
import type { Setting } from '../managers/setting.ts';
import { WHOLE_FILE } from '../managers/setting.ts';
import type { Readable, SettingsName } from '../managers/settings-file.ts';
import type { Watched } from '../managers/watched.ts';
import { isIdle, watchedAs, watchedSettings } from '../managers/watched.ts';
import { ownersSettings } from './owners-settings.ts';

type Found = Pick<Inventory, 'settings' | 'lockfiles' | 'manifests'>;
type Side = keyof States;

/** A settings file is a few lines; a larger one counts as a whole. */
const MAX_BYTES = 256 * 1024;

/** What the settings are judged beside: what this change locks, and the folders that its lockfiles install for. */
export interface Project {
  readonly changes: readonly Change[];
  /** From the repository's root. */
  readonly importers: readonly string[];
}

export interface SettingEdits {
  readonly observations: readonly FileObservation[];
  /** Package managers of another version. */
  readonly changes: readonly Change[];
}

interface Judging {
  readonly states: States;
  readonly beside: (folder: string) => Beside;
  readonly uses: () => Promise<ReadonlySet<string>>;
  /** The folders of all manifests that an install reads. */
  readonly manifests: readonly string[];
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
  policyPath: string,
  { changes, importers }: Project,
): Promise<SettingEdits> {
  const lockfiles = new Map([...base.lockfiles, ...head.lockfiles]);
  const projects = new Set(['', ...[...lockfiles.values()].map(({ folder }) => folder)]);
  const readers = { base: states.base.reader, head: states.head.reader };
  const locked = new Set(changes.flatMap(({ kind, name, version }) => (kind === 'removed' ? [] : `${name}@${version}`)));
  const manifests = [...new Set([...projects, ...importers])];
  let uses: Promise<ReadonlySet<string>> | undefined;
  const judging: Judging = {
    states,
    beside: (folder) => ({
      isFile: (path) => states.head.files.has(normalise(join(folder, path))),
      isLocked: (name, version) => locked.has(`${name}@${version}`),
    }),
    uses: () => (uses ??= catalogUses(states.head, manifests)),
    manifests,
  };
  const observations: FileObservation[] = [];
  const managers: Change[] = [];
  const paths = [...new Set([...base.settings.keys(), ...head.settings.keys()])].sort(compareText);
  for (const path of paths) {
    const [before, after] = [base.settings.get(path), head.settings.get(path)];
    const file = after ?? before;
    const watched = file && watchedAs(file, policyPath);
    if (watched === undefined || watched.what === 'program') continue;
    const isRoot = !isIdle(path, projects);
    if (!isRoot && !importers.includes(folderOf(path))) continue;
    if (before !== undefined && after !== undefined && (await isUnchanged(watched, readers, before, after))) continue;
    const found = await observe(path, watched, before, after, judging);
    observations.push(...(isRoot ? found : found.filter(({ code }) => isOfHook(code))));
    if (isRoot && watched.what === 'settings' && watched.name === 'package.json') {
      const folder = folderOf(path);
      const programs = [...lockfiles.values()].flatMap(({ folder: at, kind }) => (at === folder ? [kind.program] : []));
      const named = await namedManagerEdits(path, states, new Set(programs));
      observations.push(...named.observations);
      managers.push(...named.changes);
    }
    readers.base.forget(before);
    readers.head.forget(after);
  }
  const programs = await programObservations(base, head, states, { projects, lockfiles, policyPath });
  return { observations: withoutNaming([...observations, ...programs]), changes: managers };
}

const isOfHook = (code: string) => code === 'program-added' || code === 'program-changed';

interface Folders {
  readonly projects: ReadonlySet<string>;
  readonly lockfiles: Found['lockfiles'];
  readonly policyPath: string;
}

async function programObservations(
  base: Found,
  head: Found,
  states: States,
  { projects, lockfiles, policyPath }: Folders,
): Promise<readonly FileObservation[]> {
  const byName = {
    base: programsByName(base, lockfiles, policyPath),
    head: programsByName(head, lockfiles, policyPath),
  };
  // Settings are read only if something may have changed that a setting can name.
  const named = mayNameChanged(states)
    ? { base: await programsNamed(states.base, projects), head: await programsNamed(states.head, projects) }
    : { base: new Map(), head: new Map() };
  const sides = {
    base: new Map([...byName.base, ...named.base]),
    head: new Map([...byName.head, ...named.head]),
  };
  const versions = new Map<string, readonly string[]>();
  for (const { named: by } of sides.head.values()) {
    const folder = by && folderOf(by.path);
    if (folder === undefined || versions.has(folder)) continue;
    versions.set(folder, await namedVersions(states.head, folder));
  }
  return programEdits(sides, states, (folder) => versions.get(folder) ?? []);
}

/** Whether the two states differ in a file that is neither a manifest nor a lockfile. */
function mayNameChanged({ base, head }: States): boolean {
  const differs = (path: string) => {
    const [before, after] = [base.files.get(path), head.files.get(path)];
    return before?.id === undefined || before.id !== after?.id || before.mode !== after.mode;
  };
  return [...new Set([...base.files.keys(), ...head.files.keys()])].some(
    (path) => differs(path) && !/(?:^|\/)package\.json$/.test(path) && lockfileName(path) === undefined,
  );
}

/** A setting that names a committed release is told with the release. */
function withoutNaming(observations: readonly FileObservation[]): readonly FileObservation[] {
  const told = new Set(
    observations.flatMap(({ code, args }) => (code === 'manager-unverified' && 'in' in args ? [`${args.in}\n${args.by}`] : [])),
  );
  return observations.filter(({ code, path, args }) => {
    const only = args.added ?? args.changed;
    const isOne = (args.added === undefined) !== (args.changed === undefined) && args.removed === undefined;
    return code !== 'manager-replaced' || !isOne || !told.has(`${path}\n${only}`);
  });
}

async function isUnchanged(
  { what }: Watched,
  readers: Readers,
  before: SnapshotFile,
  after: SnapshotFile,
): Promise<boolean> {
  if (what === 'modules') return true;
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
      return whole('approval-changed');
    case 'modules':
      return after === undefined ? [] : [{ code: 'modules-committed', path, line: 1, args: {} }];
    case 'workflow': {
      const texts = await Promise.all([textOf(base.reader, before), textOf(head.reader, after)]);
      return texts.some((text) => text === undefined || usesGate(text)) ? whole('workflow-changed') : [];
    }
    case 'owners': {
      const [old, now] = await Promise.all([textOf(base.reader, before), textOf(head.reader, after)]);
      const owned = (text: string | undefined, side: Side) =>
        text === undefined ? [wholeFile(side)] : ownersSettings(text);
      return changedSettings(path, owned(old, 'base'), owned(now, 'head'));
    }
    case 'patch':
      return (await isPatched(path, judging)) ? whole('program-changed') : [];
    case 'settings':
      return observeSettings(path, watched.name, judging);
  }
}

async function observeSettings(path: string, name: SettingsName, judging: Judging): Promise<readonly Observation[]> {
  const { base, head } = judging.states;
  const folder = folderOf(path);
  const [old, now] = await Promise.all([base.settings.at(folder, name), head.settings.at(folder, name)]);
  const [before, after] = [said(old, 'base'), said(now, 'head')];
  const uses = after.some(({ key }) => isCatalog(key)) ? await judging.uses() : new Set<string>();
  const grade: GradeSetting = (key, affects) => {
    if (affects === 'override') return isPlainCatalogEdit(key, old, now, uses) ? undefined : 'override-changed';
    if (key === WHOLE_FILE) return mayReplaceManager(name, old, now, judging.beside(folder)) ? 'manager-replaced' : 'setting-changed';
    const edit = { name, key, before: valueIn(old, key), after: valueIn(now, key) };
    return codeOf[gradeOf(edit, judging.beside(folder))];
  };
  const hooks = hookEdits(path, before, after, await hasHooks(after, before, judging));
  return [...changedSettings(path, before, after, grade), ...hooks];
}

/**
 * Whether a file that counts as a whole may replace the package manager: a setting that can do so differs, or a file that
 * could be read before may name one and cannot be read any more.
 */
function mayReplaceManager(
  name: SettingsName,
  old: Readable<SettingsName>,
  now: Readable<SettingsName>,
  beside: Beside,
): boolean {
  if (now.state === 'absent' || name === 'package.json') return false;
  const keys = [...rolesIn(name).keys()];
  if (now.state === 'unreadable') {
    const { why, text } = now;
    // A key is written as it is read, or with an escape.
    const isNamed = text === undefined || text.includes('\\') || keys.some((key) => text.split(/[^\w-]+/).includes(key.replace(/^-+/, '')));
    return old.state !== 'unreadable' && why !== 'not-regular' && isNamed;
  }
  return keys.some((key) => {
    const [before, after] = [valueIn(old, key), settingValue(now, key)];
    return written(before) !== written(after) && gradeOf({ name, key, before, after }, beside) === 'manager';
  });
}

const codeOf = {
  nothing: undefined,
  note: 'setting-noted',
  gate: 'setting-changed',
  manager: 'manager-replaced',
} as const satisfies Record<Grade, Observation['code'] | undefined>;

const valueIn = (file: Readable<SettingsName>, key: string) =>
  file.state === 'read' ? settingValue(file, key) : undefined;

const isHook = ({ affects }: Setting) => affects === 'hook';

/** Whether a manifest of the base branch has an install hook; only asked if the head gives one to this manifest. */
async function hasHooks(
  after: readonly Setting[],
  before: readonly Setting[],
  { states: { base }, manifests }: Judging,
): Promise<boolean> {
  if (!after.some(isHook) || before.some(isHook)) return true;
  for (const folder of manifests) {
    const file = await base.settings.at(folder, 'package.json');
    if (file.state === 'read' && watchedSettings(file)?.some(isHook) === true) return true;
  }
  return false;
}

/** The project's own install hooks that are new or changed. */
function hookEdits(
  path: string,
  before: readonly Setting[],
  after: readonly Setting[],
  isKnown: boolean,
): readonly Observation[] {
  const edited = after.filter(
    (each) => isHook(each) && !before.some((old) => old.key === each.key && old.value === each.value),
  );
  const [first] = edited;
  if (first === undefined) return [];
  const code = isKnown ? 'program-changed' : 'program-added';
  const keys = edited.map(({ key }) => key).join(', ');
  const digest = digestOfText(JSON.stringify(edited.map(({ key, value }) => [key, value])));
  return [{ code, path, line: first.line, args: { keys, digest } }];
}

/** Whether a manifest above a patch has `patch-package`, which applies it to what is installed. */
async function isPatched(path: string, { states, manifests }: Judging): Promise<boolean> {
  const above = new Set(['', ...foldersAbove(folderOf(path)), folderOf(path)]);
  for (const folder of manifests.filter((each) => above.has(each))) {
    for (const { settings } of [states.base, states.head]) {
      const file = await settings.at(folder, 'package.json');
      if (file.state === 'read' && file.text.includes('"patch-package"')) return true;
    }
  }
  return false;
}

/** Whether a workflow uses the gate: as an action, as a package, or as its bundle. */
const usesGate = (text: string): boolean => /lockgate/i.test(text.replaceAll(/^\s*#.*$/gm, ''));

/** A YAML file that counts as a whole also counts as overrides if it mentions them. */
const MAY_OVERRIDE = /overrides|packageExtensions|patchedDependencies|catalog/;

/**
 * The settings in a file. One that cannot be read, is too large, or is in an unusual form counts as a
 * whole.
 * @param side stands for the text of an unreadable file, because the two files are known to differ
 */
function said(file: Readable<SettingsName>, side: Side): readonly Setting[] {
  if (file.state === 'absent' || file.text === '') return [];
  const { path, text = '' } = file;
  const isLarge = (file.size ?? Infinity) > MAX_BYTES;
  const settings = file.state === 'read' && !isLarge ? watchedSettings(file) : undefined;
  if (settings !== undefined) return settings;
  // If the bytes are not UTF-8, the text is a guess, and different bytes may give the same text.
  const whole = wholeFile(isLarge || text.includes('\uFFFD') ? side : text);
  return /\.ya?ml$/.test(path) && MAY_OVERRIDE.test(text) ? [whole, { ...whole, affects: 'override' }] : [whole];
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
