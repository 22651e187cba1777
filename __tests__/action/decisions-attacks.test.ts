import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { ann, bob, DecidedPulls, eve, instant, policyOf, young } from '../support/decided-pull.ts';
import type { Judged, Proposal, Told } from '../support/decided-pull.ts';
import { actionsBot, mona } from '../support/github-repository.ts';
import type { Comment, Person } from '../support/github-repository.ts';
import { allow, app, assign, deleteComment, editComment, link, openIssue, person } from '../support/github-talk.ts';

/**
 * The attacks of the specification on decisions by comment, and some more, through the bundled action: nothing of them counts, and
 * the report and the comment say why.
 */

let world: DecidedPulls;
const names = ['young', 'other', ...Array.from({ length: 9 }, (_, at) => `d${at}`)];
/** The line that approves each. */
const lines = new Map<string, string>();
let line = '';

beforeAll(async () => {
  world = await DecidedPulls.start(young(names));
  world.trunk(policyOf(), names);
  world.propose();
  expect((await world.run()).exitCode).toBe(1);
  for (const offered of world.offered) lines.set(/ (\S+)@/.exec(offered)?.[1] ?? '', offered);
  line = lineOf('young');
});
afterAll(() => world.close());

const lineOf = (name: string): string => lines.get(name) ?? '';
const report = (text = line): string => `<!-- lockgate:report -->\n\`\`\`\n${text}\n\`\`\``;
const edit = (comment: Comment, by: Person, text: string): Comment => {
  editComment(world.repository, comment, by, text, instant());
  return comment;
};

/** A pull request after an attack: red, nothing is approved, and the comment says what would help with each line. */
async function attacked(act: () => unknown, proposal: Proposal = {}): Promise<Judged & { readonly decisions: Told }> {
  world.propose(proposal);
  // What lockgate said of an earlier head.
  world.say(actionsBot, report());
  act();
  const run = await world.run();
  const { exitCode, decisions, comment, errors } = run;
  expect({ exitCode, errors, approved: decisions?.offers.filter(({ isApproved }) => isApproved) }).toEqual({
    ...{ exitCode: 1, errors: [], approved: [] },
  });
  for (const { fix } of decisions?.refusals ?? []) expect(comment).toContain(fix);
  return { ...run, decisions: decisions as Told };
}

const whysOf = ({ decisions }: { readonly decisions: Told }) => decisions.refusals.map(({ why }) => why);

describe('words', () => {
  const digits = () => line.slice(-64);
  const cases: readonly (readonly [string, string, () => Comment])[] = [
    ['the first twelve digits alone', 'malformed', () => world.say(ann, line.slice(0, -52))],
    ['other digits after the same twelve', 'other-digest', () => world.say(ann, line.slice(0, -52) + '0'.repeat(52))],
    [
      'the digits of another package',
      'other-digest',
      () => world.say(ann, line.replace(digits(), lineOf('other').slice(-64))),
    ],
    ['fewer codes', 'other-codes', () => world.say(ann, line.replace('cooldown/too-young,', ''))],
    ['digits in capitals', 'malformed', () => world.say(ann, line.replace(digits(), digits().toUpperCase()))],
    ['a letter that only looks alike', 'malformed', () => world.say(ann, line.replace('young', 'y\u043eung'))],
    ['a character that nobody sees', 'malformed', () => world.say(ann, line.replace('young', 'yo\u200bung'))],
    ['words that turn round', 'malformed', () => world.say(ann, `${line} \u202eread`)],
    ['a reason of 501 characters', 'malformed', () => world.say(ann, `${line} ${'x'.repeat(501)}`)],
    ['what was struck out', 'malformed', () => world.say(ann, line.replace(' cool', ' ~~cool').concat('~~'))],
    [
      'what it does not bring in',
      'not-here',
      () => world.say(ann, line.replace('young@', 'elder@').replace(/..$/, '00')),
    ],
    ['an edited comment of another', 'edited', () => edit(world.say(ann, 'Looks fine.'), eve, line)],
    ['a comment with a reason that was edited', 'edited', () => edit(world.say(ann, line), ann, `${line} Read.`)],
    ['a hidden comment', 'minimized', () => world.say(ann, line, { isMinimized: true })],
    ['mail, as from an agent in the mailbox', 'by-mail', () => world.say(ann, line, { viaEmail: true })],
    ['an App in the name of a person', 'by-app', () => world.say(ann, line, { viaApp: true })],
    ['half a year ago', 'expired', () => world.say(ann, line, { createdAt: instant(24 * 181) })],
    ['approved and denied at once', 'contradicts-itself', () => world.say(ann, `${line}\n\n/deny young@1.0.0 Or not.`)],
    ['a review', 'in-a-review', () => world.repository.review(world.pull, ann, line)],
    ['an App', 'not-a-user', () => world.say(actionsBot, line)],
    ['an account that is gone', 'account-gone', () => world.say(null, line)],
    ['somebody with the login of an approver', 'not-listed', () => world.say(person('ann', 41), line)],
    [
      'an administrator whom the policy does not list',
      'not-listed',
      () => world.say(allow(world.repository, eve, 'admin'), line),
    ],
  ];
  const ids = new Map<string, number>();
  let told: Told;
  beforeAll(async () => {
    const act = () => {
      for (const [name, , say] of cases) ids.set(name, say().id);
    };
    ({ decisions: told } = await attacked(act));
  });
  test.each(cases)('%s: %s', (name, why) => {
    const own = told.refusals.filter(({ comment }) => comment === String(ids.get(name)));
    expect([...new Set(own.map((refusal) => refusal.why))]).toEqual([why]);
  });

  test('where a person reads no line of the author, nothing is said', async () => {
    const wrapped = [
      ...[`> ${line}`, `\`\`\`\n${line}\n\`\`\``, `Look:\n\n    ${line}`],
      ...[`<!--\n${line}\n-->`, `<details>\n${line}\n</details>`, `I would not say ${line}`],
      ...[`\`\n${line}\n\``, `<p\n${line}\n>`, `text\n\n[x]: y "\n${line}\n"`],
    ];
    const run = await attacked(() => {
      for (const text of wrapped) world.say(ann, text);
    });
    expect(whysOf(run).filter((why) => why !== 'malformed')).toEqual([]);
  });

  test('in a list, or directly below a quote, it is said why not', async () => {
    const run = await attacked(() => {
      for (const text of [`- ${line}`, `> Somebody wrote:\n${line}`]) world.say(ann, text);
    });
    expect(whysOf(run)).toEqual(['not-alone', 'not-alone']);
    expect(run.comment).toContain('it stands in a list, directly under a quote');
  });

  test('two lines of one person, where two people are needed', async () => {
    world.trunk(policyOf('  required: 2\n'), ['young']);
    const { decisions } = await attacked(() => [line, line].map((text) => world.say(ann, text)));
    expect(decisions.offers).toMatchObject([{ approvals: [{ id: 20 }] }]);
  });
});

