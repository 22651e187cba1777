import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../src/compare/compare.ts';
import type { Observation } from '../../src/model/index.ts';
import { compileGlobs } from '../../src/text/glob.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

type Files = Readonly<Record<string, MemoryFile>>;

async function compare(base: Files, head: Files, exclude: readonly string[] = [], ids = true) {
  const isExcluded = compileGlobs(exclude);
  return compareSnapshots(memorySnapshot(base, { ids }), memorySnapshot(head, { ids }), {
    ...{ isGated: (path: string) => !isExcluded(path), isExcluded, mode: 'check' },
  });
}

const shown = ({ code, path, args }: Observation): string => {
  const { file, target, attribute, former, how, more } = args;
  const words = [code, path, attribute, file, target, former, how];
  return [
    ...words.filter((word) => word !== undefined),
    ...(typeof more === 'number' && more > 0 ? [`+${more}`] : []),
  ].join(' ');
};
/** In git and in folders that know no ids, which must agree. */
async function said(base: Files, head: Files, exclude: readonly string[] = []): Promise<readonly string[]> {
  const [known, unknown] = await Promise.all([compare(base, head, exclude), compare(base, head, exclude, false)]);
  expect(unknown.observations.map(shown)).toEqual(known.observations.map(shown));
  return known.observations.map(shown);
}

const without = (files: Files, path: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([each]) => each !== path));

const link = (target: string): MemoryFile => ({ mode: 'symlink', target });
const submodule = (id: string): MemoryFile => ({ mode: 'gitlink', id });
const manifest = (name: string, more: object = {}) => ({ name, version: '1.0.0', ...more });
const lock = (more: object = {}) => ({
  ...{ name: 'root', version: '1.0.0', lockfileVersion: 3 },
  packages: { '': manifest('root'), ...more },
});
const project: Files = { 'package.json': manifest('root'), 'package-lock.json': lock() };
const workspaces = { workspaces: ['packages/*'] };
const monorepo: Files = {
  'package.json': manifest('root', workspaces),
  'package-lock.json': lock({
    '': { ...manifest('root'), ...workspaces },
    'packages/a': manifest('a'),
    'node_modules/a': { resolved: 'packages/a', link: true },
  }),
  'packages/a/package.json': manifest('a'),
};

