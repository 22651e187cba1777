import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { beforeAll, expect, test } from '@jest/globals';
import { extract } from 'tar';

import { repositoryRoot } from '../support/cli.ts';
import { git, gitRepository, temporaryFolder } from '../support/git-repository.ts';

const { loadedWith } = (await import(join(repositoryRoot, 'scripts/release/loaded-with.mjs'))) as {
  loadedWith: (folder: string, ...entries: readonly string[]) => readonly string[];
};

/** What GitHub downloads for every run of the action: the archive of the work tree, as if it were committed. */

const archived = temporaryFolder();
const unpacked = join(archived, 'unpacked');
/** Bytes of the tar file and after gzip at its default level, as git and GitHub compress it. */
const zipped = { archive: 0, dist: 0 };

beforeAll(async () => {
  const store = gitRepository();
  const place = [`--git-dir=${join(store.folder, '.git')}`, `--work-tree=${repositoryRoot}`];
  git(repositoryRoot, ...place, '-c', 'core.compression=1', 'add', '--all');
  git(repositoryRoot, ...place, 'commit', '--quiet', '--no-verify', '-m', 'the work tree');
  for (const [name, paths] of [
    ['archive', []],
    ['dist', ['dist']],
  ] as const) {
    const file = join(archived, `${name}.tar`);
    store.git('archive', `--output=${file}`, 'HEAD', ...paths);
    zipped[name] = gzipSync(readFileSync(file)).length;
  }
  await mkdir(unpacked);
  await extract({ file: join(archived, 'archive.tar'), cwd: unpacked });
});

function run(...args: readonly string[]) {
  const env = { PATH: process.env['PATH'] ?? '', HOME: archived, npm_config_prefix: archived };
  return spawnSync(process.execPath, args, { cwd: archived, env, encoding: 'utf8', timeout: 60_000 });
}

test('the archive has what an action needs, and nothing else', () => {
  const documents = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md'];
  expect(readdirSync(unpacked).sort()).toEqual([...documents, 'action.yml', 'dist', 'package.json'].sort());
  const files = (folder: string) => readdirSync(join(folder, 'dist'), { recursive: true }).sort();
  expect(files(unpacked)).toEqual(files(repositoryRoot));
});

test('the archive is at most 0.1 MB larger than dist/ in it, both after gzip', () => {
  expect(zipped.archive).toBeLessThanOrEqual(zipped.dist + 100_000);
});

test('dist/ stays below 3 MB after gzip', () => {
  expect(zipped.dist).toBeLessThan(3_000_000);
});

test('what the action can load for a check stays below 1.95 MB after gzip, without the commands of the command line', () => {
  const loaded = loadedWith(unpacked, 'dist/index.js');
  expect(loaded).toEqual(expect.arrayContaining(['dist/resolver.js', 'dist/chunks/npmcli-arborist.js']));
  expect(loaded.filter((file) => /\/(?:chunk-)?(?:cli|doctor)\b/.test(file))).toEqual([]);
  const bytes = gzipSync(Buffer.concat(loaded.map((file) => readFileSync(join(unpacked, file))))).length;
  expect(bytes).toBeLessThan(1_950_000);
});

test('the command line runs from the archive, where nothing is installed', () => {
  const cli = join(unpacked, 'dist/cli.js');
  const { version } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as { version: string };
  const printed = run(cli, '--version');
  expect(printed).toMatchObject({ status: 0, stderr: '' });
  expect(printed.stdout).toContain(version);
  const example = join(repositoryRoot, 'examples/takeover');
  const sides = ['--base-dir', join(example, 'base'), '--head-dir', join(example, 'head')];
  const checked = run(cli, 'check', ...sides, '--evidence', join(example, 'evidence.json'));
  expect(checked).toMatchObject({ status: 1, stderr: '' });
  expect(checked.stdout).toMatch(/^Judged from recorded evidence, .*\nFAIL /);
});

test('the action runs from the archive, as the file that action.yml names', () => {
  const [, main = ''] = /^ {2}main: (\S+)$/m.exec(readFileSync(join(unpacked, 'action.yml'), 'utf8')) ?? [];
  const { status, stdout, stderr } = run(join(unpacked, main));
  expect([status, stderr]).toEqual([1, '']);
  expect(stdout).toMatch(/^::error::/m);
});
