import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { parseReport } from '../../src/report/schema.ts';
import { runAction } from '../support/action-runner.ts';
import { runCli, temporaryFolder } from '../support/cli.ts';
import type { Sides } from '../support/cli.ts';
import { pullRequestEvent } from '../support/github-events.ts';
import type { LoopbackGitHub } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** A policy that extends the one of another repository, read through GitHub at a full commit. */

const path = '.github/dependency-policy.yml';
const young = new Date(Date.now() - 24 * 3_600_000).toISOString();
let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let sides: Sides;

beforeEach(async () => {
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({ packages: { young: pkg({ '1.0.0': { publishedAt: young } }) } }),
  ]);
  sides = adding(registry, 'young', { version: '1.0.0' });
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

const lenient = 'version: 1\nrules: { cooldown: warn, new-package: warn }\n';
const extending = (commit: string, file = 'npm.yml') =>
  `version: 1\nextends: { repository: acme/policies, path: ${file}, commit: ${commit} }\n`;

/** The other repository, with a policy at a commit that its branch has left since. */
function published(text: string): string {
  const policies = github.repository('acme/policies');
  const commit = policies.commit({ files: { 'npm.yml': text }, branch: 'main' });
  policies.commit({ files: { 'npm.yml': 'version: 1\nextends: strict\n' }, branch: 'main' });
  return commit;
}

async function act(base: string, head = base) {
  const repository = github.repository('octo/shop');
  const tip = repository.commit({ files: { ...sides.base, [path]: base }, branch: 'main' });
  repository.branch('main', tip, { protected: true });
  const pull = repository.pullRequest({
    head: repository.commit({ files: { ...sides.head, [path]: head }, parents: [tip] }),
  });
  const event = pullRequestEvent(repository, pull);
  const outcome = await runAction({ github, repository, event, inputs: { registry: registry.url } });
  return { ...outcome, report: parseReport(outcome.files['report'] ?? '') };
}

describe('the action', () => {
  test('reads it with its own token, at that commit, and replays it without GitHub', async () => {
    const commit = published(lenient);
    const { report, files, exitCode } = await act(extending(commit));
    expect([exitCode, report.errors, report.verdict]).toEqual([0, [], 'warn']);
    const folder = temporaryFolder({ 'evidence.json': files['evidence'] ?? '' });
    try {
      const again = await runCli(['replay', 'evidence.json', '--format', 'json'], { cwd: folder.path });
      expect(again.stdout).toBe(files['report']);
    } finally {
      folder.remove();
    }
  });

  test('obeys the reference of the base, never the one of the head', async () => {
    const strict = published('version: 1\nextends: strict\n');
    const policies = github.repository('acme/policies');
    const loose = policies.commit({ files: { 'npm.yml': lenient } });
    const { report, exitCode } = await act(extending(strict), extending(loose));
    expect([exitCode, report.verdict]).toEqual([1, 'fail']);
    expect(report.findings.map(({ rule }) => rule)).toContain('gate-config');
    const asked = github.requests.map((request) => request.path).filter((one) => one.includes('acme/policies'));
    expect(asked.some((one) => one.includes(strict))).toBe(true);
    expect(asked.some((one) => one.includes(loose))).toBe(false);
  });

  test.each([
    ['a commit that is not there', () => extending('b'.repeat(40)), /answered 404/],
    ['a file that is not there', () => extending(published(lenient), 'other.yml'), /has no such file/],
    ['a file that is no policy', () => extending(published('version: 2\n')), /`version`: expected `1`/],
    [
      'one that is too large',
      () => extending(published(`version: 1\n# ${'x'.repeat(256 * 1024)}\n`)),
      /256 KiB|262144/,
    ],
    ['a chain', () => extending(published(extending('c'.repeat(40)))), /may only extend a preset/],
  ])('%s: an error, never the preset', async (_title, text, says) => {
    github.repository('acme/policies');
    const { report, exitCode } = await act(text());
    expect([exitCode, report.verdict, report.changes]).toEqual([1, 'error', []]);
    expect(report.errors.map(({ code }) => code)).toEqual([expect.stringMatching(/^policy-/)]);
    expect(report.errors[0]?.message).toMatch(says);
  });
});

describe('the command line', () => {
  test('reads it with GITHUB_TOKEN, and says where each value is from; without a token it says what to do', async () => {
    const commit = published(lenient);
    const folder = temporaryFolder({ 'p.yml': `${extending(commit)}rules: { cooldown: error }\n` });
    const ask = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
      runCli(args, { cwd: folder.path, env });
    const env = { GITHUB_TOKEN: github.token, GITHUB_API_URL: github.url };
    try {
      const told = await ask(['policy', 'explain', 'p.yml'], env);
      expect(told.stdout).toMatch(/^rules\.cooldown\.level = "error" +p\.yml:3$/m);
      const origin = `acme/policies@${commit.slice(0, 12)}:npm.yml:2`;
      expect(told.stdout).toContain(`rules.new-package.level = "warn"`);
      expect(told.stdout).toContain(origin);
      expect(await ask(['policy', 'check', 'p.yml'], env)).toMatchObject({ status: 0 });
      for (const args of [
        ['policy', 'check', 'p.yml'],
        ['policy', 'explain', 'p.yml'],
        ['audit', '--dir', '.', '--policy', 'p.yml'],
      ]) {
        const { status, stderr } = await ask(args);
        expect([status, stderr]).toEqual([2, expect.stringMatching(/GITHUB_TOKEN.*\(policy-unavailable\)\n$/)]);
      }
      const offline = await ask(['audit', '--dir', '.', '--policy', 'p.yml', '--offline'], env);
      expect([offline.status, offline.stderr]).toEqual([2, expect.stringContaining('--offline allows no request')]);
    } finally {
      folder.remove();
    }
  });
});
