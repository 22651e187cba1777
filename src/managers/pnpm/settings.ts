import type { Lockfile } from '../../model/index.ts';
import type { JsonObject } from '../../text/json-object.ts';
import type { DeclaredSettings } from '../declared.ts';
import { declaredOverrides } from '../declared-overrides.ts';
import type { ManagerSettings, ManifestKey } from '../manager-settings.ts';
import { jsrRegistry } from '../manager-settings.ts';
import { pnpmWorkspaces } from './workspace-file.ts';
import { hookKeys } from '../hook-keys.ts';
import { manifestSettings } from '../manifest-settings.ts';
import { npmrcIgnoresScripts, npmrcRegistries } from '../npm/npmrc.ts';
import { emptyObject, objectOf } from '../object-of.ts';
import type { Overrides } from '../overrides.ts';
import { extensionsOf, noOverrides } from '../overrides.ts';
import { affecting } from '../setting-entry.ts';
import { listed, noLists, scriptFile, scriptManifest, scriptSettings, sides } from '../script-lists.ts';
import type { ScriptSettings } from '../script-settings.ts';
import type { ProjectFiles, ReadFile } from '../settings-file.ts';
import { filled, regular, required } from '../settings-file.ts';
import { yamlEntries } from '../settings-yaml.ts';
import { pnpmDeclares } from './declares.ts';
import { PNPMFILES } from './pnpmfile.ts';
import { pnpmFindsByName } from './roles.ts';
import { pnpmLimits } from './own-limits.ts';
import { pnpmTable } from './settings-table.ts';
import { workspaceRegistries } from './workspace-file.ts';

const manifestKeys: readonly ManifestKey[] = [
  ['override', 'resolutions'],
  ['override', 'pnpm', 'overrides'],
  ['override', 'pnpm', 'packageExtensions'],
  ['override', 'pnpm', 'patchedDependencies'],
  ['gate', 'pnpm'],
  ['gate', 'pnpm', 'allowBuilds'],
  ['gate', 'pnpm', 'configDependencies'],
  ...hookKeys('pnpm:devPreinstall', 'preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare'),
];

export const pnpmSettings = {
  registries: { '.npmrc': npmrcRegistries, 'pnpm-workspace.yaml': workspaceRegistries },
  // Since 10.9: `pnpm config get @jsr:registry`.
  builtInRegistries: [jsrRegistry],
  readsAbove: () => false,
  scripts,
  repeats,
  overrides,
  table: pnpmTable,
  limits: pnpmLimits,
  files: ['pnpm-workspace.yaml', '.npmrc'],
  manifestKeys,
  workspaces: pnpmWorkspaces,
  builds: { of: 'every importer', heedsGypfile: false },
  foundByName: pnpmFindsByName,
} as const satisfies ManagerSettings;

/** The same settings have two places; if both are used, which one counts depends on pnpm's version. */
async function scripts(files: ProjectFiles): Promise<ScriptSettings | undefined> {
  const own = objectOf((await scriptManifest(files)).get('pnpm'));
  const ignores = npmrcIgnoresScripts((await scriptFile(files, '.npmrc'))?.value ?? []);
  const file = (await scriptFile(files, 'pnpm-workspace.yaml'))?.value;
  const workspace = file?.isOneMapping === true ? file.root : emptyObject;
  const keys = ['onlyBuiltDependencies', 'neverBuiltDependencies', 'allowBuilds'];
  const unknown = ['onlyBuiltDependenciesFile', 'dangerouslyAllowAllBuilds'];
  const says = (object: JsonObject, some: readonly string[]) => some.some((key) => object.has(key));
  if (ignores === undefined || says(own, unknown) || says(workspace, unknown)) return undefined;
  if (says(own, keys) && says(workspace, keys)) return undefined;
  const [place, said] = says(own, keys) ? ['package.json', own] : ['pnpm-workspace.yaml', workspace];
  const [only, never, builds] = keys.map((key) => said.get(key));
  const all = ignores || workspace.get('ignoreScripts') === true;
  return scriptSettings(ignores ? '.npmrc' : place, all || only !== undefined || builds !== undefined, [
    only === undefined ? noLists : listed(only, 'allowed'),
    never === undefined ? noLists : listed(never, 'denied'),
    builds === undefined ? noLists : sides(builds),
  ]);
}

/** Unknown without the root's manifest, with a pnpmfile, and if a workspace project lacks its `pnpm-workspace.yaml`. */
async function repeats(files: ProjectFiles, { importers, settings }: Lockfile): Promise<DeclaredSettings | undefined> {
  const manifest = required(await files.at('package.json'));
  if (manifest === undefined || PNPMFILES.some(files.has)) return undefined;
  const workspace = filled(required(await files.at('pnpm-workspace.yaml')));
  const mustBeThere = importers.some(({ path }) => path !== '') || settings?.catalogs !== undefined;
  return workspace === undefined && mustBeThere ? undefined : pnpmDeclares(manifest, workspace);
}

async function overrides(manifest: ReadFile<'package.json'>, files: ProjectFiles): Promise<Overrides> {
  const workspace = filled(regular(await files.at('pnpm-workspace.yaml')));
  const declared = pnpmDeclares(manifest, workspace);
  const ofManifest = manifestSettings(manifest.value, manifestKeys);
  const entries = workspace && yamlEntries(workspace.value);
  const ofWorkspace = entries && affecting(entries, [pnpmTable]);
  const unknown = { path: (workspace ?? manifest).path, line: 1, key: 'configDependencies' };
  const found =
    declared === undefined
      ? { ...noOverrides, unapplied: [unknown] }
      : declaredOverrides('pnpm', declared, [
          [manifest.path, ofManifest],
          ...(workspace === undefined ? [] : [[workspace.path, ofWorkspace] as const]),
        ]);
  const programs = PNPMFILES.filter(files.has).map((name) => ({ path: files.pathOf(name), line: 1, key: name }));
  return {
    ...found,
    unapplied: [
      ...found.unapplied,
      ...programs,
      ...extensionsOf(manifest.path, ofManifest),
      ...(workspace === undefined ? [] : extensionsOf(workspace.path, ofWorkspace)),
    ],
  };
}
