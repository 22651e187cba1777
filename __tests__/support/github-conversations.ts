import type { Comment, Issue, LoopbackRepository, Person, PullRequest, TimelineEvent } from './github-repository.ts';
import type { Arguments, Source } from './graphql.ts';
import { GraphqlRefusal } from './graphql.ts';
import type { Credential } from './loopback-github.ts';

/** What GraphQL answers about a loopback repository, as sources of its fields. */

export function rootOf(repositories: readonly LoopbackRepository[], credential: Credential): Source {
  const named = (owner: unknown, name: unknown) =>
    repositories.find(({ fullName }) => fullName.toLowerCase() === `${String(owner)}/${String(name)}`.toLowerCase());
  return {
    repository: ({ owner, name }: Arguments) => {
      const repository = named(owner, name);
      return repository === undefined ? gone('a Repository') : repositorySource(repository, credential);
    },
    node: ({ id }: Arguments) => {
      const comments = repositories.flatMap(({ pulls }) => [...pulls.values()].flatMap((pull) => pull.comments));
      const comment = comments.find((one) => nodeOf(one) === id);
      return comment === undefined ? gone('a node') : { __typename: 'IssueComment', ...textSource(comment) };
    },
  };
}

const gone = (what: string) => new GraphqlRefusal('NOT_FOUND', `Could not resolve to ${what}.`);
const refused = () => new GraphqlRefusal('FORBIDDEN', 'Resource not accessible by integration');
const nodeOf = ({ id }: Comment) => `IC_${id}`;

function repositorySource(repository: LoopbackRepository, credential: Credential): Source {
  return {
    databaseId: repository.id,
    object: ({ oid }: Arguments) => {
      const isKnown = repository.objects.commits.has(String(oid)) && !repository.lost.has(String(oid));
      return isKnown ? { __typename: 'Commit', ...commitSource(repository, String(oid)) } : null;
    },
    pullRequest: ({ number }: Arguments) => {
      if (credential.pullRequests === 'none') return refused();
      const pull = repository.pulls.get(Number(number));
      return pull === undefined ? gone('a PullRequest') : pullSource(repository, pull, credential);
    },
  };
}

function pullSource(repository: LoopbackRepository, pull: PullRequest, credential: Credential): Source {
  const { number, state, mergedAt, fork, author } = pull;
  const owner = fork ? author.login : repository.owner;
  const home = {
    databaseId: repository.id + (fork ? 90_000 : 0),
    nameWithOwner: `${owner}/${repository.name}`,
  };
  const commits = repository.commitsOf(pull.base, pull.head);
  return {
    number,
    state: mergedAt === undefined ? state.toUpperCase() : 'MERGED',
    createdAt: pull.createdAt,
    author: accountSource(author),
    baseRefName: pull.baseRef,
    headRefName: pull.headRef,
    headRefOid: pull.head,
    headRepository: pull.isForkGone === true ? null : home,
    comments: connection(pull.comments.map(textSource)),
    reviews: connection(pull.reviews.map(textSource)),
    // GitHub lists the first 250, whatever it counts.
    commits: connection(
      commits.slice(0, 250).map((id) => ({ commit: commitSource(repository, id) })),
      commits.length,
    ),
    timelineItems: timeline(pull.events, credential.issues === 'read' || !repository.isPrivate),
  };
}

/** The events of the asked types, as GraphQL names them: `COMMENT_DELETED_EVENT`. */
function timeline(events: readonly TimelineEvent[], mayReadIssues: boolean) {
  return (args: Arguments) => {
    const wanted = (args['itemTypes'] as readonly string[]).map((name) => name.replaceAll('_', '').toLowerCase());
    const found = events.filter(({ __typename }) => wanted.includes(__typename.toLowerCase()));
    return connection(found.map((event) => eventSource(event, mayReadIssues)))(args);
  };
}

const accounts = new Set(['actor', 'assignee', 'deletedCommentAuthor']);
const subjects = new Set(['source', 'subject']);

function eventSource(event: TimelineEvent, mayReadIssues: boolean): Source {
  const fields = Object.entries(event).map(([name, value]) => {
    if (accounts.has(name)) return [name, accountSource(value as Person | null)];
    return [name, subjects.has(name) ? subjectSource(value as Issue | Other, mayReadIssues) : value];
  });
  return Object.fromEntries(fields) as Source;
}

interface Other {
  readonly __typename: 'PullRequest';
}

/** An issue of a private repository is not for a token without the permission. */
function subjectSource(subject: Issue | Other, mayReadIssues: boolean): unknown {
  if (subject.__typename !== 'Issue') return subject;
  if (!mayReadIssues) return refused();
  const { __typename, id, author, events } = subject;
  return { __typename, id, author: accountSource(author), timelineItems: timeline(events, mayReadIssues) };
}

function textSource(comment: Comment): Source {
  const { id, author, body, createdAt, lastEditedAt, editor, isMinimized, viaEmail, edits } = comment;
  const former = edits.map((edit) => ({
    ...{ diff: edit.deletedAt === null ? edit.body : null, editedAt: edit.editedAt, deletedAt: edit.deletedAt },
    editor: accountSource(edit.editor),
  }));
  return {
    ...{ id: nodeOf(comment), fullDatabaseId: String(id), body, createdAt, lastEditedAt, isMinimized },
    ...{ createdViaEmail: viaEmail, author: accountSource(author), editor: accountSource(editor) },
    userContentEdits: connection(former.reverse()),
  };
}

/** GraphQL leaves `[bot]` out of an App's login. */
function accountSource(person: Person | null): Source | null {
  if (person === null) return null;
  const { type, login, id } = person;
  return { __typename: type, login: type === 'Bot' ? login.replace(/\[bot\]$/, '') : login, databaseId: id };
}

function commitSource(repository: LoopbackRepository, id: string): Source {
  const commit = repository.objects.commits.get(id);
  if (commit === undefined) throw new Error(`no commit ${id}`);
  const { author, committer, message, parents, tree } = commit;
  const trailers = [...message.matchAll(/^Co-authored-by: .*<(.*)>$/gm)].map(([, email = '']) => email);
  const isSigned = committer.email === 'noreply@github.com';
  return {
    oid: id,
    tree: { oid: tree },
    parents: connection(
      parents.map((parent) => ({ oid: parent, tree: { oid: repository.objects.commits.get(parent)?.tree } })),
    ),
    authors: connection([author.email, ...trailers].map((email) => gitActor(repository, email))),
    committer: gitActor(repository, committer.email),
    signature: isSigned ? { __typename: 'GpgSignature', isValid: true, wasSignedByGitHub: true } : null,
  };
}

/** Only people's addresses are linked to accounts: an App's is none of them. */
function gitActor(repository: LoopbackRepository, email: string): Source {
  const account = repository.accounts.get(email);
  return { email, user: account?.type === 'User' ? accountSource(account) : null };
}

/** A page of a list, by `first` and `after`, or its end by `last`. */
function connection(all: readonly Source[], totalCount = all.length) {
  return ({ first, after, last }: Arguments): Source => {
    const from = Number(after ?? 0);
    const size = Number(first ?? last);
    const nodes = last === undefined ? all.slice(from, from + size) : all.slice(-size);
    const hasNextPage = last === undefined && all.length > from + size;
    return { totalCount, nodes, pageInfo: { hasNextPage, endCursor: String(from + size) } };
  };
}
