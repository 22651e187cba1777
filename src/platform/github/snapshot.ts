import { Buffer } from 'node:buffer';

import { GateFailure } from '../../errors.ts';
import type { Snapshot, SnapshotFile } from '../../model/index.ts';
import { quoted } from '../../text/visible.ts';
import { asRecord, askAbout, type GitHubRequest } from './client.ts';
import { readTree } from './tree.ts';
import { isBlobOf, isObjectId, shortId } from '../../repository/object-id.ts';
import { decodePath } from '../../repository/path-bytes.ts';
import { longestLink, requireFile, tooLarge, unreadable } from '../../repository/refusals.ts';

export interface GitHubTreeOptions {
  readonly request: GitHubRequest;
  readonly owner: string;
  readonly repo: string;
  /** Full id, so that what is judged cannot move. */
  readonly commit: string;
}

/**
 * A commit on GitHub as a snapshot, read by tree and blob id: no checkout, and no contents API, which follows symbolic
 * links. Needs `contents: read`.
 * @throws GateFailure `usage` for an id that is not a full one, `repository-unavailable` where GitHub does not give the
 *   commit; listing throws `budget` for a tree that takes too many requests.
 */
export async function openGitHubTree(options: GitHubTreeOptions): Promise<Snapshot> {
  const { request, owner, repo, commit } = options;
  if (!isObjectId(commit)) {
    throw new GateFailure('usage', `${quoted(commit)} is not a full commit id: give all of its digits`);
  }
  const get = askAbout(request, owner, repo);
  const answer = await get(
    'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
    { commit_sha: commit },
    `commit ${shortId(commit)}`,
  );
  const { sha, tree: root } = asRecord(answer);
  const { sha: tree } = asRecord(root);
  if (sha !== commit || typeof tree !== 'string' || !isObjectId(tree)) {
    throw new GateFailure('repository-unavailable', `GitHub's answer for commit ${shortId(commit)} is not that commit`);
  }

  async function readBlob(file: SnapshotFile, maxBytes: number): Promise<Buffer> {
    const { path, id, size } = file;
    if (id === undefined || !isObjectId(id)) throw unreadable(path, 'its id is not known');
    if (size !== undefined && size > maxBytes) throw tooLarge(path, maxBytes);
    const blob = await get('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { file_sha: id }, `blob ${shortId(id)}`);
    const { content, encoding } = asRecord(blob);
    if (typeof content !== 'string' || encoding !== 'base64') {
      throw unreadable(path, "GitHub's answer is not a blob");
    }
    const bytes = Buffer.from(content, 'base64');
    if (bytes.length > maxBytes) throw tooLarge(path, maxBytes);
    if (!isBlobOf(id, bytes)) throw unreadable(path, "the bytes that GitHub sent do not match the blob's id");
    return bytes;
  }
  async function read(file: SnapshotFile, maxBytes: number): Promise<Uint8Array> {
    requireFile(file);
    return readBlob(file, maxBytes);
  }
  const readLink = async (file: SnapshotFile) => decodePath(await readBlob(file, longestLink));

  let listed: Promise<readonly SnapshotFile[]> | undefined;
  const list = () => (listed ??= readTree(get, tree));
  return { label: shortId(commit), isRemote: true, list, read, readLink };
}
