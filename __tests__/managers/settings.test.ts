import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Observation } from '../../src/model/index.ts';
import { compareSnapshots } from '../../src/compare/compare.ts';
import { ownersSettings } from '../../src/compare/owners-settings.ts';
import type { SettingsName } from '../../src/managers/settings-file.ts';
import { watchedSettings } from '../../src/managers/watched.ts';
import { rules } from '../../src/rules/index.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { settingsFile } from '../support/settings-file.ts';

type Files = Readonly<Record<string, MemoryFile>>;

const codes = new Set(
  rules.flatMap((rule) => (rule.subject === 'lockfile' && rule.id !== 'lockfile' ? Object.keys(rule.messages) : [])),
);

/** What is said of settings, each as its code, path, line and keys. */
async function said(base: Files, head: Files, ids = true): Promise<readonly string[]> {
  const { observations } = await compareSnapshots(memorySnapshot(base, { ids }), memorySnapshot(head, { ids }), {
    isGated: () => true,
    mode: 'check',
  });
  return observations.filter(({ code }) => codes.has(code)).map(inShort);
}
const inShort = ({ code, path, line, args: { added, changed, removed, how } }: Observation): string =>
  [`${code} ${path}:${line}`, how, added && `+${added}`, changed && `~${changed}`, removed && `-${removed}`]
    .filter((part) => part !== undefined)
    .join(' ');

describe('what changes which packages are installed', () => {
  test.each<[string, string, MemoryFile, MemoryFile, readonly string[]]>([
    ['npm', 'package.json', {}, { overrides: { a: '1' } }, ['override-changed package.json:3 +overrides.a']],
    [
      'yarn',
      'package.json',
      { resolutions: { a: '1', b: '1' } },
      { resolutions: { a: '2' } },
      ['override-changed package.json:3 ~resolutions.a -resolutions.b'],
    ],
    [
      'pnpm in package.json',
      'package.json',
      {},
      { pnpm: { overrides: { a: '1' }, patchedDependencies: { b: 'b.patch' }, packageExtensions: { c: {} } } },
      ['override-changed package.json:4 +pnpm.overrides.a, pnpm.packageExtensions.c, pnpm.patchedDependencies.b'],
    ],
    [
      'pnpm',
      'pnpm-workspace.yaml',
      'packages:\n  - a\n',
      'packages:\n- a\n- b\ncatalog:\n  "@x/a": ^1 # new\n  b: 2\noverrides: {c: 1}\n',
      ['override-changed pnpm-workspace.yaml:5 +catalog.@x/a, catalog.b, overrides.c'],
    ],
    [
      'yarn berry',
      '.yarnrc.yml',
      'packageExtensions:\n  a@*:\n    dependencies:\n      b: "1"\n',
      'packageExtensions:\n  a@*:\n    dependencies:\n      b: "2"\n',
      ['override-changed .yarnrc.yml:2 ~packageExtensions.a@*'],
    ],
  ])('%s', async (_, path, base, head, expected) => {
    const lock = { 'package-lock.json': { lockfileVersion: 3, packages: {} } };
    expect(await said({ ...lock, [path]: base }, { ...lock, [path]: head })).toEqual(expected);
  });

  test('the manifest of a folder without a lockfile says nothing of an install', async () => {
    expect(await said({}, { 'fixtures/a/package.json': { overrides: { a: '1' } } })).toEqual([]);
  });
});

describe("GitHub's lockfile for actions", () => {
  const lockPath = '.github/workflows/actions.lock';
  const lock = (gate: string, other: string, indent = '    ') =>
    [
      '# written by gh actions-lock',
      "version: 'v0.0.2'",
      'workflows:',
      `${indent}'.github/workflows/gate.yml':`,
      `${indent}${indent}- 'acme/lockgate@v1'`,
      'dependencies:',
      ...[`'acme/lockgate@v1':`, `'actions/checkout@v6':`].flatMap((key, at) => [
        `${indent}${key}`,
        `${indent}${indent}ref: 'v1'`,
        `${indent}${indent}commit: 'sha1-${(at === 0 ? gate : other).repeat(40)}'`,
      ]),
      '',
    ].join('\n');
  const changed = [`workflow-changed ${lockPath}:1 changed`];

  test.each<[string, string | undefined, string | undefined, readonly string[]]>([
    ['another commit of the gate', lock('a', 'c'), lock('b', 'c'), changed],
    ['another commit of the gate, with less indentation', lock('a', 'c', '  '), lock('b', 'c', '  '), changed],
    ['another commit of another action: nothing', lock('a', 'c'), lock('a', 'd'), []],
    ['its removal', lock('a', 'c'), undefined, [`workflow-changed ${lockPath}:1 removed`]],
    ['no gate in it: nothing', "version: 'x'\n", "version: 'y'\n", []],
    ['a spelling that a line does not show', lock('a', 'c'), `${lock('a', 'c')}extra: {}\n`, changed],
  ])('%s', async (_, before, after, expected) => {
    const files = (text: string | undefined) => (text === undefined ? {} : { [lockPath]: text });
    expect(await said(files(before), files(after))).toEqual(expected);
  });
});

