import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { ann, bob, eve, now } from '../support/decided-project.ts';
import { allow, app, deleteComment, editComment, person } from '../support/github-talk.ts';
import type { RoundProject } from '../support/round-project.ts';
import { gatePath, reruns, startRound } from '../support/round-project.ts';

/** The round: a comment of somebody who may ask runs the check again where it would say something else. */

let project: RoundProject;
beforeEach(async () => {
  project = await startRound();
});
afterEach(() => project.close());

const permission = 'GET /collaborators/{username}/permission';

describe('from red to green and back', () => {
  test('an approval runs the failed jobs again, and its deletion the whole green run', async () => {
    const { repository, pull, line } = project;
    const approved = await project.comment(ann, `${line} I read it.`);
    expect([approved.exitCode, reruns(repository)]).toEqual([0, [[11], []]]);
    expect(approved.comment).toContain('I read it.');
    expect(await project.check()).toBe('success');
    deleteComment(repository, pull, approved.said, ann);
    const deleted = await project.round(approved.said, { action: 'deleted' });
    expect([deleted.exitCode, reruns(repository)]).toEqual([0, [[11], [11]]]);
    expect(deleted.comment).toContain('lockgate: waiting until');
    expect(await project.check()).toBe('failure');
  });

  test('a denial turns a green check red, and its withdrawal turns it green again', async () => {
    const { repository, line } = project;
    await project.comment(ann, line);
    await project.check();
    await project.comment(bob, '/deny young@1.0.0 It phones home.');
    expect(reruns(repository)).toEqual([[11], [11]]);
    expect(await project.check()).toBe('failure');
    await project.comment(bob, '/withdraw young@1.0.0');
    expect(reruns(repository)).toEqual([[11, 11], [11]]);
    expect(await project.check()).toBe('success');
  });

  test('an approval that is edited into something else approves nothing more', async () => {
    const { repository, line } = project;
    const { said } = await project.comment(ann, line);
    await project.check();
    editComment(repository, said, eve, 'Never mind.', now());
    await project.round(said, { action: 'edited', from: line });
    expect(reruns(repository)).toEqual([[11], [11]]);
  });

  test('nothing runs again that says the same already', async () => {
    const { repository } = project;
    const { exitCode, comment } = await project.comment(ann, '/lockgate check');
    expect([exitCode, reruns(repository)]).toEqual([0, [[], []]]);
    expect(comment).toContain('lockgate: waiting until');
  });

  test('an approval by somebody whom the policy does not list turns nothing green, and is answered in the comment', async () => {
    const { repository, line } = project;
    const { comment } = await project.comment(allow(repository, person('carl', 50), 'admin'), line);
    expect(reruns(repository)).toEqual([[], []]);
    expect(comment).toContain('Lines that do not count');
  });
});

describe('nobody else gets an answer', () => {
  test('a stranger costs one request, and nothing is written', async () => {
    const { repository, pull, line } = project;
    const before = pull.comments.map(({ body }) => body);
    const stranger = allow(repository, person('zoe', 60), 'read');
    for (let time = 0; time < 3; time += 1) {
      const { exitCode, asked } = await project.comment(stranger, line);
      expect([exitCode, asked]).toEqual([0, [permission]]);
    }
    expect(pull.comments.map(({ body }) => body)).toEqual([...before, line, line, line]);
    expect(reruns(repository)).toEqual([[], []]);
  });

  test.each<[string, () => Promise<{ asked: readonly string[]; exitCode: number | null }>]>([
    ['a comment that begins with another word', () => project.comment(ann, 'I would /approve this')],
    ['the command of another tool', () => project.comment(ann, '/approve')],
    ['an App', () => project.comment(app('helper', 70), project.line)],
    ['a comment on an issue', () => project.round(project.say(project.pull, ann, project.line), { isPull: false })],
    [
      'an edit of a comment that held none of our words',
      () => project.round(project.say(project.pull, ann, 'Hello!'), { action: 'edited', from: 'Hello' }),
    ],
    [
      'an approval on a closed pull request',
      () => {
        project.pull.state = 'closed';
        return project.comment(ann, project.line);
      },
    ],
  ])('%s costs no request', async (_, act) => {
    const { asked, exitCode } = await act();
    expect([exitCode, asked]).toEqual([0, []]);
  });

  test('a denial on a closed pull request is let through, and runs nothing', async () => {
    project.pull.state = 'closed';
    const { asked, exitCode } = await project.comment(ann, '/deny young@1.0.0 No.');
    expect([exitCode, asked[0], asked.at(-1)]).toEqual([0, permission, 'GET /pulls/{pull_number}']);
    expect(reruns(project.repository)).toEqual([[], []]);
  });
});

test('the author may ask again ten minutes after they asked, whatever they delete or edit meanwhile', async () => {
  const { repository, pull, line } = project;
  project.say(pull, ann, line);
  const first = await project.comment(eve, '/lockgate check');
  expect(reruns(repository)).toEqual([[11], []]);
  project.gate({ conclusion: 'failure' });
  const second = await project.comment(eve, '/lockgate check');
  expect(second.asked).not.toContain('GET /pulls/{pull_number}');
  for (const { said } of [first, second]) editComment(repository, said, eve, 'Thanks!', now(1));
  const third = await project.comment(eve, '/lockgate check');
  expect(third.asked).not.toContain('GET /pulls/{pull_number}');
  for (const { said } of [first, second, third]) deleteComment(repository, pull, said, eve);
  const runs = { headSha: repository.branches.get('main')?.sha ?? '', path: '.github/workflows/dependency-round.yml' };
  const caused = { ...runs, event: 'issue_comment', actor: eve, headBranch: 'main' };
  repository.runs = [...repository.runs, { ...caused, id: 901, conclusion: 'success' }];
  const fourth = await project.comment(eve, '/lockgate check');
  expect(fourth.asked).not.toContain('GET /pulls/{pull_number}');
  repository.runs = [
    ...repository.runs.filter(({ id }) => id !== 901),
    // An ordinary comment, and the run of this one.
    { ...caused, id: 902, conclusion: 'skipped' },
    { ...caused, id: 900, conclusion: null },
  ];
  deleteComment(repository, pull, fourth.said, eve);
  expect((await project.comment(eve, '/lockgate check')).asked).toContain('GET /pulls/{pull_number}');
});

test('the author who deletes or edits a comment asks for nothing', async () => {
  const { repository, pull } = project;
  const said = project.say(pull, eve, '/lockgate check');
  editComment(repository, said, eve, '/lockgate check now', now());
  const edited = await project.round(said, { action: 'edited', from: '/lockgate check' });
  const deleted = await project.round(said, { action: 'deleted' });
  expect([edited.asked, deleted.asked]).toEqual([[permission], [permission]]);
});

test('the policy says which permission it takes to ask', async () => {
  await project.close();
  project = await startRound(`version: 1
approvals:
  approvers: { users: [{ login: ann, id: 20 }, { login: bob, id: 30 }], minimumPermission: maintain }
`);
  allow(project.repository, ann, 'maintain');
  const written = await project.comment(bob, project.line);
  expect(written.asked).not.toContain('GET /pulls/{pull_number}');
  await project.comment(ann, project.line);
  expect(reruns(project.repository)).toEqual([[11], []]);
});

test('a wrong `gate-workflow` fails the round before it asks anything', async () => {
  const { exitCode, asked, stdout } = await project.comment(ann, project.line, {
    inputs: { 'gate-workflow': '../x.yml' },
  });
  expect([exitCode, asked]).toEqual([1, []]);
  expect(stdout).toContain(`\`${gatePath}\`, not`);
});
