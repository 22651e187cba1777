import type { SnapshotFile } from '../model/index.ts';
import { folderOf, foldersAbove } from '../text/paths.ts';
import { bunfigEntries } from './bun/bunfig.ts';
import { denoEntries } from './deno/deno-json.ts';
import type { Program } from './manager.ts';
import { manifestSettings } from './manifest-settings.ts';
import { npmrcEntries } from './npm/npmrc.ts';
import type { FoundByName } from './roles.ts';
import type { Setting } from './setting.ts';
import type { EntriesOf } from './setting-entry.ts';
import { affecting } from './setting-entry.ts';
import type { Contents, OwnFile, ReadFile, SettingsName } from './settings-file.ts';
import { isSettingsName } from './settings-files.ts';
import type { SettingsTable } from './settings-table.ts';
import { yamlEntries } from './settings-yaml.ts';
import { yarnrcEntries } from './yarn/yarnrc.ts';
import { lockfileName, managers } from './index.ts';

/**
 * What role a file has for the gate. Of `settings` and `owners` only some lines count; of all others, every byte. A program
 * without `program` is read whichever manager is in use.
 */
export type Watched =
  | { readonly what: 'settings'; readonly name: SettingsName }
  | ({ readonly what: 'program'; readonly program?: Program } & FoundByName)
  | { readonly what: 'owners' | 'policy' | 'approval' | 'workflow' | 'modules' };

/** Corepack, which downloads package managers, takes from this file where it gets them and whose signatures it asks for. */
const COREPACK_SETTINGS = /(?:^|\/)\.corepack\.env$/;

/** The ledger, and what a file system that is blind to case takes for it; the folder itself where something stands in its place. */
const RECORDS = /^\.github\/dependency-approvals(?:\/|$)/i;

/** What npm, pnpm, Yarn and bun build in a project that has it and no install script; its conditions run commands. */
const NODE_GYP = /(?:^|\/)binding\.gyp$/;

/** Whether a package manager reads or runs a file because of its name. */
export function isRead(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isSettingsName(name) || lockfileName(path) !== undefined || isProgram(path) || NODE_GYP.test(path);
}

/** Whether a package manager runs a file because of its place and name. */
export const isProgram = (path: string): boolean =>
  managers.some(({ settings }) => settings.foundByName(path) !== undefined);

/** The folder of the project that a file belongs to, as far as its name tells: that of `.yarn` for a release of Yarn. */
export function homeOf(path: string): string {
  const nearest = foldersAbove(path)
    .toReversed()
    .find((folder) => isProgram(path.slice(folder.length + 1)));
  return isProgram(path) ? (nearest ?? '') : folderOf(path);
}

/** GitHub's lockfile for actions: a workflow that it lists runs the commits that it names. */
export const actionsLockPath = '.github/workflows/actions.lock';

const owners = new Set(['CODEOWNERS', '.github/CODEOWNERS', 'docs/CODEOWNERS']);

/** Whether a reader would take a file for the policy. */
export const isUsualPolicy = (path: string): boolean => /^\.github\/dependency-policy\.ya?ml$/i.test(path);

/**
 * Whether a file can affect installs or the gate, by its path alone. A folder `node_modules` counts only
 * if it is committed: a snapshot that knows its id has it from git.
 * @param policyPaths where this run's policy is, and what it extends
 */
export function watchedAs({ path, mode, id }: SnapshotFile, policyPaths: readonly string[]): Watched | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'node_modules') return mode === 'folder' && id !== undefined ? { what: 'modules' } : undefined;
  if (policyPaths.includes(path) || isUsualPolicy(path)) return { what: 'policy' };
  if (RECORDS.test(path) || (mode !== 'file' && /^\.github$/i.test(path))) return { what: 'approval' };
  if (path === actionsLockPath || /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return { what: 'workflow' };
  if (owners.has(path)) return { what: 'owners' };
  if (COREPACK_SETTINGS.test(path)) return { what: 'program', role: { as: 'settings' }, besideLockfile: true };
  if (NODE_GYP.test(path)) return { what: 'program', role: { as: 'code', kind: 'build' }, besideImporter: true };
  for (const { program, settings } of managers) {
    const found = settings.foundByName(path);
    if (found !== undefined) return { what: 'program', program, ...found };
  }
  return isSettingsName(name) ? { what: 'settings', name } : undefined;
}

/** Manifests count only next to a lockfile: managers read these keys from a project's root. */
export function isIdle(path: string, projects: ReadonlySet<string>): boolean {
  return /(?:^|\/)package\.json$/.test(path) && !projects.has(folderOf(path));
}

const manifestKeys = managers
  .flatMap(({ settings }) => settings.manifestKeys)
  .filter((key, at, keys) => keys.findIndex((each) => each.join() === key.join()) === at);

/** The settings of each file that only package managers read. */
const entriesOf: { readonly [N in OwnFile]: EntriesOf<Contents[N]> } = {
  '.npmrc': npmrcEntries,
  '.yarnrc': yarnrcEntries,
  '.yarnrc.yml': yamlEntries,
  'pnpm-workspace.yaml': yamlEntries,
  'bunfig.toml': bunfigEntries,
  'deno.json': denoEntries,
  'deno.jsonc': denoEntries,
};

/** The tables of the managers that look for settings in a file. */
export function tablesOf(name: OwnFile): readonly SettingsTable[] {
  return managers.flatMap(({ settings: { files, table } }) => (files.includes(name) ? [table] : []));
}

/**
 * The settings in a file that affect installs or the gate: all that no table has as harmless. Undefined if the file
 * counts as a whole.
 */
export function watchedSettings(file: ReadFile<SettingsName>): readonly Setting[] | undefined {
  return isManifest(file) ? manifestSettings(file.value, manifestKeys) : ownSettings(file as ReadFile<OwnFile>);
}

const isManifest = (file: ReadFile<SettingsName>): file is ReadFile<'package.json'> => file.name === 'package.json';

function ownSettings<N extends OwnFile>({ name, value }: ReadFile<N>): readonly Setting[] | undefined {
  const entries = entriesOf[name](value);
  return entries && affecting(entries, tablesOf(name));
}
