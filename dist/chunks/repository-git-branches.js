import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  runGit
} from "./chunk-repository-git-process.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-errors.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/repository/git-branches.ts
async function branchNames({ root }) {
  const places = ["refs/heads/", "refs/remotes/origin/"];
  const { status, stdout } = await runGit(root, ["for-each-ref", "--format=%(refname)", ...places]);
  if (status !== 0) return [];
  const names = stdout.split("\n").flatMap((ref) => {
    const place = places.find((each) => ref.startsWith(each));
    return place === void 0 ? [] : [ref.slice(place.length)];
  });
  return [...new Set(names)].filter((name) => name !== "HEAD").sort();
}
export {
  branchNames
};
