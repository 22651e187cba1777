/** What projects are like: workspaces, overrides, catalogs, patches, extensions, registries, folders, git. */
import { hasWorkspaces, is, project } from './project.mjs';

const hasProtocol = (m) => is(m, 'pnpm') || is(m, 'berry') || is(m, 'bun');
const hasCatalogs = (m) => is(m, 'pnpm', 9) || is(m, 'berry', 4) || is(m, 'bun', 1.4);
const overrideFile = (m) => (is(m, 'pnpm', 10) ? 'pnpm-workspace.yaml' : 'package.json');
const overridden = (m) => [`override ${overrideFile(m)} override-changed`];
/** A first settings file names a registry. */
const ofSettings = ['.npmrc', '.yarnrc.yml', 'bunfig.toml', 'pnpm-workspace.yaml'].map(
  (path) => `gate-config ${path} setting-changed`,
);
const source = (name, kind) => [`source ${name} ${kind}`];

export const projects = [
  {
    name: 'workspaces',
    on: hasWorkspaces,
    states: (m) => {
      const state = (title, root, workspaces, more = {}) => ({
        title,
        files: project(m, { dependencies: root }, { workspaces }),
        ...more,
      });
      const own = hasProtocol(m) ? 'workspace:*' : '1.0.0';
      const a = (dependencies, more = {}) => ({ 'packages/a': { dependencies, ...more } });
      const b = (dependencies, more = {}) => ({ 'packages/b': { dependencies, ...more } });
      return [
        state('two', {}, { ...a({ alpha: '1.0.0' }), ...b({ a: own }) }, { changes: ['+alpha 1.0.0'] }),
        state('one updated', {}, { ...a({ alpha: '1.1.0' }), ...b({ a: own }) }, { changes: ['+alpha 1.1.0'] }),
        state(
          'both ask',
          {},
          { ...a({ alpha: '1.1.0' }), ...b({ a: own, alpha: '1.1.0', gamma: '^1.0.0' }) },
          { changes: ['+gamma 1.0.1'] },
        ),
        state(
          'different versions',
          {},
          { ...a({ alpha: '1.1.0' }), ...b({ a: own, alpha: '2.0.0' }) },
          { changes: ['+alpha 2.0.0', '-gamma'] },
        ),
        state('moved to the root', { alpha: '2.0.0' }, { ...a({ alpha: '1.1.0' }), ...b({ a: own }) }),
        state(
          'a third',
          { alpha: '2.0.0' },
          { ...a({ alpha: '1.1.0' }), ...b({ a: own }), 'packages/c': { devDependencies: { b: own, lax: '1.0.0' } } },
          { changes: ['+lax 1.0.0'] },
        ),
        state(
          'its version',
          { alpha: '2.0.0' },
          {
            ...a({ alpha: '1.1.0' }),
            ...b({ a: own }, { description: 'b' }),
            'packages/c': { version: '1.0.1', devDependencies: { b: own, lax: '1.0.0' } },
          },
        ),
        state(
          'the third gone',
          { alpha: '2.0.0' },
          { ...a({ alpha: '1.1.0' }), ...b({ a: own }) },
          { changes: ['-lax'] },
        ),
        state(
          'a peer among them',
          { alpha: '2.0.0' },
          { ...a({ alpha: '1.1.0' }), ...b({}, { peerDependencies: { a: '^1.0.0' }, devDependencies: { a: own } }) },
        ),
        state('locked again', { alpha: '2.0.0' }, { ...a({ alpha: '1.1.0' }), ...b({ a: own }) }, { fresh: true }),
      ];
    },
  },
  {
    name: 'workspace specs',
    on: hasProtocol,
    states: (m) =>
      ['workspace:*', 'workspace:^', 'workspace:~', 'workspace:1.0.0', 'workspace:^1.0.0', '^1.0.0', '*'].map(
        (spec, at) => ({
          title: spec,
          files: project(
            m,
            {},
            {
              workspaces: {
                'packages/a': { dependencies: { gamma: '1.0.0' } },
                'packages/b': { dependencies: { a: spec } },
              },
              ...(is(m, 'pnpm') && !spec.startsWith('workspace:') && { settings: { linkWorkspacePackages: true } }),
            },
          ),
          changes: at === 0 ? ['+gamma 1.0.0'] : [],
          // bun 1.2 leaves `workspace:*` for a range too, which may mean a published package.
          ...(is(m, 'bun', 0, 1.2) &&
            !spec.startsWith('workspace:') && { findings: ['lockfile a manifest-disagrees'] }),
          ...(is(m, 'pnpm', 8, 9) && !spec.startsWith('workspace:') && { skip: true }),
        }),
      ),
  },
  {
    name: 'overrides',
    states: (m) => {
      const map = { npm: 'overrides', bun: 'overrides', yarn1: 'resolutions', berry: 'resolutions' }[m.family];
      const state = (title, dependencies, overrides, more = {}) => ({
        title,
        files: project(
          m,
          { dependencies, ...(map && overrides && { [map]: overrides }) },
          overrides ? { pnpm: { overrides } } : {},
        ),
        ...more,
      });
      const below = {
        npm: { beta: { alpha: '1.0.0' } },
        pnpm: { 'beta>alpha': '1.0.0' },
        yarn1: { 'beta/alpha': '1.0.0' },
        berry: { 'beta/alpha': '1.0.0' },
      }[m.family];
      const ranged = {
        npm: { 'alpha@^1.0.0': '1.0.0' },
        pnpm: { 'alpha@^1.0.0': '1.0.0' },
        berry: { 'alpha@^1.0.0': '1.0.0' },
      }[m.family];
      const nested = {
        npm: { deep: { beta: { alpha: '1.0.0' } } },
        pnpm: { 'beta@2.1.0>alpha@^1.0.0': '1.0.0' },
        yarn1: { '**/beta/alpha': '1.0.0' },
      }[m.family];
      const findings = overridden(m);
      return [
        state('none', { beta: '2.1.0' }, undefined, { changes: ['+alpha 1.1.0', '+beta 2.1.0'] }),
        state('a version', { beta: '2.1.0' }, { alpha: '1.0.0' }, { changes: ['+alpha 1.0.0'], findings }),
        state('another version', { beta: '2.1.0' }, { alpha: '1.1.0' }, { changes: ['+alpha 1.1.0'], findings }),
        state('a range', { beta: '2.1.0' }, { alpha: '^1.1.0' }, { findings }),
        state(
          'outside what is asked for',
          { beta: '2.1.0' },
          { alpha: '2.0.0' },
          { changes: ['+alpha 2.0.0'], findings },
        ),
        ...(below
          ? [state('by parent', { beta: '2.1.0', alpha: '1.1.0' }, below, { changes: ['+alpha 1.0.0'], findings })]
          : []),
        ...(ranged ? [state('by range', { beta: '2.1.0' }, ranged, { findings })] : []),
        ...(nested ? [state('by parents', { deep: '1.1.0' }, nested, { changes: ['+deep 1.1.0'], findings })] : []),
        state(
          'direct too',
          { beta: '2.1.0', alpha: '1.0.0' },
          is(m, 'npm') ? { alpha: '$alpha' } : { alpha: '1.0.0' },
          { findings },
        ),
        state(
          'of two',
          { beta: '2.1.0', alpha: '1.0.0' },
          { alpha: is(m, 'npm') ? '$alpha' : '1.0.0', gamma: '1.0.0' },
          { changes: ['+gamma 1.0.0'], findings },
        ),
        state(
          'an alias',
          { beta: '2.1.0' },
          { alpha: 'npm:lax@1.1.0' },
          { changes: ['+lax 1.1.0', '-alpha'], findings: [...findings, 'alias lax new-alias as alpha'] },
        ),
        ...(is(m, 'pnpm', 9)
          ? [state('taken out', { beta: '2.1.0' }, { gamma: '-' }, { changes: ['-gamma'], findings })]
          : []),
        state('none again', { beta: '2.1.0' }, undefined, { findings, fresh: true }),
      ].map((each) => (is(m, 'npm', 0, 6) ? { ...each, skip: each.title !== 'none' } : each));
    },
  },
  {
    name: 'catalogs',
    on: hasCatalogs,
    states: (m) => {
      const may = ['pnpm-workspace.yaml', '.yarnrc.yml', 'package.json'].map(
        (path) => `override ${path} override-changed`,
      );
      const state = (title, catalogs, dependencies, expected = {}) => {
        const more = { may, ...expected };
        const workspaces = { 'packages/a': { dependencies } };
        if (is(m, 'bun')) {
          return {
            title,
            files: project(m, { workspaces: { packages: ['packages/a'], ...catalogs } }, { workspaces }),
            ...more,
          };
        }
        return { title, files: project(m, {}, { workspaces, settings: catalogs }), ...more };
      };
      const asked = { alpha: 'catalog:' };
      return [
        state('default', { catalog: { alpha: '^1.0.0' } }, asked, { changes: ['+alpha 1.1.0'] }),
        state('a major', { catalog: { alpha: '^2.0.0' } }, asked, { changes: ['+alpha 2.0.0'] }),
        state('older', { catalog: { alpha: '1.0.0' } }, asked, { changes: ['+alpha 1.0.0'] }),
        state(
          'named',
          { catalog: { alpha: '1.0.0' }, catalogs: { next: { gamma: '^1.0.0' } } },
          { ...asked, gamma: 'catalog:next' },
          { changes: ['+gamma 1.0.1'] },
        ),
        state(
          'named, older',
          { catalog: { alpha: '1.0.0' }, catalogs: { next: { gamma: '1.0.0' } } },
          { ...asked, gamma: 'catalog:next' },
          { changes: ['+gamma 1.0.0'] },
        ),
        state('one removed', { catalog: { alpha: '1.0.0' } }, asked, { changes: ['-gamma'] }),
        state('locked again', { catalog: { alpha: '1.0.0' } }, asked, { fresh: true }),
        state('no more', { catalog: { alpha: '1.0.0' } }, { alpha: '1.0.0' }),
      ];
    },
  },
  {
    name: 'patches',
    on: (m) => is(m, 'pnpm') || is(m, 'berry') || is(m, 'bun'),
    states: (m) => {
      const text = (version, line) =>
        `diff --git a/index.js b/index.js\n--- a/index.js\n+++ b/index.js\n@@ -1 +1 @@\n-module.exports = 'alpha ${version}';\n+module.exports = '${line}';\n`;
      const state = (title, version, line, more = {}) => {
        const file = `patches/alpha@${version}.patch`;
        const patchedDependencies = { [`alpha@${version}`]: file };
        const dependencies = { alpha: version };
        if (line === undefined) return { title, files: project(m, { dependencies }), ...more };
        const files = { [file]: text(version, line) };
        if (is(m, 'berry')) {
          // Yarn 3 compares the range as the manifest writes it.
          const asked = is(m, 'berry', 4) ? `npm:${version}` : version;
          const resolutions = { [`alpha@${asked}`]: `patch:alpha@npm%3A${version}#./${file}` };
          return { title, files: project(m, { dependencies, resolutions }, { files }), ...more };
        }
        if (is(m, 'bun'))
          return { title, files: project(m, { dependencies, patchedDependencies }, { files }), ...more };
        return { title, files: project(m, { dependencies }, { pnpm: { patchedDependencies }, files }), ...more };
      };
      const patched = is(m, 'berry') ? source('alpha', 'patch') : [];
      const findings = [...overridden(m), ...patched];
      const hash = is(m, 'pnpm') ? ['override pnpm-lock.yaml override-changed'] : patched;
      return [
        state('none', '1.0.0', undefined, { changes: ['+alpha 1.0.0'] }),
        state('added', '1.0.0', 'one', { findings, moves: 'alpha' }),
        state('changed', '1.0.0', 'two', { findings: hash, moves: 'alpha' }),
        state('of another version', '1.1.0', 'two', { changes: ['+alpha 1.1.0'], findings }),
        state('removed', '1.1.0', undefined, { findings: overridden(m), moves: 'alpha' }),
      ];
    },
  },
  {
    name: 'extensions',
    on: (m) => is(m, 'pnpm') || is(m, 'berry'),
    states: (m) => {
      const file = is(m, 'berry') ? '.yarnrc.yml' : overrideFile(m);
      const state = (title, packageExtensions, more = {}) => {
        const extended = packageExtensions && { packageExtensions };
        const how = is(m, 'berry') ? { settings: extended ?? {} } : { pnpm: extended ?? {} };
        return {
          title,
          files: project(m, { dependencies: { lax: '1.0.0', plugin: '1.0.0', host: '1.0.0' } }, how),
          ...more,
        };
      };
      const findings = [`override ${file} override-changed`];
      return [
        state('none', undefined, { changes: ['+lax 1.0.0'] }),
        state(
          'a dependency',
          { 'lax@*': { dependencies: { gamma: '1.0.0' } } },
          { changes: ['+gamma 1.0.0'], findings },
        ),
        state(
          'another range',
          { 'lax@1': { dependencies: { gamma: '^1.0.1' } } },
          { changes: ['+gamma 1.0.1'], findings },
        ),
        state(
          'an optional peer',
          { 'plugin@*': { peerDependenciesMeta: { host: { optional: true } } } },
          { changes: is(m, 'pnpm', 0, 8) ? [] : ['-gamma'], findings },
        ),
        state('a peer', { 'lax@*': { peerDependencies: { host: '*' } } }, { findings }),
        state('none again', undefined, { findings }),
      ];
    },
  },
  {
    name: 'registry of a scope',
    states: (m) => {
      const state = (title, dependencies, more = {}) => ({
        title,
        files: (origin) => {
          const url = `${origin}/acme/`;
          if (is(m, 'berry')) {
            return project(m, { dependencies }, { settings: { npmScopes: { acme: { npmRegistryServer: url } } } });
          }
          const file = is(m, 'bun')
            ? ['bunfig.toml', `[install.scopes]\nacme = "${url}"\n`]
            : ['.npmrc', `@acme:registry=${url}\n`];
          return project(m, { dependencies }, { files: Object.fromEntries([file]) });
        },
        ...more,
      });
      return [
        state('other packages', { lax: '1.0.0' }, { changes: ['+lax 1.0.0'], may: ofSettings }),
        state('added', { lax: '1.0.0', '@acme/ui': '1.0.0' }, { changes: ['+@acme/ui 1.0.0', '+@acme/core 1.1.0'] }),
        state('updated', { lax: '1.0.0', '@acme/ui': '1.1.0' }, { changes: ['+@acme/ui 1.1.0'] }),
        state('locked again', { lax: '1.0.0', '@acme/ui': '1.1.0' }, { fresh: true }),
        state('removed', { lax: '1.0.0' }, { changes: ['-@acme/ui'] }),
      ];
    },
  },
  {
    name: 'registry by name',
    on: (m) => is(m, 'pnpm', 11),
    states: (m) => {
      const state = (title, dependencies, more = {}) => ({
        title,
        files: (origin) => project(m, { dependencies }, { settings: { namedRegistries: { work: `${origin}/acme/` } } }),
        ...more,
      });
      // lockgate takes `work:1.0.0` for an address: it maps registries to scopes, not to names.
      const findings = source('@acme/core', 'remote');
      return [
        state('other packages', { lax: '1.0.0' }, { changes: ['+lax 1.0.0'], may: ofSettings }),
        state('added', { lax: '1.0.0', '@acme/core': 'work:^1.0.0' }, { changes: ['+@acme/core (remote)'], findings }),
        state('older', { lax: '1.0.0', '@acme/core': 'work:1.0.0' }, { changes: ['+@acme/core (remote)'], findings }),
        state('removed', { lax: '1.0.0' }, { changes: ['-@acme/core'] }),
      ];
    },
  },
  {
    name: 'jsr',
    on: (m) => is(m, 'pnpm', 10) || is(m, 'berry', 4),
    states: (m) => {
      const state = (title, dependencies, more = {}) => ({
        title,
        files: (origin) => {
          const url = `${origin}/jsr/`;
          if (is(m, 'berry')) {
            return project(m, { dependencies }, { settings: { npmScopes: { jsr: { npmRegistryServer: url } } } });
          }
          return project(m, { dependencies }, { files: { '.npmrc': `@jsr:registry=${url}\n` } });
        },
        ...more,
      });
      const findings = ['alias @jsr/std__path new-alias as @std/path'];
      return [
        state('other packages', { lax: '1.0.0' }, { changes: ['+lax 1.0.0'], may: ofSettings }),
        state('added', { lax: '1.0.0', '@std/path': 'jsr:1.0.0' }, { changes: ['+@jsr/std__path 1.0.0'], findings }),
        state(
          'updated',
          { lax: '1.0.0', '@std/path': 'jsr:^1.1.0' },
          { changes: ['+@jsr/std__path 1.1.0'], findings: findings.slice(0, -1) },
        ),
        state('removed', { lax: '1.0.0' }, { changes: ['-@jsr/std__path'] }),
      ];
    },
  },
  {
    name: 'git',
    on: (m) => !is(m, 'pnpm', 0, 8),
    states: (m) => {
      const state = (title, tag, more = {}) => ({
        title,
        files: (origin) =>
          project(
            m,
            { dependencies: { alpha: '1.0.0', ...(tag && { 'git-tool': `git+${origin}/git/git-tool.git#v${tag}` }) } },
            is(m, 'berry', 4) ? { settings: { approvedGitRepositories: ['**'] } } : {},
          ),
        may: ofSettings,
        ...more,
      });
      /** npm 10 keeps the commit where the tag in the manifest changes. */
      const keepsCommit = is(m, 'npm', 10, 10);
      return [
        state('none', undefined, { changes: ['+alpha 1.0.0'] }),
        state('added', '1.0.0', { changes: ['+git-tool (git)', '+gamma 1.0.0'], findings: source('git-tool', 'git') }),
        state('updated', '1.1.0', {
          moves: 'git-tool',
          ...(!keepsCommit && { changes: ['+git-tool (git)', '+gamma 1.0.1'], findings: source('git-tool', 'git') }),
        }),
        state('removed', undefined, { changes: ['-git-tool (git)', '-gamma'] }),
      ];
    },
  },
  {
    name: 'folders',
    states: (m) => {
      /** npm 6 does not lock what a folder asks for, and bun 1.2 not what it asks for later. */
      const locksFolders = !is(m, 'npm', 0, 6) && !is(m, 'bun', 0, 1.2);
      const lib = (dependencies) => ({
        'lib/own/package.json': { name: 'own', version: '1.0.0', dependencies },
        'lib/own/index.js': '',
      });
      const state = (title, spec, inner, more = {}) => ({
        title,
        files: project(m, { dependencies: { alpha: '1.0.0', ...(spec && { own: spec }) } }, { files: lib(inner) }),
        moves: 'own',
        may: ['source own folder', 'source own portal', ...(locksFolders ? [] : ['lockfile gamma no-lockfile'])],
        ...more,
        ...(locksFolders ? {} : { changes: title === 'none' ? more.changes : [] }),
      });
      const linked = is(m, 'npm') ? 'file:lib/own' : 'link:./lib/own';
      return [
        state('none', undefined, {}, { changes: ['+alpha 1.0.0'] }),
        state('file', 'file:./lib/own', {}),
        state('asks for a package', 'file:./lib/own', { gamma: '1.0.0' }, { changes: ['+gamma 1.0.0'] }),
        state('asks for a newer one', 'file:./lib/own', { gamma: '1.0.1' }, { changes: ['+gamma 1.0.1'] }),
        state('link', linked, {}, { changes: ['-gamma'], skip: is(m, 'bun', 0, 1.2) }),
        ...(is(m, 'berry')
          ? [state('portal', 'portal:./lib/own', { gamma: '1.0.0' }, { changes: ['+gamma 1.0.0'] })]
          : []),
        state('removed', undefined, {}),
      ];
    },
  },
  {
    name: 'injected',
    on: (m) => is(m, 'pnpm'),
    states: (m) => {
      const state = (title, injected, gamma, more = {}) => ({
        title,
        files: project(
          m,
          {},
          {
            workspaces: {
              'packages/a': {
                dependencies: { gamma },
                peerDependencies: { host: '*' },
                devDependencies: { host: '1.0.0' },
              },
              'packages/b': {
                dependencies: { a: 'workspace:*', host: '1.1.0' },
                ...(injected && { dependenciesMeta: { a: { injected: true } } }),
              },
            },
          },
        ),
        ...more,
      });
      return [
        state('linked', false, '1.0.0', { changes: ['+gamma 1.0.0'] }),
        state('injected', true, '1.0.0'),
        state('updated', true, '1.0.1', { changes: ['+gamma 1.0.1'] }),
        state('linked again', false, '1.0.1'),
      ];
    },
  },
  {
    name: 'published folders',
    on: (m) => is(m, 'pnpm'),
    states: (m) => {
      const state = (title, own, more = {}) => ({
        title,
        files: project(
          m,
          {},
          {
            workspaces: {
              'packages/a': { dependencies: { gamma: '1.0.0' }, ...own },
              'packages/b': { dependencies: { a: 'workspace:*' } },
            },
          },
        ),
        ...more,
      });
      const publishing = { publishConfig: { directory: 'dist', linkDirectory: true } };
      return [
        state('none', {}, { changes: ['+gamma 1.0.0'] }),
        state('dist', publishing),
        state('dist, not linked', { publishConfig: { directory: 'dist', linkDirectory: false } }),
        state('none again', {}),
      ];
    },
  },
];
