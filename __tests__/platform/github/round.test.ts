import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { GateFailure } from '../../../src/errors.ts';
import type { Snapshot } from '../../../src/model/index.ts';
import { connect } from '../../../src/platform/github/api.ts';
import type { GitHubClient } from '../../../src/platform/github/api.ts';
import { readPull } from '../../../src/platform/github/pulls.ts';
import { rerunChecks, recheckDecided } from '../../../src/platform/github/rerun.ts';
import type { ActionRequest, IssueCommentEvent } from '../../../src/platform/github/request.ts';
import { isAsked } from '../../../src/platform/github/round/asked.ts';
import { mayRestOnDecisions } from '../../../src/platform/github/round/decided.ts';
import { ownerOfFile } from '../../../src/platform/github/round/gate-file.ts';
import type { Judged, Settled } from '../../../src/platform/github/round/settle.ts';
import { settle } from '../../../src/platform/github/round/settle.ts';
import { mayAsk } from '../../../src/platform/github/round/who-asks.ts';
import { parseEvent } from '../../../src/platform/github/event.ts';
import { issueCommentEvent } from '../../support/github-events.ts';
import type { Comment, Manner, Person, PullRequest, WorkflowRun } from '../../support/github-repository.ts';
import { actionsBot, mona } from '../../support/github-repository.ts';
import { allow, deleteComment, editComment, person } from '../../support/github-talk.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../../support/loopback-github.ts';
import { startGitHub } from '../../support/loopback-github.ts';

/** The parts of a round, each by itself: who asks, which run is the check's, and whether it runs again. */

const workflow = '.github/workflows/dependency-gate.yml';
const ownWorkflow = '.github/workflows/dependency-round.yml';
const [ann, zoe] = [person('ann', 20), person('zoe', 60)];

let github: LoopbackGitHub;
let shop: LoopbackRepository;
let pull: PullRequest;
let client: GitHubClient;
let request: ActionRequest;
let waited: number[];
let meanwhile: () => void;

beforeEach(async () => {
  [waited, meanwhile] = [[], () => {}];
  github = await startGitHub();
  shop = github.repository('octo/shop');
  const tip = shop.commit({ files: { a: 'a' }, branch: 'main' });
  pull = shop.pullRequest({ head: shop.commit({ files: { a: 'b' }, parents: [tip] }) });
  allow(shop, ann, 'write');
  for (const one of [zoe, mona]) allow(shop, one, 'read');
  const connection = { apiUrl: github.url, token: github.issueToken({ actions: 'write' }) };
  const sleep = (ms: number) => {
    waited.push(ms);
    meanwhile();
    return Promise.resolve();
  };
  client = await connect(connection, { clock: { now: () => 0, sleep } });
  request = {
    ...{ owner: 'octo', repo: 'shop', repositoryId: shop.id, sha: tip, event: { kind: 'schedule' }, ...connection },
    ...{ runId: 900, ownWorkflow },
    inputs: { status: false } as ActionRequest['inputs'],
  };
});
afterEach(() => github.close());

const now = (seconds = 0) => new Date(Date.now() + seconds * 1000).toISOString().replace(/\.\d+/, '');
const say = (who: Person | null, text: string, manner: Manner = {}) =>
  shop.comment(pull, who, text, { createdAt: now(), ...manner });

function eventOf(comment: Comment, change: Parameters<typeof issueCommentEvent>[3] = {}): IssueCommentEvent {
  const { name, payload } = issueCommentEvent(shop, pull, comment, change);
  const { event } = parseEvent(name, payload);
  if (event.kind !== 'issue_comment') throw new Error('another event');
  return event;
}

