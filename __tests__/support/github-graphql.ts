import { rootOf } from './github-conversations.ts';
import type { Answer } from './github-operations.ts';
import type { LoopbackRepository, Remark } from './github-repository.ts';
import { answerQuery } from './graphql.ts';
import type { Credential } from './loopback-github.ts';

/**
 * GraphQL has no OpenAPI description. What decisions are read by is held to a cut of GitHub's schema (graphql.ts); of the older
 * documents there are exactly those that lockgate sends, which were validated by hand against the schema of
 * @octokit/graphql-schema 15.26.1. Any other one is a problem of the test.
 */
export function answerGraphql(
  credential: Credential,
  body: unknown,
  repositories: readonly LoopbackRepository[],
  problem: (text: string) => void,
): Answer {
  const { query = '', variables = {} } = (body ?? {}) as {
    readonly query?: string;
    readonly variables?: Readonly<Record<string, unknown>>;
  };
  const document = query.replace(/\s+/g, ' ').trim();
  const { login, id: databaseId } = credential.identity;
  if (document === 'query { viewer { login databaseId } }') return data({ viewer: { login, databaseId } });
  if (document === threads) return data(threadsReply(repositories, variables));
  if (document.startsWith('query ')) {
    const root = rootOf(repositories, credential);
    const missing = new Set(repositories.flatMap(({ unknownFields }) => [...unknownFields]));
    const { body: answered, problems } = answerQuery(query, variables, root, missing);
    for (const text of problems) problem(`POST /graphql: ${text}`);
    return { status: 200, body: answered };
  }
  const [, field = ''] =
    /^mutation \((?:\$id\d+: ID!(?:, )?)+\) \{ m0: (resolveReviewThread|minimizeComment)\(/.exec(document) ?? [];
  const ids = Object.values(variables).map(String);
  if (document !== mutation(field, ids.length)) problem(`POST /graphql: an unknown document ${document}`);
  const mayDo = field === 'minimizeComment' ? credential.pullRequests === 'write' : credential.contents === 'write';
  const remarks = repositories.flatMap(({ pulls }) => [...pulls.values()].flatMap((pull) => pull.remarks));
  const found = ids.map((id) =>
    remarks.find(({ node }) => id === (field === 'minimizeComment' ? node : threadOf(node))),
  );
  if (!mayDo || found.includes(undefined)) {
    const message = mayDo ? 'Could not resolve to a node' : 'Resource not accessible by integration';
    return { status: 200, body: { data: null, errors: [{ type: mayDo ? 'NOT_FOUND' : 'FORBIDDEN', message }] } };
  }
  for (const remark of found as readonly Remark[]) {
    remark.state = field === 'minimizeComment' ? 'minimized' : 'resolved';
  }
  return data(Object.fromEntries(ids.map((_, index) => [`m${index}`, { clientMutationId: null }])));
}

const threads =
  'query ($owner: String!, $repo: String!, $number: Int!, $after: String) { repository(owner: $owner, name: $repo) ' +
  '{ pullRequest(number: $number) { reviewThreads(first: 100, after: $after) { nodes { id isResolved ' +
  'comments(first: 1) { nodes { id } } } pageInfo { hasNextPage endCursor } } } } }';

function mutation(field: string, count: number): string {
  const more = field === 'minimizeComment' ? ', classifier: RESOLVED' : '';
  const name = field === 'minimizeComment' ? 'subjectId' : 'threadId';
  const each = Array.from({ length: count }, (_, index) => index);
  const fields = each.map((i) => `m${i}: ${field}(input: { ${name}: $id${i}${more} }) { clientMutationId }`);
  return `mutation (${each.map((i) => `$id${i}: ID!`).join(', ')}) { ${fields.join(' ')} }`;
}

const threadOf = (node: string) => node.replace('PRRC_', 'PRRT_');

/** Each remark begins a conversation of its own. */
function threadsReply(repositories: readonly LoopbackRepository[], variables: Readonly<Record<string, unknown>>) {
  const { owner, repo, number, after } = variables;
  const repository = repositories.find(({ fullName }) => fullName === `${String(owner)}/${String(repo)}`);
  const remarks = repository?.pulls.get(Number(number))?.remarks ?? [];
  const start = Number(after ?? 0);
  const nodes = remarks.slice(start, start + 100).map(({ node, state }) => ({
    ...{ id: threadOf(node), isResolved: state === 'resolved' },
    comments: { nodes: [{ id: node }] },
  }));
  const pageInfo = { hasNextPage: remarks.length > start + 100, endCursor: String(start + 100) };
  return { repository: { pullRequest: { reviewThreads: { nodes, pageInfo } } } };
}

const data = (value: unknown): Answer => ({ status: 200, body: { data: value } });
