import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshot,
  run
} from "./chunk-cli-audit.js";
import "./chunk-cli-judge-snapshots.js";
import "./chunk-cli-extended-policy.js";
import "./chunk-cli-output.js";
import "./chunk-cli-flags.js";
import "./chunk-policy-nearest.js";
import "./chunk-gate.js";
import "./chunk-lockfile.js";
import "./chunk-report-build.js";
import "./chunk-policy-open.js";
import "./chunk-lockfile-yaml.js";
import "./chunk-report-missing-provenance.js";
import "./chunk-policy-gated.js";
import "./chunk-report-words.js";
import "./chunk-report-grouping.js";
import "./chunk-report-escape.js";
import "./chunk-lockfile-order.js";
import "./chunk-lockfile-spec.js";
import "./chunk-lockfile-names.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-evidence-evidence-file.js";
import "./chunk-settings.js";
import "./chunk-errors.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-text.js";
import "./chunk-runtime.js";
export {
  openSnapshot,
  run
};
