import type { GitHubClient } from './api.ts';
import { readFailure } from './failure.ts';

/**
 * A client that asks nothing more once GitHub's rate limit is reached and waiting was in vain: thousands of further requests
 * would all be refused, and GitHub counts them against the token.
 */
export function stoppedAtLimit(client: GitHubClient): GitHubClient {
  let reached: { readonly error: unknown } | undefined;
  return {
    ...client,
    request: async (route, parameters) => {
      if (reached !== undefined) throw reached.error;
      try {
        return await client.request(route, parameters);
      } catch (error) {
        if (readFailure(error, 0).kind === 'rate-limited') reached ??= { error };
        throw error;
      }
    },
  };
}
