import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runAction } from '../support/action-runner.ts';
import { pullRequestEvent, mergeGroupEvent } from '../support/github-events.ts';
import type { RunnerEvent } from '../support/github-events.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let repository: LoopbackRepository;
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
beforeEach(async () => {
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({
      packages: { good: pkg({ '0.9.0': { publishedAt: ago(9000) }, '1.0.0': { publishedAt: ago(1) } }) },
    }),
  ]);
  repository = github.repository('octo/shop');
});
afterEach(async () => {
  await registry.close();
  await github.close();
});
const act = (event: RunnerEvent, more = {}) =>
  runAction({ github, repository, event, inputs: { registry: registry.url }, ...more });
const harmful = () =>
  adding(registry, 'ghost', { version: '1.0.0', resolved: null, integrity: integrityOf('ghost', '1.0.0') });
const main = (files: object) => {
  const sha = repository.commit({ files: files as never, branch: 'main' });
  repository.branch('main', sha, { protected: true });
  return sha;
};

test('a head that blocks into main is green into an unprotected base that reverts it', async () => {
  const { base, head } = harmful();
  const tip = main(base);
  const h0 = repository.commit({ files: head, parents: [tip] });
  const h = repository.commit({ files: { ...head, 'README.md': 'x' }, parents: [h0] });
  repository.branch('helper', repository.commit({ files: base, parents: [h0] }));
  const real = repository.pullRequest({ head: h });
  const decoy = repository.pullRequest({ head: h, base: 'helper' });
  expect([
    (await act(pullRequestEvent(repository, real))).exitCode,
    (await act(pullRequestEvent(repository, decoy))).exitCode,
  ]).toEqual([1, 1]);
});
test('a re-run sees an exception that landed', async () => {
  const { base, head } = adding(registry, 'good', { version: '1.0.0' });
  const tip = main(base);
  const pull = repository.pullRequest({ head: repository.commit({ files: head, parents: [tip] }) });
  const event = pullRequestEvent(repository, pull);
  const first = (await act(event)).exitCode;
  const policy = 'version: 1\nrules: { cooldown: warn, new-package: warn }\n';
  const next = main({ ...base, '.github/dependency-policy.yml': policy });
  pull.merge = repository.commit({
    files: { ...head, '.github/dependency-policy.yml': policy },
    parents: [next, pull.head],
  });
  expect([
    first,
    (await act(event, { env: { GITHUB_RUN_ATTEMPT: '2' } })).exitCode,
    (await act(pullRequestEvent(repository, pull))).exitCode,
  ]).toEqual([1, 0, 0]);
});
test('the second group of a merge queue is judged with the first', async () => {
  const { base, head } = harmful();
  const tip = main(base);
  const g1 = repository.commit({ files: head, parents: [tip] });
  const g2 = repository.commit({ files: { ...head, a: '1' }, parents: [g1] });
  expect([
    (await act(mergeGroupEvent(repository, tip, g1))).exitCode,
    (await act(mergeGroupEvent(repository, g1, g2))).exitCode,
  ]).toEqual([1, 1]);
});
test('a token that may list the commits is enough, and one that may not fails closed and says what to grant', async () => {
  const { base, head } = adding(registry, 'good', { version: '0.9.0' });
  const tip = main(base);
  const pull = repository.pullRequest({ head: repository.commit({ files: head, parents: [tip] }) });
  const as = (pullRequests: 'read' | 'none') =>
    act(pullRequestEvent(repository, pull), {
      token: github.issueToken({ pullRequests }),
      inputs: { registry: registry.url, comment: 'false' },
    });
  const [read, none] = [await as('read'), await as('none')];
  expect([read.exitCode, none.exitCode]).toEqual([0, 1]);
  expect(none.stdout + none.summary).toContain('pull-requests: read');
});
