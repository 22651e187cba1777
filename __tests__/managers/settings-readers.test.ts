import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ini from 'ini';

import { compareSnapshots } from '../../src/compare/compare.ts';
import { npmrcValues, readNpmrc } from '../../src/managers/npm/npmrc.ts';
import { projectOverrides } from '../../src/managers/project-overrides.ts';
import { namedRegistries } from '../../src/managers/project-registries.ts';
import type { SettingsName } from '../../src/managers/settings-file.ts';
import { MAX_SETTINGS_BYTES } from '../../src/managers/settings-files.ts';
import { stateOf } from '../../src/repository/state.ts';
import { readBaseFiles } from '../../src/run/base-files.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

type Files = Readonly<Record<string, MemoryFile>>;

/** Which settings a change adds to, changes in and removes from one file, by the code that says so. */
async function said(path: string, base: MemoryFile, head: MemoryFile): Promise<readonly string[]> {
  const { observations } = await compareSnapshots(memorySnapshot({ [path]: base }), memorySnapshot({ [path]: head }), {
    isGated: () => true,
    mode: 'check',
  });
  return observations.map(({ code, args: { added, changed, removed } }) =>
    [code, added, changed, removed].filter((part) => part !== undefined).join(' '),
  );
}

const whole = 'setting-changed the whole file';
const wholeOfBoth = ['override-changed the whole file', whole];

describe('a text that two readers took for two things counts as a whole', () => {
  test.each([
    ['an anchor below the top', 'catalog:\n  a: &v 1.0.0\n', wholeOfBoth],
    ['an alias', 'catalog:\n  a: *v\n', wholeOfBoth],
    ['a scalar over two lines', 'overrides:\n  a: "1.0.0\n    || 2.0.0"\n', wholeOfBoth],
    ['a plain scalar over two lines', 'nodeOptions: --a\n  --b\n', ['manager-replaced the whole file']],
    ['a key that stands twice', 'overrides:\n  a: 1\noverrides:\n  b: 1\n', wholeOfBoth],
    ['a number that YAML 1.1 and 1.2 read otherwise', 'minimumReleaseAge: 010\n', [whole]],
    ['a date', 'nodeVersion: 2024-01-01\n', [whole]],
    ['a tab before a key', 'overrides:\n\ta: 1\n', wholeOfBoth],
    ['the end of a document', 'registry: https://a.example\n...\n', [whole]],
    ['two documents', 'packages: []\n---\noverrides:\n  a: 1\n', wholeOfBoth],
    ['a NUL', 'registry: "\0"\n', [whole]],
    ['conflict markers', '# <<<<<<<\n# =======\n# >>>>>>>\nregistry: x\n', [whole]],
  ])('YAML with %s', async (_, text, expected) => {
    expect(await said('pnpm-workspace.yaml', 'symlink: true\n', text)).toEqual(expected);
  });

  test('a list at the top does, a comment does not', async () => {
    expect(await said('.yarnrc.yml', 'nmMode: classic\n', '- overrides\n')).toEqual(wholeOfBoth);
    expect(await said('.yarnrc.yml', 'nmMode: classic\n', '# overrides\n')).toEqual([]);
  });

  test.each([
    ['TOML that is not well formed', '[install]\nregistry = https://a.example\n', [whole]],
    ['a table whose name is escaped', '["inst\\u0061ll"]\nregistry = "https://a.example"\n', [whole]],
    [
      'a line in a list that looks like a table',
      '[install]\nexact = [\n[1]\n]\nregistry = "https://a.example"\n',
      ['setting-changed install.registry'],
    ],
    ['a table in a line', 'install = { registry = "https://a.example" }\n', ['setting-changed install.registry']],
  ])('%s', async (_, text, expected) => {
    expect(await said('bunfig.toml', '[test]\na = 1\n', text)).toEqual(expected);
  });

  test.each([
    ['conflict markers', '# <<<<<<<\n# =======\n# >>>>>>>\nfund=false\n', [whole]],
    ['a NUL', 'fund=\0\n', [whole]],
    ['a key that npm reads otherwise than it is written', '"node-opt\\u0069ons"=--x\n', [whole]],
    ['a key with a comment in it', 'userconfig ;x=./evil\n', ['manager-replaced the whole file']],
    ['a section of that name, which says nothing', '[registry]\n', []],
  ])('an .npmrc with %s', async (_, text, expected) => {
    expect(await said('.npmrc', 'fund=true\n', text)).toEqual(expected);
  });
});

test("the keys of an .npmrc have the values that npm's own reader gives them", async () => {
  const part = fc.oneof(
    fc.constantFrom('registry', 'ca', 'ca[]', '"ca"', "'@s:registry'", 'a;b', '__proto__', '', ' ', '=', '"\\u0061"'),
    fc.string({ maxLength: 5 }),
  );
  const line = fc
    .oneof(
      fc.tuple(part, fc.constantFrom('=', ' = ', ''), part).map((parts) => parts.join('')),
      fc.constantFrom('; c', '# c', ' [y]', 'a=null'),
    )
    .filter((text) => !/^\[[^\]]*\]\s*$/.test(text));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.constantFrom('\n', '\r\n', '\r'), async (lines, end) => {
      const text = lines.join(end);
      const read = [...npmrcValues(await readNpmrc(text))].map(([key, { value }]) => [key, value] as const);
      expect(Object.fromEntries(read)).toEqual({ ...ini.parse(text) });
      const behind = await readNpmrc(['a=1', '[x]', ...lines].join(end));
      expect([...npmrcValues(behind).keys()]).toEqual(['a', 'x']);
    }),
  );
});

