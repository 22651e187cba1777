import * as z from 'zod';

import type { Queue, QueueEntry } from '../port.ts';
import type { GitHubClient } from './api.ts';
import { objectId } from './ask.ts';
import type { ActionRequest, MergeGroupEvent } from './request.ts';

export const queueRefs = z.array(z.object({ ref: z.string(), object: z.object({ sha: objectId }) }));
/** Entries that are followed, from the newest: each is another commit to read. */
const most = 10;

/** `refs/heads/gh-readonly-queue/main/pr-7-<what it is built on>` */
export const entryOf = (ref: string) => {
  const name = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-(\d{1,9})-([0-9a-f]+)$/.exec(ref);
  const [, target = '', number = '', base = ''] = name ?? [];
  return name === null ? undefined : { target, number: Number(number), base };
};

/** Below this are the refs of a target branch's queue, as the API wants it (`refs/` left out). */
export const queueOf = (baseRef: string) => `heads/gh-readonly-queue/${baseRef.slice('refs/heads/'.length)}/`;

/** What is in front of a merge group; undefined where it stands on the target branch's tip. */
export function queueAhead(
  request: ActionRequest,
  client: GitHubClient,
  { baseSha, baseRef, headRef }: MergeGroupEvent,
  tip: string,
): Queue | undefined {
  if (baseSha === tip) return undefined;
  const own = entryOf(headRef)?.number;
  return {
    entries: () => entriesAhead(request, client, { baseSha, baseRef, tip }),
    ...(own === undefined ? {} : { own }),
  };
}

/** From entry to entry by the queue's refs, each named after the commit it is built on. A courtesy: it names, and judges nothing. */
async function entriesAhead(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  { baseSha, baseRef, tip }: { readonly baseSha: string; readonly baseRef: string; readonly tip: string },
): Promise<readonly QueueEntry[]> {
  const ref = queueOf(baseRef);
  const ahead: QueueEntry[] = [];
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', { owner, repo, ref });
    const entries = queueRefs.parse(data).flatMap((found) => {
      const entry = entryOf(found.ref);
      return entry === undefined ? [] : [{ ...entry, head: found.object.sha }];
    });
    for (let at = baseSha; at !== tip && ahead.length < most;) {
      const entry = entries.find(({ head }) => head === at);
      if (entry === undefined) break;
      ahead.unshift({ commit: entry.head, pull: entry.number });
      at = entry.base;
    }
  } catch {
    // Who brings a finding is not known then; that there is one does not depend on it.
  }
  return ahead.length === 0 ? [{ commit: baseSha }] : ahead;
}
