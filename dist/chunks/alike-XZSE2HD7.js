import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import "./chunk-TK5L3344.js";
import {
  compilePattern
} from "./chunk-LPP2PHFX.js";
import "./chunk-HGEGAZY6.js";
import "./chunk-M2EISSYO.js";
import "./chunk-7OO4MMI6.js";
import "./chunk-FHRBDCAT.js";
import "./chunk-DZT6RIP2.js";
import "./chunk-SIFT4VFU.js";
import "./chunk-EITPHCUU.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";

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
