import { quoted } from '../../text/visible.ts';
import type { Range, ReadBaselines } from '../port.ts';
import type { GitHubClient } from './api.ts';
import type { AskBaseline } from './baseline.ts';
import { askBaselines } from './baseline.ts';
import type { Branch } from './branches.ts';
import { findMergeBase, findTip, readDefaultBranch } from './branches.ts';
import { pullsWithHead, whyOutdated } from './pulls.ts';
import type { ActionRequest, PullRequestEvent } from './request.ts';
import { secondLooks } from './second-looks.ts';
import type { Target } from './test-merge.ts';
import { findTestMerge } from './test-merge.ts';

/**
 * What to compare for a pull request, as it stands now: its newest test merge, and its head with the base of every other
 * open pull request that has the same head.
 * @throws GateFailure as `chooseRange` does
 */
export async function rangeOfPull(
  request: ActionRequest,
  client: GitHubClient,
  event: PullRequestEvent,
  readBaselines: ReadBaselines,
): Promise<Range> {
  const trust = async ({ defaultBranch, baseRef, base }: Target) => {
    const trunk = await readDefaultBranch(request, client, defaultBranch);
    const asked = askBaselines(request, client, trunk, readBaselines);
    return (await isPastOf(request, client, { trunk, asked, baseRef, base })) ? { trunk, asked } : undefined;
  };
  const pull = await findTestMerge(request, client, event, trust);
  if (pull.kind === 'superseded') return pull;
  const { number, headSha } = event;
  const proposals = await pullsWithHead(request, client, headSha, number);
  const { baseRef } = pull;
  const { trunk, asked } = pull.accepted;
  const others = proposals.filter((proposal) => proposal.number !== number);
  const also = await secondLooks(request, client, { trunk, asked, baseRef, head: headSha, others });
  const { why, counts } = await asked(baseRef);
  // The base that was judged, if the list was made after yet another retarget.
  const judged = [...others, { number, baseRef, base: pull.base }];
  const moved = `The pull request was retargeted from ${quoted(event.baseRef)} to ${quoted(baseRef)}.`;
  return {
    ...{ kind: 'check', base: pull.base, head: pull.merge, policy: trunk.tip, baseRef, also },
    ...{ trustedRef: counts ? baseRef : trunk.name, comments: pull.comments },
    baseRefs: [...new Set(judged.map((proposal) => proposal.baseRef))],
    whyOutdated: () => whyOutdated(request, client, headSha, judged, number),
    notes: [...(baseRef === event.baseRef ? [] : [moved]), ...(why === undefined ? [] : [why])],
  };
}

interface Past {
  readonly trunk: Branch;
  readonly asked: AskBaseline;
  readonly baseRef: string;
  readonly base: string;
}

/**
 * Whether a test merge's first parent is, or was, the tip of its base branch: right after a retarget GitHub may still name
 * the merge into the former one. What a branch has that is no baseline does not count, so it does not matter there.
 */
async function isPastOf(request: ActionRequest, client: GitHubClient, past: Past): Promise<boolean> {
  const { trunk, asked, baseRef, base } = past;
  if (!(await asked(baseRef)).counts) return true;
  const tip = baseRef === trunk.name ? trunk.tip : await findTip(request, client, baseRef);
  if (tip === undefined || base === tip) return tip !== undefined;
  return (await findMergeBase(request, client, base, tip)) === base;
}
