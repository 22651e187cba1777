import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  agreementOf,
  botFixes,
  minimumAgeOf,
  readAgreement
} from "./chunk-policy-agreement.js";
import "./chunk-managers-bots-bot.js";
import "./chunk-repository-update-bots.js";
import "./chunk-repository-state.js";
import "./chunk-managers-watched.js";
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-managers-bin.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-repository-object-id.js";
import "./chunk-text-paths.js";
import "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-errors.js";
import "./chunk-text-glob.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";
export {
  agreementOf,
  botFixes,
  minimumAgeOf,
  readAgreement
};
