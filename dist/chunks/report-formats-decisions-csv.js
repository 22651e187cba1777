import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  csvText,
  decisionsCsv
} from "./chunk-report-formats-decisions-csv.js";
import "./chunk-report-escape.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";
export {
  csvText,
  decisionsCsv
};
