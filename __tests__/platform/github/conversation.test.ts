import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { connect } from '../../../src/platform/github/api.ts';
import type { GitHubClient } from '../../../src/platform/github/api.ts';
import { demandCommits, readConversation } from '../../../src/platform/github/decisions/conversation.ts';
import type { Conversation } from '../../../src/platform/github/decisions/conversation.ts';
import { askPeople } from '../../../src/platform/github/decisions/people.ts';
import { withApp } from '../../../src/platform/github/decisions/via-app.ts';
import type { Approvals } from '../../../src/model/index.ts';
import { app, assign, deleteComment, editComment, person } from '../../support/github-talk.ts';
import { startGitHub } from '../../support/loopback-github.ts';
import type { LoopbackGitHub, LoopbackRepository, PullRequest } from '../../support/loopback-github.ts';
import { webFlow } from '../../support/github-repository.ts';

const [ada, bea, bot] = [person('ada', 1), person('bea', 2), app('renovate', 3)];
const line = '/approve left-pad@1.3.0 age/too-young';

const approvals: Approvals = {
  ...({
    accept: ['comment'],
    users: [],
    teams: [],
    minimumPermission: 'write',
    never: [],
    required: 1,
    keys: [],
  } as const),
  ...({ ownChanges: 'never', maximumAge: 1 } as const),
};

let github: LoopbackGitHub;
let shop: LoopbackRepository;
let pull: PullRequest;
let client: GitHubClient;

beforeEach(async () => {
  github = await startGitHub();
  shop = github.repository('octo/shop');
  const tip = shop.commit({ files: {}, branch: 'main' });
  pull = shop.pullRequest({ head: shop.commit({ files: { a: 'a' }, parents: [tip], by: bea }), author: bea });
  client = await connectTo(github.token);
});
afterEach(() => github.close());

function connectTo(token: string, apiUrl = github.url): Promise<GitHubClient> {
  return connect({ apiUrl, token }, { clock: { now: () => 0, sleep: () => Promise.resolve() } });
}
const request = () => ({ owner: 'octo', repo: 'shop', repositoryId: shop.id });
const read = (with_ = client): Promise<Conversation> => readConversation(request(), with_, pull.number, approvals);
const routes = () => github.requests.map(({ route }) => route);
const failure = async (task: Promise<unknown>): Promise<string> =>
  task.then(
    () => 'no failure',
    (error: unknown) => `${(error as { code?: string }).code ?? '-'}: ${(error as Error).message}`,
  );

