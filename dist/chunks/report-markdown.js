import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  capital,
  commentMarkdown,
  commentMarker,
  errorItems,
  sign,
  summaryMarkdown
} from "./chunk-report-markdown.js";
import "./chunk-report-next-step.js";
import "./chunk-report-missing-provenance.js";
import "./chunk-report-words.js";
import "./chunk-report-grouping.js";
import "./chunk-report-escape.js";
import "./chunk-text.js";
import "./chunk-runtime.js";
export {
  capital,
  commentMarkdown,
  commentMarker,
  errorItems,
  sign,
  summaryMarkdown
};
