import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/net/http-exchange.ts
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

export {
  ExchangeFailure,
  exchange,
  codeOf
};
