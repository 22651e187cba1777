import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import type { GitHubClient } from './api.ts';

export interface SarifUpload {
  readonly owner: string;
  readonly repo: string;
  /** What was judged: on `pull_request` the test merge. */
  readonly commit: string;
  /** The full ref that holds it: `refs/pull/7/merge`, `refs/heads/main`. */
  readonly ref: string;
  readonly sarif: string;
}

/** GitHub takes 10 MB after compression (GitHub Docs, SARIF support: file size). */
const maxBytes = 10_000_000;

/**
 * Hands a SARIF report to code scanning, which reads it later: a report that it accepts may still turn out invalid.
 * @throws what the client throws, and Error where the report is too large; the caller makes a warning of it.
 */
export async function uploadSarif(
  client: GitHubClient,
  { owner, repo, commit, ref, sarif }: SarifUpload,
): Promise<void> {
  const packed = await promisify(gzip)(sarif);
  if (packed.length > maxBytes) throw new Error('it is larger than the 10 MB that code scanning takes');
  await client.request('POST /repos/{owner}/{repo}/code-scanning/sarifs', {
    owner,
    repo,
    commit_sha: commit,
    ref,
    sarif: packed.toString('base64'),
    tool_name: 'lockgate',
  });
}
