import type { ManagerSettings } from '../manager-settings.ts';
import { npmrcRegistries } from '../npm/npmrc.ts';
import { npmOverrides } from '../npm/overrides.ts';
import { denoSettings } from './deno-json.ts';

export const denoManagerSettings = {
  registries: { '.npmrc': npmrcRegistries },
  readsAbove: () => false,
  // Scripts run only where a flag or `allowScripts` says so; that list is not read, so that none counts as left out.
  scripts: () => Promise.resolve(undefined),
  repeats: 'nothing',
  overrides: (manifest) => Promise.resolve(npmOverrides(manifest)),
  watched: { 'deno.json': denoSettings, 'deno.jsonc': denoSettings },
  manifestKeys: [['override', 'overrides']],
  isProgram: () => false,
} as const satisfies ManagerSettings;
