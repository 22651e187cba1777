import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  judgeSubject
} from "./chunk-cli-judge-subject.js";
import {
  readFlags
} from "./chunk-cli-flags.js";
import {
  openState
} from "./chunk-cli-subject.js";
import "./chunk-cli-progress.js";
import "./chunk-cli-request.js";
import "./chunk-cli-trust-flags.js";
import "./chunk-cli-extended-policy.js";
import "./chunk-cli-repository-id.js";
import "./chunk-cli-github-connection.js";
import "./chunk-cli-output.js";
import "./chunk-cli-judged-repository.js";
import "./chunk-repository-directory.js";
import "./chunk-cli-program.js";
import "./chunk-run-recorded-trust.js";
import "./chunk-registry-registry-map.js";
import "./chunk-judge-fingerprint.js";
import "./chunk-policy-nearest.js";
import "./chunk-run-evidence-recording.js";
import "./chunk-run-report-of.js";
import "./chunk-platform-github-policy-of.js";
import "./chunk-run-pipeline.js";
import "./chunk-run-open.js";
import "./chunk-repository-update-bots.js";
import "./chunk-managers-node-options.js";
import "./chunk-compare-open-with-manifests.js";
import "./chunk-run-trust-settings.js";
import "./chunk-run-base-files.js";
import "./chunk-run-verdict-of.js";
import "./chunk-text-record-name.js";
import "./chunk-compare-open-lockfile.js";
import "./chunk-repository-state.js";
import "./chunk-managers-watched.js";
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-repository-contents.js";
import "./chunk-managers-bin.js";
import "./chunk-recording-evidence-file.js";
import "./chunk-report-view-links.js";
import "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import "./chunk-report-view-words.js";
import "./chunk-report-view-text-words.js";
import "./chunk-policy-schema-names.js";
import "./chunk-policy-registries.js";
import "./chunk-policy-remote.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-policy-open.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-repository-refusals.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-repository-listing.js";
import "./chunk-repository-object-id.js";
import "./chunk-policy-policy-file.js";
import "./chunk-text-paths.js";
import "./chunk-report-escape.js";
import "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-net-loopback.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/cli/audit.ts
async function run(args) {
  const flags = readFlags(args, "audit");
  if (flags.positionals.length > 0) {
    throw new GateFailure(
      "usage",
      `audit takes no arguments: ${JSON.stringify(flags.positionals[0])}; use --rev or --dir`
    );
  }
  return judgeSubject(await openState(flags), flags);
}
export {
  run
};
