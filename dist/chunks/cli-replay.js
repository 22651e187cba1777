import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readEvidence,
  readPolicyFlag
} from "./chunk-cli-judge-snapshots.js";
import "./chunk-cli-extended-policy.js";
import {
  writeReport
} from "./chunk-cli-output.js";
import {
  readFlags
} from "./chunk-cli-flags.js";
import {
  replay
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
import "./chunk-evidence-trust-bounds.js";
import "./chunk-evidence-evidence-file.js";
import "./chunk-settings.js";
import {
  GateFailure
} from "./chunk-errors.js";
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

// src/cli/replay.ts
async function run(args) {
  const flags = readFlags(args, "replay");
  const [path, ...more] = flags.positionals;
  if (path === void 0 || more.length > 0) {
    throw new GateFailure("usage", "replay takes one evidence file: lockgate replay EVIDENCE [--policy FILE]");
  }
  const evidence = await readEvidence(path);
  const own = flags.policy === void 0 ? void 0 : await readPolicyFlag(flags.policy);
  return writeReport(await replay(evidence, own, flags.preset, flags.now), flags);
}
export {
  run
};
