import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import type { Approvals, Proposers } from '../../../src/model/index.ts';
import { connect } from '../../../src/platform/github/api.ts';
import type { GitHubClient } from '../../../src/platform/github/api.ts';
import { readConversation } from '../../../src/platform/github/decisions/conversation.ts';
import { readProposers } from '../../../src/platform/github/decisions/proposers.ts';
import type { ProposerOrder } from '../../../src/platform/github/decisions/proposers.ts';
import type { Files } from '../../support/github-objects.ts';
import { app, assign, link, mergePull, openIssue, person } from '../../support/github-talk.ts';
import type { Person } from '../../support/github-repository.ts';
import { webFlow } from '../../support/github-repository.ts';
import { startGitHub } from '../../support/loopback-github.ts';
import type { Credential, LoopbackGitHub, LoopbackRepository, PullRequest } from '../../support/loopback-github.ts';

const [ada, bea, cleo] = [person('ada', 1), person('bea', 2), person('cleo', 3)];
const [renovate, agent] = [app('renovate', 4), app('copilot-swe-agent', 5)];
const lock = 'package-lock.json';
const activityRoute = 'GET /repos/{owner}/{repo}/activity';

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
let tip: string;
let waits: number[];
let asked = 0;
let meanwhile: () => void;

beforeEach(async () => {
  [waits, meanwhile] = [[], () => {}];
  github = await startGitHub();
  shop = github.repository('octo/shop');
  tip = shop.commit({ files: { [lock]: '0' }, branch: 'main' });
});
afterEach(() => github.close());

/** A pull request of one commit that changes the lockfile. */
function open(author: Person, more: Parameters<LoopbackRepository['pullRequest']>[0] | object = {}): PullRequest {
  const head = shop.commit({ files: { [lock]: '1' }, parents: [tip], by: author });
  return shop.pullRequest({ head, author, headRef: 'bump', ...more });
}
function grow(pull: PullRequest, files: Files, how: Parameters<LoopbackRepository['commit']>[0] | object, by?: Person) {
  const all = { ...shop.filesOf(pull.head), ...files };
  const head = shop.commit({ parents: [pull.head], ...how, files: all });
  shop.push(pull, head, by === undefined ? {} : { by });
}

async function client(credential: Partial<Credential> = {}): Promise<GitHubClient> {
  const sleep = (ms: number) => {
    waits.push(ms);
    meanwhile();
    return Promise.resolve();
  };
  const token = github.issueToken(credential);
  return connect({ apiUrl: github.url, token }, { clock: { now: () => 0, sleep } });
}
const request = () => ({ owner: 'octo', repo: 'shop', repositoryId: shop.id }) as Parameters<typeof readProposers>[0];

async function read(
  { number }: PullRequest,
  order: Partial<ProposerOrder> = {},
  credential: Partial<Credential> = {},
): Promise<Proposers> {
  const asking = await client(credential);
  const pull = await readConversation(request(), asking, number, approvals);
  asked = github.requests.length;
  return readProposers(request(), asking, {
    ...{ pull, trusted: 'main', isWatched: (path) => path === lock, settle: 'all', isUnasked: () => false, ...order },
  });
}
const marks = async (...args: Parameters<typeof read>) =>
  (await read(...args)).marks.map(({ account, as }) => `${account.login} ${as}`);
const failure = async (task: Promise<unknown>): Promise<string> =>
  task.then(
    () => 'no failure',
    (error: unknown) => `${(error as { code?: string }).code ?? '-'}: ${(error as Error).message}`,
  );
const routes = () => github.requests.slice(asked).map(({ route }) => route);

