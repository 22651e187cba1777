/** The package managers: where they are, and how each writes its lockfile and nothing else. */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { node24 } from '../test/node24.mjs';

const run = promisify(execFile);
const own = fileURLToPath(new URL('.', import.meta.url));

const npm = {
  family: 'npm',
  lockfile: 'package-lock.json',
  args: ['install', '--package-lock-only', '--ignore-scripts'],
};
const pnpm = {
  ...{ family: 'pnpm', lockfile: 'pnpm-lock.yaml' },
  args: ['install', '--lockfile-only', '--ignore-scripts', '--no-frozen-lockfile'],
};
/** Yarn 1 has no way to lock without a folder of modules, which is thrown away. */
const yarn1 = {
  ...{ family: 'yarn1', lockfile: 'yarn.lock' },
  args: ['install', '--ignore-scripts', '--non-interactive', '--ignore-engines', '--no-progress'],
};
const berry = { family: 'berry', lockfile: 'yarn.lock', args: ['install', '--mode=update-lockfile'] };
const bun = { family: 'bun', lockfile: 'bun.lock', args: ['install', '--lockfile-only', '--ignore-scripts'] };

/** `program`: below node_modules. `newest`: needs Node 24. */
export const managers = [
  { id: 'npm 6', major: 6, ...npm, program: 'npm6/bin/npm-cli.js' },
  { id: 'npm 10', major: 10, ...npm, program: 'npm10/bin/npm-cli.js' },
  { id: 'npm 12', major: 12, ...npm, program: 'npm12/bin/npm-cli.js', newest: true },
  { id: 'pnpm 8', major: 8, ...pnpm, program: 'pnpm8/bin/pnpm.cjs' },
  { id: 'pnpm 9', major: 9, ...pnpm, program: 'pnpm9/bin/pnpm.cjs' },
  { id: 'pnpm 10', major: 10, ...pnpm, program: 'pnpm10/bin/pnpm.cjs' },
  { id: 'pnpm 11', major: 11, ...pnpm, program: 'pnpm11/bin/pnpm.mjs', newest: true },
  { id: 'pnpm 12', major: 12, ...pnpm, program: '@pnpm/exe.linux-x64/pnpm' },
  { id: 'Yarn 1', major: 1, ...yarn1, program: 'yarn1/bin/yarn.js' },
  { id: 'Yarn 3', major: 3, ...berry, program: 'yarn3/bin/yarn.js' },
  { id: 'Yarn 4', major: 4, ...berry, program: 'yarn4/bin/yarn.js' },
  { id: 'bun 1.2', major: 1.2, ...bun, program: 'bun12/bin/bun' },
  { id: 'bun 1.4', major: 1.4, ...bun, program: '@oven/bun-linux-x64/bin/bun' },
];

/**
 * The managers' node_modules: what LOCKGATE_MANAGERS names, else installed from the lockfile beside this file.
 * @param {string} folder temporary
 */
export function installManagers(folder) {
  const named = process.env.LOCKGATE_MANAGERS;
  if (named !== undefined) return join(named, 'node_modules');
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('bun and pnpm 12 are installed on Linux x64 only. Run this there.');
  }
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(own, file), join(folder, file));
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error', '--prefix', folder];
  execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return join(folder, 'node_modules');
}

/** @param {string} modules @param {{ program: string, newest?: boolean }} manager @returns {string[]} */
export function commandOf(modules, { program, newest = false }) {
  const file = join(modules, program);
  if (!/\.[cm]?js$/.test(program)) return [file];
  return [newest ? node24() : process.execPath, file];
}

/** @param {string} modules @param {{ program: string }} manager */
export function versionOf(modules, { program }) {
  let folder = dirname(join(modules, program));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

/** Nothing of this machine's user: every manager asks the registry at `origin`, and keeps its caches in `home`. */
export function environment({ home, origin }) {
  const registry = `${origin}/`;
  return {
    ...{ PATH: process.env.PATH, HOME: home, CI: '', LANG: 'C.UTF-8', XDG_CACHE_HOME: join(home, 'cache') },
    ...{ XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home, GIT_TERMINAL_PROMPT: '0' },
    ...{ npm_config_registry: registry, npm_config_userconfig: join(home, '.npmrc'), npm_config_audit: 'false' },
    ...{ npm_config_cache: join(home, 'npm'), npm_config_fund: 'false', npm_config_update_notifier: 'false' },
    ...{ npm_config_store_dir: join(home, 'store'), npm_config_manage_package_manager_versions: 'false' },
    ...{ npm_config_fetch_retries: '0', pnpm_config_registry: registry, pnpm_config_store_dir: join(home, 'store') },
    ...{ pnpm_config_minimum_release_age: '0', pnpm_config_manage_package_manager_versions: 'false' },
    ...{ YARN_REGISTRY: registry, YARN_CACHE_FOLDER: join(home, 'yarn'), YARN_NPM_REGISTRY_SERVER: registry },
    ...{ YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1', YARN_ENABLE_TELEMETRY: '0', YARN_GLOBAL_FOLDER: join(home, 'berry') },
    ...{ YARN_ENABLE_IMMUTABLE_INSTALLS: '0', YARN_ENABLE_PROGRESS_BARS: '0', YARN_ENABLE_GLOBAL_CACHE: '1' },
    ...{ npm_config_allow_git: 'all', npm_config_allow_remote: 'all' },
    ...{ BUN_CONFIG_REGISTRY: registry, BUN_INSTALL_CACHE_DIR: join(home, 'bun'), NO_COLOR: '1' },
  };
}

/**
 * Lets a manager lock the project in a folder.
 * @param {readonly string[]} command
 * @param {{ args: readonly string[] }} manager
 * @param {{ project: string, home: string, origin: string }} where
 */
export async function lock([program, ...before], { args }, { project, home, origin }) {
  mkdirSync(home, { recursive: true });
  try {
    await run(program, [...before, ...args], { cwd: project, env: environment({ home, origin }), timeout: 120_000 });
  } catch (cause) {
    throw new Error(`${cause.message}\n${cause.stdout}`, { cause });
  }
}

/** Writes files below a folder: text, or a value as JSON. */
export function write(into, files) {
  mkdirSync(into, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
}
