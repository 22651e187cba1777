import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { runAction } from '../support/action-runner.ts';
import { pullRequestEvent } from '../support/github-events.ts';
import type { LoopbackRepository, Person, PullRequest } from '../support/github-repository.ts';
import { allow, deleteComment, editComment, person } from '../support/github-talk.ts';
import type { LoopbackGitHub } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** Decisions by comments, through the bundled action: what counts, and what is said of what does not. */

/** As GitHub writes times: to the second. */
const now = () => new Date().toISOString().replace(/\.\d+/, '');
const [ann, bob, eve] = [person('ann', 20), person('bob', 30), person('eve', 40)];
const policy = `version: 1
approvals:
  approvers:
    users: [{ login: ann, id: 20 }, { login: bob, id: 30 }]
`;

let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let repository: LoopbackRepository;
let pull: PullRequest;

/** A pull request of mona's that adds a package which is a day old. */
beforeEach(async () => {
  const publishedAt = new Date(Date.now() - 24 * 3_600_000).toISOString();
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({ packages: { young: pkg({ '1.0.0': { publishedAt } }) } }),
  ]);
  repository = github.repository('octo/shop');
  for (const each of [ann, bob]) allow(repository, each, 'write');
  pull = await propose(policy);
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

function propose(text: string): Promise<PullRequest> {
  const sides = adding(registry, 'young', { version: '1.0.0' });
  const files = { '.github/dependency-policy.yml': text };
  const tip = repository.commit({ files: { ...sides.base, ...files }, branch: 'main' });
  repository.branch('main', tip, { protected: true });
  const head = repository.commit({ files: { ...sides.head, ...files }, parents: [tip] });
  return Promise.resolve(repository.pullRequest({ head }));
}

const run = () =>
  runAction({ github, repository, event: pullRequestEvent(repository, pull), inputs: { registry: registry.url } });

const ours = () => pull.comments.find(({ body }) => body.startsWith('<!-- lockgate:report -->'))?.body ?? '';

/** The line that lockgate's comment offers. */
const offered = () => /^\/approve \S+ \S+ [0-9a-f]{64}$/m.exec(ours())?.[0] ?? '';

const say = (who: Person, text: string) => repository.comment(pull, who, text, { createdAt: now() });

test('block, offer, approve, run again: green, and it says who let it in', async () => {
  expect((await run()).exitCode).toBe(1);
  expect(offered()).toMatch(/^\/approve young@1\.0\.0 \S*cooldown\/too-young\S* /);
  say(ann, `${offered()} I read all of it.`);
  const { exitCode, outputs, files } = await run();
  expect([exitCode, outputs['verdict']]).toEqual([0, expect.stringMatching(/pass|warn/)]);
  const report = JSON.parse(files['report'] ?? '') as { decisions: object; findings: object[] };
  expect(report.decisions).toMatchObject({
    asked: true,
    offers: [{ name: 'young', isApproved: true, approvals: [{ id: 20, reason: 'I read all of it.' }] }],
    refusals: [],
  });
  expect(ours()).toContain('I read all of it.');
  expect(github.problems).toEqual([]);
});

describe('no green by', () => {
  test.each<[string, string, (line: string) => void]>([
    ['somebody whom the policy does not list', 'not-listed', (line) => void say(allow(repository, eve, 'admin'), line)],
    ['whoever opened it', 'not-listed', (line) => void say(pull.author, line)],
    ['an approver who may only read now', 'no-permission', (line) => void say(allow(repository, ann, 'read'), line)],
    ['an edited comment', 'edited', (line) => editComment(repository, say(ann, 'hello'), eve, line)],
  ])('%s', async (_, why, approve) => {
    await run();
    approve(offered());
    const { exitCode, files } = await run();
    expect(exitCode).toBe(1);
    expect(JSON.parse(files['report'] ?? '')).toMatchObject({ decisions: { refusals: [{ why }] } });
  });
});

test('a denial blocks though nothing else would, until it is withdrawn', async () => {
  await run();
  say(bob, '/deny young@1.0.0 It phones home.');
  say(ann, offered());
  const denied = await run();
  expect(denied.exitCode).toBe(1);
  expect(ours()).toContain('It phones home.');
  say(bob, '/withdraw young@1.0.0');
  expect((await run()).exitCode).toBe(0);
});

test('a deleted approval no longer counts, and the report says whose it was', async () => {
  await run();
  const comment = say(ann, offered());
  expect((await run()).exitCode).toBe(0);
  deleteComment(repository, pull, comment, eve);
  expect((await run()).exitCode).toBe(1);
  expect(ours()).toContain('was deleted by');
});
