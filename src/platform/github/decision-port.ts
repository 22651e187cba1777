import type { Snapshot } from '../../model/index.ts';
import type { CheckRange, DecisionPort } from '../port.ts';
import type { GitHubClient } from './api.ts';
import type { EachOrder, Where } from './decisions/hear-each.ts';
import type { ActionRequest, JudgedRequest } from './request.ts';

/**
 * Where decisions about what an event brings come from; undefined where it has none. What reads them is loaded, and GitHub
 * asked, only for a pull request with comments, and for a merge group or a push that brings something in.
 */
export function decisionsOf(
  request: JudgedRequest,
  client: GitHubClient,
  range: CheckRange,
  open: (commit: string) => Promise<Snapshot>,
): DecisionPort | undefined {
  const { event, repositoryId, isTrustedFile } = request;
  const { trustedRef, comments = 0 } = range;
  if (trustedRef === undefined) return undefined;
  const common = { repositoryId, ...(isTrustedFile === true ? {} : { cannotAskTeams: true as const }) };
  const proving: Pick<DecisionPort, 'recorded' | 'standings'> = {
    recorded: async (number) =>
      (await import('./decisions/hear-recorded.ts')).readRecorded(request, client, number, open),
    standings: async (accounts, approvals) =>
      (await import('./decisions/hear-recorded.ts')).standingsOf(request, client, accounts, approvals),
  };
  if (event.kind !== 'pull_request') {
    const where = whereOf(request, range);
    const order = where && { where, trusted: trustedRef, open };
    return (
      order && {
        ...{ ...common, author: { marks: [], extra: 0 } },
        ...{ hearEach: hearingEach(request, client, order), ...proving },
      }
    );
  }
  const { author, number, headSha } = event;
  const marks = isAccountType(author.type)
    ? [{ account: { id: author.id, login: author.login, type: author.type }, as: 'author' as const }]
    : [];
  const order = { number, headSha, trusted: trustedRef };
  const proposed: DecisionPort['proposed'] = async (asked) =>
    (await import('./decisions/hear.ts')).readProposed(request, client, order, asked);
  return {
    ...{ ...common, pull: number, author: { marks, extra: 0 }, proposed },
    ...{ hear: hearing(request, client, order), isSilent: comments === 0, ...proving },
  };
}

/** Which pull requests to look for: those of the queue down to the target's tip, or those that a push to this branch merged. */
function whereOf({ event }: JudgedRequest, { base, trustedRef }: CheckRange): Where | undefined {
  if (base === undefined || trustedRef === undefined) return undefined;
  if (event.kind === 'merge_group') return { kind: 'queue', event, tip: base };
  if (event.kind !== 'push' || event.before === undefined || event.after === undefined) return undefined;
  return { kind: 'push', branch: trustedRef, before: event.before, after: event.after };
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

const hearingEach =
  (request: ActionRequest, client: GitHubClient, order: EachOrder): NonNullable<DecisionPort['hearEach']> =>
  async (asked) =>
    (await import('./decisions/hear-each.ts')).hearEach(request, client, order, asked);

const isAccountType = (type: string): type is 'User' | 'Bot' => type === 'User' || type === 'Bot';
