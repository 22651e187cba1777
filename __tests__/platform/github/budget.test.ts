import { describe, expect, test } from '@jest/globals';

import type { GitHubClient } from '../../../src/platform/github/api.ts';
import { withBudget } from '../../../src/platform/github/budget.ts';

/** Work that can wait leaves the hour's requests to the checks of others. */

const blob = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}';
const pull = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';

/** A client that notes what it sends; of `allowance` requests in this hour, if GitHub says so. */
function client(allowance?: number): { readonly sent: string[]; readonly client: GitHubClient } {
  const sent: string[] = [];
  return {
    sent,
    client: {
      request: (route) => {
        sent.push(route);
        const left = allowance === undefined ? {} : { 'x-ratelimit-remaining': String(allowance - sent.length) };
        return Promise.resolve({ status: 200, headers: left, data: null });
      },
      graphql: () => Promise.reject(new Error('not asked')),
      viewer: () => Promise.reject(new Error('not asked')),
      pause: () => Promise.resolve(),
    },
  };
}

async function spend(budget: ReturnType<typeof withBudget>, most = 1000): Promise<unknown> {
  try {
    for (let number = 0; number < most; number += 1) await budget.client.request(pull, { pull_number: number });
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('a budget', () => {
  test('is not exceeded', async () => {
    const { sent, client: inner } = client();
    expect(await spend(withBudget(inner, 300))).toMatchObject({ code: 'budget' });
    expect(sent).toHaveLength(300);
  });

  test('is half of what GitHub still allows, where that is less', async () => {
    const { sent, client: inner } = client(100);
    const budget = withBudget(inner, 300);
    expect(await spend(budget)).toMatchObject({ code: 'budget' });
    expect(sent.length).toBeLessThanOrEqual(51);
    expect(budget.left()).toBe(0);
  });

  test('is spent once for an object of git, and each time for what may change', async () => {
    const { sent, client: inner } = client();
    const budget = withBudget(inner, 10);
    for (const id of ['a', 'b', 'a', 'a']) await budget.client.request(blob, { owner: 'o', repo: 'r', file_sha: id });
    for (const number of [1, 1]) await budget.client.request(pull, { pull_number: number });
    expect(sent).toEqual([blob, blob, pull, pull]);
    expect(budget.left()).toBe(6);
  });

  test('still lets through what has been decided', async () => {
    const { sent, client: inner } = client();
    const budget = withBudget(inner, 0);
    await budget.client.request('POST /repos/{owner}/{repo}/statuses/{sha}', {});
    expect(sent).toHaveLength(1);
  });
});