describe('everybody who proposed it is named', () => {
  test('its author, who pushed, and the people of commits that change the lockfile', async () => {
    const pull = open(renovate);
    grow(pull, { [lock]: '2' }, { by: ada, with: [cleo] }, bea);
    expect(await marks(pull)).toEqual([
      ...['renovate[bot] author', 'bea pusher', 'renovate[bot] pusher'],
      ...[
        'renovate[bot] commit-author',
        'renovate[bot] committer',
        'ada commit-author',
        'cleo co-author',
        'ada committer',
      ],
    ]);
  });

  test("an approver who wrote a commit by somebody else's address and pushed it", async () => {
    const pull = open(renovate);
    grow(pull, { [lock]: '2' }, { by: renovate }, ada);
    expect(await marks(pull)).toContain('ada pusher');
  });

  test('an approver whose push was forced over by another', async () => {
    const pull = open(renovate);
    grow(pull, { [lock]: '2' }, { by: ada }, ada);
    shop.push(pull, shop.commit({ files: { [lock]: '2' }, parents: [tip], by: renovate }), { by: renovate });
    expect(await marks(pull)).toContain('ada pusher');
  });

  test('an approver who wrote a commit that somebody else pushed and forced over', async () => {
    const pull = open(renovate);
    grow(pull, { [lock]: '2' }, { by: ada, committedBy: renovate });
    grow(pull, { 'README.md': 'x' }, { by: renovate });
    shop.push(pull, shop.commit({ files: { [lock]: '2' }, parents: [tip], by: renovate }));
    expect(await marks(pull)).toContain('ada commit-author');
    expect(await marks(pull, { settle: new Set([ada.id]) })).toContain('ada commit-author');
  });

  test('but nobody of a forced-over commit that GitHub has lost', async () => {
    const pull = open(renovate);
    grow(pull, { [lock]: '2' }, { by: ada, committedBy: renovate });
    shop.lost.add(pull.head);
    shop.push(pull, shop.commit({ files: { [lock]: '2' }, parents: [tip], by: renovate }));
    expect(await marks(pull)).not.toContain('ada commit-author');
  });

  test('all co-authors, and by an address that no account answers to nobody', async () => {
    const pull = open(renovate);
    grow(pull, { [lock]: '2' }, { author: { name: 'Ada', email: 'ada@home.example' }, with: [] }, renovate);
    grow(pull, { [lock]: '3' }, { by: renovate, with: [ada, bea, cleo] }, renovate);
    const found = await marks(pull);
    expect(found).toEqual(expect.arrayContaining(['ada co-author', 'bea co-author', 'cleo co-author']));
    expect(found.filter((mark) => mark.startsWith('mona'))).toEqual([]);
  });

  test('a person with a push on a branch of Renovate', async () => {
    const pull = open(renovate);
    grow(pull, { 'README.md': 'x' }, { by: ada }, ada);
    expect(await marks(pull)).toContain('ada pusher');
  });

  test('who brought a lockfile into a base that is no baseline, beyond the pull request itself', async () => {
    shop.branch('side', shop.commit({ files: { [lock]: 'evil' }, parents: [tip], by: ada }));
    const side = shop.branches.get('side')?.sha ?? '';
    const head = shop.commit({ files: { [lock]: 'evil', a: 'a' }, parents: [side], by: renovate });
    const pull = shop.pullRequest({ head, base: 'side', author: renovate, headRef: 'bump' });
    expect(await marks(pull)).toContain('ada commit-author');
    expect(await marks(pull, { trusted: 'side' })).not.toContain('ada commit-author');
  });

  test('those of a merged pull request, whose branch is gone', async () => {
    const pull = open(renovate);
    grow(pull, { [lock]: '2' }, { by: bea }, ada);
    mergePull(shop, pull);
    shop.moved(pull, { kind: 'branch_deletion', before: pull.head, after: null, actor: cleo });
    const found = await marks(pull);
    expect(found).toEqual(expect.arrayContaining(['ada pusher', 'bea commit-author', 'renovate[bot] pusher']));
    expect(found.join()).not.toContain('cleo');
  });
});

