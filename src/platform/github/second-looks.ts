import { GateFailure } from '../../errors.ts';
import type { UntrustedBase } from '../../model/index.ts';
import type { SecondLook } from '../port.ts';
import type { GitHubClient } from './api.ts';
import type { AskBaseline } from './baseline.ts';
import type { Branch } from './branches.ts';
import { findMergeBase } from './branches.ts';
import type { Proposal } from './pulls.ts';
import { pullOfBranch } from './pulls.ts';
import type { ActionRequest } from './request.ts';

/** Base branches that one head may be proposed into. Each costs a comparison, with the evidence for it. */
const maxBranches = 10;

interface Head {
  readonly trunk: Branch;
  readonly asked: AskBaseline;
  /** The base branch of the pull request that is judged. */
  readonly baseRef: string;
  readonly head: string;
  /** The other open pull requests with this head. */
  readonly others: readonly Proposal[];
}

/**
 * The further comparisons that a head needs. GitHub binds a check to a commit and shows the newest one on every pull
 * request of it, so the base of each counts. A branch that is no baseline may have anything in it: then the default
 * branch counts too. The head's own tree is compared, since a test merge into another branch may take the harm back.
 * @throws GateFailure `repository-unavailable`, `budget`
 */
export async function secondLooks(
  request: ActionRequest,
  client: GitHubClient,
  { trunk, asked, baseRef, head, others }: Head,
): Promise<readonly SecondLook[]> {
  const byBranch = new Map(others.map((other) => [other.baseRef, other] as const));
  byBranch.delete(baseRef);
  if (byBranch.size > maxBranches) {
    throw new GateFailure(
      'budget',
      `The head ${head} is proposed into more than ${maxBranches} other branches; close the pull requests that are not needed, and run the workflow again.`,
    );
  }
  const branches = [baseRef, ...byBranch.keys()];
  const counting = await Promise.all(branches.map(async (branch) => (await asked(branch)).counts));
  const stranger = branches.find((_, at) => counting[at] === false);
  const isOwn = stranger === baseRef;
  const isAsked = stranger !== undefined && baseRef !== trunk.name && (isOwn || !byBranch.has(trunk.name));
  const looks: SecondLook[] = [];
  if (isAsked) {
    byBranch.delete(trunk.name);
    const stackedOn = isOwn ? await pullOfBranch(request, client, stranger) : undefined;
    const stacked = stackedOn === undefined ? {} : { stackedOn };
    const reason = { kind: 'not-a-baseline', branch: stranger, defaultBranch: trunk.name, ...stacked } as const;
    looks.push(...(await lookAtDefault(request, client, { trunk, head, reason })));
  }
  for (const [branch, { number: pull, base }] of byBranch) {
    const tip = branch === trunk.name ? trunk.tip : base;
    const past = await findMergeBase(request, client, tip, head);
    if (past !== head) looks.push({ base: past ?? tip, head, reason: { kind: 'same-head', branch, pull } });
  }
  return looks;
}

/**
 * The head's own tree against where it left the default branch: what merging it there would add. Nothing where the
 * default branch has the head already.
 * @throws GateFailure `repository-unavailable`
 */
export async function lookAtDefault(
  request: ActionRequest,
  client: GitHubClient,
  { trunk, head, reason }: { readonly trunk: Branch; readonly head: string; readonly reason: UntrustedBase },
): Promise<readonly SecondLook[]> {
  const past = await findMergeBase(request, client, trunk.tip, head);
  return past === head ? [] : [{ base: past ?? trunk.tip, head, reason }];
}
