import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { runCli } from '../support/cli.ts';
import { git, gitRepository } from '../support/git-repository.ts';
import type { GitRepositoryFixture } from '../support/git-repository.ts';
import type { LoopbackGitHub } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/**
 * Each command as a process that starts, works and ends by itself, over a git repository, a registry and a GitHub: and
 * that it says what the same command says in the process that other test files share.
 */

let registry: LoopbackRegistry;
let github: LoopbackGitHub;
let project: GitRepositoryFixture;

beforeAll(async () => {
  const publishedAt = '2026-05-31T23:00:00.000Z';
  github = await startGitHub();
  registry = await startRegistry({
    packages: {
      leaf: pkg({ '1.0.0': { publishedAt } }),
      branch: pkg({ '1.0.0': { publishedAt: '2026-01-01T00:00:00.000Z', dependencies: { leaf: '*' } } }),
    },
  });
  const shop = github.repository('octo/shop');
  shop.branch('main', shop.commit({ files: {}, branch: 'main' }), { protected: true });
  project = gitRepository();
  const { base, head } = adding(registry, 'leaf', { version: '1.0.0' });
  const write = (files: object) => {
    for (const [path, text] of Object.entries(files)) project.write(path, text as string);
  };
  write(base);
  project.write('policy.yml', 'version: 1\nrules: { cooldown: error }\n');
  project.commit('base');
  git(project.folder, 'switch', '--quiet', '--create', 'topic');
  write(head);
  project.commit('head');
});
afterAll(async () => {
  await Promise.all([registry.close(), github.close()]);
});

const judging = () => ['--registry', registry.url, '--now', '2026-06-01T00:00:00Z'];
const run = async (args: readonly string[], ownProcess: boolean) => {
  rmSync(join(project.folder, 'evidence.json'), { force: true });
  const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token };
  return runCli(args, { cwd: project.folder, env, ownProcess });
};

test.each<[command: string, args: () => readonly string[], status: number, says: RegExp]>([
  ['--version', () => [], 0, /^\d+\.\d+\.\d+\n$/],
  ['help', () => ['check'], 0, /--base/],
  ['check', () => ['--base', 'main', '--head', 'topic', ...judging()], 1, /`?leaf@1\.0\.0/],
  ['check', () => ['--base', 'main', '--head', 'main', ...judging()], 0, /./],
  ['audit', () => ['--dir', '.', '--format', 'json', ...judging()], 1, /"cooldown"/],
  ['vet', () => ['branch', ...judging()], 0, /branch 1\.0\.0/],
  ['explain', () => ['leaf', '--dir', '.', ...judging()], 0, /leaf/],
  ['policy', () => ['check', 'policy.yml'], 0, /a valid policy/],
  ['policy', () => ['schema'], 0, /^\{/],
  ['init', () => ['--dry-run', '--dir', '.', ...judging()], 0, /dependency-policy\.yml/],
  ['doctor', () => ['octo/shop', '--format', 'json'], 1, /octo\/shop/],
  ['replay', () => ['nothing.json'], 2, /^$/],
  ['chekc', () => [], 2, /^$/],
])('%s, case %#', async (command, args, status, says) => {
  const given = [command, ...args()];
  const alone = await run(given, true);
  expect(alone).toMatchObject({ status, stdout: expect.stringMatching(says) });
  expect(await run(given, false)).toEqual(alone);
});

test('evidence that one process wrote is read by the next', async () => {
  const args = ['check', '--base', 'main', '--head', 'topic', '--format', 'json', ...judging()];
  const live = await run([...args, '--evidence-out', 'evidence.json'], true);
  expect(live.status).toBe(1);
  expect(existsSync(join(project.folder, 'evidence.json'))).toBe(true);
  const env = {};
  expect(
    await runCli(['replay', 'evidence.json', '--format', 'json'], { cwd: project.folder, env, ownProcess: true }),
  ).toEqual(live);
});
