import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isAsked
} from "./chunk-platform-github-round-asked.js";
import {
  plain,
  settle
} from "./chunk-platform-github-round-settle.js";
import {
  readStandings
} from "./chunk-platform-github-decisions-standing.js";
import {
  isAtLeast
} from "./chunk-decisions-who.js";
import {
  readPull
} from "./chunk-platform-github-pulls.js";
import "./chunk-platform-github-status.js";
import {
  info,
  warning
} from "./chunk-actions-core.js";
import {
  ask
} from "./chunk-platform-github-ask.js";
import "./chunk-platform-github-pages.js";
import "./chunk-undici.js";
import "./chunk-platform-github-failure.js";
import "./chunk-net-http-exchange.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
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
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/platform/github/round/who-asks.ts
var pause = 6e5;
async function mayAsk(request, client, event, minimum) {
  const { comment, openedBy } = event;
  const { author } = comment;
  if (author === null) return false;
  const account = { ...author, type: "User" };
  const permission = (await readStandings(request, client, [account])).get(author.id)?.permission ?? "none";
  if (isAtLeast(permission, "write") && (permission === "admin" || isAtLeast(permission, await minimum()))) return true;
  if (openedBy !== author.id || event.action !== "created") return false;
  return !await hasCommented(request, client, event) && !await hasRun(request, client, event);
}
var comments = array(
  object({
    ...{ id: int().positive(), body: string().nullish(), created_at: string(), updated_at: string() },
    user: object({ id: int() }).nullable()
  })
);
async function hasCommented({ owner, repo }, client, event) {
  const { number, comment } = event;
  const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const since = sinceOf(event);
  const where = { owner, repo, issue_number: number, since, per_page: 100 };
  const found = await ask(client, route, where, comments, `the comments on pull request #${number}`);
  return found.some(({ id, user, body, created_at: createdAt, updated_at: updatedAt }) => {
    if (id >= comment.id || user?.id !== comment.author?.id || Date.parse(createdAt) < Date.parse(since)) return false;
    return updatedAt !== createdAt || isAsked({ ...event, comment: { ...comment, body: body ?? "" } });
  });
}
var runs = object({
  workflow_runs: array(
    object({
      ...{ id: int(), conclusion: string().nullable(), path: string(), created_at: string() },
      actor: object({ id: int() }).nullish()
    })
  )
});
async function hasRun({ owner, repo, runId, ownWorkflow }, client, event) {
  const { author } = event.comment;
  const route = "GET /repos/{owner}/{repo}/actions/runs";
  const where = { event: "issue_comment", actor: author?.login, per_page: 100 };
  const since = Date.parse(sinceOf(event));
  const found = await ask(client, route, { owner, repo, ...where }, runs, "the runs that the author caused");
  return found.workflow_runs.some(
    ({ id, conclusion, path, actor, created_at: createdAt }) => actor?.id === author?.id && Date.parse(createdAt) >= since && id !== runId && conclusion !== "skipped" && (ownWorkflow === void 0 || path.split("@", 1)[0] === ownWorkflow)
  );
}
var sinceOf = ({ comment }) => new Date(Date.parse(comment.createdAt) - pause).toISOString().replace(/\.\d+/, "");

// src/platform/github/round/round.ts
var byComments = 20;
async function runRound(request, client, event, { workflow, judge, minimum }) {
  if (!await mayAsk(request, client, event, minimum)) {
    info("The check is not run again: this account may not ask for it, or has asked in the last ten minutes.");
    return 0;
  }
  const pull = await readPull(request, client, event.number);
  if (pull === void 0) {
    info("The pull request is closed: there is no check to run again.");
    return 0;
  }
  const judged = await judgeAsItStands(pull, client, judge);
  if (judged === void 0) return 0;
  await judged.publish();
  const settled = await settle(request, client, { workflow, most: byComments }, pull, judged);
  if (settled.kind === "again") info(`The check of pull request #${pull.number} runs again.`);
  if (settled.kind === "same") info(`The check of pull request #${pull.number} says the same already.`);
  if (settled.kind === "stuck") {
    warning(`Pull request #${pull.number}: ${plain(settled.words)}`);
    await judged.publish(settled.words);
  }
  return judged.isJudged ? 0 : 1;
}
async function judgeAsItStands(pull, client, judge) {
  try {
    const judged = await judge(pull, client);
    return judged && { ...judged, isJudged: true };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    const { code, message } = asGateError(cause);
    warning(`Pull request #${pull.number} was not judged: ${message}`);
    if (code === "event") return void 0;
    const nothing = () => Promise.resolve();
    return { verdict: "error", file: () => Promise.resolve("default"), publish: nothing, isJudged: false };
  }
}
export {
  runRound
};
