import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { ann, bob, DecidedPulls, eve, instant, policyOf, young } from '../support/decided-pull.ts';
import type { Judged, Told } from '../support/decided-pull.ts';
import { mergeGroupEvent } from '../support/github-events.ts';
import type { Comment, Person, PullRequest } from '../support/github-repository.ts';
import { actionsBot } from '../support/github-repository.ts';
import { allow, editComment, enqueue, person } from '../support/github-talk.ts';

/**
 * What somebody does so that nobody sees who proposed, or that it was denied, through the bundled action: it is seen, and the honest
 * way stays open.
 */

let world: DecidedPulls;
let line = '';
const deny = '/deny young@1.0.0 It phones home.';
/** Under which nothing blocks but what somebody denies. */
const silent = `version: 1\nrules: { cooldown: off, new-package: off }\n${policyOf().replace('version: 1\n', '')}`;

beforeAll(async () => {
  world = await DecidedPulls.start(young(['young', 'other']));
  world.trunk(policyOf(), ['young']);
  world.propose();
  expect((await world.run()).exitCode).toBe(1);
  line = world.offered[0] ?? '';
});
afterAll(() => world.close());

const edit = (comment: Comment, by: Person, text: string, at = instant()): Comment => {
  editComment(world.repository, comment, by, text, at);
  return comment;
};
const told = (run: Judged) => run as Judged & { readonly decisions: Told };
const whysOf = ({ decisions }: Judged) => decisions?.refusals.map(({ why }) => why);
const codesOf = ({ errors }: Judged) => errors.map(({ code }) => code);

describe('who proposed is seen, though', () => {
  /** A lockfile that the base once had, and no more; eve's pull request leaves it alone. */
  function withOldLockfile(): string {
    world.trunk(policyOf(), ['young']);
    const old = world.commit({ files: world.headFiles, branch: 'main' });
    world.commit({ files: world.baseFiles, branch: 'main' });
    world.propose({ author: eve, by: eve, files: { ...world.baseFiles, 'README.md': 'x' } });
    return old;
  }
  const files = () => ({ ...world.headFiles, 'README.md': 'x' });
  const push = (commit: string, by: Person) => world.repository.push(world.pull, commit, { by });

  test('a bot takes the lockfile from an old commit of the base by a merge', async () => {
    const old = withOldLockfile();
    push(world.commit({ files: files(), parents: [world.pull.head, old], by: actionsBot }), actionsBot);
    world.say(ann, line);
    const run = told(await world.run());
    expect([run.exitCode, run.decisions.required, run.decisions.because]).toEqual([
      ...[1, 2, 'A bot pushed to this branch, and who drove it is not known.'],
    ]);
    world.say(bob, line);
    expect((await world.run()).exitCode).toBe(0);
  });

  test('a bot merges a commit upon that one, as GitHub commits for people', async () => {
    const old = withOldLockfile();
    const between = world.commit({ files: files(), parents: [old], by: actionsBot });
    push(world.commit({ files: files(), parents: [world.pull.head, between], by: actionsBot }), actionsBot);
    world.say(ann, line);
    const run = told(await world.run());
    expect([run.exitCode, run.decisions.required]).toEqual([1, 2]);
  });

  test('an approver pushes the branch over by such a merge', async () => {
    const old = withOldLockfile();
    const first = world.pull.head;
    push(world.commit({ files: { ...world.baseFiles, 'README.md': 'y' }, parents: [first], by: eve }), eve);
    push(world.commit({ files: files(), parents: [first, old], by: ann }), ann);
    world.say(ann, line);
    const run = await world.run();
    expect([run.exitCode, whysOf(run)]).toEqual([1, ['proposer']]);
  });

  test('a bot merges that commit as the default branch had it, for a branch that never had it', async () => {
    const { repository } = world;
    world.trunk(policyOf(), ['young']);
    repository.branch('release', world.tip);
    world.propose({ author: eve, by: eve, files: { ...world.baseFiles, 'README.md': 'x' } });
    const { pull } = world;
    const old = world.commit({ files: world.headFiles, branch: 'main' });
    world.commit({ files: world.baseFiles, branch: 'main' });
    push(world.commit({ files: files(), parents: [pull.head, old], by: actionsBot }), actionsBot);
    world.pull = repository.pullRequest({ head: pull.head, author: eve, base: 'release', headRef: pull.headRef });
    repository.activity.pop();
    world.say(actionsBot, '<!-- lockgate:report -->');
    await world.run();
    for (const offered of world.offered) world.say(ann, offered);
    const { exitCode, decisions } = await world.run();
    expect(decisions).toMatchObject({ required: 2, offers: [{ name: 'young', isApproved: false }] });
    expect(exitCode).toBe(1);
  });

  test('the branch was set back, and followed the base from there', async () => {
    const { repository } = world;
    world.trunk(policyOf(), ['young']);
    const old = world.tip;
    const tip = world.commit({ files: { ...world.baseFiles, 'README.md': 'main' }, branch: 'main' });
    const at = { headRef: `change-${repository.pulls.size + 1}`, fork: false, author: eve };
    const taken = world.commit({ files: world.headFiles, parents: [old] });
    const head = world.commit({ files: { ...world.headFiles, 'README.md': 'main' }, parents: [tip], by: eve });
    repository.moved(at, { kind: 'branch_creation', before: null, after: old, actor: ann });
    repository.moved(at, { kind: 'push', before: old, after: taken, actor: ann });
    repository.moved(at, { kind: 'force_push', before: taken, after: old, actor: ann });
    repository.moved(at, { kind: 'push', before: old, after: tip, actor: eve });
    repository.moved(at, { kind: 'push', before: tip, after: head, actor: eve });
    for (const pull of repository.pulls.values()) pull.state = 'closed';
    world.pull = repository.pullRequest({ head, author: eve });
    repository.activity.pop();
    world.say(ann, line);
    const run = await world.run();
    expect([run.exitCode, whysOf(run)]).toEqual([1, ['proposer']]);
    world.say(bob, line);
    expect((await world.run()).exitCode).toBe(0);
  });
});

