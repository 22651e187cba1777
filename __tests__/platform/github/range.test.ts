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
  github = await startGitHub();
  shop = github.repository('octo/shop');
  tip = shop.commit({ files: { 'package.json': '{}' }, branch: 'main' });
  head = shop.commit({ files: { 'package.json': '{}', a: 'a' }, parents: [tip] });
});
afterEach(() => github.close());

async function range(event: RunnerEvent, token = github.token): Promise<Range> {
  const files = { reportFile: 'r', evidenceFile: 'e', sarifFile: 's' };
  const inputs = {
    policyPath: 'p',
    refreshTrust: false,
    comment: true,
    review: false,
    annotations: 'commands',
    sarif: 'none',
    ...files,
  } as const;
  const connection = { apiUrl: github.url, token };
  const client = await connect(connection, { clock: { now: () => 0, sleep: () => Promise.resolve() } });
  const { sha, name, payload } = event;
  const { event: parsed } = parseEvent(name, payload);
  const request = { owner: 'octo', repo: 'shop', repositoryId: 7000, sha, event: parsed, inputs, ...connection };
  if (request.event.kind === 'workflow_run') throw new Error('it judges nothing by itself');
  return chooseRange(request, client, request.event);
}

async function failure(event: RunnerEvent, token?: string): Promise<GateFailure> {
  const error: unknown = await range(event, token).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(GateFailure);
  return error as GateFailure;
}

describe('pull_request', () => {
  test('the test merge against its first parent, not against a base that lags', async () => {
    const newer = shop.commit({ files: { 'package.json': '{}', b: 'b' }, branch: 'main' });
    const pull = shop.pullRequest({ head });
    const event = pullRequestEvent(shop, { ...pull, base: tip });
    expect(await range(event)).toEqual({ kind: 'check', base: newer, policy: newer, head: pull.merge, notes: [] });
  });

  test('a merge that is not of this head is not taken: GitHub is asked for the one that is', async () => {
    const pull = shop.pullRequest({ head });
    const stale = pull.merge ?? '';
    const next = shop.commit({ files: { 'package.json': '{}', a: 'b' }, parents: [head] });
    shop.push(pull, next);
    const event = { ...pullRequestEvent(shop, pull), sha: stale };
    expect(await range(event)).toMatchObject({ base: tip, head: pull.merge });
  });

  test('a head that has moved on is left to its own run', async () => {
    const pull = shop.pullRequest({ head });
    const event = { ...pullRequestEvent(shop, pull), sha: tip };
    shop.push(pull, shop.commit({ files: {}, parents: [head] }));
    expect(await failure(event)).toMatchObject({ code: 'event', message: expect.stringContaining('newer head') });
  });

  test('no merge because of conflicts says so', async () => {
    const event = pullRequestEvent(shop, shop.pullRequest({ head, conflicts: true }));
    expect(await failure(event)).toMatchObject({ code: 'event', message: expect.stringContaining('conflicts with') });
  });

  test('no merge yet says so', async () => {
    const pull = shop.pullRequest({ head, conflicts: true });
    pull.mergeable = null;
    const { code, message } = await failure(pullRequestEvent(shop, pull));
    expect([code, message]).toEqual(['event', expect.stringContaining('run the workflow again')]);
  });

  test.each([
    ['unprotected', false],
    ['protected', true],
  ])('a base branch that is %s', async (_, isProtected) => {
    const bad = shop.commit({ files: { 'package.json': '{}', bad: 'x' }, parents: [tip] });
    shop.branch('feature/next', bad, { protected: isProtected });
    const pull = shop.pullRequest({ base: 'feature/next', head });
    const chosen = await range(pullRequestEvent(shop, pull));
    const baseline = isProtected ? bad : tip;
    expect(chosen).toMatchObject({ kind: 'check', base: baseline, policy: baseline, head: pull.merge });
    expect(chosen).toHaveProperty('notes.length', isProtected ? 0 : 1);
  });

  test('a base branch that is gone is no baseline either', async () => {
    shop.branch('gone', tip);
    const pull = shop.pullRequest({ base: 'gone', head });
    shop.branches.delete('gone');
    expect(await range(pullRequestEvent(shop, pull))).toMatchObject({ base: tip });
  });
});

describe('what GitHub does not tell is an error', () => {
  const branch = 'GET /repos/{owner}/{repo}/branches/{branch}';
  test.each([
    ['a branch that cannot be read', branch, { status: 503 }],
    ['a branch without `protected`', branch, { status: 200, body: '{"commit":{"sha":"x"}}' }],
    ['a reply that is no JSON', branch, { status: 200, body: '<html>' }],
    ['a commit that may not be read', 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { status: 403 }],
    ['a repository that cannot be reached', 'GET /repos/{owner}/{repo}', { behaviour: 'reset' as const }],
    ['a reply cut short', 'GET /repos/{owner}/{repo}', { behaviour: 'truncate' as const }],
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
  test('merge_group: the group against its base', async () => {
    expect(await range(mergeGroupEvent(shop, tip, head))).toEqual({
      kind: 'check',
      base: tip,
      policy: tip,
      head,
      notes: [],
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

  test.each(['refs/heads/wip', 'refs/tags/v1'])('a new %s is compared with the default branch', async (ref) => {
    const event = pushEvent(shop, { ref, after: head });
    expect(await range(event)).toMatchObject({ kind: 'check', base: tip, policy: tip, head });
  });

  test('the first push of the default branch: everything is new', async () => {
    const event = pushEvent(shop, { ref: 'refs/heads/main', after: tip });
    expect(await range(event)).toEqual({ kind: 'check', head: tip, policy: tip, notes: [] });
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
