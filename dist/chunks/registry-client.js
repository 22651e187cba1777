import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  clientLimits,
  createAgent
} from "./chunk-net-agent.js";
import "./chunk-registry-registry-map.js";
import {
  ExchangeFailure,
  exchange
} from "./chunk-net-http-exchange.js";
import "./chunk-errors.js";
import {
  require_lib
} from "./chunk-validate-npm-package-name.js";
import {
  require_semver
} from "./chunk-semver.js";
import "./chunk-semver-ranges-max-satisfying.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/registry/client.ts
var import_semver = __toESM(require_semver(), 1);
var import_validate_npm_package_name = __toESM(require_lib(), 1);
import { gzipSync } from "node:zlib";
function createRegistryClient(concurrency, changed = {}) {
  const limits = { ...clientLimits, ...changed };
  const inFlight = { bytes: 0, max: limits.bytesInFlight };
  const failures = /* @__PURE__ */ new Map();
  const agents = /* @__PURE__ */ new Map();
  return {
    packument: (connection, name) => get(connection, name, name.replace("/", "%2f")),
    keys: (connection) => get(connection, void 0, "-/npm/v1/keys"),
    attestations: async (connection, name, version) => {
      if (import_semver.default.valid(version) !== version) return { state: "absent", authenticated: true };
      return get(connection, name, `-/npm/v1/attestations/${name.replace("/", "%2f")}@${version}`);
    },
    advisories: (connection, versions) => {
      const possible = [...versions].filter(([name]) => isPossibleName(name));
      const payload = { bytes: gzipSync(JSON.stringify(Object.fromEntries(possible))), encoding: "gzip" };
      return get(connection, void 0, "-/npm/v1/security/advisories/bulk", payload);
    },
    osv: (connection, path, body) => get(connection, void 0, path, body === void 0 ? void 0 : { bytes: Buffer.from(body) }),
    downloads: async (connection, names) => {
      if (!names.every(isPossibleName)) return { state: "absent", authenticated: true };
      return get(connection, void 0, `downloads/point/last-month/${names.join(",")}`);
    },
    tarball: async (connection, address) => {
      const before = givenUp(connection);
      if (before !== void 0) return before;
      let packed;
      const keep = (body) => {
        packed = body;
        return { state: "document", document: null };
      };
      const reply = counted(connection, await ask(connection, address, { keep }));
      if (reply.state !== "document" || packed === void 0) {
        return reply.state === "document" ? unavailable("malformed", "no body") : reply;
      }
      const { listTarball } = await import("./registry-tarball-listing.js");
      const listed = await listTarball(packed);
      return listed.state === "listed" ? listed : unavailable(listed.reason, "it cannot be listed");
    },
    close: () => {
      for (const agent of agents.values()) {
        agent.then(
          (made) => made.destroy(),
          () => void 0
        );
      }
    }
  };
  async function get(connection, name, path, payload) {
    if (name !== void 0 && !isPossibleName(name)) return { state: "absent", authenticated: true };
    const before = givenUp(connection);
    if (before !== void 0) return before;
    return counted(connection, await ask(connection, new URL(connection.url + path), payload && { payload }));
  }
  function givenUp({ url }) {
    const before = failures.get(url);
    if (before === void 0 || before.inRow < limits.failuresInRow) return void 0;
    return { ...before.last, detail: `not asked: ${before.inRow} requests in a row had failed` };
  }
  function counted(connection, reply) {
    if (reply.state !== "unavailable" || !systemic.has(reply.reason)) failures.delete(connection.url);
    else failures.set(connection.url, { inRow: (failures.get(connection.url)?.inRow ?? 0) + 1, last: reply });
    return reply;
  }
  async function ask(connection, url, body = {}) {
    const end = performance.now() + limits.deadline;
    let wait = limits.backOff;
    for (let attempt2 = 1; ; attempt2 += 1) {
      const outcome = await follow(connection, url, end, body);
      if (!("retry" in outcome)) return outcome;
      const attempts = attempt2 === 1 ? "" : ` after ${attempt2} attempts`;
      const reply = { ...outcome.retry, detail: `${outcome.retry.detail}${attempts}` };
      const pause = outcome.after ?? wait * (0.5 + Math.random() / 2);
      if (attempt2 >= limits.attempts || performance.now() + pause >= end) return reply;
      await new Promise((resolve) => setTimeout(resolve, pause));
      wait *= 2;
    }
  }
  async function follow(connection, start, end, { payload, keep }) {
    const body = { payload, keep };
    let url = start;
    for (let hops = 0; hops <= limits.redirects; hops += 1) {
      const answered = await attempt(connection, url, end, body);
      if (answered instanceof ExchangeFailure) {
        return judgeFailure(answered, limits, keep === void 0 ? limits.documentBytes : limits.tarballBytes);
      }
      const { status, headers } = answered;
      if (payload !== void 0 && unsupported.has(status)) return { state: "absent", authenticated: true };
      if (![301, 302, 303, 307, 308].includes(status)) return judge(answered, connection, keep);
      const target = headers.location;
      if (target === void 0 || !URL.canParse(target, url.href)) return unavailable("malformed", `HTTP ${status}`);
      const next = new URL(target, url);
      if (next.origin !== start.origin) {
        return unavailable("redirected", `HTTP ${status} to another origin, which is not followed`);
      }
      if (payload !== void 0 && status < 307) return unavailable("redirected", `HTTP ${status} for a POST`);
      url = next;
    }
    return unavailable("redirected", `more than ${limits.redirects} redirects`);
  }
  async function attempt(connection, url, end, { payload, keep }) {
    let agent = agents.get(connection.url);
    if (agent === void 0) {
      agent = createAgent(connection, concurrency);
      agents.set(connection.url, agent);
    }
    const made = await agent;
    const { authorization } = connection;
    const deadline = end - performance.now();
    try {
      if (deadline <= 0) throw new ExchangeFailure("timeout", "deadline");
      return await exchange(url, {
        agent: made,
        headers: {
          accept: keep === void 0 ? "application/json" : "*/*",
          "accept-encoding": keep === void 0 ? "gzip, br" : "identity",
          "user-agent": "lockgate",
          ...payload === void 0 ? {} : sentAs(payload),
          ...authorization !== void 0 && url.href.startsWith(connection.url) ? { authorization } : {}
        },
        ...payload === void 0 ? {} : { payload: payload.bytes },
        deadline,
        idle: limits.idle,
        maxBytes: keep === void 0 ? limits.documentBytes : limits.tarballBytes,
        inFlight
      });
    } catch (cause) {
      if (cause instanceof ExchangeFailure) return cause;
      throw cause;
    }
  }
}
var systemic = /* @__PURE__ */ new Set(["network", "timeout", "throttled", "server-error"]);
var unsupported = /* @__PURE__ */ new Set([404, 405, 410, 501]);
var sentAs = ({ bytes, encoding }) => ({
  "content-type": "application/json",
  ...encoding === void 0 ? {} : { "content-encoding": encoding },
  "content-length": String(bytes.length)
});
function judge({ status, headers, body }, connection, keep = readDocument) {
  const authenticated = connection.authorization !== void 0;
  const hint = connection.withoutCredential === void 0 ? "" : `: ${connection.withoutCredential}`;
  switch (status) {
    case 200:
      return keep(body);
    case 401:
    case 402:
      return unavailable("unauthorized", `HTTP ${status}${hint}`);
    case 403:
    case 451:
      return { state: "refused", status };
    case 404:
    case 410:
      return { state: "absent", authenticated };
    case 407:
      return unavailable("network", "HTTP 407 from the proxy");
    case 429:
      return { retry: unavailable("throttled", "HTTP 429"), ...retryAfter(headers) };
    default: {
      const reply = unavailable("server-error", `HTTP ${status}`);
      return status === 408 || status >= 500 ? { retry: reply, ...retryAfter(headers) } : reply;
    }
  }
}
function judgeFailure({ reason, code }, limits, bytes) {
  switch (reason) {
    case "network":
      return /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/.test(code) ? unavailable("network", code) : { retry: unavailable("network", code) };
    case "timeout":
      return { retry: unavailable("timeout", `no complete answer within ${limits.deadline / 1e3} s`) };
    case "too-large":
      return unavailable("too-large", `more than ${Math.floor(bytes / 1024 / 1024)} MiB`);
    case "malformed":
      return unavailable("malformed", code);
  }
}
function readDocument(body) {
  try {
    const document = JSON.parse(body.toString("utf8"));
    return { state: "document", document };
  } catch {
    return unavailable("malformed", "HTTP 200 without a JSON document");
  }
}
function unavailable(reason, detail) {
  return { state: "unavailable", reason, detail };
}
function retryAfter(headers) {
  const value = headers["retry-after"];
  if (value === void 0) return {};
  const wait = /^\d+$/.test(value) ? Number(value) * 1e3 : Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? {} : { after: Math.max(0, wait) };
}
function isPossibleName(name) {
  const { validForNewPackages, validForOldPackages } = (0, import_validate_npm_package_name.default)(name);
  return validForNewPackages || validForOldPackages;
}
export {
  createRegistryClient
};
