import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { reportOf } from '../../src/run/report-of.ts';
import { runGate } from '../../src/run/pipeline.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** Edits of settings, catalogs, hooks and own code that managers run, and what `recommended` makes of them. */

type Files = Readonly<Record<string, MemoryFile>>;

let registry: LoopbackRegistry;
beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      vite: pkg({ '7.1.0': {}, '7.1.1': { publishedAt: '2020-02-02T00:00:00.000Z' } }),
      react: pkg({ '19.0.0': {}, '19.1.0': { publishedAt: '2020-02-02T00:00:00.000Z' } }),
    },
  });
});
afterAll(() => registry.close());

async function judged(base: Files, head: Files, isGitLike = true): Promise<readonly string[]> {
  const before = memorySnapshot(base, { ids: isGitLike });
  const run = await runGate({
    ...{ mode: 'check', base: before, head: memorySnapshot(head, { ids: isGitLike }), trusted: before },
    ...{ policyPath: '.github/dependency-policy.yml', now: '2020-06-01T00:00:00.000Z' as const },
    ...{ offline: false, env: {}, workTree: '/nonexistent', registry: registry.url },
  });
  const { verdict, findings } = reportOf(run);
  const shown = findings.filter(({ rule, level }) => !(rule === 'provenance' && level === 'note'));
  return [verdict, ...shown.map(({ level, codes, lockfile }) => `${level} ${codes.join('+')} ${lockfile}`)];
}

const npm: Files = {
  'package-lock.json': { name: 'a', lockfileVersion: 3, packages: { '': { name: 'a' } } },
  'package.json': { name: 'a' },
};
const berry = '__metadata:\n  version: 8\n  cacheKey: 10c0\n';
const yarn: Files = { 'yarn.lock': berry, 'package.json': { name: 'a' } };
const pnpm: Files = {
  'pnpm-lock.yaml': "lockfileVersion: '9.0'\n\nimporters:\n\n  .: {}\n",
  'package.json': { name: 'a' },
};

/** A pnpm project with one dependency from its catalog. */
function catalog(name: string, version: string, entry = `^${version}`, more = ''): Files {
  const { integrity } = registry.lockEntry(name, version);
  return {
    'package.json': { name: 'a', dependencies: { [name]: 'catalog:' } },
    'pnpm-workspace.yaml': `${more}catalog:\n  ${name}: ${entry}\n`,
    'pnpm-lock.yaml':
      `lockfileVersion: '9.0'\n\ncatalogs:\n  default:\n    ${name}:\n      specifier: ${entry}\n      version: ${version}\n\n` +
      `importers:\n\n  .:\n    dependencies:\n      ${name}:\n        specifier: 'catalog:'\n        version: ${version}\n\n` +
      `packages:\n\n  ${name}@${version}:\n    resolution: {integrity: ${integrity}}\n\nsnapshots:\n\n  ${name}@${version}: {}\n`,
  };
}