describe('what bears on the gate', () => {
  test.each<[string, string, MemoryFile | undefined, MemoryFile | undefined, string]>([
    ['the policy', '.github/dependency-policy.yml', 'a', 'b', 'policy-changed .github/dependency-policy.yml:1 changed'],
    [
      'a record of its own',
      '.github/dependency-approvals/a.json',
      undefined,
      {},
      'record-misplaced .github/dependency-approvals/a.json:1 added',
    ],
    [
      "the gate's workflow",
      '.github/workflows/x.yml',
      'uses: acme/lockgate@v1',
      undefined,
      'workflow-changed .github/workflows/x.yml:1 removed',
    ],
    ['owners', '.github/CODEOWNERS', '* @a\n*.css @b', '* @evil\n*.css @b', 'setting-changed .github/CODEOWNERS:1 ~*'],
    [
      'npm',
      '.npmrc',
      'fund=false',
      'fund=true\n@x:registry=https://r.example/\n',
      'setting-changed .npmrc:2 +@x:registry',
    ],
    [
      'npm in a workspace',
      'a/.npmrc',
      undefined,
      '//r.example/:_authToken=s3cret',
      'setting-changed a/.npmrc:1 +//r.example/:_authToken',
    ],
    ['scripts', '.npmrc', 'ignore-scripts=true', 'ignore-scripts=false', 'setting-changed .npmrc:1 ~ignore-scripts'],
    ['yarn classic', '.yarnrc', '', 'yarn-path ".yarn/x.js"', 'manager-replaced .yarnrc:1 +yarn-path'],
    [
      'yarn berry',
      '.yarnrc.yml',
      'nodeLinker: pnp',
      'nodeLinker: pnp\nyarnPath: x',
      'manager-replaced .yarnrc.yml:2 +yarnPath',
    ],
    ['its release', '.yarn/releases/yarn.cjs', 'a', 'b', 'program-changed .yarn/releases/yarn.cjs:1 changed'],
    [
      'pnpm',
      'pnpm-workspace.yaml',
      'symlink: true',
      'symlink: false\nallowBuilds:\n  x: true',
      'setting-changed pnpm-workspace.yaml:3 +allowBuilds.x',
    ],
    ['a pnpmfile', '.pnpmfile.cjs', undefined, 'x', 'program-added .pnpmfile.cjs:1 added'],
    [
      'bun',
      'bunfig.toml',
      '[install]\nexact = true',
      '[install]\nexact = true\nregistry = "https://r.example"',
      'setting-changed bunfig.toml:3 +install.registry',
    ],
    [
      'the list of scripts',
      'package.json',
      {},
      { trustedDependencies: ['a'] },
      'setting-changed package.json:2 +trustedDependencies',
    ],
    [
      'the manager',
      'package.json',
      { packageManager: 'pnpm@10.0.0' },
      { packageManager: 'npm@11.0.0' },
      'manager-replaced package.json:2',
    ],
    ['committed modules', 'node_modules', undefined, { mode: 'folder', id: 'a' }, 'modules-committed node_modules:1'],
    [
      'a link in the place of settings',
      '.npmrc',
      'fund=true',
      { mode: 'symlink', id: 'a' },
      'setting-changed .npmrc:1 +the whole file',
    ],
    ['a broken manifest', 'package.json', {}, '{"overrides": ', 'setting-changed package.json:1 +the whole file'],
    [
      'YAML that is no plain mapping',
      'pnpm-workspace.yaml',
      'symlink: true',
      '- allowBuilds: {x: true}',
      'setting-changed pnpm-workspace.yaml:1 +the whole file',
    ],
    [
      'an escaped key',
      'pnpm-workspace.yaml',
      'symlink: true',
      '"allow\\u0042uilds": {x: true}',
      'setting-changed pnpm-workspace.yaml:1 +the whole file',
    ],
    [
      'bytes that are no text',
      '.npmrc',
      'fund=b',
      new Uint8Array([255, 254, 0]),
      'setting-changed .npmrc:1 +the whole file',
    ],
    [
      'too many bytes',
      '.npmrc',
      'fund=b',
      `#${'x'.repeat(300_000)}\nregistry=x`,
      'manager-replaced .npmrc:1 +the whole file',
    ],
  ])('%s', async (_, path, base, head, expected) => {
    const side = (file: MemoryFile | undefined): Files => (file === undefined ? {} : { [path]: file });
    for (const ids of [true, false]) expect(await said(side(base), side(head), ids)).toEqual([expected]);
  });

  test.each<[string, string, string, string]>([
    [
      'a comment and another key of npm',
      '.npmrc',
      'registry=https://a.example/',
      '# why\nregistry = https://a.example/\nfund=false',
    ],
    [
      'a comment in YAML',
      'pnpm-workspace.yaml',
      'allowBuilds:\n  x: true',
      '# why\nallowBuilds:\n  x: true # yes\nshamefullyHoist: true',
    ],
    ['a workflow that has nothing to do with the gate', '.github/workflows/x.yml', 'a', 'b'],
    ['owners of other files', 'CODEOWNERS', '*.lock @a', '*.lock @a\n/src/ui/ @b'],
    ['another section of bun', 'bunfig.toml', '[test]\na = 1', '[test]\na = 2'],
    ['another key of yarn', '.yarnrc.yml', 'nodeLinker: pnp', 'nodeLinker: node-modules'],
  ])('silent: %s', async (_, path, base, head) => {
    expect(await said({ [path]: base }, { [path]: head })).toEqual([]);
  });

  test('two unreadable files that differ are a change', async () => {
    const bytes = (last: number): Uint8Array => new Uint8Array([255, last]);
    expect(await said({ '.npmrc': bytes(1) }, { '.npmrc': bytes(2) }, false)).toEqual([
      'setting-changed .npmrc:1 ~the whole file',
    ]);
  });

  test('the order of the lines of owners counts: the last one decides', async () => {
    const [before, after] = ['* @a\n.github/ @b', '.github/ @b\n* @a'];
    expect(await said({ CODEOWNERS: before }, { CODEOWNERS: after })).toHaveLength(1);
  });

  test('no value of a setting is in what is said', async () => {
    const head = { '.npmrc': '//r.example/:_authToken=s3cret\nregistry=https://u:s3cret@r.example/' };
    const { observations } = await compareSnapshots(memorySnapshot({}), memorySnapshot(head), {
      isGated: () => true,
      mode: 'check',
    });
    expect(JSON.stringify(observations)).toContain('_authToken');
    expect(JSON.stringify(observations)).not.toContain('s3cret');
  });
});

