import * as z from 'zod';

import { createPatience, systemClock } from './patience.ts';
import type { Clock } from './patience.ts';
import { boundedFetch } from './transport.ts';
import { createLimiter } from '../../net/limiter.ts';

export interface ApiReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  /** Third-party: validate it before reading a field. */
  readonly data: unknown;
}

/** One request, by Octokit's route (`GET /repos/{owner}/{repo}`) and its parameters; never by an address from a payload. */
export type ApiRequest = (route: string, parameters?: Readonly<Record<string, unknown>>) => Promise<ApiReply>;

export interface GitHubClient {
  /**
   * Sends one request, repeating it within bounds where that may help.
   * @throws Octokit's RequestError for a status of 400 and above and where no reply came; see `describeFailure`.
   */
  readonly request: ApiRequest;
  /**
   * Sends one GraphQL document, for what REST cannot do; repeated like a read, so it must be harmless twice.
   * @throws what `request` throws, and Octokit's GraphqlResponseError where GitHub refuses a part of it.
   */
  graphql(document: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** The account of the token, requested once; works for an installation's token too, which `GET /user` refuses. */
  viewer(): Promise<{ readonly login: string; readonly id: number | null }>;
  /** Waits for something that GitHub is computing. */
  pause(ms: number): Promise<unknown>;
}

export interface Connection {
  readonly apiUrl: string;
  readonly token: string;
}

/** At most so many requests at once; GitHub's secondary limit is 100 (REST docs, "Rate limits"). */
const concurrency = 16;

const viewerReply = z.object({
  viewer: z.object({ login: z.string().min(1), databaseId: z.int().positive().nullable() }),
});

/**
 * A client for one run. @actions/github is loaded here and not earlier: on loading it parses the event payload, and a
 * broken one would end the process before `inputs.ts` could say so.
 */
export async function connect(
  { apiUrl, token }: Connection,
  options: { readonly clock?: Clock } = {},
): Promise<GitHubClient> {
  const { getOctokit } = await import('@actions/github');
  const silent = { debug() {}, info() {}, warn() {}, error() {} };
  const octokit = getOctokit(token, {
    baseUrl: apiUrl,
    request: { fetch: boundedFetch(apiUrl), log: silent },
    log: silent,
  });
  const { clock = systemClock } = options;
  const patience = createPatience(clock);
  const inTurn = createLimiter(concurrency);
  const graphql: GitHubClient['graphql'] = (document, variables) =>
    patience(() => inTurn(() => octokit.graphql(document, variables)), true);
  let viewer: ReturnType<GitHubClient['viewer']> | undefined;
  return {
    request: askingOnce((route, parameters) =>
      patience(() => inTurn(() => octokit.request(route, parameters)), !route.startsWith('POST ')),
    ),
    graphql,
    viewer: () => (viewer ??= askViewer(graphql)),
    pause: (ms) => clock.sleep(ms),
  };
}

async function askViewer(graphql: GitHubClient['graphql']): ReturnType<GitHubClient['viewer']> {
  const { viewer } = viewerReply.parse(await graphql('query { viewer { login databaseId } }', {}));
  return { login: viewer.login, id: viewer.databaseId };
}

/**
 * What a commit is never changes, and both the range and the snapshot of a run ask. The ref of a policy can move, but everything that
 * one run judges is judged by one policy.
 */
const askedOnce = new Set([
  'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
  'GET /repos/{owner}/{repo}/git/ref/{ref}',
]);

function askingOnce(request: ApiRequest): ApiRequest {
  const asked = new Map<string, Promise<ApiReply>>();
  return (route, parameters = {}) => {
    if (!askedOnce.has(route)) return request(route, parameters);
    const key = JSON.stringify([route, ...['owner', 'repo', 'commit_sha', 'ref'].map((name) => parameters[name])]);
    const reply = asked.get(key) ?? request(route, parameters);
    asked.set(key, reply);
    return reply;
  };
}
