import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  info,
  listPulls,
  warning
} from "./chunk-actions-core.js";
import {
  ask
} from "./chunk-platform-github-ask.js";
import "./chunk-platform-github-pages.js";
import "./chunk-undici.js";
import {
  describeFailure
} from "./chunk-platform-github-failure.js";
import "./chunk-net-http-exchange.js";
import "./chunk-net-loopback.js";
import "./chunk-net-exchange-failure.js";
import {
  asGateError
} from "./chunk-errors.js";
import {
  array,
  int,
  object,
  string
} from "./chunk-zod.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/platform/github/rerun.ts
var maxPulls = 100;
var runs = object({
  workflow_runs: array(
    object({ id: int().positive(), run_number: int(), conclusion: string().nullable(), path: string() })
  )
});
async function rerunChecks(request, client, workflow, judge) {
  try {
    const where = { state: "open", sort: "updated", direction: "desc" };
    const pulls = await listPulls(client, request, where, "the open pull requests");
    if (pulls.length >= maxPulls) info(`Only the ${maxPulls} most recently updated pull requests are checked.`);
    for (const pull of pulls) await rerunOne(request, client, workflow, pull, judge);
  } catch (error) {
    warning(`No check was run again: ${asGateError(error).message}`);
  }
}
async function rerunOne(request, client, workflow, pull, judge) {
  const { owner, repo } = request;
  const { number } = pull;
  try {
    const failed = await lastFailure(request, client, workflow, pull.headSha);
    if (failed === void 0) return;
    const verdict = await judge(pull);
    if (verdict !== "pass" && verdict !== "warn") return;
    const route = "POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs";
    await client.request(route, { owner, repo, run_id: failed });
    info(`Pull request #${number} would pass now: its check runs again.`);
  } catch (error) {
    warning(`The check of pull request #${number} was not run again: ${describeFailure(error)}.`);
  }
}
async function lastFailure({ owner, repo }, client, workflow, headSha) {
  const route = "GET /repos/{owner}/{repo}/actions/runs";
  const where = { owner, repo, head_sha: headSha, event: "pull_request", per_page: 100 };
  const { workflow_runs: found } = await ask(client, route, where, runs, "the runs on a pull request");
  const own = found.filter(({ path }) => path.split("@", 1)[0] === workflow);
  const newest = own.sort((a, b) => b.run_number - a.run_number)[0];
  return newest?.conclusion === "failure" ? newest.id : void 0;
}
export {
  rerunChecks
};
