import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  countsNone
} from "./chunk-registry-downloads.js";
import "./chunk-registry-release.js";
import {
  clientLimits
} from "./chunk-registry-limits.js";
import "./chunk-managers-bin.js";
import {
  unavailable,
  unoffered
} from "./chunk-model-evidence-values.js";
import {
  require_semver
} from "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import {
  require_lib
} from "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import {
  createAgent,
  exchange
} from "./chunk-net-http-exchange.js";
import {
  ExchangeFailure
} from "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import "./chunk-errors.js";
import "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/registry/client.ts
var import_semver = __toESM(require_semver(), 1);
var import_validate_npm_package_name = __toESM(require_lib(), 1);
import { gzipSync } from "node:zlib";

// src/registry/http-answer.ts
function judgeExchange({ status, headers, body }, connection, keep = readDocument) {
  const authenticated = connection.authorization !== void 0;
  const { withoutCredential, unset } = connection;
  const hint = withoutCredential === void 0 ? "" : `: ${withoutCredential}`;
  const isUnset = unset === void 0 ? {} : { unset };
  switch (status) {
    case 200:
      return keep(body);
    case 401:
    case 402:
      return { ...unavailable("unauthorized", `HTTP ${status}${hint}`), ...isUnset };
    case 403:
    case 451:
      return { state: "refused", status };
    case 404:
    case 410:
      return { state: "absent", authenticated, ...isUnset };
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
    case "redirected":
      return unavailable(reason, code);
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
function retryAfter(headers) {
  const value = headers["retry-after"];
  if (value === void 0) return {};
  const wait = /^\d+$/.test(value) ? Number(value) * 1e3 : Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? {} : { after: Math.max(0, wait) };
}

// src/registry/requests.ts
var unofferedStatuses = /* @__PURE__ */ new Set([400, 401, 403, 404, 405, 410, 501]);
var isPage = ({ status, body }) => status === 200 && /^\s*</.test(body.subarray(0, 256).toString("latin1"));
function createRequests(concurrency, limits) {
  const inFlight = { bytes: 0, max: limits.bytesInFlight };
  const agents = /* @__PURE__ */ new Map();
  return { ask, close };
  async function ask(connection, url, body = {}) {
    const end = performance.now() + limits.deadline;
    let wait = limits.backOff;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await attemptOnce(connection, url, end, body);
      if (!("retry" in outcome)) return outcome;
      const attempts = attempt === 1 ? "" : ` after ${attempt} attempts`;
      const reply = { ...outcome.retry, detail: `${outcome.retry.detail}${attempts}` };
      const pause = outcome.after ?? wait * (0.5 + Math.random() / 2);
      if (attempt >= limits.attempts || performance.now() + pause >= end) return reply;
      await new Promise((resolve) => setTimeout(resolve, pause));
      wait *= 2;
    }
  }
  async function attemptOnce(connection, url, end, { payload, keep, isOptional = false, notOffered = notThere }) {
    const maxBytes = keep === void 0 ? limits.documentBytes : limits.tarballBytes;
    let answered;
    try {
      answered = await exchange(url, {
        agent: await agentOf(connection),
        headers: (target) => headersFor(target, connection, payload, keep === void 0),
        ...payload === void 0 ? {} : { payload: payload.bytes },
        ...{ deadline: end - performance.now(), idle: limits.idle, maxBytes, inFlight },
        redirects: { most: limits.redirects, follows: "reads-and-repeats" }
      });
    } catch (cause) {
      if (isOptional && cause instanceof ExchangeFailure && cause.reason === "redirected") return notOffered;
      if (cause instanceof ExchangeFailure) return judgeFailure(cause, limits, maxBytes);
      throw cause;
    }
    const isUnknown = answered.status === 404 && notOffered !== notThere;
    if (isOptional && !isUnknown && (unofferedStatuses.has(answered.status) || isPage(answered))) return notOffered;
    return judgeExchange(answered, connection, keep);
  }
  function agentOf(connection) {
    const agent = agents.get(connection.url) ?? createAgent(connection, concurrency);
    agents.set(connection.url, agent);
    return agent;
  }
  function close() {
    for (const agent of agents.values()) {
      agent.then(
        (made) => made.destroy(),
        () => void 0
      );
    }
  }
}
var notThere = { state: "absent", authenticated: true };
function headersFor(target, { url, authorization }, payload, isDocument) {
  return {
    accept: isDocument ? "application/json" : "*/*",
    "accept-encoding": isDocument ? "gzip, br" : "identity",
    "user-agent": "lockgate",
    ...payload === void 0 ? {} : sentAs(payload),
    ...authorization !== void 0 && target.href.startsWith(url) ? { authorization } : {}
  };
}
var sentAs = ({ bytes, encoding }) => ({
  "content-type": "application/json",
  ...encoding === void 0 ? {} : { "content-encoding": encoding },
  "content-length": String(bytes.length)
});

// src/registry/client.ts
function createRegistryClient(concurrency, changed = {}) {
  const limits = { ...clientLimits, ...changed };
  const { ask, close } = createRequests(concurrency, limits);
  const failures = /* @__PURE__ */ new Map();
  return {
    packument: (connection, name) => get(connection, name, name.replace("/", "%2f")),
    keys: (connection) => get(connection, void 0, "-/npm/v1/keys", { isOptional: true }),
    attestations: async (connection, name, version) => {
      if (import_semver.default.valid(version) !== version) return { state: "absent", authenticated: true };
      return get(connection, name, `-/npm/v1/attestations/${name.replace("/", "%2f")}@${version}`, {
        isOptional: true,
        notOffered: servesNoAttestations
      });
    },
    advisories: (connection, versions) => {
      const possible = [...versions].filter(([name]) => isPossibleName(name));
      const payload = { bytes: gzipSync(JSON.stringify(Object.fromEntries(possible))), encoding: "gzip" };
      return get(connection, void 0, "-/npm/v1/security/advisories/bulk", { payload, isOptional: true });
    },
    osv: (connection, path, body) => get(connection, void 0, path, body === void 0 ? {} : { payload: { bytes: Buffer.from(body) } }),
    downloads: async (connection, names, isOptional = false) => {
      if (!names.every(isPossibleName)) return { state: "absent", authenticated: true };
      return get(connection, void 0, `downloads/point/last-month/${names.join(",")}`, {
        isOptional,
        notOffered: countsNone
      });
    },
    tarball: async (connection, address) => {
      const packed = await download(connection, address);
      if (!Buffer.isBuffer(packed)) return packed;
      const { listTarball } = await import("./registry-tarball-listing.js");
      const listed = await listTarball(packed);
      if (listed.state === "listed") return listed;
      return unavailable(listed.reason === "malformed" ? "malformed" : "too-large", "it cannot be listed");
    },
    program: async (connection, address, member) => {
      const packed = await download(connection, address);
      if (!Buffer.isBuffer(packed)) return packed;
      const { readProgram } = await import("./registry-program-digests.js");
      const read = await readProgram(packed, member);
      return read.state === "read" ? read : unavailable(read.reason, "its tarball cannot be read");
    },
    contents: async (connection, address) => {
      const packed = await download(connection, address);
      if (!Buffer.isBuffer(packed)) return packed;
      const { unpackTarball } = await import("./registry-tarball-contents.js");
      const unpacked = await unpackTarball(packed);
      return unpacked.state === "unpacked" ? unpacked : unavailable(unpacked.reason, "it cannot be unpacked");
    },
    close
  };
  async function download(connection, address) {
    const before = givenUp(connection);
    if (before !== void 0) return before;
    let packed;
    const keep = (body) => {
      packed = body;
      return { state: "document", document: null };
    };
    const reply = counted(connection, await ask(connection, address, { keep }));
    if (reply.state !== "document") return reply;
    return packed ?? unavailable("malformed", "no body");
  }
  async function get(connection, name, path, asking = {}) {
    if (name !== void 0 && !isPossibleName(name)) return { state: "absent", authenticated: true };
    const before = givenUp(connection);
    if (before !== void 0) return before;
    return counted(connection, await ask(connection, new URL(connection.url + path), asking));
  }
  function givenUp({ url }) {
    const before = failures.get(url);
    if (before === void 0 || before.inRow < limits.failuresInRow) return void 0;
    return { ...before.last, detail: `not requested, because ${before.inRow} requests in a row had failed` };
  }
  function counted(connection, reply) {
    if (reply.state !== "unavailable" || !systemic.has(reply.reason)) failures.delete(connection.url);
    else failures.set(connection.url, { inRow: (failures.get(connection.url)?.inRow ?? 0) + 1, last: reply });
    return reply;
  }
}
var servesNoAttestations = unoffered("attestations", "the registry serves no attestations", "attestations");
var systemic = /* @__PURE__ */ new Set(["network", "timeout", "throttled", "server-error"]);
function isPossibleName(name) {
  const { validForNewPackages, validForOldPackages } = (0, import_validate_npm_package_name.default)(name);
  return validForNewPackages || validForOldPackages;
}
export {
  createRegistryClient
};
