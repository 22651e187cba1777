import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  judgedNames,
  originOf,
  originPlace
} from "./chunk-cli-judged-repository.js";
import "./chunk-errors.js";
import "./chunk-runtime.js";
export {
  judgedNames,
  originOf,
  originPlace
};
