import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  compileGlobs
} from "./chunk-text-glob.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/policy/same-profiles.ts
function haveSameProfiles(apply) {
  const bound = apply.filter(({ paths, workspaces }) => paths !== void 0 || workspaces !== void 0);
  const byPath = bound.map(({ paths = [] }) => compileGlobs(paths));
  const folderOf = (path) => path.slice(0, path.lastIndexOf("/") + 1);
  return (former, path) => {
    if (folderOf(former) !== folderOf(path)) return bound.length === 0;
    return byPath.every((matches) => matches(former) === matches(path));
  };
}
export {
  haveSameProfiles
};
