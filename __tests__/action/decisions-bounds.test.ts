import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { ann, bob, DecidedPulls, eve, policyOf, young } from '../support/decided-pull.ts';
import { webFlow } from '../support/github-repository.ts';
import { person } from '../support/github-talk.ts';

/** Decisions by comment at their bounds: what they cost, what GitHub refuses, and what else is judged beside them. */

let world: DecidedPulls;
const many = Array.from({ length: 6 }, (_, at) => `many-${at}`);

beforeEach(async () => {
  world = await DecidedPulls.start(young(['young', 'other', ...many]));
  world.trunk(policyOf(), ['young']);
  world.propose();
});
afterEach(() => world.close());

const offer = async (): Promise<string> => {
  expect((await world.run()).exitCode).toBe(1);
  return world.offered[0] ?? '';
};

describe('requests', () => {
  /** What a run asks for without decisions that changes its comment. */
  const judging = {
    ...{ 'GET /commits/pulls': 1, 'GET /branches': 1, 'GET /git/commits': 2, 'GET /git/trees': 2, 'GET /git/blobs': 5 },
    ...{ 'GET /pulls/commits': 1, 'GET /pulls': 2, 'GET /issues/comments': 1 },
  };
  /** GraphQL: whose token it is, and the conversation. */
  const changing = { ...judging, 'PATCH /issues/comments': 1, 'POST /graphql': 2 };

  test('none more without comments; one query with those of strangers; four more with a line that counts', async () => {
    const first = await world.run();
    expect(first.requests).toEqual({ ...judging, 'GET /issues/comments': 2, 'POST /issues/comments': 1 });
    for (let at = 0; at < 70; at += 1) world.say(person(`eve-${at}`, 400 + at), `${world.offered[0] ?? ''} Please.`);
    world.say(eve, '/deny young@1.0.0 Everything.');
    const strangers = await world.run();
    expect([strangers.exitCode, strangers.requests]).toEqual([1, changing]);
    world.say(ann, world.offered[0] ?? '');
    const { exitCode, requests } = await world.run();
    // Whether an App wrote the comment, what its author may do, who pushed; a success looks again which pull requests there are.
    const counted = { 'GET /issues/comments': 2, 'GET /collaborators/permission': 1, 'GET /activity': 1 };
    expect([exitCode, requests]).toEqual([0, { ...changing, ...counted, 'GET /commits/pulls': 2 }]);
  });

  test('seventy comments of an approver in an hour: one permission, and a list of comments', async () => {
    await world.run();
    const line = world.offered[0] ?? '';
    for (let at = 0; at < 70; at += 1) world.say(ann, line);
    const { exitCode, requests, decisions } = await world.run();
    expect([exitCode, decisions?.offers[0]?.approvals.length]).toEqual([0, 1]);
    expect(requests).toMatchObject({
      'GET /issues/comments': 2,
      'GET /collaborators/permission': 1,
      'GET /activity': 1,
    });
  });

  test('a denial: one permission, and it needs no list of who pushed', async () => {
    await world.run();
    world.repository.activityLimit = 0;
    world.say(ann, '/deny young@1.0.0 No.');
    const { decisions, errors, requests } = await world.run();
    expect([errors, decisions?.denials.length]).toEqual([[], 1]);
    expect(requests).toEqual({ ...changing, 'GET /collaborators/permission': 1 });
  });

  test('a policy that names nobody: the approvals of strangers cost nothing', async () => {
    world.trunk('version: 1\n', ['young']);
    world.propose();
    await world.run();
    for (let at = 0; at < 3; at += 1) {
      world.say(person(`eve-${at}`, 400 + at), `/approve young@1.0.0 a/b ${'0'.repeat(64)}`);
    }
    const { exitCode, requests } = await world.run();
    expect([exitCode, requests]).toEqual([1, changing]);
  });

  test('nothing blocks: one query, for what may be denied', async () => {
    world.registry.publish('young', young(['young'], 24 * 90)['young'] ?? { versions: {} });
    const quiet = await world.run();
    world.say(eve, 'Nice.');
    const heard = await world.run();
    expect([quiet.requests['POST /graphql'], heard.requests['POST /graphql']]).toEqual([undefined, 1]);
  });
});

