import * as core from '@actions/core';

import type { Annotation, Annotations } from '../../report/formats/annotations.ts';
import type { CheckOutput } from '../../report/formats/check.ts';
import type { GitHubClient } from './api.ts';
import { describeFailure, readFailure } from './failure.ts';
import type { ActionRequest } from './request.ts';

/**
 * Hands annotations to the runner by the toolkit's own functions, which escape what separates a command's parts.
 * The runner keeps ten errors and ten warnings a step and silently drops the rest (GitHub Docs, Workflow commands);
 * `report/` has chosen, and what it left out is counted in the log.
 */
export function sendAnnotations({ shown, leftOut }: Annotations): void {
  for (const annotation of shown) send(annotation);
  logLeftOut(leftOut, 'GitHub shows ten of each');
}

/**
 * Annotates by a check run; what concerns no file, and everything where there is no check run, by workflow commands. It
 * neither throws nor affects the verdict.
 */
export async function annotateByCheck(
  request: ActionRequest,
  client: GitHubClient,
  { annotations: { shown, leftOut }, ...check }: CheckOutput,
  otherwise: Annotations,
): Promise<void> {
  const { owner, repo, event, sha, runUrl } = request;
  const headSha = 'headSha' in event ? event.headSha : sha;
  const annotations = shown.flatMap(({ path, ...rest }) => (path === null ? [] : [{ path, ...rest }]));
  const details = runUrl === undefined ? {} : { detailsUrl: runUrl };
  const { publishCheck } = await import('./check.ts');
  try {
    const { taken, failure } = await publishCheck(client, { owner, repo, headSha, annotations, ...check, ...details });
    for (const annotation of shown) if (annotation.path === null) send(annotation);
    logLeftOut(leftOut, 'a check run has room for 250 of each');
    if (failure === undefined) return;
    const rest = `${annotations.length - taken} of ${annotations.length} annotations were not written`;
    core.warning(`${rest}: ${describeFailure(failure)}. The verdict stands.`);
  } catch (error) {
    const { kind } = readFailure(error, 0);
    const needs = kind === 'refused' || kind === 'missing' ? '; the job needs `checks: write`' : '';
    core.warning(
      `The check run was not written, so workflow commands are used instead: ${describeFailure(error)}${needs}. The verdict stands.`,
    );
    sendAnnotations(otherwise);
  }
}

function send({ level, path, line, column, title, message }: Annotation): void {
  const at = column === undefined ? {} : { startColumn: column };
  const place = path === null ? { title } : { title, file: path, startLine: line, ...at };
  if (level === 'error') core.error(message, place);
  else if (level === 'notice') core.notice(message, place);
  else core.warning(message, place);
}

function logLeftOut({ errors, warnings }: Annotations['leftOut'], why: string): void {
  if (errors + warnings === 0) return;
  core.info(`Not annotated, because ${why}: ${errors} at level error, ${warnings} at level warning.`);
}
