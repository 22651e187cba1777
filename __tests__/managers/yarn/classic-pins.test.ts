import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../../src/compare/compare.ts';
import type { MemoryFile } from '../../support/memory-snapshot.ts';
import { memorySnapshot } from '../../support/memory-snapshot.ts';

/** Yarn 1 asks anew for whatever no entry pins, also where its lockfile is frozen. */

type Files = Readonly<Record<string, MemoryFile>>;

const check = (base: Files, head: Files) =>
  compareSnapshots(memorySnapshot(base), memorySnapshot(head), { isGated: () => true, mode: 'check' });
const said = async (base: Files, head: Files) =>
  (await check(base, head)).observations
    .filter(({ code }) => code !== 'override-changed')
    .map(({ code, name, version, args }) => `${code} ${name ?? ''}@${version ?? args['asked'] ?? ''}`);

const integrity = 'integrity sha512-x';
const resolved = (name: string, version: string) => `resolved "https://registry.example/${name}-${version}.tgz"`;
function entry(keys: string, name: string, version: string, lines: readonly string[] = []): string {
  const fields = [`version "${version}"`, resolved(name, version), integrity, ...lines];
  return `${keys}:\n${fields.map((line) => `  ${line}\n`).join('')}\n`;
}
const lockfile = (...entries: readonly string[]) => `# yarn lockfile v1\n\n\n${entries.join('')}`;
const alpha = (...lines: readonly string[]) => entry('alpha@^1.0.0', 'alpha', '1.0.0', lines);
const project = (text: string, more: object = {}): Files => ({
  'package.json': { name: 'shop', dependencies: { alpha: '^1.0.0' }, ...more },
  'yarn.lock': text,
});

describe('an entry without `resolved` pins nothing', () => {
  const bare = alpha().replace(/ {2}resolved .*\n/, '');

  test('a known entry that loses it', async () => {
    expect(await said(project(lockfile(alpha())), project(lockfile(bare)))).toEqual(['pins-nothing alpha@1.0.0']);
  });

  test('a new entry that has none, and one whose `resolved` is empty', async () => {
    const base = { 'package.json': { name: 'shop' }, 'yarn.lock': lockfile() };
    expect(await said(base, project(lockfile(bare)))).toEqual(['pins-nothing alpha@1.0.0']);
    const empty = alpha().replace(/resolved .*\n/, 'resolved ""\n');
    expect(await said(base, project(lockfile(empty)))).toEqual(['pins-nothing alpha@1.0.0']);
  });

  test('one of a git repository, which Yarn then fetches at its newest commit', async () => {
    const git = entry('"alpha@git+https://git.example/alpha.git"', 'alpha', '1.0.0').replace(/ {2}resolved .*\n/, '');
    const more = { dependencies: { alpha: 'git+https://git.example/alpha.git' } };
    const base = { 'package.json': { name: 'shop' }, 'yarn.lock': lockfile() };
    expect(await said(base, project(lockfile(git), more))).toEqual(['pins-nothing alpha@1.0.0']);
  });

  test('folders and links have none', async () => {
    const folder = '"x@file:./tools/x":\n  version "1.0.0"\n\n"y@link:./tools/y":\n  version "0.0.0"\n  uid ""\n\n';
    const more = { dependencies: { x: 'file:./tools/x', y: 'link:./tools/y' } };
    const base = { 'package.json': { name: 'shop' }, 'yarn.lock': lockfile() };
    expect(await said(base, project(lockfile(folder), more))).toEqual([]);
  });

  test('what the base has is not the change of the head', async () => {
    const other = entry('beta@^1.0.0', 'beta', '1.0.0');
    const more = { dependencies: { alpha: '^1.0.0', beta: '^1.0.0' } };
    expect(await said(project(lockfile(bare)), project(lockfile(bare, other), more))).toEqual([]);
  });
});

