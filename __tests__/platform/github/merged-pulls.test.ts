import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { connect } from '../../../src/platform/github/api.ts';
import type { GitHubClient } from '../../../src/platform/github/api.ts';
import { pullsOfPush } from '../../../src/platform/github/decisions/pushed.ts';
import { pullsOfQueue } from '../../../src/platform/github/decisions/queue.ts';
import { enqueue, mergePull, person } from '../../support/github-talk.ts';
import { startGitHub } from '../../support/loopback-github.ts';
import type { LoopbackGitHub, LoopbackRepository, PullRequest } from '../../support/loopback-github.ts';

let github: LoopbackGitHub;
let shop: LoopbackRepository;
let tip: string;
let waits: number[];
let client: GitHubClient;

beforeEach(async () => {
  waits = [];
  github = await startGitHub();
  shop = github.repository('octo/shop');
  tip = shop.commit({ files: { lock: '0' }, branch: 'main' });
  const sleep = (ms: number) => Promise.resolve(waits.push(ms));
  client = await connect({ apiUrl: github.url, token: github.token }, { clock: { now: () => 0, sleep } });
});
afterEach(() => github.close());

const request = () => ({ owner: 'octo', repo: 'shop', repositoryId: shop.id });
let count = 0;
const open = (base = 'main'): PullRequest => {
  count += 1;
  const parent = shop.branches.get(base)?.sha ?? '';
  const head = shop.commit({ files: { ...shop.filesOf(parent), [`file-${count}`]: 'x' }, parents: [parent] });
  return shop.pullRequest({ head, base });
};
const failure = async (task: Promise<unknown>): Promise<string> =>
  task.then(
    () => 'no failure',
    (error: unknown) => `${(error as { code?: string }).code ?? '-'}: ${(error as Error).message}`,
  );

describe('the pull requests of a merge group', () => {
  const group = (entry: { commit: string; ref: string }, baseSha: string, baseRef = 'refs/heads/main') =>
    pullsOfQueue(
      request(),
      client,
      { kind: 'merge_group', baseSha, headSha: entry.commit, baseRef, headRef: entry.ref },
      tip,
    );

  test('lead entry by entry to the tip of the target', async () => {
    const [first, second] = [open(), open()];
    const front = enqueue(shop, first);
    const own = enqueue(shop, second, front.commit);
    shop.comment(first, person('ann', 20), 'Nice.');
    expect(await group(own, front.commit)).toEqual({
      pulls: [
        { number: first.number, commit: front.commit, base: tip, headSha: first.head, comments: 1 },
        { number: second.number, commit: own.commit, base: front.commit, headSha: second.head, comments: 0 },
      ],
    });
    expect(github.requests.map(({ route }) => route)).toEqual([
      ...['GET /repos/{owner}/{repo}/git/matching-refs/{ref}', 'POST /graphql'],
    ]);
  });

  test('of a branch with slashes in its name', async () => {
    shop.branch('release/1', tip);
    const pull = open('release/1');
    expect(await group(enqueue(shop, pull), tip, 'refs/heads/release/1')).toMatchObject({
      pulls: [{ number: pull.number }],
    });
  });

  const unknown = async (task: ReturnType<typeof group>) => (await task).unknown;

  test('are each asked about where two entries have the same commit, and which of them it brings in is not known', async () => {
    const [first, second, third] = [open(), open(), open()];
    const front = enqueue(shop, first);
    const own = enqueue(shop, second, front.commit);
    const same = 'Two entries of the merge queue have the same commit.';
    for (const [commit, numbers] of [
      [front.commit, [3, 1, 2]],
      [own.commit, [1, 2, 3]],
    ] as const) {
      const name = `gh-readonly-queue/main/pr-${third.number}-${commit === own.commit ? front.commit : tip}`;
      shop.branch(name, commit);
      const found = await group(own, front.commit);
      expect([found.unknown, found.pulls.map(({ number }) => number).sort()]).toEqual([same, [...numbers].sort()]);
      shop.branches.delete(name);
    }
  });

  test('are an error where one of two with the same commit is no pull request, or leads elsewhere', async () => {
    const own = enqueue(shop, open());
    shop.branch(`gh-readonly-queue/main/pr-77-${tip}`, own.commit);
    expect(await failure(group(own, tip))).toContain('approvals-unavailable');
    shop.branches.delete(`gh-readonly-queue/main/pr-77-${tip}`);
    for (const name of [`pr-1-${'a'.repeat(40)}`, `pr-1-${own.commit}`, 'pull-1']) {
      shop.branch(`gh-readonly-queue/main/${name}`, own.commit);
      expect(await failure(group(own, tip))).toContain(
        'approvals-unavailable: The entries of the merge queue do not lead',
      );
      shop.branches.delete(`gh-readonly-queue/main/${name}`);
    }
  });

  test('are an error where the chain is broken: a denial may stand on one that is not known', async () => {
    const front = enqueue(shop, open());
    const own = enqueue(shop, open(), front.commit);
    shop.branches.delete(`gh-readonly-queue/main/pr-1-${tip}`);
    const told = await failure(group(own, front.commit));
    expect(told).toContain(
      "approvals-unavailable: The entries of the merge queue do not lead to the target branch's tip",
    );
    expect(told).toContain('may hold a denial; remove the pull requests from the queue');
  });

  test.each(['pr-x-', 'pr-1-zz', 'pull-1-'])('are an error where a name does not parse: %s', async (name) => {
    const own = enqueue(shop, open());
    const odd = { commit: own.commit, ref: `refs/heads/gh-readonly-queue/main/${name}` };
    expect(await failure(group(odd, tip))).toContain('does not say which pull request it is for');
  });

  test("are an error where the name is another branch's, or another base's", async () => {
    const own = enqueue(shop, open());
    expect(await failure(group(own, tip, 'refs/heads/next'))).toContain('does not say which pull request');
    expect(await failure(group(own, 'a'.repeat(40)))).toContain('does not say which pull request');
  });

  test('are known though one stands there twice, and what it brings in is not', async () => {
    const pull = open();
    const front = enqueue(shop, pull);
    const own = enqueue(shop, pull, front.commit);
    expect(await group(own, front.commit)).toMatchObject({
      ...{ unknown: 'One pull request stands in the merge queue twice.', pulls: [{ number: pull.number }] },
    });
  });

  test.each([
    ['closed', (pull: PullRequest) => (pull.state = 'closed')],
    ['for another branch by now', (pull: PullRequest) => (pull.baseRef = 'next')],
    [
      'out of the queue by now',
      (pull: PullRequest) =>
        pull.events.push({ __typename: 'RemovedFromMergeQueueEvent', createdAt: '2026-02-01T00:00:00Z' }),
    ],
    ['never queued', (pull: PullRequest) => pull.events.splice(0)],
  ])('are read for denials alone where one is %s', async (_, change) => {
    const pull = open();
    const own = enqueue(shop, pull);
    change(pull);
    expect((await group(own, tip)).pulls).toHaveLength(1);
    expect(await unknown(group(own, tip))).toContain('is not open, not for this branch, or not in the merge queue');
  });

  test('that GitHub refuses are an error', async () => {
    const own = enqueue(shop, open());
    github.fail('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', { status: 403 });
    expect(await failure(group(own, tip))).toContain(
      'approvals-unavailable: GitHub did not provide the refs of the merge',
    );
  });
});

