import * as z from 'zod';

import type { Annotation } from '../../report/formats/annotations.ts';
import type { GitHubClient } from './api.ts';

/** Its own name: a check for annotations must never satisfy a ruleset that requires the job. */
export const checkName = 'lockgate annotations';

/** Annotations that one request takes (REST, "Create a check run"). */
const perRequest = 50;

export interface CheckOrder {
  readonly owner: string;
  readonly repo: string;
  readonly headSha: string;
  readonly passed: boolean;
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly (Annotation & { readonly path: string })[];
  /** The page of the run; absent where the runner does not say. */
  readonly detailsUrl?: string;
}

const checkReply = z.object({ id: z.int().positive() });

/**
 * Creates a completed check run with the first annotations and appends the others. Completed from the start: a run that
 * ends early leaves no pending check.
 * @returns how many annotations GitHub accepted, and why it did not accept the others
 * @throws what the client throws where there is no check run at all.
 */
export async function publishCheck(
  client: GitHubClient,
  order: CheckOrder,
): Promise<{ readonly taken: number; readonly failure?: unknown }> {
  const { owner, repo, headSha, passed, title, summary, annotations, detailsUrl } = order;
  const outputFrom = (start: number) => ({
    title,
    summary,
    annotations: annotations.slice(start, start + perRequest).map(sent),
  });
  const { data } = await client.request('POST /repos/{owner}/{repo}/check-runs', {
    ...{ owner, repo, name: checkName, head_sha: headSha, status: 'completed' },
    conclusion: passed ? 'success' : 'failure',
    ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
    output: outputFrom(0),
  });
  let taken = Math.min(perRequest, annotations.length);
  try {
    while (taken < annotations.length) {
      const check = { owner, repo, check_run_id: checkReply.parse(data).id };
      await client.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
        ...check,
        output: outputFrom(taken),
      });
      taken = Math.min(taken + perRequest, annotations.length);
    }
  } catch (failure) {
    return { taken, failure };
  }
  return { taken };
}

const sent = ({ path, line, column, level, title, message }: CheckOrder['annotations'][number]) => ({
  ...{ path, start_line: line, end_line: line, title, message },
  ...(column === undefined ? {} : { start_column: column, end_column: column }),
  annotation_level: level === 'error' ? 'failure' : level,
});