describe('every requirement of an entry needs an answer', () => {
  test.each([
    ['a range', '^1.0.0'],
    ['a URL', 'http://evil.example/evil.tgz'],
    ['a tarball of the repository', 'file:./evil.tgz'],
    ['a folder of the repository', 'file:./evil'],
  ])('an optional dependency that an entry invents: %s', async (_, spec) => {
    const invented = alpha('optionalDependencies:', `  evil "${spec}"`);
    expect(await said(project(lockfile(alpha())), project(lockfile(invented)))).toEqual([`incomplete evil@${spec}`]);
  });

  test('another spec of a name that has an entry is no answer', async () => {
    const beta = entry('beta@^1.0.0', 'beta', '1.0.0');
    const more = { dependencies: { alpha: '^1.0.0', beta: '^1.0.0' } };
    const invented = alpha('dependencies:', '  beta "http://evil.example/evil.tgz"');
    const asked = 'incomplete beta@http://evil.example/evil.tgz';
    expect(await said(project(lockfile(alpha(), beta), more), project(lockfile(invented, beta), more))).toContain(
      asked,
    );
    const bare = (text: string) => ({ 'yarn.lock': text });
    expect(await said(bare(lockfile(alpha(), beta)), bare(lockfile(invented, beta)))).toEqual([asked]);
  });

  test('a key that means the same is no answer, because Yarn 1 compares texts', async () => {
    const beta = entry('beta@*', 'beta', '1.0.0');
    const more = { dependencies: { alpha: '^1.0.0', beta: '*' } };
    const head = alpha('dependencies:', '  beta ""');
    expect(await said(project(lockfile(alpha(), beta), more), project(lockfile(head, beta), more))).toEqual([
      'incomplete beta@',
    ]);
    const own = entry('beta@, beta@*', 'beta', '1.0.0');
    expect(await said(project(lockfile(alpha(), beta), more), project(lockfile(head, own), more))).toEqual([]);
  });

  test('an optional dependency of a manifest', async () => {
    const more = { optionalDependencies: { evil: 'http://evil.example/evil.tgz' } };
    expect(await said(project(lockfile(alpha())), project(lockfile(alpha()), more))).toEqual([
      'not-locked evil@optional http://evil.example/evil.tgz',
    ]);
  });

  describe('a workspace answers', () => {
    const shop = { name: 'shop', private: true, workspaces: ['packages/*'], dependencies: { alpha: '^1.0.0' } };
    const files = (spec: string): Files => ({
      'package.json': shop,
      'packages/util/package.json': { name: 'util', version: '23.1.0' },
      'yarn.lock': lockfile(alpha('dependencies:', `  util "${spec}"`)),
    });

    test('a range that its version is in', async () => {
      expect(await said({ ...files('*'), 'yarn.lock': lockfile() }, files('^23.0.0'))).toEqual([]);
    });

    test.each(['^24.0.0', 'http://evil.example/evil.tgz', 'latest'])('not %s', async (spec) => {
      expect(await said({ ...files('*'), 'yarn.lock': lockfile() }, files(spec))).toEqual([`incomplete util@${spec}`]);
    });
  });
});

