import { GateFailure } from '../../errors.ts';

/**
 * Asks GitHub's REST API, as octokit's `request` does: a route such as `GET /repos/{owner}/{repo}/git/blobs/{file_sha}`
 * and its parameters. It retries within bounds (`github/api.ts` does), and then rejects with octokit's
 * error: the HTTP `status` and the `response`; without a `response` where no reply came.
 */
export type GitHubRequest = (
  route: string,
  parameters: Readonly<Record<string, string>>,
) => Promise<{ readonly data: unknown }>;

/** A GET of one repository: gives the reply's body. `subject` is what is asked for, in our words, for the message. */
export type Get = (route: string, parameters: Readonly<Record<string, string>>, subject: string) => Promise<unknown>;

/** Binds requests to a repository. The result throws `repository-unavailable`, which says what to grant or do. */
export function askAbout(request: GitHubRequest, owner: string, repo: string): Get {
  return async (route, parameters, subject) => {
    try {
      return (await request(route, { owner, repo, ...parameters })).data;
    } catch (error) {
      throw refused(subject, error);
    }
  };
}

/** An object's own fields, none for anything else: GitHub's answers are never trusted to have a shape. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function refused(subject: string, error: unknown): GateFailure {
  const { status, response } = asRecord(error);
  const answered = typeof status === 'number' && response !== undefined;
  const answer = answered ? `answered ${status}` : 'gave no answer';
  const fix = answered
    ? fixFor(status, asRecord(asRecord(response).headers))
    : 'run the job again when it can be reached';
  return new GateFailure('repository-unavailable', `GitHub ${answer} when asked for ${subject}: ${fix}`);
}

/** What a status means here: REST API, "Get a commit object", "Get a tree", "Get a blob", "Rate limits for the REST API". */
function fixFor(status: number, headers: Readonly<Record<string, unknown>>): string {
  if (status >= 500) return 'run the job again when GitHub has recovered';
  if (status === 401) return 'the token is not valid; pass a valid one';
  if (status === 429 || headers['retry-after'] !== undefined || String(headers['x-ratelimit-remaining']) === '0') {
    return 'the token has reached its rate limit; run the job again later';
  }
  if (status === 403 || status === 404) {
    return 'grant the job `contents: read`, and check that its token can read this repository';
  }
  return 'check that the commit still exists, for example after a force-push';
}
