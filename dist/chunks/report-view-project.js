import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  aboutRules,
  projectOf,
  ruleUrl,
  rulesOf,
  rulesUrlOf,
  wrongResult
} from "./chunk-report-view-project.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-judge-unavailable.js";
import "./chunk-model-effect.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";
export {
  aboutRules,
  projectOf,
  ruleUrl,
  rulesOf,
  rulesUrlOf,
  wrongResult
};
