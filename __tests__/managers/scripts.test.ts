import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { compareSnapshots } from '../../src/compare/compare.ts';
import { npmrcIgnoresScripts, readNpmrc } from '../../src/managers/npm/npmrc.ts';
import { packageKey } from '../../src/managers/script-settings.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

type Files = Readonly<Record<string, MemoryFile>>;

const integrity = `sha512-${'A'.repeat(86)}==`;
const locks: Readonly<Record<string, (names: readonly string[]) => Files>> = {
  npm: (names) => ({
    'package-lock.json': {
      lockfileVersion: 3,
      packages: {
        '': { dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])) },
        ...Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0', integrity }])),
      },
    },
  }),
  pnpm: (names) => ({
    'pnpm-lock.yaml': [
      "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:",
      ...names.map((name) => `      ${name}:\n        specifier: 1.0.0\n        version: 1.0.0`),
      'packages:',
      ...names.map((name) => `  ${name}@1.0.0:\n    resolution: {integrity: ${integrity}}`),
      'snapshots:',
      ...names.map((name) => `  ${name}@1.0.0: {}`),
    ]
      .join('\n')
      .concat('\n'),
  }),
  yarn: (names) => ({
    'yarn.lock': [
      '__metadata:\n  version: 8\n  cacheKey: 10c0\n',
      ...names.map(
        (name) =>
          `"${name}@npm:1.0.0":\n  version: 1.0.0\n  resolution: "${name}@npm:1.0.0"\n  checksum: 10c0/aa\n  languageName: node\n  linkType: hard\n`,
      ),
    ].join('\n'),
  }),
  bun: (names) => ({
    'bun.lock': {
      lockfileVersion: 1,
      workspaces: {
        '': { name: 'example', dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])) },
        'packages/a': { name: 'a' },
      },
      packages: Object.fromEntries(names.map((name) => [name, [`${name}@1.0.0`, '', {}, integrity]])),
    },
  }),
};
const allows = ['listed', 'other'];

/** Which of `listed` and `other`, both new, have their scripts left out, and by which file. */
async function leftOut(manager: string, base: Files, head: Files = base): Promise<readonly string[]> {
  const made = locks[manager] as (names: readonly string[]) => Files;
  const { changes, errors } = await compareSnapshots(
    memorySnapshot({ ...made([]), ...base }),
    memorySnapshot({ ...made(allows), ...head }),
    { isGated: () => true, mode: 'check' },
  );
  expect(errors).toEqual([]);
  // A package manager of another version is a change of the manifest's.
  const ofLock = changes.filter(({ lockfile }) => lockfile !== 'package.json');
  expect(ofLock.map(({ name }) => name)).toEqual(allows);
  return changes.flatMap(({ name, scriptsLeftOutBy: by }) => (by === undefined ? [] : [`${name} ${by}`]));
}
const manifest = (more: object = {}): Files => ({ 'package.json': { name: 'example', ...more } });

describe('what leaves scripts out', () => {
  const both = (file: string) => [`listed ${file}`, `other ${file}`];
  test.each<[string, string, Files, readonly string[]]>([
    ['npm', 'a list', manifest({ allowScripts: { listed: true } }), ['other package.json']],
    [
      'npm',
      'a list of versions',
      manifest({ allowScripts: { 'listed@0.9.0 || 1.0.0': true, 'other@2.0.0': true } }),
      ['other package.json'],
    ],
    ['npm', 'a denial', manifest({ allowScripts: { listed: false, other: true } }), ['listed package.json']],
    ['npm', 'ignore-scripts', { '.npmrc': '; x\nignore-scripts = true\n' }, both('.npmrc')],
    [
      'npm',
      'a list under npm 12',
      manifest({ packageManager: 'npm@12.1.0', allowScripts: { listed: true } }),
      ['other package.json'],
    ],
    [
      'pnpm',
      'a list in the manifest',
      manifest({ pnpm: { onlyBuiltDependencies: ['listed'] } }),
      ['other package.json'],
    ],
    [
      'pnpm',
      'a list',
      { 'pnpm-workspace.yaml': 'onlyBuiltDependencies:\n  - listed # x\n' },
      ['other pnpm-workspace.yaml'],
    ],
    ['pnpm', 'an empty list', { 'pnpm-workspace.yaml': 'onlyBuiltDependencies: []\n' }, both('pnpm-workspace.yaml')],
    ['pnpm', 'denials alone', manifest({ pnpm: { neverBuiltDependencies: ['listed'] } }), ['listed package.json']],
    [
      'pnpm',
      'a map',
      { 'pnpm-workspace.yaml': 'allowBuilds:\n  listed: true\n  other: false\n' },
      ['other pnpm-workspace.yaml'],
    ],
    [
      'pnpm',
      'ignore-scripts, but for its map',
      { '.npmrc': 'ignore-scripts=true', 'pnpm-workspace.yaml': 'allowBuilds: {listed: true}\n' },
      ['other .npmrc'],
    ],
    ['yarn', 'enableScripts', { '.yarnrc.yml': 'enableScripts: false\n' }, both('.yarnrc.yml')],
    [
      'yarn',
      'enableScripts, but for one',
      {
        ...manifest({ dependenciesMeta: { 'listed@1.0.0': { built: true } } }),
        '.yarnrc.yml': 'enableScripts: false\n',
      },
      ['other .yarnrc.yml'],
    ],
    ['yarn', 'one', manifest({ dependenciesMeta: { listed: { built: false } } }), ['listed package.json']],
    ['bun', 'a list', manifest({ trustedDependencies: ['listed'] }), ['other package.json']],
    ['bun', 'an empty list', manifest({ trustedDependencies: [] }), both('package.json')],
  ])('%s: %s', async (manager, _, files, expected) => {
    expect(await leftOut(manager, files)).toEqual(expected);
  });
});

