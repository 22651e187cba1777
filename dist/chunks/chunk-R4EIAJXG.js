import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isLoopback
} from "./chunk-WLHVLVJZ.js";
import {
  quoted
} from "./chunk-VVPQZMOF.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";

// src/evidence/http-exchange.ts
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
var ExchangeFailure = class extends Error {
  reason;
  code;
  constructor(reason, code) {
    super(code);
    this.reason = reason;
    this.code = code;
  }
};
var drainedBytes = 16 * 1024;
async function exchange(url, options) {
  const { agent, headers, payload, deadline, idle, maxBytes, inFlight } = options;
  const send = url.protocol === "http:" ? httpRequest : httpsRequest;
  let received = 0;
  try {
    return await new Promise((resolve, reject) => {
      const sent = send(url, { agent, headers, method: payload === void 0 ? "GET" : "POST" });
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
        const status = response.statusCode ?? 0;
        if (status !== 200) {
          settle();
          drain(response);
          resolve({ status, headers: response.headers, body: Buffer.alloc(0) });
          return;
        }
        if (Number(response.headers["content-length"]) > maxBytes) {
          fail(new ExchangeFailure("too-large", "too large"));
          return;
        }
        const chunks = [];
        response.on("data", (chunk) => {
          whenIdle.refresh();
          received += chunk.length;
          inFlight.bytes += chunk.length;
          if (received > maxBytes || inFlight.bytes > inFlight.max) {
            fail(new ExchangeFailure("too-large", "too large"));
          } else chunks.push(chunk);
        });
        response.on("error", (error) => fail(networkFailure(error)));
        response.on("end", () => {
          settle();
          try {
            const body = decompress(Buffer.concat(chunks), response.headers["content-encoding"], maxBytes);
            resolve({ status, headers: response.headers, body });
          } catch (cause) {
            reject(cause instanceof ExchangeFailure ? cause : new ExchangeFailure("malformed", "compression"));
          }
        });
      });
      sent.end(payload);
    });
  } finally {
    inFlight.bytes -= received;
  }
}
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
function codeOf(error) {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : void 0;
  return typeof code === "string" ? code : void 0;
}

// src/evidence/limits.ts
var clientLimits = {
  deadline: 2e4,
  idle: 8e3,
  attempts: 4,
  backOff: 250,
  documentBytes: 64 * 1024 * 1024,
  bytesInFlight: 256 * 1024 * 1024,
  redirects: 3,
  failuresInRow: 32
};

// src/evidence/registry-agent.ts
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { createSecureContext } from "node:tls";
async function createAgent({ url, agent }, maxSockets) {
  const { localAddress, rejectUnauthorized } = agent;
  try {
    const options = { localAddress, maxSockets, keepAlive: true };
    if (agent.proxy === void 0 && (isLoopback(url) || !environmentNamesProxy())) {
      if (new URL(url).protocol === "http:") return new HttpAgent(options);
      return new HttpsAgent({ ...options, secureContext: secureContext(agent), rejectUnauthorized });
    }
    const { createProxyAgent } = await import("./proxy-agent-VAM3FUPL.js");
    return createProxyAgent(url, agent, { ...options, secureContext: secureContext(agent), rejectUnauthorized });
  } catch (cause) {
    const code = quoted(codeOf(cause) ?? "unreadable", 60);
    throw new GateFailure(
      "configuration-invalid",
      `npm's settings for certificates or proxies cannot be used (${code}); mend \`cafile\`, \`ca\`, \`cert\`, \`key\`, \`proxy\` or \`https-proxy\`.`
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

export {
  ExchangeFailure,
  exchange,
  clientLimits,
  createAgent
};
