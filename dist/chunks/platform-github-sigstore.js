import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_dist
} from "./chunk-sigstore.js";
import "./chunk-tuf-js.js";
import "./chunk-minimatch-commonjs.js";
import "./chunk-proc-log.js";
import "./chunk-sigstore-protobuf-specs.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-npmcli-agent.js";
import "./chunk-lru-cache-commonjs-node-index-min.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/platform/github/sigstore.ts
var import_sigstore = __toESM(require_dist(), 1);
var export_attest = import_sigstore.attest;
export {
  export_attest as attest
};
