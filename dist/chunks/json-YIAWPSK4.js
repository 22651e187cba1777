import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  jsonReport,
  jsonText
} from "./chunk-DKQAGGNT.js";
import "./chunk-U2RJDSLN.js";
export {
  jsonReport,
  jsonText
};