describe("lockgate's own comment", () => {
  const wrong = () => line.slice(0, -64) + '0'.repeat(64);
  beforeAll(() => void world.trunk(policyOf(), ['young']));

  test.each([
    ['a person', eve],
    ['another App', app('other', 77)],
  ])('edited by %s, so that another digest stands beside a name', async (_, by) => {
    const run = await attacked(() => {
      edit(world.ours as Comment, by, report(wrong()));
      world.say(ann, wrong());
      world.say(bob, line);
    });
    expect(whysOf(run)).toEqual(['other-digest', 'after-report-was-edited']);
  });

  test('imitated, so that fewer findings stand beside a name: the codes are in the line', async () => {
    const few = line.replace('cooldown/too-young,', '');
    const run = await attacked(() => {
      world.say(eve, report(few));
      world.say(ann, few);
    });
    expect(whysOf(run)).toEqual(['other-codes']);
  });
});

describe('denials', () => {
  const denial = (name: string) => `/deny ${name}@1.0.0 It phones home.`;
  const withdrawal = (name: string) => `/withdraw ${name}@1.0.0`;
  const cases: readonly (readonly [string, (name: string) => unknown])[] = [
    ['edited by somebody else', (name) => edit(world.say(bob, denial(name)), eve, 'I like it.')],
    ['edited into a withdrawal', (name) => edit(world.say(bob, denial(name)), eve, withdrawal(name))],
    ['hidden', (name) => world.say(bob, denial(name), { isMinimized: true })],
    ['by mail', (name) => world.say(bob, denial(name), { viaEmail: true })],
    ['withdrawn by another', (name) => [world.say(bob, denial(name)), world.say(ann, withdrawal(name))]],
    [
      'withdrawn by an edited comment',
      (name) => [world.say(bob, denial(name)), edit(world.say(bob, 'Thanks.'), eve, withdrawal(name))],
    ],
    [
      'withdrawn by mail',
      (name) => [world.say(bob, denial(name)), world.say(bob, withdrawal(name), { viaEmail: true })],
    ],
    ['by a proposer', (name) => world.say(bob, denial(name))],
    ['of what was approved before', (name) => [world.say(bob, lineOf(name)), world.say(bob, denial(name))]],
  ];
  let run: Judged;
  beforeAll(async () => {
    world.trunk(policyOf(), names);
    run = await attacked(() => {
      push(bob, { ...world.headFiles, 'README.md': 'x' });
      for (const [at, [, say]] of cases.entries()) {
        say(`d${at}`);
        world.say(ann, lineOf(`d${at}`));
      }
    });
  });
  test.each(cases.map(([name], at) => [name, `d${at}`]))('%s: %s stays denied', (_, name) => {
    expect(run.decisions?.denials.filter((one) => one.name === name)).toMatchObject([{ id: 30 }]);
    expect(run.findings).toContainEqual(expect.objectContaining({ name, rule: 'deny', status: 'reported' }));
  });

  test('wanted again at 72 hours and for development, when nothing else speaks any more', async () => {
    for (const [name, of] of Object.entries(young(['d0'], 24 * 40))) world.registry.publish(name, of);
    world.trunk(policyOf(), ['d0'], { dev: true });
    const { decisions, comment } = await attacked(() => world.say(bob, denial('d0')));
    expect(decisions).toMatchObject({ denials: [{ id: 30 }], offers: [] });
    expect(comment).toContain('It phones home.');
  });

  test('deleted: undecided again, and it says whose it was and who deleted it', async () => {
    world.trunk(policyOf(), ['young']);
    const { decisions, comment } = await attacked(() =>
      deleteComment(world.repository, world.pull, world.say(bob, denial('young')), eve),
    );
    expect(decisions).toMatchObject({ denials: [], deleted: [{ author: { id: 30 }, by: { id: 40 } }] });
    expect(comment).toContain('A comment of `bob` was deleted by `eve`');
  });
});

