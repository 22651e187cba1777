import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Account, Proposers, PullComment, Snapshot } from '../../src/model/index.ts';
import type { HeardEach, HeardPull } from '../../src/platform/port.ts';
import { runGate } from '../../src/run/pipeline.ts';
import type { Run } from '../../src/run/request.ts';
import type { Files } from '../support/github-objects.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { adding } from '../support/pull-request.ts';

/** Several pull requests that come together, below the platform: whose words cover what. */

const [ann, bob, eve] = ['ann', 'bob', 'eve'].map((login, at): Account => ({ login, id: at + 1, type: 'User' })) as [
  Account,
  Account,
  Account,
];
const policy = `version: 1
approvals:
  approvers:
    users: [{ login: ann, id: 1 }, { login: bob, id: 2 }]
`;
const mergedAt = '2026-06-01T12:00:00Z';

let registry: LoopbackRegistry;
let line: string;
beforeAll(async () => {
  const young = pkg({ '1.0.0': { publishedAt: '2026-06-01T00:00:00Z' } });
  registry = await startRegistry({ packages: { young, twin: young } });
  line = (await judge({ tip: {}, a: young_('a') }, { steps: [step('tip', 'a')] })).decisions?.offers[0]?.line ?? '';
  expect(line).toContain('/approve young@1.0.0 ');
});
afterAll(() => registry.close());

/** The files of a project in a folder that locks `young`. */
function young_(folder: string): Files {
  const { head } = adding(registry, 'young', { version: '1.0.0' });
  return Object.fromEntries(Object.entries(head).map(([path, text]) => [`${folder}/${path}`, text]));
}

const step = (base: string, commit: string, ...pulls: readonly number[]) => ({ base, commit, pulls });
const by = (...accounts: readonly Account[]): Proposers => ({
  ...{ marks: accounts.map((account) => ({ account, as: 'author' as const })), extra: 0 },
});

let comments = 0;
function comment(author: Account, body: string, createdAt = '2026-06-01T10:00:00Z'): PullComment {
  comments += 1;
  const plain = { lastEditedAt: null, editor: null, isMinimized: false, createdViaEmail: false, viaApp: false };
  return { ...plain, id: String(comments), author, body, createdAt, edits: [] };
}

/** A pull request of eve's whose head is the state of that name. */
function pull(number: number, head: string, said: readonly PullComment[], more: Partial<HeardPull> = {}): HeardPull {
  const standings = new Map(
    [ann, bob].map((account) => [account.id, { account, permission: 'write' as const, teams: [] }]),
  );
  return {
    ...{ number, head, comments: said, deleted: [], reviews: [], tampered: [], standings },
    ...{ proposers: () => Promise.resolve(by(eve)), ...more },
  };
}

/** From the state `tip` to the last step's. */
function judge(states: Readonly<Record<string, Files>>, heard: Partial<HeardEach>): Promise<Run> {
  const snapshots = new Map<string, Snapshot>(
    Object.entries(states).map(([name, files]) => [name, memorySnapshot(files as Record<string, MemoryFile>)]),
  );
  const open = (name: string) => Promise.resolve(snapshots.get(name) as Snapshot);
  const { steps = [] } = heard;
  return open(steps.at(-1)?.commit ?? '').then(async (head) =>
    runGate({
      ...{ mode: 'check', base: await open('tip'), head, trusted: await open('tip') },
      ...{ policyPath: '.github/dependency-policy.yml', policy: { source: 'policy.yml', text: policy } },
      ...{ now: '2026-06-01T13:00:00Z', offline: false, env: {}, workTree: '/nonexistent', registry: registry.url },
      decisions: {
        ...{ repositoryId: 7, author: by() },
        hearEach: () => Promise.resolve({ pulls: [], isMerged: false, open, ...heard, steps }),
      },
    }),
  );
}
const verdict = async (run: Promise<Run>) => (await run).judgement.verdict;

test('an approver of the pull request that brings it in lets it in', async () => {
  const states = { tip: {}, a: young_('a') };
  const steps = [step('tip', 'a', 1)];
  expect(await verdict(judge(states, { steps, pulls: [pull(1, 'a', [comment(ann, line)])] }))).toBe('pass');
  expect(await verdict(judge(states, { steps, pulls: [pull(1, 'a', [])] }))).toBe('fail');
});

