import { bunRoles } from './bun/roles.ts';
import { bunTable } from './bun/settings-table.ts';
import { manifestTable } from './npm/manifest-table.ts';
import { npmRoles } from './npm/roles.ts';
import { npmTable } from './npm/settings-table.ts';
import { pnpmRoles } from './pnpm/roles.ts';
import { pnpmTable } from './pnpm/settings-table.ts';
import type { Roles } from './roles.ts';
import type { SettingsName } from './settings-file.ts';
import type { SettingsTable } from './settings-table.ts';
import { berryRoles, classicRoles } from './yarn/roles.ts';
import { berryTable, classicTable } from './yarn/settings-table.ts';

/** Which managers' keys a settings file may have. */
const tables: { readonly [N in SettingsName]: readonly SettingsTable[] } = {
  // npm, pnpm, Yarn 1 and bun read it.
  '.npmrc': [npmTable, pnpmTable, classicTable],
  '.yarnrc': [classicTable, npmTable],
  '.yarnrc.yml': [berryTable],
  'pnpm-workspace.yaml': [pnpmTable],
  'bunfig.toml': [bunTable],
  'package.json': [pnpmTable, manifestTable],
};

const merged = (...all: readonly Roles[]): Roles => new Map(all.flatMap((each) => [...each]));

const roles: { readonly [N in SettingsName]: Roles } = {
  '.npmrc': merged(pnpmRoles, npmRoles),
  '.yarnrc': classicRoles,
  '.yarnrc.yml': berryRoles,
  'pnpm-workspace.yaml': pnpmRoles,
  'bunfig.toml': bunRoles,
  'package.json': pnpmRoles,
};

export const tablesIn = (name: SettingsName): readonly SettingsTable[] => tables[name];
/** The keys of a settings file that name a program, or a file that is read. */
export const rolesIn = (name: SettingsName): Roles => roles[name];
