import type { SnapshotFile } from '../model/index.ts';
import { folderOf } from '../text/paths.ts';
import { manifestSettings } from './manifest-settings.ts';
import type { Setting } from './setting.ts';
import type { ReadFile, SettingsName } from './settings-file.ts';
import { isSettingsName } from './settings-files.ts';
import { managers } from './index.ts';

/** What role a file has for the gate. Of `settings` and `owners` only some lines count; of all others, every byte. */
export type Watched =
  | { readonly what: 'settings'; readonly name: SettingsName }
  | { readonly what: 'owners' | 'policy' | 'approval' | 'workflow' | 'program' | 'modules' };

/** GitHub's lockfile for actions: a workflow that it lists runs the commits that it names. */
export const actionsLockPath = '.github/workflows/actions.lock';

const owners = new Set(['CODEOWNERS', '.github/CODEOWNERS', 'docs/CODEOWNERS']);

/**
 * Whether a file can affect installs or the gate, by its path alone. A folder `node_modules` counts only
 * if it is committed: a snapshot that knows its id has it from git.
 * @param policyPath the path of this run's policy
 */
export function watchedAs({ path, mode, id }: SnapshotFile, policyPath: string): Watched | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'node_modules') return mode === 'folder' && id !== undefined ? { what: 'modules' } : undefined;
  if (path === policyPath || /^\.github\/dependency-policy\.ya?ml$/i.test(path)) return { what: 'policy' };
  if (path.startsWith('.github/dependency-approvals/')) return { what: 'approval' };
  if (path === actionsLockPath || /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return { what: 'workflow' };
  if (owners.has(path)) return { what: 'owners' };
  if (managers.some(({ settings }) => settings.isProgram(path))) return { what: 'program' };
  return isSettingsName(name) ? { what: 'settings', name } : undefined;
}

/** Manifests count only next to a lockfile: managers read these keys from a project's root. */
export function isIdle(path: string, projects: ReadonlySet<string>): boolean {
  return /(?:^|\/)package\.json$/.test(path) && !projects.has(folderOf(path));
}

const manifestKeys = managers
  .flatMap(({ settings }) => settings.manifestKeys)
  .filter((key, at, keys) => keys.findIndex((each) => each.join() === key.join()) === at);

/** The settings in a file that affect installs or the gate; undefined if it is written in an unusual form. */
export function watchedSettings(file: ReadFile<SettingsName>): readonly Setting[] | undefined {
  return isManifest(file) ? manifestSettings(file.value, manifestKeys) : ownSettings(file);
}

const isManifest = (file: ReadFile<SettingsName>): file is ReadFile<'package.json'> => file.name === 'package.json';

function ownSettings<N extends SettingsName>({ name, value }: ReadFile<N>): readonly Setting[] | undefined {
  const said = managers.map(({ settings: { watched } }) => (watched[name] === undefined ? [] : watched[name](value)));
  return said.every((settings) => settings !== undefined) ? said.flat() : undefined;
}
