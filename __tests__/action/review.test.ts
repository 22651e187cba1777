import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { runAction } from '../support/action-runner.ts';
import type { ActionOutcome, ActionRun } from '../support/action-runner.ts';
import { pullRequestEvent, workflowRunEvent } from '../support/github-events.ts';
import type { LoopbackGitHub, LoopbackRepository, PullRequest } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import type { Side } from '../support/pull-request.ts';
import { pullRequest } from '../support/pull-request.ts';

/** What stands beside the comment on a pull request: the review on its lines, and the check run with annotations. */

let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let repository: LoopbackRepository;
let pull: PullRequest;

const ghosts = Array.from({ length: 14 }, (_, index) => `ghost-${index}`);
const good = pkg({ '1.0.0': { publishedAt: new Date(Date.now() - 90 * 24 * 3_600_000).toISOString() } });

beforeEach(async () => {
  [github, registry] = await Promise.all([startGitHub(), startRegistry({ packages: {} })]);
  repository = github.repository('octo/shop');
  const { base, head } = pullRequest(registry, {}, haunted());
  const tip = repository.commit({ files: base, branch: 'main' });
  repository.branch('main', tip, { protected: true });
  pull = repository.pullRequest({ head: repository.commit({ files: head, parents: [tip] }) });
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

/** Fourteen direct dependencies that nobody has published. */
function haunted(): Side {
  const entry = (name: string) => ({ version: '1.0.0', resolved: null, integrity: integrityOf(name, '1.0.0') });
  return {
    dependencies: Object.fromEntries(ghosts.map((name) => [name, '*'])),
    packages: Object.fromEntries(ghosts.map((name) => [`node_modules/${name}`, entry(name)])),
  };
}

const act = (more: Partial<ActionRun> = {}): Promise<ActionOutcome> =>
  runAction({
    ...{ github, repository, event: pullRequestEvent(repository, pull), ...more },
    inputs: { registry: registry.url, comment: 'false', ...more.inputs },
  });
const heal = () => {
  for (const name of ghosts) registry.publish(name, good);
};
const warnings = ({ annotations }: ActionOutcome) =>
  annotations.filter(({ name }) => name === 'warning').map(({ message }) => message);
const isWrite = ({ method, path }: { readonly method: string; readonly path: string }) =>
  method !== 'GET' && path !== '/graphql';

describe('review', () => {
  test('is off unless asked for', async () => {
    await act();
    expect(github.requests.filter(isWrite)).toEqual([]);
  });

  test('marks the lines of the manifest, says nothing twice, and is resolved by the green run', async () => {
    const inputs = { review: 'true' };
    expect((await act({ inputs })).exitCode).toBe(1);
    expect(pull.reviews).toHaveLength(1);
    expect(pull.remarks).toHaveLength(ghosts.length);
    expect(new Set(pull.remarks.map(({ path }) => path))).toEqual(new Set(['package.json']));
    const before = github.requests.filter(isWrite).length;
    await act({ inputs });
    expect(github.requests.filter(isWrite)).toHaveLength(before);

    heal();
    const token = github.issueToken({ contents: 'write' });
    const healed = await act({ inputs, token });
    expect([healed.exitCode, warnings(healed)]).toEqual([0, []]);
    expect(new Set(pull.remarks.map(({ state }) => state))).toEqual(new Set(['resolved']));
    expect(pull.reviews[0]?.body).toContain('Resolved');
  });

  test("is asked for by the base's policy too, and by the head's not", async () => {
    const path = '.github/dependency-policy.yml';
    const asking = 'version: 1\nreport: { review: true }\n';
    const { base, head } = pullRequest(registry, {}, haunted());
    repository.push(pull, repository.commit({ files: { ...head, [path]: asking }, parents: [pull.base] }));
    await act();
    expect(pull.remarks).toEqual([]);
    const tip = repository.commit({ files: { ...base, [path]: asking }, branch: 'main' });
    pull = repository.pullRequest({ head: repository.commit({ files: { ...head, [path]: asking }, parents: [tip] }) });
    await act();
    expect(pull.remarks).toHaveLength(ghosts.length);
  });

  test('of a fork is written by the second workflow, which may', async () => {
    const token = github.issueToken({ pullRequests: 'read' });
    const check = await act({ inputs: { review: 'true' }, token });
    expect(check.exitCode).toBe(1);
    expect(warnings(check)).toEqual([expect.stringContaining('The review was not written')]);
    await act({ inputs: { review: 'true' }, event: workflowRunEvent(repository, pull) });
    expect(pull.remarks).toHaveLength(ghosts.length);
  });
});

describe('annotations: check', () => {
  const inputs = { annotations: 'check' };

  test('go to a check run of their own, more than ten, that fails and passes as the run does', async () => {
    const token = github.issueToken({ checks: 'write' });
    const failed = await act({ inputs, token });
    expect([failed.exitCode, failed.annotations]).toEqual([1, []]);
    expect(repository.checks).toMatchObject([{ name: 'lockgate annotations', head: pull.head, conclusion: 'failure' }]);
    const places = repository.checks[0]?.annotations.map(({ path }) => String(path)) ?? [];
    expect(places.filter((path) => path === 'package-lock.json')).toHaveLength(ghosts.length);
    expect(places.filter((path) => path === 'package.json')).toHaveLength(ghosts.length);
    heal();
    await act({ inputs, token });
    expect(repository.checks[1]).toMatchObject({ conclusion: 'success', annotations: [] });
  });

  test('are workflow commands where the token may not, with a warning', async () => {
    const refused = await act({ inputs });
    expect(refused.annotations.filter(({ name }) => name === 'error')).toHaveLength(10);
    expect(warnings(refused)).toEqual([expect.stringContaining('`checks: write`')]);
  });
});

test.each([403, 422])('no write is taken (HTTP %i): warnings, and the verdict stands', async (status) => {
  for (const route of [
    'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments',
    'POST /repos/{owner}/{repo}/check-runs',
    'POST /repos/{owner}/{repo}/code-scanning/sarifs',
  ]) {
    github.fail(route, { status });
  }
  const inputs = { comment: 'true', review: 'true', annotations: 'check', sarif: 'upload' };
  const { exitCode, outputs, summary, ...outcome } = await act({ inputs });
  expect([exitCode, outputs['verdict']]).toEqual([1, 'fail']);
  expect(summary).toContain('ghost-13');
  expect(warnings(outcome as ActionOutcome).map((text) => /^[\w ]+?(?= was| to code)/.exec(text)?.[0])).toEqual([
    'The check run',
    'The comment',
    'The review',
    status === 403 ? 'Nothing' : 'The report',
  ]);
  for (const text of warnings(outcome as ActionOutcome)) expect(text).toContain('The verdict stands.');
});

test.each([403, 422])(
  'no change of what stands there is taken (HTTP %i): warnings, and the verdict stands',
  async (status) => {
    const inputs = { comment: 'true', review: 'true' };
    await act({ inputs });
    heal();
    github.fail('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { status });
    github.fail('PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}', { status });
    const healed = await act({ inputs });
    expect([healed.exitCode, healed.outputs['verdict']]).toEqual([0, 'pass']);
    expect(warnings(healed)).toEqual([
      expect.stringMatching(/^The comment was not written: .*The verdict stands\.$/),
      expect.stringMatching(/^The review was not written: .*The verdict stands\.$/),
    ]);
  },
);
