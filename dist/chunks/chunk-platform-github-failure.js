import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  createAgent,
  exchange
} from "./chunk-net-http-exchange.js";
import {
  ExchangeFailure
} from "./chunk-net-exchange-failure.js";
import {
  ZodError
} from "./chunk-zod.js";
import {
  limits,
  visible
} from "./chunk-text-visible.js";

// src/platform/github/transport.ts
var timeoutMs = 3e4;
var maxBytes = 144e6;
var maxRedirects = 3;
var TransportRefusal = class extends Error {
};
function boundedFetch(apiUrl) {
  let agent;
  return async (url, init = {}) => {
    agent ??= createAgent({ url: apiUrl, agent: { rejectUnauthorized: true } }, Number.POSITIVE_INFINITY);
    const { method = "GET", body = null } = init;
    if (body !== null && typeof body !== "string") throw new TransportRefusal("a body that is not text");
    const payload = body === null ? void 0 : Buffer.from(body);
    const given = Object.fromEntries(new Headers(init.headers));
    const length = payload === void 0 ? {} : { "content-length": String(payload.length) };
    const headers = { ...given, ...length, "accept-encoding": "gzip, br" };
    try {
      const {
        status,
        headers: replied,
        body: read
      } = await exchange(new URL(url), {
        ...{ agent: await agent, method, headers: () => headers, ...payload === void 0 ? {} : { payload } },
        ...{ deadline: timeoutMs, idle: timeoutMs, maxBytes, readsEveryBody: true },
        redirects: { most: maxRedirects, follows: "reads" }
      });
      const kept = Object.entries(replied).map(([name, value = ""]) => [name, String(value)]);
      return new Response(read.length === 0 ? null : new Uint8Array(read), { status, headers: kept });
    } catch (cause) {
      const isFinal = cause instanceof ExchangeFailure && ["redirected", "too-large"].includes(cause.reason);
      throw isFinal ? new TransportRefusal(cause.code) : cause;
    }
  };
}

// src/platform/github/failure.ts
function readFailure(error, now) {
  const { status, headers, text } = replyOf(error);
  if (status === void 0) {
    const { name, cause } = error instanceof Error ? error : {};
    if (name === "GraphqlResponseError") return { kind: "refused", temporary: false };
    if (name !== "HttpError" && name !== "AbortError") return { kind: "other", temporary: false };
    return { kind: "network", temporary: !(cause instanceof TransportRefusal) };
  }
  if (status === 429 || status === 403 && isLimit(headers, text)) {
    const waitMs = askedWait(headers, now);
    return { kind: "rate-limited", status, temporary: true, ...waitMs === void 0 ? {} : { waitMs } };
  }
  if (status === 401 || status === 403) return { kind: "refused", status, temporary: false };
  if (status === 404 || status === 410) return { kind: "missing", status, temporary: false };
  if (status === 422) return { kind: "invalid", status, temporary: false };
  if (status === 408 || status >= 500) return { kind: "server", status, temporary: true };
  return { kind: "other", status, temporary: false };
}
function describeFailure(error) {
  if (error instanceof ZodError) return "the reply is not what GitHub documents";
  const { code } = error ?? {};
  if (typeof code === "string" && /^E[A-Z]+$/.test(code)) return `the system refused it (${code})`;
  const { kind, status } = readFailure(error, 0);
  const number = status === void 0 ? "" : ` (HTTP ${status})`;
  switch (kind) {
    case "refused":
      return status === 401 ? `GitHub does not accept the token${number}` : `the token may not do this${number}`;
    case "missing":
      return `it does not exist or the token may not see it${number}`;
    case "invalid":
      return `GitHub rejects it as invalid${number}`;
    case "rate-limited":
      return `GitHub's rate limit is reached${number}`;
    case "server":
      return `GitHub failed${number}`;
    case "network":
      return "GitHub could not be reached or its reply was cut short";
    case "other":
      return status === void 0 && error instanceof Error ? visible(error.message, limits.name) : `GitHub gave an unexpected answer${number}`;
  }
}
function isLockedConversation(error) {
  const { status, text } = replyOf(error);
  return status === 403 && /\bis locked\b/i.test(text);
}
function replyOf(error) {
  const { response } = error ?? {};
  if (typeof response?.status !== "number") return { headers: {}, text: "" };
  const { message } = response.data ?? {};
  return { status: response.status, headers: response.headers ?? {}, text: typeof message === "string" ? message : "" };
}
function isLimit(headers, text) {
  return headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(text);
}
function askedWait(headers, now) {
  const seconds = Number(headers["retry-after"] ?? NaN);
  if (seconds >= 0) return seconds * 1e3;
  const reset = Number(headers["x-ratelimit-reset"] ?? NaN);
  if (headers["x-ratelimit-remaining"] === "0" && reset > 0) return Math.max(0, reset * 1e3 - now);
  return void 0;
}

export {
  boundedFetch,
  readFailure,
  describeFailure,
  isLockedConversation
};
