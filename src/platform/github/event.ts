import * as z from 'zod';

import { GateFailure } from '../../errors.ts';
import { limits, quoted } from '../../text/visible.ts';
import { objectId } from './ask.ts';
import type { ActionEvent } from './request.ts';
import { supportedEvents } from './request.ts';

const ref = z.string().min(1).max(limits.path);
const fullRef = ref.startsWith('refs/');
const identifier = z.int().positive();
const repository = z.object({
  id: identifier,
  full_name: z.string().min(3),
  default_branch: z.string().optional().catch(undefined),
});
const account = z.object({ login: z.string().min(1), id: identifier, type: z.string().min(1) });

/** What GitHub says about the author and the repository: a hint for words, never an identity. */
export const association = z.string().optional().catch(undefined);

/** Whether an author has contributed nothing to the repository before, as far as GitHub says; a bot needs no words. */
export const newcomer = (
  { type }: { readonly type: string },
  word: string | undefined,
): { readonly isFirstTime?: true } =>
  type === 'User' && ['FIRST_TIME_CONTRIBUTOR', 'FIRST_TIMER', 'NONE'].includes(word ?? '')
    ? { isFirstTime: true }
    : {};

/** Only what is used, as GitHub's webhook reference names it (Webhook events and payloads). */
const payloads = {
  pull_request: z.object({
    repository,
    pull_request: z.object({
      number: identifier,
      // The repository of a head is null once the fork is deleted.
      head: z.object({ sha: objectId, ref, repo: z.object({ id: identifier }).nullable() }),
      base: z.object({ ref, repo: z.object({ id: identifier }) }),
      user: account,
      author_association: association,
    }),
  }),
  merge_group: z.object({
    repository,
    merge_group: z.object({ base_sha: objectId, head_sha: objectId, base_ref: fullRef, head_ref: fullRef }),
  }),
  push: z.object({ repository, ref: fullRef, before: objectId, after: objectId }),
  // A scheduled run's payload may hold nothing but the schedule (octokit/webhooks issue 141).
  schedule: z.object({ repository: repository.optional() }),
  workflow_dispatch: z.object({ repository, ref: fullRef }),
  workflow_run: z.object({
    repository,
    workflow_run: z.object({
      event: z.string(),
      head_sha: objectId,
      head_branch: ref.nullable(),
      head_repository: z.object({ owner: z.object({ login: z.string().min(1) }) }).nullable(),
    }),
  }),
  issue_comment: z.object({
    repository,
    action: z.string(),
    // An issue that is a pull request has this member, and no other has.
    issue: z.object({
      number: identifier,
      state: z.string(),
      pull_request: z.object({}).optional(),
      user: z.object({ id: identifier }).nullable(),
    }),
    comment: z.object({ id: identifier, body: z.string(), created_at: z.iso.datetime(), user: account.nullable() }),
    changes: z.object({ body: z.object({ from: z.string() }).optional() }).optional(),
  }),
};

export interface ParsedEvent {
  readonly event: ActionEvent;
  /** The repository in the payload; a scheduled run's payload may have none. */
  readonly repository?: {
    readonly id: number;
    readonly full_name: string;
    readonly default_branch?: string | undefined;
  };
}

/**
 * The event that a runner reports, from its name (`GITHUB_EVENT_NAME`) and its payload.
 * @throws GateFailure `event` for an event that lockgate does not judge, naming those that it does, and for a payload
 *   that lacks what GitHub sends.
 */
export function parseEvent(name: string, payload: unknown): ParsedEvent {
  switch (name) {
    case 'pull_request': {
      const { repository, pull_request: pull } = read(name, payloads.pull_request, payload);
      const fork = pull.head.repo?.id !== pull.base.repo.id;
      const { number, head, base, user } = pull;
      const heads = { headSha: head.sha, headRef: head.ref, baseRef: base.ref };
      const author = { author: user, ...newcomer(user, pull.author_association) };
      return { repository, event: { kind: name, number, ...heads, fork, ...author } };
    }
    case 'merge_group': {
      const { repository, merge_group: group } = read(name, payloads.merge_group, payload);
      const { base_sha: baseSha, head_sha: headSha, base_ref: baseRef, head_ref: headRef } = group;
      return { repository, event: { kind: name, baseSha, headSha, baseRef, headRef } };
    }
    case 'push': {
      const { repository, ref, before, after } = read(name, payloads.push, payload);
      const tips = { ...(isZero(before) ? {} : { before }), ...(isZero(after) ? {} : { after }) };
      return { repository, event: { kind: name, ref, ...tips } };
    }
    case 'schedule': {
      const { repository } = read(name, payloads.schedule, payload);
      return { event: { kind: name }, ...(repository === undefined ? {} : { repository }) };
    }
    case 'workflow_dispatch': {
      const { repository, ref } = read(name, payloads.workflow_dispatch, payload);
      return { repository, event: { kind: name, ref } };
    }
    case 'workflow_run': {
      const { repository, workflow_run: run } = read(name, payloads.workflow_run, payload);
      const { event, head_sha: headSha, head_branch: headBranch, head_repository: home } = run;
      if (event !== 'pull_request' || headBranch === null || home === null) {
        throw new GateFailure(
          'event',
          "The workflow_run is not of a run on a pull request; select those with `if`: `github.event.workflow_run.event == 'pull_request'`.",
        );
      }
      return { repository, event: { kind: name, headSha, headBranch, headOwner: home.owner.login } };
    }
    case 'issue_comment': {
      const { repository, action, issue, comment, changes } = read(name, payloads.issue_comment, payload);
      const { id, body, created_at: createdAt, user: author } = comment;
      const { number, user: opener } = issue;
      const former = changes?.body?.from;
      const place = { number, isPull: issue.pull_request !== undefined, isOpen: issue.state === 'open' };
      return {
        repository,
        event: {
          ...{ kind: name, action, ...place, comment: { id, body, createdAt, author } },
          ...(opener === null ? {} : { openedBy: opener.id }),
          ...(former === undefined ? {} : { former }),
        },
      };
    }
    default:
      throw new GateFailure(
        'event',
        `lockgate does not judge the event ${quoted(name, limits.name)}; run it on ${supportedEvents.join(', ')}.`,
      );
  }
}

/** Git's null object id means that there was, or is, no commit. */
function isZero(id: string): boolean {
  return /^0+$/.test(id);
}

function read<T>(name: string, schema: z.ZodType<T>, payload: unknown): T {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  const place = field === '' ? 'is not an object' : `has no valid \`${field}\``;
  throw new GateFailure(
    'event',
    `The payload of the event \`${name}\` (GITHUB_EVENT_PATH) ${place}; lockgate must run in a workflow on GitHub Actions.`,
  );
}
