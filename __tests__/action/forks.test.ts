import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { runAction } from '../support/action-runner.ts';
import { pullRequestEvent, workflowRunEvent } from '../support/github-events.ts';
import type { RunnerEvent } from '../support/github-events.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** Pull requests of forks: the check with a token that only reads, and the second workflow that comments. */

let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let repository: LoopbackRepository;
let tip: string;

beforeEach(async () => {
  [github, registry] = await Promise.all([startGitHub(), startRegistry({ packages: { good: pkg({ '1.0.0': {} }) } })]);
  repository = github.repository('octo/shop');
  tip = repository.commit({ files: harmful().base, branch: 'main' });
  repository.branch('main', tip, { protected: true });
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

function harmful() {
  const integrity = integrityOf('ghost', '1.0.0');
  return adding(registry, 'ghost', { version: '1.0.0', resolved: null, integrity });
}
const mallory = { login: 'mallory', id: 1666, type: 'User' } as const;
const propose = (fork = true) =>
  repository.pullRequest({ head: repository.commit({ files: harmful().head, parents: [tip] }), fork, author: mallory });
const act = (event: RunnerEvent, token?: string) =>
  runAction({
    ...{ github, repository, event, inputs: { registry: registry.url } },
    ...(token === undefined ? {} : { token }),
  });
const commentsOf = (number: number) => repository.pulls.get(number)?.comments ?? [];

describe('the pair of workflows', () => {
  test('the check fails without a comment, then the run from the default branch comments', async () => {
    const pull = propose();
    const readOnly = github.issueToken({ pullRequests: 'read' });
    const check = await act(pullRequestEvent(repository, pull), readOnly);
    expect(check.exitCode).toBe(1);
    expect(check.annotations.length).toBeGreaterThan(0);
    expect(commentsOf(pull.number)).toHaveLength(0);

    const told = await act(workflowRunEvent(repository, pull));
    expect(told).toMatchObject({ exitCode: 0, annotations: [] });
    expect(commentsOf(pull.number)).toHaveLength(1);
    expect(commentsOf(pull.number)[0]?.body).toContain('ghost');
    await act(workflowRunEvent(repository, pull));
    expect(commentsOf(pull.number)).toHaveLength(1);
  });

  test('the pull request is the one of the head commit, whatever else is open', async () => {
    const [other, pull] = [propose(), propose()];
    await act(workflowRunEvent(repository, pull));
    expect(commentsOf(pull.number)).toHaveLength(1);
    expect(commentsOf(other.number)).toHaveLength(0);
  });

  test('a run of an earlier head says nothing', async () => {
    const pull = propose();
    const before = pull.head;
    const files = { ...harmful().head, more: 'x' };
    repository.push(pull, repository.commit({ files, parents: [before] }));
    const told = await act(workflowRunEvent(repository, pull, before));
    expect(told.exitCode).toBe(0);
    expect(commentsOf(pull.number)).toHaveLength(0);
  });

  test('a run that is not of a pull request is refused', async () => {
    const event = workflowRunEvent(repository, propose());
    (event.payload as { workflow_run: { event: string } }).workflow_run.event = 'push';
    const told = await act(event);
    expect(told.exitCode).toBe(1);
    expect(told.stdout).toContain('not of a run on a pull request');
  });
});
