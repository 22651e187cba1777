import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  approvalsUnavailable
} from "./chunk-platform-github-decisions-standing.js";
import {
  objectId
} from "./chunk-platform-github-ask.js";
import {
  readPages
} from "./chunk-platform-github-pages.js";
import {
  array,
  int,
  iso_exports,
  object,
  string
} from "./chunk-zod.js";

// src/platform/github/decisions/pushed.ts
var perPage = 100;
var maxCommits = 100;
var waits = [2e3, 6e3, 16e3, 36e3];
var waitsOf = { long: waits, short: waits.slice(0, 2), none: [] };
var grant = "the token `contents: read` and `pull-requests: read`";
var comparison = object({
  total_commits: int(),
  commits: array(object({ sha: objectId, parents: array(object({ sha: objectId })) }))
});
var pulls = array(
  object({
    number: int().positive(),
    merged_at: iso_exports.datetime().nullable(),
    base: object({ ref: string(), repo: object({ id: int() }).nullable() })
  })
);
async function pullsOfPush(request, client, {
  branch,
  before,
  after,
  patience = "long"
}) {
  const line = await ownLine(request, client, before, after);
  if (line === void 0) return void 0;
  const found = /* @__PURE__ */ new Map();
  for (const wait of [0, ...waitsOf[patience]]) {
    const open = line.filter(({ commit }) => (found.get(commit) ?? []).length === 0);
    if (open.length === 0) break;
    if (wait > 0) await client.pause(wait);
    for (const { commit } of open) found.set(commit, await mergedBy(request, client, branch, commit));
  }
  return line.map((one) => ({ ...one, pulls: found.get(one.commit) ?? [] }));
}
async function ownLine({ owner, repo }, client, before, after) {
  const firstParents = /* @__PURE__ */ new Map();
  let isWhole = false;
  try {
    for (let page = 1; page <= 10; page += 1) {
      const where = { owner, repo, basehead: `${before}...${after}`, per_page: perPage, page };
      const { data } = await client.request("GET /repos/{owner}/{repo}/compare/{basehead}", where);
      const { commits, total_commits: total } = comparison.parse(data);
      for (const { sha, parents } of commits) firstParents.set(sha, parents[0]?.sha);
      isWhole = firstParents.size >= total;
      if (isWhole || commits.length === 0) break;
    }
  } catch (error) {
    throw approvalsUnavailable(error, "the commits of the push", grant);
  }
  if (!isWhole) return void 0;
  const line = [];
  for (let at = after; at !== before && firstParents.has(at); at = line[0]?.base ?? before) {
    const base = firstParents.get(at);
    if (base === void 0 || line.length === maxCommits) return void 0;
    line.unshift({ commit: at, base });
  }
  return line;
}
async function mergedBy({ owner, repo, repositoryId }, client, branch, commit) {
  const route = "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls";
  try {
    const found = await readPages(client, route, { owner, repo, commit_sha: commit }, pulls);
    return found.flatMap(
      ({ number, merged_at: mergedAt, base }) => mergedAt !== null && base.ref === branch && base.repo?.id === repositoryId ? [{ number, mergedAt }] : []
    );
  } catch (error) {
    throw approvalsUnavailable(error, `the pull requests of the commit ${commit}`, grant);
  }
}

export {
  pullsOfPush,
  mergedBy
};