describe('a comment asks where', () => {
  test.each<[boolean, string, () => IssueCommentEvent]>([
    [true, 'a person decides', () => eventOf(say(ann, '/approve x@1 a/b 00'))],
    [true, 'a person approves a file', () => eventOf(say(ann, '/approve-file x 00'))],
    [true, 'a person asks', () => eventOf(say(zoe, '/lockgate check'))],
    [false, 'another word begins like ours', () => eventOf(say(ann, '/lockgate checkout'))],
    [false, 'an App decides', () => eventOf(say(actionsBot, '/deny x@1 no'))],
    [false, 'the account is gone', () => eventOf(say(null, '/deny x@1 no'))],
    [
      true,
      'it did so before it was edited',
      () => eventOf(say(ann, 'Oh.'), { action: 'edited', from: '/approve x@1 a/b 00' }),
    ],
    [true, 'it is deleted', () => eventOf(say(ann, '/approve x@1 a/b 00'), { action: 'deleted' })],
    [false, 'it stands on an issue', () => eventOf(say(ann, '/deny x@1 no'), { isPull: false })],
    [
      false,
      'the pull request is closed and it approves',
      () => {
        pull.state = 'closed';
        return eventOf(say(ann, '/approve x@1 a/b 00'));
      },
    ],
    [
      true,
      'the pull request is closed and it denies',
      () => {
        pull.state = 'closed';
        return eventOf(say(ann, '/deny x@1 no'));
      },
    ],
  ])('%s: %s', (expected, _, event) => {
    expect(isAsked(event())).toBe(expected);
  });
});

describe('who may ask:', () => {
  const ask = (comment: Comment, change?: Parameters<typeof issueCommentEvent>[3]) =>
    mayAsk(request, client, eventOf(comment, change), () => Promise.resolve('write'));
  const check = '/lockgate check';

  test('70 comments of a stranger cost 70 requests, and nothing is written', async () => {
    for (let time = 0; time < 70; time += 1) expect(await ask(say(zoe, '/approve x@1 a/b 00'))).toBe(false);
    expect(github.requests.map(({ route }) => route)).toEqual(
      Array<string>(70).fill('GET /repos/{owner}/{repo}/collaborators/{username}/permission'),
    );
  });

  test('whoever may write', async () => {
    expect(await ask(say(ann, check))).toBe(true);
    expect(await ask(say(ann, check))).toBe(true);
  });

  test('nobody by the login of another account', async () => {
    await expect(ask(say({ ...ann, id: 21 }, check))).rejects.toThrow(GateFailure);
  });

  test('not whoever may write less than the policy asks of approvers', async () => {
    const event = eventOf(say(ann, check));
    expect(await mayAsk(request, client, event, () => Promise.resolve('maintain'))).toBe(false);
  });

  test('the author, and not twice in ten minutes', async () => {
    say(mona, check, { createdAt: now(-660) });
    say(mona, 'What is missing?', { createdAt: now(-60) });
    say(zoe, check, { createdAt: now(-60) });
    expect(await ask(say(mona, check))).toBe(true);
    expect(await ask(say(mona, check))).toBe(false);
  });

  test('not the author who has edited what they asked', async () => {
    const first = say(mona, check, { createdAt: now(-60) });
    editComment(shop, first, mona, 'Thanks!', now(-30));
    expect(await ask(say(mona, check))).toBe(false);
  });

  test('not the author who has deleted what they asked', async () => {
    deleteComment(shop, pull, say(mona, check, { createdAt: now(-60) }), mona);
    const caused = { headSha: shop.branches.get('main')?.sha ?? '', path: ownWorkflow, event: 'issue_comment' };
    const run: WorkflowRun = { ...caused, id: 899, conclusion: 'success', actor: mona };
    const asked = say(mona, check);
    const harmless: readonly Partial<WorkflowRun>[] = [
      { id: 900, conclusion: null },
      { conclusion: 'skipped' },
      { actor: zoe },
      { path: '.github/workflows/triage.yml' },
      { createdAt: now(-660) },
    ];
    shop.runs = harmless.map((change) => ({ ...run, ...change }));
    expect(await ask(asked)).toBe(true);
    shop.runs = [run];
    expect(await ask(asked)).toBe(false);
  });

  test('not the author by an edit or a deletion', async () => {
    const comment = say(mona, check);
    expect(await ask(comment, { action: 'edited', from: check })).toBe(false);
    expect(await ask(comment, { action: 'deleted' })).toBe(false);
  });
});

