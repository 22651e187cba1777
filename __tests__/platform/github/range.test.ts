import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { GateFailure } from '../../../src/errors.ts';
import { connect } from '../../../src/platform/github/api.ts';
import { parseEvent } from '../../../src/platform/github/event.ts';
import { chooseRange } from '../../../src/platform/github/range.ts';
import type { Range } from '../../../src/platform/port.ts';
import {
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowDispatchEvent,
} from '../../support/github-events.ts';
import type { RunnerEvent } from '../../support/github-events.ts';
import { startGitHub } from '../../support/loopback-github.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../../support/loopback-github.ts';

let github: LoopbackGitHub;
let shop: LoopbackRepository;
let tip: string;
let head: string;

beforeEach(async () => {
  [waited, policyAt, declared, meanwhile] = [[], [], [], () => {}];
  github = await startGitHub();
  shop = github.repository('octo/shop');
  tip = shop.commit({ files: { 'package.json': '{}' }, branch: 'main' });
  head = shop.commit({ files: { 'package.json': '{}', a: 'a' }, parents: [tip] });
});
afterEach(() => github.close());

/** The waits that a run asks for, and what happens meanwhile. */
let waited: number[];
let meanwhile: () => void;
/** What the policy of the default branch declares. */
let declared: readonly string[];
let policyAt: string[];

async function range(event: RunnerEvent, token = github.token): Promise<Range> {
  const files = { reportFile: 'r', evidenceFile: 'e', sarifFile: 's', recordsFolder: 'd' };
  const inputs = {
    policyPath: 'p',
    isPolicyNamed: false,
    status: false,
    audit: true,
    refreshTrust: false,
    comment: true,
    review: false,
    annotations: 'commands',
    sarif: 'none',
    ...files,
  } as const;
  const connection = { apiUrl: github.url, token };
  const sleep = (ms: number) => {
    waited.push(ms);
    meanwhile();
    return Promise.resolve();
  };
  const client = await connect(connection, { clock: { now: () => 0, sleep } });
  const { sha, name, payload } = event;
  const { event: parsed } = parseEvent(name, payload);
  const request = { owner: 'octo', repo: 'shop', repositoryId: 7000, sha, event: parsed, inputs, ...connection };
  if (request.event.kind === 'workflow_run' || request.event.kind === 'issue_comment')
    {throw new Error('it judges nothing by itself');}
  return chooseRange(request, client, request.event, (commit) => {
    policyAt.push(commit);
    return Promise.resolve(declared);
  });
}

async function failure(event: RunnerEvent, token?: string): Promise<GateFailure> {
  const error: unknown = await range(event, token).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(GateFailure);
  return error as GateFailure;
}

/** A commit of its own; with `branch` its new tip. */
const commit = (name: string, ...parents: readonly string[]) =>
  shop.commit({ files: { 'package.json': '{}', [name]: name }, parents });
const restricting = [{ type: 'creation' }, { type: 'update' }];
const asked = (end: string) => github.requests.filter(({ route }) => route.endsWith(end)).length;

