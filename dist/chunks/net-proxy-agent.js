import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_lib,
  require_proxy
} from "./chunk-npmcli-agent.js";
import "./chunk-lru-cache-commonjs-node-index-min.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/net/proxy-agent.ts
var import_agent = __toESM(require_lib(), 1);
var import_proxy = __toESM(require_proxy(), 1);
function createProxyAgent(url, given, options) {
  const proxy = import_proxy.default.getProxy(url, given);
  return new import_agent.Agent({ ...options, ...proxy === null ? {} : { proxy, noProxy: given.noProxy } });
}
export {
  createProxyAgent
};
