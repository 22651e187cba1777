import type { ActionRequest } from './request.ts';

type Place = Pick<ActionRequest, 'serverUrl' | 'owner' | 'repo' | 'event'>;

/** The page of the pull request, for people, built from validated parts; undefined where the run is not for one. */
export function pullUrl({ serverUrl, owner, repo, event }: Place): string | undefined {
  if (serverUrl === undefined || event.kind !== 'pull_request') return undefined;
  return `${serverUrl}/${owner}/${repo}/pull/${event.number}`;
}

/**
 * The page with the summary of the newest run on a pull request. The run's own page changes with every push, and a
 * comment that links to it would be edited although nothing else in it has changed.
 */
export function checksUrl(request: Place): string | undefined {
  const page = pullUrl(request);
  return page === undefined ? undefined : `${page}/checks`;
}
