import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { ann, bob, eve, now } from '../support/decided-project.ts';
import type { WorkflowRun } from '../support/github-repository.ts';
import { allow, deleteComment, person } from '../support/github-talk.ts';
import type { RoundProject } from '../support/round-project.ts';
import { reruns, startRound } from '../support/round-project.ts';

/** The daily run judges the green heads again that rest on decisions. */

let project: RoundProject;
beforeEach(async () => {
  project = await startRound();
});
afterEach(() => project.close());

const doNotMerge = '**Do not merge: this does not pass, and the check may still be green.** It was not run again: ';

describe('the daily run', () => {
  const approve = async () => {
    const { said } = await project.comment(ann, project.line);
    expect(await project.check()).toBe('success');
    project.repository.rerun.length = 0;
    return said;
  };

  test('turns red what was green by an approver who lost the role', async () => {
    await approve();
    await project.daily();
    expect(reruns(project.repository)).toEqual([[], []]);
    allow(project.repository, ann, 'read');
    const { exitCode, stdout } = await project.daily();
    expect([exitCode, reruns(project.repository)]).toEqual([0, [[], [11]]]);
    expect(stdout).toContain('is green and does not pass any more: its check runs again.');
  });

  test('turns red what was green by a comment that is gone, though no other comment is left', async () => {
    const said = await approve();
    const { repository, pull } = project;
    deleteComment(repository, pull, said, eve);
    for (const comment of [...pull.comments]) deleteComment(repository, pull, comment, eve);
    await project.daily();
    expect(reruns(repository)).toEqual([[], [11]]);
  });

  test('hears a denial that does not stand at the start of its comment', async () => {
    await approve();
    project.say(project.pull, bob, 'I looked at it.\n\n/deny young@1.0.0 It phones home.');
    await project.daily();
    expect(reruns(project.repository)).toEqual([[], [11]]);
  });

  test('turns red what was green by an approval that is too old by now', async () => {
    await project.close();
    project = await startRound(`version: 1
approvals:
  approvers: { users: [{ login: ann, id: 20 }] }
  maximumAge: 1h
`);
    project.gate({ conclusion: 'success' });
    project.say(project.pull, ann, project.line, { createdAt: now(-3540) });
    await project.daily();
    expect(reruns(project.repository)).toEqual([[], []]);
    project.pull.comments.splice(1);
    project.say(project.pull, ann, project.line, { createdAt: now(-3660) });
    await project.daily();
    expect(reruns(project.repository)).toEqual([[], [11]]);
  });

  test('judges nothing that rests on no decision, and nothing that is red or under way', async () => {
    const judged = 'GET /commits/{commit_sha}/pulls';
    project.gate({ conclusion: 'success' });
    expect((await project.daily()).asked).not.toContain(judged);
    project.say(project.pull, ann, project.line, { createdAt: now() });
    expect((await project.daily()).asked).toContain(judged);
    for (const conclusion of ['failure', null] as const) {
      project.gate({ conclusion });
      expect((await project.daily()).asked).not.toContain(judged);
    }
    expect(reruns(project.repository)).toEqual([[], []]);
  });

  test.each<[number, Partial<WorkflowRun>, readonly number[]]>([
    [39, { attempts: 39 }, [11]],
    [40, { attempts: 40 }, []],
  ])('goes up to attempt 40: the check has run %i times', async (_, change, expected) => {
    await approve();
    project.gate(change);
    project.say(project.pull, bob, '/deny young@1.0.0 It phones home.');
    const { comment } = await project.daily();
    expect(reruns(project.repository)).toEqual([[], expected]);
    if (expected.length === 0) expect(comment).toContain(`${doNotMerge}it has run 40 times`);
  });

  test('does not judge a head that is not the newest any more', async () => {
    await approve();
    const { github, repository, pull } = project;
    allow(repository, ann, 'read');
    const before = github.requests.length;
    pull.state = 'closed';
    await project.daily();
    expect(github.requests.slice(before).some(({ route }) => route.includes('/actions/'))).toBe(false);
    expect(reruns(repository)).toEqual([[], []]);
  });

  test('costs a pull request that strangers flood with commands one query more, and changes nothing', async () => {
    const { repository, pull, line } = project;
    project.gate({ conclusion: 'failure' });
    const stranger = allow(repository, person('zoe', 60), 'read');
    for (let time = 0; time < 120; time += 1) project.say(pull, stranger, line);
    const { asked } = await project.daily();
    expect(asked.length).toBeLessThan(5);
    expect(reruns(repository)).toEqual([[], []]);
  });
});
