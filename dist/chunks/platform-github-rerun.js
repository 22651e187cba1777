import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  listAllPulls,
  ownComment
} from "./chunk-platform-github-pulls.js";
import {
  info,
  readStatus,
  warning
} from "./chunk-platform-github-status.js";
import {
  ask
} from "./chunk-platform-github-ask.js";
import "./chunk-platform-github-same-text.js";
import "./chunk-platform-github-pages.js";
import {
  readWaiting
} from "./chunk-report-formats-markdown.js";
import "./chunk-report-view-grouping.js";
import "./chunk-report-view-links.js";
import "./chunk-report-view-one-date.js";
import "./chunk-report-view-cover-words.js";
import "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import "./chunk-report-view-words.js";
import "./chunk-report-view-text-words.js";
import "./chunk-policy-remote.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
import "./chunk-text-paths.js";
import "./chunk-report-escape.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-undici.js";
import {
  describeFailure
} from "./chunk-platform-github-failure.js";
import "./chunk-net-http-exchange.js";
import "./chunk-net-loopback.js";
import "./chunk-net-exchange-failure.js";
import {
  array,
  int,
  object,
  string
} from "./chunk-zod.js";
import {
  GateFailure,
  asGateError
} from "./chunk-errors.js";
import "./chunk-report-view-project.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-judge-unavailable.js";
import "./chunk-model-effect.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/platform/github/budget.ts
var lasting = /* @__PURE__ */ new Set([
  "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
  "GET /repos/{owner}/{repo}/git/blobs/{file_sha}"
]);
function withBudget(client, most) {
  const known = /* @__PURE__ */ new Map();
  let left = most;
  let reserve;
  async function send(route, parameters) {
    if (left <= 0 && route.startsWith("GET ")) {
      throw new GateFailure("budget", `the ${most} requests that this run may send are spent; the next one goes on`);
    }
    left -= 1;
    const reply = await client.request(route, parameters);
    const remaining = Number(reply.headers["x-ratelimit-remaining"] ?? NaN);
    if (remaining >= 0) {
      reserve ??= Math.floor(remaining / 2);
      left = Math.min(left, remaining - reserve);
    }
    return reply;
  }
  const request = (route, parameters = {}) => {
    if (!lasting.has(route)) return send(route, parameters);
    const key = JSON.stringify([route, parameters]);
    const reply = known.get(key) ?? send(route, parameters);
    known.set(key, reply);
    return reply;
  };
  return { client: { ...client, request }, left: () => Math.max(0, left) };
}

// src/platform/github/rerun.ts
var maxRequests = 300;
var hour = 36e5;
var longestAgo = 30 * 24 * hour;
var perHour = 50;
var named = 20;
var runs = object({
  workflow_runs: array(
    object({
      ...{ id: int().positive(), run_number: int(), conclusion: string().nullable(), path: string() },
      created_at: string()
    })
  )
});
async function rerunChecks(request, client, workflow, judge) {
  await settleAll(request, client, judge, async (pull, bounded) => {
    const failed = await lastFailure(request, bounded, workflow, pull.headSha);
    if (failed === void 0) return void 0;
    const until = await waitingOf(request, bounded, pull);
    const settle = async (sender) => {
      if (Date.now() - Date.parse(failed.created_at) > longestAgo) {
        warning(
          `Pull request #${pull.number} would pass now, but its check began more than 30 days ago and GitHub does not run it again: close and reopen the pull request.`
        );
        return;
      }
      const { owner, repo } = request;
      const route = "POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs";
      await sender.request(route, { owner, repo, run_id: failed.id });
      info(`Pull request #${pull.number} would pass now: its check runs again.`);
    };
    return { pull, settle, ...until === void 0 ? {} : { until } };
  });
}
async function settleStatuses(request, client, judge, publish) {
  await settleAll(request, client, judge, async (pull, bounded) => {
    const status = await readStatus(request, bounded, pull.headSha);
    if (status === void 0 || status.state === "success") return void 0;
    const until = readWaiting(status.description);
    const settle = async (sender) => {
      await publish(pull, sender);
      info(`Pull request #${pull.number} was judged again, because it would pass now.`);
    };
    return { pull, settle, ...until === void 0 ? {} : { until } };
  });
}
async function settleAll(request, client, judge, inspect) {
  const budget = withBudget(client, maxRequests);
  const left = /* @__PURE__ */ new Set();
  try {
    const blocked = [];
    const pulls = inTurn(await listAllPulls(budget.client, request));
    for (const pull of pulls) {
      if (budget.left() < maxRequests / 2) left.add(pull.number);
      else await attempt(pull, budget, left, async () => void blocked.push(...one(await inspect(pull, budget.client))));
    }
    for (const { pull, settle } of inOrder(blocked)) {
      await attempt(pull, budget, left, async () => {
        const verdict = await judge(pull, budget.client);
        if (verdict === "pass" || verdict === "warn") await settle(budget.client);
        else if (verdict === "error" && budget.left() === 0) left.add(pull.number);
      });
    }
  } catch (error) {
    warning(`No check was run again: ${asGateError(error).message}`);
  }
  if (left.size > 0) warning(leftWords([...left]));
}
var one = (value) => value === void 0 ? [] : [value];
async function attempt({ number }, budget, left, task) {
  if (budget.left() === 0) {
    left.add(number);
    return;
  }
  try {
    await task();
  } catch (error) {
    if (budget.left() === 0) left.add(number);
    else warning(`The check of pull request #${number} was not run again: ${describeFailure(error)}.`);
  }
}
function leftWords(left) {
  const numbers = left.slice(0, named).map((number) => `#${number}`);
  const more = left.length > named ? ` and ${left.length - named} more` : "";
  return `At most ${maxRequests} requests, or half of what GitHub still allows in this hour: not looked at were ${numbers.join(", ")}${more}. The next scheduled run goes on with them.`;
}
function inTurn(pulls) {
  const start = pulls.length === 0 ? 0 : Math.floor(Date.now() / hour) * perHour % pulls.length;
  return [...pulls.slice(start), ...pulls.slice(0, start)];
}
function inOrder(blocked) {
  const now = Date.now();
  const byTime = (a, b) => (a.until ?? 0) - (b.until ?? 0);
  const timed = blocked.filter(({ until }) => until !== void 0).sort(byTime);
  return [
    ...timed.filter(({ until = 0 }) => until <= now),
    ...blocked.filter(({ until }) => until === void 0),
    ...timed.filter(({ until = 0 }) => until > now)
  ];
}
async function waitingOf({ owner, repo }, client, { number, headSha }) {
  try {
    const text = await ownComment(client, { owner, repo, number });
    return text === void 0 ? void 0 : readWaiting(text, headSha);
  } catch {
    return void 0;
  }
}
async function lastFailure({ owner, repo }, client, workflow, headSha) {
  const route = "GET /repos/{owner}/{repo}/actions/runs";
  const where = { owner, repo, head_sha: headSha, event: "pull_request", per_page: 100 };
  const { workflow_runs: found } = await ask(client, route, where, runs, "the runs on a pull request");
  const own = found.filter(({ path }) => path.split("@", 1)[0] === workflow);
  const newest = own.sort((a, b) => b.run_number - a.run_number)[0];
  return newest?.conclusion === "failure" ? newest : void 0;
}
export {
  rerunChecks,
  settleStatuses
};