describe('one query tells all that was said', () => {
  test('a comment with its account, its times and that nobody touched it', async () => {
    const { id, createdAt } = shop.comment(pull, ada, line);
    const { comments } = await read();
    expect(comments).toEqual([
      {
        ...{ id: String(id), author: ada, body: line, createdAt, lastEditedAt: null, editor: null, edits: [] },
        ...{ isMinimized: false, createdViaEmail: false, viaApp: true },
      },
    ]);
    expect(routes()).toEqual(['POST /graphql']);
  });

  test('an edited one with every former text, oldest first, and who edited it', async () => {
    const comment = shop.comment(pull, ada, '/deny left-pad@1.3.0 harm');
    editComment(shop, comment, bea, 'Looks good');
    editComment(shop, comment, null, line);
    const [found] = (await read()).comments;
    expect(found?.edits.map(({ body, editor }) => [body, editor?.login])).toEqual([
      ...[
        ['/deny left-pad@1.3.0 harm', 'ada'],
        ['Looks good', 'bea'],
        [line, undefined],
      ],
    ]);
    expect([found?.lastEditedAt, found?.editor]).toEqual([comment.lastEditedAt, null]);
  });

  test('a former text that was deleted is null, and never left out', async () => {
    const comment = shop.comment(pull, ada, '/deny left-pad@1.3.0 harm');
    editComment(shop, comment, ada, 'never mind');
    const [first] = comment.edits;
    if (first !== undefined) first.deletedAt = shop.now();
    expect((await read()).comments[0]?.edits.map(({ body }) => body)).toEqual([null, 'never mind']);
  });

  test('an edit that only the list of former texts shows makes it edited', async () => {
    const comment = shop.comment(pull, ada, '/approve other@1.0.0');
    editComment(shop, comment, bea, line);
    comment.lastEditedAt = null;
    const [found] = (await read()).comments;
    expect(found?.lastEditedAt).toBe(comment.edits[1]?.editedAt);
  });

  test('the first text alone, as it stands, is no edit', async () => {
    const comment = shop.comment(pull, ada, line);
    comment.edits.push({ body: line, editedAt: comment.createdAt, editor: ada, deletedAt: null });
    const [found] = (await read()).comments;
    expect([found?.lastEditedAt, found?.edits]).toEqual([null, []]);
  });

  test('that it is minimised, came by mail, or is of an App or of nobody any more', async () => {
    shop.comment(pull, ada, line, { isMinimized: true, viaEmail: true });
    shop.comment(pull, bot, line);
    shop.comment(pull, null, line);
    const { comments } = await read();
    expect(comments.map(({ author, isMinimized, createdViaEmail }) => [author, isMinimized, createdViaEmail])).toEqual([
      ...[
        [ada, true, true],
        [bot, false, false],
        [null, false, false],
      ],
    ]);
  });

  test('a deleted comment with whose it was and who deleted it', async () => {
    deleteComment(shop, pull, shop.comment(pull, ada, '/deny left-pad@1.3.0 harm'), bea);
    expect((await read()).deleted).toMatchObject([{ author: ada, by: bea }]);
  });

  test('the texts of reviews', async () => {
    shop.review(pull, ada, line);
    expect((await read()).reviews).toMatchObject([{ author: ada, body: line }]);
  });

  test('commits with author, co-authors and committer, and which of them GitHub made', async () => {
    const child = (files: Record<string, string>, how: object) => shop.commit({ files, parents: [pull.head], ...how });
    shop.push(pull, child({ b: 'b' }, { by: ada, committedBy: bea, with: [bot, person('cleo', 4)] }));
    const mixed = pull.head;
    shop.push(pull, child({ c: 'c' }, { by: ada, committedBy: webFlow }));
    const onGitHub = pull.head;
    shop.push(pull, child({ d: 'd' }, { author: { name: 'Who', email: 'who@example.org' } }));
    const { commits, trees } = await read();
    expect(commits.get(mixed)).toMatchObject({ hasAuthor: true, committer: bea, isMadeByGitHub: false });
    expect(commits.get(mixed)?.authors.map(({ login }) => login)).toEqual(['ada', 'renovate[bot]', 'cleo']);
    expect(commits.get(onGitHub)).toMatchObject({ authors: [ada], isMadeByGitHub: true });
    expect(commits.get(onGitHub)).not.toHaveProperty('committer');
    expect(commits.get(pull.head)).toMatchObject({ authors: [], hasAuthor: false });
    expect(trees.get(onGitHub)).toBe(shop.objects.commits.get(onGitHub)?.tree);
  });

  test('whether it is in the merge queue, by the last word about that', async () => {
    expect((await read()).isQueued).toBe(false);
    pull.events.push({ __typename: 'AddedToMergeQueueEvent', createdAt: shop.now() });
    expect((await read()).isQueued).toBe(true);
    pull.events.push({ __typename: 'RemovedFromMergeQueueEvent', createdAt: shop.now() });
    expect((await read()).isQueued).toBe(false);
  });

  test('issues are not asked for, which a token need not be allowed to read', async () => {
    assign(shop, pull, ada, ada);
    expect(await failure(read(await connectTo(github.issueToken({}))))).toBe('no failure');
  });
});

