import type { Platform } from '../port.ts';
import type { GitHubClient } from './api.ts';
import { readAuthorship } from './authorship.ts';
import { findTip } from './branches.ts';
import { policyOf } from './policy-of.ts';
import { decisionsOf } from './decision-port.ts';
import { publish, publishUnjudged } from './publish.ts';
import { chooseRange } from './range.ts';
import type { ActionRequest, JudgedRequest } from './request.ts';
import { readRemotePolicy } from './remote-policy.ts';
import { openGitHubTree } from './snapshot.ts';
import { isStatusRequired, setStatus } from './status.ts';

/** GitHub, for one event. @param send publishes the report, if not everywhere */
export function githubPlatform(request: JudgedRequest, client: GitHubClient, send = publish): Platform {
  const { owner, repo, event } = request;
  const open = (commit: string) => openGitHubTree({ request: client.request, owner, repo, commit });
  const snapshot = once(open);
  let judged: ActionRequest = request;
  return {
    range: async (readBaselines) => {
      const range = await chooseRange(request, client, event, once(readBaselines));
      // What is published is about the base branch that was judged, which may not be the event's.
      const baseRef = range.kind === 'check' ? range.baseRef : undefined;
      if (event.kind === 'pull_request' && baseRef !== undefined) judged = { ...request, event: { ...event, baseRef } };
      return range;
    },
    snapshot,
    authorship: (range) => readAuthorship(request, client, range),
    repositoryId: request.repositoryId,
    branch: async (name) => {
      const tip = await findTip(request, client, name);
      return tip === undefined ? undefined : snapshot(tip);
    },
    decisions: (range) => decisionsOf(request, client, range, snapshot),
    policyOf: policyOf(() => Promise.resolve(client.request)),
    remotePolicy: (remote) =>
      readRemotePolicy(remote, client.request, { names: [`${owner}/${repo}`], id: request.repositoryId }),
    publish: (publication) => send(judged, client, publication),
    setStatus: (status) => setStatus(request, client, status),
    isStatusRequired: (branches) => isStatusRequired(request, client, branches),
    publishUnjudged: (markdown) => publishUnjudged(request, client, markdown),
  };
}

/** What a commit holds never changes, and several comparisons of one run read the same commit. */
function once<T>(read: (commit: string) => Promise<T>): (commit: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (commit) => {
    const value = known.get(commit) ?? read(commit);
    known.set(commit, value);
    return value;
  };
}
