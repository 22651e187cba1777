import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { ann, bob, DecidedPulls, policyOf, young } from '../support/decided-pull.ts';
import type { Judged, Proposal } from '../support/decided-pull.ts';
import { actionsBot, mona, webFlow } from '../support/github-repository.ts';
import type { Person } from '../support/github-repository.ts';
import { app, assign, link, openIssue, person } from '../support/github-talk.ts';

/** The honest ways to yes, through the bundled action: whoever may approve and has proposed nothing is not kept from it. */

let world: DecidedPulls;
let line = '';

beforeAll(async () => {
  world = await DecidedPulls.start(young(['young', 'other']));
  world.trunk(policyOf(), ['young']);
  world.propose();
  expect((await world.run()).exitCode).toBe(1);
  [line = ''] = world.offered;
});
afterEach(() => void world.trunk(policyOf(), ['young']));
afterAll(() => world.close());

/** Green, by that line. */
async function approved(act: () => unknown, proposal: Proposal = {}): Promise<Judged> {
  world.propose(proposal);
  act();
  const run = await world.run();
  const { exitCode, errors, decisions } = run;
  expect({ exitCode, errors, refusals: decisions?.refusals }).toEqual({ exitCode: 0, errors: [], refusals: [] });
  expect(decisions?.offers).toMatchObject([{ isApproved: true }]);
  return run;
}

const push = (by: Person, commit: Parameters<DecidedPulls['commit']>[0]) =>
  world.repository.push(world.pull, world.commit(commit), { by });
const moveTrunk = () => world.commit({ files: { ...world.baseFiles, 'README.md': 'main' }, branch: 'main' });
const merged = () => ({ ...world.headFiles, 'README.md': 'main' });

const setting = { '.npmrc': 'audit=false\n' };
const moveSetting = () => world.commit({ files: { ...world.baseFiles, ...setting }, branch: 'main' });
const set = () => ({ ...world.headFiles, ...setting });

describe('an approver who', () => {
  test.each<[string, () => unknown, Proposal?]>([
    [
      'clicked "Update branch"',
      () => push(ann, { files: merged(), parents: [world.pull.head, moveTrunk()], by: ann, committedBy: webFlow }),
    ],
    [
      'clicked "Update branch", which took a setting that the base has changed',
      () => push(ann, { files: set(), parents: [world.pull.head, moveSetting()], by: ann, committedBy: webFlow }),
    ],
    [
      'rebased it upon a setting that the base has changed',
      () => push(ann, { files: set(), parents: [moveSetting()], by: mona, committedBy: ann }),
    ],
    ['rebased it', () => push(ann, { files: merged(), parents: [moveTrunk()], by: mona, committedBy: ann })],
    [
      'suggested a change in a README',
      () =>
        push(ann, {
          ...{ files: { ...world.headFiles, 'README.md': 'x' }, parents: [world.pull.head] },
          ...{ by: mona, with: [ann], committedBy: webFlow },
        }),
    ],
    [
      "mended a fork's conflict outside watched files",
      () =>
        push(ann, {
          ...{ files: { ...world.headFiles, 'README.md': 'both' }, parents: [world.pull.head, moveTrunk()] },
          ...{ by: ann, committedBy: webFlow },
        }),
      { fork: true },
    ],
    ['approves what a fork contributor with an unlinked address wrote', () => undefined, { fork: true }],
    [
      'approves what Renovate brings, and was asked for a review of it',
      () => assign(world.repository, world.pull, ann, ann),
      { author: { login: 'renovate[bot]', id: 29_139_614, type: 'Bot' } },
    ],
    [
      'approves what Dependabot brings',
      () => undefined,
      { author: { login: 'dependabot[bot]', id: 49_699_333, type: 'Bot' } },
    ],
  ])('%s', async (_, act, proposal = {}) => {
    await approved(() => [act(), world.say(ann, `${line} I read all of it.`)], proposal);
  });

  test('is the only maintainer, of a pull request of a contributor', async () => {
    world.trunk('version: 1\napprovals: { approvers: { users: [{ login: ann, id: 20 }] } }\n', ['young']);
    await approved(() => world.say(ann, line), { fork: true });
  });

  test('approves what an agent made that another assigned', async () => {
    const [agent, issue] = [app('agent', 900), openIssue(world.repository, mona)];
    assign(world.repository, issue, mona, agent);
    await approved(
      () => {
        link(world.repository, world.pull, issue, agent);
        world.say(ann, line);
      },
      { author: agent },
    );
  });

  test('has another login now', async () => {
    const anne = person('anne', 20);
    world.repository.people.set('anne', anne);
    await approved(() => world.say(anne, line));
  });

  test('writes a line between words, with the line ends of a browser', async () => {
    await approved(() => world.say(ann, `I read it.\r\n\r\n${line}\r\nThank you.`));
  });

  test('approved before pushes that add and drop the trailer of an agent', async () => {
    const trailer = [app('agent', 900)];
    await approved(() => {
      world.say(ann, line);
      push(mona, { files: { ...world.headFiles, 'a.md': 'a' }, parents: [world.pull.head], with: trailer });
    });
    push(mona, { files: world.headFiles, parents: [world.tip] });
    expect((await world.run()).exitCode).toBe(0);
  });

  test('had denied it, and withdrew that', async () => {
    world.propose();
    world.say(ann, '/deny young@1.0.0 Wait.');
    expect((await world.run()).exitCode).toBe(1);
    world.say(ann, '/withdraw young@1.0.0');
    world.say(ann, line);
    expect((await world.run()).exitCode).toBe(0);
  });
});

test('two people, where two are needed', async () => {
  world.trunk(policyOf('  required: 2\n'), ['young']);
  const { decisions, comment } = await approved(() => {
    world.say(actionsBot, '<!-- lockgate:report -->');
    for (const who of [ann, bob]) world.say(who, line);
  });
  expect(decisions?.offers[0]?.approvals.map(({ id }) => id)).toEqual([20, 30]);
  expect(comment).toContain('`ann`');
});

/** A process whose clock is so many hours ahead. */
const hoursLater = (hours: number) => {
  const clock = `const Real = Date; globalThis.Date = class extends Real {
    constructor(...of) { if (of.length === 0) super(Real.now() + ${hours * 3_600_000}); else super(...of); }
    static now() { return Real.now() + ${hours * 3_600_000}; } };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(clock)}` };
};

test('approved at 24 hours: at 73 hours less blocks, and is still approved; on day 31 nothing does', async () => {
  world.propose();
  world.say(ann, line);
  const { exitCode, decisions } = await world.run({ env: hoursLater(49) });
  expect(exitCode).toBe(0);
  expect(decisions?.offers).toMatchObject([{ codes: ['new-package/young-name'], isApproved: true }]);
  const late = await world.run({ env: hoursLater(24 * 31) });
  expect([late.exitCode, late.decisions]).toEqual([0, undefined]);
});
