import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import "./chunk-UOKLRHA5.js";
import {
  compilePattern
} from "./chunk-DRCXULGF.js";
import "./chunk-HIMMMOSU.js";
import "./chunk-ZHNJLSFZ.js";
import "./chunk-EGDYKJ2M.js";
import "./chunk-4WADSORX.js";
import "./chunk-YZYRIZVM.js";
import "./chunk-UQ7G5AEI.js";
import "./chunk-ADPKC4VG.js";
import "./chunk-43IQ2AWU.js";
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