describe('the text that git checks out', () => {
  test('R01: an attribute that newly rewrites the lockfile is an error, once for all files that it rewrites', async () => {
    const head = { ...project, '.gitattributes': '* ident' };
    expect(await said(project, head)).toEqual(['rewritten-on-checkout .gitattributes ident package-lock.json +1']);
  });

  test('R01: a lockfile that changes under an attribute of the base is an error', async () => {
    const base = { ...project, '.gitattributes': 'package-lock.json filter=x' };
    const head = { ...base, 'package-lock.json': JSON.stringify(lock()) };
    expect(await said(base, head)).toEqual(['rewritten-on-checkout .gitattributes filter=x package-lock.json']);
  });

  test('R01: an attribute of the base that gets another value is an error', async () => {
    const base = { ...project, '.gitattributes': 'package-lock.json working-tree-encoding=UTF-16' };
    const head = { ...project, '.gitattributes': 'package-lock.json working-tree-encoding=ISO646-KR' };
    expect(await said(base, head)).toEqual([
      'rewritten-on-checkout .gitattributes working-tree-encoding=ISO646-KR package-lock.json',
    ]);
  });

  test('a placeholder that an archive replaces by the text of the commit message is an error, with export-subst alone', async () => {
    const head = { ...project, '.gitattributes': '* export-subst\n*.md export-ignore\n' };
    const filled = { ...head, '.npmrc': '# $Format:%b$\nfund=false\n' };
    expect(await said(project, filled)).toEqual(['rewritten-on-checkout .gitattributes export-subst .npmrc']);
    expect(await said(head, filled)).toEqual(['rewritten-on-checkout .gitattributes export-subst .npmrc']);
    expect(await said(project, head)).toEqual([]);
    expect(await said(project, { ...project, '.npmrc': '# $Format:%b$\nfund=false\n' })).toEqual([]);
  });

  test('what the base rewrites and the head leaves alone is one note', async () => {
    const base = { ...project, '.gitattributes': '*.json filter=lfs' };
    expect(await said(base, { ...base, 'src/x.json': '{}' })).toEqual([
      'rewritten-before .gitattributes filter package-lock.json +1',
    ]);
  });

  test.each<[string, Files, string]>([
    [
      'a nested file',
      { 'packages/a/.gitattributes': 'package.json ident' },
      'packages/a/.gitattributes ident packages/a/package.json',
    ],
    ['a macro', { '.gitattributes': '[attr]x ident\npackage-lock.json x' }, '.gitattributes ident package-lock.json'],
    ['a settings file', { '.gitattributes': '.npmrc ident', '.npmrc': 'fund=false' }, '.gitattributes ident .npmrc'],
    [
      'a settings file of a workspace',
      { '.gitattributes': '.npmrc ident', 'packages/a/.npmrc': 'fund=false' },
      '.gitattributes ident packages/a/.npmrc',
    ],
    [
      'another case of its name',
      { '.GitAttributes': 'package-lock.json ident' },
      '.GitAttributes ident package-lock.json',
    ],
    [
      'a file that is too large to read',
      { '.gitattributes': ' '.repeat(1024 * 1024 + 1) },
      '.gitattributes filter=unread package-lock.json +2',
    ],
  ])('R01, brother: by %s', async (_, more, expected) => {
    const found = await said(monorepo, { ...monorepo, ...more });
    expect(found.filter((each) => each.startsWith('rewritten'))).toEqual([`rewritten-on-checkout ${expected}`]);
  });

  test('R01, brother: git reads the target of a symbolic link as the text of .gitattributes', async () => {
    expect(await said(project, { ...project, '.gitattributes': link('package-lock.json ident') })).toEqual([
      'not-regular .gitattributes .gitattributes',
      'rewritten-on-checkout .gitattributes ident package-lock.json',
    ]);
  });

  test('R01, brother: a program that settings name', async () => {
    const base = { ...project, '.yarnrc.yml': 'yarnPath: tools/y.cjs', 'tools/y.cjs': 'x' };
    expect(await said(base, { ...base, '.gitattributes': '*.cjs ident' })).toEqual([
      'rewritten-on-checkout .gitattributes ident tools/y.cjs',
    ]);
  });

  test('R01, brother: what a link leads to is what is rewritten', async () => {
    const base = { ...project, '.npmrc': link('config/rc'), 'config/rc': 'fund=false' };
    expect(await said(base, { ...base, '.gitattributes': 'config/* ident' })).toEqual([
      'rewritten-on-checkout .gitattributes ident .npmrc',
    ]);
  });

  test('a manifest or settings file that becomes a Git LFS pointer is an error', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n';
    const { observations } = await compare(project, { ...project, '.npmrc': pointer, 'package.json': pointer });
    expect(observations.filter(({ code }) => code === 'lfs-pointer').map(({ path }) => path)).toEqual([
      '.npmrc',
      'package.json',
    ]);
    const base = { ...project, '.npmrc': pointer };
    expect(await said(base, { ...base, 'src/x.js': '' })).toEqual([]);
  });

  test('R16, brother: CRLF in a lockfile whose documents are told apart by line feeds', async () => {
    const two = "---\nlockfileVersion: '9.0'\nimporters:\n  .: {}\n---\nlockfileVersion: '9.0'\nimporters:\n  .: {}\n";
    const base: Files = { 'package.json': manifest('root'), 'pnpm-lock.yaml': two };
    const asks = { ...base, '.gitattributes': '*.yaml text eol=crlf' };
    expect(await said(base, asks)).toEqual(['line-ends pnpm-lock.yaml']);
    expect(await said(asks, { ...asks, 'src/x.js': '' })).toEqual([]);
    expect(await said(base, { ...base, '.gitattributes': '*.yaml eol=crlf -text' })).toEqual([]);
    expect(await said(base, { ...base, '.gitattributes': '* text=auto' })).toEqual([]);
    const one = { ...base, 'pnpm-lock.yaml': two.slice(two.indexOf('lockfileVersion', 20)) };
    expect(await said(one, { ...one, '.gitattributes': '*.yaml text eol=crlf' })).toEqual([]);
  });

  test.each<[string, Files]>([
    [
      'attributes that do not change the text',
      { '.gitattributes': '* text=auto eol=lf\npackage-lock.json -diff linguist-generated merge=ours' },
    ],
    ['files that nobody installs from', { '.gitattributes': 'src/** ident filter=x' }],
    ['what a later line takes back', { '.gitattributes': '* ident filter=x\n*.json !ident -filter' }],
    ['a file that no state has', { '.gitattributes': 'yarn.lock ident' }],
  ])('silent: %s', async (_, more) => {
    expect(await said(project, { ...project, ...more })).toEqual([]);
  });
});

