/** What is published: every package by its name, its versions in the order of publishing. */

/** Names whose versions have no digest but SHA-1, as releases before 2017. */
export const sha1Only = new Set(['old']);

const platform = (version, os, cpu, more = {}) => ({ [version]: { manifest: { os: [os], cpu: [cpu], ...more } } });
const nativeNames = ['native-linux-x64', 'native-linux-x64-musl', 'native-darwin-arm64', 'native-win32-x64'];
const natives = (version) => Object.fromEntries(nativeNames.map((name) => [name, version]));
const bothNatives = (os, cpu, more) => ({ ...platform('1.0.0', os, cpu, more), ...platform('1.1.0', os, cpu, more) });
const plain = (...versions) => Object.fromEntries(versions.map((version) => [version, {}]));
const inner = (version) => ({ 'node_modules/inner/package.json': JSON.stringify({ name: 'inner', version }) });
const bundler = (version) => ({
  manifest: { dependencies: { inner: version }, bundleDependencies: ['inner'] },
  files: inner(version),
});

/**
 * A version: `manifest` over name and version, `files` beside it, and `root`, the folder in the tarball where that is not
 * `package`. `registry`: the path of another registry on the host.
 */
export const world = {
  alpha: { versions: plain('1.0.0', '1.1.0', '2.0.0') },
  beta: {
    versions: {
      '2.0.0': { manifest: { dependencies: { alpha: '^1.0.0' } } },
      '2.1.0': { manifest: { dependencies: { alpha: '^1.0.0', gamma: '^1.0.0' } } },
    },
  },
  gamma: { versions: plain('1.0.0', '1.0.1') },
  host: { versions: plain('1.0.0', '1.1.0', '2.0.0') },
  plugin: {
    versions: {
      '1.0.0': { manifest: { peerDependencies: { host: '^1.0.0' } } },
      '1.1.0': { manifest: { peerDependencies: { host: '^1.0.0 || ^2.0.0' } } },
    },
  },
  'easy-plugin': {
    versions: {
      '1.0.0': { manifest: { peerDependencies: { host: '*' }, peerDependenciesMeta: { host: { optional: true } } } },
      '1.1.0': {
        manifest: {
          peerDependencies: { host: '^1.0.0', gamma: '*' },
          peerDependenciesMeta: { host: { optional: true }, gamma: { optional: true } },
        },
      },
    },
  },
  native: {
    versions: {
      '1.0.0': { manifest: { optionalDependencies: natives('1.0.0') } },
      '1.1.0': { manifest: { optionalDependencies: natives('1.1.0') } },
    },
  },
  'native-linux-x64': { versions: bothNatives('linux', 'x64', { libc: ['glibc'] }) },
  'native-linux-x64-musl': { versions: bothNatives('linux', 'x64', { libc: ['musl'] }) },
  'native-darwin-arm64': { versions: bothNatives('darwin', 'arm64') },
  'native-win32-x64': { versions: bothNatives('win32', 'x64') },
  // Yarn adds it to what has a binding.gyp.
  'node-gyp': { versions: plain('10.0.0', '11.0.0') },
  inner: { versions: plain('1.0.0', '1.1.0') },
  bundler: { versions: { '1.0.0': bundler('1.0.0'), '1.1.0': bundler('1.1.0') } },
  hooked: {
    versions: {
      '1.0.0': { manifest: { scripts: { postinstall: 'node -e 0' } } },
      '1.1.0': { manifest: { scripts: { postinstall: 'node -e 0' } } },
    },
  },
  gyp: { versions: { '1.0.0': { files: { 'binding.gyp': '{}\n' } }, '1.1.0': { files: { 'binding.gyp': '{}\n' } } } },
  tool: {
    versions: {
      '1.0.0': { manifest: { bin: './cli.js' }, files: { 'cli.js': '#!/usr/bin/env node\n' } },
      '1.1.0': { manifest: { directories: { bin: 'bin' } }, files: { 'bin/tool': '#!/usr/bin/env node\n' } },
      '1.2.0': {
        manifest: { bin: { tool: './cli.js', 'tool-x': 'cli.js' } },
        files: { 'cli.js': '#!/usr/bin/env node\n' },
      },
    },
  },
  rooted: { versions: { '1.0.0': { root: 'rooted-c6f574c' }, '1.1.0': { root: 'node' } } },
  old: { versions: plain('1.0.0', '1.1.0') },
  pre: { versions: plain('1.0.0-beta.1', '1.0.0-beta.2') },
  'deep-alias': {
    versions: {
      '1.0.0': { manifest: { dependencies: { 'alpha-one': 'npm:alpha@^1.0.0', gamma: '1.0.0' } } },
      '1.1.0': { manifest: { dependencies: { 'alpha-one': 'npm:alpha@^1.0.0', 'alpha-two': 'npm:alpha@2.0.0' } } },
    },
  },
  deep: {
    versions: {
      '1.0.0': { manifest: { dependencies: { alpha: '2.0.0', beta: '2.0.0' } } },
      '1.1.0': { manifest: { dependencies: { alpha: '2.0.0', beta: '2.1.0' } } },
    },
  },
  'cycle-a': {
    versions: {
      '1.0.0': { manifest: { dependencies: { 'cycle-b': '1.0.0' } } },
      '1.1.0': { manifest: { dependencies: { 'cycle-b': '1.1.0' } } },
    },
  },
  'cycle-b': {
    versions: {
      '1.0.0': { manifest: { dependencies: { 'cycle-a': '^1.0.0' } } },
      '1.1.0': { manifest: { dependencies: { 'cycle-a': '^1.0.0' } } },
    },
  },
  resolve: { versions: plain('1.0.0', '1.1.0') },
  fsevents: { versions: { '2.3.3': { manifest: { os: ['darwin'], scripts: { install: 'node-gyp rebuild' } } } } },
  watcher: { versions: { '1.0.0': { manifest: { optionalDependencies: { fsevents: '~2.3.2' } } } } },
  lax: { versions: { '1.0.0': {}, '1.1.0': {} } },
  '@scope/part': { versions: { '1.0.0': { manifest: { bin: 'cli.js' }, files: { 'cli.js': '' } }, '1.1.0': {} } },
  '@acme/ui': {
    registry: '/acme/',
    versions: {
      '1.0.0': { manifest: { dependencies: { '@acme/core': '^1.0.0', alpha: '1.0.0' } } },
      '1.1.0': { manifest: { dependencies: { '@acme/core': '^1.0.0', alpha: '1.0.0' } } },
    },
  },
  '@acme/core': { registry: '/acme/', versions: plain('1.0.0', '1.1.0') },
  '@jsr/std__path': { registry: '/jsr/', versions: plain('1.0.0', '1.1.0') },
};

/** git repositories: the versions that are committed, each with a tag. */
export const repositories = {
  'git-tool': {
    '1.0.0': { dependencies: { gamma: '1.0.0' } },
    '1.1.0': { dependencies: { gamma: '1.0.1' } },
  },
};
