import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  ExchangeFailure,
  codeOf
} from "./chunk-net-exchange-failure.js";
import {
  isLoopback
} from "./chunk-net-loopback.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/net/agent.ts
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { createSecureContext } from "node:tls";

// src/net/shared-lookup.ts
import { lookup } from "node:dns";
function sharedLookup(ask = lookup) {
  const known = /* @__PURE__ */ new Map();
  return (hostname, options, callback) => {
    const key = JSON.stringify([hostname, options]);
    const answer = known.get(key) ?? new Promise((resolve) => ask(hostname, options, (...answered) => resolve(answered)));
    known.set(key, answer);
    void answer.then((answered) => {
      if (answered[0] !== null) known.delete(key);
      callback(...answered);
    });
  };
}

// src/net/agent.ts
async function createAgent({ url, agent }, maxSockets) {
  const { localAddress, rejectUnauthorized } = agent;
  try {
    const options = { localAddress, maxSockets, keepAlive: true, lookup: sharedLookup() };
    if (agent.proxy === void 0 && (isLoopback(url) || !environmentNamesProxy())) {
      if (new URL(url).protocol === "http:") return new HttpAgent(options);
      return new HttpsAgent({ ...options, secureContext: secureContext(agent), rejectUnauthorized });
    }
    const { createProxyAgent } = await import("./net-proxy-agent.js");
    return createProxyAgent(url, agent, { ...options, secureContext: secureContext(agent), rejectUnauthorized });
  } catch (cause) {
    const code = quoted(codeOf(cause) ?? "unreadable", 60);
    throw new GateFailure(
      "configuration-invalid",
      `npm's settings for certificates or proxies cannot be used (${code}); correct \`cafile\`, \`ca\`, \`cert\`, \`key\`, \`proxy\` or \`https-proxy\`.`
    );
  }
}
function environmentNamesProxy() {
  return Object.entries(process.env).some(([name, value]) => /^(?:https?_)?proxy$/i.test(name) && value !== "");
}
function secureContext({ ca, cert, key }) {
  if (ca === void 0 && cert === void 0 && key === void 0) return void 0;
  return createSecureContext({
    ...ca === void 0 ? {} : { ca: typeof ca === "string" ? ca : [...ca] },
    ...cert === void 0 ? {} : { cert },
    ...key === void 0 ? {} : { key }
  });
}

// src/net/http-exchange.ts
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";

// src/net/decompress.ts
import { brotliDecompressSync, gunzipSync } from "node:zlib";
function decompress(body, encoding, maxOutputLength) {
  try {
    switch (encoding?.toLowerCase()) {
      case void 0:
      case "":
      case "identity":
        return body;
      case "gzip":
      case "x-gzip":
        return gunzipSync(body, { maxOutputLength });
      case "br":
        return brotliDecompressSync(body, { maxOutputLength });
      default:
        throw new ExchangeFailure("malformed", "content-encoding");
    }
  } catch (cause) {
    if (codeOf(cause) === "ERR_BUFFER_TOO_LARGE") throw new ExchangeFailure("too-large", "too large");
    throw cause;
  }
}

// src/net/redirect.ts
var redirects = /* @__PURE__ */ new Set([301, 302, 303, 307, 308]);
function nextAddress(from, {
  status,
  headers: { location }
}, follows) {
  const { url, method } = from;
  if (!redirects.has(status)) return void 0;
  if (location === void 0 || !URL.canParse(location, url.href)) {
    throw new ExchangeFailure("malformed", `HTTP ${status}`);
  }
  const next = new URL(location, url);
  if (next.origin !== url.origin) {
    throw new ExchangeFailure("redirected", `HTTP ${status} to another origin, which is not followed`);
  }
  if (method !== "GET" && (follows === "reads" || status < 307)) {
    throw new ExchangeFailure("redirected", `HTTP ${status} for a ${method}`);
  }
  return next;
}

// src/net/http-exchange.ts
var drainedBytes = 16 * 1024;
async function exchange(start, options) {
  const { redirects: redirects2, payload, method = payload === void 0 ? "GET" : "POST" } = options;
  const end = performance.now() + options.deadline;
  let url = start;
  for (let hops = 0; ; hops += 1) {
    const deadline = end - performance.now();
    if (deadline <= 0) throw new ExchangeFailure("timeout", "deadline");
    const answered = await exchangeOnce(url, { ...options, method, deadline });
    const next = redirects2 && nextAddress({ url, method }, answered, redirects2.follows);
    if (next === void 0) return answered;
    if (hops === redirects2?.most) throw new ExchangeFailure("redirected", `more than ${hops} redirects`);
    url = next;
  }
}
async function exchangeOnce(url, options) {
  const { agent, method, payload, deadline, idle, maxBytes, inFlight, readsEveryBody = false } = options;
  const send = url.protocol === "http:" ? httpRequest : httpsRequest;
  let received = 0;
  try {
    return await new Promise((resolve, reject) => {
      const sent = send(url, { agent, headers: options.headers(url), method });
      const fail = (failure) => {
        settle();
        sent.destroy();
        reject(failure);
      };
      const atDeadline = setTimeout(() => fail(new ExchangeFailure("timeout", "deadline")), deadline);
      const whenIdle = setTimeout(() => fail(new ExchangeFailure("timeout", "no answer")), Math.min(idle, deadline));
      const settle = () => {
        clearTimeout(atDeadline);
        clearTimeout(whenIdle);
      };
      sent.on("error", (error) => fail(networkFailure(error)));
      sent.on("response", (response) => {
        whenIdle.refresh();
        const { statusCode: status = 0, headers } = response;
        if (status !== 200 && !readsEveryBody) {
          settle();
          drain(response);
          resolve({ status, headers, body: Buffer.alloc(0) });
          return;
        }
        if (Number(headers["content-length"]) > maxBytes) {
          fail(new ExchangeFailure("too-large", "too large"));
          return;
        }
        const chunks = [];
        response.on("data", (chunk) => {
          whenIdle.refresh();
          received += chunk.length;
          if (inFlight !== void 0) inFlight.bytes += chunk.length;
          if (received > maxBytes || inFlight !== void 0 && inFlight.bytes > inFlight.max) {
            fail(new ExchangeFailure("too-large", "too large"));
          } else chunks.push(chunk);
        });
        response.on("error", (error) => fail(networkFailure(error)));
        response.on("end", () => {
          settle();
          try {
            resolve({
              status,
              headers,
              body: decompress(Buffer.concat(chunks), headers["content-encoding"], maxBytes)
            });
          } catch (cause) {
            reject(cause instanceof ExchangeFailure ? cause : new ExchangeFailure("malformed", "compression"));
          }
        });
      });
      sent.end(payload);
    });
  } finally {
    if (inFlight !== void 0) inFlight.bytes -= received;
  }
}
function drain(response) {
  const size = Number(response.headers["content-length"] ?? Number.NaN);
  response.on("error", () => void 0);
  if (size <= drainedBytes) response.resume();
  else response.destroy();
}
function networkFailure(error) {
  const code = codeOf(error) ?? "connection lost";
  return new ExchangeFailure(code.startsWith("HPE_") ? "malformed" : "network", code);
}

export {
  createAgent,
  exchange
};
