import type { ManagerSettings } from '../manager-settings.ts';
import { hookKeys } from '../hook-keys.ts';
import { objectOf } from '../object-of.ts';
import type { Overrides, Unapplied } from '../overrides.ts';
import { extensionsOf } from '../overrides.ts';
import { listed, scriptFile, scriptManifest, scriptSettings } from '../script-lists.ts';
import type { ScriptSettings } from '../script-settings.ts';
import type { ProjectFiles, ReadFile } from '../settings-file.ts';
import { affecting } from '../setting-entry.ts';
import { filled, regular } from '../settings-file.ts';
import { yamlEntries } from '../settings-yaml.ts';
import { yarnResolutions } from './resolutions.ts';
import { berryFindsByName } from './roles.ts';
import { berryLimits } from './own-limits.ts';
import { berryTable } from './settings-table.ts';
import { yarnrcYmlCredentials } from './yarnrc-yml-credentials.ts';
import { yarnrcYmlRegistries } from './yarnrc-yml.ts';

export const berrySettings = {
  registries: { '.yarnrc.yml': yarnrcYmlRegistries },
  credentials: { '.yarnrc.yml': yarnrcYmlCredentials },
  readsAbove: () => true,
  scripts,
  repeats: 'nothing',
  overrides,
  table: berryTable,
  limits: berryLimits,
  files: ['.yarnrc.yml'],
  manifestKeys: [
    ['override', 'resolutions'],
    ['gate', 'dependenciesMeta'],
    ...hookKeys('preinstall', 'install', 'postinstall'),
  ],
  workspaces: () => Promise.resolve([]),
  builds: 'nothing',
  foundByName: berryFindsByName,
} as const satisfies ManagerSettings;

/** Keys of `dependenciesMeta` may have a range; a package that is built in any version counts as built in all. */
async function scripts(files: ProjectFiles): Promise<ScriptSettings | undefined> {
  const meta = objectOf((await scriptManifest(files)).get('dependenciesMeta'));
  const rc = (await scriptFile(files, '.yarnrc.yml'))?.value;
  const restricted = rc?.isOneMapping === true && rc.root.get('enableScripts') === 'false';
  const saying = (built: boolean) => meta.keys.filter((key) => objectOf(meta.get(key)).get('built') === built);
  return scriptSettings(restricted ? '.yarnrc.yml' : 'package.json', restricted, [
    listed(
      saying(true).map((key) => key.replace(/(?<=.)@.*$/s, '')),
      'allowed',
    ),
    listed(
      saying(false).filter((key) => !key.includes('@', 1)),
      'denied',
    ),
  ]);
}

/** Those of the folders above count too; a file with malformed YAML may extend any package. */
async function overrides(manifest: ReadFile<'package.json'>, files: ProjectFiles): Promise<Overrides> {
  const found = yarnResolutions(manifest, false);
  const extensions = await Promise.all([files, ...files.above()].map(extensionsIn));
  return { ...found, unapplied: [...found.unapplied, ...extensions.flat()] };
}

async function extensionsIn(files: ProjectFiles): Promise<readonly Unapplied[]> {
  const file = await files.at('.yarnrc.yml');
  const isMalformed = file.state === 'unreadable' && file.why === 'malformed';
  const rc = isMalformed ? undefined : filled(regular(file));
  if (rc === undefined && !isMalformed) return [];
  const entries = rc && yamlEntries(rc.value);
  return extensionsOf(files.pathOf('.yarnrc.yml'), entries && affecting(entries, [berryTable]));
}