describe('the honest way stays open', () => {
  const others = async (...args: Parameters<typeof read>) =>
    (await marks(...args)).filter((mark) => mark.startsWith('ada'));

  test('an approver who clicked "Update branch", even where Renovate rebased it away', async () => {
    const pull = open(renovate);
    tip = shop.commit({ files: { [lock]: '0', b: 'b' }, branch: 'main' });
    const parents = [pull.head, tip];
    shop.push(pull, shop.commit({ files: { [lock]: '1', b: 'b' }, parents, by: ada, committedBy: webFlow }), {
      by: ada,
    });
    expect(await others(pull)).toEqual([]);
    shop.push(pull, shop.commit({ files: { [lock]: '1', b: 'b' }, parents: [tip], by: renovate }));
    expect(await others(pull)).toEqual([]);
  });

  test('but not one who changed the lockfile by it', async () => {
    const pull = open(renovate);
    tip = shop.commit({ files: { [lock]: '0', b: 'b' }, branch: 'main' });
    const parents = [pull.head, tip];
    shop.push(pull, shop.commit({ files: { [lock]: 'evil' }, parents, by: ada, committedBy: webFlow }), { by: ada });
    expect(await others(pull)).toEqual(['ada pusher', 'ada commit-author']);
  });

  test('an approver who rebased it', async () => {
    const pull = open(renovate);
    tip = shop.commit({ files: { [lock]: '0', b: 'b' }, branch: 'main' });
    const files = { [lock]: '1', b: 'b' };
    shop.push(pull, shop.commit({ files, parents: [tip], by: renovate, committedBy: ada }), { by: ada });
    expect(await others(pull)).toEqual([]);
  });

  test('an approver whose suggestion for a README was taken, and one who mended a conflict in a fork', async () => {
    const pull = open(bea, { fork: true });
    grow(pull, { 'README.md': 'x' }, { by: bea, with: [ada], committedBy: webFlow });
    tip = shop.commit({ files: { [lock]: '0', 'README.md': 'y' }, branch: 'main' });
    grow(pull, { 'README.md': 'xy' }, { by: ada, committedBy: webFlow, parents: [pull.head, tip] }, ada);
    expect(await read(pull)).toMatchObject({ extra: 0 });
    expect(await others(pull)).toEqual([]);
  });

  test('an approver who ran the failed job of a fork again', async () => {
    const pull = open(bea, { fork: true });
    shop.areForksPublic = false;
    const run = { id: 1, path: 'x.yml', conclusion: 'failure', headBranch: 'bump' } as const;
    shop.runs = [{ ...run, headSha: pull.head, headRepository: shop.id + 90_000, actor: bea, triggeringActor: ada }];
    expect(await read(pull)).toMatchObject({ extra: 1 });
    expect(await others(pull)).toEqual([]);
  });

  test('a contributor whose address no account answers to, from a fork', async () => {
    const head = shop.commit({
      files: { [lock]: '1' },
      parents: [tip],
      author: { name: 'B', email: 'b@home.example' },
    });
    const pull = shop.pullRequest({ head, author: bea, fork: true, headRef: 'bump' });
    expect(await read(pull)).toMatchObject({ extra: 0, marks: [{ as: 'author' }, { as: 'pusher' }] });
  });
});

