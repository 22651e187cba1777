import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import "./chunk-policy-match.js";
import {
  compilePattern
} from "./chunk-text-selectors.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-max-satisfying.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/policy/alike.ts
function judgesAlike(apply) {
  const bound = apply.filter(({ paths, workspaces }) => paths !== void 0 || workspaces !== void 0);
  const byPath = bound.map(({ paths = [] }) => paths.map(compilePattern));
  const folderOf = (path) => path.slice(0, path.lastIndexOf("/") + 1);
  return (former, path) => {
    if (folderOf(former) !== folderOf(path)) return bound.length === 0;
    return byPath.every((patterns) => matchesAny(patterns, former) === matchesAny(patterns, path));
  };
}
function matchesAny(patterns, path) {
  return patterns.some((matches) => matches(path));
}
export {
  judgesAlike
};
