import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  runGit
} from "./chunk-OP7NR5W3.js";
import "./chunk-6MZDXKWL.js";
import "./chunk-NAH4THA5.js";
import "./chunk-JO6EBNEY.js";
import "./chunk-U2RJDSLN.js";

// src/repository/git-origin.ts
async function originAddress({ root }) {
  const { status, stdout } = await runGit(root, ["config", "--get", "remote.origin.url"]);
  return status === 0 ? stdout.trim() : void 0;
}
export {
  originAddress
};
