import type { ManagerSettings } from '../manager-settings.ts';
import { jsrRegistry } from '../manager-settings.ts';
import { npmrcRegistries } from '../npm/npmrc.ts';
import { npmOverrides } from '../npm/overrides.ts';
import { denoLimits } from './own-limits.ts';
import { denoTable } from './settings-table.ts';

export const denoManagerSettings = {
  registries: { '.npmrc': npmrcRegistries },
  builtInRegistries: [jsrRegistry],
  readsAbove: () => false,
  // Scripts run only where a flag or `allowScripts` says so; that list is not read, so that none counts as left out.
  scripts: () => Promise.resolve(undefined),
  repeats: 'nothing',
  overrides: (manifest) => Promise.resolve(npmOverrides(manifest)),
  table: denoTable,
  limits: denoLimits,
  files: ['deno.json', 'deno.jsonc'],
  manifestKeys: [['override', 'overrides']],
  workspaces: () => Promise.resolve([]),
  builds: 'nothing',
  foundByName: () => undefined,
} as const satisfies ManagerSettings;