describe('pull_request', () => {
  test('the test merge against its first parent, not against a base that lags', async () => {
    const newer = shop.commit({ files: { 'package.json': '{}', b: 'b' }, branch: 'main' });
    const pull = shop.pullRequest({ head });
    const event = pullRequestEvent(shop, { ...pull, base: tip });
    expect(await range(event)).toEqual({
      ...{ kind: 'check', base: newer, policy: newer, head: pull.merge, also: [], notes: [] },
      ...{ baseRef: 'main', baseRefs: ['main'], whyOutdated: expect.any(Function) },
      ...{ trustedRef: 'main', comments: 0 },
    });
  });

  test('a re-run repeats the merge of the event: the newest one is taken', async () => {
    const pull = shop.pullRequest({ head });
    const event = pullRequestEvent(shop, pull);
    const newer = shop.commit({ files: { 'package.json': '{}', b: 'b' }, branch: 'main' });
    shop.retarget(pull, 'main');
    expect(await range(event)).toMatchObject({ base: newer, policy: newer, head: pull.merge });
  });

  test('a re-run after a retarget repeats the base of the event: the one of now is taken', async () => {
    const harm = commit('harm', tip);
    shop.branch('next', harm, { protected: true });
    const pull = shop.pullRequest({ base: 'next', head });
    const event = pullRequestEvent(shop, pull);
    shop.retarget(pull, 'main');
    const found = await range(event);
    expect(found).toMatchObject({ base: tip, policy: tip, head: pull.merge, also: [] });
    expect(found).toHaveProperty('notes', ['The pull request was retargeted from `next` to `main`.']);
  });

  test('right after a retarget GitHub still names the merge into the former base: it is asked again, with patience', async () => {
    declared = ['next'];
    shop.branch('next', commit('harm', tip));
    const pull = shop.pullRequest({ base: 'next', head });
    const event = pullRequestEvent(shop, pull);
    shop.retarget(pull, 'main', { computing: 3 });
    expect(await range(event)).toMatchObject({ base: tip, head: pull.merge });
    expect(waited).toEqual([1000, 2000, 4000]);
  });

  test('a merge that GitHub is replacing is not taken, into a branch that is no baseline either', async () => {
    shop.branch('one', commit('one', tip));
    shop.branch('two', commit('two', tip));
    const pull = shop.pullRequest({ base: 'one', head });
    shop.retarget(pull, 'two', { computing: 1 });
    expect(await range(pullRequestEvent(shop, pull))).toMatchObject({ base: shop.branches.get('two')?.sha });
    expect(waited).toEqual([1000]);
  });

  test('a merge whose first parent was never a tip of the base branch is not taken, whatever GitHub says of it', async () => {
    shop.branch('next', commit('harm', tip));
    const pull = shop.pullRequest({ base: 'next', head });
    pull.baseRef = 'main';
    expect(await failure(pullRequestEvent(shop, pull))).toMatchObject({
      ...{ code: 'event', message: expect.stringContaining('no test merge') },
    });
    meanwhile = () => shop.retarget(pull, 'main');
    expect(await range(pullRequestEvent(shop, pull))).toMatchObject({ base: tip });
  });

  test('a merge that lags behind the base branch is taken, and the policy is of the tip', async () => {
    const pull = shop.pullRequest({ head });
    const newer = shop.commit({ files: { 'package.json': '{}', b: 'b' }, branch: 'main' });
    expect(await range(pullRequestEvent(shop, pull))).toMatchObject({ base: tip, policy: newer, head: pull.merge });
    expect(waited).toEqual([]);
  });

  test('a merge that is not of this head is not taken: GitHub is asked for the one that is', async () => {
    const pull = shop.pullRequest({ head });
    const stale = pull.merge ?? '';
    const next = shop.commit({ files: { 'package.json': '{}', a: 'b' }, parents: [head] });
    shop.push(pull, next);
    const event = { ...pullRequestEvent(shop, pull), sha: stale };
    expect(await range(event)).toMatchObject({ base: tip, head: pull.merge });
  });

  test('a head that is gone is superseded, before and while GitHub computes', async () => {
    const pull = shop.pullRequest({ head });
    const event = pullRequestEvent(shop, pull);
    pull.computing = 1;
    meanwhile = () => shop.push(pull, shop.commit({ files: {}, parents: [head] }));
    const superseded = { kind: 'superseded', reason: expect.stringContaining('newer head') };
    expect(await range(event)).toEqual(superseded);
    meanwhile = () => {};
    expect(await range(event)).toEqual(superseded);
  });

  test('a pull request that was closed meanwhile is superseded', async () => {
    const pull = shop.pullRequest({ head });
    pull.state = 'closed';
    expect(await range(pullRequestEvent(shop, pull))).toMatchObject({ kind: 'superseded' });
  });

  test('no merge because of conflicts says so', async () => {
    const event = pullRequestEvent(shop, shop.pullRequest({ head, conflicts: true }));
    expect(await failure(event)).toMatchObject({ code: 'event', message: expect.stringContaining('conflicts with') });
  });

  test("the event's merge is taken where GitHub still computes after half a minute, if it is one into the base of now", async () => {
    const pull = shop.pullRequest({ head });
    const event = pullRequestEvent(shop, pull);
    const newer = shop.commit({ files: { 'package.json': '{}', b: 'b' }, branch: 'main' });
    shop.retarget(pull, 'main', { computing: 100 });
    expect(await range(event)).toMatchObject({ base: tip, policy: newer, head: event.sha });
    shop.branch('next', commit('harm', tip));
    const other = shop.pullRequest({ head: commit('other', tip), base: 'next' });
    const former = pullRequestEvent(shop, other);
    shop.retarget(other, 'main', { computing: 100 });
    expect(await failure(former)).toMatchObject({ code: 'event' });
  });

  test('no merge in half a minute says so', async () => {
    const pull = shop.pullRequest({ head });
    pull.computing = 100;
    const { code, message } = await failure({ ...pullRequestEvent(shop, pull), sha: head });
    expect([code, message]).toEqual(['event', expect.stringContaining('run the workflow again')]);
    expect(waited.reduce((sum, ms) => sum + ms, 0)).toBe(31_000);
  });
});

