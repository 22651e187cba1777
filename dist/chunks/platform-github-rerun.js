import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isGreen,
  longestAgo,
  newestRun,
  passes,
  plain,
  settle
} from "./chunk-platform-github-round-settle.js";
import {
  conversationDocument
} from "./chunk-platform-github-decisions-documents.js";
import {
  mayDecide
} from "./chunk-decisions-lines.js";
import {
  ownComment
} from "./chunk-platform-github-comment.js";
import {
  listAllPulls
} from "./chunk-platform-github-pulls.js";
import {
  readStatus
} from "./chunk-platform-github-status.js";
import {
  info,
  warning
} from "./chunk-actions-core.js";
import "./chunk-platform-github-ask.js";
import "./chunk-platform-github-same-text.js";
import "./chunk-platform-github-pages.js";
import {
  readWaiting
} from "./chunk-report-formats-markdown.js";
import "./chunk-report-view-proposed-exceptions.js";
import "./chunk-report-view-next-step.js";
import "./chunk-report-view-decisions.js";
import "./chunk-report-view-blocked.js";
import "./chunk-report-view-links.js";
import "./chunk-report-view-one-date.js";
import "./chunk-report-view-verdict-words.js";
import "./chunk-report-view-cover-words.js";
import "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import "./chunk-report-view-words.js";
import "./chunk-report-view-text-words.js";
import "./chunk-policy-remote.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
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
import "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import {
  array,
  boolean,
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
    const reply2 = await client.request(route, parameters);
    const remaining = Number(reply2.headers["x-ratelimit-remaining"] ?? NaN);
    if (remaining >= 0) {
      reserve ??= Math.floor(remaining / 2);
      left = Math.min(left, remaining - reserve);
    }
    return reply2;
  }
  const request = (route, parameters = {}) => {
    if (!lasting.has(route)) return send(route, parameters);
    const key = JSON.stringify([route, parameters]);
    const reply2 = known.get(key) ?? send(route, parameters);
    known.set(key, reply2);
    return reply2;
  };
  return { client: { ...client, request }, left: () => Math.max(0, left) };
}

// src/platform/github/round/decided.ts
var pageInfo = object({ hasNextPage: boolean() });
var texts = object({
  nodes: array(
    object({
      author: object({ __typename: string() }).nullable(),
      body: string(),
      userContentEdits: object({ nodes: array(object({ diff: string().nullable() })), pageInfo }).nullable()
    })
  ),
  pageInfo
});
var timeline = object({ nodes: array(object({ __typename: string() })), pageInfo });
var reply = object({
  repository: object({ pullRequest: object({ comments: texts, timelineItems: timeline }) })
});
async function mayRestOnDecisions({ owner, repo }, client, { number }) {
  const parts = { comments: true, timeline: true, reviews: false, commits: false };
  const answer = await client.graphql(conversationDocument, { owner, repo, number, ...parts }).catch(() => void 0);
  const found = reply.safeParse(answer);
  if (!found.success) return true;
  const { comments, timelineItems } = found.data.repository.pullRequest;
  if (comments.pageInfo.hasNextPage || timelineItems.pageInfo.hasNextPage) return true;
  if (timelineItems.nodes.some(({ __typename }) => __typename === "CommentDeletedEvent")) return true;
  return comments.nodes.some(({ author, body, userContentEdits: edits }) => {
    if (author?.__typename === "Bot") return false;
    if (edits?.pageInfo.hasNextPage === true) return true;
    return [body, ...(edits?.nodes ?? []).map(({ diff }) => diff)].some((text) => text === null || mayDecide(text));
  });
}

// src/platform/github/rerun.ts
var maxRequests = 300;
var hour = 36e5;
var bySchedule = 40;
var perHour = 50;
var named = 20;
async function rerunChecks(request, client, workflow, judge) {
  await settleAll(request, client, { judge, isDue: passes }, async (pull, bounded) => {
    const run = await newestRun(request, bounded, workflow, pull);
    if (run?.conclusion !== "failure") return void 0;
    const until = await waitingOf(request, bounded, pull);
    const again = async (sender) => {
      if (Date.now() - Date.parse(run.createdAt) > longestAgo) {
        warning(
          `Pull request #${pull.number} would pass now, but its check began more than 30 days ago and GitHub does not run it again: close and reopen the pull request.`
        );
        return;
      }
      if (run.attempt >= bySchedule) {
        warning(
          `Pull request #${pull.number} would pass now, but its check has run ${run.attempt} times: choose \u201CRe-run failed jobs\u201D on it, or push.`
        );
        return;
      }
      const { owner, repo } = request;
      const route = "POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs";
      await sender.request(route, { owner, repo, run_id: run.id });
      info(`Pull request #${pull.number} would pass now: its check runs again.`);
    };
    return { pull, settle: again, ...until === void 0 ? {} : { until } };
  });
}
async function recheckDecided(request, client, workflow, judge) {
  const isDue = (verdict) => !passes(verdict);
  await settleAll(request, client, { judge, isDue }, async (pull, bounded) => {
    const run = await newestRun(request, bounded, workflow, pull);
    if (run === void 0 || run.conclusion === null || !await isGreen(request, bounded, run, pull)) return void 0;
    if (!await mayRestOnDecisions(request, bounded, pull)) return void 0;
    const again = async (sender, judged) => {
      const settled = await settle(request, sender, { workflow, most: bySchedule }, pull, judged);
      if (settled.kind === "again") {
        warning(`Pull request #${pull.number} is green and does not pass any more: its check runs again.`);
      }
      if (settled.kind !== "stuck") return;
      warning(`Pull request #${pull.number}: ${plain(settled.words)}`);
      await judged.publish(settled.words);
    };
    return { pull, settle: again };
  });
}
async function settleStatuses(request, client, judge, publish) {
  await settleAll(request, client, { judge, isDue: passes }, async (pull, bounded) => {
    const status = await readStatus(request, bounded, pull.headSha);
    if (status === void 0 || status.state === "success") return void 0;
    const until = readWaiting(status.description);
    const again = async (sender) => {
      await publish(pull, sender);
      info(`Pull request #${pull.number} was judged again, because it would pass now.`);
    };
    return { pull, settle: again, ...until === void 0 ? {} : { until } };
  });
}
async function settleAll(request, client, { judge, isDue }, inspect) {
  const budget = withBudget(client, maxRequests);
  const left = /* @__PURE__ */ new Set();
  try {
    const candidates = [];
    const pulls = inTurn(await listAllPulls(budget.client, request));
    for (const pull of pulls) {
      if (budget.left() < maxRequests / 2) left.add(pull.number);
      else {
        await attempt(pull, budget, left, async () => void candidates.push(...one(await inspect(pull, budget.client))));
      }
    }
    for (const { pull, settle: again } of inOrder(candidates)) {
      await attempt(pull, budget, left, async () => {
        const judged = await judge(pull, budget.client);
        if (judged === void 0) return;
        if (judged.verdict === "error" && budget.left() === 0) left.add(pull.number);
        else if (isDue(judged.verdict)) await again(budget.client, judged);
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
export {
  recheckDecided,
  rerunChecks,
  settleStatuses
};