test('no text makes a reader of settings throw or take long', async () => {
  const names = ['package.json', '.npmrc', '.yarnrc', '.yarnrc.yml', 'pnpm-workspace.yaml', 'bunfig.toml'] as const;
  const readAll = async (text: string) => {
    ownersSettings(text);
    for (const name of names) {
      const file = await settingsFile<SettingsName>(name, text);
      if (file.state === 'read') watchedSettings(file);
      else expect(file.fault.code).toBe('manifest-invalid');
    }
  };
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('overrides:', '  a: 1', '[install]', 'registry=x', '{', '  - x', '"a":'),
  );
  await fc.assert(fc.asyncProperty(fc.array(line), (lines) => readAll(lines.join('\n'))));
  const started = process.cpuUsage();
  const indented = `overrides:\n${`  a${' '.repeat(900)}b\n`.repeat(250)}`;
  for (const hostile of [
    indented,
    '['.repeat(250_000),
    ' '.repeat(250_000),
    `a${' '.repeat(250_000)}b`,
    '"'.repeat(250_000),
    `a:${'\t#'.repeat(120_000)}`,
    '=\n'.repeat(120_000),
    '[[a]]\nb=1\n'.repeat(20_000),
    `overrides:\n${'  a: 1\n'.repeat(30_000)}`,
  ]) {
    await readAll(hostile);
  }
  // The processor's time, in microseconds: the machine's may be shared.
  expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
});