describe('a base branch', () => {
  let bad: string;
  beforeEach(() => {
    bad = commit('bad', tip);
    shop.branch('7.x', bad, { protected: true });
  });
  const into = (base: string) => range(pullRequestEvent(shop, shop.pullRequest({ base, head })));
  const look = (branch: string) => ({
    ...{ base: tip, head, reason: { kind: 'not-a-baseline', branch, defaultBranch: 'main' } },
  });

  test('that the policy does not name is judged against the default branch too, protected or not', async () => {
    shop.branch('helper', bad);
    for (const branch of ['7.x', 'helper']) {
      expect(await into(branch)).toMatchObject({ base: bad, policy: tip, also: [look(branch)] });
      for (const pull of shop.pulls.values()) pull.state = 'closed';
    }
  });

  test('that the policy of the default branch names is the past, and nothing else is its', async () => {
    declared = ['7.x'];
    expect(await into('7.x')).toMatchObject({ base: bad, policy: tip, also: [], notes: [] });
    expect(new Set(policyAt)).toEqual(new Set([tip]));
  });

  test('that is the default branch needs no word in the policy, which is not read for it', async () => {
    expect(await into('main')).toMatchObject({ base: tip, also: [] });
    expect(policyAt).toEqual([]);
  });

  test.each([
    ['restrict creation and updates', restricting, true, undefined],
    ['restrict creation alone', [{ type: 'creation' }], false, 'do not restrict'],
    ['restrict updates alone', [{ type: 'update' }], false, 'do not restrict'],
    ["are GitHub's own default ones", [{ type: 'deletion' }, { type: 'non_fast_forward' }], false, 'do not restrict'],
    ['are none', [], false, 'do not restrict'],
  ])(
    'that matches a pattern counts only where its rules restrict who makes it: they %s',
    async (_, rules, counts, why) => {
      declared = ['release/*'];
      shop.branch('release/x', bad, { protected: true });
      shop.rulesOf.set('release/x', rules);
      shop.rules = restricting;
      const found = await into('release/x');
      expect(found).toHaveProperty('also', counts ? [] : [look('release/x')]);
      expect(found).toHaveProperty('notes', why === undefined ? [] : [expect.stringContaining(why)]);
    },
  );

  test('whose rules cannot be read does not count by a pattern', async () => {
    declared = ['release/*'];
    shop.branch('release/x', bad);
    shop.rulesOf.set('release/x', restricting);
    github.fail('GET /repos/{owner}/{repo}/rules/branches/{branch}', { status: 403, message: 'Forbidden' });
    const found = await into('release/x');
    expect(found).toHaveProperty('also', [look('release/x')]);
    expect(found).toHaveProperty('notes', [expect.stringContaining('could not be read')]);
  });

  test('deeper than a pattern reaches does not match it', async () => {
    declared = ['release/*'];
    shop.branch('release/x/y', bad);
    shop.rulesOf.set('release/x/y', restricting);
    expect(await into('release/x/y')).toHaveProperty('also', [look('release/x/y')]);
    expect(asked('/rules/branches/{branch}')).toBe(0);
  });

  test('that is the head of an open pull request is said to be stacked on it', async () => {
    shop.branch('part-1', head);
    const first = shop.pullRequest({ head, headRef: 'part-1' });
    const second = commit('second', head);
    const found = await range(pullRequestEvent(shop, shop.pullRequest({ base: 'part-1', head: second })));
    expect(found).toHaveProperty('also', [
      { base: tip, head: second, reason: { ...look('part-1').reason, stackedOn: first.number } },
    ]);
  });

  test('that is gone is no baseline either', async () => {
    declared = [];
    const pull = shop.pullRequest({ base: '7.x', head });
    shop.branches.delete('7.x');
    expect(await range(pullRequestEvent(shop, pull))).toHaveProperty('also', [look('7.x')]);
  });

  test('that the head left long ago: what the default branch gained since is not of the head', async () => {
    commit('other', tip);
    const newer = shop.commit({ files: { 'package.json': '{}', later: 'x' }, branch: 'main' });
    expect(await into('7.x')).toMatchObject({ policy: newer, also: [look('7.x')] });
  });

  test('and a head that have no ancestor in common with the default branch: its tip', async () => {
    const root = shop.commit({ files: { x: 'x' } });
    const alien = commit('alien', root);
    shop.branch('pages', root);
    const found = await range(pullRequestEvent(shop, shop.pullRequest({ base: 'pages', head: alien })));
    expect(found).toHaveProperty('also', [{ base: tip, head: alien, reason: look('pages').reason }]);
  });
});

