import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  changeWords,
  checkedWords,
  errorLine,
  evidenceWords,
  pathWords,
  placeWords,
  placesWords,
  policyWords,
  registryRoles,
  registryWords,
  reportedPolicy,
  roleWords,
  scopeWords,
  subjectPlaces,
  trustWords
} from "./chunk-report-view-words.js";
import {
  levelWords,
  list,
  minute,
  number,
  packageTitle,
  plural
} from "./chunk-report-view-text-words.js";
import "./chunk-report-escape.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";
export {
  changeWords,
  checkedWords,
  errorLine,
  evidenceWords,
  levelWords,
  list,
  minute,
  number,
  packageTitle,
  pathWords,
  placeWords,
  placesWords,
  plural,
  policyWords,
  registryRoles,
  registryWords,
  reportedPolicy,
  roleWords,
  scopeWords,
  subjectPlaces,
  trustWords
};
