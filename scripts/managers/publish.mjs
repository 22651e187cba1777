/** Publishes the world with npm's own publish, and commits the git repositories. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { create } from 'tar';

import { environment, write } from './run.mjs';
import { repositories, world } from './world.mjs';

const run = promisify(execFile);
const epoch = new Date('2025-01-01T00:00:00Z');

/**
 * @param {{ folder: string, origin: string, command: readonly string[] }} where `command`: npm
 * @returns {Promise<number>} how many versions were published
 */
export async function publishWorld({ folder, origin, command: [program, ...before] }) {
  const queue = Object.entries(world).flatMap(([name, { versions, registry = '/' }]) =>
    Object.entries(versions).map(([version, content]) => ({ name, version, registry: origin + registry, ...content })),
  );
  for (const { name, version, registry, manifest = {}, files = {}, root } of queue) {
    const at = join(folder, 'published', name, version);
    const own = { name, version, license: 'MIT', main: 'index.js', ...manifest };
    write(at, { 'package.json': own, 'index.js': `module.exports = '${name} ${version}';\n`, ...files });
    const home = join(folder, 'publisher');
    mkdirSync(home, { recursive: true });
    const host = registry.slice('http:'.length);
    writeFileSync(join(home, '.npmrc'), `${host}:_authToken=none\n`);
    const what = root === undefined ? at : await packed(at, root);
    const args = [
      'publish',
      what,
      '--registry',
      registry,
      `--@acme:registry=${registry}`,
      `--@jsr:registry=${registry}`,
    ];
    await run(program, [...before, ...args, '--access', 'public', '--ignore-scripts', '--loglevel', 'error'], {
      env: environment({ home, origin }),
      cwd: home,
    });
  }
  return queue.length;
}

/** A tarball whose files are in another folder than `package`. */
async function packed(at, root) {
  const file = `${at}.tgz`;
  await create({ file, cwd: at, prefix: root, gzip: true, portable: true, mtime: epoch }, ['package.json', 'index.js']);
  return file;
}

/** @param {string} folder gets a bare repository for each */
export function commitRepositories(folder) {
  for (const [name, versions] of Object.entries(repositories)) {
    const work = `${folder}-work/${name}`;
    const bare = join(folder, `${name}.git`);
    mkdirSync(dirname(bare), { recursive: true });
    const git = (cwd, ...args) =>
      execFileSync('git', ['-c', 'user.name=somebody', '-c', 'user.email=somebody@example.test', ...args], {
        cwd,
        env: { ...process.env, GIT_AUTHOR_DATE: epoch.toISOString(), GIT_COMMITTER_DATE: epoch.toISOString() },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    write(work, {});
    git(work, 'init', '--quiet', '--initial-branch', 'main');
    for (const [version, manifest] of Object.entries(versions)) {
      write(work, { 'package.json': { name, version, ...manifest }, 'index.js': '' });
      git(work, 'add', '--all');
      git(work, 'commit', '--quiet', '--message', version);
      git(work, 'tag', `v${version}`);
    }
    git(dirname(bare), 'clone', '--quiet', '--bare', work, basename(bare));
  }
}
