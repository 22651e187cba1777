import { quoted } from '../../text/visible.ts';
import type { GitHubClient } from './api.ts';
import { chooseBaseline } from './baseline.ts';
import type { Range } from '../port.ts';
import type { ActionEvent, ActionRequest, WorkflowRunEvent } from './request.ts';
import { findTestMerge } from './test-merge.ts';

/**
 * Judges what will be merged: on `pull_request` the test merge against its first parent, the tip of the base
 * branch; on `merge_group` the group against its base; on `push` what came against what was there. The last two kinds
 * of event audit everything that is locked. See docs/decisions/0070-what-the-action-compares.md.
 * @throws GateFailure `event` where the pull request has no test merge, `repository-unavailable` where GitHub does not
 *   provide what is needed.
 */
export async function chooseRange(
  request: ActionRequest,
  client: GitHubClient,
  event: Exclude<ActionEvent, WorkflowRunEvent>,
): Promise<Range> {
  const { sha } = request;
  switch (event.kind) {
    case 'pull_request': {
      const [merge, baseline] = await Promise.all([
        findTestMerge(request, client, event),
        chooseBaseline(request, client, `refs/heads/${event.baseRef}`),
      ]);
      return { ...check(baseline.instead ?? merge.base, merge.head), notes: baseline.notes };
    }
    case 'merge_group':
      // A merge queue is a protection: its branch is a trusted baseline by definition.
      return { ...check(event.baseSha, event.headSha), notes: [] };
    case 'push': {
      const { ref, before, after } = event;
      if (after === undefined) {
        return { kind: 'nothing', reason: `${quoted(ref)} was deleted: nothing is left to judge.` };
      }
      const baseline = await chooseBaseline(request, client, ref);
      const base = baseline.instead ?? before;
      if (base !== undefined) return { ...check(base, after), notes: baseline.notes };
      return { kind: 'check', head: after, policy: after, notes: baseline.notes };
    }
    case 'schedule':
      return { kind: 'audit', head: sha, policy: sha, notes: [] };
    case 'workflow_dispatch': {
      const baseline = await chooseBaseline(request, client, event.ref);
      return { kind: 'audit', head: sha, policy: baseline.instead ?? sha, notes: baseline.notes };
    }
  }
}

function check(base: string, head: string) {
  return { kind: 'check', base, head, policy: base } as const;
}
