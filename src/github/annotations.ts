import * as core from '@actions/core';

import type { Annotations } from '../report/annotations.ts';

/**
 * Hands annotations to the runner by the toolkit's own functions, which escape what separates a command's parts.
 * The runner keeps ten errors and ten warnings a step and drops the rest in silence (GitHub Docs, Workflow commands);
 * `report/` has chosen, and what it left out is counted in the log.
 */
export function sendAnnotations({ shown, leftOut }: Annotations): void {
  for (const { level, path, line, title, message } of shown) {
    const place = path === null ? { title } : { title, file: path, startLine: line };
    if (level === 'error') core.error(message, place);
    else core.warning(message, place);
  }
  const { errors, warnings } = leftOut;
  if (errors + warnings > 0) {
    core.info(`Not annotated, for GitHub shows ten of each: ${errors} at level error, ${warnings} at level warning.`);
  }
}