describe('everything is read to its end', () => {
  test('only what has more is asked for again', async () => {
    for (let count = 0; count < 201; count += 1) shop.comment(pull, ada, `comment ${count}`);
    const { comments, commits } = await read();
    expect([comments.length, commits.size]).toEqual([201, 1]);
    const asked = github.requests.map(({ body }) => (body as { variables: Record<string, unknown> }).variables);
    expect(asked.map(({ comments, commits, reviews, timeline }) => [comments, commits, reviews, timeline])).toEqual([
      ...[
        [true, true, true, true],
        [true, false, false, false],
        [true, false, false, false],
      ],
    ]);
  });

  test('a line of denial in the first of a hundred texts is found', async () => {
    const comment = shop.comment(pull, ada, '/deny left-pad@1.3.0 harm');
    for (let count = 0; count < 130; count += 1) editComment(shop, comment, ada, `text ${count}`);
    const [found] = (await read()).comments;
    expect([found?.edits.length, found?.edits[0]?.body]).toEqual([131, '/deny left-pad@1.3.0 harm']);
    expect(github.requests).toHaveLength(3);
  });

  test('of a stranger only the texts that come along, however many; of who is listed all, or it is said', async () => {
    for (const author of [ada, bea]) {
      const comment = shop.comment(pull, author, 'hi');
      for (let count = 0; count < 2100; count += 1) {
        editComment(shop, comment, author, `hi ${count}`, comment.createdAt);
      }
    }
    const listed = { ...approvals, users: [{ login: 'bea', id: bea.id }] };
    const found = await readConversation(request(), client, pull.number, listed);
    expect(found.unread.map(({ author, failure: { message } }) => [author?.login, message.slice(0, 15)])).toEqual([
      ['bea', 'GitHub holds mo'],
    ]);
    expect(found.comments.map(({ edits }) => edits.length)).toEqual([20, 20]);
    const ask = (of: Approvals) => askPeople(request(), client, [found], of);
    await expect(ask(listed)).rejects.toThrow('more than can be read');
    await expect(ask({ ...approvals, users: [{ login: 'ada', id: ada.id }] })).resolves.toBeDefined();
  });

  test('where nobody is listed only who denies is asked about, ten at most, and a denial is never lost', async () => {
    const strangers = Array.from({ length: 11 }, (_, at) => person(`s${at}`, 100 + at));
    shop.comment(pull, ada, '/withdraw left-pad@1.3.0');
    for (const one of strangers.slice(1)) shop.comment(pull, one, '/deny left-pad@1.3.0 harm');
    const ask = async () => askPeople(request(), client, [await read()], approvals);
    // Accounts that GitHub does not show concern nobody else.
    expect(await ask()).toMatchObject({ standings: new Map() });
    expect(routes().filter((route) => route.includes('permission'))).toHaveLength(10);
    github.fail('GET /repos/{owner}/{repo}/collaborators/{username}/permission', { status: 403 });
    await expect(ask()).rejects.toMatchObject({ code: 'approvals-unavailable' });
    shop.comment(pull, strangers[0] as typeof ada, '/deny left-pad@1.3.0 harm');
    await expect(ask()).rejects.toThrow('More than 10 people deny');
  });

  test('more commits than GitHub lists are an error that says to squash', async () => {
    let head = pull.head;
    for (let count = 0; count < 250; count += 1) head = shop.commit({ files: { a: `${count}` }, parents: [head] });
    shop.push(pull, head);
    const found = await read();
    expect(await failure(Promise.resolve().then(() => demandCommits(found)))).toBe(
      'approvals-unavailable: GitHub does not list all 251 commits of pull request #1, so who proposed it is not known; squash them: fewer than 250 are listed.',
    );
  });

  test('what changes while it is read is no basis', async () => {
    for (let count = 0; count < 101; count += 1) shop.comment(pull, ada, 'x');
    const moving: GitHubClient = {
      ...client,
      graphql: async (document, variables) => {
        const answer = await client.graphql(document, variables);
        shop.push(pull, shop.commit({ files: { z: 'z' }, parents: [pull.head] }));
        return answer;
      },
    };
    expect(await failure(read(moving))).toBe(
      'approvals-unavailable: Pull request #1 changed while it was read; run the workflow again.',
    );
  });

  test('a repository that took the name over is another one', async () => {
    const other = { ...request(), repositoryId: shop.id + 1 };
    expect(await failure(readConversation(other, client, 1, approvals))).toContain(
      'octo/shop is another repository now',
    );
  });
});

