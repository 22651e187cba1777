import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readRemotePolicy
} from "./chunk-platform-github-remote-policy.js";
import "./chunk-platform-github-same-repository.js";
import "./chunk-policy-remote.js";
import "./chunk-platform-github-snapshot.js";
import "./chunk-repository-refusals.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-platform-github-tree.js";
import "./chunk-repository-listing.js";
import "./chunk-repository-object-id.js";
import "./chunk-policy-policy-file.js";
import "./chunk-text-paths.js";
import "./chunk-platform-github-failure.js";
import "./chunk-net-http-exchange.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import "./chunk-zod.js";
import "./chunk-errors.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";
export {
  readRemotePolicy
};
