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
  signOf,
  summaryMarkdown,
  unjudgedMarkdown,
  withNote
} from "./chunk-report-formats-markdown.js";
import "./chunk-report-view-proposed-exceptions.js";
import "./chunk-report-view-next-step.js";
import "./chunk-report-view-decisions.js";
import "./chunk-report-view-blocked.js";
import "./chunk-report-view-links.js";
import "./chunk-report-view-one-date.js";
import "./chunk-report-view-verdict-words.js";
import "./chunk-report-view-cover-words.js";
import "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import "./chunk-report-view-words.js";
import "./chunk-report-view-text-words.js";
import "./chunk-policy-remote.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-text-paths.js";
import "./chunk-report-escape.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-report-view-project.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-judge-unavailable.js";
import "./chunk-model-effect.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";
export {
  capital,
  commentMarkdown,
  commentMarker,
  errorItems,
  signOf,
  summaryMarkdown,
  unjudgedMarkdown,
  withNote
};
