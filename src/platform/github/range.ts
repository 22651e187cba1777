import { quoted } from '../../text/visible.ts';
import type { CheckRange, Range, ReadBaselines } from '../port.ts';
import type { GitHubClient } from './api.ts';
import { askBaselines } from './baseline.ts';
import type { Branch } from './branches.ts';
import { findTip, readDefaultBranch } from './branches.ts';
import { rangeOfPull } from './pull-range.ts';
import { pullsWithHead, whyOutdated } from './pulls.ts';
import { queueAhead } from './queue.ts';
import type { ActionRequest, JudgedEvent, MergeGroupEvent, PushEvent } from './request.ts';
import { lookAtDefault, secondLooks } from './second-looks.ts';

/**
 * Judges what will be merged: on `pull_request` the newest test merge against its first parent, the tip of the base
 * branch; on `merge_group` the group against the target branch's tip; on `push` what came against what was there. The last
 * two kinds of event audit everything that is locked. The policy is always the default branch's. See
 * docs/decisions/0210-trust-comes-from-the-default-branch.md and 0211-a-verdict-belongs-to-a-head.md.
 * @throws GateFailure `event` where the pull request has no test merge, `repository-unavailable` where GitHub does not
 *   provide what is needed, `budget` where one head is proposed into too many branches.
 */
export async function chooseRange(
  request: ActionRequest,
  client: GitHubClient,
  event: JudgedEvent,
  readBaselines: ReadBaselines,
): Promise<Range> {
  const { sha } = request;
  switch (event.kind) {
    case 'pull_request':
      return rangeOfPull(request, client, event, readBaselines);
    case 'merge_group':
      return rangeOfGroup(request, client, event, readBaselines);
    case 'push':
      return rangeOfPush(request, client, event, readBaselines);
    case 'schedule':
      return { kind: 'audit', head: sha, policy: sha, notes: [] };
    case 'workflow_dispatch': {
      const trunk = await readDefaultBranch(request, client);
      if (branchOf(event.ref) === trunk.name) return { kind: 'audit', head: sha, policy: sha, notes: [] };
      // An audit does not judge what a change adds: on the head of a pull request it would stand for the verdict on that.
      if ((await pullsWithHead(request, client, sha)).length > 0) {
        return rangeOfCommit(request, client, { ref: event.ref, head: sha, before: undefined, trunk, readBaselines });
      }
      return { kind: 'audit', head: sha, policy: trunk.tip, notes: [`The policy is that of ${quoted(trunk.name)}.`] };
    }
  }
}

/** The queue entry in front has not landed: neither what it locks nor its policy counts. */
async function rangeOfGroup(
  request: ActionRequest,
  client: GitHubClient,
  event: MergeGroupEvent,
  readBaselines: ReadBaselines,
): Promise<CheckRange> {
  const { headSha } = event;
  const trunk = await readDefaultBranch(request, client);
  const target = branchOf(event.baseRef) ?? event.baseRef;
  const baseline = await askBaselines(request, client, trunk, readBaselines)(target);
  const tip = target === trunk.name ? trunk.tip : await findTip(request, client, target);
  const queue = tip === undefined ? undefined : queueAhead(request, client, event, tip);
  const reason = { kind: 'not-a-baseline', branch: target, defaultBranch: trunk.name } as const;
  return {
    ...{ kind: 'check', head: headSha, policy: trunk.tip, notes: baseline.why === undefined ? [] : [baseline.why] },
    base: tip ?? trunk.tip,
    ...(tip === undefined ? {} : { trustedRef: baseline.counts ? target : trunk.name }),
    also: baseline.counts ? [] : await lookAtDefault(request, client, { trunk, head: headSha, reason }),
    ...(queue === undefined ? {} : { queue }),
  };
}

async function rangeOfPush(
  request: ActionRequest,
  client: GitHubClient,
  { ref, before, after }: PushEvent,
  readBaselines: ReadBaselines,
): Promise<Range> {
  if (after === undefined) return { kind: 'nothing', reason: `${quoted(ref)} was deleted: nothing is left to judge.` };
  const trunk = await readDefaultBranch(request, client);
  const branch = branchOf(ref);
  if (branch === trunk.name) {
    const check = { kind: 'check', head: after, also: [], notes: [] } as const;
    // What was there decided when it landed. The first push of the default branch has nothing to compare with.
    return { ...check, policy: before ?? after, ...(before === undefined ? {} : { base: before, trustedRef: branch }) };
  }
  return rangeOfCommit(request, client, { ref, head: after, before, trunk, readBaselines });
}

interface Commit {
  readonly ref: string;
  readonly head: string;
  /** What the ref pointed at before, where that is known. */
  readonly before: string | undefined;
  readonly trunk: Branch;
  readonly readBaselines: ReadBaselines;
}

/** A commit that is not on the default branch. It may be the head of pull requests, on which GitHub shows this check too. */
async function rangeOfCommit(
  request: ActionRequest,
  client: GitHubClient,
  { ref, head, before, trunk, readBaselines }: Commit,
): Promise<CheckRange> {
  const branch = branchOf(ref);
  const asked = askBaselines(request, client, trunk, readBaselines);
  const baseline = branch === undefined ? undefined : await asked(branch);
  const counts = baseline?.counts === true;
  const others = await pullsWithHead(request, client, head);
  const baseRef = counts && branch !== undefined ? branch : trunk.name;
  const also = await secondLooks(request, client, { trunk, asked, baseRef, head, others });
  const why = branch === undefined ? 'is not a branch' : 'is not a baseline';
  const name = quoted(branch ?? ref);
  const note = baseline?.why ?? `${name} ${why}: it is compared with the default branch ${quoted(trunk.name)}.`;
  return {
    ...{ kind: 'check', head, policy: trunk.tip, base: (counts ? before : undefined) ?? trunk.tip, also },
    ...(counts && before !== undefined ? { trustedRef: baseRef } : {}),
    whyOutdated: () => whyOutdated(request, client, head, others),
    notes: counts ? [] : [note],
  };
}

function branchOf(ref: string): string | undefined {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
}
