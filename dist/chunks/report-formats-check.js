import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  annotate
} from "./chunk-report-formats-annotations.js";
import {
  capital
} from "./chunk-report-formats-markdown.js";
import "./chunk-report-view-proposed-exceptions.js";
import "./chunk-report-view-next-step.js";
import "./chunk-report-view-decisions.js";
import "./chunk-report-view-blocked.js";
import "./chunk-report-view-links.js";
import "./chunk-report-view-one-date.js";
import {
  titleWords
} from "./chunk-report-view-verdict-words.js";
import "./chunk-report-view-cover-words.js";
import {
  tallyWords
} from "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import "./chunk-report-view-words.js";
import {
  plural
} from "./chunk-report-view-text-words.js";
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
import {
  visible
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/report/formats/check.ts
var perLevel = 250;
var titleLength = 255;
function checkOutput(report, { notices = false } = {}) {
  const { verdict } = report;
  const { shown, leftOut } = annotate(report, { max: perLevel, notices });
  const { errors, warnings } = leftOut;
  const rest = errors + warnings === 0 ? "" : ` Not annotated here: ${plural(errors, "finding")} at level error, ${plural(warnings, "finding")} at level warning.`;
  return {
    passed: verdict === "pass" || verdict === "warn",
    title: `lockgate: ${titleWords(report)}`,
    summary: `${capital(tallyWords(report))}.${rest} The summary of the run has everything.`,
    annotations: { shown: shown.map((one) => ({ ...one, title: visible(one.title, titleLength) })), leftOut }
  };
}
export {
  checkOutput
};
