import * as z from 'zod';

import type { Report } from '../../model/index.ts';
import { fileKey, fileRemark, lineRemark, remarksOf, resolvedRemark, reviewText } from '../../report/view/remarks.ts';
import type { Remark } from '../../report/view/remarks.ts';
import type { GitHubClient } from './api.ts';
import { readDiff } from './diff.ts';
import type { DiffLines } from './diff.ts';
import { readFailure } from './failure.ts';
import { openRemarks } from './review-comments.ts';
import type { OpenRemark } from './review-comments.ts';
import { maxLines, planOf } from './review-plan.ts';
import type { Plan } from './review-plan.ts';
import { closeConversations } from './review-threads.ts';
import { sameText } from './same-text.ts';

export interface ReviewOrder {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  /** The head that was judged: a pull request with a newer head is left to that head's run. */
  readonly headSha: string;
  /** The base branch that it was judged for: retargeted, it is left to the run that the retarget started. */
  readonly baseRef?: string;
  readonly report: Report;
}

/** How many remarks were written, changed and closed, and how many findings have none. */
export interface ReviewOutcome {
  readonly written: number;
  readonly changed: number;
  readonly closed: number;
  readonly leftOut: number;
}

const pullReply = z.object({ head: z.object({ sha: z.string() }), base: z.object({ ref: z.string() }) });

/**
 * Keeps remarks on the lines of the diff that pull in blocked packages: new remarks in one review, those without a line on
 * the whole file, open ones updated in place and closed once nothing of them is left. Nothing is written if nothing changed.
 * @returns undefined where the pull request has a newer head or another base branch
 * @throws what the client throws, and ZodError for a reply of another shape; the caller makes a warning of it.
 */
export async function publishReview(client: GitHubClient, order: ReviewOrder): Promise<ReviewOutcome | undefined> {
  const { owner, repo, number, headSha, report } = order;
  const pull = { owner, repo, pull_number: number };
  const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', pull);
  const { head, base } = pullReply.parse(data);
  const { baseRef = base.ref } = order;
  if (head.sha !== headSha || base.ref !== baseRef) return undefined;

  const remarks = remarksOf(report);
  const open = await deleteDuplicates(client, order, await openRemarks(client, order));
  const isOpen = (remark: Remark) => open.some(({ key, isOnLine }) => isOnLine && key === remark.key);
  const kept = remarks.filter(isOpen);
  const missing = remarks.filter((remark) => !isOpen(remark));
  const paths = new Set(missing.flatMap(({ files }) => files));
  const diff = missing.length === 0 ? new Map<string, DiffLines>() : await readDiff(client, order, paths);

  let plan = planOf(missing, diff, maxLines - kept.length);
  if (plan.lines.length > 0 && !(await writeReview(client, order, plan))) plan = planOf(missing, diff, 0);
  const bodies = new Map([
    ...kept.map((remark) => [remark.key, lineRemark(remark)] as const),
    ...[...plan.files].map(([path, ofFile]) => [fileKey(path), fileRemark(path, ofFile)] as const),
  ]);
  let written = plan.lines.length;
  for (const path of plan.files.keys()) {
    if (open.some(({ key }) => key === fileKey(path))) continue;
    await writeOnFile(client, order, path, bodies.get(fileKey(path)) ?? '');
    written += 1;
  }
  const changed = await change(client, order, open, bodies);
  // After an evaluation error, a missing remark does not mean that its findings are gone.
  const gone = report.errors.length > 0 ? [] : open.filter(({ key }) => !bodies.has(key));
  await close(client, order, gone, open);
  return { written, changed, closed: gone.length, leftOut: plan.leftOut };
}

/** Two concurrent runs may both find no remark and both write one: the next run deletes the later one. */
async function deleteDuplicates(
  client: GitHubClient,
  { owner, repo }: ReviewOrder,
  remarks: readonly OpenRemark[],
): Promise<readonly OpenRemark[]> {
  const first = remarks.filter(({ key }, index) => remarks.findIndex((other) => other.key === key) === index);
  for (const { id } of remarks.filter((remark) => !first.includes(remark))) {
    await client.request('DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}', { owner, repo, comment_id: id });
  }
  return first;
}

/** @returns whether GitHub accepted it: one line that it does not know fails the whole review. */
async function writeReview(client: GitHubClient, order: ReviewOrder, plan: Plan): Promise<boolean> {
  const { owner, repo, number, headSha, report } = order;
  try {
    await client.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      ...{ owner, repo, pull_number: number, commit_id: headSha, event: 'COMMENT' },
      body: reviewText(report, { lines: plan.lines.length, files: plan.files.size, leftOut: plan.leftOut }),
      comments: plan.lines.map(({ remark, path, line }) => ({ path, line, side: 'RIGHT', body: lineRemark(remark) })),
    });
    return true;
  } catch (error) {
    if (readFailure(error, 0).kind !== 'invalid') throw error;
    return false;
  }
}

async function writeOnFile(client: GitHubClient, order: ReviewOrder, path: string, body: string): Promise<void> {
  const { owner, repo, number, headSha } = order;
  const file = { path, commit_id: headSha, subject_type: 'file', body };
  const route = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments';
  await client.request(route, { owner, repo, pull_number: number, ...file });
}

async function change(
  client: GitHubClient,
  order: ReviewOrder,
  open: readonly OpenRemark[],
  bodies: ReadonlyMap<string, string>,
): Promise<number> {
  let changed = 0;
  for (const { id, key, body } of open) {
    const wanted = bodies.get(key);
    if (wanted === undefined || sameText(wanted, body)) continue;
    await rewrite(client, order, id, wanted);
    changed += 1;
  }
  return changed;
}

/** The texts change last: if a run ends before, the next one closes the rest. */
async function close(
  client: GitHubClient,
  order: ReviewOrder,
  gone: readonly OpenRemark[],
  open: readonly OpenRemark[],
): Promise<void> {
  if (gone.length === 0) return;
  const { owner, repo, number } = order;
  const nodes = gone.map(({ node }) => node);
  const body = resolvedRemark(await closeConversations(client, order, nodes));
  for (const { id } of gone) await rewrite(client, order, id, body);
  const left = open.filter((remark) => !gone.includes(remark)).map(({ review }) => review);
  const done = new Set(gone.flatMap(({ review, isOnLine }) => (isOnLine && review !== null ? [review] : [])));
  for (const review of done) {
    if (left.includes(review)) continue;
    const route = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}';
    await client.request(route, { owner, repo, pull_number: number, review_id: review, body: resolvedRemark(true) });
  }
}

async function rewrite(client: GitHubClient, { owner, repo }: ReviewOrder, id: number, body: string): Promise<void> {
  await client.request('PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}', {
    owner,
    repo,
    comment_id: id,
    body,
  });
}
