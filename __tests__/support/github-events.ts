import { createRequire } from 'node:module';

import type { Comment, LoopbackRepository, PullRequest } from './github-repository.ts';

/** One event as a runner hands it to a job: its name, its payload, and the commit and ref that go with it. */
export interface RunnerEvent {
  readonly name: string;
  readonly payload: unknown;
  /** `GITHUB_SHA` */
  readonly sha: string;
  /** `GITHUB_REF` */
  readonly ref: string;
}

type Json = Record<string, unknown>;
const examples = createRequire(import.meta.url)('@octokit/webhooks-examples') as readonly {
  readonly name: string;
  readonly examples: readonly Json[];
}[];

const noCommit = '0'.repeat(40);

/** A real payload of the kind (from @octokit/webhooks-examples) with `patch` laid over it, objects merged. */
function payloadOf(name: string, patch: Json, is: (example: Json) => boolean = () => true): Json {
  const example = examples.find((kind) => kind.name === name)?.examples.find(is);
  if (example === undefined) throw new Error(`no example of ${name}`);
  return overlay(example, patch) as Json;
}

function overlay(below: unknown, above: unknown): unknown {
  const isObject = (value: unknown): value is Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(below) || !isObject(above)) return structuredClone(above);
  const merged = Object.entries(above).map(([key, value]) => [key, overlay(below[key], value)]);
  return { ...structuredClone(below), ...Object.fromEntries(merged) } as Json;
}

function described(repository: LoopbackRepository): Json {
  const { id, name, fullName, owner, defaultBranch } = repository;
  return { id, name, full_name: fullName, default_branch: defaultBranch, owner: { login: owner } };
}

/** `pull_request` as it arrives; `sha` is the test merge. A fork's head lies in another repository. */
export function pullRequestEvent(
  repository: LoopbackRepository,
  pull: PullRequest,
  action: 'opened' | 'synchronize' | 'edited' = 'synchronize',
): RunnerEvent {
  const { number, author, baseRef, base, headRef, head, merge, fork } = pull;
  const home = described(repository);
  const away = fork ? { ...home, id: repository.id + 90_000, full_name: `${author.login}/${repository.name}` } : home;
  const payload = payloadOf(
    'pull_request',
    {
      action,
      number,
      ...(action === 'edited' ? { changes: { base: { ref: { from: 'next' }, sha: { from: base } } } } : {}),
      repository: home,
      pull_request: {
        number,
        user: author,
        base: { ref: baseRef, sha: base, repo: home },
        head: { ref: headRef, sha: head, repo: away },
        merge_commit_sha: merge ?? null,
      },
    },
    // GitHub publishes no example of an edit: it is an opened pull request with what changed.
    (example) => example['action'] === (action === 'edited' ? 'opened' : action),
  );
  return { name: 'pull_request', payload, sha: merge ?? head, ref: `refs/pull/${number}/merge` };
}

export function mergeGroupEvent(
  repository: LoopbackRepository,
  baseSha: string,
  headSha: string,
  ref = `refs/heads/gh-readonly-queue/${repository.defaultBranch}/pr-1-${baseSha}`,
): RunnerEvent {
  const group = {
    base_sha: baseSha,
    head_sha: headSha,
    base_ref: `refs/heads/${repository.defaultBranch}`,
    head_ref: ref,
  };
  const patch = { action: 'checks_requested', repository: described(repository), merge_group: group };
  const payload = payloadOf('merge_group', patch, (example) => example['action'] === 'checks_requested');
  return { name: 'merge_group', payload, sha: headSha, ref };
}

/** Without `before` a new branch, without `after` a deleted one. */
export function pushEvent(
  repository: LoopbackRepository,
  { ref, before, after }: { readonly ref: string; readonly before?: string; readonly after?: string },
): RunnerEvent {
  const created = before === undefined;
  const deleted = after === undefined;
  const ends = { ref, before: before ?? noCommit, after: after ?? noCommit, created, deleted };
  const payload = payloadOf('push', { ...ends, repository: described(repository) });
  const defaultTip = repository.branches.get(repository.defaultBranch)?.sha ?? noCommit;
  return { name: 'push', payload, sha: after ?? defaultTip, ref };
}

/** GitHub publishes no example of it. A bare schedule is all that the payload is sure to hold. */
export function scheduleEvent(repository: LoopbackRepository): RunnerEvent {
  const tip = repository.branches.get(repository.defaultBranch)?.sha ?? noCommit;
  const payload = { schedule: '17 4 * * *' };
  return { name: 'schedule', payload, sha: tip, ref: `refs/heads/${repository.defaultBranch}` };
}

/** Another workflow has run on a pull request: `headSha` is what it ran on, which may not be the head any more. */
export function workflowRunEvent(repository: LoopbackRepository, pull: PullRequest, headSha = pull.head): RunnerEvent {
  const owner = { login: pull.fork ? pull.author.login : repository.owner };
  const run = { event: 'pull_request', head_sha: headSha, head_branch: pull.headRef, head_repository: { owner } };
  const payload = payloadOf('workflow_run', { repository: described(repository), workflow_run: run });
  const tip = repository.branches.get(repository.defaultBranch)?.sha ?? noCommit;
  return { name: 'workflow_run', payload, sha: tip, ref: `refs/heads/${repository.defaultBranch}` };
}

/** A comment as it is now, or was when it was deleted; `from` is what it said before the edit. It runs on the default branch. */
export function issueCommentEvent(
  repository: LoopbackRepository,
  pull: PullRequest,
  comment: Comment,
  { action = 'created', from, isPull = true }: CommentChange = {},
): RunnerEvent {
  const { id, author, body, createdAt, lastEditedAt } = comment;
  const issue = {
    ...{ number: pull.number, state: pull.state, user: pull.author },
    ...(isPull ? { pull_request: { url: 'https://github.example/' } } : {}),
  };
  const patch = {
    ...{ action, issue, repository: described(repository) },
    comment: { id, user: author, body, created_at: createdAt, updated_at: lastEditedAt ?? createdAt },
    ...(from === undefined ? {} : { changes: { body: { from } } }),
  };
  const payload = payloadOf('issue_comment', patch, (example) => example['action'] === action);
  const tip = repository.branches.get(repository.defaultBranch)?.sha ?? noCommit;
  return { name: 'issue_comment', payload, sha: tip, ref: `refs/heads/${repository.defaultBranch}` };
}

interface CommentChange {
  readonly action?: 'created' | 'edited' | 'deleted';
  readonly from?: string;
  /** Whether it stands on a pull request, and not on an issue. */
  readonly isPull?: boolean;
}

export function workflowDispatchEvent(repository: LoopbackRepository, branch = repository.defaultBranch): RunnerEvent {
  const ref = `refs/heads/${branch}`;
  const payload = payloadOf('workflow_dispatch', { ref, repository: described(repository) });
  return { name: 'workflow_dispatch', payload, sha: repository.branches.get(branch)?.sha ?? noCommit, ref };
}
