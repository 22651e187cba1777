import { bunRoles } from './bun/roles.ts';
import { denoRoles } from './deno/roles.ts';
import { manifestTable } from './npm/manifest-table.ts';
import { npmRoles } from './npm/roles.ts';
import { pnpmRoles } from './pnpm/roles.ts';
import { pnpmTable } from './pnpm/settings-table.ts';
import type { Roles } from './roles.ts';
import type { SettingsName } from './settings-file.ts';
import type { SettingsTable } from './settings-table.ts';
import { tablesOf } from './watched.ts';
import { berryRoles, classicRoles } from './yarn/roles.ts';

const merged = (...all: readonly Roles[]): Roles => new Map(all.flatMap((each) => [...each]));

const roles: { readonly [N in SettingsName]: Roles } = {
  '.npmrc': merged(pnpmRoles, npmRoles),
  '.yarnrc': classicRoles,
  '.yarnrc.yml': berryRoles,
  'pnpm-workspace.yaml': pnpmRoles,
  'bunfig.toml': bunRoles,
  'deno.json': denoRoles,
  'deno.jsonc': denoRoles,
  'package.json': pnpmRoles,
};

/** The tables of the managers that read a settings file; of `package.json`, those for the keys under `pnpm` and beside. */
export const tablesIn = (name: SettingsName): readonly SettingsTable[] =>
  name === 'package.json' ? [pnpmTable, manifestTable] : tablesOf(name);

/** The keys of a settings file that name a program, or a file that is read. */
export const rolesIn = (name: SettingsName): Roles => roles[name];
