import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { bob, DecidedPulls, eve, instant } from '../support/decided-pull.ts';
import { pushEvent } from '../support/github-events.ts';
import { allow, mergePull, person } from '../support/github-talk.ts';

/** Teams that may approve: by id, asked only where the workflow file is one that no pull request writes. */

let world: DecidedPulls;
let token: string;
/** As GitHub names a workflow that a ruleset requires: by the repository that it is in. */
const required = { GITHUB_WORKFLOW_REF: 'octo/security/.github/workflows/gate.yml@refs/heads/main' };
const own = { GITHUB_WORKFLOW_REF: 'octo/shop/.github/workflows/gate.yml@refs/pull/1/merge' };
const robot = person('robot', 50);

beforeAll(async () => {
  world = await DecidedPulls.start();
  world.github.organisation('octo');
  token = world.github.issueToken({ members: 'read' });
});
afterAll(() => world.close());

const policyOf = (users = '', rest = '') =>
  `version: 1\napprovals: { approvers: { ${users}teams: [{ slug: octo/security, id: 70 }] }${rest} }\n`;
const withBob = 'users: [{ login: bob, id: 30 }], ';

beforeEach(() => {
  world.trunk(policyOf(), ['young']);
  world.propose();
  for (const each of [eve, robot]) allow(world.repository, each, 'write');
  team({ [eve.id]: 'active', [robot.id]: 'active' });
});

function team(members: Readonly<Record<number, 'active' | 'pending'>>, id = 70, slug = 'security') {
  const of = Object.entries(members).map(([who, state]) => [Number(who), state] as const);
  world.repository.teams.splice(0, 9, { slug, id, members: new Map(of) });
}

/** Runs as a required workflow does, after the offered line was written by each of them. */
async function approvedBy(...who: readonly (typeof eve)[]) {
  await world.run({ token, env: required });
  const line = world.offered[0] ?? '';
  for (const each of who) world.say(each, line);
  return world.run({ token, env: required });
}
const whysOf = ({ decisions }: Awaited<ReturnType<DecidedPulls['run']>>) => decisions?.refusals.map(({ why }) => why);

describe('where an organisation requires the workflow', () => {
  test("a member's approval counts, and costs one request a team and one a person and team", async () => {
    const { exitCode, requests } = await approvedBy(eve);
    expect(exitCode).toBe(0);
    expect(requests['GET /orgs/teams']).toBe(1);
    expect(requests['GET /organizations/team/memberships']).toBe(1);
  });

  test("that of somebody with an invitation, or of nobody's team, does not", async () => {
    team({ [eve.id]: 'pending' });
    expect(whysOf(await approvedBy(eve, robot))).toEqual(['not-listed', 'not-listed']);
  });

  test('that of a machine user in the team, whom the policy names under `never`, does not', async () => {
    world.trunk(policyOf('', ', never: [{ login: robot, id: 50 }]'), ['young']);
    world.propose();
    expect(whysOf(await approvedBy(robot))).toEqual(['never']);
  });

  test('members of the team that was renamed count, and those of a team under its former name do not', async () => {
    team({ [eve.id]: 'active' }, 70, 'product-security');
    world.repository.teams.push({ slug: 'security', id: 71, members: new Map([[robot.id, 'active']]) });
    const run = await approvedBy(robot);
    expect([run.exitCode, whysOf(run)]).toEqual([1, ['not-listed']]);
    expect((await approvedBy(eve)).exitCode).toBe(0);
  });

  test('a team that was made anew, with all its members, is an error that says what to do', async () => {
    team({ [eve.id]: 'active' }, 71);
    const { exitCode, errors } = await approvedBy(eve);
    expect([exitCode, errors[0]?.code]).toEqual([1, 'approvals-unavailable']);
    expect(errors[0]?.message).toContain('it was made anew; list the team that is meant by its id in the policy');
  });

  test('a token that may not read teams is an error that says what to grant', async () => {
    world.say(eve, '/deny young@1.0.0 no');
    const { exitCode, errors } = await world.run({ env: required });
    expect([exitCode, errors[0]?.code]).toEqual([1, 'approvals-unavailable']);
    expect(errors[0]?.message).toContain('the token of an App with Members: read');
  });
});

describe('where the pull request may bring the workflow file along', () => {
  test.each([
    own,
    { GITHUB_WORKFLOW_REF: undefined },
    { GITHUB_WORKFLOW_REF: 'octo/fork/.github/workflows/a.yml@refs/pull/1/merge' },
  ])('no team is asked for, and its members do not count (%j)', async (env) => {
    await approvedBy(eve);
    const run = await world.run({ token, env });
    expect([run.exitCode, whysOf(run), run.errors]).toEqual([1, ['team-not-asked'], []]);
    expect(Object.keys(run.requests).join()).not.toMatch(/teams|team/);
    expect(run.comment).toContain('Members of `octo/security` do not count in this run');
    expect(run.comment).toContain('list the account by its id in the policy');
    expect(world.offered).toEqual([]);
  });

  test('accounts that are listed by id count beside it', async () => {
    world.trunk(policyOf(withBob), ['young']);
    world.propose();
    await world.run({ env: own });
    expect(world.ours?.body).toContain('`bob` can let this in');
    world.say(bob, world.offered[0] ?? '');
    expect((await world.run({ env: own })).exitCode).toBe(0);
  });

  test('a denial by somebody who may be a member keeps the package out, and they can take it back', async () => {
    world.trunk(policyOf(withBob), ['young']);
    world.propose();
    await world.run({ env: own });
    world.say(bob, world.offered[0] ?? '');
    world.say(eve, '/deny young@1.0.0 harm');
    const { exitCode, decisions } = await world.run({ env: own });
    expect([exitCode, decisions?.denials.map(({ reason }) => reason)]).toEqual([1, ['harm']]);
    world.say(eve, '/withdraw young@1.0.0');
    expect((await world.run({ env: own })).exitCode).toBe(0);
  });

  test('a denial by somebody who may do too little here keeps nothing out', async () => {
    allow(world.repository, eve, 'read');
    world.say(eve, '/deny young@1.0.0 harm');
    const run = await world.run({ env: own });
    expect([run.decisions?.denials, whysOf(run)]).toEqual([[], ['no-permission']]);
  });
});

test('after the merge into the default branch, a push asks for teams', async () => {
  await approvedBy(eve);
  const before = world.tip;
  const after = mergePull(world.repository, world.pull);
  world.pull.mergedAt = instant(-0.001);
  const event = pushEvent(world.repository, { ref: 'refs/heads/main', before, after });
  const { exitCode, requests } = await world.run({ token, event });
  expect([exitCode, requests['GET /orgs/teams']]).toEqual([0, 1]);
});
