import * as core from '@actions/core';

import { asGateError, GateFailure } from '../../../errors.ts';
import type { Approvals } from '../../../model/index.ts';
import type { GitHubClient } from '../api.ts';
import { readPull } from '../pulls.ts';
import type { ActionRequest, IssueCommentEvent, PullRequestEvent } from '../request.ts';
import type { Judged, JudgePull } from './settle.ts';
import { plain, settle } from './settle.ts';
import { mayAsk } from './who-asks.ts';

/** Attempts of one run that comments may bring it to; the others are left to the daily run, and to people. */
const byComments = 20;

export interface RoundOrder {
  /** The path of the workflow that holds the check. */
  readonly workflow: string;
  readonly judge: JudgePull;
  readonly minimum: () => Promise<Approvals['minimumPermission']>;
}

/**
 * The round that a comment asks for, if whoever wrote it may: judge the pull request, write the comment, and run the check again
 * where it says otherwise. Nobody else gets an answer.
 * @returns the exit code
 * @throws GateFailure where GitHub does not say who asks, or what there is to judge
 */
export async function runRound(
  request: ActionRequest,
  client: GitHubClient,
  event: IssueCommentEvent,
  { workflow, judge, minimum }: RoundOrder,
): Promise<number> {
  if (!(await mayAsk(request, client, event, minimum))) {
    core.info('The check is not run again: this account may not ask for it, or has asked in the last ten minutes.');
    return 0;
  }
  const pull = await readPull(request, client, event.number);
  if (pull === undefined) {
    core.info('The pull request is closed: there is no check to run again.');
    return 0;
  }
  const judged = await judgeAsItStands(pull, client, judge);
  if (judged === undefined) return 0;
  await judged.publish();
  const settled = await settle(request, client, { workflow, most: byComments }, pull, judged);
  if (settled.kind === 'again') core.info(`The check of pull request #${pull.number} runs again.`);
  if (settled.kind === 'same') core.info(`The check of pull request #${pull.number} says the same already.`);
  if (settled.kind === 'stuck') {
    core.warning(`Pull request #${pull.number}: ${plain(settled.words)}`);
    await judged.publish(settled.words);
  }
  return judged.isJudged ? 0 : 1;
}

type Round = Judged & { readonly isJudged: boolean };

/** What cannot be judged does not stay green: the check that runs again says why. Where there is no merge, there is nothing to keep. */
async function judgeAsItStands(
  pull: PullRequestEvent,
  client: GitHubClient,
  judge: JudgePull,
): Promise<Round | undefined> {
  try {
    const judged = await judge(pull, client);
    return judged && { ...judged, isJudged: true };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    const { code, message } = asGateError(cause);
    core.warning(`Pull request #${pull.number} was not judged: ${message}`);
    if (code === 'event') return undefined;
    const nothing = () => Promise.resolve();
    return { verdict: 'error', file: () => Promise.resolve('default'), publish: nothing, isJudged: false };
  }
}
