import type { Comment, Issue, LoopbackRepository, Permission, Person, PullRequest } from './github-repository.ts';

/** What people do on a pull request's page, for tests to say in a line. */

export const person = (login: string, id: number): Person => ({ login, id, type: 'User' });
export const app = (login: string, id: number): Person => ({ login: `${login}[bot]`, id, type: 'Bot' });

/** Gives somebody a permission; `maintain` and `triage` are roles of their own that GitHub tells as write and read. */
export function allow(
  repository: LoopbackRepository,
  who: Person,
  permission: Permission['permission'] | 'maintain' | 'triage',
): Person {
  const roles: Readonly<Record<string, Permission>> = {
    maintain: { permission: 'write', role: 'maintain', maintain: true, triage: true },
    triage: { permission: 'read', role: 'triage', triage: true },
  };
  repository.people.set(who.login.toLowerCase(), who);
  const plain = permission === 'maintain' || permission === 'triage' ? undefined : { permission };
  repository.permissions.set(who.id, roles[permission] ?? plain ?? { permission: 'none' });
  return who;
}

/** Another text in a comment's place, by its author or whoever else may. */
export function editComment(
  repository: LoopbackRepository,
  comment: Comment,
  by: Person | null,
  body: string,
  at = repository.now(),
): void {
  const { author, createdAt, edits } = comment;
  if (edits.length === 0) edits.push({ body: comment.body, editedAt: createdAt, editor: author, deletedAt: null });
  edits.push({ body, editedAt: at, editor: by, deletedAt: null });
  Object.assign(comment, { body, lastEditedAt: at, editor: by });
}

export function deleteComment(repository: LoopbackRepository, pull: PullRequest, comment: Comment, by: Person): void {
  pull.comments.splice(pull.comments.indexOf(comment), 1);
  const event = { __typename: 'CommentDeletedEvent', createdAt: repository.now(), actor: by };
  pull.events.push({ ...event, deletedCommentAuthor: comment.author });
}

/** Assigns somebody (or takes it back), on a pull request or an issue. */
export function assign(
  repository: LoopbackRepository,
  { events }: Pick<PullRequest, 'events'> | Issue,
  by: Person | null,
  assignee: Person | null,
  isAssigned = true,
): void {
  const __typename = isAssigned ? 'AssignedEvent' : 'UnassignedEvent';
  events.push({ __typename, createdAt: repository.now(), actor: by, assignee });
}

export function openIssue(repository: LoopbackRepository, author: Person | null): Issue {
  const issue: Issue = { __typename: 'Issue', id: `I_${repository.issues.length + 1}`, author, events: [] };
  repository.issues.push(issue);
  return issue;
}

/** Links an issue to a pull request, or mentions the pull request in it. */
export function link(
  repository: LoopbackRepository,
  { events }: PullRequest,
  issue: Issue,
  by: Person | null,
  __typename: 'ConnectedEvent' | 'DisconnectedEvent' | 'CrossReferencedEvent' = 'ConnectedEvent',
): void {
  const subject = { __typename: 'PullRequest' };
  events.push({ __typename, createdAt: repository.now(), actor: by, source: issue, subject });
}

/** Merges a pull request by a merge commit on its base branch; that commit. */
export function mergePull(repository: LoopbackRepository, pull: PullRequest): string {
  const { baseRef, head } = pull;
  const base = repository.branches.get(baseRef)?.sha ?? '';
  const files = { ...repository.filesOf(base), ...repository.filesOf(head) };
  const commit = repository.commit({ files, parents: [base, head], branch: baseRef, message: `Merge #${pull.number}` });
  Object.assign(pull, { state: 'closed', mergedAt: repository.now(), mergeCommit: commit });
  return commit;
}

/** Puts a pull request into the merge queue of its base, on what stands in front of it; the entry's commit and ref. */
export function enqueue(
  repository: LoopbackRepository,
  pull: PullRequest,
  base = repository.branches.get(pull.baseRef)?.sha ?? '',
): { readonly commit: string; readonly ref: string } {
  const files = { ...repository.filesOf(base), ...repository.filesOf(pull.head) };
  const name = `gh-readonly-queue/${pull.baseRef}/pr-${pull.number}-${base}`;
  const commit = repository.commit({
    files,
    parents: [base, pull.head],
    branch: name,
    message: `Queue #${pull.number}`,
  });
  pull.events.push({ __typename: 'AddedToMergeQueueEvent', createdAt: repository.now() });
  return { commit, ref: `refs/heads/${name}` };
}