describe('the check', () => {
  const runs = (...changes: readonly Partial<WorkflowRun>[]) => {
    const run = { headSha: pull.head, path: workflow, conclusion: 'failure' } as const;
    shop.runs = changes.map((change, at) => ({ id: 11 + at, ...run, ...change }));
  };
  const bring = async (verdict: Judged['verdict'], owner: 'default' | 'own' | 'none' = 'default'): Promise<Settled> => {
    const found = await readPull(request, client, pull.number);
    if (found === undefined) throw new Error('closed');
    const judged = { verdict, file: () => Promise.resolve(owner) };
    return settle(request, client, { workflow, most: 20 }, found, judged);
  };
  const again = () => [shop.rerun, shop.rerunWhole];

  test.each<[WorkflowRun['conclusion'], Judged['verdict'], readonly (readonly number[])[]]>([
    ['failure', 'pass', [[11], []]],
    ['cancelled', 'warn', [[11], []]],
    ['failure', 'fail', [[], []]],
    ['success', 'pass', [[], []]],
    ['success', 'fail', [[], [11]]],
    ['success', 'error', [[], [11]]],
    ['skipped', 'fail', [[], [11]]],
  ])('that ended as %s, where the verdict is %s', async (conclusion, verdict, expected) => {
    runs({ conclusion });
    const { kind } = await bring(verdict);
    expect(again()).toEqual(expected);
    expect(kind).toBe(expected.flat().length > 0 ? 'again' : 'same');
  });

  test.each<[string, Judged['verdict'], readonly (readonly number[])[]]>([
    ['success', 'fail', [[], [11]]],
    ['pending', 'pass', [[], [11]]],
    ['pending', 'fail', [[], []]],
  ])(
    'whose place a commit status takes that stands at %s, where the verdict is %s',
    async (state, verdict, expected) => {
      runs({ conclusion: 'success' });
      request = { ...request, inputs: { ...request.inputs, status: true } };
      shop.statuses.push({ sha: pull.head, context: 'lockgate', state, description: '' });
      await bring(verdict);
      expect(again()).toEqual(expected);
    },
  );

  test('is waited for while it is under way', async () => {
    runs({ conclusion: null });
    meanwhile = () => {
      if (waited.length === 3) runs({ conclusion: 'success' });
    };
    expect(await bring('fail')).toEqual({ kind: 'again' });
    expect([waited, again()]).toEqual([
      [1000, 2000, 4000],
      [[], [11]],
    ]);
  });

  test('is waited for five minutes at most', async () => {
    runs({ conclusion: null });
    expect(await bring('pass')).toMatchObject({ kind: 'stuck', words: expect.stringContaining('still under way') });
    const sum = waited.reduce((total, ms) => total + ms, 0);
    expect(sum).toBeGreaterThan(240_000);
    expect(sum).toBeLessThanOrEqual(300_000);
  });

  test('is not run again twice where somebody else did so meanwhile', async () => {
    runs({ conclusion: 'failure' });
    github.fail('POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs', {
      ...{ status: 403, message: 'This workflow is already running', done: true },
    });
    expect(await bring('pass')).toEqual({ kind: 'again' });
  });

  test.each<[string, Partial<WorkflowRun>]>([
    ['another file, whatever name it has', { path: '.github/workflows/other.yml' }],
    ['another branch with the same commit', { headBranch: 'decoy' }],
    ['another repository with the same commit', { headRepository: 4711 }],
    ['another event', { event: 'push' }],
    ['an attempt that began before', { createdAt: now(-600), startedAt: now(-600) }],
  ])('is not that of %s', async (_, change) => {
    runs({ conclusion: 'failure' }, { conclusion: 'success', ...change });
    expect(await bring('pass')).toEqual({ kind: 'again' });
    expect(again()).toEqual([[11], []]);
  });

  test.each(['own', 'none'] as const)('of a file whose owner is %s is not run again', async (owner) => {
    runs({ conclusion: 'success' });
    expect((await bring('fail', owner)).kind).toBe('stuck');
    expect(again()).toEqual([[], []]);
  });

  test('is not run again by comments after attempt 20', async () => {
    runs({ attempts: 20 });
    expect((await bring('pass')).kind).toBe('stuck');
    expect(again()).toEqual([[], []]);
  });

  test('is not run again by the hourly schedule after attempt 40', async () => {
    runs({ attempts: 40 });
    const judged: Judged = {
      verdict: 'pass',
      file: () => Promise.resolve('default'),
      publish: () => Promise.resolve(),
    };
    await rerunChecks(request, client, workflow, () => Promise.resolve(judged));
    expect(shop.rerun).toEqual([]);
    runs({ attempts: 39 });
    await rerunChecks(request, client, workflow, () => Promise.resolve(judged));
    expect(shop.rerun).toEqual([11]);
  });

  test('stays as it is where the requests ran out before it was judged', async () => {
    runs({ conclusion: 'success' });
    say(ann, '/approve x@1 a/b 00');
    const judged: Judged = {
      verdict: 'error',
      file: () => Promise.resolve('default'),
      publish: () => Promise.resolve(),
    };
    await recheckDecided(request, client, workflow, async (_, bounded) => {
      github.allowance = 1;
      await bounded.request('GET /repos/{owner}/{repo}', { owner: 'octo', repo: 'shop' });
      github.allowance = Infinity;
      return judged;
    });
    expect(shop.rerunWhole).toEqual([]);
    await recheckDecided(request, client, workflow, () => Promise.resolve(judged));
    expect(shop.rerunWhole).toEqual([11]);
  });

  test('is left to the run of a newer head', async () => {
    runs({ conclusion: 'success' });
    say(ann, '/approve x@1 a/b 00');
    await recheckDecided(request, client, workflow, () => Promise.resolve(undefined));
    expect(shop.rerunWhole).toEqual([]);
  });
});

