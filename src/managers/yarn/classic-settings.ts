import type { ManagerSettings } from '../manager-settings.ts';
import { npmrcRegistries } from '../npm/npmrc.ts';
import { yarnResolutions } from './resolutions.ts';
import { yarnrcRegistries, yarnrcSettings } from './yarnrc.ts';

export const classicSettings = {
  registries: { '.npmrc': npmrcRegistries, '.yarnrc': yarnrcRegistries },
  readsAbove: () => true,
  // Yarn 1 has none of these settings.
  scripts: () => Promise.resolve(undefined),
  repeats: 'nothing',
  overrides: (manifest) => Promise.resolve(yarnResolutions(manifest, true)),
  watched: { '.yarnrc': yarnrcSettings },
  manifestKeys: [['override', 'resolutions']],
  isProgram: (path) => /(?:^|\/)\.yarn\/releases\//.test(path),
} as const satisfies ManagerSettings;
