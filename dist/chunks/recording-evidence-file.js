import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  maxEvidenceBytes,
  parseEvidence,
  serializeEvidence
} from "./chunk-recording-evidence-file.js";
import "./chunk-errors.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";
export {
  maxEvidenceBytes,
  parseEvidence,
  serializeEvidence
};
