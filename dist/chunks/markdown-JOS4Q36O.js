import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  commentMarkdown,
  commentMarker,
  markdownReport,
  summaryMarkdown
} from "./chunk-3HPN4A4Y.js";
import "./chunk-5OEJXJA7.js";
import "./chunk-UQOSLVYH.js";
import "./chunk-4UAX2OY4.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";
export {
  commentMarkdown,
  commentMarker,
  markdownReport,
  summaryMarkdown
};