describe('what does not', () => {
  test.each<[string, string, Files]>([
    ['npm', 'nothing said', manifest()],
    ['npm', 'an empty list, which npm takes for none', manifest({ allowScripts: {} })],
    ['npm', 'a list under a named npm 11', manifest({ packageManager: 'npm@11.16.0', allowScripts: { listed: true } })],
    [
      'npm',
      'a list under a range that takes in npm 11',
      manifest({ engines: { npm: '>=11.16' }, allowScripts: { listed: true } }),
    ],
    ['npm', 'a key that is not understood', manifest({ allowScripts: { 'listed@^1': true } })],
    [
      'npm',
      'a list beside a setting that lets all run',
      { ...manifest({ allowScripts: { listed: true } }), '.npmrc': 'dangerously-allow-all-scripts=true' },
    ],
    ['npm', 'ignore-scripts taken back', { '.npmrc': 'ignore-scripts=true\nignore-scripts=false' }],
    ['npm', 'ignore-scripts of another section', { '.npmrc': '[x]\nignore-scripts=true' }],
    ['npm', "another manager's list", manifest({ trustedDependencies: [], pnpm: { onlyBuiltDependencies: [] } })],
    [
      'npm',
      'a manifest that is not well formed',
      { ...manifest(), 'package.json': '{"allowScripts":{"a":true},"allowScripts":{}}', '.npmrc': '' },
    ],
    [
      'pnpm',
      'a setting that lets all run',
      { 'pnpm-workspace.yaml': 'dangerouslyAllowAllBuilds: true\nonlyBuiltDependencies: []\n' },
    ],
    [
      'pnpm',
      'a list in another file',
      manifest({ pnpm: { onlyBuiltDependencies: [], onlyBuiltDependenciesFile: 'x.json' } }),
    ],
    [
      'pnpm',
      'two lists, of which the version decides',
      {
        ...manifest({ pnpm: { neverBuiltDependencies: ['listed'] } }),
        'pnpm-workspace.yaml': 'onlyBuiltDependencies: []\n',
      },
    ],
    ['pnpm', 'a pattern', { 'pnpm-workspace.yaml': "onlyBuiltDependencies: ['li*']\n" }],
    ['pnpm', 'two documents', { 'pnpm-workspace.yaml': 'onlyBuiltDependencies: []\n---\na: 1\n' }],
    ['yarn', 'two documents', { '.yarnrc.yml': 'enableScripts: false\n---\na: 1\n' }],
    [
      'npm',
      'a list beside an .npmrc of nothing but white space',
      { ...manifest({ allowScripts: { listed: true } }), '.npmrc': ' \n' },
    ],
    ['pnpm', 'YAML that is refused', { 'pnpm-workspace.yaml': 'onlyBuiltDependencies: &a []\n' }],
    ['yarn', 'enableScripts: true', { '.yarnrc.yml': 'enableScripts: true\n' }],
    ['bun', 'nothing said: its own list of packages counts', manifest()],
    [
      'bun',
      'a list of a workspace too',
      { ...manifest({ trustedDependencies: [] }), 'packages/a/package.json': { trustedDependencies: ['listed'] } },
    ],
  ])('%s: %s', async (manager, _, files) => {
    expect(await leftOut(manager, files)).toEqual([]);
  });

  test.each<[string, Files, Files]>([
    ['a list that the head adds', manifest(), manifest({ allowScripts: { listed: true } })],
    ['one that it takes away', manifest({ allowScripts: { listed: true } }), manifest()],
    [
      'one that it changes',
      manifest({ allowScripts: { listed: true } }),
      manifest({ allowScripts: { listed: true, x: true } }),
    ],
    ['ignore-scripts that it adds', {}, { '.npmrc': 'ignore-scripts=true' }],
    [
      'ignore-scripts that it takes back behind a comment in the key',
      { '.npmrc': 'ignore-scripts=true\n' },
      { '.npmrc': 'ignore-scripts=true\nignore-scripts ;x=false\n' },
    ],
    [
      'ignore-scripts that it makes a list',
      { '.npmrc': 'ignore-scripts=true\n' },
      { '.npmrc': 'ignore-scripts=true\nignore-scripts[]=false\n' },
    ],
    [
      'a list under which it puts an older npm',
      manifest({ allowScripts: { listed: true } }),
      manifest({ packageManager: 'npm@11.0.0', allowScripts: { listed: true } }),
    ],
  ])('%s', async (_, base, head) => {
    expect(await leftOut('npm', base, head)).toEqual([]);
  });

  test('Yarn classic reads no such file', async () => {
    const files = { '.yarnrc.yml': 'enableScripts: false\n' };
    const lock =
      '# yarn lockfile v1\n\nlisted@1.0.0:\n  version "1.0.0"\n  resolved "https://registry.example/listed/-/listed-1.0.0.tgz"\n';
    const { changes } = await compareSnapshots(memorySnapshot(files), memorySnapshot({ ...files, 'yarn.lock': lock }), {
      isGated: () => true,
      mode: 'check',
    });
    expect(changes.map(({ name, scriptsLeftOutBy }) => [name, scriptsLeftOutBy])).toEqual([['listed', undefined]]);
  });
});

test('no text of an .npmrc or a key makes the readers throw, and what is a key has its name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 60 }), async (text) => {
      npmrcIgnoresScripts(await readNpmrc(text));
      const key = packageKey(text);
      expect(key === undefined || text.startsWith(key.name)).toBe(true);
    }),
  );
});