describe('must pass quietly', () => {
  const to = (files: Files, path: string, before: string | undefined, after: string) =>
    judged(before === undefined ? files : { ...files, [path]: before }, { ...files, [path]: after });

  test('quiet list, row 16: harmless keys of .npmrc', async () => {
    const keys =
      'engine-strict=true\nlegacy-peer-deps=true\nsave-exact=true\nfund=false\naudit=false\nprovenance=true\nnode-linker=hoisted\n' +
      'public-hoist-pattern[]=*eslint*\nshamefully-hoist=true\nauto-install-peers=true\nupdate-notifier=false\nstrict-peer-dependencies=false\n';
    expect(await to(npm, '.npmrc', undefined, keys)).toEqual(['pass']);
    expect(await to(pnpm, '.npmrc', 'fund=true\n', keys)).toEqual(['pass']);
  });

  test('quiet list, row 19: a catalog entry with its lockfile', async () => {
    expect(await judged(catalog('react', '19.0.0'), catalog('react', '19.1.0'))).toEqual(['pass']);
  });

  test('quiet list, row 20: settings of pnpm that only make installs stricter', async () => {
    const before = 'packages:\n  - libs/*\n';
    const after = `${before}  - apps/*\nminimumReleaseAge: 4320\ntrustPolicy: no-downgrade\nblockExoticSubdeps: true\nallowBuilds:\n  core-js: false\n`;
    expect(await to(pnpm, 'pnpm-workspace.yaml', before, after)).toEqual([
      'pass',
      'note setting-noted pnpm-workspace.yaml',
    ]);
  });

  test('quiet list, row 21: an exclusion of the exact version that is locked here', async () => {
    const list = (version: string) => `minimumReleaseAgeExclude:\n  - vite@${version}\n`;
    expect(
      await judged(
        catalog('vite', '7.1.0', '^7.1.0', list('7.1.0')),
        catalog('vite', '7.1.1', '^7.1.1', list('7.1.1')),
      ),
    ).toEqual(['pass', 'note setting-noted pnpm-workspace.yaml']);
  });

  test('quiet list, row 22: harmless keys of .yarnrc.yml, a raised gate and a key of a plugin', async () => {
    const before = 'npmMinimalAgeGate: 1d\n';
    const after =
      'nodeLinker: node-modules\ncompressionLevel: 0\nenableTelemetry: false\ndefaultSemverRangePrefix: ""\nnpmMinimalAgeGate: 3d\nreleaseTool: x\n';
    expect(await to(yarn, '.yarnrc.yml', before, after)).toEqual(['pass', 'note setting-noted .yarnrc.yml']);
    expect(await to(yarn, '.yarnrc.yml', before, after.replace('3d', '36h'))).toContain('pass');
  });

  test('quiet list, row 23: engines, volta, .nvmrc and the runtime of devEngines', async () => {
    const at = (version: string): Files => ({
      ...npm,
      'package.json': {
        ...{ name: 'a', engines: { node: `>=${version}` }, volta: { node: version } },
        devEngines: { runtime: { name: 'node', version } },
      },
      '.nvmrc': version,
    });
    const lock = (version: string): Files => ({
      'package-lock.json': {
        ...{ name: 'a', lockfileVersion: 3 },
        packages: { '': { name: 'a', engines: { node: `>=${version}` } } },
      },
    });
    expect(await judged({ ...at('22.1.0'), ...lock('22.1.0') }, { ...at('22.2.0'), ...lock('22.2.0') })).toEqual([
      'pass',
    ]);
  });

  test.each([
    ['.pnpmfile.cjs', pnpm],
    ['yarn.config.cjs', yarn],
  ])('quiet list, row 38: an edit of %s is a warning', async (path, files) => {
    for (const ids of [true, false]) {
      const found = await judged({ ...files, [path]: '// a\n' }, { ...files, [path]: '// b\n' }, ids);
      expect(found).toEqual(['warn', `warn program-changed ${path}`]);
    }
  });
});

describe('quiet list, row 39: a patch of patch-package', () => {
  const patches = 'patches/left-pad+1.3.0.patch';
  const changed = (files: Files) => judged({ ...files, [patches]: 'a' }, { ...files, [patches]: 'b' });

  test('says nothing where no manifest has patch-package', async () => {
    expect(await changed(npm)).toEqual(['pass']);
  });

  test('is one warning where the manifest has it', async () => {
    const manifest = {
      name: 'a',
      scripts: { postinstall: 'patch-package' },
      optionalDependencies: { 'patch-package': '*' },
    };
    const lock = {
      ...{ name: 'a', lockfileVersion: 3 },
      packages: { '': { name: 'a', optionalDependencies: { 'patch-package': '*' } } },
    };
    const files = { ...npm, 'package.json': manifest, 'package-lock.json': lock };
    expect(await changed(files)).toEqual(['warn', `warn patch-changed ${patches}`]);
  });

  test.each([
    ['by its name alone, as with npx', 'npx patch-package', patches],
    ['with another folder', 'patch-package --patch-dir pp', 'pp/left-pad+1.3.0.patch'],
    ['with another folder in quotes', 'patch-package --patch-dir="pp" --error-on-fail', 'pp/left-pad+1.3.0.patch'],
  ])('is one warning where a script runs it %s', async (_, postinstall, path) => {
    const files: Files = { ...npm, 'package.json': { name: 'a', scripts: { postinstall } } };
    const found = await judged({ ...files, [path]: 'a' }, { ...files, [path]: 'b' });
    expect(found).toEqual(['warn', `warn patch-changed ${path}`]);
  });

  test('is one warning where the patch is a link of the base and its target changes', async () => {
    const files: Files = {
      ...npm,
      'package.json': { name: 'a', patchedDependencies: { 'left-pad@1.3.0': 'pp/l.patch' } },
      'pp/l.patch': { mode: 'symlink', target: 'text' },
    };
    const found = await judged({ ...files, 'pp/text': 'a' }, { ...files, 'pp/text': 'b' });
    expect(found).toEqual(['warn', 'warn patch-changed pp/l.patch']);
  });
});

