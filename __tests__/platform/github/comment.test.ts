import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { connect } from '../../../src/platform/github/api.ts';
import { publishComment } from '../../../src/platform/github/comment.ts';
import { actionsBot, mona, startGitHub } from '../../support/loopback-github.ts';
import type { LoopbackGitHub, LoopbackRepository, Person, PullRequest } from '../../support/loopback-github.ts';

const marker = '<!-- lockgate:report -->';
const ownApp: Person = { login: 'acme-gate[bot]', id: 77, type: 'Bot' };
const body = `${marker}\n**Blocked**\n`;

let github: LoopbackGitHub;
let shop: LoopbackRepository;
let pull: PullRequest;

beforeEach(async () => {
  github = await startGitHub();
  shop = github.repository('octo/shop');
  const tip = shop.commit({ files: {}, branch: 'main' });
  pull = shop.pullRequest({ head: shop.commit({ files: { a: 'a' }, parents: [tip] }) });
});
afterEach(() => github.close());

async function publish(
  changes: { readonly body?: string; readonly worthCreating?: boolean; readonly headSha?: string } = {},
  token = github.token,
): Promise<string> {
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  const client = await connect({ apiUrl: github.url, token }, { clock });
  const place = { owner: 'octo', repo: 'shop', number: pull.number };
  const order = { ...place, headSha: pull.head, body, worthCreating: true, ...changes };
  const { outcome, id } = await publishComment(client, order);
  // Whatever became of it, the id is that of a comment that is there.
  if (id !== undefined) expect(pull.comments.map((comment) => comment.id)).toContain(id);
  expect(id === undefined).toBe(outcome === 'not-needed' || outcome === 'outdated');
  return outcome;
}

const bodies = () => pull.comments.map((comment) => comment.body);
const writes = () => github.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql');

describe('one comment', () => {
  test('is created, then updated in place, then left alone where nothing changed', async () => {
    expect(await publish()).toBe('created');
    expect(await publish({ body: `${marker}\nAll clear\n`, worthCreating: false })).toBe('updated');
    expect(await publish({ body: `${marker}\nAll clear\n`, worthCreating: false })).toBe('unchanged');
    expect(bodies()).toEqual([`${marker}\nAll clear\n`]);
    expect(writes().map(({ method }) => method)).toEqual(['POST', 'PATCH']);
  });

  test('is not written where there is nothing to say and never was', async () => {
    expect(await publish({ worthCreating: false })).toBe('not-needed');
    expect(bodies()).toEqual([]);
  });

  test('that GitHub gives back with other line ends is the same', async () => {
    shop.comment(pull, actionsBot, body.replaceAll('\n', '\r\n').trimEnd());
    expect(await publish()).toBe('unchanged');
  });

  test('is found on the third page', async () => {
    for (let index = 0; index < 250; index += 1) shop.comment(pull, mona, `comment ${index}`);
    const ours = shop.comment(pull, actionsBot, `${marker}\nold`);
    expect(await publish()).toBe('updated');
    expect(ours.body).toBe(body);
  });

  test('of another head is not overwritten by a run that is late', async () => {
    shop.comment(pull, actionsBot, `${marker}\nnewer`);
    const late = pull.head;
    shop.push(pull, shop.commit({ files: { a: 'b' }, parents: [late] }));
    expect(await publish({ headSha: late })).toBe('outdated');
    expect(bodies()).toEqual([`${marker}\nnewer`]);
  });

  test('stays one when two runs write at the same time', async () => {
    const listed = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
    // The first look finds nothing, though another run has written by now.
    github.fail(listed, { status: 200, body: '[]', times: 1 });
    shop.comment(pull, actionsBot, `${marker}\nby the other run`);
    expect(await publish()).toBe('updated');
    expect(bodies()).toEqual([body]);
  });
});

describe("somebody else's comment with our marker", () => {
  test.each([
    ['a person', mona],
    ['another bot', ownApp],
  ])('by %s is not ours', async (_, author) => {
    shop.comment(pull, author, `${marker}\nforged`);
    expect(await publish()).toBe('created');
    expect(bodies()).toEqual([`${marker}\nforged`, body]);
  });

  test('by the same bot, but not as its first line, is not ours', async () => {
    shop.comment(pull, actionsBot, `quoted:\n${marker}\n`);
    expect(await publish()).toBe('created');
  });

  test("is left alone by an App's own token, which is not the job's bot", async () => {
    shop.comment(pull, actionsBot, `${marker}\nby the job's token`);
    const ours = shop.comment(pull, ownApp, `${marker}\nold`);
    expect(await publish({}, github.issueToken({ identity: ownApp }))).toBe('updated');
    expect(ours.body).toBe(body);
    expect(pull.comments[0]?.body).toBe(`${marker}\nby the job's token`);
  });

  test('nothing is written where nobody says who the token is', async () => {
    shop.comment(pull, actionsBot, `${marker}\nperhaps ours`);
    github.fail('POST /graphql', { status: 403 });
    await expect(publish()).rejects.toMatchObject({ status: 403 });
    expect(writes()).toEqual([]);
  });

  test('nothing is written where GraphQL answers with an error', async () => {
    shop.comment(pull, actionsBot, `${marker}\nperhaps ours`);
    github.fail('POST /graphql', { status: 200, body: '{"data":null,"errors":[{"message":"no"}]}' });
    await expect(publish()).rejects.toThrow();
    expect(writes()).toEqual([]);
  });
});

test('a token that can only read writes nothing and says so', async () => {
  await expect(publish({}, github.issueToken({ pullRequests: 'read' }))).rejects.toMatchObject({ status: 403 });
});
