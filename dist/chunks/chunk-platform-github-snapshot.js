import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  longestLink,
  requireFile,
  tooLarge,
  unreadable
} from "./chunk-repository-refusals.js";
import {
  decodePath
} from "./chunk-repository-path-bytes.js";
import {
  asRecord,
  askAbout,
  readTree
} from "./chunk-platform-github-tree.js";
import {
  isBlobOf,
  isObjectId,
  shortId
} from "./chunk-repository-object-id.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/platform/github/snapshot.ts
import { Buffer } from "node:buffer";
async function openGitHubTree(options) {
  const { request, owner, repo, commit } = options;
  if (!isObjectId(commit)) {
    throw new GateFailure("usage", `${quoted(commit)} is not a full commit id: give all of its digits`);
  }
  const get = askAbout(request, owner, repo);
  const answer = await get(
    "GET /repos/{owner}/{repo}/git/commits/{commit_sha}",
    { commit_sha: commit },
    `commit ${shortId(commit)}`
  );
  const { sha, tree: root } = asRecord(answer);
  const { sha: tree } = asRecord(root);
  if (sha !== commit || typeof tree !== "string" || !isObjectId(tree)) {
    throw new GateFailure("repository-unavailable", `GitHub's answer for commit ${shortId(commit)} is not that commit`);
  }
  async function readBlob(file, maxBytes) {
    const { path, id, size } = file;
    if (id === void 0 || !isObjectId(id)) throw unreadable(path, "its id is not known");
    if (size !== void 0 && size > maxBytes) throw tooLarge(path, maxBytes);
    const blob = await get("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", { file_sha: id }, `blob ${shortId(id)}`);
    const { content, encoding } = asRecord(blob);
    if (typeof content !== "string" || encoding !== "base64") {
      throw unreadable(path, "GitHub's answer is not a blob");
    }
    const bytes = Buffer.from(content, "base64");
    if (bytes.length > maxBytes) throw tooLarge(path, maxBytes);
    if (!isBlobOf(id, bytes)) throw unreadable(path, "the bytes that GitHub sent do not match the blob's id");
    return bytes;
  }
  async function read(file, maxBytes) {
    requireFile(file);
    return readBlob(file, maxBytes);
  }
  const readLink = async (file) => decodePath(await readBlob(file, longestLink));
  let listed;
  const list = () => listed ??= readTree(get, tree);
  return { label: shortId(commit), isRemote: true, list, read, readLink };
}

export {
  openGitHubTree
};
