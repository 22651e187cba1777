import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  hostOf
} from "./chunk-cli-repository-id.js";
import {
  connectionFromEnv
} from "./chunk-cli-github-connection.js";
import {
  originPlace
} from "./chunk-cli-judged-repository.js";
import {
  iso_exports,
  object
} from "./chunk-zod.js";
import "./chunk-errors.js";
import "./chunk-runtime.js";

// src/cli/pull-times.ts
var most = 200;
var reply = object({ created_at: iso_exports.datetime() });
async function pullTimes(pulls, flags) {
  const { apiUrl, token } = connectionFromEnv();
  if (pulls.length === 0 || flags.offline || !token) return /* @__PURE__ */ new Map();
  const origin = await originPlace(flags.repo ?? ".").catch(() => void 0);
  if (origin === void 0 || origin.host !== hostOf(apiUrl)) return /* @__PURE__ */ new Map();
  const { connect } = await import("./platform-github-api.js");
  const { request } = await connect({ apiUrl, token });
  const [owner = "", repo = ""] = origin.name.split("/");
  const asked = pulls.slice(0, most).map(async (pull_number) => {
    const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
    const { data } = await request(route, { owner, repo, pull_number });
    return [pull_number, reply.parse(data).created_at];
  });
  const known = await Promise.allSettled(asked);
  return new Map(known.flatMap((one) => one.status === "fulfilled" ? [one.value] : []));
}
export {
  pullTimes
};
