import * as z from 'zod';

import type { Assignment } from '../../../decisions/proposers.ts';
import type { Account } from '../../../model/index.ts';
import type { GitHubClient } from '../api.ts';
import type { ActionRequest } from '../request.ts';
import { actor } from './accounts.ts';
import { assignmentsDocument } from './documents.ts';
import { approvalsUnusable, queryForDecision } from './unavailable.ts';

/** Who had a hand in what an App was asked for. */

const maxPages = 10;
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
const at = z.iso.datetime();
const assigned = { createdAt: at, actor, assignee: actor };
const assignmentEvents = [
  z.object({ __typename: z.literal('AssignedEvent'), ...assigned }),
  z.object({ __typename: z.literal('UnassignedEvent'), ...assigned }),
] as const;
const assignmentEvent = z.discriminatedUnion('__typename', assignmentEvents);

const linked = z.discriminatedUnion('__typename', [
  z.object({ __typename: z.literal('PullRequest') }),
  z.object({
    __typename: z.literal('Issue'),
    id: z.string().min(1),
    author: actor,
    timelineItems: z.object({ nodes: z.array(assignmentEvent), pageInfo }),
  }),
]);
type Linked = z.infer<typeof linked>;

const event = z.discriminatedUnion('__typename', [
  ...assignmentEvents,
  z.object({ __typename: z.literal('ConnectedEvent'), actor, source: linked, subject: linked }),
  z.object({ __typename: z.literal('DisconnectedEvent'), actor, source: linked, subject: linked }),
  z.object({ __typename: z.literal('CrossReferencedEvent'), actor, source: linked }),
]);
const timeline = z.object({ nodes: z.array(event), pageInfo });
const reply = z.object({ repository: z.object({ pullRequest: z.object({ timelineItems: timeline }) }) });

export interface Assignments {
  readonly assignments: readonly Assignment[];
  readonly issueAuthors: readonly Account[];
}

/**
 * Everybody who assigned, was assigned or was unassigned, on the pull request and on each issue that it was ever linked to, and
 * those issues' authors.
 * @throws GateFailure `approvals-unavailable` where GitHub refuses a part, or it is more than can be read
 */
export async function readAssignments(
  { owner, repo }: Pick<ActionRequest, 'owner' | 'repo'>,
  client: GitHubClient,
  number: number,
): Promise<Assignments> {
  const assignments: Assignment[] = [];
  const issues = new Map<string, { issue: Extract<Linked, { __typename: 'Issue' }>; linkedBy: Account[] }>();
  const what = `who asked for pull request #${number}`;
  const grant = 'the token `pull-requests: read` and `issues: read`: an App opened the pull request';
  let after: string | null = null;
  for (let page = 1; ; page += 1) {
    if (page > maxPages) throw approvalsUnusable(`Pull request #${number} is linked more often than can be read`, open);
    const variables: Readonly<Record<string, unknown>> = { owner, repo, number, after };
    const { repository } = await queryForDecision(client, [assignmentsDocument, variables], reply, [what, grant]);
    const { nodes, pageInfo: next }: z.infer<typeof timeline> = repository.pullRequest.timelineItems;
    for (const one of nodes) {
      if ('assignee' in one) {
        assignments.push(assignmentOf(one, []));
        continue;
      }
      for (const issue of 'subject' in one ? [one.source, one.subject] : [one.source]) {
        if (issue.__typename !== 'Issue') continue;
        const known = issues.get(issue.id) ?? { issue, linkedBy: [] };
        if (one.actor !== null && one.__typename !== 'DisconnectedEvent') known.linkedBy.push(one.actor);
        issues.set(issue.id, known);
      }
    }
    if (!next.hasNextPage) break;
    after = next.endCursor;
  }
  for (const { issue, linkedBy } of issues.values()) {
    const { nodes, pageInfo: rest } = issue.timelineItems;
    if (rest.hasNextPage) throw approvalsUnusable(`An issue of pull request #${number} was assigned too often`, open);
    assignments.push(...nodes.map((one) => assignmentOf(one, linkedBy)));
  }
  const issueAuthors = [...issues.values()].flatMap(({ issue }) => issue.author ?? []);
  return { assignments, issueAuthors };
}

const open = 'let a person open the pull request';

const assignmentOf = (
  { __typename, createdAt, actor, assignee }: z.infer<typeof assignmentEvent>,
  linkedBy: readonly Account[],
): Assignment => ({ actor, assignee, isUnassigned: __typename === 'UnassignedEvent', at: createdAt, linkedBy });