describe('a green head may rest on decisions', () => {
  const rests = async () => {
    const found = await readPull(request, client, pull.number);
    return found && mayRestOnDecisions(request, client, found);
  };

  test.each<[string, () => void, boolean]>([
    ['nobody has said anything', () => {}, false],
    ['somebody talks', () => void say(ann, 'Nice.'), false],
    ['lockgate offers a line', () => void say(actionsBot, '/approve x@1 a/b 00'), false],
    ['somebody has approved', () => void say(ann, 'Fine.\n\n/approve x@1 a/b 00'), true],
    ['somebody has edited it away', () => editComment(shop, say(ann, '/approve x@1 a/b 00'), ann, 'No.'), true],
    ['a comment was deleted', () => deleteComment(shop, pull, say(ann, 'Nice.'), zoe), true],
    ['GitHub does not answer', () => github.fail('POST /graphql', { status: 502 }), true],
    [
      'there is more than one page',
      () => {
        for (let time = 0; time < 101; time += 1) say(zoe, 'Me too.');
      },
      true,
    ],
  ])('where %s', async (_, act, expected) => {
    act();
    expect(await rests()).toBe(expected);
  });
});

test('a workflow file is the default branch’s only where it has its bytes, or those of a baseline', async () => {
  const snapshot = (id?: string): Snapshot => {
    const files = id === undefined ? [] : [{ path: workflow, mode: 'file' as const, id }];
    return { label: '', list: () => Promise.resolve(files) } as unknown as Snapshot;
  };
  const [ours, theirs, none] = [snapshot('a'), snapshot('b'), snapshot()];
  const ownerOf = (merge: Snapshot, trunk: Snapshot, baseline?: Snapshot) =>
    ownerOfFile(workflow, { merge, trunk, ...(baseline && { baseline }) });
  expect(await ownerOf(ours, ours)).toBe('default');
  expect(await ownerOf(theirs, ours)).toBe('own');
  expect(await ownerOf(none, ours)).toBe('own');
  expect(await ownerOf(theirs, none)).toBe('none');
  expect(await ownerOf(theirs, ours, theirs)).toBe('default');
});