describe('a refusal is an error that says what to grant', () => {
  test('a token that may not read pull requests', async () => {
    const token = await connectTo(github.issueToken({ pullRequests: 'none' }));
    expect(await failure(read(token))).toBe(
      'approvals-unavailable: GitHub did not provide the conversation of pull request #1: the token may not do this; give the token `pull-requests: read` and `contents: read`.',
    );
  });

  test.each(['IssueComment.lastEditedAt', 'IssueComment.createdViaEmail', 'UserContentEdit.deletedAt'])(
    'an Enterprise Server that does not know %s is an error, and no comment counts as unedited',
    async (field) => {
      shop.unknownFields.add(field);
      expect(await failure(read())).toBe(
        'approvals-unavailable: GitHub did not provide the conversation of pull request #1: this server does not know a field that decisions are read from; GitHub Enterprise Server has to be updated before decisions can be counted.',
      );
    },
  );

  test('a server that fails', async () => {
    github.fail('POST /graphql', { status: 502 });
    expect(await failure(read())).toContain('GitHub failed (HTTP 502); run the workflow again');
  });

  test.each(['RATE_LIMITED', undefined])('a server that fails in a part of the answer (%s)', async (type) => {
    const error = { ...(type === undefined ? {} : { type }), message: 'Something went wrong' };
    github.fail('POST /graphql', { status: 200, body: JSON.stringify({ data: null, errors: [error] }) });
    expect(await failure(read())).toContain('GitHub failed in a part of the answer; run the workflow again');
  });

  test('an answer without a comment that it counts', async () => {
    const hiding: GitHubClient = {
      ...client,
      graphql: async (document, variables) => {
        const text = JSON.stringify(await client.graphql(document, variables));
        const hidden = text.replace(
          /"comments":\{"nodes":\[\{.*?\}\],"pageInfo"/,
          '"comments":{"nodes":[null],"pageInfo"',
        );
        return JSON.parse(hidden) as unknown;
      },
    };
    shop.comment(pull, ada, line);
    expect(await failure(read(hiding))).toContain('the reply is not what GitHub documents');
  });
});

describe('whether an App wrote a comment', () => {
  let before = 0;
  const asked = async (...ids: number[]) => {
    const { comments } = await read();
    before = github.requests.length;
    return withApp(request(), client, { number: pull.number, comments }, ids.map(String));
  };

  test('is asked of REST for those that may count; the others loosen nothing', async () => {
    const [own, byApp, other] = [
      shop.comment(pull, ada, line),
      shop.comment(pull, ada, line, { viaApp: true }),
      shop.comment(pull, ada, 'hello'),
    ];
    const found = await asked(own.id, byApp.id);
    expect(found.map(({ id, viaApp }) => [Number(id), viaApp])).toEqual([
      ...[
        [own.id, false],
        [byApp.id, true],
        [other.id, true],
      ],
    ]);
  });

  test('one request for each comment, or for each page of them, whichever is fewer', async () => {
    const first = shop.comment(pull, ada, line);
    for (let count = 0; count < 150; count += 1) shop.comment(pull, ada, 'x');
    await asked(first.id);
    expect(routes().slice(before)).toEqual(['GET /repos/{owner}/{repo}/issues/comments/{comment_id}']);
    await asked(...pull.comments.map(({ id }) => id));
    expect(routes().slice(before)).toEqual(Array(2).fill('GET /repos/{owner}/{repo}/issues/{issue_number}/comments'));
    await asked();
    expect(routes().slice(before)).toEqual([]);
  });

  test('a text that changed meanwhile, of which REST shows no trace, is no basis', async () => {
    const comment = shop.comment(pull, ada, '/approve other@1.0.0');
    const { comments } = await read();
    editComment(shop, comment, bea, line);
    const task = withApp(request(), client, { number: 1, comments }, [String(comment.id)]);
    expect(await failure(task)).toBe(
      `approvals-unavailable: Comment ${comment.id} changed while it was read; run the workflow again.`,
    );
  });

  test('a server that does not say is an error', async () => {
    const comment = shop.comment(pull, ada, line, { viaApp: undefined });
    expect(await failure(asked(comment.id))).toContain('does not say whether an App wrote comment');
  });

  test('a refusal is an error', async () => {
    const comment = shop.comment(pull, ada, line);
    github.fail('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { status: 403 });
    github.fail('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', { status: 403 });
    expect(await failure(asked(comment.id))).toContain('give the token `pull-requests: read`');
  });
});
