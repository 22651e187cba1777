/** What settings of one manager alone make of a project. */
import { readFileSync } from 'node:fs';

import { addsPeers, is, ofDependencies, project } from './project.mjs';

const both = { plugin: '1.0.0', 'easy-plugin': '1.0.0', alpha: '1.0.0' };

const pins = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).dependencies;
/** pnpm 11 and later read no overrides in a manifest: it says which pnpm it is for. */
const ofManager = (m) => (is(m, 'pnpm', 10, 11) ? { packageManager: pins[`pnpm${m.major}`].replace('npm:', '') } : {});

export const settings = [
  {
    name: 'addresses',
    states: (m) => {
      const state = (title, version, more = {}) => ({
        title,
        files: (origin) =>
          project(m, {
            dependencies: { lax: '1.0.0', ...(version && { alpha: `${origin}/alpha/-/alpha-${version}.tgz` }) },
          }),
        ...more,
      });
      return [
        state('none', undefined, { changes: ['+lax 1.0.0'] }),
        state('added', '1.0.0', { may: ['source alpha remote'], moves: 'alpha', elsewhere: 'alpha' }),
        state('updated', '1.1.0', { may: ['source alpha remote'], moves: 'alpha', elsewhere: 'alpha' }),
        state('removed', undefined, { may: ['source alpha remote'], moves: 'alpha', elsewhere: 'alpha' }),
      ];
    },
  },
  {
    name: 'resolutions',
    // pnpm 12 asks the registry for the pnpm that a manifest names.
    on: (m) => is(m, 'pnpm', 0, 11) || is(m, 'bun'),
    states: (m) => {
      const findings = ['override package.json override-changed'];
      const state = (title, dependencies, resolutions, more = {}) => ({
        title,
        files: project(m, { ...ofManager(m), dependencies, ...(resolutions && { resolutions }) }),
        may: ['setting-changed', 'manager-updated'].map((code) => `gate-config package.json ${code}`),
        ...more,
        ...(is(m, 'pnpm', 11) && title !== 'none' && { changes: [] }),
      });
      return [
        state('none', { beta: '2.1.0' }, undefined, { changes: ['+alpha 1.1.0'] }),
        state('a version', { beta: '2.1.0' }, { alpha: '1.0.0' }, { changes: ['+alpha 1.0.0'], findings }),
        state('another', { beta: '2.1.0' }, { alpha: '1.1.0' }, { changes: ['+alpha 1.1.0'], findings }),
        state('none again', { beta: '2.1.0' }, undefined, { findings }),
      ];
    },
  },
  {
    name: 'overrides in the manifest',
    on: (m) => is(m, 'pnpm', 10, 11),
    states: (m) => {
      const findings = ['override package.json override-changed'];
      const state = (title, overrides, more = {}) => ({
        title,
        files: project(m, {
          ...ofManager(m),
          dependencies: { beta: '2.1.0' },
          ...(overrides && { pnpm: { overrides } }),
        }),
        may: ['setting-changed', 'manager-updated'].map((code) => `gate-config package.json ${code}`),
        ...more,
        ...(is(m, 'pnpm', 11) && title !== 'none' && { changes: [] }),
      });
      return [
        state('none', undefined, { changes: ['+alpha 1.1.0'] }),
        state('a version', { alpha: '1.0.0' }, { changes: ['+alpha 1.0.0'], findings }),
        state('by parent', { 'beta>alpha': '1.1.0' }, { changes: ['+alpha 1.1.0'], findings }),
        state('none again', undefined, { findings }),
      ];
    },
  },
  {
    name: 'peers that nobody adds',
    on: addsPeers,
    states: (m) => {
      const may = ['.npmrc', 'pnpm-workspace.yaml', 'bunfig.toml'].map((path) => `gate-config ${path} setting-changed`);
      const optional = ['lockfile package-lock.json missing-optional'];
      const quiet = {
        npm: { files: { '.npmrc': 'legacy-peer-deps=true\n' } },
        pnpm: is(m, 'pnpm', 11)
          ? { settings: { autoInstallPeers: false } }
          : { files: { '.npmrc': 'auto-install-peers=false\n' } },
        bun: { files: { 'bunfig.toml': '[install]\npeer = false\n' } },
      }[m.family];
      return ofDependencies(
        m,
        [
          ['none', { alpha: '1.0.0' }, { changes: ['+alpha 1.0.0'], may }],
          ['added', both, { changes: ['+plugin 1.0.0'], may: optional }],
          ['updated', { ...both, plugin: '1.1.0' }, { changes: ['+plugin 1.1.0'] }],
          ['met', { ...both, plugin: '1.1.0', host: '1.0.0' }, { changes: ['+host 1.0.0'] }],
          ['outside its range', { ...both, host: '2.0.0' }, { changes: ['+host 2.0.0'] }],
          ['removed', { alpha: '1.0.0' }, { changes: ['-plugin'] }],
        ],
        quiet,
      );
    },
  },
  {
    name: 'peers of workspaces',
    on: (m) => !is(m, 'npm', 0, 6),
    states: (m) => {
      const state = (title, a, b, more = {}) => ({
        title,
        files: project(m, { devDependencies: { lax: '1.0.0' } }, { workspaces: { 'packages/a': a, 'packages/b': b } }),
        ...more,
      });
      const asks = { dependencies: { plugin: '1.1.0' } };
      return [
        state('one host', { ...asks, devDependencies: { host: '1.0.0' } }, {}, { changes: ['+host 1.0.0'] }),
        state(
          'two hosts',
          { dependencies: { plugin: '1.1.0', host: '1.0.0' } },
          { dependencies: { plugin: '1.1.0', host: '2.0.0' } },
          { changes: ['+host 2.0.0'], moves: ['host', 'plugin'] },
        ),
        state(
          'a peer of its own',
          { peerDependencies: { host: '>=1' }, ...asks },
          { dependencies: { plugin: '1.1.0', host: '2.0.0' } },
          { changes: ['-host 1.0.0'], moves: ['host', 'plugin'] },
        ),
        state(
          'optional',
          { peerDependencies: { host: '>=1' }, peerDependenciesMeta: { host: { optional: true } } },
          { dependencies: { host: '2.0.0' } },
          { changes: ['-plugin'], moves: 'host' },
        ),
        // npm leaves 2.0.0 where the workspace asks for 1.1.0 now: `npm ci` refuses it too.
        state(
          'none',
          {},
          { dependencies: { host: '1.1.0' } },
          is(m, 'npm') ? { findings: ['lockfile host manifest-disagrees'] } : { changes: ['+host 1.1.0'] },
        ),
      ];
    },
  },
  {
    name: 'optional dependencies',
    states: (m) => {
      const state = (title, manifest, more = {}) => ({ title, files: project(m, manifest), ...more });
      return [
        state('one', { optionalDependencies: { beta: '2.0.0' } }, { changes: ['+beta 2.0.0'] }),
        state('updated', { optionalDependencies: { beta: '2.1.0' } }, { changes: ['+beta 2.1.0'] }),
        state(
          'in both maps',
          { dependencies: { beta: '2.1.0' }, optionalDependencies: { beta: '2.1.0' } },
          { moves: ['beta'] },
        ),
        state(
          'a hook',
          { optionalDependencies: { beta: '2.1.0', hooked: '1.0.0' } },
          { changes: ['+hooked 1.0.0'], moves: ['beta'] },
        ),
        state('removed', { dependencies: { lax: '1.0.0' } }, { changes: ['-beta', '-hooked'] }),
      ];
    },
  },
];
