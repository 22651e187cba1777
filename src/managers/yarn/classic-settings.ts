import type { ManagerSettings } from '../manager-settings.ts';
import { hookKeys } from '../hook-keys.ts';
import { npmrcRegistries } from '../npm/npmrc.ts';
import { yarnResolutions } from './resolutions.ts';
import { classicFindsByName } from './roles.ts';
import { yarnrcRegistries, yarnrcSettings } from './yarnrc.ts';

export const classicSettings = {
  registries: { '.npmrc': npmrcRegistries, '.yarnrc': yarnrcRegistries },
  readsAbove: () => true,
  // Yarn 1 has none of these settings.
  scripts: () => Promise.resolve(undefined),
  repeats: 'nothing',
  overrides: (manifest) => Promise.resolve(yarnResolutions(manifest, true)),
  watched: { '.yarnrc': yarnrcSettings },
  manifestKeys: [
    ['override', 'resolutions'],
    ...hookKeys('preinstall', 'install', 'postinstall', 'prepublish', 'prepare'),
  ],
  foundByName: classicFindsByName,
} as const satisfies ManagerSettings;
