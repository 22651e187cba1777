import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { answerOrganisation } from './github-organisations.ts';
import type { LoopbackOrganisation } from './github-organisations.ts';
import { answerGraphql } from './github-graphql.ts';
import { answer } from './github-operations.ts';
import type { Answer } from './github-operations.ts';
import { organisationId } from './github-people.ts';
import { actionsBot, LoopbackRepository } from './github-repository.ts';
import type { Person } from './github-repository.ts';
import { findOperation, replyProblems, requestProblems } from './openapi.ts';
import type { Operation } from './openapi.ts';

export { actionsBot, mona } from './github-repository.ts';
export type { LoopbackRepository, Person, PullRequest } from './github-repository.ts';

/** What a token may do, as a workflow's `permissions` name it, and who it speaks as. */
export interface Credential {
  readonly identity: Person;
  readonly contents: 'none' | 'read' | 'write';
  readonly pullRequests: 'none' | 'read' | 'write';
  /** Whether it may read administration settings; no unless told. */
  readonly administration?: boolean;
  readonly actions?: 'read' | 'write';
  readonly issues?: 'read';
  /** Of the organisation: what no workflow's own token has. */
  readonly members?: 'read';
  /** Whether it is an owner's of every organisation. */
  readonly owner?: boolean;
  /** The private repositories that it sees; all unless told. */
  readonly seesPrivate?: boolean | readonly string[];
  readonly checks?: 'write';
  readonly statuses?: 'write';
  readonly securityEvents?: 'write';
}

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** `GET /repos/{owner}/{repo}`, or `POST /graphql`. */
  readonly route: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** How a request fails instead of being answered. */
export interface Failure {
  /** The reply's status, with `message` in GitHub's error form and `headers`. */
  readonly status?: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A reply that is not JSON, or not the JSON that is asked for. */
  readonly body?: string;
  /** `hang`: no answer ever. `reset`: the connection breaks. `truncate`: the real reply, cut in half. */
  readonly behaviour?: 'hang' | 'reset' | 'truncate';
  /** How often; for ever unless told. */
  readonly times?: number;
  /** Requests that are answered first. */
  readonly after?: number;
  /** Whether what was asked for is done all the same. */
  readonly done?: boolean;
}

export interface LoopbackGitHub {
  /** What `GITHUB_API_URL` is to hold. */
  readonly url: string;
  /** A job's own token, which may read contents and write comments. */
  readonly token: string;
  repository(fullName: string, options?: { readonly defaultBranch?: string }): LoopbackRepository;
  /** An organisation; its repositories are those of that owner. */
  organisation(login: string): LoopbackOrganisation;
  /** Accounts of people. */
  readonly people: Set<string>;
  /** Another token. By default what the job's own has. */
  issueToken(credential: Partial<Credential>): string;
  /** Makes every request of a route fail; `*` is any route. The last word on a route counts. */
  fail(route: string, failure: Failure): void;
  readonly requests: readonly RecordedRequest[];
  /** Requests and replies that GitHub's own description does not allow. `close` throws where there are any. */
  readonly problems: readonly string[];
  /** At most so many entries in one listing; then it is `truncated`. */
  treeLimit: number;
  /** Requests that the job's token may still send in this hour, all that a repository runs together. */
  allowance: number;
  close(): Promise<void>;
}

/** Teams are asked for by their organisation, and the activity of a fork by the fork, which lives in the repository here. */
const isAskedFor = (
  one: LoopbackRepository,
  { org, org_id: id, account_id: account, owner, repo }: Readonly<Record<string, string>>,
) =>
  org === one.owner ||
  account !== undefined ||
  Number(id) === organisationId ||
  one.activity.some(({ home }) => home === `${owner ?? ''}/${repo ?? ''}`);

export const secondaryLimit = (retryAfter?: string): Failure => ({
  status: 403,
  message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  ...(retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } }),
});

const primaryLimit: Failure = {
  ...{ status: 403, message: 'API rate limit exceeded for installation.' },
  headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600) },
};

const ownToken = 'ghs_loopback';