describe('who pushed has to be known', () => {
  const fix = 'push the branch anew under a new name, and open another pull request from it.';

  test('a short activity list is an error', async () => {
    const pull = open(renovate);
    for (let count = 0; count < 3; count += 1) grow(pull, { a: String(count) }, { by: renovate });
    shop.activityLimit = 2;
    expect(await failure(read(pull))).toBe(
      `approvals-unavailable: GitHub lists the pushes to its branch with a gap (\`bump\`), so who proposed pull request #1 is not known; ${fix}`,
    );
  });

  test('a push by nobody is an error', async () => {
    const pull = open(renovate);
    shop.activity[0] = { ...(shop.activity[0] as (typeof shop.activity)[0]), actor: null };
    expect(await failure(read(pull))).toContain(`does not say who made one of the pushes to its branch`);
  });

  test('a head that GitHub has not listed yet is asked for again, for a minute', async () => {
    const pull = open(renovate);
    const entry = shop.activity.splice(0);
    meanwhile = () => waits.length === 2 && shop.activity.push(...entry);
    expect(await marks(pull)).toContain('renovate[bot] pusher');
    shop.activity.splice(0);
    meanwhile = () => {};
    waits = [];
    expect(await failure(read(pull))).toContain(`does not list who pushed its head (\`bump\`)`);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(60_000);
  });

  test('a list of many pages is read to where the branch was made', async () => {
    const pull = open(renovate, { openedBy: cleo });
    const first = pull.head;
    const second = shop.commit({ files: { [lock]: '1', x: 'x' }, parents: [tip], by: renovate });
    for (let count = 0; count < 120; count += 1) shop.push(pull, count % 2 === 0 ? second : first);
    expect(await marks(pull, { settle: new Set(), isUnasked: () => true })).toContain('cleo pusher');
    expect(routes()).toEqual(Array(2).fill(activityRoute));
  });

  test('a long-lived branch is followed to a commit that the base has', async () => {
    const pull = open(ada, { headRef: 'develop' });
    shop.activity.splice(0);
    for (const [before, after, actor] of [
      ['f'.repeat(40), tip, cleo],
      [tip, pull.head, bea],
    ] as const) {
      shop.moved(pull, { kind: 'push', before, after, actor, at: '2025-12-01T00:00:00Z' });
    }
    expect(await marks(pull, { settle: new Set() })).toEqual([
      'ada author',
      'bea pusher',
      'ada commit-author',
      'ada committer',
    ]);
    expect(routes()).toEqual([activityRoute, 'GET /repos/{owner}/{repo}/compare/{basehead}']);
  });

  test('a refusal is an error that says what to grant', async () => {
    const pull = open(renovate);
    github.fail(activityRoute, { status: 403 });
    expect(await failure(read(pull))).toBe(
      'approvals-unavailable: GitHub did not provide who pushed to `bump`: the token may not do this (HTTP 403); give the token `contents: read`.',
    );
  });
});

describe('a fork', () => {
  test("has its own repository's activity", async () => {
    const pull = open(bea, { fork: true });
    grow(pull, { [lock]: '2' }, { by: bea }, cleo);
    expect(await read(pull)).toMatchObject({ extra: 0 });
    expect(await marks(pull)).toContain('cleo pusher');
  });

  const privately = () => {
    const pull = open(bea, { fork: true });
    grow(pull, { [lock]: '2' }, { by: bea }, cleo);
    shop.areForksPublic = false;
    shop.isPrivate = true;
    const run = { path: 'x.yml', conclusion: 'failure', headBranch: 'bump', headRepository: shop.id + 90_000 } as const;
    shop.runs = [
      ...[
        { ...run, id: 1, headSha: 'a'.repeat(40), actor: bea },
        { ...run, id: 2, headSha: pull.head, actor: cleo },
      ],
      { ...run, id: 3, headSha: pull.head, actor: ada, headRepository: shop.id },
    ];
    return pull;
  };

  test('that cannot be read is judged by who started the runs here, and one more approver', async () => {
    const pull = privately();
    const found = await read(pull, { settle: new Set() }, { actions: 'read' });
    expect(found).toMatchObject({ extra: 1, because: expect.stringContaining('pushed to the fork') as unknown });
    expect(found.marks.filter(({ as }) => as === 'pusher').map(({ account }) => account.login)).toEqual([
      'bea',
      'cleo',
    ]);
    expect(routes()).toEqual([activityRoute, 'GET /repos/{owner}/{repo}/actions/runs']);
  });

  test('whose runs cannot be read either is an error that says what to grant', async () => {
    expect(await failure(read(privately()))).toContain(
      'the token may not do this (HTTP 403); give the token `actions: read`',
    );
  });

  test('with no run on its head is an error', async () => {
    const pull = privately();
    shop.runs = shop.runs.slice(0, 1);
    expect(await failure(read(pull, {}, { actions: 'read' }))).toContain('does not say who pushed to the fork');
  });

  test('that was deleted is judged by the runs too', async () => {
    const pull = privately();
    pull.isForkGone = true;
    shop.runs = shop.runs.slice(0, 2).map((run) => ({ ...run, headRepository: null }));
    github.fail('GET /repos/{owner}/{repo}/actions/runs', { status: 403 });
    expect(await failure(read(pull, {}, { actions: 'read' }))).toContain('give the token `actions: read`');
  });

  test('whose server fails is an error, and no fork that cannot be read', async () => {
    const pull = privately();
    github.fail(activityRoute, { status: 502 });
    expect(await failure(read(pull, {}, { actions: 'read' }))).toContain('GitHub failed (HTTP 502)');
  });
});

