import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { connect } from '../../../src/platform/github/api.ts';
import type { GitHubClient } from '../../../src/platform/github/api.ts';
import { describeFailure } from '../../../src/platform/github/failure.ts';
import { secondaryLimit, startGitHub } from '../../support/loopback-github.ts';
import type { LoopbackGitHub, LoopbackRepository, PullRequest } from '../../support/loopback-github.ts';

const repositoryRoute = 'GET /repos/{owner}/{repo}';
const commentRoute = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const shopNames = { owner: 'octo', repo: 'shop' };

let github: LoopbackGitHub;
let shop: LoopbackRepository;
let pull: PullRequest;
let waits: number[];
let client: GitHubClient;

beforeEach(async () => {
  github = await startGitHub();
  shop = github.repository('octo/shop');
  const tip = shop.commit({ files: {}, branch: 'main' });
  pull = shop.pullRequest({ head: shop.commit({ files: { a: 'a' }, parents: [tip] }) });
  waits = [];
  client = await connectTo(github.token);
});
afterEach(() => github.close());

function connectTo(token: string): Promise<GitHubClient> {
  const sleep = (ms: number) => Promise.resolve(waits.push(ms));
  return connect({ apiUrl: github.url, token }, { clock: { now: () => 1_000_000, sleep } });
}

async function failureOf(task: Promise<unknown>): Promise<string> {
  return task.then(
    () => 'no failure',
    (error: unknown) => describeFailure(error),
  );
}

const comment = () => client.request(commentRoute, { ...shopNames, issue_number: pull.number, body: 'hello' });

describe('what may succeed later is tried again, within bounds', () => {
  test.each([{ status: 502 }, { status: 503 }, { behaviour: 'reset' as const }, { behaviour: 'truncate' as const }])(
    'a read after %j',
    async (how) => {
      github.fail(repositoryRoute, { ...how, times: 3 });
      const { data } = await client.request(repositoryRoute, shopNames);
      expect(data).toMatchObject({ full_name: 'octo/shop' });
      expect(waits).toHaveLength(3);
    },
  );

  test('four failures are enough', async () => {
    github.fail(repositoryRoute, { status: 500 });
    expect(await failureOf(client.request(repositoryRoute, shopNames))).toBe('GitHub failed (HTTP 500)');
    expect(github.requests).toHaveLength(4);
  });

  test('what is refused is not asked again', async () => {
    github.fail(repositoryRoute, { status: 403, message: 'Resource not accessible by integration' });
    expect(await failureOf(client.request(repositoryRoute, shopNames))).toBe('the token may not do this (HTTP 403)');
    expect(github.requests).toHaveLength(1);
  });

  test('a comment whose reply was lost is not written twice', async () => {
    github.fail(commentRoute, { behaviour: 'reset', done: true });
    expect(await failureOf(comment())).toContain('could not be reached');
    expect(pull.comments).toHaveLength(1);
  });
});

describe('rate limits', () => {
  test.each([
    ['what retry-after says', secondaryLimit('7'), 7000],
    ['a minute where nothing is said', secondaryLimit(), 60_000],
    [
      'until the reset that is named',
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1030' } },
      30_000,
    ],
    ['a second at least', { status: 429, headers: { 'retry-after': '0' } }, 1000],
  ])('wait %s, once, writes too', async (_, limit, ms) => {
    github.fail(commentRoute, { ...limit, times: 1 });
    await comment();
    expect(waits).toEqual([ms]);
    expect(pull.comments).toHaveLength(1);
  });

  test.each([
    ['retry-after beyond a minute', { status: 429, headers: { 'retry-after': '61' } }],
    ['a reset in an hour', { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4600' } }],
  ])('%s is not waited for', async (_, limit) => {
    github.fail(repositoryRoute, limit);
    expect(await failureOf(client.request(repositoryRoute, shopNames))).toContain('rate limit');
    expect(waits).toEqual([]);
  });

  test('a second limit ends it', async () => {
    github.fail(repositoryRoute, secondaryLimit('1'));
    expect(await failureOf(client.request(repositoryRoute, shopNames))).toContain('rate limit');
    expect(waits).toEqual([1000]);
  });

  test('all requests together wait two minutes at most', async () => {
    github.fail(repositoryRoute, secondaryLimit());
    for (let index = 0; index < 5; index += 1) await failureOf(client.request(repositoryRoute, shopNames));
    expect(waits).toEqual([60_000, 60_000]);
    expect(github.requests).toHaveLength(2 + 2 + 1 + 1 + 1);
  });
});

describe('the token', () => {
  test('a token that GitHub does not know', async () => {
    client = await connectTo('ghs_unknown');
    expect(await failureOf(client.request(repositoryRoute, shopNames))).toContain('does not accept the token');
  });

  test('says who it speaks as', async () => {
    expect(await client.viewer()).toEqual({ login: 'github-actions[bot]', id: 41898282 });
  });

  test('does not follow a redirect to another origin, by whatever status', async () => {
    const seen: unknown[] = [];
    const thief = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.end('{}');
    });
    await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = thief.address() as AddressInfo;
      for (const status of [301, 302, 307, 308]) {
        github.fail(repositoryRoute, { status, headers: { location: `http://127.0.0.1:${port}/repos/octo/shop` } });
        expect(await failureOf(client.request(repositoryRoute, shopNames))).toContain('could not be reached');
      }
    } finally {
      thief.closeAllConnections();
      await new Promise((resolve) => thief.close(resolve));
    }
    expect(waits).toEqual([]);
    expect(seen).toEqual([]);
  });

  test('a repository that was renamed is followed within the origin', async () => {
    github.repository('octo/store');
    github.fail(repositoryRoute, { status: 301, headers: { location: `${github.url}/repos/octo/store` }, times: 1 });
    const { data } = await client.request(repositoryRoute, shopNames);
    expect(data).toMatchObject({ full_name: 'octo/store' });
  });

  test('redirects in a circle end', async () => {
    github.fail(repositoryRoute, { status: 301, headers: { location: '/repos/octo/shop' } });
    expect(await failureOf(client.request(repositoryRoute, shopNames))).toContain('could not be reached');
    expect(github.requests).toHaveLength(4);
  });

  test('a write is not redirected at all', async () => {
    github.fail(commentRoute, { status: 307, headers: { location: '/repos/octo/shop/issues/2/comments' } });
    await failureOf(comment());
    expect(github.requests).toHaveLength(1);
  });
});

test('a name with odd characters stays one segment of the path', async () => {
  const branch = 'feature/a b?x=1#y%2f..';
  shop.commit({ files: {}, branch });
  const route = 'GET /repos/{owner}/{repo}/branches/{branch}';
  const { data } = await client.request(route, { ...shopNames, branch });
  expect(data).toMatchObject({ name: branch });
});

test('at most sixteen requests are under way at once', async () => {
  let now = 0;
  let most = 0;
  const server = createServer((_, response) => {
    now += 1;
    most = Math.max(most, now);
    setTimeout(() => {
      now -= 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    }, 20);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const busy = await connect({ apiUrl, token: 'x' });
  await Promise.all(Array.from({ length: 100 }, () => busy.request(repositoryRoute, shopNames)));
  server.close();
  expect(most).toBe(16);
});