describe('`resolutions`', () => {
  const beta = entry('beta@^1.0.0', 'beta', '1.0.0');
  const asking = alpha('dependencies:', '  beta "^1.0.0"');
  const base = project(lockfile(asking, beta));
  const forcing = (resolutions: object, ...entries: readonly string[]) =>
    project(lockfile(...entries), { resolutions });

  test.each([
    ['a version', { beta: '1.2.0' }, '1.2.0'],
    ['a version below a parent', { 'alpha/beta': '1.2.0' }, '1.2.0'],
    ['another package', { '**/beta': 'npm:fresh@1.0.0' }, 'npm:fresh@1.0.0'],
    ['a URL', { beta: 'http://evil.example/evil.tgz' }, 'http://evil.example/evil.tgz'],
    ['a tarball of the repository', { beta: 'file:./evil.tgz' }, 'file:./evil.tgz'],
    ['a package that nothing asks for', { evil: '1.0.0' }, '1.0.0'],
  ])('that nothing locks, of a lockfile that stays as it was: %s', async (_, resolutions, spec) => {
    const found = await said(base, forcing(resolutions, asking, beta));
    expect(found).toEqual([`not-locked ${'evil' in resolutions ? 'evil' : 'beta'}@${spec}`]);
  });

  test('a dist-tag is nothing to Yarn 1', async () => {
    expect(await said(base, forcing({ beta: 'latest' }, asking, beta))).toEqual([]);
  });

  test('an entry of a block that Yarn wrote for one answers, below parents too', async () => {
    const both = entry('beta@1.2.0, beta@^1.0.0', 'beta', '1.2.0');
    expect(await said(base, forcing({ beta: '1.2.0' }, asking, both))).toEqual([]);
    expect(await said(base, forcing({ 'alpha/beta': '1.2.0' }, asking, both))).toEqual([]);
  });

  test('the block that one leaves behind is asked for, and so is one that nothing else asks for', async () => {
    const forced = entry('beta@1.2.0', 'beta', '1.2.0');
    const idle = entry('gamma@2.0.0', 'gamma', '2.0.0');
    expect(await said(base, forcing({ beta: '1.2.0', gamma: '2.0.0' }, asking, beta, forced, idle))).toEqual([]);
  });

  test('one about the name answers an edge whose spec no block has', async () => {
    const forced = entry('beta@1.2.0', 'beta', '1.2.0');
    expect(await said(base, forcing({ beta: '1.2.0' }, asking, forced))).toEqual([]);
  });

  test('one below some parents answers no other edge', async () => {
    const forced = entry('beta@1.2.0', 'beta', '1.2.0');
    const invented = alpha('optionalDependencies:', '  beta "http://evil.example/evil.tgz"');
    expect(await said(base, forcing({ 'other/**/beta': '1.2.0' }, invented, beta, forced))).toEqual([
      'incomplete beta@http://evil.example/evil.tgz',
    ]);
  });

  describe('that link a folder in the place of a name', () => {
    const link = '"beta@link:./lib/beta":\n  version "0.0.0"\n  uid ""\n\n';
    const bare = 'beta@^1.0.0:\n  version "0.0.0"\n  uid ""\n\n';
    const linking = { resolutions: { beta: 'link:./lib/beta' } };
    const before = { 'package.json': { name: 'shop' }, 'yarn.lock': lockfile() };

    test.each(['beta', '**/beta'])('the block that Yarn leaves behind is not used: %s', async (path) => {
      const head = project(lockfile(asking, link, bare), { resolutions: { [path]: 'link:./lib/beta' } });
      expect(await said(before, head)).toEqual([]);
      const { changes } = await check(before, head);
      expect(changes.map(({ name, source }) => `${name} ${source.kind}`).toSorted()).toEqual([
        'alpha registry',
        'beta link',
      ]);
    });

    test.each([
      ['without the word of the root', {}],
      ['below some parents only', { resolutions: { 'other/**/beta': 'link:./lib/beta' } }],
      ['after one below some parents', { resolutions: { 'other/beta': '1.0.0', beta: 'link:./lib/beta' } }],
      ['of another name', { resolutions: { alpha: 'link:./lib/alpha' } }],
      ['that is a dependency of the root itself', { ...linking, dependencies: { alpha: '^1.0.0', beta: '^1.0.0' } }],
    ])('a block stays an entry that pins nothing: %s', async (_, more) => {
      expect(await said(before, project(lockfile(asking, link, bare), more))).toContain('pins-nothing beta@0.0.0');
    });

    test('a block that also answers another name stays', async () => {
      const both = bare.replace('beta@^1.0.0', 'beta@^1.0.0, "gamma@npm:beta@^1.0.0"');
      expect(await said(before, project(lockfile(asking, link, both), linking))).toContain('pins-nothing beta@0.0.0');
    });

    test('a link that has no key replaces nothing', async () => {
      const found = await said(before, project(lockfile(asking, bare), linking));
      expect(found).toEqual(['not-locked beta@link:./lib/beta', 'pins-nothing beta@0.0.0']);
    });

    test('a block that pins bytes is judged', async () => {
      const { changes } = await check(before, project(lockfile(asking, link, beta), linking));
      expect(changes.map(({ name, version }) => `${name}@${version}`)).toContain('beta@1.0.0');
    });
  });

  describe('that put another package in the place of a name', () => {
    const block = entry('beta@^1.0.0, "beta@npm:lodash@4.17.21"', 'lodash', '4.17.21');
    const arrived = async (head: Files) =>
      (await check(base, head)).changes
        .filter(({ kind }) => kind !== 'removed')
        .map(({ name, version, aliases }) => `${name}@${version} ${aliases.join()}`);

    test('the block that Yarn writes is that package, under the name', async () => {
      expect(await arrived(forcing({ beta: 'npm:lodash@4.17.21' }, asking, block))).toEqual(['lodash@4.17.21 beta']);
      expect(await arrived(forcing({ 'alpha/beta': 'npm:lodash@4.17.21' }, asking, block))).toEqual([
        'lodash@4.17.21 beta',
      ]);
    });

    test('without the word of the root it is both', async () => {
      expect(await arrived(project(lockfile(asking, block)))).toEqual(['beta@4.17.21 ', 'lodash@4.17.21 beta']);
    });

    test('a third name in the block, of which no resolution speaks, is judged too', async () => {
      const three = entry('beta@^1.0.0, "beta@npm:lodash@4.17.21", left-pad@^1.0.0', 'lodash', '4.17.21');
      const head = forcing({ beta: 'npm:lodash@4.17.21' }, asking, three);
      expect(await arrived(head)).toEqual(['left-pad@4.17.21 ', 'lodash@4.17.21 beta']);
    });

    test('another target than the one that the root names is judged as both', async () => {
      const head = forcing({ beta: 'npm:lodash@4.17.20' }, asking, block);
      expect(await arrived(head)).toContain('beta@4.17.21 ');
    });
  });
});
