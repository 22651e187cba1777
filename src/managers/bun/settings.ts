import type { Lockfile } from '../../model/index.ts';
import type { DeclaredSettings } from '../declared.ts';
import { declaredOverrides } from '../declared-overrides.ts';
import type { ManagerSettings, ManifestKey } from '../manager-settings.ts';
import { hookKeys } from '../hook-keys.ts';
import { manifestSettings } from '../manifest-settings.ts';
import { npmrcRegistries } from '../npm/npmrc.ts';
import { listed, scriptManifest, scriptSettings } from '../script-lists.ts';
import type { ScriptSettings } from '../script-settings.ts';
import type { ProjectFiles } from '../settings-file.ts';
import { required } from '../settings-file.ts';
import { bunfigCredentials, bunfigRegistries } from './bunfig.ts';
import { bunDeclares } from './declares.ts';
import { bunFindsByName } from './roles.ts';
import { bunLimits } from './own-limits.ts';
import { bunTable } from './settings-table.ts';

const manifestKeys: readonly ManifestKey[] = [
  ['override', 'overrides'],
  ['override', 'resolutions'],
  ['override', 'patchedDependencies'],
  ['override', 'catalog'],
  ['override', 'catalogs'],
  ['override', 'workspaces', 'catalog'],
  ['override', 'workspaces', 'catalogs'],
  ['gate', 'trustedDependencies'],
  ...hookKeys('preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare'),
];

export const bunSettings = {
  registries: { '.npmrc': npmrcRegistries, 'bunfig.toml': bunfigRegistries },
  credentials: { 'bunfig.toml': bunfigCredentials },
  readsAbove: () => false,
  scripts,
  repeats,
  overrides: (manifest) =>
    Promise.resolve(
      declaredOverrides('bun', bunDeclares(manifest, []), [
        [manifest.path, manifestSettings(manifest.value, manifestKeys)],
      ]),
    ),
  table: bunTable,
  limits: bunLimits,
  files: ['bunfig.toml', '.npmrc'],
  manifestKeys,
  workspaces: () => Promise.resolve([]),
  builds: { of: 'every importer', heedsGypfile: true },
  foundByName: bunFindsByName,
} as const satisfies ManagerSettings;

const foldersOf = (importers: readonly string[]) => importers.filter((path) => path !== '');

/** A workspace's own list is added to the root's; if one has a list, which scripts may run is not known. */
async function scripts(files: ProjectFiles, importers: readonly string[]): Promise<ScriptSettings | undefined> {
  const trusted = (await scriptManifest(files)).get('trustedDependencies');
  if (trusted === undefined) return undefined;
  for (const folder of foldersOf(importers)) {
    if ((await scriptManifest(files.in(folder))).has('trustedDependencies')) return undefined;
  }
  return scriptSettings('package.json', true, [listed(trusted, 'allowed')]);
}

/** Unknown without the root's manifest. */
async function repeats(files: ProjectFiles, { importers }: Lockfile): Promise<DeclaredSettings | undefined> {
  const manifest = required(await files.at('package.json'));
  if (manifest === undefined) return undefined;
  const folders = foldersOf(importers.map(({ path }) => path));
  const found = await Promise.all(folders.map(async (folder) => required(await files.in(folder).at('package.json'))));
  return bunDeclares(
    manifest,
    found.filter((file) => file !== undefined),
  );
}