describe('a denial is heard', () => {
  test.each<[string, string]>([
    ['with an HTML comment behind it', `${deny} <!-- cc ann -->`],
    ['with a line separator in it', `${deny}\u2028Really.`],
    ['behind a mark that nobody sees', `\u200b${deny}`],
    ['beside as many characters as GitHub takes', `${deny}\n${'\u{1f6d1}'.repeat(33_000)}`],
  ])('%s', async (_, text) => {
    world.propose();
    world.say(bob, text);
    world.say(ann, line);
    const { exitCode, decisions } = await world.run();
    expect([exitCode, decisions?.denials.map(({ id }) => id)]).toEqual([1, [bob.id]]);
  });

  test('and answered, where it names no version', async () => {
    world.propose();
    world.say(bob, '/deny young It phones home.');
    world.say(actionsBot, '<!-- lockgate:report -->');
    const run = await world.run();
    expect(whysOf(run)).toEqual(['malformed']);
    expect(run.comment).toContain('Write `/deny`, the name, `@` and the exact version in one line');
  });

  test('again after a withdrawal, where its comment is edited back into it', async () => {
    world.propose();
    const comment = edit(world.say(bob, deny, { createdAt: instant(3) }), bob, 'I was wrong.', instant(2.5));
    world.say(bob, '/withdraw young@1.0.0', { createdAt: instant(2) });
    world.say(ann, line);
    expect((await world.run()).exitCode).toBe(0);
    edit(comment, bob, '/deny young@1.0.0 It is bad.', instant(1));
    const { exitCode, decisions } = await world.run();
    expect([exitCode, decisions?.denials.map(({ reason }) => reason)]).toEqual([1, ['It is bad.']]);
  });

  test('or it is an error, where what stood there was deleted; until that person writes a line', async () => {
    world.trunk(silent, ['young']);
    world.propose({ author: eve });
    const comment = edit(world.say(bob, deny, { createdAt: instant(3) }), eve, 'fine', instant(2));
    const [former] = comment.edits;
    if (former !== undefined) former.deletedAt = instant(1.5);
    const run = await world.run();
    expect([run.exitCode, codesOf(run)]).toEqual([1, ['approvals-unavailable']]);
    expect(run.errors[0]?.message).toContain('`bob` has to write a line in a new comment');
    world.say(bob, 'I deleted a password.', { createdAt: instant(1) });
    expect((await world.run()).exitCode).toBe(1);
    edit(world.say(bob, 'I see.', { createdAt: instant(0.8) }), eve, '/withdraw young@1.0.0', instant(0.7));
    expect((await world.run()).exitCode).toBe(1);
    world.say(bob, '/withdraw young@1.0.0', { createdAt: instant(0.5) });
    const after = await world.run();
    expect([after.exitCode, after.errors]).toEqual([0, []]);
  });

  test('and no stranger can bring such an error about', async () => {
    world.trunk(silent, ['young']);
    world.propose({ author: eve });
    const comment = edit(world.say(eve, deny), eve, 'fine');
    for (const former of comment.edits.slice(0, -1)) former.deletedAt = instant();
    const { exitCode, errors } = await world.run();
    expect([exitCode, errors]).toEqual([0, []]);
  });
});