describe('not let in:', () => {
  const states = () => ({
    tip: {},
    a: young_('a'),
    b: { ...young_('a'), ...young_('b') },
    other: { x: 'x' },
    own: young_('b'),
  });

  test('what a commit without a pull request brings in too', async () => {
    const steps = [step('tip', 'a'), step('a', 'b', 1)];
    const run = judge(states(), { steps, pulls: [pull(1, 'own', [comment(ann, line)])] });
    expect(await verdict(run)).toBe('fail');
    expect((await run).decisions?.notCounted).toContain(
      'for what was pushed without one no decision by comment counts',
    );
  });

  test('what a commit without a pull request brings in too, into the same lockfile', async () => {
    const steps = [step('tip', 'a'), step('a', 'other'), step('other', 'a', 1)];
    const run = judge(states(), { steps, pulls: [pull(1, 'a', [comment(ann, line)])] });
    expect(await verdict(run)).toBe('fail');
  });

  test('by somebody on a pull request of which only another one has it', async () => {
    const steps = [step('tip', 'other', 1), step('other', 'a', 2)];
    const run = judge(states(), { steps, pulls: [pull(1, 'other', [comment(ann, line)]), pull(2, 'a', [])] });
    expect([await verdict(run), (await run).decisions?.refusals]).toMatchObject([
      'fail',
      [{ why: 'not-here', pull: 1 }],
    ]);
  });

  test('what the step has and the head of its pull request has not', async () => {
    const steps = [step('tip', 'a', 1)];
    const run = judge(states(), { steps, pulls: [pull(1, 'other', [comment(ann, line)])] });
    expect(await verdict(run)).toBe('fail');
  });

  test('what is used for something else in the head of the pull request', async () => {
    const dev = adding(
      registry,
      'young',
      { version: '1.0.0', dev: true },
      { dependencies: {}, devDependencies: { young: '*' } },
    );
    const files = Object.fromEntries(Object.entries(dev.head).map(([path, text]) => [`a/${path}`, text])) as Files;
    const steps = [step('tip', 'a', 1)];
    const run = judge({ ...states(), dev: files }, { steps, pulls: [pull(1, 'dev', [comment(ann, line)])] });
    expect(await verdict(run)).toBe('fail');
  });

  test('by the proposer of another pull request that brings the same bytes', async () => {
    const steps = [step('tip', 'a', 1), step('a', 'a', 2)];
    const theirs = { proposers: () => Promise.resolve(by(ann)) };
    const run = (said: readonly PullComment[]) =>
      judge(states(), { steps, pulls: [pull(1, 'a', said), pull(2, 'a', [], theirs)] });
    expect(await verdict(run([comment(ann, line)]))).toBe('fail');
    expect(await verdict(run([comment(bob, line)]))).toBe('pass');
  });

  test('with one approver where who proposed one of them is not known', async () => {
    const extra = { proposers: () => Promise.resolve({ marks: [], extra: 1 as const, because: 'Nobody knows.' }) };
    const steps = [step('tip', 'a', 1), step('a', 'a', 2)];
    const run = (said: readonly PullComment[]) =>
      judge(states(), { steps, pulls: [pull(1, 'a', said), pull(2, 'a', [], extra)] });
    expect(await verdict(run([comment(ann, line)]))).toBe('fail');
    expect((await run([comment(ann, line)])).decisions).toMatchObject({ required: 2, because: 'Nobody knows.' });
    expect(await verdict(run([comment(ann, line), comment(bob, line)]))).toBe('pass');
  });

  test('in a second lockfile, on the words about the first', async () => {
    const steps = [step('tip', 'a', 1), step('a', 'b', 2)];
    const run = (second: readonly PullComment[]) =>
      judge(states(), { steps, pulls: [pull(1, 'a', [comment(ann, line)]), pull(2, 'own', second)] });
    expect(await verdict(run([]))).toBe('fail');
    expect(await verdict(run([comment(bob, line)]))).toBe('pass');
  });

  test('by what was said after the merge', async () => {
    const steps = [step('tip', 'a', 1)];
    const run = (at: string) =>
      judge(states(), { steps, isMerged: true, pulls: [pull(1, 'a', [comment(ann, line, at)], { mergedAt })] });
    expect(await verdict(run('2026-06-01T12:00:01Z'))).toBe('fail');
    expect((await run('2026-06-01T12:00:01Z')).decisions?.refusals).toMatchObject([{ why: 'after-merge', pull: 1 }]);
    expect(await verdict(run(mergedAt))).toBe('pass');
  });

  test('where the platform does not know what comes in; and the report says why', async () => {
    const steps = [step('tip', 'a')];
    const run = await judge(states(), { steps, unknown: 'Two entries have one commit.' });
    expect([run.judgement.verdict, run.decisions?.asked, run.decisions?.notCounted]).toEqual([
      ...[
        'fail',
        false,
        expect.stringContaining('Two entries have one commit. So nothing that is approved by comment counts here.'),
      ],
    ]);
  });
});

test('a denial on any of them counts, whatever approves it', async () => {
  const states = { tip: {}, a: young_('a'), b: { ...young_('a'), x: 'x' }, readme: { x: 'x' } };
  const steps = [step('tip', 'a', 1), step('a', 'b', 2)];
  const denied = [comment(bob, '/deny young@1.0.0 It phones home.')];
  const run = (said: readonly PullComment[]) =>
    judge(states, { steps, pulls: [pull(1, 'a', [comment(ann, line)]), pull(2, 'readme', said)] });
  expect([await verdict(run([])), await verdict(run(denied))]).toEqual(['pass', 'fail']);
});

test('who proposed a pull request is asked only where somebody approved what it brings in', async () => {
  const asked: number[] = [];
  const noting = (number: number): Partial<HeardPull> => ({
    proposers: () => Promise.resolve(by(eve)).finally(() => asked.push(number)),
  });
  const states = { tip: {}, readme: { x: 'x' }, a: { x: 'x', ...young_('a') }, alone: young_('a') };
  const steps = [step('tip', 'readme', 1), step('readme', 'a', 2)];
  await judge(states, {
    steps,
    pulls: [pull(1, 'readme', [comment(bob, line)], noting(1)), pull(2, 'alone', [], noting(2))],
  });
  expect(asked).toEqual([]);
  await judge(states, {
    steps,
    pulls: [pull(1, 'readme', [], noting(1)), pull(2, 'alone', [comment(bob, line)], noting(2))],
  });
  expect(asked).toEqual([2]);
});
