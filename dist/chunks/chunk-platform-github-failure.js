import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
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
function boundedFetch(fetch) {
  return async (url, init = {}) => {
    const signal = AbortSignal.timeout(timeoutMs);
    let target = url;
    for (let redirects = 0; ; redirects += 1) {
      const reply = await fetch(target, { ...init, redirect: "manual", signal });
      const location = [301, 302, 307, 308].includes(reply.status) ? reply.headers.get("location") : null;
      if (location === null) return await complete(reply);
      await reply.body?.cancel();
      target = redirected(target, location, init.method ?? "GET");
      if (redirects === maxRedirects) throw new TransportRefusal(`more than ${maxRedirects} redirects`);
    }
  };
}
function redirected(from, location, method) {
  const to = URL.canParse(location, from) ? new URL(location, from) : void 0;
  if (method !== "GET" || to?.origin !== new URL(from).origin) {
    throw new TransportRefusal("redirected to another address");
  }
  return to.href;
}
async function complete(reply) {
  const chunks = [];
  let length = 0;
  for await (const chunk of reply.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new TransportRefusal(`a reply of more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  const { status, statusText, headers } = reply;
  return new Response(length === 0 ? null : Buffer.concat(chunks), { status, statusText, headers: [...headers] });
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
      return `GitHub takes it for invalid${number}`;
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
  describeFailure
};
