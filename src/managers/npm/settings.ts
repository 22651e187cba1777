import type { JsonValue } from '../../text/json-object.ts';
import type { ManagerSettings } from '../manager-settings.ts';
import { hookKeys } from '../hook-keys.ts';
import { objectOf } from '../object-of.ts';
import { noLists, scriptFile, scriptManifest, scriptSettings, sides } from '../script-lists.ts';
import type { ScriptSettings } from '../script-settings.ts';
import type { ProjectFiles } from '../settings-file.ts';
import { npmrcIgnoresScripts, npmrcRegistries } from './npmrc.ts';
import { npmOverrides } from './overrides.ts';
import { npmLimits } from './own-limits.ts';
import { npmTable } from './settings-table.ts';

export const npmSettings = {
  registries: { '.npmrc': npmrcRegistries },
  readsAbove: () => false,
  scripts,
  repeats: 'nothing',
  overrides: (manifest) => Promise.resolve(npmOverrides(manifest)),
  table: npmTable,
  limits: npmLimits,
  files: ['.npmrc'],
  manifestKeys: [
    ['override', 'overrides'],
    ['gate', 'allowScripts'],
    ['gate', 'config'],
    ...hookKeys(
      'preinstall',
      'install',
      'postinstall',
      'prepublish',
      'preprepare',
      'prepare',
      'postprepare',
      'dependencies',
    ),
  ],
  workspaces: () => Promise.resolve([]),
  builds: { of: 'the root', heedsGypfile: true },
  foundByName: () => undefined,
} as const satisfies ManagerSettings;

async function scripts(files: ProjectFiles): Promise<ScriptSettings | undefined> {
  const manifest = await scriptManifest(files);
  const ignores = npmrcIgnoresScripts((await scriptFile(files, '.npmrc'))?.value ?? []);
  if (ignores !== false) return ignores && { file: '.npmrc', restricted: true, ...noLists };
  const list = objectOf(manifest.get('allowScripts'));
  // Before npm 12 the list is only advice, so it does not count in a project that names an older npm.
  const engine = objectOf(objectOf(manifest.get('devEngines')).get('packageManager'));
  const named = [
    /^npm@(.*)$/.exec(textOf(manifest.get('packageManager')))?.[1],
    engine.get('name') === 'npm' ? textOf(engine.get('version')) : undefined,
    textOf(objectOf(manifest.get('engines')).get('npm')),
  ];
  const isOlder = named.some((version = '') => /^[\^~=v<>\s]*(?:\d|1[01])(?:\.|\s|$|-)/.test(version));
  return list.keys.length === 0 || isOlder ? undefined : scriptSettings('package.json', true, [sides(list)]);
}

const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');
