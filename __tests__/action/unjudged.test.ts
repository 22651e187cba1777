import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { runAction } from '../support/action-runner.ts';
import type { ActionRun } from '../support/action-runner.ts';
import type { Sides } from '../support/cli.ts';
import { pullRequestEvent } from '../support/github-events.ts';
import type { LoopbackGitHub, LoopbackRepository, PullRequest } from '../support/loopback-github.ts';
import { mona, startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** A green comment belongs to the head that was judged. The bundled action, with runs that end before they judge. */

let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let repository: LoopbackRepository;
let good: Sides;
let ghost: Sides;

beforeEach(async () => {
  const publishedAt = new Date(Date.now() - 90 * 24 * 3_600_000).toISOString();
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({ packages: { good: pkg({ '1.0.0': { publishedAt } }) } }),
  ]);
  repository = github.repository('octo/shop');
  good = adding(registry, 'good', { version: '1.0.0' });
  ghost = adding(registry, 'ghost', { version: '1.0.0', resolved: null, integrity: integrityOf('ghost', '1.0.0') });
  repository.commit({ files: good.base, branch: 'main' });
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

const act = (pull: PullRequest, more: Partial<ActionRun> = {}) =>
  runAction({
    ...{ github, repository, event: pullRequestEvent(repository, pull), ...more },
    inputs: { registry: registry.url, ...more.inputs },
  });
const head = (files: Sides['head']) =>
  repository.commit({ files, parents: [repository.branches.get('main')?.sha ?? ''] });
const short = (id: string) => id.slice(0, 12);

/** A pull request that was blocked, then green, and whose newest head has the harm again. */
async function greenThenHarmful(): Promise<{ readonly pull: PullRequest; readonly green: string }> {
  const pull = repository.pullRequest({ head: head(ghost.head) });
  expect((await act(pull)).exitCode).toBe(1);
  repository.push(pull, head(good.head));
  expect((await act(pull)).exitCode).toBe(0);
  const green = pull.head;
  expect(pull.comments.map(({ body }) => body)).toEqual([expect.stringContaining(`commit \`${short(green)}\``)]);
  expect(pull.comments[0]?.body).toContain('✅ lockgate: passed');
  repository.push(pull, head({ ...ghost.head, 'README.md': 'again' }));
  return { pull, green };
}

describe('a run that ends before it judges leaves no green comment of an earlier head', () => {
  test.each<[string, (pull: PullRequest) => Partial<ActionRun>, string]>([
    [
      'GitHub does not give the default branch',
      () => {
        github.fail('GET /repos/{owner}/{repo}/branches/{branch}', { status: 403, message: 'no' });
        return {};
      },
      'repository-unavailable',
    ],
    [
      'the branches conflict',
      (pull) => {
        delete pull.merge;
        pull.mergeable = false;
        return {};
      },
      'event',
    ],
    ['the workflow has a wrong input', () => ({ inputs: { policy: '../elsewhere.yml' } }), 'usage'],
    ['the workflow names a policy that is nowhere', () => ({ inputs: { policy: 'x.yml' } }), 'policy-unavailable'],
  ])('%s', async (_, breakIt, code) => {
    const { pull, green } = await greenThenHarmful();
    const { exitCode, summary } = await act(pull, breakIt(pull));
    expect(exitCode).toBe(1);
    const [comment, ...others] = pull.comments.map(({ body }) => body);
    expect(others).toEqual([]);
    for (const text of [comment, summary]) {
      expect(text).toContain('❌ lockgate: could not evaluate');
      expect(text?.toLowerCase()).toContain(`commit \`${short(pull.head)}\``);
      expect(text).toContain(`(\`${code}\`)`);
      expect(text).not.toMatch(/passed/u);
      expect(text).not.toContain(short(green));
    }
  });

  test('and makes none where there was none, and touches none of another author', async () => {
    const pull = repository.pullRequest({ head: head(good.head) });
    github.fail('GET /repos/{owner}/{repo}/branches/{branch}', { status: 403, message: 'no' });
    await act(pull);
    expect(pull.comments).toEqual([]);
    repository.comment(pull, mona, '<!-- lockgate:report -->\n### ✅ lockgate: passed');
    await act(pull);
    expect(pull.comments.map(({ author }) => author?.login)).toEqual(['mona']);
    expect(pull.comments[0]?.body).toContain('passed');
  });

  test('but leaves a newer head to its own run', async () => {
    const { pull, green } = await greenThenHarmful();
    const event = pullRequestEvent(repository, pull);
    repository.push(pull, green);
    github.fail('GET /repos/{owner}/{repo}/branches/{branch}', { status: 403, message: 'no' });
    expect((await runAction({ github, repository, event, inputs: { registry: registry.url } })).exitCode).toBe(1);
    expect(pull.comments[0]?.body).toContain('✅ lockgate: passed');
  });
});

test('the summary names the head that was judged, and the test merge and the base branch that were compared', async () => {
  const pull = repository.pullRequest({ head: head(good.head) });
  const { summary } = await act(pull);
  expect(summary).toContain(
    `Judged commit \`${short(pull.head)}\` as \`${short(pull.merge ?? '')}\` against \`${short(pull.base)}\` at`,
  );
});
