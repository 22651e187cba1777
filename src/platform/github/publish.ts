import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import * as core from '@actions/core';

import type { Report } from '../../model/index.ts';
import { annotateByCheck, sendAnnotations } from './annotations.ts';
import type { GitHubClient } from './api.ts';
import { uploadSarif } from './code-scanning.ts';
import { comment, commentUrl, replaceComment, review } from './conversation.ts';
import { describeFailure, readFailure } from './failure.ts';
import { setOutputs } from './outputs.ts';
import type { Publication } from '../port.ts';
import type { ActionRequest } from './request.ts';
import { writeSummary } from './summary.ts';

/**
 * Publishes a report everywhere. Each channel is a courtesy: a refusal becomes a warning in the log, and neither throws
 * nor affects the verdict.
 */
export async function publish(request: ActionRequest, client: GitHubClient, publication: Publication): Promise<void> {
  const { report, annotations, check, summary, json, evidence, sarif, admission } = publication;
  const { inputs, summaryFile, outputFile } = request;
  if (check === undefined) sendAnnotations(annotations);
  else await annotateByCheck(request, client, check, annotations);
  const reportFile = await save('report', inputs.reportFile, json);
  const evidenceFile = await save('evidence', inputs.evidenceFile, evidence);
  const sarifFile = await save('SARIF', inputs.sarifFile, sarif);
  const admissions = await saveAdmission(request, client, admission);
  const records = await saveRecords(inputs.recordsFolder, publication.records);
  const files = { report: reportFile, evidence: evidenceFile, sarif: sarifFile, admissions, records };
  if (outputFile !== undefined) await courtesy('The outputs', () => setOutputs(report, files));
  if (summaryFile === undefined) core.notice('No step summary was written: GITHUB_STEP_SUMMARY is not set.');
  else await courtesy('The step summary', () => writeSummary(summaryFile, summary));
  let commentId: number | undefined;
  await courtesy('The comment', async () => {
    commentId = await comment(request, client, publication);
  });
  await courtesy('The review', () => review(request, client, publication));
  if (outputFile !== undefined) {
    const url = commentUrl(request, commentId);
    await courtesy('The output `comment-url`', () => core.setOutput('comment-url', url));
  }
  if (sarif !== undefined && inputs.sarif === 'upload') {
    await courtesy('The report to code scanning', () => codeScanning(request, client, report, sarif));
  }
}

/** Each at its place in the repository. @returns the folder; empty where nothing was decided, or not all could be written */
async function saveRecords(folder: string, records: Publication['records'] = []): Promise<string> {
  if (records.length === 0) return '';
  const written = await courtesy('The records', async () => {
    for (const { path, bytes } of records) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
  });
  return written ? folder : '';
}

/** One document a line. */
async function saveAdmission(
  request: ActionRequest,
  client: GitHubClient,
  admission: Publication['admission'],
): Promise<string> {
  const { admissions, admissionsFile = '' } = request.inputs;
  if (admission === undefined) return '';
  const lines =
    admissions === 'sign'
      ? await (await import('./sign-admission.ts')).signAdmission(request, client, admission)
      : admission.statements;
  return save('admissions', admissionsFile, lines.map((line) => `${line}\n`).join(''));
}

/** Says that a head was not judged. An earlier comment is replaced, and none is made: the check itself is red. */
export async function publishUnjudged(request: ActionRequest, client: GitHubClient, markdown: string): Promise<void> {
  const { summaryFile } = request;
  if (summaryFile !== undefined) await courtesy('The step summary', () => writeSummary(summaryFile, markdown));
  await courtesy('The comment', async () => {
    await replaceComment(request, client, markdown);
  });
}

/** Publishes on the pull request only: for a run that reports on another workflow's check. */
export async function publishCommentOnly(
  request: ActionRequest,
  client: GitHubClient,
  publication: Publication,
): Promise<void> {
  await courtesy('The comment', async () => {
    await comment(request, client, publication);
  });
  await courtesy('The review', () => review(request, client, publication));
}

/** An incomplete report would close alerts that it did not check. */
async function codeScanning(
  { owner, repo, sha, ref, event }: ActionRequest,
  client: GitHubClient,
  { errors }: Report,
  sarif: string,
): Promise<void> {
  if (!scanned.has(event.kind) || ref === undefined) {
    core.info(`Nothing is sent to code scanning on ${event.kind}: see docs/decisions/0140-code-scanning.md.`);
    return;
  }
  if (errors.length > 0) {
    core.warning('Nothing was sent to code scanning: what could not be evaluated would look fixed.');
    return;
  }
  try {
    await uploadSarif(client, { owner, repo, commit: sha, ref, sarif });
  } catch (error) {
    const { kind } = readFailure(error, 0);
    if (kind !== 'refused' && kind !== 'missing') throw error;
    const needs = 'the job needs `security-events: write`, and the repository needs code scanning';
    core.warning(`Nothing was sent to code scanning: ${describeFailure(error)}; ${needs}. The verdict stands.`);
  }
}

/** A push is judged by what it changes, and the branch's alerts are about all that is locked. */
const scanned: ReadonlySet<string> = new Set(['pull_request', 'schedule', 'workflow_dispatch']);

/** Writes one file and returns its path; an empty path where there is nothing to write or it cannot be written. */
async function save(name: string, path: string, text: string | undefined): Promise<string> {
  if (text === undefined) return '';
  const written = await courtesy(`The ${name} file`, async () => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  });
  return written ? path : '';
}

async function courtesy(what: string, task: () => Promise<void> | void): Promise<boolean> {
  try {
    await task();
    return true;
  } catch (error) {
    core.warning(`${what} was not written: ${describeFailure(error)}. The verdict stands.`);
    return false;
  }
}