describe('the pull requests of a push', () => {
  const push = (after: string, before = tip, branch = 'main') =>
    pullsOfPush(request(), client, { branch, before, after });

  test('of each commit of its own line; a commit that was pushed has none', async () => {
    const pull = open();
    const merged = mergePull(shop, pull);
    const direct = shop.commit({ files: { lock: '9' }, branch: 'main' });
    const { number, mergedAt } = pull;
    expect(await push(direct)).toEqual([
      { commit: merged, base: tip, pulls: [{ number, mergedAt }] },
      { commit: direct, base: merged, pulls: [] },
    ]);
  });

  test('are asked for again for a minute while GitHub has not linked them', async () => {
    const pull = open();
    const merged = mergePull(shop, pull);
    shop.linking = 2;
    expect(await push(merged)).toMatchObject([{ commit: merged, pulls: [{ number: pull.number }] }]);
    expect(waits).toEqual([2000, 6000]);
    shop.linking = 99;
    expect(await push(merged)).toEqual([{ commit: merged, base: tip, pulls: [] }]);
    expect(
      waits
        .splice(0)
        .slice(2)
        .reduce((sum, wait) => sum + wait, 0),
    ).toBe(60_000);
    await pullsOfPush(request(), client, { branch: 'main', before: tip, after: merged, patience: 'short' });
    expect(waits.splice(0)).toEqual([2000, 6000]);
    await pullsOfPush(request(), client, { branch: 'main', before: tip, after: merged, patience: 'none' });
    expect(waits).toEqual([]);
  });

  test('are none that were merged into another branch, or are still open', async () => {
    shop.branch('careless', tip);
    const pull = open('careless');
    const merged = mergePull(shop, pull);
    shop.branch('main', merged);
    expect(await push(merged)).toEqual([{ commit: merged, base: tip, pulls: [] }]);
    delete pull.mergedAt;
    expect(await push(merged)).toEqual([{ commit: merged, base: tip, pulls: [] }]);
  });

  test('more commits than are asked about leave the ledger alone', async () => {
    let after = tip;
    for (let each = 0; each < 101; each += 1) after = shop.commit({ files: { lock: `${each}` }, parents: [after] });
    expect(await push(after)).toBeUndefined();
  });

  test('that GitHub refuses are an error', async () => {
    const merged = mergePull(shop, open());
    github.fail('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', { status: 403 });
    expect(await failure(push(merged))).toContain('give the token `contents: read` and `pull-requests: read`');
  });
});
