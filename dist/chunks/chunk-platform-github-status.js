import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  info,
  warning
} from "./chunk-actions-core.js";
import {
  readPages
} from "./chunk-platform-github-pages.js";
import {
  describeFailure
} from "./chunk-platform-github-failure.js";
import {
  array,
  object,
  string,
  unknown
} from "./chunk-zod.js";

// src/platform/github/status.ts
var statusContext = "lockgate";
var longest = 140;
async function setStatus({ owner, repo, event, inputs, runUrl }, client, { state, words }) {
  if (!inputs.status || event.kind !== "pull_request" && event.kind !== "merge_group") return false;
  try {
    await client.request("POST /repos/{owner}/{repo}/statuses/{sha}", {
      ...{ owner, repo, sha: event.headSha, context: statusContext, state },
      description: words.length > longest ? `${words.slice(0, longest - 1)}\u2026` : words,
      ...runUrl === void 0 ? {} : { target_url: runUrl }
    });
    return true;
  } catch (error) {
    const needs = "the job needs `statuses: write`";
    warning(`The commit status was not written: ${describeFailure(error)}; ${needs}.`);
    return false;
  }
}
var combined = object({
  statuses: array(object({ context: string(), state: string(), description: string().nullable() }))
});
async function readStatus({ owner, repo }, client, commit) {
  const route = "GET /repos/{owner}/{repo}/commits/{ref}/status";
  const { data } = await client.request(route, { owner, repo, ref: commit, per_page: 100 });
  const found = combined.parse(data).statuses.find(({ context }) => context === statusContext);
  return found && { state: found.state, description: found.description ?? "" };
}
var rules = array(object({ type: string(), parameters: unknown().optional() }));
var required = object({ required_status_checks: array(object({ context: string() })) });
var classic = object({
  protection: object({ required_status_checks: object({ contexts: array(string()).optional() }).nullish() }).optional()
});
async function isStatusRequired({ owner, repo }, client, branches) {
  const answers = await Promise.all(branches.map((branch) => isRequiredOn({ owner, repo, branch })));
  return branches.length > 0 && answers.every(Boolean);
  async function isRequiredOn(where) {
    try {
      const found = await readPages(client, "GET /repos/{owner}/{repo}/rules/branches/{branch}", where, rules);
      const checks = found.filter(({ type }) => type === "required_status_checks");
      const inRules = checks.flatMap(({ parameters }) => required.parse(parameters).required_status_checks);
      if (inRules.some(({ context }) => context === statusContext)) return true;
      const { data } = await client.request("GET /repos/{owner}/{repo}/branches/{branch}", where);
      return classic.parse(data).protection?.required_status_checks?.contexts?.includes(statusContext) === true;
    } catch (error) {
      info(`Whether the status is required could not be read: ${describeFailure(error)}.`);
      return false;
    }
  }
}

export {
  statusContext,
  setStatus,
  readStatus,
  isStatusRequired
};
