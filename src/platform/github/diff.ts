import * as z from 'zod';

import type { GitHubClient } from './api.ts';

/** What the new side of a file's diff shows: the text of each line by its number. */
export type DiffLines = ReadonlyMap<number, string>;

/** GitHub lists 3,000 files of a pull request at most (REST, "List pull requests files"). */
const maxPages = 30;
/** Characters and hunks of a patch that are read. GitHub itself leaves long patches out. */
const maxLength = 2_000_000;
const maxHunks = 20_000;

const filesReply = z.array(z.object({ filename: z.string(), patch: z.string().optional() }));

/**
 * The wanted files that are in the pull request's diff, with the lines that it shows; no lines where GitHub gives no
 * patch (lockfiles are often too long for one) or a patch whose line numbers cannot be trusted.
 * @throws what the client throws, and ZodError for a reply of another shape.
 */
export async function readDiff(
  client: GitHubClient,
  { owner, repo, number }: { readonly owner: string; readonly repo: string; readonly number: number },
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, DiffLines>> {
  const found = new Map<string, DiffLines>();
  for (let page = 1; page <= maxPages && found.size < wanted.size; page += 1) {
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
    const { data } = await client.request(route, { owner, repo, pull_number: number, per_page: 100, page });
    const files = filesReply.parse(data);
    for (const { filename, patch = '' } of files) {
      if (wanted.has(filename)) found.set(filename, linesOfPatch(patch) ?? new Map());
    }
    if (files.length < 100) break;
  }
  return found;
}

/**
 * The new side of a patch in unified form, context lines included: a review comment may stand on those as well.
 * @returns undefined for a truncated or invalid patch: a hunk must have the lines that its header counts, and hunks
 *   must be in order.
 */
export function linesOfPatch(patch: string): DiffLines | undefined {
  if (patch.length > maxLength) return undefined;
  const shown = new Map<number, string>();
  const lines = patch.replace(/\n$/, '').split('\n');
  let at = 0;
  for (let hunks = 0, next = 1; at < lines.length; hunks += 1) {
    const header = /^@@ -\d{1,9}(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/.exec(lines[at] ?? '');
    if (header === null || hunks === maxHunks) return undefined;
    let [before, after] = [Number(header[1] ?? 1), Number(header[3] ?? 1)];
    let line = Number(header[2]);
    if (line < next && after > 0) return undefined;
    for (at += 1; before > 0 || after > 0; at += 1) {
      const text = lines[at];
      const side = text?.charAt(0);
      if (text === undefined || !['+', '-', ' ', '\\'].includes(side ?? '')) return undefined;
      if (side === '\\') continue;
      if (side !== '+') before -= 1;
      if (side !== '-') {
        after -= 1;
        shown.set(line, text.slice(1));
        line += 1;
      }
      if (before < 0 || after < 0) return undefined;
    }
    while (lines[at]?.startsWith('\\') === true) at += 1;
    next = line;
  }
  return shown;
}