describe('other open pull requests of the same head', () => {
  test('are judged too, from either side: a check belongs to the commit', async () => {
    declared = ['7.x'];
    const harm = commit('harm', tip);
    shop.branch('7.x', harm);
    const real = shop.pullRequest({ head });
    const decoy = shop.pullRequest({ head, base: '7.x' });
    const also = (branch: string, { number: pull }: { number: number }) => [
      { base: tip, head, reason: { kind: 'same-head', branch, pull } },
    ];
    expect(await range(pullRequestEvent(shop, decoy))).toMatchObject({ base: harm, also: also('main', real) });
    expect(await range(pullRequestEvent(shop, real))).toMatchObject({ base: tip, also: also('7.x', decoy) });
  });

  test('into a branch that is no baseline, from the one that is: the default branch too', async () => {
    declared = ['7.x'];
    shop.branch('7.x', commit('seven', tip));
    shop.branch('helper', commit('helper', tip));
    const pull = shop.pullRequest({ head, base: '7.x' });
    const other = shop.pullRequest({ head, base: 'helper' });
    const found = await range(pullRequestEvent(shop, pull));
    expect(found).toHaveProperty('also', [
      { base: tip, head, reason: { kind: 'not-a-baseline', branch: 'helper', defaultBranch: 'main' } },
      { base: tip, head, reason: { kind: 'same-head', branch: 'helper', pull: other.number } },
    ]);
  });

  test('count only if they are open, and have it as their head', async () => {
    shop.branch('7.x', commit('seven', tip));
    const closed = shop.pullRequest({ head, base: '7.x' });
    closed.state = 'closed';
    shop.pullRequest({ head: commit('more', head), base: '7.x' });
    expect(await range(pullRequestEvent(shop, shop.pullRequest({ head })))).toHaveProperty('also', []);
  });

  test('are found on the second page', async () => {
    for (let at = 0; at < 100; at += 1) shop.pullRequest({ head: commit(`more-${at}`, head) });
    shop.branch('helper', commit('helper', tip));
    shop.pullRequest({ head, base: 'helper' });
    expect(await range(pullRequestEvent(shop, shop.pullRequest({ head })))).toHaveProperty('also.length', 1);
  });

  test('into more branches than a run can compare: an error, never a part of them', async () => {
    for (let at = 0; at < 11; at += 1) {
      shop.branch(`b${at}`, commit(`b${at}`, tip));
      shop.pullRequest({ head, base: `b${at}` });
    }
    expect(await failure(pullRequestEvent(shop, shop.pullRequest({ head })))).toMatchObject({ code: 'budget' });
  });

  test('are looked for among all, where GitHub does not name even the one that is judged', async () => {
    shop.branch('helper', commit('helper', tip));
    const other = shop.pullRequest({ head, base: 'helper' });
    const pull = shop.pullRequest({ head });
    github.fail('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', { status: 200, body: '[]' });
    expect(await range(pullRequestEvent(shop, pull))).toMatchObject({ also: [{ reason: { pull: other.number } }] });
  });

  test.each<[string, () => void]>([
    ['a retarget', () => shop.retarget(shop.pullAt(1), 'main')],
    ['another pull request', () => void shop.pullRequest({ head })],
    ['a push', () => shop.push(shop.pullAt(1), commit('more', head))],
    ['a close', () => void (shop.pullAt(1).state = 'closed')],
  ])('%s while the run is under way makes it outdated', async (_, happen) => {
    declared = ['7.x'];
    shop.branch('7.x', commit('seven', tip));
    const found = await range(pullRequestEvent(shop, shop.pullRequest({ head, base: '7.x' })));
    const whyOutdated = found.kind === 'check' ? found.whyOutdated : undefined;
    expect(await whyOutdated?.()).toBeUndefined();
    happen();
    expect(await whyOutdated?.()).toMatch(/^Superseded: /);
  });

  test('that GitHub does not list: an error', async () => {
    const event = pullRequestEvent(shop, shop.pullRequest({ head }));
    github.fail('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', { status: 403, message: 'Forbidden' });
    expect(await failure(event)).toMatchObject({
      ...{ code: 'repository-unavailable', message: expect.stringContaining('`pull-requests: read`') },
    });
  });
});

