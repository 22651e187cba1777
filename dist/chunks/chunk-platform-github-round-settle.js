import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readStatus
} from "./chunk-platform-github-status.js";
import {
  ask
} from "./chunk-platform-github-ask.js";
import {
  describeFailure
} from "./chunk-platform-github-failure.js";
import {
  array,
  int,
  object,
  string
} from "./chunk-zod.js";

// src/platform/github/round/gate-runs.ts
var runs = object({
  workflow_runs: array(
    object({
      ...{ id: int().positive(), run_number: int(), run_attempt: int().positive().default(1), path: string() },
      ...{ status: string().nullable(), conclusion: string().nullable(), created_at: string() },
      ...{ run_started_at: string().optional(), head_sha: string(), head_branch: string().nullable() },
      head_repository: object({ id: int() }).nullish()
    })
  )
});
async function newestRun({ owner, repo }, client, workflow, { headSha, headRef, headRepository }) {
  const route = "GET /repos/{owner}/{repo}/actions/runs";
  const where = { owner, repo, head_sha: headSha, branch: headRef, event: "pull_request", per_page: 100 };
  const { workflow_runs: found } = await ask(client, route, where, runs, "the runs on a pull request");
  const own = found.filter(
    (run) => (
      // A path may carry the ref that a reusable workflow was read from.
      run.path.split("@", 1)[0] === workflow && run.head_sha === headSha && run.head_branch === headRef && run.head_repository?.id === headRepository
    )
  );
  const startOf = (run) => Date.parse(run.run_started_at ?? run.created_at);
  const newest = own.sort((a, b) => startOf(b) - startOf(a) || b.run_number - a.run_number)[0];
  if (newest === void 0) return void 0;
  const { id, run_attempt: attempt, status, conclusion, created_at: createdAt } = newest;
  return { id, attempt, conclusion: status === "completed" ? conclusion : null, createdAt };
}
var waits = [1, 2, 4, 8, 15, ...Array(9).fill(30)].map((seconds) => seconds * 1e3);
async function endedRun(request, client, workflow, pull) {
  let run = await newestRun(request, client, workflow, pull);
  for (const wait of waits) {
    if (run === void 0 || run.conclusion !== null) return run;
    await client.pause(wait);
    run = await newestRun(request, client, workflow, pull);
  }
  return run;
}

// src/platform/github/round/settle.ts
var passes = (verdict) => verdict === "pass" || verdict === "warn";
var lastAttempt = 50;
var longestAgo = 30 * 864e5;
var green = /* @__PURE__ */ new Set(["success", "neutral", "skipped"]);
async function isGreen(request, client, { conclusion }, { headSha }) {
  if (!request.inputs.status) return green.has(conclusion);
  return (await readStatus(request, client, headSha))?.state === "success";
}
async function settle(request, client, { workflow, most }, pull, { verdict, file }) {
  const isWanted = passes(verdict);
  const button = isWanted ? "\u201CRe-run failed jobs\u201D" : "\u201CRe-run all jobs\u201D";
  const choose = `Choose ${button} on the check, which needs write access.`;
  const anew = "Close and reopen the pull request, or push.";
  const stuck = (why, fix) => ({ kind: "stuck", words: stuckWords(isWanted, why, fix) });
  const owner = await file(workflow);
  if (owner === "none") {
    return stuck(
      `the default branch has no workflow \`${workflow}\``,
      "Name the one that holds the check in the input `gate-workflow`."
    );
  }
  const run = await endedRun(request, client, workflow, pull);
  if (run === void 0) return stuck(`\`${workflow}\` has no run for this head`, anew);
  if (run.conclusion === null) return stuck("a run of it is still under way", `When that has ended: ${choose}`);
  if (await isGreen(request, client, run, pull) === isWanted) return { kind: "same" };
  if (owner === "own") {
    return stuck(
      `the pull request brings its own \`${workflow}\`, so the check says nothing`,
      "Review that file before anything else."
    );
  }
  if (run.conclusion === "action_required") {
    return stuck("its run waits until a maintainer approves it", "Approve the run on the pull request\u2019s page.");
  }
  if (Date.now() - Date.parse(run.createdAt) > longestAgo) {
    return stuck("its run began more than 30 days ago, and GitHub does not run that again", anew);
  }
  if (run.attempt >= most) {
    const fix = run.attempt > lastAttempt ? anew : choose;
    return stuck(`it has run ${run.attempt} times, and is not run again without a person after attempt ${most}`, fix);
  }
  const isFailed = isWanted && !green.has(run.conclusion);
  const route = `POST /repos/{owner}/{repo}/actions/runs/{run_id}/${isFailed ? "rerun-failed-jobs" : "rerun"}`;
  try {
    await client.request(route, { owner: request.owner, repo: request.repo, run_id: run.id });
    return { kind: "again" };
  } catch (error) {
    const now = await newestRun(request, client, workflow, pull).catch(() => void 0);
    if (now !== void 0 && (now.conclusion === null || now.id !== run.id || now.attempt > run.attempt)) {
      return { kind: "again" };
    }
    return stuck(
      `GitHub refused to run it again (${describeFailure(error)})`,
      `${choose} The round itself needs \`actions: write\`.`
    );
  }
}
function stuckWords(isWanted, why, fix) {
  return isWanted ? `**This would pass now, and the check was not run again**: ${why}. ${fix}` : `**Do not merge: this does not pass, and the check may still be green.** It was not run again: ${why}. ${fix}`;
}
var plain = (words) => words.replaceAll("**", "");

export {
  newestRun,
  passes,
  longestAgo,
  isGreen,
  settle,
  plain
};
