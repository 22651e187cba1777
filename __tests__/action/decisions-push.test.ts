import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { ann, bob, eve, now, startProject } from '../support/decided-project.ts';
import type { DecidedProject, Outcome } from '../support/decided-project.ts';
import { pushEvent } from '../support/github-events.ts';
import type { PullRequest } from '../support/github-repository.ts';
import { mergePull } from '../support/github-talk.ts';

/** Decisions by comments after the merge, through the bundled action: whose words cover which commit. */

let project: DecidedProject;
let tip: string;

beforeEach(async () => {
  project = await startProject();
  tip = project.repository.branches.get('main')?.sha ?? '';
});
afterEach(() => project.close());

const push = (after: string, before = tip, branch = 'main'): Promise<Outcome> =>
  project.run(pushEvent(project.repository, { ref: `refs/heads/${branch}`, before, after }));

function merge(pull: PullRequest): string {
  const commit = mergePull(project.repository, pull);
  pull.mergedAt = now(1);
  return commit;
}

/** A pull request that adds a package in a folder, with the line that lets it in. */
async function blocked(folder = 'a', by = eve, name = 'young'): Promise<readonly [PullRequest, string]> {
  const pull = project.propose(project.locking(folder, name), by);
  const [line = ''] = await project.linesOf(pull);
  expect(line).toContain(`/approve ${name}@1.0.0 `);
  return [pull, line];
}

test('what was approved is let in after the merge, by whoever merged, and after its branch was deleted', async () => {
  const [pull, line] = await blocked();
  project.say(pull, ann, `${line} Read.`);
  const after = merge(pull);
  expect((await push(after)).exitCode).toBe(0);
  const { repository } = project;
  repository.moved(pull, { kind: 'branch_deletion', before: pull.head, after: null, actor: ann });
  const { exitCode, decisions } = await push(after);
  expect([exitCode, decisions.pulls]).toEqual([0, [1]]);
});

test('each of several commits by the words on its own pull request', async () => {
  const [first, young] = await blocked('a');
  const [second, fresh] = await blocked('b', eve, 'fresh');
  project.say(first, ann, young);
  project.say(second, bob, fresh);
  merge(first);
  expect((await push(merge(second))).exitCode).toBe(0);
});

describe('not counted', () => {
  test('on another pull request of the same push', async () => {
    const [pull, line] = await blocked();
    const unrelated = project.propose({ 'README.md': 'x' });
    project.say(unrelated, ann, line);
    merge(pull);
    const { exitCode, decisions } = await push(merge(unrelated));
    expect([exitCode, decisions.refusals]).toEqual([1, [expect.objectContaining({ why: 'not-here', pull: 2 })]]);
  });

  test('said after the merge; no line is offered for what is merged', async () => {
    const [pull, line] = await blocked();
    const after = merge(pull);
    project.say(pull, ann, line, { createdAt: now(60) });
    const { exitCode, decisions, summary } = await push(after);
    expect([exitCode, decisions.refusals]).toEqual([1, [expect.objectContaining({ why: 'after-merge' })]]);
    expect(decisions.offers).toEqual([expect.objectContaining({ line: null, isApproved: false })]);
    expect(summary).toContain('It is merged already');
  });

  test('for what a merge has and the head of its pull request has not', async () => {
    const { repository } = project;
    const [other, line] = await blocked();
    const pull = project.propose({ 'README.md': 'x' });
    project.say(pull, ann, line);
    const forged = repository.commit({
      files: repository.filesOf(other.head),
      parents: [tip, pull.head],
      branch: 'main',
    });
    Object.assign(pull, { state: 'closed', mergedAt: now(1), mergeCommit: forged });
    const { exitCode, decisions } = await push(forged);
    expect([exitCode, decisions.notCounted]).toEqual([1, expect.stringContaining('in the head of a pull request')]);
  });

  test('by whoever proposed it', async () => {
    const [pull, line] = await blocked('a', ann);
    project.say(pull, ann, line);
    const { exitCode, decisions } = await push(merge(pull));
    expect([exitCode, decisions.refusals]).toEqual([1, [expect.objectContaining({ why: 'proposer' })]]);
  });
});

test('a denial that was written after the merge counts', async () => {
  const pull = project.propose(project.locking('a', 'old'));
  const after = merge(pull);
  expect((await push(after)).exitCode).toBe(0);
  project.say(pull, bob, '/deny old@1.0.0 It phones home.', { createdAt: now(60) });
  const { exitCode, summary } = await push(after);
  expect([exitCode, summary]).toEqual([1, expect.stringContaining('It phones home.')]);
});
