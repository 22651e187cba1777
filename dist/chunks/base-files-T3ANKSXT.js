import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readPolicyFile,
  readSettings,
  readTrustedRoot
} from "./chunk-BMOTMKJN.js";
import "./chunk-NAH4THA5.js";
import "./chunk-U2RJDSLN.js";
export {
  readPolicyFile,
  readSettings,
  readTrustedRoot
};
