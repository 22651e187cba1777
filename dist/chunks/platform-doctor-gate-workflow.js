import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isGate,
  readGateWorkflows
} from "./chunk-platform-doctor-gate-workflow.js";
import "./chunk-platform-doctor-workflow-file.js";
import "./chunk-yaml.js";
import "./chunk-runtime.js";
export {
  isGate,
  readGateWorkflows
};