describe('registries of the base', () => {
  const named = async (path: string, bytes: string | Uint8Array) => {
    const { npmrc, filesOf } = await readBaseFiles(memorySnapshot({ [path]: bytes }), 'policy.yml');
    const name = path as SettingsName;
    const [files = []] = await filesOf([[{ folder: '', name }]]);
    return { npmrc, names: await namedRegistries(files, {}) };
  };

  test.each([
    ['.npmrc', 'conflict markers', '# <<<<<<<\n# =======\n# >>>>>>>\nregistry=https://a.example\n'],
    ['.yarnrc', 'a NUL', 'registry "https://a.example"\n# \0\n'],
    ['.npmrc', 'bytes that are not UTF-8', new Uint8Array([...Buffer.from('registry=https://a.example\n# '), 255])],
  ])('%s with %s names none that counts', async (path, _, bytes) => {
    await expect(named(path, bytes)).rejects.toMatchObject({ code: 'configuration-invalid', path });
  });

  test('a file of another manager that cannot be read is in question only where it may name one', async () => {
    expect((await named('.yarnrc.yml', 'a: &b [\n')).names).toEqual([]);
    await expect(named('.yarnrc.yml', 'npmScopes: &b [\n')).rejects.toMatchObject({ code: 'configuration-invalid' });
  });

  test.each(['.npmrc', '.yarnrc.yml'])('%s that is too large is refused, whatever it says', async (path) => {
    const text = `#${'x'.repeat(MAX_SETTINGS_BYTES)}\n`;
    await expect(named(path, text)).rejects.toMatchObject({ code: 'configuration-invalid', path });
  });
});

test('a .yarnrc.yml that is not well formed may extend any package', async () => {
  const files: Files = { 'package.json': {}, '.yarnrc.yml': 'packageExtensions: &x {}\n' };
  const { settings } = await stateOf(memorySnapshot(files));
  expect((await projectOverrides('yarn-berry', settings.in(''))).unapplied).toEqual([
    { path: '.yarnrc.yml', line: 1, key: 'the whole file' },
  ]);
});

test('what pnpm reads is nothing to the overrides of a project of npm, however it is written', async () => {
  const files: Files = { 'package.json': { overrides: { a: '1' } }, 'pnpm-workspace.yaml': 'a: &x [\n' };
  const project = (await stateOf(memorySnapshot(files))).settings.in('');
  expect(await projectOverrides('npm', project)).toMatchObject({ npm: { a: '1' }, unapplied: [] });
  await expect(projectOverrides(undefined, project)).rejects.toMatchObject({ code: 'manifest-invalid' });
});

test('a file that a lockfile must agree with is read whatever its size, so that padding it hides nothing', async () => {
  const text = `overrides:\n  a: 1.0.0\n#${'x'.repeat(MAX_SETTINGS_BYTES)}\n`;
  const { settings } = await stateOf(memorySnapshot({ 'pnpm-workspace.yaml': text }));
  expect(await settings.at('', 'pnpm-workspace.yaml')).toMatchObject({ state: 'read' });
  expect(await said('pnpm-workspace.yaml', 'symlink: true\n', text)).toEqual(wholeOfBoth);
});

test('each settings file is read once in each state, whoever asks', async () => {
  const files: Files = {
    'package.json': { name: 'x', dependencies: { a: '1' }, workspaces: ['b'] },
    'b/package.json': { name: 'b' },
    '.npmrc': 'registry=https://a.example',
    'pnpm-workspace.yaml': 'overrides:\n  a: 1.0.0\n',
    'pnpm-lock.yaml': "lockfileVersion: '9.0'\nimporters:\n  .: {}\n  b: {}\n",
  };
  const base = memorySnapshot(files);
  const head = memorySnapshot({ ...files, 'package.json': { name: 'y' }, '.npmrc': '', 'pnpm-workspace.yaml': 'a: 1' });
  const { filesOf } = await readBaseFiles(base, 'policy.yml');
  await compareSnapshots(base, head, { isGated: () => true, mode: 'check' });
  await filesOf([[{ folder: '', name: '.npmrc' }], [{ folder: '', name: 'pnpm-workspace.yaml' }]]);
  await projectOverrides('pnpm', (await stateOf(head)).settings.in(''));
  for (const { reads } of [base, head]) {
    const settings = reads.filter((path) => !path.endsWith('pnpm-lock.yaml'));
    expect(settings).toEqual([...new Set(settings)]);
    expect(settings).toContain('pnpm-workspace.yaml');
  }
});
