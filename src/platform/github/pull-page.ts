import type { ActionRequest } from './request.ts';

type Place = Pick<ActionRequest, 'serverUrl' | 'owner' | 'repo' | 'event'>;

/** The page of the pull request, for people, made of validated parts; undefined where the run is of none. */
export function pullUrl({ serverUrl, owner, repo, event }: Place): string | undefined {
  if (serverUrl === undefined || event.kind !== 'pull_request') return undefined;
  return `${serverUrl}/${owner}/${repo}/pull/${event.number}`;
}

/**
 * Where people find the summary of the newest run on a pull request. The page of the run itself is another one with
 * every push, and a comment that names it would be edited although nothing that it says has changed.
 */
export function checksUrl(request: Place): string | undefined {
  const page = pullUrl(request);
  return page === undefined ? undefined : `${page}/checks`;
}
