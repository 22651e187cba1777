import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { connect } from '../../../src/platform/github/api.ts';
import type { GitHubClient } from '../../../src/platform/github/api.ts';
import { pullsOfPush } from '../../../src/platform/github/decisions/pushed.ts';
import { pullsOfQueue } from '../../../src/platform/github/decisions/queue.ts';
import { enqueue, mergePull } from '../../support/github-talk.ts';
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
    expect(await group(own, front.commit)).toEqual({
      pulls: [
        { number: first.number, commit: front.commit, base: tip, headSha: first.head },
        { number: second.number, commit: own.commit, base: front.commit, headSha: second.head },
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

  const unknown = async (task: ReturnType<typeof group>) => ((await task) as { unknown?: string }).unknown;

  test('are not known where two entries have the same commit', async () => {
    const front = enqueue(shop, open());
    const own = enqueue(shop, open(), front.commit);
    shop.branch(`gh-readonly-queue/main/pr-7-${tip}`, front.commit);
    expect(await unknown(group(own, front.commit))).toBe('Two entries of the merge queue have the same commit.');
    shop.branches.delete(`gh-readonly-queue/main/pr-7-${tip}`);
    shop.branch(`gh-readonly-queue/main/pr-8-${tip}`, own.commit);
    expect(await unknown(group(own, front.commit))).toBe('Two entries of the merge queue have the same commit.');
  });

  test('are not known where the chain is broken', async () => {
    const front = enqueue(shop, open());
    const own = enqueue(shop, open(), front.commit);
    shop.branches.delete(`gh-readonly-queue/main/pr-1-${tip}`);
    expect(await unknown(group(own, front.commit))).toContain("do not lead to the target branch's tip");
  });

  test.each(['pr-x-', 'pr-1-zz', 'pull-1-'])('are not known where a name does not parse: %s', async (name) => {
    const own = enqueue(shop, open());
    const odd = { commit: own.commit, ref: `refs/heads/gh-readonly-queue/main/${name}` };
    expect(await unknown(group(odd, tip))).toContain('does not say which pull request it is for');
  });

  test("are not known where the name is another branch's, or another base's", async () => {
    const own = enqueue(shop, open());
    expect(await unknown(group(own, tip, 'refs/heads/next'))).toContain('does not say which pull request');
    expect(await unknown(group(own, 'a'.repeat(40)))).toContain('does not say which pull request');
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
  ])('are not known where one is %s', async (_, change) => {
    const pull = open();
    const own = enqueue(shop, pull);
    change(pull);
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