describe('what an App opened', () => {
  test('has a known requester where somebody assigned the App before, on an issue that it linked', async () => {
    const issue = openIssue(shop, cleo);
    assign(shop, issue, ada, agent);
    const pull = open(agent);
    link(shop, pull, issue, agent);
    assign(shop, pull, agent, bea);
    const found = await read(pull);
    expect(found.extra).toBe(0);
    expect(found.marks.map(({ account, as }) => `${account.login} ${as}`)).toEqual(
      expect.arrayContaining(['ada requester', 'ada assigner', 'bea assigner', 'cleo assigner']),
    );
  });

  test('needs one more approver where an operator has somebody else assign it afterwards', async () => {
    const pull = open(agent);
    const issue = openIssue(shop, bea);
    assign(shop, issue, bea, agent);
    link(shop, pull, issue, ada);
    link(shop, pull, issue, agent);
    expect(await read(pull)).toMatchObject({ extra: 1 });
  });

  test.each(['ConnectedEvent', 'DisconnectedEvent', 'CrossReferencedEvent'] as const)(
    'has the people of an issue of a %s as proposers',
    async (how) => {
      const pull = open(agent);
      const issue = openIssue(shop, cleo);
      assign(shop, issue, ada, bea, false);
      link(shop, pull, issue, null, how);
      expect(await marks(pull)).toEqual(expect.arrayContaining(['ada assigner', 'bea assigner', 'cleo assigner']));
    },
  );

  test('needs nobody more where the policy knows that nobody asks the App, whomever it assigns', async () => {
    const pull = open(renovate);
    assign(shop, pull, renovate, ada);
    const found = await read(pull, { isUnasked: ({ id }) => id === renovate.id });
    expect([found.extra, found.marks.filter(({ account }) => account.id === ada.id)]).toEqual([0, []]);
  });

  test('is an error where the token may not read the issues of a private repository', async () => {
    const pull = open(agent);
    shop.isPrivate = true;
    link(shop, pull, openIssue(shop, cleo), agent);
    expect(await failure(read(pull))).toContain('give the token `pull-requests: read` and `issues: read`');
    expect(await failure(read(pull, {}, { issues: 'read' }))).toBe('no failure');
  });
});

describe('requests are spent only on those whose lines could count', () => {
  test('a person proposed, and an approver who has no part in it: the activity alone', async () => {
    const pull = open(bea);
    await read(pull, { settle: new Set() });
    expect(routes()).toEqual([activityRoute]);
    await read(pull, { settle: new Set([ada.id]) });
    expect(routes()).toEqual([activityRoute]);
  });

  test('an approver who is plainly a proposer costs nothing more', async () => {
    const pull = open(renovate);
    grow(pull, { 'README.md': 'x' }, { by: ada }, ada);
    await read(pull, { settle: new Set([ada.id]), isUnasked: () => true });
    expect(routes()).toEqual([activityRoute]);
  });

  test('an approver who clicked "Update branch" costs the trees of that', async () => {
    const pull = open(bea);
    tip = shop.commit({ files: { [lock]: '0', b: 'b' }, branch: 'main' });
    const parents = [pull.head, tip];
    shop.push(pull, shop.commit({ files: { [lock]: '1', b: 'b' }, parents, by: ada, committedBy: webFlow }), {
      by: ada,
    });
    expect((await read(pull, { settle: new Set([ada.id]) })).marks.map(({ account }) => account.login)).not.toContain(
      'ada',
    );
    expect(routes()).toEqual([
      activityRoute,
      ...Array<string>(4).fill('GET /repos/{owner}/{repo}/git/trees/{tree_sha}'),
    ]);
  });
});