describe('what GitHub does not tell is an error', () => {
  const branch = 'GET /repos/{owner}/{repo}/branches/{branch}';
  const pulls = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
  test.each([
    ['a branch that cannot be read', branch, { status: 503 }],
    ['a branch without a commit', branch, { status: 200, body: '{"commit":{"sha":"x"}}' }],
    ['a reply that is no JSON', branch, { status: 200, body: '<html>' }],
    ['a commit that may not be read', 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { status: 403 }],
    ['a pull request that cannot be reached', pulls, { behaviour: 'reset' as const }],
    ['a reply cut short', pulls, { behaviour: 'truncate' as const }],
    ['a comparison that fails', 'GET /repos/{owner}/{repo}/compare/{basehead}', { status: 503 }],
    ['which pull requests have the head', 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', { status: 500 }],
    ['what the base is the head of', 'GET /repos/{owner}/{repo}/pulls', { status: 500 }],
  ])('%s', async (_, route, how) => {
    shop.branch('feature/next', tip);
    const event = pullRequestEvent(shop, shop.pullRequest({ base: 'feature/next', head }));
    github.fail(route, how);
    const { code, message } = await failure(event);
    expect(code).toBe('repository-unavailable');
    expect(message).not.toContain('<html>');
  });

  test('a token that may not read contents: says what to grant', async () => {
    const event = pullRequestEvent(shop, shop.pullRequest({ head }));
    const { code, message } = await failure(event, github.issueToken({ contents: 'none' }));
    expect([code, message]).toEqual(['repository-unavailable', expect.stringContaining('`contents: read`')]);
  });
});

describe('other events', () => {
  describe('merge_group', () => {
    const queued = (number: number, base: string, at: string) =>
      shop.branch(`gh-readonly-queue/main/pr-${number}-${base}`, at);

    test('the group against the tip of the target branch', async () => {
      expect(await range(mergeGroupEvent(shop, tip, head))).toEqual({
        ...{ kind: 'check', base: tip, policy: tip, head, also: [], notes: [], trustedRef: 'main' },
      });
    });

    test('an entry in front has not landed: it is neither the past nor the policy, and is named', async () => {
      const second = commit('second', head);
      const third = commit('third', second);
      queued(1, tip, head);
      queued(2, head, second);
      const found = await range(mergeGroupEvent(shop, second, third));
      expect(found).toMatchObject({ base: tip, policy: tip, head: third, queue: { own: 1 } });
      const entries = found.kind === 'check' ? await found.queue?.entries() : undefined;
      expect(entries).toEqual([
        { commit: head, pull: 1 },
        { commit: second, pull: 2 },
      ]);
    });

    test('entries in front that GitHub does not name are one without a number', async () => {
      github.fail('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', { status: 403, message: 'Forbidden' });
      const found = await range(mergeGroupEvent(shop, head, commit('second', head)));
      const entries = found.kind === 'check' ? await found.queue?.entries() : undefined;
      expect(entries).toEqual([{ commit: head }]);
    });

    test('of a branch that is no baseline is judged against the default branch too, under its policy', async () => {
      const seven = commit('seven', tip);
      shop.branch('7.x', seven);
      const event = mergeGroupEvent(shop, seven, commit('more', seven));
      (event.payload as { merge_group: { base_ref: string } }).merge_group.base_ref = 'refs/heads/7.x';
      const found = await range(event);
      expect(found).toMatchObject({ base: seven, policy: tip, also: [{ base: tip }] });
      declared = ['7.x'];
      expect(await range(event)).toMatchObject({ base: seven, policy: tip, also: [] });
    });
  });

  test('push to the default branch: before to after', async () => {
    shop.branch('main', head);
    const event = pushEvent(shop, { ref: 'refs/heads/main', before: tip, after: head });
    expect(await range(event)).toMatchObject({ kind: 'check', base: tip, policy: tip, head });
  });

  test('push to a branch that anybody may push to: the default branch to after', async () => {
    const before = shop.commit({ files: {}, parents: [tip] });
    shop.branch('wip', head);
    const event = pushEvent(shop, { ref: 'refs/heads/wip', before, after: head });
    expect(await range(event)).toMatchObject({ kind: 'check', base: tip, policy: tip, head });
  });

  test('push to a declared baseline: before to after, under the policy of the default branch', async () => {
    declared = ['7.x'];
    const before = shop.commit({ files: {}, parents: [tip] });
    shop.branch('7.x', head);
    const event = pushEvent(shop, { ref: 'refs/heads/7.x', before, after: head });
    expect(await range(event)).toMatchObject({ kind: 'check', base: before, policy: tip, head });
  });

  test('push of what is the head of a pull request is judged for it too: its check shows there', async () => {
    declared = ['7.x'];
    const before = commit('seven', tip);
    const after = commit('more', before);
    shop.branch('7.x', after);
    const { number: pull } = shop.pullRequest({ head: after, headRef: '7.x' });
    const found = await range(pushEvent(shop, { ref: 'refs/heads/7.x', before, after }));
    const reason = { kind: 'same-head', branch: 'main', pull };
    expect(found).toMatchObject({ base: before, also: [{ base: tip, head: after, reason }] });
    const whyOutdated = found.kind === 'check' ? found.whyOutdated : undefined;
    expect(await whyOutdated?.()).toBeUndefined();
    shop.branch('next', tip);
    shop.pullRequest({ head: after, base: 'next' });
    expect(await whyOutdated?.()).toMatch(/^Superseded: /);
  });

  test('workflow_dispatch on the head of a pull request is no audit, which would be milder: it is judged as a change', async () => {
    shop.branch('wip', head);
    shop.pullRequest({ head, headRef: 'wip' });
    expect(await range(workflowDispatchEvent(shop, 'wip'))).toMatchObject({
      kind: 'check',
      base: tip,
      policy: tip,
      head,
    });
  });

  test.each(['refs/heads/wip', 'refs/tags/v1'])('a new %s is compared with the default branch', async (ref) => {
    const event = pushEvent(shop, { ref, after: head });
    expect(await range(event)).toMatchObject({ kind: 'check', base: tip, policy: tip, head });
  });

  test('the first push of the default branch: everything is new', async () => {
    const event = pushEvent(shop, { ref: 'refs/heads/main', after: tip });
    expect(await range(event)).toEqual({ kind: 'check', head: tip, policy: tip, also: [], notes: [] });
  });

  test('a deleted branch leaves nothing to judge', async () => {
    const event = pushEvent(shop, { ref: 'refs/heads/wip', before: head });
    expect(await range(event)).toMatchObject({ kind: 'nothing' });
    expect(github.requests).toHaveLength(0);
  });

  test('schedule audits the commit of the run under its own policy', async () => {
    expect(await range(scheduleEvent(shop))).toEqual({ kind: 'audit', head: tip, policy: tip, notes: [] });
  });

  test('workflow_dispatch on a branch that anybody may push to audits it under the policy of the default branch', async () => {
    shop.branch('wip', head);
    expect(await range(workflowDispatchEvent(shop, 'wip'))).toMatchObject({ kind: 'audit', head, policy: tip });
    expect(await range(workflowDispatchEvent(shop))).toMatchObject({ kind: 'audit', head: tip, policy: tip });
  });
});
