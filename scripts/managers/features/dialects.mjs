/** What one manager alone has: its own settings, its own ways to write a lockfile. */
import { world } from '../world.mjs';
import { is, ofDependencies, project } from './project.mjs';

const workspaceFile = (m) => (is(m, 'pnpm', 10) ? 'pnpm-workspace.yaml' : 'package.json');

/** Settings of pnpm, of which each changes what the lockfile holds. */
const pnpmSettings = {
  'an override of an alias': { overrides: { alpha: 'npm:lax@1.0.0' } },
  'an override of a link': { overrides: { gamma: 'link:./lib/gamma' } },
  'an override of a folder': { overrides: { gamma: 'file:./lib/gamma' } },
  'an override of one version': { overrides: { 'alpha@1': '1.0.0', 'beta@2.1.0>gamma': '1.0.0' } },
  'an override of a peer': { overrides: { 'plugin>host': '2.0.0' } },
  'a rule for peers': { peerDependencyRules: { allowedVersions: { host: '*' }, ignoreMissing: ['host'] } },
  'an optional one left out': { ignoredOptionalDependencies: ['native-win32-x64'] },
  'builds allowed': { onlyBuiltDependencies: ['hooked'] },
};

export const dialects = [
  {
    name: 'built-in patches',
    on: (m) => is(m, 'berry'),
    states: (m) =>
      ofDependencies(m, [
        ['added', { resolve: '1.0.0' }, { changes: ['+resolve 1.0.0'] }],
        ['below', { resolve: '1.0.0', watcher: '1.0.0' }, { changes: ['+watcher 1.0.0', '+fsevents 2.3.3'] }],
        ['updated', { resolve: '^1.1.0', watcher: '1.0.0' }, { changes: ['+resolve 1.1.0'] }],
        ['locked again', { resolve: '^1.1.0', watcher: '1.0.0' }, { fresh: true }],
        ['removed', { resolve: '^1.1.0' }, { changes: ['-watcher'] }],
      ]),
  },
  ...[1, 2].map((version) => ({
    name: `lockfile version ${version}`,
    on: (m) => is(m, 'npm', 7),
    states: (m) => {
      const manifest = (dependencies, more = {}) => ({ dependencies, ...more });
      const state = (title, own, more = {}) => ({
        title,
        files: project(m, own, { files: { '.npmrc': `lockfile-version=${version}\n` } }),
        may: ['gate-config .npmrc setting-changed'],
        ...more,
      });
      return [
        state('added', manifest({ beta: '2.0.0', native: '1.0.0' }), { changes: ['+beta 2.0.0'] }),
        // Version 1 does not say who asks for a peer.
        state('peers', manifest({ beta: '2.1.0', native: '1.0.0', plugin: '1.0.0' }), {
          changes: ['+beta 2.1.0'],
          findings: version === 1 ? ['lockfile host unreachable'] : [],
        }),
        state('aliases', manifest({ uno: 'npm:gamma@1.0.0', plugin: '1.0.0', tool: '1.2.0' }), {
          changes: ['+tool 1.2.0'],
          findings: ['alias gamma new-alias as uno'],
        }),
        state('bundled', manifest({ bundler: '1.0.0', inner: '1.1.0', gyp: '1.0.0' }), { changes: ['+bundler 1.0.0'] }),
        state('several', manifest({ deep: '1.1.0', alpha: '1.0.0' }, { devDependencies: { bundler: '1.1.0' } }), {
          changes: ['+deep 1.1.0'],
          moves: 'inner',
        }),
      ];
    },
  })),
  {
    name: 'no addresses',
    on: (m) => is(m, 'npm', 9),
    states: (m) =>
      ofDependencies(
        m,
        [
          ['added', { beta: '2.0.0', native: '1.0.0' }, { changes: ['+beta 2.0.0'] }],
          [
            'updated',
            { beta: '2.1.0', native: '1.1.0', uno: 'npm:gamma@1.0.0' },
            { changes: ['+beta 2.1.0'], findings: ['alias gamma new-alias as uno'] },
          ],
          ['locked again', { beta: '2.1.0', native: '1.1.0', uno: 'npm:gamma@1.0.0' }, { fresh: true }],
          ['bundled', { bundler: '1.1.0', old: '1.0.0' }, { changes: ['+bundler 1.1.0'] }],
        ].map(([title, dependencies, expected]) => [
          title,
          dependencies,
          { may: ['gate-config .npmrc setting-changed'], ...expected },
        ]),
        { files: { '.npmrc': 'omit-lockfile-registry-resolved=true\n' } },
      ),
  },
  {
    name: 'resolutions by pattern',
    on: (m) => is(m, 'yarn1'),
    states: (m) => {
      const findings = ['override package.json override-changed'];
      const state = (title, resolutions, more = {}) => ({
        title,
        files: project(m, { dependencies: { deep: '1.1.0', alpha: '^1.0.0' }, ...(resolutions && { resolutions }) }),
        ...more,
      });
      return [
        state('none', undefined, { changes: ['+alpha 1.1.0'] }),
        state('anywhere', { '**/gamma': '1.0.0' }, { changes: ['+gamma 1.0.0'], findings }),
        state('below one', { 'deep/**/alpha': '1.0.0' }, { findings }),
        state('below two', { 'deep/beta/alpha': '1.0.0' }, { findings }),
        state('a range', { 'deep/alpha': '^1.0.0' }, { findings }),
        state(
          'an alias',
          { gamma: 'npm:lax@1.0.0' },
          { changes: ['+lax 1.0.0'], findings: [...findings, 'alias lax new-alias as gamma'] },
        ),
        // Without it again, Yarn 1 leaves the other package's tarball under the name: lockgate is right to refuse that.
      ];
    },
  },
  {
    name: 'resolutions by descriptor',
    on: (m) => is(m, 'berry'),
    states: (m) => {
      const findings = ['override package.json override-changed'];
      const state = (title, resolutions, more = {}) => ({
        title,
        files: project(m, { dependencies: { deep: '1.1.0', alpha: '^1.0.0' }, ...(resolutions && { resolutions }) }),
        ...more,
        // Yarn 3 compares ranges and locators as they are written: most of these do nothing there.
        ...(is(m, 'berry', 0, 3) && { changes: [] }),
      });
      return [
        state('none', undefined, { changes: ['+alpha 1.1.0'] }),
        state('a descriptor', { 'alpha@npm:^1.0.0': 'npm:1.0.0' }, { changes: ['+alpha 1.0.0'], findings }),
        state('a parent with a version', { 'beta@npm:2.1.0/alpha': '1.1.0' }, { changes: ['+alpha 1.1.0'], findings }),
        state('both', { 'beta@npm:2.1.0/gamma@npm:^1.0.0': 'npm:1.0.0' }, { changes: ['+gamma 1.0.0'], findings }),
        state('a scope', { '@scope/part': '1.0.0' }, { findings }),
        state('a tag', { gamma: 'latest' }, { findings }),
        state('none again', undefined, { findings }),
      ];
    },
  },
  {
    name: 'settings of pnpm',
    on: (m) => is(m, 'pnpm'),
    states: (m) => {
      const own = {
        dependencies: { beta: '2.1.0', plugin: '1.0.0', host: '1.0.0', hooked: '1.0.0' },
        optionalDependencies: { native: '1.0.0' },
      };
      const files = { 'lib/gamma/package.json': { name: 'gamma', version: '9.0.0' } };
      /** A setting leaves out what native asks for; pnpm 8 also assumes a hook of what it has not read. */
      const moves = is(m, 'pnpm', 0, 8) ? Object.keys(world).filter((name) => name.startsWith('native')) : ['native'];
      const may = [
        `gate-config ${workspaceFile(m)} setting-changed`,
        `override ${workspaceFile(m)} override-changed`,
        ...['gamma link', 'gamma folder', 'gamma folder-replaces', 'lax new-alias as alpha'].flatMap((each) => [
          `source ${each}`,
          `alias ${each}`,
        ]),
      ];
      return [
        { title: 'none', files: project(m, own, { files }), changes: ['+beta 2.1.0'] },
        ...Object.entries(pnpmSettings).map(([title, pnpm]) => ({
          title,
          moves,
          files: project(m, own, { pnpm, files }),
          may,
        })),
        { title: 'none again', files: project(m, own, { files }), may, moves },
      ];
    },
  },
  {
    name: 'ways of workspaces',
    on: (m) => is(m, 'pnpm', 10),
    states: (m) => {
      const ways = {
        plain: {},
        'injected, all': { injectWorkspacePackages: true },
        'without links': { excludeLinksFromLockfile: true },
      };
      const workspaces = {
        'packages/a': { dependencies: { gamma: '1.0.0' } },
        'packages/b': { dependencies: { a: 'workspace:*', lax: '1.0.0' } },
      };
      return Object.entries(ways).map(([title, settings]) => ({
        title,
        files: project(m, { devDependencies: { alpha: '1.0.0' } }, { workspaces, settings }),
        moves: ['gamma', 'lax', 'alpha'],
        may: ['gate-config pnpm-workspace.yaml setting-changed'],
      }));
    },
  },
];
