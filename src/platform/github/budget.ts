import { GateFailure } from '../../errors.ts';
import type { ApiReply, ApiRequest, GitHubClient } from './api.ts';

/** A client that asks only so often, and what is left of that. */
export interface Budget {
  readonly client: GitHubClient;
  /** Requests that may still be sent. */
  readonly left: () => number;
}

/** Objects of git never change: a later question for the same one costs nothing. */
const lasting = new Set([
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
]);

/**
 * A client with a budget, for work that can wait: a job's token has 1,000 requests an hour for everything that a repository
 * runs, and the checks of others come first. It takes at most half of what GitHub says is left. What has been decided is
 * still written, so that nothing stays half done.
 */
export function withBudget(client: GitHubClient, most: number): Budget {
  const known = new Map<string, Promise<ApiReply>>();
  let left = most;
  let reserve: number | undefined;

  async function send(route: string, parameters: Readonly<Record<string, unknown>>): Promise<ApiReply> {
    if (left <= 0 && route.startsWith('GET ')) {
      throw new GateFailure('budget', `the ${most} requests that this run may send are spent; the next one goes on`);
    }
    left -= 1;
    const reply = await client.request(route, parameters);
    const remaining = Number(reply.headers['x-ratelimit-remaining'] ?? NaN);
    if (remaining >= 0) {
      reserve ??= Math.floor(remaining / 2);
      left = Math.min(left, remaining - reserve);
    }
    return reply;
  }
  const request: ApiRequest = (route, parameters = {}) => {
    if (!lasting.has(route)) return send(route, parameters);
    const key = JSON.stringify([route, parameters]);
    const reply = known.get(key) ?? send(route, parameters);
    known.set(key, reply);
    return reply;
  };
  return { client: { ...client, request }, left: () => Math.max(0, left) };
}