describe('in the merge queue', () => {
  let base = '';
  let last = { commit: '', ref: '' };
  const begin = () => {
    world.trunk(silent, ['young']);
    base = world.tip;
    last = { commit: base, ref: '' };
  };
  const enter = (pull: PullRequest) => {
    base = last.commit;
    last = enqueue(world.repository, pull, base);
  };
  const group = () => {
    for (const pull of world.repository.pulls.values()) pull.state = 'open';
    return world.run({ event: mergeGroupEvent(world.repository, base, last.commit, last.ref) });
  };

  test('of many entries a denial counts, and what nobody speaks about costs nothing', async () => {
    begin();
    for (let at = 0; at < 40; at += 1) {
      const head = world.commit({ files: { ...world.baseFiles, [`${at}.md`]: 'x' }, parents: [world.tip] });
      enter(world.repository.pullRequest({ head, author: person(`p${at}`, 600 + at) }));
    }
    enter(world.propose({ author: eve }));
    expect((await group()).requests['POST /graphql']).toBe(1);
    world.say(bob, deny);
    const { exitCode, decisions, requests } = await group();
    expect([exitCode, decisions?.denials.map(({ id }) => id), requests['POST /graphql']]).toEqual([1, [bob.id], 2]);
  });

  test('a denial counts where two refs have one commit, and a ref of nobody is an error', async () => {
    begin();
    const other = world.propose({ author: eve, files: { ...world.baseFiles, 'README.md': 'x' } });
    enter(world.propose({ author: eve }));
    world.say(bob, deny);
    world.repository.branch(`gh-readonly-queue/main/pr-${other.number}-${base}`, last.commit);
    const run = told(await group());
    expect([run.exitCode, run.errors, run.decisions.denials.map(({ id }) => id)]).toEqual([1, [], [bob.id]]);
    world.repository.branch(`gh-readonly-queue/main/pr-9999-${base}`, last.commit);
    expect(codesOf(await group())).toEqual(['approvals-unavailable']);
  });

  test('whoever floods a pull request keeps no approval from being read', async () => {
    world.trunk(policyOf(), ['young']);
    base = world.tip;
    last = { commit: base, ref: '' };
    enter(world.propose());
    world.say(ann, `${line} ${'I read it all. '.repeat(30)}`);
    for (let at = 0; at < 32; at += 1) {
      const comment = world.say(eve, `/deny a@${at} ${'x'.repeat(540)}`);
      for (let now = 0; now < 19; now += 1) edit(comment, eve, `/deny a@${at}.${now} ${'x'.repeat(530)}`);
    }
    const { exitCode, decisions } = await group();
    expect([exitCode, decisions?.offers.map(({ isApproved }) => isApproved)]).toEqual([0, [true]]);
  });
});

test('what a stranger writes takes no time', async () => {
  world.trunk(policyOf(), ['young']);
  world.propose();
  allow(world.repository, eve, 'read');
  const comment = world.say(eve, 'hi');
  for (const at of [0, 1, 2]) edit(comment, eve, `${'\u2028'.repeat(65_000)}${at}`);
  edit(comment, eve, 'hi');
  world.say(ann, line);
  const started = Date.now();
  expect((await world.run()).exitCode).toBe(0);
  expect(Date.now() - started).toBeLessThan(4000);
});