/** GitHub's REST API on a free loopback port, with the repositories that a test puts into it. */
export async function startGitHub(): Promise<LoopbackGitHub> {
  const repositories = new Map<string, LoopbackRepository>();
  const own: Credential = { identity: actionsBot, contents: 'read', pullRequests: 'write' };
  const credentials = new Map<string, Credential>([[ownToken, own]]);
  const failures = new Map<string, { failure: Failure; seen: number }>();
  const organisations = new Map<string, LoopbackOrganisation>();
  const requests: RecordedRequest[] = [];
  const problems: string[] = [];

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      problems.push(`the loopback GitHub itself failed: ${String(error)}`);
      response.destroy();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const { pathname: path, searchParams: query } = new URL(url, 'http://loopback');
    const text = await readBody(request);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    // A GitHub Enterprise Server has its REST API below /api/v3 and GraphQL beside it (REST docs, "Getting started").
    const below = path.replace(/^\/api\/(?:v3\/|(?=graphql$))/, '/');
    const operation = findOperation(method, below);
    const route = operation?.route ?? `${method} ${below}`;
    requests.push({ method, path, route, query, headers, body });
    const failure = nextFailure(route);
    if (failure !== undefined && !failure.done && failure.behaviour !== 'truncate') {
      fail(response, failure);
      return;
    }
    if (route !== 'POST /graphql') {
      if (github.allowance <= 0) {
        fail(response, primaryLimit);
        return;
      }
      github.allowance -= 1;
    }
    const reply = answerTo(operation, route, query, headers, body);
    const left = Number.isFinite(github.allowance) ? { 'x-ratelimit-remaining': String(github.allowance) } : {};
    if (failure === undefined) send(response, { ...reply, headers: { ...left, ...reply.headers } });
    else fail(response, failure, JSON.stringify(reply.body));
  }

  function answerTo(
    operation: Operation | undefined,
    route: string,
    query: URLSearchParams,
    headers: IncomingHttpHeaders,
    body: unknown,
  ): Answer {
    const [, token = ''] = /^(?:token|bearer) (.+)$/i.exec(headers.authorization ?? '') ?? [];
    const credential = credentials.get(token);
    if (credential === undefined) return { status: 401, body: { message: 'Bad credentials' } };
    if (route === 'POST /graphql') {
      return answerGraphql(credential, body, [...repositories.values()], (problem) => problems.push(problem));
    }
    if (operation === undefined) {
      problems.push(`${route}: not among the operations of scripts/cut-openapi.mjs`);
      return { status: 404, body: { message: 'Not Found' } };
    }
    problems.push(...requestProblems(operation, query, body));
    const { owner = '', repo = '' } = operation.path;
    const repository =
      repositories.get(`${owner}/${repo}`.toLowerCase()) ??
      [...repositories.values()].find((one) => isAskedFor(one, operation.path));
    const { treeLimit, people } = github;
    const all = [...repositories.values()];
    const reply =
      answerOrganisation({ operation, query, credential, organisations, people, repositories: all }) ??
      answer({ operation, query, body, repository, credential, treeLimit, organisations });
    // Refusals by permission are not in the description of most operations, nor are repositories that nobody may see.
    const isRefused = reply.status === 403 || (reply.status === 404 && operation.id === 'repos/list-activities');
    if (!isRefused) problems.push(...replyProblems(operation, reply.status, reply.body));
    return reply;
  }

  function nextFailure(route: string): Failure | undefined {
    const entry = failures.get(route) ?? failures.get('*');
    if (entry === undefined) return undefined;
    entry.seen += 1;
    const { after = 0, times = Infinity } = entry.failure;
    return entry.seen > after && entry.seen <= after + times ? entry.failure : undefined;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A test that fails before it closes the server must not keep the process alive.
  server.unref();
  const { port } = server.address() as AddressInfo;

  const github: LoopbackGitHub = {
    url: `http://127.0.0.1:${port}`,
    token: ownToken,
    requests,
    problems,
    treeLimit: 100_000,
    allowance: Infinity,
    repository(fullName, { defaultBranch = 'main' } = {}) {
      const key = fullName.toLowerCase();
      const repository =
        repositories.get(key) ?? new LoopbackRepository(fullName, 7000 + repositories.size, defaultBranch);
      repositories.set(key, repository);
      return repository;
    },
    people: new Set(),
    organisation(login) {
      const key = login.toLowerCase();
      const organisation = organisations.get(key) ?? { plan: 'team', teams: new Map(), rulesets: new Map() };
      organisations.set(key, organisation);
      return organisation;
    },
    issueToken(credential) {
      const token = `ghs_loopback${credentials.size}`;
      credentials.set(token, { ...own, ...credential });
      return token;
    },
    fail(route, failure) {
      failures.set(route, { failure, seen: 0 });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (problems.length > 0) throw new Error(`not as GitHub describes it:\n${problems.join('\n')}`);
    },
  };
  return github;
}

function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const json = { 'content-type': 'application/json; charset=utf-8', ...headers };
  response.writeHead(status, json).end(JSON.stringify(body));
}

function fail(response: ServerResponse, failure: Failure, real = ''): void {
  const { behaviour, status = 500, message = 'Server Error', headers = {}, body } = failure;
  if (behaviour === 'hang') return;
  if (behaviour === 'reset') {
    response.destroy();
    return;
  }
  if (behaviour === 'truncate') {
    const length = String(Buffer.byteLength(real));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': length });
    response.write(real.slice(0, real.length / 2), () => response.destroy());
    return;
  }
  const json = { 'content-type': 'application/json; charset=utf-8', ...headers };
  response.writeHead(status, json).end(body ?? JSON.stringify({ message }));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
