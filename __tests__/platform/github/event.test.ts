import { describe, expect, test } from '@jest/globals';

import { parseEvent } from '../../../src/platform/github/event.ts';
import {
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowDispatchEvent,
} from '../../support/github-events.ts';
import { LoopbackRepository } from '../../support/github-repository.ts';

const shop = new LoopbackRepository('octo/shop', 7, 'main');
const base = shop.commit({ files: {}, branch: 'main' });
const head = shop.commit({ files: { a: 'a' }, parents: [base] });
const repository = { id: 7, full_name: 'octo/shop', default_branch: 'main' };

describe('events in the shape that GitHub sends', () => {
  test('pull_request', () => {
    const pull = shop.pullRequest({ head });
    const { name, payload } = pullRequestEvent(shop, pull);
    expect(parseEvent(name, payload)).toEqual({
      repository,
      event: {
        kind: 'pull_request',
        number: pull.number,
        headSha: head,
        headRef: pull.headRef,
        baseRef: 'main',
        fork: false,
        author: { login: 'mona', id: 1001, type: 'User' },
      },
    });
  });

  test.each([
    ['FIRST_TIME_CONTRIBUTOR', 'User', true],
    ['FIRST_TIMER', 'User', true],
    ['NONE', 'User', true],
    ['NONE', 'Bot', undefined],
    ['CONTRIBUTOR', 'User', undefined],
    ['OWNER', 'User', undefined],
    [undefined, 'User', undefined],
    [7, 'User', undefined],
  ])('pull_request of a %s, a %s: first time %s', (word, type, isFirstTime) => {
    const { name, payload } = pullRequestEvent(shop, shop.pullRequest({ head }));
    const { pull_request: pull } = payload as {
      pull_request: { author_association?: unknown; user: { type: string } };
    };
    pull.author_association = word;
    pull.user.type = type;
    expect(parseEvent(name, payload).event).toEqual(
      expect.objectContaining({ kind: 'pull_request', ...(isFirstTime === undefined ? {} : { isFirstTime }) }),
    );
    expect('isFirstTime' in parseEvent(name, payload).event).toBe(isFirstTime === true);
  });

  test('pull_request from a fork, and from a fork that is gone', () => {
    const { name, payload } = pullRequestEvent(shop, shop.pullRequest({ head, fork: true }));
    expect(parseEvent(name, payload).event).toMatchObject({ fork: true });
    (payload as { pull_request: { head: { repo: unknown } } }).pull_request.head.repo = null;
    expect(parseEvent(name, payload).event).toMatchObject({ fork: true });
  });

  test('merge_group', () => {
    const { name, payload } = mergeGroupEvent(shop, base, head);
    expect(parseEvent(name, payload)).toEqual({
      repository,
      event: {
        ...{ kind: 'merge_group', baseSha: base, headSha: head, baseRef: 'refs/heads/main' },
        headRef: `refs/heads/gh-readonly-queue/main/pr-1-${base}`,
      },
    });
  });

  test('push: a change, a new branch, a deleted branch', () => {
    const ref = 'refs/heads/main';
    const read = (ends: { before?: string; after?: string }) => {
      const { name, payload } = pushEvent(shop, { ref, ...ends });
      return parseEvent(name, payload).event;
    };
    expect(read({ before: base, after: head })).toEqual({ kind: 'push', ref, before: base, after: head });
    expect(read({ after: head })).toEqual({ kind: 'push', ref, after: head });
    expect(read({ before: base })).toEqual({ kind: 'push', ref, before: base });
  });

  test('schedule, whose payload holds nothing but the schedule', () => {
    const { name, payload } = scheduleEvent(shop);
    expect(parseEvent(name, payload)).toEqual({ event: { kind: 'schedule' } });
  });

  test('workflow_dispatch', () => {
    const { name, payload } = workflowDispatchEvent(shop);
    expect(parseEvent(name, payload)).toEqual({
      repository,
      event: { kind: 'workflow_dispatch', ref: 'refs/heads/main' },
    });
  });
});