describe('what is no regular file', () => {
  const yarn = (name: string) =>
    `# yarn lockfile v1\n\n\n${name}@1.0.0:\n  version "1.0.0"\n  resolved "https://registry.yarnpkg.com/${name}/-/${name}-1.0.0.tgz#0"\n`;
  const classic: Files = {
    'package.json': manifest('root', { private: true, ...workspaces }),
    'packages/a/package.json': manifest('a', { dependencies: { x: '1.0.0' } }),
    'yarn.lock': yarn('x'),
  };

  test('R04: a manifest that becomes a link to a file of another name is an error, and its text is judged', async () => {
    const head = {
      ...classic,
      'packages/a/package.json': link('a.json'),
      'packages/a/a.json': manifest('a', { dependencies: { x: '1.0.0', evil: '1.0.0' } }),
    };
    const found = await said(classic, head);
    expect(found).toContain('not-regular packages/a/package.json packages/a/package.json packages/a/a.json');
    expect(found.some((each) => each.startsWith('incomplete') || each.startsWith('not-locked'))).toBe(true);
  });

  test.each<[string, string]>([
    ['outside of the repository', '../../../evil/package.json'],
    ['an absolute path', '/tmp/package.json'],
    ['nowhere', 'gone/package.json'],
    ['itself', 'package.json'],
    ['what is installed', '../../node_modules/x/package.json'],
  ])('R04, brother: a manifest that becomes a link to %s', async (_, target) => {
    const head = { ...classic, 'packages/a/package.json': link(target) };
    expect(await said(classic, head)).toContain('not-regular packages/a/package.json packages/a/package.json');
  });

  test.each<[string, Files]>([
    [
      'a manifest behind a new link that leads nowhere',
      { 'packages/b/package.json': link('../../../evil/package.json') },
    ],
    ['a new link to a folder outside', { 'packages/b': link('/opt/evil') }],
  ])('R04, brother: %s, where a workspace may stand', async (_, more) => {
    const [path = ''] = Object.keys(more);
    expect(await said(classic, { ...classic, ...more })).toEqual([`not-regular ${path} packages/b/package.json`]);
  });

  test('a link to a regular file of the same name is followed, judged and a warning', async () => {
    const evil = { dependencies: { x: '1.0.0', evil: '1.0.0' } };
    const base = { ...classic, 'other/package.json': manifest('a', evil) };
    const found = await said(base, { ...base, 'packages/a/package.json': link('../../other/package.json') });
    expect(found).toContain('link-followed packages/a/package.json packages/a/package.json other/package.json');
    expect(found.some((each) => each.startsWith('incomplete') || each.startsWith('not-locked'))).toBe(true);
  });

  test('R04, brother: through a link to a folder, where the workspace stood', async () => {
    const rest = without(classic, 'packages/a/package.json');
    const evil = { dependencies: { x: '1.0.0', evil: '1.0.0' } };
    const base = { ...rest, 'packages/a/package.json': manifest('a'), 'b/package.json': manifest('a', evil) };
    const head = { ...rest, 'packages/a': link('../b'), 'b/package.json': manifest('a', evil) };
    const found = await said(base, head);
    expect(found).toContain('link-followed packages/a packages/a/package.json b/package.json');
    expect(found.some((each) => each.startsWith('incomplete') || each.startsWith('not-locked'))).toBe(true);
  });

  test('R04, brother: through a new link to a folder that becomes a workspace', async () => {
    const evil = { dependencies: { x: '1.0.0', evil: '1.0.0' } };
    const base = { ...classic, 'b/package.json': manifest('b', evil) };
    const found = await said(base, { ...base, 'packages/b': link('../b') });
    expect(found).toContain('link-followed packages/b packages/b/package.json b/package.json');
    expect(found.some((each) => each.startsWith('incomplete') || each.startsWith('not-locked'))).toBe(true);
  });

  test('R04, brother: through a link that is untouched, to a link that changes', async () => {
    const base = {
      ...without(monorepo, 'packages/a/package.json'),
      'packages/a': link('../way'),
      way: link('b'),
      'b/package.json': manifest('a'),
      'c/package.json': manifest('a'),
    };
    const moved = { ...base, way: link('c') };
    expect(await said(base, moved)).toEqual(['link-followed way packages/a/package.json c/package.json']);
  });

  test.each(['../b/', '..//b/.', '../packages/../b'])('R04, brother: a folder spelled %s', async (target) => {
    const evil = { dependencies: { x: '1.0.0', evil: '1.0.0' } };
    const base = { ...classic, 'b/package.json': manifest('b', evil) };
    expect(await said(base, { ...base, 'packages/b': link(target) })).toContain(
      'link-followed packages/b packages/b/package.json b/package.json',
    );
  });

  test('R04, brother: a workspace behind a link to a folder that the policy leaves out', async () => {
    const evil = { dependencies: { x: '1.0.0', evil: '1.0.0' } };
    const base = { ...classic, 'test/fixtures/evil/package.json': manifest('b', evil) };
    const found = await said(base, { ...base, 'packages/b': link('../test/fixtures/evil') }, ['**/fixtures/**']);
    expect(found).toContain('link-followed packages/b packages/b/package.json test/fixtures/evil/package.json');
    expect(found.some((each) => each.startsWith('incomplete') || each.startsWith('not-locked'))).toBe(true);
  });

  test('a project that becomes a link to a folder that the policy leaves out is judged there', async () => {
    const base: Files = { 'app/package.json': manifest('root'), 'app/package-lock.json': lock() };
    const more = lock({
      'node_modules/x': { version: '1.0.0', resolved: 'https://registry.npmjs.org/x/-/x-1.0.0.tgz' },
    });
    const head: Files = {
      ...{ app: link('fixtures/app'), 'fixtures/app/package.json': manifest('root') },
      'fixtures/app/package-lock.json': more,
    };
    const { changes, observations } = await compare(base, head, ['fixtures/**']);
    expect(changes.map(({ name, lockfile }) => `${name} ${lockfile}`)).toEqual(['x app/package-lock.json']);
    expect(observations.map(({ code, path }) => `${code} ${path}`)).toContain('link-followed app');
  });

  test('a lockfile that becomes a link to a file of another name is an error, and is judged', async () => {
    const more = lock({
      'node_modules/x': { version: '1.0.0', resolved: 'https://registry.npmjs.org/x/-/x-1.0.0.tgz' },
    });
    const head = { ...project, 'package-lock.json': link('locks/x.json'), 'locks/x.json': more };
    const { changes, observations, errors } = await compare(project, head);
    expect([changes.map(({ name }) => name), errors]).toEqual([['x'], []]);
    expect(observations.map(shown)).toContain('not-regular package-lock.json package-lock.json locks/x.json');
  });

  test('a folder on the way of a link of the base that becomes a link itself', async () => {
    const base = { ...project, '.npmrc': link('config/rc'), 'config/rc': 'fund=false' };
    const head = { ...project, '.npmrc': link('config/rc'), config: link('evil'), 'evil/rc': 'script-shell=./x' };
    const found = await said(base, head);
    expect(found).toContain('not-regular config .npmrc evil/rc');
    expect(found).toContain('manager-replaced .npmrc');
  });

  test('a link of the base that is left alone is followed in silence, and what it leads to is watched', async () => {
    const base = {
      ...project,
      '.npmrc': link('config/rc'),
      'config/rc': 'fund=false',
      'packages/x/.npmrc': link('../../.npmrc'),
    };
    expect(await said(base, { ...base, 'src/x.js': '' })).toEqual([]);
    expect(await said(base, { ...base, 'config/rc': 'registry=https://evil.example/' })).toContain(
      'setting-changed .npmrc',
    );
  });

  test('a lockfile behind a link of the base is judged', async () => {
    const base: Files = {
      'package.json': manifest('root'),
      'package-lock.json': link('locks/main.json'),
      'locks/main.json': lock(),
    };
    const more = lock({
      'node_modules/x': { version: '1.0.0', resolved: 'https://registry.npmjs.org/x/-/x-1.0.0.tgz' },
    });
    const { changes, errors } = await compare(base, { ...base, 'locks/main.json': more });
    expect([changes.map(({ name, lockfile }) => `${name} ${lockfile}`), errors]).toEqual([['x package-lock.json'], []]);
  });

  test('a lockfile behind a link to its folder is judged once', async () => {
    const base: Files = { 'app/package.json': manifest('root'), 'app/package-lock.json': lock() };
    const { lockfiles, observations } = await compare(base, { ...base, latest: link('app') });
    expect([lockfiles.map(({ path }) => path), observations]).toEqual([['app/package-lock.json'], []]);
  });

  test.each(['node_modules', 'src/node_modules', 'packages/a/Node_Modules'])(
    'R14: %s that becomes a link or a submodule is an error',
    async (path) => {
      const base = { ...monorepo, 'vendor/x/index.js': '' };
      expect(await said(base, { ...base, [path]: link('vendor') })).toEqual([`not-regular ${path} ${path}`]);
      expect(await said(base, { ...base, [path]: submodule('1') })).toEqual([`not-regular ${path} ${path}`]);
      const old = { ...base, [path]: link('vendor') };
      expect(await said(old, { ...old, 'src/y.js': '' })).toEqual([]);
    },
  );

  test('R14, brother: a program of Yarn behind a link', async () => {
    const base = { ...project, 'yarn/releases/yarn.cjs': 'x' };
    expect(await said(base, { ...base, '.yarn': link('yarn') })).toContain(
      'link-followed .yarn .yarn/releases/yarn.cjs yarn/releases/yarn.cjs',
    );
  });

  test('a submodule with a workspace in it is an error, another one a note', async () => {
    const base = { ...monorepo, 'vendor/lib': submodule('1') };
    const rest = without(monorepo, 'packages/a/package.json');
    expect(await said(base, { ...base, 'vendor/lib': submodule('2') })).toEqual(['submodule-changed vendor/lib']);
    expect(await said(monorepo, { ...rest, packages: submodule('1') })).toEqual([
      'submodule-read packages packages/a/package.json',
    ]);
    expect(await said({ ...rest, 'packages/a': submodule('1') }, { ...rest, 'packages/a': submodule('2') })).toEqual([
      'submodule-read packages/a packages/a/package.json',
    ]);
    const linked = { ...rest, 'packages/a': link('../vendor/lib'), 'vendor/lib': submodule('1') };
    expect(await said(linked, { ...linked, 'vendor/lib': submodule('2') })).toEqual([
      'submodule-read vendor/lib packages/a/package.json',
    ]);
  });

  test('a workspace of an unchanged yarn.lock that becomes a submodule is an error', async () => {
    const head = { ...without(classic, 'packages/a/package.json'), 'packages/a': submodule('1') };
    expect(await said(classic, head)).toContain('submodule-read packages/a packages/a/package.json');
  });

  test('a workspace behind a link of the base is judged where its own manifest changes', async () => {
    const base = {
      ...without(classic, 'packages/a/package.json'),
      ...{ 'packages/a': link('../b'), 'b/package.json': manifest('a', { dependencies: { x: '1.0.0' } }) },
    };
    const evil = manifest('a', { dependencies: { x: '1.0.0', evil: '1.0.0' } });
    const found = await said(base, { ...base, 'b/package.json': evil });
    expect(found.some((each) => each.startsWith('incomplete') || each.startsWith('not-locked'))).toBe(true);
  });

  test('committed modules behind a link of the base are a finding where they change', async () => {
    const base = { ...project, node_modules: link('vendor/modules'), 'vendor/modules/x/index.js': '1' };
    expect(await said(base, { ...base, 'src/x.js': '' })).toEqual([]);
    for (const more of [{ 'vendor/modules/x/index.js': '2' }, { 'vendor/modules/y/index.js': '1' }]) {
      expect(await said(base, { ...base, ...more })).toEqual(['modules-committed node_modules']);
    }
  });

  test('a folder in a submodule that the lockfile installs is an error', async () => {
    const locked = {
      ...lock({
        '': manifest('root', { dependencies: { lib: 'file:vendor/lib/pkg' } }),
        'node_modules/lib': { resolved: 'vendor/lib/pkg', link: true },
        'vendor/lib/pkg': manifest('lib'),
      }),
    };
    const base: Files = {
      'package.json': manifest('root', { dependencies: { lib: 'file:vendor/lib/pkg' } }),
      'package-lock.json': locked,
      'vendor/lib': submodule('1'),
    };
    expect(await said(base, { ...base, 'vendor/lib': submodule('2') })).toEqual([
      'submodule-read vendor/lib vendor/lib/pkg/package.json',
    ]);
  });

  test('too many new links are refused, not left out', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`l/${at}`, link('../x')]));
    await expect(compare(project, { ...project, ...many })).rejects.toMatchObject({ code: 'budget' });
  });

  test.each<[string, Files]>([
    [
      'a linked manifest that is no importer',
      {
        'test/link/package.json': link('real.json'),
        'test/link/real.json': manifest('x', { dependencies: { y: '1' } }),
      },
    ],
    ['a link to a folder without a project', { latest: link('docs'), 'docs/x.md': '' }],
    ['a link that leads nowhere', { 'docs/latest': link('../../gone') }],
    ['a link that leads to itself', { loop: link('loop') }],
    ['a link below committed modules', { 'vendor/node_modules/a': link('../b') }],
  ])('silent: %s', async (_, more) => {
    expect(await said(project, { ...project, ...more })).toEqual([]);
  });
});

