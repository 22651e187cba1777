import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { runAction } from '../support/action-runner.ts';
import { scheduleEvent } from '../support/github-events.ts';
import type { PullRequest } from '../support/github-repository.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** A check that failed because something was too young does not stay red for ever. */

const workflow = '.github/workflows/dependency-gate.yml';
const hour = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString();

let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let repository: LoopbackRepository;
let tip: string;

beforeEach(async () => {
  const created = { '0.1.0': { publishedAt: ago(24 * 120) } };
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({
      packages: {
        aged: pkg({ ...created, '1.0.0': { publishedAt: ago(73) } }),
        young: pkg({ ...created, '1.0.0': { publishedAt: ago(71) } }),
      },
    }),
  ]);
  repository = github.repository('octo/shop');
  tip = repository.commit({ files: adding(registry, 'aged', { version: '1.0.0' }).base, branch: 'main' });
  repository.branch('main', tip, { protected: true });
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

function propose(name: string): PullRequest {
  const { head } = adding(registry, name, { version: '1.0.0' });
  return repository.pullRequest({ head: repository.commit({ files: head, parents: [tip] }) });
}

function scheduled(inputs: Readonly<Record<string, string>> = { rerun: 'true' }, mayRerun = true) {
  return runAction({
    ...{ github, repository, event: scheduleEvent(repository) },
    inputs: { registry: registry.url, ...inputs },
    token: github.issueToken(mayRerun ? { actions: 'write' } : {}),
    env: { GITHUB_WORKFLOW_REF: `octo/shop/${workflow}@refs/heads/main` },
  });
}
const failure = (id: number, { head }: PullRequest, path = workflow) =>
  ({ id, headSha: head, path, conclusion: 'failure' }) as const;

describe('a scheduled run', () => {
  test('runs the check again whose time has come, and leaves the others', async () => {
    const [aged, young] = [propose('aged'), propose('young')];
    repository.runs = [failure(11, aged), failure(12, young)];
    expect((await scheduled()).exitCode).toBe(0);
    expect(repository.rerun).toEqual([11]);
  });

  test('looks at the newest run of the gate and at no other workflow', async () => {
    const [green, elsewhere] = [propose('aged'), propose('aged')];
    repository.runs = [
      failure(21, green),
      { id: 22, headSha: green.head, path: workflow, conclusion: 'success' },
      failure(23, elsewhere, '.github/workflows/tests.yml'),
    ];
    await scheduled();
    expect(repository.rerun).toEqual([]);
  });

  test('asks for nothing where it was not told to', async () => {
    repository.runs = [failure(31, propose('aged'))];
    expect((await scheduled({})).exitCode).toBe(0);
    expect(repository.rerun).toEqual([]);
    expect(github.requests.some(({ path }) => path.includes('/actions/'))).toBe(false);
  });

  test('that may not run it again says so, and stays green', async () => {
    repository.runs = [failure(41, propose('aged'))];
    const outcome = await scheduled({ rerun: workflow }, false);
    expect(outcome.exitCode).toBe(0);
    expect(outcome.stdout).toMatch(
      /::warning::The check of pull request #1 was not run again: the token may not do this/,
    );
  });

  test('refuses an input that names no workflow', async () => {
    const outcome = await scheduled({ rerun: '../x.yml' });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.stdout).toContain('The input `rerun` must be');
  });
});