describe('attacks beside what passes quietly', () => {
  const to = (files: Files, path: string, before: string, after: string) =>
    judged({ ...files, [path]: before }, { ...files, [path]: after });
  const workspace = 'pnpm-workspace.yaml';
  test('row 19: a catalog entry that becomes an alias', async () => {
    const base = catalog('react', '19.0.0');
    const head = { ...base, [workspace]: 'catalog:\n  react: npm:evil@1\n' };
    expect(await judged(base, head)).toContain(`warn override-changed ${workspace}`);
  });

  test('row 19: a catalog entry that no manifest uses', async () => {
    expect(await to(pnpm, workspace, 'packages: []\n', 'packages: []\ncatalog:\n  react: ^19.0.0\n')).toContain(
      `warn override-changed ${workspace}`,
    );
  });

  test.each<[string, string, string]>([
    ['a lower minimum age', 'minimumReleaseAge: 4320\n', 'minimumReleaseAge: 60\n'],
    ['a first minimum age below the default', '', 'minimumReleaseAge: 0\n'],
    ['a minimum age that is removed', 'minimumReleaseAge: 4320\nhoist: true\n', 'hoist: true\n'],
    ['a build that is allowed', 'allowBuilds:\n  core-js: false\n', 'allowBuilds:\n  core-js: true\n'],
    ['a denial that is removed', 'allowBuilds:\n  a: false\n  core-js: false\n', 'allowBuilds:\n  a: false\n'],
    ['trust that may be downgraded', 'trustPolicy: no-downgrade\n', 'trustPolicy: off\n'],
    ['exotic dependencies', 'blockExoticSubdeps: true\n', 'blockExoticSubdeps: false\n'],
    [
      'row 21: an exclusion by its bare name',
      'minimumReleaseAgeExclude:\n  - vite@7.1.0\n',
      'minimumReleaseAgeExclude:\n  - vite\n',
    ],
    [
      'row 21: an exclusion by a pattern',
      'minimumReleaseAgeExclude:\n  - vite@7.1.0\n',
      "minimumReleaseAgeExclude:\n  - '@*/*'\n",
    ],
    [
      'row 21: an exclusion of a version that is not locked here',
      'minimumReleaseAgeExclude:\n  - vite@7.1.0\n',
      'minimumReleaseAgeExclude:\n  - vite@7.1.1\n',
    ],
    ['a list of builds that is removed', 'onlyBuiltDependencies:\n  - a\n', 'hoist: true\n'],
    ['a first list of what is not built, which lets the rest build', '', 'neverBuiltDependencies:\n  - a\n'],
    ['an age after which trust is ignored', '', 'trustPolicyIgnoreAfter: 1440\n'],
  ])('%s', async (_, before, after) => {
    expect(await to(pnpm, workspace, `packages: []\n${before}`, `packages: []\n${after}`)).toEqual([
      'warn',
      `warn setting-changed ${workspace}`,
    ]);
  });

  test.each<[string, string, string]>([
    ['a lower gate of Yarn', 'npmMinimalAgeGate: 3d\n', 'npmMinimalAgeGate: 12h\n'],
    ['scripts that are switched on', 'enableScripts: false\n', 'enableScripts: true\n'],
    ['more repositories', 'approvedGitRepositories:\n  - a\n', 'approvedGitRepositories:\n  - a\n  - b\n'],
    ['a key that no table has', 'nodeLinker: pnp\n', 'nodeLinker: pnp\nhooky: 1\n'],
  ])('%s', async (_, before, after) => {
    expect(await to(yarn, '.yarnrc.yml', before, after)).toEqual(['warn', 'warn setting-changed .yarnrc.yml']);
  });

  test('tightening in .npmrc and .yarnrc.yml is a note, and its way back is not', async () => {
    expect(await to(npm, '.npmrc', 'fund=true\n', 'ignore-scripts=true\nstrict-ssl=true\n')).toEqual([
      'pass',
      'note setting-noted .npmrc',
    ]);
    expect(await to(npm, '.npmrc', 'ignore-scripts=true\n', 'ignore-scripts=false\n')).toEqual([
      'warn',
      'warn setting-changed .npmrc',
    ]);
    const strict = 'approvedGitRepositories:\n  - a\nenableScripts: false\nenableHardenedMode: true\n';
    expect(await to(yarn, '.yarnrc.yml', 'approvedGitRepositories:\n  - a\n  - b\n', strict)).toEqual([
      'pass',
      'note setting-noted .yarnrc.yml',
    ]);
  });
});

