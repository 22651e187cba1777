import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { runAction } from '../support/action-runner.ts';
import { pullRequestEvent } from '../support/github-events.ts';
import type { RunnerEvent } from '../support/github-events.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** However the process of a run that would pass comes to its end before the verdict, the check is not green. */

let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let repository: LoopbackRepository;
let event: RunnerEvent;

beforeAll(async () => {
  const publishedAt = new Date(Date.now() - 90 * 24 * 3_600_000).toISOString();
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({ packages: { good: pkg({ '1.0.0': { publishedAt } }) } }),
  ]);
  repository = github.repository('octo/shop');
  const { base, head } = adding(registry, 'good', { version: '1.0.0' });
  const tip = repository.commit({ files: base, branch: 'main' });
  repository.branch('main', tip, { protected: true });
  event = pullRequestEvent(
    repository,
    repository.pullRequest({ head: repository.commit({ files: head, parents: [tip] }) }),
  );
});
afterAll(async () => {
  await registry.close();
  await github.close();
});

/** Runs the action with code beside it that does this as soon as the action has begun. */
function actAnd(does: string, options = '') {
  const code = `setInterval(() => { if (process.exitCode === 1) { ${does} } }, 1).unref()`;
  const beside = `--import=data:text/javascript,${encodeURIComponent(code)}`;
  const env = { NODE_OPTIONS: `${options} ${beside}`.trim() };
  return runAction({ github, repository, event, inputs: { registry: registry.url }, env });
}

describe('a run that ends before its verdict', () => {
  test('does not end so by itself: nothing beside it, and it passes', async () => {
    const { exitCode, outputs } = await actAnd('');
    expect([exitCode, outputs['verdict']]).toEqual([0, 'pass']);
  });

  test('is no verdict that fails: that one is said, in a process of its own as in a shared one', async () => {
    const inputs = { registry: `${registry.url}nowhere/` };
    const run = async (ownProcess: boolean) => {
      const { exitCode, outputs, stdout } = await runAction({ github, repository, event, inputs, ownProcess });
      return { exitCode, verdict: outputs['verdict'], said: stdout.includes('good@1.0.0') };
    };
    const alone = await run(true);
    expect(alone).toEqual({ exitCode: 1, verdict: 'fail', said: true });
    expect(await run(false)).toEqual(alone);
  });

  test.each([
    ['an error that nobody catches', 'throw new Error("late")', ''],
    ['a rejection that nobody catches', 'Promise.reject(new Error("late"))', ''],
    ['an exit without a status', 'process.exit()', ''],
    ['a runner that cancels', 'process.kill(process.pid, "SIGINT")', ''],
    ['a runner whose time is up', 'process.kill(process.pid, "SIGTERM")', ''],
    [
      'memory that runs out',
      'for (const all = []; ; ) all.push(new Array(100_000).fill(0.5))',
      '--max-old-space-size=32',
    ],
  ])('%s: not success, and no verdict', async (_, does, options) => {
    const { exitCode, outputs, summary } = await actAnd(does, options);
    expect(exitCode).not.toBe(0);
    expect(outputs['verdict'] ?? '').not.toMatch(/pass|warn/u);
    expect(summary).not.toContain('passed');
  });
});
