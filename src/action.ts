import * as core from '@actions/core';

import { asGateError } from './errors.ts';
import { serializeEvidence } from './recording/evidence-file.ts';
import { extendedFromGitHub } from './run/extended-policy.ts';
import { runGate } from './run/pipeline.ts';
import { recordingOf } from './run/evidence-recording.ts';
import { reportOf } from './run/report-of.ts';
import type { Run } from './run/request.ts';
import { connect } from './platform/github/api.ts';
import type { GitHubClient } from './platform/github/api.ts';
import { readAuthorship } from './platform/github/authorship.ts';
import { checksUrl } from './platform/github/pull-page.ts';
import { publish, publishCommentOnly } from './platform/github/publish.ts';
import { pullsOfRun } from './platform/github/pulls.ts';
import { chooseRange } from './platform/github/range.ts';
import type { Range } from './platform/github/range.ts';
import type { ActionRequest, WorkflowRunEvent } from './platform/github/request.ts';
import { readActionRequest } from './platform/github/inputs.ts';
import type { Report } from './model/index.ts';
import { annotate } from './report/formats/annotations.ts';
import { jsonReport } from './report/formats/json.ts';
import { commentMarkdown, summaryMarkdown } from './report/formats/markdown.ts';
import { terminalReport } from './report/formats/terminal.ts';
import { errorLine } from './report/view/words.ts';
import { openGitHubTree } from './platform/github/snapshot.ts';

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
  const { rerunChecks } = await import('./platform/github/rerun.ts');
  await rerunChecks(request, client, workflow, async (pull) => {
    const range = await chooseRange(request, client, pull);
    return range.kind === 'nothing' ? 'pass' : (await judge({ ...request, event: pull }, client, range)).judgement.verdict;
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
  const run = await judge(request, client, range);
  const [report, evidence] = [reportOf(run), recordingOf(run)];
  const review = !run.failed && run.policy?.review === true;
  process.stdout.write(terminalReport(report));
  const all = checksUrl(request);
  await send(request, client, {
    report,
    review,
    annotations: annotate(report),
    summary: summaryMarkdown(report),
    comment: commentMarkdown(report, all === undefined ? {} : { all }),
    json: jsonReport(report),
    ...(request.inputs.annotations === 'check'
      ? { check: (await import('./report/formats/check.ts')).checkOutput(report) }
      : {}),
    ...(request.inputs.sarif === 'none' ? {} : { sarif: await sarifOf(report, request.rulesUrl) }),
    ...(evidence === undefined ? {} : { evidence: serializeEvidence(evidence) }),
  });
  return report.verdict === 'pass' || report.verdict === 'warn' ? 0 : 1;
}

/** Loaded only where it is asked for: it brings every rule's words. */
async function sarifOf(report: Report, rulesUrl: string | undefined): Promise<string> {
  return (await import('./report/formats/sarif.ts')).sarifReport(report, rulesUrl === undefined ? {} : { rulesUrl });
}

async function judge(
  request: ActionRequest,
  client: GitHubClient,
  range: Exclude<Range, { kind: 'nothing' }>,
): Promise<Run> {
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
    readExtended: extendedFromGitHub(() => Promise.resolve(client.request)),
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
