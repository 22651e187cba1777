import * as core from '@actions/core';

import { asGateError } from './errors.ts';
import { serializeEvidence } from './evidence/evidence-file.ts';
import { runGate } from './gate.ts';
import type { Outcome } from './gate.ts';
import { connect } from './github/api.ts';
import type { GitHubClient } from './github/api.ts';
import { readAuthorship } from './github/authorship.ts';
import { publish, publishCommentOnly } from './github/publish.ts';
import { pullsOfRun } from './github/pulls.ts';
import { chooseRange } from './github/range.ts';
import type { Range } from './github/range.ts';
import type { ActionRequest, WorkflowRunEvent } from './github/request.ts';
import { readActionRequest } from './inputs.ts';
import type { Report } from './model.ts';
import { annotate } from './report/annotations.ts';
import { jsonReport } from './report/json.ts';
import { commentMarkdown, summaryMarkdown } from './report/markdown.ts';
import { terminalReport } from './report/terminal.ts';
import { errorLine } from './report/words.ts';
import { openGitHubTree } from './repository/github.ts';

/** One run of the action. @returns the exit code: 0 for success, 1 for everything else. */
async function main(): Promise<number> {
  const request = readActionRequest(process.env);
  const client = await connect(request);
  const { event } = request;
  if (event.kind !== 'workflow_run') {
    const status = await judgeAndTell({ ...request, event }, client);
    if (event.kind === 'schedule' && request.inputs.rerun !== undefined) {
      await rerun(request, client, request.inputs.rerun);
    }
    return status;
  }
  const pulls = await pullsOfRun(request, client, event);
  if (pulls.length === 0) core.info('No open pull request has that head: there is nothing to comment on.');
  for (const pull of pulls) await judgeAndTell({ ...request, event: pull }, client, publishCommentOnly);
  // The verdict is the other workflow's check; this run only tells.
  return 0;
}

/** What is judged here is told to nobody: the check that runs again tells it. */
async function rerun(request: ActionRequest, client: GitHubClient, workflow: string): Promise<void> {
  const { rerunChecks } = await import('./github/rerun.ts');
  await rerunChecks(request, client, workflow, async (pull) => {
    const range = await chooseRange(request, client, pull);
    return range.kind === 'nothing' ? 'pass' : (await judge({ ...request, event: pull }, client, range)).report.verdict;
  });
}

/** An event of which the run itself says what to judge. */
type JudgedRequest = ActionRequest & { readonly event: Exclude<ActionRequest['event'], WorkflowRunEvent> };

async function judgeAndTell(
  request: JudgedRequest,
  client: GitHubClient,
  send: (...publication: Parameters<typeof publish>) => Promise<unknown> = publish,
): Promise<number> {
  const range = await chooseRange(request, client, request.event);
  if (range.kind === 'nothing') {
    core.info(range.reason);
    core.setOutput('verdict', 'pass');
    return 0;
  }
  for (const note of range.notes) core.info(note);
  const outcome = await judge(request, client, range);
  const { report, evidence } = outcome;
  process.stdout.write(terminalReport(report));
  await send(request, client, {
    report,
    annotations: annotate(report),
    summary: summaryMarkdown(report),
    comment: commentMarkdown(report, request.runUrl === undefined ? {} : { all: request.runUrl }),
    json: jsonReport(report),
    ...(request.inputs.sarif === 'none' ? {} : { sarif: await sarifOf(report) }),
    ...(evidence === undefined ? {} : { evidence: serializeEvidence(evidence) }),
  });
  return report.verdict === 'pass' || report.verdict === 'warn' ? 0 : 1;
}

/** Loaded only where it is asked for: it brings every rule's words. */
async function sarifOf(report: Report): Promise<string> {
  return (await import('./report/sarif.ts')).sarifReport(report);
}

async function judge(
  request: ActionRequest,
  client: GitHubClient,
  range: Exclude<Range, { kind: 'nothing' }>,
): Promise<Outcome> {
  const { owner, repo, inputs } = request;
  const open = (commit: string) => openGitHubTree({ request: client.request, owner, repo, commit });
  const base = range.kind === 'check' ? range.base : undefined;
  const [head, other] = await Promise.all([
    open(range.head),
    range.policy === range.head ? undefined : open(range.policy),
  ]);
  const trusted = other ?? head;
  return runGate({
    mode: range.kind,
    ...(range.kind === 'check' ? { authorship: () => readAuthorship(request, client, range) } : {}),
    ...(base === undefined ? {} : { base: base === range.policy ? trusted : await open(base) }),
    head,
    trusted,
    policyPath: inputs.policyPath,
    ...(inputs.preset === undefined ? {} : { preset: inputs.preset }),
    ...(inputs.registry === undefined ? {} : { registry: inputs.registry }),
    ...(inputs.osv === undefined ? {} : { osv: inputs.osv }),
    ...(inputs.refreshTrust ? { trust: { refresh: {} } } : {}),
    now: new Date().toISOString(),
    offline: false,
    env: process.env,
    workTree: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
    onDefect: (cause) => core.debug(String(cause instanceof Error ? cause.stack : cause)),
  });
}

// Until a verdict says otherwise the run has failed: a process that ends early must not read as success.
process.exitCode = 1;
try {
  process.exitCode = await main();
} catch (cause) {
  core.setFailed(errorLine(asGateError(cause)));
  core.setOutput('verdict', 'error');
  core.debug(String(cause instanceof Error ? cause.stack : cause));
}
