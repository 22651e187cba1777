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

// src/repository/git-origin.ts
async function originAddress({ root }) {
  const { status, stdout } = await runGit(root, ["config", "--get", "remote.origin.url"]);
  return status === 0 ? stdout.trim() : void 0;
}
export {
  originAddress
};
