import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  compileGlobs,
  globProblem
} from "./chunk-text-glob.js";

// src/platform/doctor/owners.ts
var ownersPaths = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
function readOwners(text) {
  return text.split(/\r?\n/).flatMap((written, index) => {
    const [pattern, ...owners] = written.replace(/(^|\s)#.*$/, "").trim().split(/\s+/);
    if (pattern === void 0 || pattern === "") return [];
    return { line: index + 1, owners, owns: matcherOf(pattern) };
  });
}
function ownersOf(lines, path) {
  return lines.findLast(({ owns }) => owns(path))?.owners ?? [];
}
function matcherOf(pattern) {
  const bare = pattern.replace(/^\/+/, "").replace(/\/+$/, "");
  const anchored = pattern.replace(/\/+$/, "").includes("/");
  const start = anchored || bare.startsWith("**/") ? bare : `**/${bare}`;
  const below = bare === "*" || !bare.endsWith("/*") ? [`${start}/**`] : [];
  const patterns = [...pattern.endsWith("/") ? [] : [start], ...below];
  if (bare === "" || patterns.some((each) => globProblem(each) !== void 0)) return () => false;
  return compileGlobs(patterns);
}

export {
  ownersPaths,
  readOwners,
  ownersOf
};