const push = (by: Person, files = world.headFiles, parents = [world.pull.head]) =>
  world.repository.push(world.pull, world.commit({ files, parents }), { by });

describe('people', () => {
  beforeAll(() => void world.trunk(policyOf(), ['young']));
  afterEach(() => world.allowAll());
  const agent = app('agent', 900);
  const renovate: Person = { login: 'renovate[bot]', id: 29_139_614, type: 'Bot' };
  const assigned = (by: Person, assignee: Person, author = by) => {
    const issue = openIssue(world.repository, author);
    assign(world.repository, issue, by, assignee);
    link(world.repository, world.pull, issue, agent);
  };
  const nothing = () => undefined;

  test.each<[string, string, () => unknown, Proposal?]>([
    ['who may only read now', 'no-permission', () => allow(world.repository, ann, 'read')],
    [
      'whose role is called write and only reads',
      'no-permission',
      () => world.repository.permissions.set(ann.id, { permission: 'read', role: 'write' }),
    ],
    ['whoever opened it', 'proposer', nothing, { author: ann }],
    ['who made the branch that another opened it from', 'proposer', nothing, { openedBy: ann }],
    ['who pushed it under the address of another', 'proposer', nothing, { by: mona, openedBy: ann }],
    [
      'whose push was forced over by another',
      'proposer',
      () => {
        push(ann);
        push(mona, world.headFiles, [world.tip]);
      },
      { files: {} },
    ],
    ['the author of a commit', 'proposer', nothing, { by: ann }],
    ['who is named as a co-author', 'proposer', nothing, { with: [ann] }],
    ['the operator of an agent', 'proposer', () => assigned(ann, agent), { author: agent }],
    ['an operator who assigns somebody else', 'proposer', () => assigned(ann, eve, eve), { author: agent }],
    ["who pushed to Renovate's branch", 'proposer', () => push(ann), { author: renovate, by: renovate }],
  ])('%s: %s', async (_, why, act, proposal = {}) => {
    const run = await attacked(() => [act(), world.say(ann, line)], proposal);
    expect(whysOf(run)).toEqual([why]);
  });

  test('an agent that nobody assigned: one more is needed, and it says why', async () => {
    const { decisions, comment } = await attacked(() => world.say(ann, line), { author: agent });
    expect(decisions.required).toBe(2);
    expect(comment).toContain('nothing says who asked it to');
  });

  test('every approver named as a co-author, to keep them out: the comment names the commit first', async () => {
    const { decisions, comment } = await attacked(() => [ann, bob].map((who) => world.say(who, line)), {
      with: [ann, bob],
    });
    expect(decisions.refusals.map(({ commit }) => commit)).toEqual([world.pull.head, world.pull.head]);
    expect(comment).toContain('needs 1 approver, and none of those whom the policy lists is left');
    expect(comment).toContain(`is named as a co-author in it (commit \`${world.pull.head.slice(0, 12)}\`)`);
  });

  test('a machine user in the team, that never counts', async () => {
    world.trunk(policyOf('  never: [{ login: robot, id: 50 }]\n'), ['young']);
    const run = await attacked(() => world.say(allow(world.repository, person('robot', 50), 'admin'), line));
    expect(whysOf(run)).toEqual(['never']);
  });

  test('a policy that names nobody', async () => {
    world.trunk('version: 1\n', ['young']);
    const run = await attacked(() => world.say(ann, line));
    expect(whysOf(run)).toEqual(['no-approvers']);
    expect(run.comment).not.toContain('Who can let it in');
    world.trunk(policyOf(), ['young']);
  });

  test('withdrawn or demoted after green: red at the next run', async () => {
    world.propose();
    world.say(ann, line);
    expect((await world.run()).exitCode).toBe(0);
    allow(world.repository, ann, 'read');
    expect((await world.run()).exitCode).toBe(1);
    world.allowAll();
    world.say(ann, '/withdraw young@1.0.0');
    const { exitCode, decisions } = await world.run();
    expect([exitCode, decisions?.refusals.map(({ why }) => why)]).toEqual([1, ['superseded']]);
  });
});
