import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { ann, bob, eve, now, policy, policyPath, startProject } from '../support/decided-project.ts';
import type { DecidedProject, Outcome } from '../support/decided-project.ts';
import { mergeGroupEvent, pullRequestEvent, pushEvent } from '../support/github-events.ts';
import type { Person, PullRequest } from '../support/github-repository.ts';
import { enqueue, mergePull, person } from '../support/github-talk.ts';

/** The policy is part of what people decide, through the bundled action: who lets a change of it in, and what never does. */

let project: DecidedProject;
let tip: string;
const [mona, renovate] = [person('mona', 50), { ...person('renovate[bot]', 60), type: 'Bot' } as Person];
const other = (line: string) => `${policy}${line}\n`;

beforeEach(async () => {
  project = await startProject();
  tip = project.repository.branches.get('main')?.sha ?? '';
});
afterEach(() => project.close());

interface Found extends Outcome {
  readonly codes: readonly string[];
}

async function judge(pull: PullRequest): Promise<Found> {
  const outcome = await project.run(pullRequestEvent(project.repository, pull));
  const { findings } = JSON.parse(outcome.files['report'] ?? '{}') as {
    readonly findings: readonly { readonly codes: readonly string[]; readonly status: string }[];
  };
  return { ...outcome, codes: findings.flatMap(({ codes }) => codes) };
}

/** Another state of the default branch. */
function trunk(files: Readonly<Record<string, string>>): void {
  tip = project.repository.commit({ files, parents: [tip], branch: 'main' });
  project.repository.branch('main', tip, { protected: true });
}

const ours = (pull: PullRequest) =>
  pull.comments.find(({ body }) => body.startsWith('<!-- lockgate:report -->'))?.body ?? '';

test('block, offer in comment and summary, the proposer says yes, another approver says yes: green', async () => {
  const pull = project.propose({ [policyPath]: other('mode: observe') }, ann);
  const blocked = await judge(pull);
  const [line = ''] = await project.linesOf(pull);
  expect([blocked.exitCode, line]).toEqual([
    1,
    expect.stringMatching(/^\/approve-file \.github\/dependency-policy\.yml [0-9a-f]{64}$/),
  ]);
  expect(blocked.summary).toContain(line);
  expect(ours(pull)).toContain('`mode`');
  project.say(pull, ann, line);
  expect((await judge(pull)).decisions.refusals).toMatchObject([{ why: 'proposer' }]);
  project.say(pull, bob, `${line} We want to look first.`);
  expect((await judge(pull)).exitCode).toBe(0);
  expect(ours(pull)).toContain('We want to look first.');
  expect(project.github.problems).toEqual([]);
});

test.each<[string, string, (pull: PullRequest, line: string) => void]>([
  ['a stranger', 'not-listed', (pull, line) => void project.say(pull, mona, line)],
  ['a bot', 'not-a-user', (pull, line) => void project.say(pull, renovate, line)],
  ['mail', 'by-mail', (pull, line) => void project.say(pull, ann, line, { viaEmail: true })],
])('no green by %s', async (_, why, say) => {
  const pull = project.propose({ [policyPath]: other('mode: observe') });
  const [line = ''] = await project.linesOf(pull);
  say(pull, line);
  const { exitCode, decisions } = await judge(pull);
  expect([exitCode, decisions.refusals]).toEqual([1, [expect.objectContaining({ why })]]);
});

test('other bytes after the yes, in the policy and in what it extends', async () => {
  const { repository } = project;
  const extending = { [policyPath]: other('extends: ./base.yml'), '.github/base.yml': 'version: 1\n' };
  const pull = project.propose(extending);
  const [line = ''] = await project.linesOf(pull);
  project.say(pull, ann, line);
  // Nothing of it is another value yet: that is a note, and needs nobody.
  expect((await judge(pull)).exitCode).toBe(0);
  const push = (base: string) =>
    repository.push(
      pull,
      repository.commit({ files: { ...extending, '.github/base.yml': base }, parents: [tip], by: eve }),
    );
  push('version: 1\nmode: observe\n');
  const [next = ''] = await project.linesOf(pull);
  project.say(pull, ann, next);
  expect((await judge(pull)).exitCode).toBe(0);
  push('version: 1\nmode: observe\nrules: { cooldown: off }\n');
  const { exitCode, decisions } = await judge(pull);
  expect([exitCode, decisions.refusals.map(({ why }) => why)]).toEqual([1, expect.arrayContaining(['other-digest'])]);
});

test('two are required: one is not enough', async () => {
  trunk({ [policyPath]: other('  required: 2') });
  const pull = project.propose({ [policyPath]: `${other('  required: 2')}mode: observe\n` });
  const [line = ''] = await project.linesOf(pull);
  project.say(pull, ann, line);
  expect((await judge(pull)).exitCode).toBe(1);
  project.say(pull, bob, line);
  expect((await judge(pull)).exitCode).toBe(0);
});