describe('what GitHub does not say is an error that says what to grant, and the findings stay', () => {
  const refusals = [
    [
      'a refusal',
      () => world.github.fail('POST /graphql', { status: 403, message: 'Resource not accessible by integration' }),
      'pull-requests: read',
    ],
    ['an unknown field', () => world.repository.unknownFields.add('IssueComment.createdViaEmail'), 'has to be updated'],
    [
      'a short list of activity',
      () => {
        world.repository.push(world.pull, world.commit({ files: world.headFiles, parents: [world.pull.head] }));
        world.repository.activityLimit = 1;
      },
      'push the branch anew under a new name',
    ],
  ] as const;
  test.each(refusals)('%s', async (_, act, words) => {
    const line = await offer();
    world.say(ann, line);
    act();
    const { exitCode, errors, findings, decisions } = await world.run();
    expect([exitCode, errors.map(({ code }) => code)]).toEqual([1, ['approvals-unavailable']]);
    expect(errors[0]?.message).toContain(words);
    expect(findings.map(({ rule }) => rule)).toContain('cooldown');
    expect(decisions?.asked).toBe(false);
  });
});

test('words that GitHub refuses to show are an error too where the policy names nobody: a denial may be among them', async () => {
  world.trunk('version: 1\n', ['young']);
  world.propose();
  world.registry.publish('young', young(['young'], 24 * 90)['young'] ?? { versions: {} });
  world.say(bob, '/deny young@1.0.0 It phones home.');
  world.github.fail('POST /graphql', { status: 403, message: 'Resource not accessible by integration' });
  const { exitCode, errors } = await world.run();
  expect([exitCode, errors.map(({ code }) => code)]).toEqual([1, ['approvals-unavailable']]);
});

test('250 commits: an error that says to squash them', async () => {
  const line = await offer();
  let head = world.pull.head;
  for (let at = 0; at < 250; at += 1) head = world.commit({ files: world.headFiles, parents: [head] });
  world.repository.push(world.pull, world.commit({ files: world.headFiles, parents: [head], by: ann }));
  world.say(ann, line);
  const { exitCode, errors } = await world.run();
  expect([exitCode, errors[0]?.message]).toEqual([1, expect.stringContaining('squash')]);
});

test('who uploaded a patch on a page of GitHub cannot approve it, another can', async () => {
  world.registry.publish('patch-package', young(['patch-package'], 24 * 900)['patch-package'] ?? { versions: {} });
  const rules = 'rules: { committed-bytes: { level: error, patch-changed: error } }\n';
  world.trunk(policyOf('', rules), ['patch-package']);
  world.commit({ files: world.headFiles, branch: 'main' });
  world.propose({ files: { ...world.headFiles, 'README.md': 'x' } });
  const text = '--- a/index.js\n+++ b/index.js\n@@ -1 +1 @@\n-a\n+b\n';
  const files = { ...world.headFiles, 'patches/left-pad+1.3.0.patch': text };
  const uploaded = world.commit({ files, parents: [world.pull.head], by: ann, committedBy: webFlow });
  world.repository.push(world.pull, uploaded, { by: ann });
  const line = await offer();
  expect(line).toMatch(/^\/approve-file patches\/left-pad\+1\.3\.0\.patch /);
  world.say(ann, line);
  const { exitCode, decisions } = await world.run();
  expect([exitCode, decisions?.refusals.map(({ why }) => why)]).toEqual([1, ['proposer']]);
  world.say(bob, line);
  expect((await world.run()).exitCode).toBe(0);
});

test('observing: nothing but the floor is offered, and the check passes', async () => {
  world.trunk(policyOf('', 'mode: observe\n'), ['young']);
  world.propose();
  const { exitCode, decisions } = await world.run();
  expect([exitCode, decisions]).toEqual([0, undefined]);
});

test('an exception of one finding, and an approval of the rest', async () => {
  const exceptions = `exceptions: [{ id: E-1, package: young@1.0.0, rules: [cooldown], reason: Read., expires: 2099-01-01 }]\n`;
  world.trunk(policyOf('', exceptions), ['young']);
  world.propose();
  const line = await offer();
  expect(line).toMatch(/^\/approve young@1\.0\.0 new-package\/young-name /);
  world.say(ann, line);
  const { exitCode, findings } = await world.run();
  expect([exitCode, findings.map(({ status }) => status).sort()]).toEqual([0, ['approved', 'excepted']]);
});

test('folded packages: each has its line, and one approval approves one', async () => {
  world.trunk(policyOf(), many);
  world.propose();
  await offer();
  expect(world.offered).toHaveLength(6);
  world.say(ann, world.offered[2] ?? '');
  const one = await world.run();
  expect(one.exitCode).toBe(1);
  expect(one.decisions?.offers.filter(({ isApproved }) => isApproved).map(({ name }) => name)).toEqual(['many-2']);
  expect(world.offered).toHaveLength(5);
  world.say(bob, world.offered.join('\n'));
  expect((await world.run()).exitCode).toBe(0);
});
