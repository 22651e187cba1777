import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  idOf,
  isJudgedRepository
} from "./chunk-platform-github-same-repository.js";
import "./chunk-zod.js";
import "./chunk-runtime.js";
export {
  idOf,
  isJudgedRepository
};
