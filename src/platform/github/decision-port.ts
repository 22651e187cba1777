import type { CheckRange, DecisionPort } from '../port.ts';
import type { GitHubClient } from './api.ts';
import type { ActionRequest, JudgedRequest } from './request.ts';

/**
 * Where decisions about what an event brings come from; undefined where it has none. What reads them is loaded, and GitHub
 * asked, only for a pull request with comments.
 */
export function decisionsOf(
  request: JudgedRequest,
  client: GitHubClient,
  { trustedRef, comments = 0 }: CheckRange,
): DecisionPort | undefined {
  const { event, repositoryId } = request;
  if (event.kind !== 'pull_request' || trustedRef === undefined) return undefined;
  const { author, number, headSha } = event;
  const marks = isAccountType(author.type)
    ? [{ account: { id: author.id, login: author.login, type: author.type }, as: 'author' as const }]
    : [];
  const order = { number, headSha, trusted: trustedRef };
  return {
    ...{ repositoryId, author: { marks, extra: 0 } },
    ...(comments > 0 && { hear: hearing(request, client, order) }),
  };
}

/** Reads it when it is asked. */
const hearing =
  (
    request: ActionRequest,
    client: GitHubClient,
    order: { readonly number: number; readonly headSha: string; readonly trusted: string },
  ): NonNullable<DecisionPort['hear']> =>
  async (asked) =>
    (await import('./decisions/hear.ts')).hearPull(request, client, order, asked);

const isAccountType = (type: string): type is 'User' | 'Bot' => type === 'User' || type === 'Bot';
