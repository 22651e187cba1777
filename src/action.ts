import * as core from '@actions/core';

import { asGateError, GateFailure } from './errors.ts';
import type { Approvals, Report } from './model/index.ts';
import { connect } from './platform/github/api.ts';
import type { GitHubClient } from './platform/github/api.ts';
import { readActionRequest, readUnjudgedRequest } from './platform/github/inputs.ts';
import { githubPlatform } from './platform/github/platform.ts';
import { publishCommentOnly } from './platform/github/publish.ts';
import { checksUrl } from './platform/github/pull-page.ts';
import { pullsOfRun } from './platform/github/pulls.ts';
import type {
  ActionInputs,
  ActionRequest,
  IssueCommentEvent,
  JudgedRequest,
  PullRequestEvent,
} from './platform/github/request.ts';
import { ownerOfFile } from './platform/github/round/gate-file.ts';
import type { Judged, JudgePull } from './platform/github/round/settle.ts';
import type { CheckRange, CommitStatus, Platform, Publication, Queue, Range } from './platform/port.ts';
import { declaredBaselines } from './policy/declared-baselines.ts';
import { outlinePolicy } from './policy/open.ts';
import { openPolicyFile } from './policy/policy-file.ts';
import { serializeEvidence } from './recording/evidence-file.ts';
import { annotate } from './report/formats/annotations.ts';
import { jsonReport } from './report/formats/json.ts';
import { capital, commentMarkdown, summaryMarkdown, unjudgedMarkdown, withNote } from './report/formats/markdown.ts';
import { terminalReport } from './report/formats/terminal.ts';
import { tallyWords } from './report/view/tally.ts';
import { titleWords, waitsUntil } from './report/view/verdict-words.ts';
import { errorLine } from './report/view/words.ts';
import { recordingOf } from './run/evidence-recording.ts';
import { runGate } from './run/pipeline.ts';
import { reportOf } from './run/report-of.ts';
import type { GateRequest, Look, QueueAhead, Run } from './run/request.ts';
import { quoted } from './text/visible.ts';

declare const LOCKGATE_VERSION: string;

