import * as core from '@actions/core';

import { asGateError } from './errors.ts';
import type { Report } from './model/index.ts';
import { connect } from './platform/github/api.ts';
import type { GitHubClient } from './platform/github/api.ts';
import { readActionRequest } from './platform/github/inputs.ts';
import { githubPlatform } from './platform/github/platform.ts';
import type { JudgedRequest } from './platform/github/platform.ts';
import { publishCommentOnly } from './platform/github/publish.ts';
import { checksUrl } from './platform/github/pull-page.ts';
import { pullsOfRun } from './platform/github/pulls.ts';
import type { ActionInputs, ActionRequest } from './platform/github/request.ts';
import type { Platform, Publication, Range } from './platform/port.ts';
import { serializeEvidence } from './recording/evidence-file.ts';
import { annotate } from './report/formats/annotations.ts';
import { jsonReport } from './report/formats/json.ts';
import { commentMarkdown, summaryMarkdown } from './report/formats/markdown.ts';
import { terminalReport } from './report/formats/terminal.ts';
import { errorLine } from './report/view/words.ts';
import { recordingOf } from './run/evidence-recording.ts';
import { runGate } from './run/pipeline.ts';
import { reportOf } from './run/report-of.ts';
import type { Run } from './run/request.ts';
import { quoted } from './text/visible.ts';

/** One run of the action. @returns the exit code: 0 for success, 1 for everything else. */
async function main(): Promise<number> {
  const request = readActionRequest(process.env);
  const client = await connect(request);
  const { event } = request;
  if (event.kind !== 'workflow_run') {
    const judged = { ...request, event };
    const status = await judgeAndPublish(judged, githubPlatform(judged, client));
    if (event.kind === 'schedule' && request.inputs.rerun !== undefined) {
      await rerun(request, client, request.inputs.rerun);
    }
    return status;
  }
  const pulls = await pullsOfRun(request, client, event);
  if (pulls.length === 0) core.info('No open pull request has that head: there is nothing to comment on.');
  for (const pull of pulls) {
    const judged = { ...request, event: pull };
    await judgeAndPublish(judged, githubPlatform(judged, client, publishCommentOnly));
  }
  // The verdict is the other workflow's check; this run only comments.
  return 0;
}

/** This judgement is not published: the check that runs again publishes its own. */
async function rerun(request: ActionRequest, client: GitHubClient, workflow: string): Promise<void> {
  const { rerunChecks } = await import('./platform/github/rerun.ts');
  await rerunChecks(request, client, workflow, async (pull) => {
    const platform = githubPlatform({ ...request, event: pull }, client);
    const range = await platform.range();
    return range.kind === 'nothing' ? 'pass' : (await judge(request.inputs, platform, range)).judgement.verdict;
  });
}

async function judgeAndPublish(request: JudgedRequest, platform: Platform): Promise<number> {
  const range = await platform.range();
  if (range.kind === 'nothing') {
    core.info(range.reason);
    core.setOutput('verdict', 'pass');
    return 0;
  }
  for (const note of range.notes) core.info(note);
  const run = await judge(request.inputs, platform, range);
  if (request.inputs.preset !== undefined && run.file !== undefined) {
    core.notice(
      `The input \`preset\` has no effect: the policy file ${quoted(run.file.source)} decides. Write \`extends\` there to choose a preset.`,
    );
  }
  const report = reportOf(run);
  process.stdout.write(terminalReport(report));
  await platform.publish(await publicationOf(run, report, request));
  return report.verdict === 'pass' || report.verdict === 'warn' ? 0 : 1;
}

/** The report in every requested form; heavy modules are loaded only if needed. */
async function publicationOf(run: Run, report: Report, request: JudgedRequest): Promise<Publication> {
  const { inputs, rulesUrl } = request;
  const all = checksUrl(request);
  const evidence = recordingOf(run);
  const check =
    inputs.annotations === 'check' ? (await import('./report/formats/check.ts')).checkOutput(report) : undefined;
  const sarif =
    inputs.sarif === 'none'
      ? undefined
      : (await import('./report/formats/sarif.ts')).sarifReport(report, rulesUrl === undefined ? {} : { rulesUrl });
  return {
    report,
    review: !run.failed && run.policy?.review === true,
    annotations: annotate(report),
    summary: summaryMarkdown(report),
    comment: commentMarkdown(report, all === undefined ? {} : { all }),
    json: jsonReport(report),
    ...(check === undefined ? {} : { check }),
    ...(sarif === undefined ? {} : { sarif }),
    ...(evidence === undefined ? {} : { evidence: serializeEvidence(evidence) }),
  };
}

async function judge(
  inputs: ActionInputs,
  platform: Platform,
  range: Exclude<Range, { kind: 'nothing' }>,
): Promise<Run> {
  const base = range.kind === 'check' ? range.base : undefined;
  const [head, other] = await Promise.all([
    platform.snapshot(range.head),
    range.policy === range.head ? undefined : platform.snapshot(range.policy),
  ]);
  const trusted = other ?? head;
  return runGate({
    mode: range.kind,
    ...(range.kind === 'check' ? { authorship: () => platform.authorship(range) } : {}),
    ...(base === undefined ? {} : { base: base === range.policy ? trusted : await platform.snapshot(base) }),
    head,
    trusted,
    policyPath: inputs.policyPath,
    ...(inputs.preset === undefined ? {} : { preset: inputs.preset, presetYields: true }),
    readExtended: platform.policyOf,
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

// Until there is a verdict the run counts as failed: a process that ends early must not look like success.
process.exitCode = 1;
try {
  process.exitCode = await main();
} catch (cause) {
  core.setFailed(errorLine(asGateError(cause)));
  core.setOutput('verdict', 'error');
  core.debug(String(cause instanceof Error ? cause.stack : cause));
}
