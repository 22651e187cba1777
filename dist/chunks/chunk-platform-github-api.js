import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  createLimiter
} from "./chunk-net-limiter.js";
import {
  boundedFetch,
  readFailure
} from "./chunk-platform-github-failure.js";
import {
  int,
  object,
  string
} from "./chunk-zod.js";

// src/platform/github/patience.ts
import { setTimeout as sleep } from "node:timers/promises";
var systemClock = { now: () => Date.now(), sleep: (ms) => sleep(ms) };
var retries = 3;
var firstBackOffMs = 500;
var secondaryLimitMs = 6e4;
var patienceMs = 12e4;
function createPatience(clock = systemClock) {
  let left = patienceMs;
  return async (attempt, repeatable) => {
    let waitedForLimit = false;
    for (let failures = 0; ; failures += 1) {
      try {
        return await attempt();
      } catch (error) {
        const { kind, temporary, waitMs } = readFailure(error, clock.now());
        const limited = kind === "rate-limited";
        const wait = limited ? Math.max(waitMs ?? secondaryLimitMs, 1e3) : firstBackOffMs * 2 ** failures * (1 + Math.random() / 4);
        const again = limited ? !waitedForLimit && wait <= secondaryLimitMs : repeatable && failures < retries;
        if (!temporary || !again || wait > left) throw error;
        waitedForLimit ||= limited;
        left -= wait;
        await clock.sleep(wait);
      }
    }
  };
}

// src/platform/github/api.ts
var concurrency = 16;
var viewerReply = object({
  viewer: object({ login: string().min(1), databaseId: int().positive().nullable() })
});
async function connect({ apiUrl, token }, options = {}) {
  const { getOctokit } = await import("./actions-github.js");
  const silent = { debug() {
  }, info() {
  }, warn() {
  }, error() {
  } };
  const octokit = getOctokit(token, {
    baseUrl: apiUrl,
    request: { fetch: boundedFetch(apiUrl), log: silent },
    log: silent
  });
  const { clock = systemClock } = options;
  const patience = createPatience(clock);
  const inTurn = createLimiter(concurrency);
  const graphql = (document, variables) => patience(() => inTurn(() => octokit.graphql(document, variables)), true);
  let viewer;
  return {
    request: askingOnce(
      (route, parameters) => patience(() => inTurn(() => octokit.request(route, parameters)), !route.startsWith("POST "))
    ),
    graphql,
    viewer: () => viewer ??= askViewer(graphql),
    pause: (ms) => clock.sleep(ms)
  };
}
async function askViewer(graphql) {
  const { viewer } = viewerReply.parse(await graphql("query { viewer { login databaseId } }", {}));
  return { login: viewer.login, id: viewer.databaseId };
}
var askedOnce = /* @__PURE__ */ new Set([
  "GET /repos/{owner}/{repo}/git/commits/{commit_sha}",
  "GET /repos/{owner}/{repo}/git/ref/{ref}"
]);
function askingOnce(request) {
  const asked = /* @__PURE__ */ new Map();
  return (route, parameters = {}) => {
    if (!askedOnce.has(route)) return request(route, parameters);
    const key = JSON.stringify([route, ...["owner", "repo", "commit_sha", "ref"].map((name) => parameters[name])]);
    const reply = asked.get(key) ?? request(route, parameters);
    asked.set(key, reply);
    return reply;
  };
}

export {
  connect
};
