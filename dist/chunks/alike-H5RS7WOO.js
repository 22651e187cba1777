import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import "./chunk-2XTRFDYY.js";
import {
  compilePattern
} from "./chunk-FQ55MH7J.js";
import "./chunk-52DKX7ES.js";
import "./chunk-HPFHOESS.js";
import "./chunk-7JFQJWGL.js";
import "./chunk-42HRFHYH.js";
import "./chunk-B2H6ZP7V.js";
import "./chunk-Y7MRUCIH.js";
import "./chunk-MEKMSZS7.js";
import "./chunk-JO6EBNEY.js";
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
