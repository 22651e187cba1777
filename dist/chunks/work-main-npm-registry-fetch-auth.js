import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_auth
} from "./chunk-work-main-npm-registry-fetch-auth.js";
import "./chunk-work-main-npm-package-arg-npa.js";
import "./chunk-work-main-proc-log.js";
import "./chunk-work-main-semver.js";
import "./chunk-work-main-semver-ranges-intersects.js";
import "./chunk-work-main-semver-functions-prerelease.js";
import "./chunk-work-main-semver-functions-satisfies.js";
import "./chunk-work-main-semver-functions-valid.js";
import "./chunk-work-main-validate-npm-package-name.js";
import "./chunk-work-main-semver-ranges-valid.js";
import "./chunk-work-main-semver-classes-comparator.js";
import "./chunk-work-main-semver-functions-parse.js";
import "./chunk-work-main-lru-cache-commonjs-node-index-min.js";
import "./chunk-runtime.js";
export default require_auth();
