import * as z from 'zod';

import type { Activity, BrokenBecause, Chain, Move } from '../../../decisions/activity-chain.ts';
import { followChain } from '../../../decisions/activity-chain.ts';
import { quoted } from '../../../text/visible.ts';
import type { GitHubClient } from '../api.ts';
import { objectId } from '../ask.ts';
import type { ActionRequest } from '../request.ts';
import { restAccount } from './accounts.ts';
import type { Conversation } from './conversation.ts';
import { approvalsUnavailable, approvalsUnusable } from './unavailable.ts';

/** Who pushed to the head's branch, from GitHub's list of the repository's activity. */

const kinds = z.enum(['push', 'force_push', 'branch_creation', 'branch_deletion', 'pr_merge', 'merge_queue_merge']);
const entries = z.array(
  z
    .object({
      ref: z.string(),
      activity_type: kinds,
      before: objectId,
      after: objectId,
      actor: restAccount.nullable(),
      timestamp: z.iso.datetime({ offset: true }),
    })
    .transform(({ ref, activity_type: kind, before, after, actor, timestamp: at }) => {
      const entry: Activity = { kind, before: idOf(before), after: idOf(after), actor, at };
      return { ref, entry };
    }),
);

/** Git's null object id: there was, or is, no commit. */
const idOf = (id: string): string | null => (/^0+$/.test(id) ? null : id);

/** A hundred entries each. */
const maxPages = 20;
/** Of what was on a branch of long life before. */
const maxFormerPages = 10;
/** What GitHub may need to list a push after the run for it began; a minute in all. */
const waits = [2000, 6000, 16_000, 36_000] as const;
const grant = 'the token `contents: read`';

/**
 * The moves of the head's branch, from the head as it stands back to where the branch was made or to a commit of the base.
 * @throws GateFailure `approvals-unavailable` where the list is refused or no such chain, and what GitHub's client throws for
 *   the first request where `isElsewhere`: the caller may know another way for a fork
 */
export async function readMoves(
  { owner, repo }: Pick<ActionRequest, 'owner' | 'repo'>,
  client: GitHubClient,
  pull: Conversation,
  place: { readonly owner: string; readonly repo: string; readonly isElsewhere: boolean },
): Promise<readonly Move[]> {
  const ofBase = new Map<string, boolean>();
  const commits = new Set(pull.commits.keys());
  const isPast = pull.state === 'MERGED';
  for (const wait of [0, ...waits]) {
    if (wait > 0) await client.pause(wait);
    const activity: Activity[] = [];
    let next: Page = { isAll: false };
    let pages = 0;
    const follow = (): Chain =>
      followChain(pull.headSha, {
        ...{ activity, isAll: next.isAll, isEnough: pages >= maxFormerPages },
        ...{ commits, ofBase, isPast, since: pull.createdAt },
      });
    for (let chain: Chain = { state: 'more' }; ; chain = follow()) {
      if (chain.state === 'whole') return chain.moves;
      if (chain.state === 'ask') {
        ofBase.set(chain.commit, await hasCommit({ owner, repo }, client, pull.baseRef, chain.commit));
      } else if (chain.state === 'broken') {
        if (chain.why === 'head-not-listed' && wait !== waits.at(-1)) break;
        throw broken(chain.why, pull);
      } else {
        if (pages === maxPages) throw broken('gap', pull);
        next = await readPage(client, pull, place, next.after);
        activity.push(...(next.entries ?? []));
        pages += 1;
      }
    }
  }
  throw broken('head-not-listed', pull);
}

interface Page {
  readonly entries?: readonly Activity[];
  readonly isAll: boolean;
  readonly after?: string;
}

/** The list has cursors for pages: of the address that GitHub gives only that is used. */
async function readPage(
  client: GitHubClient,
  { headRef }: Conversation,
  { owner, repo, isElsewhere }: { readonly owner: string; readonly repo: string; readonly isElsewhere: boolean },
  after: string | undefined,
): Promise<Page> {
  const ref = `refs/heads/${headRef}`;
  const parameters = { owner, repo, ref, per_page: 100, ...(after === undefined ? {} : { after }) };
  try {
    const { data, headers } = await client.request('GET /repos/{owner}/{repo}/activity', parameters);
    const own = entries.parse(data).flatMap((one) => (one.ref === ref ? [one.entry] : []));
    const [, address = ''] = /<([^<>]*)>;\s*rel="next"/.exec(String(headers['link'] ?? '')) ?? [];
    const cursor = /[?&]after=([^&]+)/.exec(address)?.[1];
    if (cursor === undefined) return { entries: own, isAll: address === '' };
    return { entries: own, isAll: false, after: decodeURIComponent(cursor) };
  } catch (error) {
    if (isElsewhere && after === undefined) throw error;
    throw approvalsUnavailable(error, `who pushed to ${quoted(headRef)}`, grant);
  }
}

const comparison = z.object({ merge_base_commit: z.object({ sha: objectId }) });

/** Whether a branch, or a commit, has a commit in its history. */
export async function hasCommit(
  { owner, repo }: Pick<ActionRequest, 'owner' | 'repo'>,
  client: GitHubClient,
  base: string,
  commit: string,
): Promise<boolean> {
  // The changed files, with their patches, are on the first page only (REST, "Compare two commits").
  const where = { owner, repo, basehead: `${base}...${commit}`, per_page: 1, page: 2 };
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/compare/{basehead}', where);
    return comparison.parse(data).merge_base_commit.sha === commit;
  } catch (error) {
    throw approvalsUnavailable(error, `whether ${quoted(base)} has the commit ${commit}`, grant);
  }
}

function broken(why: BrokenBecause, { number, headRef }: Conversation) {
  const told = {
    'head-not-listed': 'does not list who pushed its head',
    gap: 'lists the pushes to its branch with a gap',
    'no-actor': 'does not say who made one of the pushes to its branch',
  }[why];
  const what = `GitHub ${told} (${quoted(headRef)}), so who proposed pull request #${number} is not known`;
  return approvalsUnusable(what, 'push the branch anew under a new name, and open another pull request from it');
}
