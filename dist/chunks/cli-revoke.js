import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  revocationBy
} from "./chunk-decisions-ledger-claim.js";
import {
  branchTip
} from "./chunk-repository-git-history.js";
import {
  requestOf
} from "./chunk-cli-request.js";
import "./chunk-cli-trust-flags.js";
import "./chunk-cli-extended-policy.js";
import "./chunk-cli-repository-id.js";
import "./chunk-cli-github-connection.js";
import "./chunk-cli-output.js";
import "./chunk-cli-judged-repository.js";
import "./chunk-repository-git-range.js";
import "./chunk-repository-git-work-tree.js";
import {
  commitSnapshot,
  openRepository
} from "./chunk-repository-git.js";
import "./chunk-repository-directory.js";
import "./chunk-repository-git-process.js";
import "./chunk-cli-program.js";
import {
  readWholeLedger
} from "./chunk-run-ledger.js";
import "./chunk-decisions-ledger-record.js";
import "./chunk-decisions-preimage.js";
import "./chunk-run-recorded-trust.js";
import "./chunk-registry-registry-map.js";
import {
  approvalsOf
} from "./chunk-policy-approvals.js";
import "./chunk-text-security-key.js";
import "./chunk-policy-profiles.js";
import "./chunk-text-selectors.js";
import "./chunk-model-sri.js";
import "./chunk-judge-fingerprint.js";
import "./chunk-platform-github-policy-of.js";
import {
  openSubject
} from "./chunk-run-open.js";
import "./chunk-repository-update-bots.js";
import "./chunk-managers-node-options.js";
import "./chunk-compare-open-with-manifests.js";
import "./chunk-run-trust-settings.js";
import "./chunk-run-base-files.js";
import {
  LEDGER,
  readName
} from "./chunk-text-record-name.js";
import "./chunk-compare-open-lockfile.js";
import "./chunk-repository-state.js";
import "./chunk-managers-watched.js";
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-repository-contents.js";
import "./chunk-managers-bin.js";
import "./chunk-policy-remote.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
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
import "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-net-loopback.js";
import "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-text-glob.js";
import {
  quoted
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/cli/revoke.ts
async function revocation(wanted, flags, { who, reason, repositoryId }) {
  const path = wanted.startsWith(LEDGER) ? wanted : LEDGER + wanted;
  const repository = await openRepository(flags.repo ?? ".");
  try {
    const { branch, tip } = await branchTip(repository, void 0);
    const trusted = commitSnapshot(repository, tip);
    const { entries } = await readWholeLedger(trusted);
    const entry = entries.find((one) => one.path === path);
    if (entry === void 0) throw notThere(path, branch);
    demandRevocable(entry, repositoryId);
    const request = await requestOf(flags, { mode: "check", base: trusted, head: trusted, trusted });
    const { policy, now } = await openSubject(request);
    const approvals = (await policy.compose()).approvals ?? approvalsOf({});
    const isSigned = flags.sign !== void 0;
    const claim = { who, reason, now, policy: policy.digest, isSigned };
    return { record: revocationBy(entry, claim), approvals };
  } finally {
    await repository.close();
  }
}
function notThere(path, branch) {
  const why = readName(path) === void 0 ? "is no name of a record" : `is no record on ${quoted(branch)}`;
  return new GateFailure("usage", `${why}: \`lockgate decisions\` lists them`, { path });
}
function demandRevocable({ path, record }, repositoryId) {
  if (record.decision === "revoke") throw new GateFailure("usage", "is a revocation: that is for ever", { path });
  if (record.about.repositoryId === repositoryId) return;
  throw new GateFailure("usage", `is about repository ${record.about.repositoryId}, and says nothing here`, { path });
}
export {
  revocation
};
