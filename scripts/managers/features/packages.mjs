/** What packages are like: peers, platforms, bundles, programs, hooks, digests. */
import { addsPeers, is, ofDependencies, project } from './project.mjs';

const first = ['alpha@1.1.0', 'beta@2.1.0', 'gamma@1.0.1', 'host@1.1.0', 'host@2.0.0'];

export const packages = [
  {
    name: 'versions',
    states: (m) =>
      ofDependencies(m, [
        ['one', { alpha: '1.0.0' }, { hide: first, changes: ['+alpha 1.0.0'] }],
        ['added', { alpha: '1.0.0', beta: '^2.0.0' }, { hide: first, changes: ['+beta 2.0.0'] }],
        ['a newer range', { alpha: '1.0.0', beta: '^2.1.0' }, { hide: first.slice(3), changes: ['+beta 2.1.0'] }],
        ['updated', { alpha: '1.1.0', beta: '^2.1.0' }, { changes: ['+alpha 1.1.0'] }],
        ['locked again', { alpha: '1.1.0', beta: '^2.1.0' }, { fresh: true }],
        ['a major', { alpha: '2.0.0', beta: '^2.1.0' }, { changes: ['+alpha 2.0.0'] }],
        ['an older one', { alpha: '1.0.0', beta: '~2.0.0' }, { changes: ['+alpha 1.0.0'] }],
        ['removed', { alpha: '1.0.0' }, { changes: ['-beta'] }],
        ['nothing', {}, { changes: ['-alpha 1.0.0'], skip: is(m, 'bun') }],
      ]),
  },
  {
    name: 'ranges',
    states: (m) => {
      /** Of some managers no prerelease answers `*`. */
      const refusesAny = is(m, 'bun', 0, 1.2) || is(m, 'berry', 0, 3) || is(m, 'yarn1');
      return ofDependencies(m, [
        ['caret', { alpha: '^1.0.0', gamma: '1' }, { changes: ['+alpha 1.1.0'] }],
        ['tilde', { alpha: '~1.1.0', gamma: '1.x' }],
        ['comparators', { alpha: '>=1.1.0 <2.0.0', gamma: '1.0.0 - 1.0.1' }],
        ['either', { alpha: '^1.1.0 || ^3.0.0', gamma: 'v1.0.1' }],
        ['any', { alpha: '*', gamma: '' }],
        ['a tag', { alpha: 'latest', gamma: 'latest' }],
        ['spaces', { alpha: ' >= 1.0.0', gamma: '=1.0.1' }],
        ['a prerelease', { alpha: '^2.0.0', pre: '1.0.0-beta.1' }, { changes: ['+pre 1.0.0-beta.1'] }],
        ['any of prereleases alone', { alpha: '^2.0.0', pre: '*' }, { skip: refusesAny }],
        ['locked again', { alpha: '^2.0.0', pre: '*' }, { fresh: true, skip: refusesAny }],
        ['latest of prereleases alone', { alpha: '^2.0.0', pre: 'latest' }],
      ]);
    },
  },
  {
    name: 'dependency types',
    states: (m) => {
      const state = (title, manifest, more = {}) => ({ title, files: project(m, manifest), ...more });
      const beta = { beta: '2.1.0' };
      return [
        state('development', { dependencies: { lax: '1.0.0' }, devDependencies: beta }, { changes: ['+beta 2.1.0'] }),
        state('production', { dependencies: { lax: '1.0.0', ...beta } }, { moves: ['beta', 'alpha', 'gamma'] }),
        state(
          'optional',
          { dependencies: { lax: '1.0.0' }, optionalDependencies: beta },
          { moves: ['beta', 'alpha', 'gamma'] },
        ),
        state(
          'development again',
          { dependencies: { lax: '1.0.0' }, devDependencies: beta },
          { moves: ['beta', 'alpha', 'gamma'] },
        ),
        state('two maps', { dependencies: { lax: '1.0.0' }, devDependencies: { lax: '1.0.0', ...beta } }),
        state(
          'a peer too',
          { devDependencies: { lax: '1.0.0', ...beta }, peerDependencies: { lax: '^1.0.0' } },
          { moves: 'lax' },
        ),
        state(
          'a wide peer',
          { devDependencies: { lax: '1.0.0' }, peerDependencies: { lax: '*' } },
          { changes: ['-beta'] },
        ),
        state('a peer alone', { peerDependencies: { lax: '*' } }, { moves: 'lax' }),
      ];
    },
  },
  {
    name: 'peers',
    states: (m) =>
      ofDependencies(m, [
        ['met', { host: '1.0.0', plugin: '1.0.0' }, { changes: ['+host 1.0.0', '+plugin 1.0.0'] }],
        ['plugin updated', { host: '1.0.0', plugin: '1.1.0' }, { changes: ['+plugin 1.1.0'] }],
        ['host updated', { host: '2.0.0', plugin: '1.1.0' }, { changes: ['+host 2.0.0'] }],
        ['optional', { host: '2.0.0', plugin: '1.1.0', 'easy-plugin': '1.0.0' }, { changes: ['+easy-plugin 1.0.0'] }],
        [
          'nobody asks',
          { plugin: '1.1.0', 'easy-plugin': '1.0.0' },
          { changes: addsPeers(m) ? [] : ['-host'], moves: 'host' },
        ],
        ['locked again', { plugin: '1.1.0', 'easy-plugin': '1.0.0' }, { fresh: true }],
        ['optional alone', { 'easy-plugin': '1.1.0' }, { changes: ['+easy-plugin 1.1.0'] }],
        ['optional met', { 'easy-plugin': '1.1.0', gamma: '1.0.0' }, { changes: ['+gamma 1.0.0'] }],
      ]),
  },
  {
    name: 'platforms',
    states: (m) => [
      ...ofDependencies(m, [
        ['added', { native: '1.0.0' }, { changes: ['+native 1.0.0', '+native-win32-x64 1.0.0'] }],
        ['updated', { native: '1.1.0' }, { changes: ['+native 1.1.0', '+native-win32-x64 1.1.0'] }],
        ['locked again', { native: '1.1.0' }, { fresh: true }],
        ['another', { native: '1.1.0', alpha: '1.0.0' }, { changes: ['+alpha 1.0.0'] }],
      ]),
      {
        title: 'one direct',
        files: project(m, {
          dependencies: { native: '1.1.0' },
          optionalDependencies: { 'native-darwin-arm64': '1.1.0' },
        }),
        changes: ['-alpha'],
        moves: 'native-darwin-arm64',
      },
      { title: 'removed', files: project(m, { dependencies: { alpha: '1.0.0' } }), changes: ['-native'] },
    ],
  },
  {
    name: 'hooks',
    states: (m) =>
      ofDependencies(m, [
        ['added', { hooked: '1.0.0' }, { changes: ['+hooked 1.0.0'] }],
        ['updated', { hooked: '1.1.0' }, { changes: ['+hooked 1.1.0'] }],
        ['binding.gyp', { hooked: '1.1.0', gyp: '1.0.0' }, { changes: ['+gyp 1.0.0'] }],
        ['binding.gyp updated', { hooked: '1.1.0', gyp: '1.1.0' }, { changes: ['+gyp 1.1.0'] }],
        ['locked again', { hooked: '1.1.0', gyp: '1.1.0' }, { fresh: true }],
      ]),
  },
  {
    name: 'bundled',
    states: (m) =>
      ofDependencies(m, [
        ['added', { bundler: '1.0.0' }, { changes: ['+bundler 1.0.0'] }],
        ['updated', { bundler: '1.1.0' }, { changes: ['+bundler 1.1.0'] }],
        ['direct too', { bundler: '1.1.0', inner: '1.0.0' }, { changes: ['+inner 1.0.0'] }],
        ['locked again', { bundler: '1.1.0', inner: '1.0.0' }, { fresh: true }],
        ['removed', { inner: '1.0.0' }, { changes: ['-bundler'] }],
      ]),
  },
  {
    name: 'programs',
    states: (m) =>
      ofDependencies(m, [
        ['a string', { tool: '1.0.0' }, { changes: ['+tool 1.0.0'] }],
        ['a folder', { tool: '1.1.0' }, { changes: ['+tool 1.1.0'] }],
        ['two of one file', { tool: '1.2.0' }, { changes: ['+tool 1.2.0'] }],
        ['of a scope', { tool: '1.2.0', '@scope/part': '1.0.0' }, { changes: ['+@scope/part 1.0.0'] }],
        ['none any more', { tool: '1.2.0', '@scope/part': '1.1.0' }, { changes: ['+@scope/part 1.1.0'] }],
      ]),
  },
  {
    name: 'tarballs',
    states: (m) =>
      ofDependencies(m, [
        ['another root folder', { rooted: '1.0.0' }, { changes: ['+rooted 1.0.0'] }],
        ['yet another', { rooted: '1.1.0' }, { changes: ['+rooted 1.1.0'] }],
        ['SHA-1 alone', { rooted: '1.1.0', old: '1.0.0' }, { changes: ['+old 1.0.0'] }],
        ['SHA-1 alone, updated', { rooted: '1.1.0', old: '1.1.0' }, { changes: ['+old 1.1.0'] }],
        ['locked again', { rooted: '1.1.0', old: '1.1.0' }, { fresh: true }],
      ]),
  },
  {
    name: 'several versions',
    states: (m) =>
      ofDependencies(m, [
        ['two', { alpha: '1.0.0', deep: '1.0.0' }, { changes: ['+alpha 1.0.0', '+alpha 2.0.0', '+deep 1.0.0'] }],
        ['below', { alpha: '1.1.0', deep: '1.1.0' }, { changes: ['+deep 1.1.0', '-alpha 1.0.0'] }],
        ['one', { alpha: '2.0.0' }, { changes: ['-deep'], moves: 'alpha' }],
        ['a circle', { 'cycle-a': '1.0.0' }, { changes: ['+cycle-a 1.0.0', '+cycle-b 1.0.0'] }],
        ['the circle updated', { 'cycle-a': '1.1.0' }, { changes: ['-cycle-a 1.0.0', '-cycle-b 1.0.0'] }],
        ['the circle removed', { lax: '^1.0.0' }, { changes: ['-cycle-a', '+lax 1.1.0'] }],
      ]),
  },
  {
    name: 'aliases',
    states: (m) => {
      const alias = (name, spec) => [`alias ${spec} new-alias as ${name}`];
      return ofDependencies(m, [
        ['a version', { uno: 'npm:alpha@1.0.0' }, { changes: ['+alpha 1.0.0'], findings: alias('uno', 'alpha') }],
        ['updated', { uno: 'npm:alpha@1.1.0' }, { changes: ['+alpha 1.1.0'] }],
        ['a range', { uno: 'npm:alpha@^1.0.0' }],
        [
          'two names',
          { uno: 'npm:alpha@^1.0.0', dos: 'npm:alpha@2.0.0', alpha: '2.0.0' },
          { changes: ['+alpha 2.0.0'], findings: alias('dos', 'alpha') },
        ],
        [
          'any version',
          { uno: 'npm:alpha@^1.0.0', tre: 'npm:gamma' },
          { skip: is(m, 'npm', 0, 6) || is(m, 'berry'), changes: ['+gamma 1.0.1'], findings: alias('tre', 'gamma') },
        ],
        [
          'of a scope',
          { ui: 'npm:@scope/part@^1.0.0' },
          { changes: ['+@scope/part'], findings: alias('ui', '@scope/part') },
        ],
        [
          'below',
          { 'deep-alias': '1.0.0' },
          { changes: ['+deep-alias 1.0.0', '-@scope/part'], findings: alias('alpha-one', 'alpha') },
        ],
        [
          'two below',
          { 'deep-alias': '1.1.0' },
          { changes: ['+deep-alias 1.1.0'], findings: alias('alpha-two', 'alpha') },
        ],
        ['locked again', { 'deep-alias': '1.1.0' }, { fresh: true }],
        ['none', { lax: '1.0.0' }, { changes: ['-deep-alias', '-alpha'] }],
      ]);
    },
  },
  {
    name: 'engines',
    on: (m) => !is(m, 'berry'),
    states: (m) =>
      [undefined, '>=18', '>=20'].map((node) => ({
        title: `node ${node ?? 'any'}`,
        files: project(m, { dependencies: { alpha: '1.0.0' }, ...(node && { engines: { node } }) }),
      })),
  },
];