describe('folders that the policy leaves out', () => {
  const exclude = ['**/fixtures/**'];
  const bad: Files = {
    'test/fixtures/bad/package-lock.json': '{ not json',
    'test/fixtures/bad/package.json': manifest('bad', { dependencies: { x: '1' } }),
    'test/fixtures/bad/.npmrc': 'script-shell=./x',
    'test/fixtures/bad/deno.lock': 'x',
    'test/fixtures/bad/.gitattributes': '* ident filter=x',
    'test/fixtures/bad/.pnpmfile.cjs': 'x',
    'test/fixtures/bad/.yarn/releases/yarn.cjs': 'x',
    'test/fixtures/bad/link/package.json': link('../../../..'),
    'test/fixtures/bad/app': link('../../..'),
    'test/fixtures/preserve/node_modules': link('../b'),
  };

  test('nothing in them is looked at', async () => {
    const { observations, errors, changes } = await compare(project, { ...project, ...bad }, exclude);
    expect([observations.map(shown), errors, changes]).toEqual([[], [], []]);
    expect(
      await said(project, { ...project, ...bad, 'test/fixtures/m/node_modules': { mode: 'folder', id: '1' } }, exclude),
    ).toEqual([]);
  });

  test('without the exclusion all of it is', async () => {
    const { observations, errors } = await compare(project, { ...project, ...bad });
    expect(errors.map(({ code }) => code)).toEqual(['lockfile-syntax']);
    expect(new Set(observations.map(({ code }) => code))).toEqual(
      new Set([
        ...['unsupported', 'manager-replaced', 'program-added', 'program-changed'],
        ...['not-regular', 'rewritten-on-checkout'],
      ]),
    );
  });

  test('a pattern for one name leaves out no folder', async () => {
    const head = { ...project, 'app/.npmrc': 'script-shell=./x' };
    expect(await said(project, head, ['**/yarn.lock'])).toEqual(['manager-replaced app/.npmrc']);
    expect(await said(project, head, ['app/**'])).toEqual([]);
  });

  test('the gate itself is never left out', async () => {
    const path = '.github/dependency-policy.yml';
    expect(await said(project, { ...project, [path]: 'version: 1' }, ['.github/**'])).toEqual([
      `policy-changed ${path} added`,
    ]);
  });

  test.each<[string, Files, Files, string, ...string[]]>([
    [
      'a userconfig',
      { '.npmrc': 'userconfig=test/fixtures/bad/.npmrc' },
      { 'test/fixtures/bad/.npmrc': 'script-shell=./x' },
      'manager-replaced test/fixtures/bad/.npmrc',
      'manager-replaced test/fixtures/bad/.npmrc added',
    ],
    [
      'what a userconfig names',
      { '.npmrc': 'userconfig=test/fixtures/rc/.npmrc', 'test/fixtures/rc/.npmrc': 'globalconfig=../bad/.npmrc' },
      { 'test/fixtures/bad/.npmrc': 'script-shell=./x' },
      'manager-replaced test/fixtures/bad/.npmrc',
    ],
    [
      'a release of Yarn',
      { '.yarnrc.yml': 'yarnPath: test/fixtures/.yarn/releases/y.cjs' },
      { 'test/fixtures/.yarn/releases/y.cjs': 'x' },
      'manager-replaced test/fixtures/.yarn/releases/y.cjs added',
    ],
  ])('the settings of a project that is included name %s in them', async (_, base, head, ...expected) => {
    expect(await said({ ...project, ...base }, { ...project, ...base, ...head }, exclude)).toEqual(expected);
  });

  test('an included project that the head moves there is an error', async () => {
    const base = {
      ...project,
      'app/package.json': manifest('app'),
      'app/package-lock.json': lock({ '': manifest('app') }),
    };
    const moved = {
      ...project,
      'fixtures/app/package.json': manifest('app'),
      'fixtures/app/package-lock.json': lock({ '': manifest('app') }),
    };
    expect(await said(base, moved, exclude)).toEqual([
      'moved-out fixtures/app/package-lock.json app/package-lock.json',
    ]);
    const renamed = { ...moved, 'fixtures/app/package.json': manifest('other') };
    const more = { 'node_modules/x': { version: '1.0.0', resolved: 'https://registry.npmjs.org/x/-/x-1.0.0.tgz' } };
    const full = lock({ '': manifest('app'), ...more });
    expect(
      await said(
        { ...base, 'app/package-lock.json': full },
        { ...renamed, 'fixtures/app/package-lock.json': full },
        exclude,
      ),
    ).toEqual(['moved-out fixtures/app/package-lock.json app/package-lock.json']);
  });

  test('an importer that the head moves there is an error', async () => {
    const rest = without(monorepo, 'packages/a/package.json');
    const head = {
      ...rest,
      'package-lock.json': lock({ '': { ...manifest('root'), ...workspaces } }),
      'fixtures/a/package.json': manifest('a'),
    };
    expect(await said(monorepo, head, exclude)).toEqual(['moved-out fixtures/a/package.json packages/a/package.json']);
    expect(await said(monorepo, { ...head, 'fixtures/a/package.json': manifest('other') }, exclude)).toEqual([]);
  });
});