/** One run of the action. @returns the exit code: 0 for success, 1 for everything else. */
async function main(): Promise<number> {
  const request = await readRequest();
  const client = await connect(request);
  const { event } = request;
  if (event.kind === 'issue_comment') return round(request, client, event);
  if (event.kind !== 'workflow_run') {
    const judged = { ...request, event };
    const isScheduled = event.kind === 'schedule';
    const { rerun: workflow, gateWorkflow, audit } = isScheduled ? request.inputs : { audit: true };
    // What is locked changes seldom, and what waits may be due every hour.
    const audits = audit || (workflow === undefined && gateWorkflow === undefined);
    const status = audits ? await judgeAndPublish(judged, githubPlatform(judged, client)) : 0;
    if (workflow !== undefined) await rerun(request, client, workflow);
    if (gateWorkflow !== undefined) await recheck(request, client, gateWorkflow);
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

/** A workflow with a wrong input judges nothing, and the comment of an earlier head has to say so too. */
async function readRequest(): Promise<ActionRequest> {
  try {
    return readActionRequest(process.env);
  } catch (cause) {
    const request = readUnjudgedRequest(process.env);
    if (request !== undefined) {
      await publishUnjudged(request, githubPlatform(request, await connect(request)), cause);
    }
    throw cause;
  }
}

/** A comment asks whether the check would say something else now. */
async function round(request: ActionRequest, client: GitHubClient, event: IssueCommentEvent): Promise<number> {
  const { isAsked } = await import('./platform/github/round/asked.ts');
  if (!isAsked(event)) {
    core.info('The comment asks for nothing.');
    return 0;
  }
  const { runRound } = await import('./platform/github/round/round.ts');
  return runRound(request, client, event, {
    workflow: request.inputs.gateWorkflow ?? defaultGateWorkflow,
    judge: judgingAgain(request),
    minimum: () => minimumPermission(request, client),
  });
}

/** The file that the recipe names and `init` writes. */
const defaultGateWorkflow = '.github/workflows/dependency-gate.yml';

/** Where the policy cannot be read, whoever may write asks, and the check says why it is in error. */
async function minimumPermission(
  request: ActionRequest,
  client: GitHubClient,
): Promise<Approvals['minimumPermission']> {
  const { policyPath, remotePolicy } = request.inputs;
  const platform = githubPlatform({ ...request, event: { kind: 'schedule' } }, client);
  try {
    const text =
      remotePolicy === undefined
        ? await openPolicyFile(await platform.snapshot(request.sha), policyPath)
        : await platform.remotePolicy(remotePolicy);
    const policy = await (await outlinePolicy(text, { readExtended: platform.policyOf })).compose();
    return policy.approvals?.minimumPermission ?? 'write';
  } catch (cause) {
    if (cause instanceof GateFailure) return 'write';
    throw cause;
  }
}

/** Judges a pull request as it stands, beside its check. Only the comment is published, if anything. */
function judgingAgain(request: ActionRequest): JudgePull {
  return async (pull, client): Promise<Judged | undefined> => {
    const judged = { ...request, event: pull };
    const platform = githubPlatform(judged, client, publishCommentOnly);
    const range = await chooseRange(request.inputs, platform);
    if (range.kind === 'superseded') core.info(range.reason);
    if (range.kind !== 'check') return undefined;
    const run = await judge(request.inputs, platform, range);
    const { baseRef, trustedRef, base } = range;
    const isBaseline = baseRef !== undefined && baseRef === trustedRef;
    return {
      verdict: run.judgement.verdict,
      file: async (workflow) =>
        ownerOfFile(workflow, {
          merge: await platform.snapshot(range.head),
          trunk: await platform.snapshot(range.policy),
          ...(isBaseline && base !== undefined && { baseline: await platform.snapshot(base) }),
        }),
      publish: async (note) => {
        const publication = await publicationOf(run, reportOf(run), judged, false);
        const noted =
          note === undefined ? {} : { comment: withNote(publication.comment, note), isUrgent: true as const };
        await platform.publish({ ...publication, ...noted });
      },
    };
  };
}

/** This judgement is not published: the check that runs again publishes its own. */
async function rerun(request: ActionRequest, client: GitHubClient, workflow: string): Promise<void> {
  const { rerunChecks, settleStatuses } = await import('./platform/github/rerun.ts');
  if (!request.inputs.status) return rerunChecks(request, client, workflow, judgingAgain(request));
  return settleStatuses(request, client, judgingAgain(request), (pull: PullRequestEvent, bounded) => {
    const judged = { ...request, event: pull };
    return judgeAndPublish(judged, githubPlatform(judged, bounded, publishCommentOnly));
  });
}

async function recheck(request: ActionRequest, client: GitHubClient, workflow: string): Promise<void> {
  const { recheckDecided } = await import('./platform/github/rerun.ts');
  return recheckDecided(request, client, workflow, judgingAgain(request));
}

/** However it ends, nothing that was said about an earlier head may be taken for a verdict on this one. */
async function judgeAndPublish(request: JudgedRequest, platform: Platform): Promise<number> {
  // A green status of an earlier run must not outlive a run that is killed.
  await platform.setStatus({ state: 'pending', words: 'Being judged' });
  try {
    const { exitCode, status, waits } = await judgeAsItStands(request, platform);
    const stands = await platform.setStatus(status);
    return waits && stands ? 0 : exitCode;
  } catch (cause) {
    await publishUnjudged(request, platform, cause);
    throw cause;
  }
}

async function publishUnjudged(request: JudgedRequest, platform: Platform, cause: unknown): Promise<void> {
  await platform.setStatus({ state: 'error', words: 'Not judged: see the run' });
  await platform.publishUnjudged(unjudgedMarkdown(asGateError(cause), headOf(request)));
}

/** The commit that GitHub shows the check on. */
function headOf({ event, sha }: JudgedRequest): string {
  if (event.kind === 'pull_request' || event.kind === 'merge_group') return event.headSha;
  return event.kind === 'push' ? (event.after ?? sha) : sha;
}

interface Ended {
  /** 0 for success, 1 for everything else. */
  readonly exitCode: number;
  readonly status: CommitStatus;
  /** Whether the job may succeed without a success, because a status that stands at pending blocks the merge. */
  readonly waits?: boolean;
}

async function judgeAsItStands(request: JudgedRequest, platform: Platform): Promise<Ended> {
  const range = await chooseRange(request.inputs, platform);
  if (range.kind === 'superseded') return superseded(range.reason);
  if (range.kind === 'nothing') {
    core.info(range.reason);
    core.setOutput('verdict', 'pass');
    return { exitCode: 0, status: { state: 'success', words: 'Nothing to judge' } };
  }
  for (const note of range.notes) core.info(note);
  const run = await judge(request.inputs, platform, range);
  if (request.inputs.isPolicyNamed && run.policy?.isPreset === true) {
    core.info(
      `${quoted(request.inputs.policyPath)} is not on the default branch yet: until it is, the preset applies.`,
    );
  }
  if (request.inputs.preset !== undefined && run.file !== undefined) {
    core.notice(
      `The input \`preset\` has no effect: the policy file ${quoted(run.file.source)} decides. Write \`extends\` there to choose a preset.`,
    );
  }
  const report = reportOf(run);
  const isSuccess = report.verdict === 'pass' || report.verdict === 'warn';
  const whyOutdated = range.kind === 'check' && isSuccess ? range.whyOutdated : undefined;
  const outdated = await whyOutdated?.();
  if (outdated !== undefined) return superseded(outdated);
  const asked = Date.now();
  process.stdout.write(terminalReport(report));
  const waits = request.inputs.status && (await mayWait(report, request, range, platform));
  const admission = await admissionOf(run, request, range).catch((cause: unknown) => {
    core.warning('The documents about what came in could not be made. The verdict stands.');
    core.debug(String(cause instanceof Error ? cause.stack : cause));
    return undefined;
  });
  await platform.publish({
    ...(await publicationOf(run, report, request, waits)),
    ...(admission && { admission }),
    ...(run.records && { records: run.records }),
  });
  // Another run needs longer than that to begin and to judge what has changed meanwhile.
  const since = Date.now() - asked > longestPublishing ? await whyOutdated?.() : undefined;
  if (since !== undefined) return superseded(since);
  return {
    exitCode: isSuccess ? 0 : 1,
    status: statusOf(report, request),
    waits,
  };
}

/** Only what lands where the past counts is let in: a push to any other branch has a history of its own. */
async function admissionOf(
  run: Run,
  request: JudgedRequest,
  range: Range,
): Promise<Publication['admission'] | undefined> {
  const { inputs, event } = request;
  if (inputs.admissions === undefined || event.kind !== 'push' || range.kind !== 'check') return undefined;
  if (range.trustedRef === undefined && range.base !== undefined) return undefined;
  const [{ admissionTexts }, { admissionPlace }] = await Promise.all([
    import('./run/admission.ts'),
    import('./platform/github/admission-place.ts'),
  ]);
  const place = admissionPlace(request, range.head, LOCKGATE_VERSION);
  const texts =
    place === undefined ? { none: 'GITHUB_SERVER_URL is not set' } : admissionTexts(run, place, range.policy);
  if ('none' in texts) {
    core.info(`There are no documents about what came in: ${texts.none}.`);
    return undefined;
  }
  const { statements, left } = texts;
  if (left.length > 0) {
    const some = left.slice(0, 10).map(({ name, version }) => quoted(`${name}@${version}`));
    const more = left.length > some.length ? `, and ${left.length - some.length} more` : '';
    core.warning(
      `No document says that these came in, because their bytes are not known for certain: ${some.join(', ')}${more}.`,
    );
  }
  if (statements.length === 0) return undefined;
  const { publicLog = false, fulcio, rekor } = run.effective?.admissions ?? {};
  const sigstore = fulcio === undefined || rekor === undefined ? undefined : { fulcio, rekor };
  return { statements, publicLog, ...(sigstore && { sigstore }) };
}

function statusOf(report: Report, { event }: JudgedRequest): CommitStatus {
  const words = capital(titleWords(report));
  if (report.verdict === 'pass' || report.verdict === 'warn') return { state: 'success', words };
  // A merge queue does not wait for days.
  if (event.kind === 'pull_request' && waitsUntil(report) !== undefined) {
    return { state: 'pending', words: `${words}; nothing has to be done` };
  }
  return { state: report.verdict === 'error' ? 'error' : 'failure', words: `${words}: ${tallyWords(report)}` };
}

/** Whether nothing but an age is missing, and the status that says so keeps this head from being merged anywhere. */
async function mayWait(report: Report, { event }: JudgedRequest, range: Range, platform: Platform): Promise<boolean> {
  if (event.kind !== 'pull_request' || range.kind !== 'check' || waitsUntil(report) === undefined) return false;
  if (await platform.isStatusRequired(range.baseRefs ?? [])) return true;
  core.warning('The commit status is not required on every base branch of this head, so the check itself stays red.');
  return false;
}

/** Milliseconds. Publishing takes longer only if GitHub makes it wait. */
const longestPublishing = 5000;

/** No success, and not a word on the pull request, which has become another one. */
function superseded(reason: string): Ended {
  core.error(reason);
  core.setOutput('verdict', 'error');
  return { exitCode: 1, status: { state: 'error', words: 'Superseded: see the run' } };
}

/** The report in every requested form; heavy modules are loaded only if needed. */
async function publicationOf(run: Run, report: Report, request: JudgedRequest, waits: boolean): Promise<Publication> {
  const { inputs, rulesUrl, projectUrl, serverUrl } = request;
  const all = checksUrl(request);
  const commit = headOf(request);
  const evidence = recordingOf(run);
  const { review = false, comment: when = 'always', notices = false } = run.failed ? {} : (run.policy ?? {});
  const links = {
    ...(rulesUrl !== undefined && { rulesUrl }),
    ...(serverUrl !== undefined && { serverUrl }),
    ...(projectUrl !== undefined && { project: { url: projectUrl, version: LOCKGATE_VERSION } }),
  };
  const isFirstTime = request.event.kind === 'pull_request' && request.event.isFirstTime === true;
  const check =
    inputs.annotations === 'check'
      ? (await import('./report/formats/check.ts')).checkOutput(report, { notices })
      : undefined;
  const sarif =
    inputs.sarif === 'none' ? undefined : (await import('./report/formats/sarif.ts')).sarifReport(report, links);
  return {
    report,
    ...{ review, when },
    annotations: annotate(report, { notices }),
    summary: summaryMarkdown(report, { commit, ...links }),
    comment: commentMarkdown(report, { commit, ...links, isFirstTime, ...(all === undefined ? {} : { all }) }),
    json: jsonReport(report),
    // Nobody requires the check run of the annotations: red, it would be the cross that the status is there to avoid.
    ...(check === undefined ? {} : { check: waits ? { ...check, passed: true } : check }),
    ...(sarif === undefined ? {} : { sarif }),
    ...(evidence === undefined ? {} : { evidence: serializeEvidence(evidence) }),
  };
}

/** Which baselines there are is read from the operator's policy, else from that of the default branch. */
function chooseRange({ policyPath, remotePolicy }: ActionInputs, platform: Platform): Promise<Range> {
  return platform.range((commit) =>
    declaredBaselines(
      async () =>
        remotePolicy === undefined
          ? openPolicyFile(await platform.snapshot(commit), policyPath)
          : platform.remotePolicy(remotePolicy),
      platform.policyOf,
    ),
  );
}

async function judge(
  inputs: ActionInputs,
  platform: Platform,
  range: Exclude<Range, { kind: 'nothing' | 'superseded' }>,
): Promise<Run> {
  const base = range.kind === 'check' ? range.base : undefined;
  const [head, other] = await Promise.all([
    platform.snapshot(range.head),
    range.policy === range.head ? undefined : platform.snapshot(range.policy),
  ]);
  const trusted = other ?? head;
  const pushed = range.kind === 'check' && range.baseRef === undefined ? range.trustedRef : undefined;
  const { remotePolicy } = inputs;
  return runGate({
    mode: range.kind,
    ...(range.kind === 'check' ? await furtherOf(platform, range) : {}),
    ...(base === undefined ? {} : { base: base === range.policy ? trusted : await platform.snapshot(base) }),
    head,
    trusted,
    ledger: {
      repositoryId: () => Promise.resolve(platform.repositoryId),
      // A pattern names no branch that could be asked for, and the branch that was pushed to has what is judged.
      baselines: (named) =>
        named
          .filter((name) => !/[*?]/.test(name) && name !== pushed)
          .slice(0, mostBaselines)
          .map((name) => () => platform.branch(name)),
    },
    ...{ policyPath: inputs.policyPath, isPolicyNamed: inputs.isPolicyNamed },
    ...(remotePolicy === undefined ? {} : { policy: () => platform.remotePolicy(remotePolicy) }),
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

/** Branches beside the default branch that may show that something is locked already. */
const mostBaselines = 5;

/** What a check has and an audit has not. */
async function furtherOf(
  platform: Platform,
  range: CheckRange,
): Promise<Pick<GateRequest, 'authorship' | 'also' | 'queue' | 'decisions'>> {
  const { also, queue } = range;
  const looks = also.map(async ({ base, head, reason }): Promise<Look> => ({
    ...{ base: await platform.snapshot(base), head: await platform.snapshot(head), reason },
  }));
  let authorship: ReturnType<Platform['authorship']> | undefined;
  return {
    authorship: () => (authorship ??= platform.authorship(range)),
    decisions: platform.decisions(range),
    also: await Promise.all(looks),
    ...(queue === undefined ? {} : { queue: { ...queue, entries: () => openEntries(platform, queue) } }),
  };
}

async function openEntries(platform: Platform, queue: Queue): ReturnType<QueueAhead['entries']> {
  const entries = await queue.entries();
  return Promise.all(
    entries.map(async ({ commit, ...entry }) => ({ ...entry, snapshot: await platform.snapshot(commit) })),
  );
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
