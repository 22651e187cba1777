import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openPolicyFile,
  readPolicyFile,
  readRegular,
  refuseIrregular,
  tooLarge
} from "./chunk-policy-policy-file.js";
import "./chunk-text-paths.js";
import "./chunk-errors.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";
export {
  openPolicyFile,
  readPolicyFile,
  readRegular,
  refuseIrregular,
  tooLarge
};
