import { folderOf } from '../../text/paths.ts';
import type { SnapshotFile } from '../../model/index.ts';
import { bunfigSettings, npmrcSettings, yarnrcSettings } from './line-settings.ts';
import { manifestSettings } from './manifest-settings.ts';
import { ownersSettings } from './owners-settings.ts';
import type { ReadSettings } from './setting.ts';
import { yamlSettings } from './yaml-settings.ts';

/** What a file is to the gate. `settings`: some of its lines count; of all others, every byte does. */
export type Watched =
  | { readonly what: 'settings'; readonly read: ReadSettings }
  | { readonly what: 'policy' | 'approval' | 'workflow' | 'program' | 'modules' };

const readers: Readonly<Record<string, ReadSettings>> = {
  'package.json': manifestSettings,
  '.npmrc': npmrcSettings,
  '.yarnrc': yarnrcSettings,
  '.yarnrc.yml': yamlSettings('yarn'),
  'pnpm-workspace.yaml': yamlSettings('pnpm'),
  'bunfig.toml': bunfigSettings,
};

const owners = new Set(['CODEOWNERS', '.github/CODEOWNERS', 'docs/CODEOWNERS']);

/**
 * Whether a file can bear on what is installed or on the gate, by its path alone. A folder `node_modules` counts only
 * where it is committed: a snapshot that knows its id has it from git.
 * @param policyPath where the policy of this run stands
 */
export function watchedAs({ path, mode, id }: SnapshotFile, policyPath: string): Watched | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'node_modules') return mode === 'folder' && id !== undefined ? { what: 'modules' } : undefined;
  if (path === policyPath || /^\.github\/dependency-policy\.ya?ml$/i.test(path)) return { what: 'policy' };
  if (path.startsWith('.github/dependency-approvals/')) return { what: 'approval' };
  if (/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return { what: 'workflow' };
  if (owners.has(path)) return { what: 'settings', read: ownersSettings };
  if (/^\.pnpmfile\.[cm]?js$/.test(name) || /(?:^|\/)\.yarn\/(?:releases|plugins)\//.test(path)) {
    return { what: 'program' };
  }
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
  return read && { what: 'settings', read };
}

/** Manifests count beside a lockfile only: managers read these keys of a project's root. */
export function isIdle(path: string, projects: ReadonlySet<string>): boolean {
  return /(?:^|\/)package\.json$/.test(path) && !projects.has(folderOf(path));
}
