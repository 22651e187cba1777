import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { parseReport } from '../../src/report/schema.ts';
import { runAction } from '../support/action-runner.ts';
import type { Sides } from '../support/cli.ts';
import { mergeGroupEvent, pullRequestEvent } from '../support/github-events.ts';
import type { RunnerEvent } from '../support/github-events.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** Who proposes a direct dependency, as GitHub tells the bundled action. */

let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let repository: LoopbackRepository;
let sides: Sides;
let tip: string;

beforeEach(async () => {
  const recently = new Date(Date.now() - 90 * 24 * 3_600_000).toISOString();
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({ packages: { good: pkg({ '1.0.0': { publishedAt: recently } }) } }),
  ]);
  repository = github.repository('octo/shop');
  sides = adding(registry, 'good', { version: '1.0.0' });
  tip = repository.commit({ files: sides.base, branch: 'main' });
  repository.branch('main', tip, { protected: true });
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

const commit = (options: { message?: string; author?: { name: string; email: string } } = {}) =>
  repository.commit({ files: sides.head, parents: [tip], ...options });
const codexBot = { login: 'chatgpt-codex-connector[bot]', id: 99, type: 'Bot' } as const;

async function judge(event: RunnerEvent) {
  const outcome = await runAction({ github, repository, event, inputs: { registry: registry.url } });
  const report = parseReport(outcome.files['report'] ?? '');
  return { status: outcome.exitCode, codes: report.findings.flatMap(({ codes }) => codes) };
}

describe('a pull request that adds a direct dependency', () => {
  test('of a person passes', async () => {
    const pull = repository.pullRequest({ head: commit() });
    expect(await judge(pullRequestEvent(repository, pull))).toEqual({ status: 0, codes: [] });
  });

  test('opened by a bot, from an agent branch, or with a commit of an agent fails', async () => {
    const bot = repository.pullRequest({ head: commit(), author: codexBot });
    const branch = repository.pullRequest({ head: commit(), headRef: 'copilot/add-good' });
    const trailer = 'Add good\n\nCo-authored-by: Cursor <cursoragent@cursor.com>';
    const coAuthor = repository.pullRequest({ head: commit({ message: trailer }) });
    for (const pull of [bot, branch, coAuthor]) {
      expect(await judge(pullRequestEvent(repository, pull))).toEqual({
        status: 1,
        codes: ['by-agent', 'agent-unproven'],
      });
    }
  });

  test('is told by its commits in a merge queue too', async () => {
    const head = commit({ author: { name: 'aider', email: 'noreply@aider.chat' } });
    expect(await judge(mergeGroupEvent(repository, tip, head))).toEqual({
      status: 1,
      codes: ['by-agent', 'agent-unproven'],
    });
  });

  test('of unknown origin, because GitHub does not list its commits, is not taken for one of a person', async () => {
    const pull = repository.pullRequest({ head: commit() });
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits';
    github.fail(route, { status: 403, message: 'Resource not accessible by integration' });
    const outcome = await judge(pullRequestEvent(repository, pull));
    expect(outcome).toEqual({ status: 1, codes: ['unavailable-authorship', 'unavailable-authorship'] });
  });
});
