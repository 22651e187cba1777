import type { ManagerSettings } from '../manager-settings.ts';
import { hookKeys } from '../hook-keys.ts';
import { npmrcRegistries } from '../npm/npmrc.ts';
import { yarnResolutions } from './resolutions.ts';
import { classicFindsByName } from './roles.ts';
import { classicLimits } from './own-limits.ts';
import { classicTable } from './settings-table.ts';
import { yarnrcRegistries } from './yarnrc.ts';

export const classicSettings = {
  registries: { '.npmrc': npmrcRegistries, '.yarnrc': yarnrcRegistries },
  readsAbove: () => true,
  // Yarn 1 has none of these settings.
  scripts: () => Promise.resolve(undefined),
  repeats: 'nothing',
  overrides: (manifest) => Promise.resolve(yarnResolutions(manifest, true)),
  table: classicTable,
  limits: classicLimits,
  // It takes `yarn-path` from a `.yarnrc.yml` too.
  files: ['.yarnrc', '.yarnrc.yml', '.npmrc'],
  manifestKeys: [
    ['override', 'resolutions'],
    ...hookKeys('preinstall', 'install', 'postinstall', 'prepublish', 'prepare'),
  ],
  workspaces: () => Promise.resolve([]),
  builds: { of: 'every importer', heedsGypfile: false },
  foundByName: classicFindsByName,
} as const satisfies ManagerSettings;
