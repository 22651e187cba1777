import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  collectEvidence,
  judgeComparison,
  replay,
  withAuthorship
} from "./chunk-judging.js";
import "./chunk-policy-exceptions.js";
import "./chunk-evidence-collect.js";
import "./chunk-evidence-release.js";
import "./chunk-evidence.js";
import "./chunk-evidence-registry-map.js";
import "./chunk-policy-registries.js";
import "./chunk-policy-effective.js";
import "./chunk-policy-waivable.js";
import "./chunk-rules.js";
import "./chunk-rules-fingerprint.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-report-build.js";
import "./chunk-policy-open.js";
import "./chunk-lockfile-yaml.js";
import "./chunk-report-missing-provenance.js";
import "./chunk-policy-gated.js";
import "./chunk-report-words.js";
import "./chunk-report-grouping.js";
import "./chunk-report-escape.js";
import "./chunk-lockfile-order.js";
import "./chunk-evidence-trust-bounds.js";
import "./chunk-settings.js";
import "./chunk-errors.js";
import "./chunk-policy-match.js";
import "./chunk-rules-selectors.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-max-satisfying.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-text.js";
import "./chunk-runtime.js";
export {
  collectEvidence,
  judgeComparison,
  replay,
  withAuthorship
};