describe('what only tightens who may approve', () => {
  const tighter = policy.replace(', { login: bob, id: 30 }', '');

  test('needs one approver, who may have proposed it, though two are required', async () => {
    trunk({ [policyPath]: other('  required: 2') });
    const pull = project.propose({ [policyPath]: other('  required: 2\n  never: [{ login: acme-ci, id: 99 }]') }, ann);
    const [line = ''] = await project.linesOf(pull);
    expect([line, ours(pull)]).toEqual([
      expect.stringContaining('/approve-file '),
      expect.stringContaining('only tightens who may approve'),
    ]);
    project.say(pull, ann, line);
    expect((await judge(pull)).exitCode).toBe(0);
  });

  test('is offered to the only one who is left, and is no yes of a stranger', async () => {
    const alone = { [policyPath]: tighter };
    trunk(alone);
    const pull = project.propose({ [policyPath]: `${tighter}  maximumAge: 30d\n` }, ann);
    const [line = ''] = await project.linesOf(pull);
    project.say(pull, eve, line);
    expect((await judge(pull)).exitCode).toBe(1);
    project.say(pull, ann, line);
    expect((await judge(pull)).exitCode).toBe(0);
  });

  test('with another value it is a change like any other', async () => {
    const pull = project.propose({ [policyPath]: `${tighter}mode: observe\n` }, ann);
    const [line = ''] = await project.linesOf(pull);
    project.say(pull, ann, line);
    expect((await judge(pull)).decisions.refusals).toMatchObject([{ why: 'proposer' }]);
  });
});

describe('the first approvers', () => {
  const none = 'version: 1\n';
  const first = policy.replace('rules: { gate-config: error }\n', '');

  test('with a package nobody lets them in; alone they are free, and each id is shown', async () => {
    trunk({ [policyPath]: none });
    const mixed = project.propose({ [policyPath]: first, 'README.md': 'x' }, eve);
    const lines = await project.linesOf(mixed);
    const blocked = await judge(mixed);
    expect([blocked.exitCode, lines, blocked.codes]).toEqual([1, [], ['approvals-not-alone']]);
    expect(ours(mixed)).toContain('Split the pull request');
    const alone = project.propose({ [policyPath]: first }, eve);
    expect((await judge(alone)).exitCode).toBe(0);
    expect(ours(alone)).toContain('ann (20), bob (30)');
  });

  test('alone in a pull request, they are free behind another in the queue and after the merge', async () => {
    trunk({ [policyPath]: none });
    const { repository } = project;
    const [before, pull] = [project.propose({ 'README.md': 'x' }), project.propose({ [policyPath]: first })];
    const ahead = enqueue(repository, before, tip);
    const own = enqueue(repository, pull, ahead.commit);
    expect((await project.run(mergeGroupEvent(repository, ahead.commit, own.commit, own.ref))).exitCode).toBe(0);
    for (const one of [before, pull]) {
      mergePull(repository, one);
      one.mergedAt = now(1);
    }
    const after = repository.branches.get('main')?.sha ?? '';
    const push = pushEvent(repository, { ref: 'refs/heads/main', before: tip, after });
    expect((await project.run(push)).exitCode).toBe(0);
  });

  test('not alone in theirs, they are floor in the queue too', async () => {
    trunk({ [policyPath]: none });
    const { repository } = project;
    const mixed = project.propose({ [policyPath]: first, 'README.md': 'x' });
    const own = enqueue(repository, mixed, tip);
    expect((await project.run(mergeGroupEvent(repository, tip, own.commit, own.ref))).exitCode).toBe(1);
  });
});

test('after the merge it is decided by what was said on its pull request', async () => {
  const { repository } = project;
  const pull = project.propose({ [policyPath]: other('mode: observe') });
  const [line = ''] = await project.linesOf(pull);
  const push = () => project.run(pushEvent(repository, { ref: 'refs/heads/main', before: tip, after }));
  const said = project.say(pull, ann, line);
  const after = mergePull(repository, pull);
  pull.mergedAt = now(1);
  expect((await push()).exitCode).toBe(0);
  said.body = 'Never mind.';
  expect((await push()).exitCode).toBe(1);
});

test('the same head into another branch, whose own policy is the looser one already', async () => {
  const { repository } = project;
  const loose = { [policyPath]: other('mode: observe') };
  const stale = repository.commit({ files: loose, parents: [tip] });
  repository.branch('stale', stale);
  const head = repository.commit({ files: { ...loose, 'README.md': 'x' }, parents: [stale] });
  const pull = repository.pullRequest({ head, base: 'stale', author: eve });
  const { exitCode, codes } = await judge(pull);
  expect([exitCode, codes]).toEqual([1, expect.arrayContaining(['base-not-a-baseline'])]);
  expect(await project.linesOf(pull)).toEqual([]);
});

test('comments and order need nobody', async () => {
  const pull = project.propose({ [policyPath]: `# Who to ask: ann.\n${policy}` });
  const { exitCode, codes } = await judge(pull);
  expect([exitCode, codes]).toEqual([0, ['policy-noted']]);
});
