import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isLoopback
} from "./chunk-registry-registry-map.js";
import {
  codeOf
} from "./chunk-net-http-exchange.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/registry/limits.ts
var clientLimits = {
  deadline: 2e4,
  idle: 8e3,
  attempts: 4,
  backOff: 250,
  documentBytes: 64 * 1024 * 1024,
  tarballBytes: 20 * 1024 * 1024,
  bytesInFlight: 256 * 1024 * 1024,
  redirects: 3,
  failuresInRow: 32
};

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
  clientLimits,
  createAgent
};
