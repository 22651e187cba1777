import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { ann, bob, eve, policy, policyPath, startProject } from '../support/decided-project.ts';
import type { DecidedProject, Outcome } from '../support/decided-project.ts';
import { mergeGroupEvent } from '../support/github-events.ts';
import type { PullRequest } from '../support/github-repository.ts';
import { enqueue } from '../support/github-talk.ts';

/** Decisions by comments in a merge queue, through the bundled action: whose words cover what. */

let project: DecidedProject;
let tip: string;

beforeEach(async () => {
  project = await startProject();
  tip = project.repository.branches.get('main')?.sha ?? '';
});
afterEach(() => project.close());

/** Puts them into the queue, each on the one before, and judges the group of the last. */
async function group(...pulls: readonly PullRequest[]): Promise<Outcome> {
  return project.run(queued(...pulls));
}

function queued(...pulls: readonly PullRequest[]) {
  const { repository } = project;
  let [base, last] = [tip, { commit: tip, ref: '' }];
  for (const pull of pulls) [base, last] = [last.commit, enqueue(repository, pull, last.commit)];
  return mergeGroupEvent(repository, base, last.commit, last.ref);
}

/** A pull request that adds `young` in a folder, with the line that lets it in. */
async function blocked(folder = 'a', by = eve, name = 'young'): Promise<readonly [PullRequest, string]> {
  const pull = project.propose(project.locking(folder, name), by);
  const [line = ''] = await project.linesOf(pull);
  expect(line).toContain(`/approve ${name}@1.0.0 `);
  return [pull, line];
}

test('what was approved on the pull request is let in by its group', async () => {
  const [pull, line] = await blocked();
  const { exitCode, decisions } = await group(pull);
  expect([exitCode, decisions.asked]).toEqual([1, true]);
  project.say(pull, ann, `${line} Read.`);
  const after = await group(pull);
  expect(after.exitCode).toBe(0);
  expect(after.decisions).toMatchObject({
    ...{ pulls: [1], refusals: [], offers: [{ name: 'young', isApproved: true, approvals: [{ id: 20 }] }] },
  });
});

test('an entry ahead keeps its own approval, and somebody who wrote that one may approve this one', async () => {
  const unrelated = project.propose({ 'README.md': 'x' }, ann);
  const [pull, line] = await blocked();
  project.say(pull, ann, line);
  expect((await group(unrelated, pull)).exitCode).toBe(0);
});

test('a file, by the words on the pull request whose head has these bytes', async () => {
  const pull = project.propose({ [policyPath]: `${policy}registries: {}\n` });
  const [line = ''] = await project.linesOf(pull);
  expect(line).toContain(`/approve-file ${policyPath} `);
  const unrelated = project.propose({ 'README.md': 'x' });
  project.say(unrelated, ann, line);
  expect((await group(unrelated, pull)).exitCode).toBe(1);
  project.say(pull, ann, line);
  expect((await group(unrelated, pull)).exitCode).toBe(0);
});

describe('not counted', () => {
  test('on another pull request of the group', async () => {
    const unrelated = project.propose({ 'README.md': 'x' }, bob);
    const [pull, line] = await blocked();
    project.say(unrelated, ann, line);
    const { exitCode, decisions } = await group(unrelated, pull);
    expect([exitCode, decisions.refusals]).toEqual([1, [expect.objectContaining({ why: 'not-here', pull: 1 })]]);
  });

  test('two people who bring the same bytes and approve each other', async () => {
    const [first, line] = await blocked('a', ann);
    const [second] = await blocked('a', bob);
    project.say(first, bob, line);
    project.say(second, ann, line);
    const { exitCode, decisions } = await group(first, second);
    expect(exitCode).toBe(1);
    expect(decisions.refusals).toContainEqual(expect.objectContaining({ why: 'proposer', pull: 1 }));
  });

  test('two people who approve their own package on the pull request of the other', async () => {
    const [first, young] = await blocked('a', ann);
    const [second, fresh] = await blocked('b', bob, 'fresh');
    project.say(second, ann, young);
    project.say(first, bob, fresh);
    const { exitCode, decisions } = await group(first, second);
    expect([exitCode, decisions.refusals.map(({ why }) => why)]).toEqual([1, ['not-here', 'not-here']]);
  });

  test('bytes that two entries bring into two lockfiles, approved on one of them alone', async () => {
    const [first, line] = await blocked('a');
    const [second] = await blocked('b');
    project.say(first, ann, line);
    expect((await group(first, second)).exitCode).toBe(1);
    project.say(second, bob, line);
    expect((await group(first, second)).exitCode).toBe(0);
  });

  test('two refs with one object: nothing does, and the report says why', async () => {
    const other = project.propose({ 'README.md': 'x' });
    const [pull, line] = await blocked();
    project.say(pull, ann, line);
    const event = queued(pull);
    project.repository.branch(`gh-readonly-queue/main/pr-${other.number}-${tip}`, event.sha);
    const { exitCode, decisions, summary } = await project.run(event);
    expect([exitCode, decisions.asked, decisions.notCounted]).toEqual([
      ...[1, true, expect.stringContaining('Two entries of the merge queue have the same commit.')],
    ]);
    expect(summary).toContain('Two entries of the merge queue have the same commit.');
  });

  test('a pull request that left the queue', async () => {
    const [pull, line] = await blocked();
    project.say(pull, ann, line);
    const event = queued(pull);
    pull.events.push({ __typename: 'RemovedFromMergeQueueEvent', createdAt: project.repository.now() });
    const { exitCode, decisions } = await project.run(event);
    expect([exitCode, decisions.notCounted]).toEqual([1, expect.stringContaining('not in the merge queue')]);
  });

  test('what the entry has and the head of its pull request has not', async () => {
    const { repository } = project;
    const [other, line] = await blocked();
    const pull = project.propose({ 'README.md': 'x' });
    project.say(pull, ann, line);
    const { ref } = enqueue(repository, pull, tip);
    const forged = repository.commit({ files: repository.filesOf(other.head), parents: [tip, pull.head] });
    repository.branch(ref.replace('refs/heads/', ''), forged);
    const { exitCode, decisions } = await project.run(mergeGroupEvent(repository, tip, forged, ref));
    expect([exitCode, decisions.notCounted]).toEqual([1, expect.stringContaining('in the head of a pull request')]);
  });
});

test('a denial on any pull request of the group counts, though nothing else blocks', async () => {
  const ahead = project.propose(project.locking('a', 'old'));
  const behind = project.propose({ 'README.md': 'x' });
  expect((await group(ahead, behind)).exitCode).toBe(0);
  project.say(behind, bob, '/deny old@1.0.0 It phones home.');
  const { exitCode, summary } = await group(ahead, behind);
  expect([exitCode, summary]).toEqual([1, expect.stringContaining('It phones home.')]);
});

test('a refusal of GitHub is an error that says what to grant, and no silent no', async () => {
  const [pull, line] = await blocked();
  project.say(pull, ann, line);
  const event = queued(pull);
  project.github.fail('GET /repos/{owner}/{repo}/collaborators/{username}/permission', { status: 403 });
  const { exitCode, outputs, stdout } = await project.run(event);
  expect([exitCode, outputs['verdict']]).toEqual([1, 'error']);
  expect(stdout).toContain('approvals-unavailable');
});
