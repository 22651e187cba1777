import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  examine,
  examineListed
} from "./chunk-platform-doctor-examine.js";
import "./chunk-platform-doctor-facts.js";
import "./chunk-platform-doctor-version-like.js";
import "./chunk-platform-doctor-owners.js";
import "./chunk-platform-doctor-workflow-file.js";
import "./chunk-platform-github-decisions-standing.js";
import "./chunk-decisions-who.js";
import "./chunk-yaml.js";
import "./chunk-policy-declared-baselines.js";
import "./chunk-platform-github-policy-of.js";
import "./chunk-platform-github-status.js";
import "./chunk-managers-watched.js";
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-managers-bin.js";
import "./chunk-actions-core.js";
import "./chunk-platform-github-ask.js";
import "./chunk-platform-github-pages.js";
import "./chunk-report-view-words.js";
import "./chunk-report-view-text-words.js";
import "./chunk-policy-remote.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-text-group-by.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-policy-open.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-platform-github-snapshot.js";
import "./chunk-repository-refusals.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-platform-github-tree.js";
import "./chunk-repository-listing.js";
import "./chunk-repository-object-id.js";
import "./chunk-text-paths.js";
import "./chunk-report-escape.js";
import "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-undici.js";
import "./chunk-platform-github-failure.js";
import "./chunk-net-http-exchange.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import "./chunk-zod.js";
import "./chunk-errors.js";
import "./chunk-text-glob.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";
export {
  examine,
  examineListed
};
