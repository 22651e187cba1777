import { changedSettings } from './changed-settings.ts';
import type { PinnedSetting } from '../managers/importers.ts';
import { rolesIn } from '../managers/tables.ts';
import type { Beside, Grade } from '../managers/grading.ts';
import { gradeOf } from '../managers/grading.ts';
import { looseningOf } from '../managers/loosening.ts';
import { written } from '../managers/setting-entry.ts';
import { settingValue, unknownKeys } from '../managers/setting-values.ts';
import type { Setting } from '../managers/setting.ts';
import { WHOLE_FILE } from '../managers/setting.ts';
import type { Readable, SettingsName } from '../managers/settings-file.ts';
import { watchedSettings } from '../managers/watched.ts';
import type { Observation } from '../model/index.ts';
import type { Loosening } from '../model/loosening.ts';
import { loosenings } from '../model/loosening.ts';
import type { States } from '../repository/state.ts';
import { folderOf } from '../text/paths.ts';
import { isCatalog, isPlainCatalogEdit } from './catalog-edits.ts';
import type { BuiltFolders } from './own-builds.ts';
import { ownBuild } from './own-builds.ts';
import type { GradeSetting } from './changed-settings.ts';
import { wholeFile } from './changed-settings.ts';
import { digestOfText } from './digest-of.ts';
import type { JudgedSettings } from './judged-settings.ts';

/** What the settings of one file are judged beside. */
export interface Judging {
  readonly states: States;
  readonly beside: (folder: string) => Beside;
  readonly uses: () => Promise<ReadonlySet<string>>;
  /** The folders of all manifests that an install reads. */
  readonly manifests: readonly string[];
  readonly judged: JudgedSettings;
  readonly builds: BuiltFolders;
}

const MAX_BYTES = 256 * 1024;
type Side = keyof States;

/** What one settings file changes: at most one observation for each code. */
export async function observeSettings(
  path: string,
  name: SettingsName,
  judging: Judging,
): Promise<readonly Observation[]> {
  const { base, head } = judging.states;
  const folder = folderOf(path);
  const [old, now] = await Promise.all([base.settings.at(folder, name), head.settings.at(folder, name)]);
  const { judged } = judging;
  const without = (settings: readonly Setting[], some: readonly PinnedSetting[]) =>
    settings.filter(({ key }) => !some.some((each) => each.path === path && each.key === key));
  // What the base's value was says nothing of a value of the head that is not judged.
  const before = without(said(old, 'base'), [...judged.base, ...judged.head]);
  const after = without(said(now, 'head'), judged.head);
  const uses = after.some(({ key }) => isCatalog(key)) ? await judging.uses() : new Set<string>();
  const looser: Loosening[] = [];
  const grade: GradeSetting = (key, affects) => {
    if (affects === 'override') return isPlainCatalogEdit(key, old, now, uses) ? undefined : 'override-changed';
    if (key === WHOLE_FILE) {
      return mayReplaceManager(name, old, now, judging.beside(folder)) ? 'manager-replaced' : 'setting-changed';
    }
    const edit = { name, key, before: valueIn(old, key), after: valueIn(now, key) };
    const code = codeOf[gradeOf(edit, judging.beside(folder))];
    const found = code === 'setting-changed' ? looseningOf(edit) : undefined;
    if (found !== undefined) looser.push(found);
    return code;
  };
  const hooks = await hookEdits(path, before, after, judging);
  const changed = changedSettings(path, before, after, grade);
  return [...(looser.length === 0 ? changed : changed.map((each) => withLoosenings(each, looser))), ...hooks];
}

/** The observation with what its settings do to the package managers' own limits. */
function withLoosenings(observation: Observation, looser: readonly Loosening[]): Observation {
  if (observation.code !== 'setting-changed') return observation;
  return { ...observation, args: { ...observation.args, loosens: loosenings(looser) } };
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
    const isNamed =
      text === undefined ||
      text.includes('\\') ||
      keys.some((key) => text.split(/[^\w-]+/).includes(key.replace(/^-+/, '')));
    return old.state !== 'unreadable' && why !== 'not-regular' && isNamed;
  }
  const known = new Set(old.state === 'read' ? unknownKeys(old) : []);
  if (unknownKeys(now).some((key) => !known.has(key))) return true;
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

/** Whether the base branch has an install hook, in this manifest (`own`) or another. */
async function hasHooks(own: readonly Setting[], { states: { base }, manifests, builds }: Judging): Promise<boolean> {
  if (own.length > 0) return true;
  for (const folder of manifests) {
    const file = await base.settings.at(folder, 'package.json');
    if (file.state === 'read' && watchedSettings(file)?.some(isHook) === true) return true;
    if ((await ownBuild(base, folder, builds)) !== undefined) return true;
  }
  return false;
}

async function hooksOf(
  path: string,
  settings: readonly Setting[],
  state: States['head'],
  builds: BuiltFolders,
): Promise<readonly Setting[]> {
  const build = path.endsWith('package.json') ? await ownBuild(state, folderOf(path), builds) : undefined;
  return [...settings.filter(isHook), ...(build === undefined ? [] : [build])];
}

/** The project's own install hooks that are new or changed; what a `binding.gyp` stands for is one. */
async function hookEdits(
  path: string,
  before: readonly Setting[],
  after: readonly Setting[],
  judging: Judging,
): Promise<readonly Observation[]> {
  const { states, builds } = judging;
  const [old, now] = [
    await hooksOf(path, before, states.base, builds),
    await hooksOf(path, after, states.head, builds),
  ];
  const edited = now.filter((each) => !old.some(({ key, value }) => key === each.key && value === each.value));
  const [first] = edited;
  if (first === undefined) return [];
  const code = (await hasHooks(old, judging)) ? 'program-changed' : 'program-added';
  const keys = edited.map(({ key }) => key).join(', ');
  const digest = digestOfText(JSON.stringify(edited.map(({ key, value }) => [key, value])));
  return [{ code, path, line: first.line, args: { keys, digest } }];
}

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
