import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { bunTable } from '../../src/managers/bun/settings-table.ts';
import { npmTable } from '../../src/managers/npm/settings-table.ts';
import { pnpmTable } from '../../src/managers/pnpm/settings-table.ts';
import type { SettingsTable } from '../../src/managers/settings-table.ts';
import { classIn, classOf } from '../../src/managers/settings-table.ts';
import { berryTable, classicTable } from '../../src/managers/yarn/settings-table.ts';

const lists = JSON.parse(
  readFileSync(new URL('../fixtures/settings-keys/settings-keys.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, { readonly origin: string; readonly keys: readonly string[] }>>;

const tables: Readonly<Record<string, SettingsTable>> = { npm: npmTable, pnpm: pnpmTable, yarn: berryTable };

describe("every setting that a manager's own list has is classified", () => {
  test.each(Object.keys(lists))('%s', (manager) => {
    const table = tables[manager.split(' ')[0] as string] as SettingsTable;
    const keys = lists[manager]?.keys ?? [];
    expect(keys.length).toBeGreaterThan(90);
    expect(keys.filter((key) => classOf(table, key) === 'unknown')).toEqual([]);
  });
});

const is = (table: SettingsTable, key: string) => {
  const found = classOf(table, key);
  return found === 'unknown' ? found : found.is;
};

describe('what a setting decides', () => {
  const named = { npm: npmTable, pnpm: pnpmTable, 'Yarn 1': classicTable, 'Yarn 4': berryTable, bun: bunTable };

  test.each([
    ['npm', 'node-gyp', 'install'],
    ['npm', 'init-author-name', 'harmless'],
    ['npm', 'init.author.email', 'harmless'],
    ['npm', 'init-module', 'install'],
    ['npm', '@acme:registry', 'registry'],
    ['npm', '//registry.example/a:b/:_authToken', 'credential'],
    ['npm', 'canvas_binary_host_mirror', 'install'],
    ['npm', 'sass_binary_site', 'install'],
    ['npm', 'constructor', 'unknown'],
    ['npm', '__proto__', 'unknown'],
    ['npm', 'fund2', 'unknown'],
    ['npm', '', 'unknown'],
    ['pnpm', 'node-linker', 'harmless'],
    ['pnpm', 'nodeLinker', 'harmless'],
    ['pnpm', 'npmrc-auth-file', 'install'],
    ['pnpm', 'catalog.react', 'install'],
    ['pnpm', 'NODE-LINKER', 'harmless'],
    ['pnpm', 'script_shell', 'install'],
    ['pnpm', 'ScriptShell', 'install'],
    ['Yarn 4', 'pnpShebang', 'install'],
    ['Yarn 1', 'yarn-path', 'install'],
    ['Yarn 1', '--install.ignore-engines', 'harmless'],
    ['Yarn 1', '--install.cwd', 'install'],
    ['Yarn 4', 'npmScopes.acme.npmRegistryServer', 'registry'],
    ['Yarn 4', 'lockfileFilename', 'install'],
    ['bun', 'install.scopes.@acme', 'registry'],
    ['bun', 'install.security.scanner', 'install'],
    ['bun', 'install.somethingNew', 'install'],
    ['bun', 'test.coverage', 'harmless'],
    ['bun', 'test.preload', 'install'],
    ['bun', 'somethingNew', 'unknown'],
  ] as const)('%s: %s is %s', (manager, key, expected) => {
    expect(is(named[manager], key)).toBe(expected);
  });

  test('in a file of several managers, what one of them finds harmless is watched if another is affected', () => {
    const [first, second] = [npmTable, pnpmTable];
    expect(classIn([first, second], 'optional')).toMatchObject({ is: 'harmless' });
    expect(classIn([first, second], 'tag')).toMatchObject({ is: 'install' });
    const loose: SettingsTable = { keys: new Map([['tag', { is: 'harmless' }]]), patterns: [] };
    expect(classIn([loose, first], 'tag')).toMatchObject({ is: 'install' });
    expect(classIn([first, second], 'nobody-has-this')).toBe('unknown');
  });
});
