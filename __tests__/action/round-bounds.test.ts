import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { ann, eve } from '../support/decided-project.ts';
import type { RoundProject } from '../support/round-project.ts';
import { gatePath, reruns, startRound } from '../support/round-project.ts';

/** Where the check is not run again, and what the comment then says. */

let project: RoundProject;
beforeEach(async () => {
  project = await startRound();
});
afterEach(() => project.close());

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const wouldPass = '**This would pass now, and the check was not run again**: ';
const doNotMerge = '**Do not merge: this does not pass, and the check may still be green.** It was not run again: ';

describe('an approval leaves the check red, and the comment says what a person does', () => {
  test.each<[string, () => void, string]>([
    [
      'where GitHub does not let the token run it again',
      () => {
        project.repository.tokenMayRerun = false;
      },
      'GitHub refused to run it again (the token may not do this (HTTP 403)). Choose “Re-run failed jobs” on the check',
    ],
    ['after attempt 20', () => project.gate({ attempts: 20 }), 'it has run 20 times'],
    [
      'after the last that GitHub allows',
      () => project.gate({ attempts: 51 }),
      'after attempt 20. Close and reopen the pull request, or push.',
    ],
    [
      'after 30 days',
      () => project.gate({ createdAt: ago(31) }),
      'began more than 30 days ago, and GitHub does not run that again. Close and reopen the pull request, or push.',
    ],
    [
      'where a maintainer has to approve the run',
      () => project.gate({ conclusion: 'action_required' }),
      'waits until a maintainer approves it. Approve the run',
    ],
    [
      'where there is no run',
      () => {
        project.repository.runs = [];
      },
      `\`${gatePath}\` has no run for this head. Close and reopen`,
    ],
    [
      'where only a run of another file has the name of the gate',
      () => project.gate({ path: '.github/workflows/dependency-gate-2.yml' }),
      `\`${gatePath}\` has no run for this head`,
    ],
    [
      'where only a run for another branch has the commit',
      () => project.gate({ headBranch: 'decoy' }),
      `\`${gatePath}\` has no run for this head`,
    ],
    [
      'where only a run for another repository has the commit',
      () => project.gate({ headRepository: 4711 }),
      `\`${gatePath}\` has no run for this head`,
    ],
    [
      'where only another event ran that file on the commit',
      () => project.gate({ event: 'push' }),
      `\`${gatePath}\` has no run for this head`,
    ],
  ])('%s', async (_, prepare, words) => {
    prepare();
    const { exitCode, comment } = await project.comment(ann, project.line);
    expect([exitCode, reruns(project.repository)]).toEqual([0, [[], []]]);
    expect(comment).toContain(wouldPass);
    expect(comment).toContain(words);
    // Below the headline, and gone with the next comment.
    expect(comment.split('\n\n')[1]).toContain(wouldPass);
  });

  test('where the default branch has no such workflow', async () => {
    const inputs = { 'gate-workflow': '.github/workflows/other.yml' };
    const { comment } = await project.comment(ann, project.line, { inputs });
    expect(comment).toContain(
      'the default branch has no workflow `.github/workflows/other.yml`. Name the one that holds the check in the input `gate-workflow`.',
    );
    expect(reruns(project.repository)).toEqual([[], []]);
  });
});

test('what a person has to do is said though the policy wants no comment', async () => {
  const { repository, pull } = project;
  project.gate({ attempts: 20 });
  pull.comments.splice(0);
  const { comment } = await project.comment(ann, project.line);
  expect([comment.includes(wouldPass), reruns(repository)]).toEqual([true, [[], []]]);
});

test('up to attempt 20 comments run it again', async () => {
  project.gate({ attempts: 19 });
  await project.comment(ann, project.line);
  expect(reruns(project.repository)).toEqual([[11], []]);
});

test('of two runs the one that began last counts, whichever was made first', async () => {
  const { repository, pull } = project;
  const other = { headSha: pull.head, path: gatePath } as const;
  repository.runs = [
    { ...other, id: 11, conclusion: 'failure', createdAt: ago(3), startedAt: ago(1) },
    { ...other, id: 12, conclusion: 'success', createdAt: ago(2), startedAt: ago(2) },
  ];
  await project.comment(ann, project.line);
  expect(reruns(repository)).toEqual([[11], []]);
});

test('a green check by a file that the pull request brings along is not believed, nor run again', async () => {
  const { repository, pull } = project;
  const files = { ...repository.filesOf(pull.head), [gatePath]: 'name: dependency-gate\non: pull_request\njobs: {}\n' };
  repository.push(pull, repository.commit({ files, parents: [pull.head], by: eve }));
  project.gate({ headSha: pull.head, conclusion: 'success' });
  const { comment } = await project.comment(ann, '/lockgate check');
  expect(reruns(repository)).toEqual([[], []]);
  expect(comment).toContain(doNotMerge);
  expect(comment).toContain(`the pull request brings its own \`${gatePath}\`, so the check says nothing`);
});

test('a green check is run again where the pull request cannot be judged, and the round fails', async () => {
  const { github, repository } = project;
  project.gate({ conclusion: 'success' });
  github.fail('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', { status: 403, message: 'no' });
  const { exitCode, stdout } = await project.comment(ann, '/deny young@1.0.0 No.');
  expect([exitCode, reruns(repository)]).toEqual([1, [[], [11]]]);
  expect(stdout).toContain('::warning::Pull request #1 was not judged:');
});

test('a head with conflicts has no merge to judge, and nothing runs again', async () => {
  project.pull.mergeable = false;
  const { exitCode } = await project.comment(ann, project.line);
  expect([exitCode, reruns(project.repository)]).toEqual([0, [[], []]]);
});