describe('own code that a manager runs or reads', () => {
  const hooks = (files: Files, scripts: Readonly<Record<string, string>>): Files => ({
    ...files,
    'package.json': { name: 'a', scripts },
  });
  test.each<[string, Files, Files, readonly string[]]>([
    ['the first pnpmfile', pnpm, { ...pnpm, '.pnpmfile.cjs': 'x' }, ['fail', 'error program-added .pnpmfile.cjs']],
    [
      'the first yarn.config.cjs',
      yarn,
      { ...yarn, 'yarn.config.cjs': 'x' },
      ['fail', 'error program-added yarn.config.cjs'],
    ],
    ['yarn.config.cjs without a lockfile of Yarn', npm, { ...npm, 'yarn.config.cjs': 'x' }, ['pass']],
    [
      'the first .env.yarn',
      yarn,
      { ...yarn, '.env.yarn': 'NODE_OPTIONS=--require ./x\n' },
      ['fail', 'error program-added .env.yarn'],
    ],
    [
      'package.yaml beside a lockfile of pnpm',
      pnpm,
      { ...pnpm, 'package.yaml': 'name: a\n' },
      ['fail', 'error program-added package.yaml'],
    ],
    ['package.yaml of Haskell', npm, { ...npm, 'package.yaml': 'name: a\n' }, ['pass']],
    [
      'the pnpmfile that a setting of the base branch names',
      { ...pnpm, 'pnpm-workspace.yaml': 'pnpmfile: tools/hooks.cjs\n', 'tools/hooks.cjs': 'a' },
      { ...pnpm, 'pnpm-workspace.yaml': 'pnpmfile: tools/hooks.cjs\n', 'tools/hooks.cjs': 'b' },
      ['warn', 'warn program-changed tools/hooks.cjs'],
    ],
    [
      'a committed file that becomes the first pnpmfile',
      { ...pnpm, 'tools/hooks.cjs': 'a' },
      { ...pnpm, 'pnpm-workspace.yaml': 'pnpmfile: tools/hooks.cjs\n', 'tools/hooks.cjs': 'a' },
      ['fail', 'warn setting-changed pnpm-workspace.yaml', 'error program-added tools/hooks.cjs'],
    ],
    [
      'a plugin that a setting of the base branch names',
      { ...yarn, '.yarnrc.yml': 'plugins:\n  - path: tools/plugin.cjs\n    spec: x\n', 'tools/plugin.cjs': 'a' },
      { ...yarn, '.yarnrc.yml': 'plugins:\n  - path: tools/plugin.cjs\n    spec: x\n', 'tools/plugin.cjs': 'b' },
      ['warn', 'warn program-changed tools/plugin.cjs'],
    ],
    [
      'the first install hook',
      npm,
      hooks(npm, { postinstall: 'node x.js' }),
      ['fail', 'error program-added package.json'],
    ],
    [
      'another install hook',
      hooks(npm, { prepare: 'husky' }),
      hooks(npm, { prepare: 'husky', postinstall: 'node x.js' }),
      ['warn', 'warn program-changed package.json'],
    ],
    ['an install hook that is removed', hooks(npm, { prepare: 'husky' }), hooks(npm, {}), ['pass']],
    ['scripts that no install runs', npm, hooks(npm, { test: 'jest', build: 'tsc' }), ['pass']],
    [
      'members of config',
      npm,
      { ...npm, 'package.json': { name: 'a', config: { commitizen: { path: 'x' } } } },
      ['pass'],
    ],
    [
      'a member of config that an install script may read',
      npm,
      { ...npm, 'package.json': { name: 'a', config: { canvas_binary_host: 'https://evil.example' } } },
      ['warn', 'warn setting-changed package.json'],
    ],
    [
      'an unknown key of pnpm in package.json',
      pnpm,
      { ...pnpm, 'package.json': { name: 'a', pnpm: { hooky: 1 } } },
      ['warn', 'warn setting-changed package.json'],
    ],
    [
      'a harmless and a stricter key of pnpm in package.json',
      pnpm,
      { ...pnpm, 'package.json': { name: 'a', pnpm: { shamefullyHoist: true, allowBuilds: { x: false } } } },
      ['pass', 'note setting-noted package.json'],
    ],
  ])('%s', async (_, base, head, expected) => {
    expect([...(await judged(base, head))].sort()).toEqual([...expected].sort());
  });

  test('the first install hook of a workspace, and one where another manifest has some', async () => {
    const lock = {
      ...{ name: 'a', lockfileVersion: 3 },
      packages: {
        '': { name: 'a', workspaces: ['w'] },
        'node_modules/w': { resolved: 'w', link: true },
        w: { name: 'w', version: '1.0.0' },
      },
    };
    const project = (root: object, scripts?: object): Files => ({
      'package-lock.json': lock,
      'package.json': { name: 'a', workspaces: ['w'], ...root },
      'w/package.json': { name: 'w', version: '1.0.0', ...(scripts && { scripts }) },
    });
    expect(await judged(project({}), project({}, { postinstall: 'x' }))).toEqual([
      'fail',
      'error program-added w/package.json',
    ]);
    const root = { scripts: { prepare: 'husky' } };
    expect(await judged(project(root), project(root, { postinstall: 'x' }))).toEqual([
      'warn',
      'warn program-changed w/package.json',
    ]);
  });

  const workspace = (more: Files, exclude = ''): Files => ({
    'package-lock.json': {
      ...{ name: 'a', lockfileVersion: 3 },
      packages: {
        '': { name: 'a', workspaces: ['fixtures/*'] },
        'node_modules/w': { resolved: 'fixtures/w', link: true },
        'fixtures/w': { name: 'w', version: '1.0.0' },
      },
    },
    'package.json': { name: 'a', workspaces: ['fixtures/*'] },
    'fixtures/w/package.json': { name: 'w', version: '1.0.0' },
    '.github/dependency-policy.yml': `version: 1\nextends: recommended\nlockfiles: { exclude: [${exclude}] }\n`,
    ...more,
  });
  const hooked = { name: 'w', version: '1.0.0', scripts: { postinstall: 'x' } };

  test('a workspace that the policy leaves out gains an install hook, and npm runs it', async () => {
    const out = '"**/fixtures/**"';
    expect(await judged(workspace({}, out), workspace({ 'fixtures/w/package.json': hooked }, out))).toEqual([
      'fail',
      'error program-added fixtures/w/package.json',
    ]);
  });

  test('a folder that the policy leaves out and no lockfile lists may have hooks', async () => {
    const out = '"**/fixtures/**"';
    const other = { 'fixtures/x/fixtures/y/package.json': hooked, 'fixtures/x/fixtures/y/binding.gyp': '{}' };
    expect(await judged(workspace({}, out), workspace(other, out))).toEqual(['pass']);
  });

  const classic: Files = { 'yarn.lock': '# yarn lockfile v1\n\n\n', 'package.json': { name: 'a' } };
  const blocked = ['fail', 'error program-added package.json'];
  const withManifest = (files: Files, more: object): Files => ({ ...files, 'package.json': { name: 'a', ...more } });

  test.each<[string, Files, readonly string[]]>([
    ['npm', npm, blocked],
    ['pnpm', pnpm, blocked],
    ['Yarn 1', classic, blocked],
    ['Yarn 2, which builds no project', yarn, ['pass']],
    ['npm, with a script in its place', withManifest(npm, { scripts: { install: 'node x' } }), ['pass']],
    [
      'npm, with an empty script',
      withManifest(npm, { scripts: { install: '' } }),
      ['warn', 'warn program-changed package.json'],
    ],
    ['npm, switched off by gypfile', withManifest(npm, { gypfile: false }), ['pass']],
    ['pnpm, which does not heed gypfile', withManifest(pnpm, { gypfile: false }), blocked],
  ])('a `binding.gyp` beside an unchanged package.json is an install hook: %s', async (_, files, expected) => {
    expect(await judged(files, { ...files, 'binding.gyp': '{}' })).toEqual(expected);
  });

  test('a `binding.gyp` of a workspace: pnpm builds it, npm does not', async () => {
    expect(await judged(workspace({}), workspace({ 'fixtures/w/binding.gyp': '{}' }))).toEqual(['pass']);
    const project: Files = {
      ...pnpm,
      'pnpm-workspace.yaml': 'packages:\n  - w\n',
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n\nimporters:\n\n  .: {}\n\n  w: {}\n",
      'w/package.json': { name: 'w', version: '1.0.0' },
    };
    expect(await judged(project, { ...project, 'w/binding.gyp': '{}' })).toEqual([
      'fail',
      'error program-added w/package.json',
    ]);
  });

  test('an edit of the build of a native addon is a warning, and beside one another hook is not the first', async () => {
    const addon: Files = { ...npm, 'binding.gyp': '{}' };
    expect(await judged(addon, { ...addon, 'binding.gyp': '{"targets":[]}' })).toEqual([
      'warn',
      'warn program-changed binding.gyp',
    ]);
    expect(await judged(addon, withManifest(addon, { scripts: { postinstall: 'x' } }))).toEqual([
      'warn',
      'warn program-changed package.json',
    ]);
  });

  const hookedIn = (folder: string): Files => ({ [`${folder}/package.json`]: { ...hooked, name: 'nu' } });
  const hookOf = (folder: string) => ['fail', `error program-added ${folder}/package.json`];

  test.each<[string, string, string, readonly string[]]>([
    ['the usual glob', 'packages/*', 'packages/nu', hookOf('packages/nu')],
    ['a class of characters', 'packages/[mno]u', 'packages/nu', hookOf('packages/nu')],
    ['an excluded folder', "packages/*\n  - '!packages/nu'", 'packages/nu', ['pass']],
    ['a folder that no glob matches', 'packages/*', 'tools/nu', ['pass']],
  ])('pnpm runs the hooks of a workspace that the lockfile does not list: %s', async (_, globs, folder, expected) => {
    const project: Files = { ...pnpm, 'pnpm-workspace.yaml': `packages:\n  - ${globs}\n` };
    expect(await judged(project, { ...project, ...hookedIn(folder) })).toEqual(expected);
  });

  test('globs of pnpm that are too costly match every folder', async () => {
    const globs = Array.from({ length: 1001 }, (_, at) => `  - x${at}\n`).join('');
    const project: Files = { ...pnpm, 'pnpm-workspace.yaml': `packages:\n${globs}` };
    expect(await judged(project, { ...project, ...hookedIn('packages/nu') })).toEqual(hookOf('packages/nu'));
  });

  test.each(['packages: [', 'packages: a\n', 'packages: a\n---\nb: c\n', '- a\n'])(
    'a workspace file of pnpm that is not understood matches every folder: %j',
    async (text) => {
      const project: Files = { ...pnpm, 'pnpm-workspace.yaml': text };
      expect(await judged(project, { ...project, ...hookedIn('packages/nu') })).toEqual(hookOf('packages/nu'));
    },
  );

  test.each([
    'packages/*',
    'packages/+(a|nu)',
    'packages/@(a|n(u|v))',
    'packages//nu',
    'packages/a/../nu',
    'packages/[mno]u',
    'packages/{m..o}u',
    'packages/\\nu',
    '!(x)/nu',
  ])('Yarn 1 runs the hooks of a workspace that an unusual glob names: %s', async (glob) => {
    const project = { ...classic, 'package.json': { name: 'a', workspaces: ['packages/a', glob] } };
    expect(await judged(project, { ...project, ...hookedIn('packages/nu') })).toEqual(hookOf('packages/nu'));
  });

  test('Yarn 1 takes no folder out of its workspaces', async () => {
    const project = { ...classic, 'package.json': { name: 'a', workspaces: ['packages/*', '!packages/nu'] } };
    expect(await judged(project, { ...project, ...hookedIn('packages/nu') })).toEqual(hookOf('packages/nu'));
    const others = { ...classic, 'package.json': { name: 'a', workspaces: ['packages/a', '!packages/nu'] } };
    expect(await judged(others, { ...others, ...hookedIn('packages/nu') })).toEqual(['pass']);
  });

  test('a new workspace takes the name of a package that the base locks from a registry', async () => {
    const { version, resolved, integrity } = registry.lockEntry('react', '19.0.0');
    const react = { version, resolved, integrity };
    const project = (workspaces: readonly string[], packages: object, more: Files = {}): Files => ({
      'package-lock.json': {
        ...{ name: 'a', lockfileVersion: 3 },
        packages: { '': { name: 'a', workspaces, dependencies: { react: '19.0.0' } }, ...packages },
      },
      'package.json': { name: 'a', workspaces, dependencies: { react: '19.0.0' } },
      ...more,
    });
    const folder = { name: 'react', version: '19.0.0' };
    const own = { 'node_modules/react': { resolved: 'w', link: true }, w: folder };
    const base = project([], { 'node_modules/react': react });
    const head = project(['w'], own, { 'w/package.json': folder });
    expect(await judged(base, head)).toEqual(['warn', 'warn workspace-replaces package-lock.json']);
    expect(await judged(head, { ...head, 'w/index.js': 'x' })).toEqual(['pass']);
    const other = { name: 'w', version: '1.0.0' };
    const entries = { 'node_modules/react': react, 'node_modules/w': { resolved: 'w', link: true }, w: other };
    expect(await judged(base, project(['w'], entries, { 'w/package.json': other }))).toEqual(['pass']);
  });

  describe('a binding.gyp, which managers build where no script says otherwise', () => {
    const gyp = (command: string) =>
      JSON.stringify({ targets: [{ target_name: 'a', variables: { x: `<!(${command})` } }] });

    test('that is edited', async () => {
      const found = await judged({ ...npm, 'binding.gyp': gyp('true') }, { ...npm, 'binding.gyp': gyp('sh x.sh') });
      expect(found).toEqual(['warn', 'warn program-changed binding.gyp']);
    });

    test('of a workspace, and none where no manager installs', async () => {
      const files: Files = {
        ...pnpm,
        'pnpm-lock.yaml': "lockfileVersion: '9.0'\n\nimporters:\n\n  .: {}\n\n  w: {}\n",
        'pnpm-workspace.yaml': 'packages: [w]\n',
        'w/package.json': { name: 'w' },
      };
      expect(await judged(files, { ...files, 'w/binding.gyp': gyp('sh x.sh') })).toEqual([
        'fail',
        'error program-added w/package.json',
      ]);
      expect(await judged(files, { ...files, 'test/addon/binding.gyp': gyp('true') })).toEqual(['pass']);
      const edit = (path: string) => judged({ ...files, [path]: gyp('true') }, { ...files, [path]: gyp('sh x.sh') });
      expect(await edit('w/binding.gyp')).toEqual(['warn', 'warn program-changed w/binding.gyp']);
      expect(await edit('test/addon/binding.gyp')).toEqual(['pass']);
    });
  });

  describe('a hook in a manifest behind a link of the base', () => {
    const hook = { scripts: { postinstall: 'sh x.sh' } };

    test('of the root', async () => {
      const files = (root: object): Files => ({
        'package-lock.json': npm['package-lock.json'] as object,
        'package.json': { mode: 'symlink', target: 'm/package.json' },
        'm/package.json': { name: 'a', ...root },
      });
      expect(await judged(files({}), files(hook))).toEqual(['fail', 'error program-added package.json']);
    });

    test('of the folder of a workspace', async () => {
      const files = (own: object): Files => ({
        ...pnpm,
        'pnpm-lock.yaml': "lockfileVersion: '9.0'\n\nimporters:\n\n  .: {}\n\n  w: {}\n",
        'pnpm-workspace.yaml': 'packages: [w]\n',
        w: { mode: 'symlink', target: 'impl' },
        'impl/package.json': { name: 'w', ...own },
      });
      expect(await judged(files({}), files(hook))).toEqual(['fail', 'error program-added w/package.json']);
    });
  });

  describe('a file of environment variables, which bun gives to itself and to each install script', () => {
    const bun: Files = {
      'bun.lock': '{ "lockfileVersion": 1, "workspaces": { "": { "name": "a" } }, "packages": {} }',
      'package.json': { name: 'a' },
    };
    const steers = 'A=1\nexport NODE_OPTIONS="--require ../../x.cjs"\n';

    test.each(['.env', '.env.local', '.env.production', '.env.test.local'])('%s that steers programs', async (path) => {
      expect(await judged({ ...bun, [path]: 'A=1\n' }, { ...bun, [path]: steers })).toEqual([
        'fail',
        `error program-added ${path}`,
      ]);
      expect(await judged(bun, { ...bun, [path]: 'BUN_INSTALL_CACHE_DIR=./c\n' })).toEqual([
        'fail',
        `error program-added ${path}`,
      ]);
    });

    test('one that steered programs before', async () => {
      const found = await judged({ ...bun, '.env': steers }, { ...bun, '.env': steers.replace('x.cjs', 'y.cjs') });
      expect(found).toEqual(['warn', 'warn program-changed .env']);
    });

    test('of an application alone, and beside the lockfile of another manager', async () => {
      const own =
        '# NODE_OPTIONS=x\nVITE_API=https://api.example\nNODE_ENV=production\nGIT_SHA=1\nDATABASE_URL=postgres://x\n';
      expect(await judged({ ...bun, '.env': 'A=1\n' }, { ...bun, '.env': own })).toEqual(['pass']);
      expect(await judged(npm, { ...npm, '.env': steers })).toEqual(['pass']);
    });
  });

  test('a submodule at another commit, with the pnpmfile that a setting names in it', async () => {
    const files = (id: string, setting: string): Files => ({
      ...pnpm,
      '.npmrc': setting,
      cfg: { mode: 'gitlink', id: id.repeat(40) },
    });
    const named = 'pnpmfile=cfg/p.cjs\n';
    expect(await judged(files('a', named), files('b', named))).toEqual(['fail', 'error submodule-read cfg']);
    const other = 'fund=false\n';
    expect(await judged(files('a', other), files('b', other))).toEqual(['pass', 'note submodule-changed cfg']);
  });

  test('a package manager that the manifest of a workspace names', async () => {
    const files = (packageManager?: string): Files => ({
      ...pnpm,
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n\nimporters:\n\n  .: {}\n\n  w: {}\n",
      'pnpm-workspace.yaml': 'packages: [w]\n',
      'w/package.json': { name: 'w', ...(packageManager !== undefined && { packageManager }) },
    });
    for (const other of ['yarn@1.22.22', 'pnpm@https://evil.example/pnpm.tgz']) {
      expect(await judged(files(), files(other))).toEqual(['fail', 'error manager-replaced w/package.json']);
    }
  });

  test('a binding.gyp behind a link of the base', async () => {
    const files: Files = { ...npm, 'binding.gyp': { mode: 'symlink', target: 't/a.gyp' } };
    const found = await judged({ ...files, 't/a.gyp': '{}' }, { ...files, 't/a.gyp': '{"targets":[]}' });
    expect(found).toEqual(['warn', 'warn program-changed binding.gyp']);
  });

  describe('an edit behind a link of the base of', () => {
    test.each([
      ['a program that a setting names', 'x.sh', { 'x.sh': { mode: 'symlink', target: 'docs/x.md' } }],
      ['the folder of such a program', 'bin/x.sh', { bin: { mode: 'symlink', target: 'docs' } }],
      [
        'a link to a link',
        'x.sh',
        { 'x.sh': { mode: 'symlink', target: 'y' }, y: { mode: 'symlink', target: 'docs/x.md' } },
      ],
    ] as const)('%s', async (_, named, links) => {
      const at = named === 'bin/x.sh' ? 'docs/x.sh' : 'docs/x.md';
      const files = (text: string): Files => ({ ...npm, ...links, '.npmrc': `script-shell=./${named}\n`, [at]: text });
      expect(await judged(files('a'), files('b'))).toEqual(['fail', `error manager-replaced ${named}`]);
      expect(await judged(files('a'), files('a'))).toEqual(['pass']);
    });

    test('the folder of patches', async () => {
      const files = (text: string): Files => ({
        ...npm,
        'package.json': { name: 'a', scripts: { postinstall: 'patch-package' } },
        patches: { mode: 'symlink', target: 'docs/pp' },
        'docs/pp/left-pad+1.3.0.patch': text,
      });
      expect(await judged(files('a'), files('b'))).toEqual(['warn', 'warn patch-changed patches/left-pad+1.3.0.patch']);
    });
  });

  test.each([
    ['pnpm, with a default', pnpm, '.npmrc', 'pnpmfile=${NOPE:-t/p.cjs}\n', 't/p.cjs', 'warn', 'program-changed'],
    ['npm, with nothing', npm, '.npmrc', 'script-shell=${NOPE?}./t/p.sh\n', 't/p.sh', 'fail', 'manager-replaced'],
    [
      'Yarn, with a default',
      yarn,
      '.yarnrc.yml',
      'plugins: ["${NOPE-t/p.cjs}"]\n',
      't/p.cjs',
      'warn',
      'program-changed',
    ],
  ])('an edit of what a setting of the base names by a variable that is not set: %s', async (...row) => {
    const [, files, path, setting, target, verdict, code] = row;
    const named = { ...files, [path]: setting };
    const found = await judged({ ...named, [target]: 'a' }, { ...named, [target]: 'b' });
    expect(found).toEqual([verdict, `${verdict === 'fail' ? 'error' : 'warn'} ${code} ${target}`]);
  });

  test('an edit of a module that node-options of the base load without its extension, or by its folder', async () => {
    for (const [spec, target] of [
      ['./t/r', 't/r.js'],
      ['./t', 't/index.js'],
    ] as const) {
      const named: Files = { ...npm, '.npmrc': `node-options="--require ${spec}"\n` };
      const found = await judged({ ...named, [target]: 'a' }, { ...named, [target]: 'b' });
      expect(found).toEqual(['fail', `error manager-replaced ${target}`]);
    }
  });

  test('an edit of the list of builds that a manifest names', async () => {
    const files: Files = { ...pnpm, 'package.json': { name: 'a', pnpm: { onlyBuiltDependenciesFile: 'builds.json' } } };
    const found = await judged({ ...files, 'builds.json': '[]' }, { ...files, 'builds.json': '["fresh"]' });
    expect(found).toEqual(['warn', 'warn program-changed builds.json']);
  });
});
