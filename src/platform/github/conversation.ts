import * as core from '@actions/core';

import type { Report } from '../../model/index.ts';
import { isNoteworthy } from '../../report/view/missing-provenance.ts';
import type { Publication } from '../port.ts';
import type { GitHubClient } from './api.ts';
import type { CommentOrder } from './comment.ts';
import { publishComment } from './comment.ts';
import { describeFailure, isLockedConversation, readFailure } from './failure.ts';
import { pullUrl } from './pull-page.ts';
import type { ActionRequest, PullRequestEvent } from './request.ts';

/**
 * Keeps the comment of a pull request up to date, if the run is for one and asks for it.
 * @returns the id of our comment; undefined where there is none.
 */
export async function comment(
  request: ActionRequest,
  client: GitHubClient,
  publication: Pick<Publication, 'report' | 'comment' | 'when' | 'isUrgent'>,
): Promise<number | undefined> {
  const { event } = request;
  if (event.kind !== 'pull_request') return undefined;
  const worthCreating = publication.isUrgent === true || isWorthCreating(publication);
  return await write(request, client, event, { body: publication.comment, worthCreating, baseRef: event.baseRef });
}

/** Notes alone are no reason for a comment, and the list of missing provenance is one only where it says something new. */
function isWorthCreating({ report, when = 'always' }: Pick<Publication, 'report' | 'when'>): boolean {
  if (when === 'never') return false;
  const isFound = report.findings.some(({ status, level }) => status === 'reported' && level !== 'note');
  // What a record let in was said on another pull request: whoever reads this one has seen none of it.
  const isRecorded = (report.decisions?.ledger?.used ?? []).length > 0;
  return report.errors.length > 0 || isFound || (when === 'always' && (isRecorded || isNoteworthy(report)));
}

/** Replaces the comment of a pull request, if the run is for one, asks for it, and there is one. */
export async function replaceComment(request: ActionRequest, client: GitHubClient, body: string): Promise<void> {
  const { event } = request;
  if (event.kind !== 'pull_request') return;
  // Whatever the base branch is now: what stands there is about another head, or another base.
  await write(request, client, event, { body, worthCreating: false });
}

async function write(
  { owner, repo, inputs }: ActionRequest,
  client: GitHubClient,
  event: PullRequestEvent,
  what: Pick<CommentOrder, 'body' | 'worthCreating' | 'baseRef'>,
): Promise<number | undefined> {
  if (!inputs.comment) return undefined;
  const { number, headSha } = event;
  return await unlessRefused('The comment', event, async () => {
    const order = { owner, repo, number, headSha, ...what };
    const { outcome, id } = await publishComment(client, order);
    if (outcome === 'outdated') {
      core.info('The pull request has a newer head or another base branch: its own run updates the comment.');
    }
    return id;
  });
}

/** Built from the runner's variables, not from GitHub's reply; empty where there is no comment. */
export function commentUrl(request: ActionRequest, id: number | undefined): string {
  const page = pullUrl(request);
  return id === undefined || page === undefined ? '' : `${page}#issuecomment-${id}`;
}

/** Keeps the review of a pull request up to date, if the run is for one and asks for it; loaded only then. */
export async function review(
  { owner, repo, event, inputs }: ActionRequest,
  client: GitHubClient,
  { report, review: isAsked = false }: { readonly report: Report; readonly review?: boolean },
): Promise<void> {
  if (event.kind !== 'pull_request' || !(inputs.review || isAsked)) return;
  const { number, headSha, baseRef } = event;
  const { publishReview } = await import('./review.ts');
  await unlessRefused('The review', event, async () => {
    const outcome = await publishReview(client, { owner, repo, number, headSha, baseRef, report });
    if (outcome === undefined) {
      core.info('The pull request has a newer head or another base branch: its own run updates the review.');
    } else if (outcome.leftOut > 0) core.info(`Not in the review, for lack of room: ${outcome.leftOut} findings.`);
  });
}

/** A refusal is not a defect of the run: the warning says which permission is needed. */
async function unlessRefused<T>(
  what: string,
  { fork }: PullRequestEvent,
  task: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await task();
  } catch (error) {
    const { kind } = readFailure(error, 0);
    if (kind !== 'refused' && kind !== 'missing') throw error;
    const needs = fork
      ? 'the token of a pull request from a fork can only read'
      : 'the job needs `pull-requests: write`';
    const why = isLockedConversation(error) ? 'the conversation is locked' : needs;
    core.warning(`${what} was not written: ${describeFailure(error)}; ${why}. The verdict stands.`);
    return undefined;
  }
}
