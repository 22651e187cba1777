import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  blockedIn
} from "./chunk-run-blocked-in.js";
import {
  repositoryIdOf
} from "./chunk-cli-repository-id.js";
import "./chunk-cli-github-connection.js";
import {
  admissionsIn,
  identityFrom
} from "./chunk-cli-admission-files.js";
import "./chunk-cli-output.js";
import "./chunk-cli-judged-repository.js";
import "./chunk-model-admission.js";
import "./chunk-cli-program.js";
import "./chunk-trust-bundle.js";
import {
  matchLedger,
  whyNotLetIn
} from "./chunk-decisions-ledger-match.js";
import {
  readLedger
} from "./chunk-run-ledger.js";
import "./chunk-decisions-blocked.js";
import "./chunk-decisions-blocked-file.js";
import {
  digestOf,
  packageStem
} from "./chunk-decisions-ledger-record.js";
import {
  artifactOf,
  packagePreimage
} from "./chunk-decisions-preimage.js";
import {
  ledgerPlace
} from "./chunk-run-ledger-place.js";
import "./chunk-run-verdict.js";
import "./chunk-judge-engine.js";
import {
  loadTrust
} from "./chunk-trust-load-trust.js";
import "./chunk-trust-trust-material.js";
import "./chunk-trust-json.js";
import "./chunk-trust-seeds.js";
import "./chunk-sigstore-protobuf-specs.js";
import "./chunk-decisions-codes.js";
import "./chunk-decisions-who.js";
import {
  approvalsOf
} from "./chunk-policy-approvals.js";
import "./chunk-text-security-key.js";
import "./chunk-policy-publishers.js";
import "./chunk-policy-lists.js";
import "./chunk-policy-rule-settings.js";
import "./chunk-policy-profiles.js";
import {
  rules
} from "./chunk-rules.js";
import "./chunk-rules-package-lists.js";
import "./chunk-text-selectors.js";
import "./chunk-model-sri.js";
import "./chunk-judge-finding.js";
import "./chunk-judge-fingerprint.js";
import "./chunk-run-verdict-of.js";
import "./chunk-text-record-name.js";
import "./chunk-repository-state.js";
import "./chunk-managers-watched.js";
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-managers-bin.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import {
  purlOf
} from "./chunk-model-identity.js";
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
import "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-judge-unavailable.js";
import "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/run/decision-in-force.ts
async function decisionInForce({ effective: policy, now }, dossier, { trusted, repositoryId, codes }) {
  if (policy === void 0) return { why: "none" };
  const entry = entryOf(dossier, codes, packagePreimage({ dossier, policy, repositoryId: repositoryId ?? 0, rules }));
  if (entry === void 0) return { why: "no-bytes" };
  if (await ledgerPlace(trusted) !== "records") return { why: "none" };
  const ledger = await readLedger(trusted, {
    blocked: /* @__PURE__ */ new Set([packageStem(entry.preimage)]),
    brought: /* @__PURE__ */ new Set()
  });
  const { approvals = approvalsOf({}) } = policy;
  const asked = { ledger, approvals, repositoryId, now, blocked: [entry], dossiers: [dossier], rules };
  const matched = matchLedger(asked);
  const [first] = matched.notCounted;
  const covering = matched.covering.get(entry.digest);
  if (covering === void 0) return { why: first?.why ?? "none" };
  const why = whyNotLetIn(entry, matched, "nobody", asked);
  if (why !== void 0) return { why };
  const ends = covering.map(({ at, expiresAt }) => Math.min(endOf(expiresAt), Date.parse(at) + approvals.maximumAge));
  const until = Math.min(...ends);
  return {
    records: [...new Set(covering.map(({ record }) => record))],
    by: [...new Set(covering.map(({ account }) => account.login))],
    until: Number.isFinite(until) ? new Date(until).toISOString() : null
  };
}
var endOf = (expiresAt) => expiresAt === null ? Infinity : Date.parse(expiresAt);
function entryOf({ change: { name, version, lockfile } }, codes, preimage) {
  const digest = typeof preimage === "string" ? void 0 : digestOf(preimage);
  if (digest === void 0 || typeof preimage === "string") return void 0;
  return {
    ...{ kind: "package", name, version, lockfiles: [lockfile], digest, preimage },
    ...{ codes, findings: [], unread: [] }
  };
}

// src/cli/vet-required.ts
function demandOwnAnswer({ evidence, now, policy, preset, format, isAnswer }) {
  const given = [
    ["evidence", evidence],
    ["now", now],
    ["policy", policy],
    ["preset", preset]
  ].find(([, value]) => value !== void 0);
  if (given !== void 0) {
    throw new GateFailure(
      "usage",
      `--require-decision asks what is in force now, by the policy of the default branch: leave out --${given[0] ?? ""}`
    );
  }
  if (isAnswer !== true && format !== "text") {
    throw new GateFailure("usage", "--require-decision writes an answer: leave out --format, or give it `answer`");
  }
}
async function basisFinder(flags, request, trusted) {
  const repositoryId = await repositoryIdOf(flags);
  const identity = flags.admissions === void 0 ? void 0 : identityFrom(flags, repositoryId);
  let admitted;
  return async (run, name, version) => {
    const dossiers = run.collected.dossiers.filter(
      ({ change }) => change.kind !== "removed" && change.name === name && change.version === version
    );
    const [first] = dossiers;
    if (first === void 0) return { basis: null, why: "none" };
    if (identity !== void 0 && flags.admissions !== void 0) {
      const all = await (admitted ??= verifiedIn(flags.admissions, run, identity));
      const ofEach = dossiers.map((dossier) => admissionOf(dossier, all));
      const [one] = ofEach;
      if (one !== void 0 && ofEach.every((each) => each !== void 0)) {
        return { basis: { kind: "admission", commit: one.commit, signedAt: one.signedAt } };
      }
    }
    const blocked = await blockedIn(run, request, repositoryId);
    const decided = await Promise.all(
      dossiers.map((dossier) => {
        const codes = blocked.flatMap(
          (entry) => entry.kind !== "file" && entry.name === name && entry.version === version ? entry.codes : []
        );
        return decisionInForce(run, dossier, { trusted, repositoryId, codes });
      })
    );
    const refused = decided.find((each) => "why" in each);
    if (refused !== void 0) return { basis: null, why: refused.why };
    const counted = decided.flatMap((each) => "records" in each ? [each] : []);
    const ends = counted.flatMap(({ until }) => until ?? []).sort();
    return {
      basis: {
        ...{ kind: "decision", commit: trusted.label, records: [...new Set(counted.flatMap((each) => each.records))] },
        ...{ by: [...new Set(counted.flatMap((each) => each.by))], until: ends[0] ?? null }
      }
    };
  };
}
async function verifiedIn(path, { trust }, identity) {
  const read = await admissionsIn(path, identity, await loadTrust(trust));
  return read.flatMap((one) => one.state === "verified" ? [one] : []);
}
function admissionOf(dossier, admitted) {
  const artifact = artifactOf(dossier);
  if (typeof artifact === "string") return void 0;
  const purl = purlOf(dossier.change.name, dossier.change.version);
  return admitted.find(
    ({ subjects }) => subjects.some(({ name, sha512 }) => name === purl && sha512 === artifact.sha512)
  );
}
export {
  basisFinder,
  demandOwnAnswer
};
