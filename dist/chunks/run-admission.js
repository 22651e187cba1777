import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  commitUri,
  ingestionPredicate,
  statementType,
  summaryPredicate
} from "./chunk-model-admission.js";
import {
  artifactOf,
  hexOf
} from "./chunk-decisions-preimage.js";
import "./chunk-policy-profiles.js";
import "./chunk-text-selectors.js";
import {
  parseIntegrity
} from "./chunk-model-sri.js";
import {
  canonicalJson,
  fingerprintOf
} from "./chunk-judge-fingerprint.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  lockedVersion
} from "./chunk-model-identity.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import {
  compareText
} from "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-text-glob.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/run/admission.ts
import { createHash } from "node:crypto";

// src/admission/admitted.ts
function admittedOf(dossiers, findings) {
  const coming = dossiers.filter(({ change }) => change.kind !== "removed");
  const about = groupBy(findings, lockedVersion);
  const found = coming.map((dossier) => {
    const own = about.get(lockedVersion(dossier.change)) ?? [];
    const artifact = artifactOf(dossier);
    return { dossier, own, artifact: isInDoubt(dossier, own) ? "no-digest" : artifact };
  });
  const isLeft = new Set(
    found.flatMap(({ artifact, dossier }) => typeof artifact === "string" ? [keyOf(dossier)] : [])
  );
  const kept = found.flatMap(
    ({ dossier, own, artifact }) => typeof artifact === "string" || isLeft.has(keyOf(dossier)) ? [] : [{ dossier, own, artifact }]
  );
  const admitted = [...groupBy(kept, ({ artifact }) => JSON.stringify(artifact)).values()].flatMap(
    (same) => {
      const [first, ...others] = same.toSorted(
        (a, b) => compareText(a.dossier.change.lockfile, b.dossier.change.lockfile)
      );
      if (first === void 0) return [];
      const all = [first.dossier, ...others.map(({ dossier }) => dossier)];
      return [{ ...first.artifact, dossiers: all, findings: same.flatMap(({ own }) => own) }];
    }
  );
  return {
    admitted: admitted.toSorted((a, b) => compareText(a.purl, b.purl) || compareText(a.sha512, b.sha512)),
    left: [...new Map(found.filter(({ dossier }) => isLeft.has(keyOf(dossier))).map(leftBy)).values()]
  };
}
var keyOf = ({ change }) => JSON.stringify([change.name, change.version]);
function leftBy({ dossier }) {
  const { name, version } = dossier.change;
  return [keyOf(dossier), { name, version }];
}
function isInDoubt({ evidence: { registrySignature, provenance } }, findings) {
  const isInvalid = [registrySignature, provenance].some(
    (evidence) => evidence.state === "present" && evidence.value.state === "invalid"
  );
  return isInvalid || findings.some(({ level, status }) => level === "error" && status === "reported");
}

// src/admission/attestations.ts
function attestationsOf({ dossiers: [{ change, evidence }], registry }, answers) {
  const { provenance } = evidence;
  if (provenance.state !== "present" || !["verified", "no-provenance"].includes(provenance.value.state)) return [];
  const served = answers.flatMap((answer) => {
    if (!("attestations" in answer) || answer.attestations.state !== "document") return [];
    if (answer.name !== change.name || answer.version !== change.version || answer.registry !== registry) return [];
    const { attestations = [] } = answer.attestations.document;
    const uri = `${answer.at ?? registry}-/npm/v1/attestations/${change.name.replace("/", "%2f")}@${change.version}`;
    return attestations.map(({ predicateType, bundle }) => ({ uri, predicateType, sha256: fingerprintOf(bundle) }));
  });
  return served.toSorted((a, b) => compareText(a.sha256, b.sha256));
}

// src/admission/run.ts
var platformOf = ({ workflow, repository }) => workflow ?? repository;

// src/admission/ingestion.ts
function ingestionOf(one, all, run) {
  const { place, now, answers } = run;
  const { purl, sha512, registry, dossiers } = one;
  const [{ change }] = dossiers;
  return {
    _type: statementType,
    subject: [{ name: purl, digest: { sha512 } }],
    predicateType: ingestionPredicate,
    predicate: {
      ingestor: { id: place.repository.slice(0, place.repository.lastIndexOf("/")) },
      ingestionPlatform: { id: platformOf(place), version: place.version },
      upstream: { registry, name: change.name, version: change.version, ...statedBy(one) },
      ingestion: { timestamp: now, path: commitUri(place.repository, place.commit, change.lockfile) },
      ...resolvedFrom(one, all),
      integrity: integrityOf(one, answers),
      publisherSignature: signatureOf(one),
      policyEvaluations: [evaluationOf(one, run)],
      upstreamProvenance: provenanceOf(one, answers),
      ingestionIsolation: {
        method: "no-dep-code-executed",
        description: "lockgate reads lockfiles, documents and tarballs. It installs nothing and runs no code of a dependency."
      }
    }
  };
}
function statedBy({ dossiers: [{ evidence }] }) {
  const { release } = evidence;
  const stated = release.state === "present" ? release.value.integrity : void 0;
  const [sha512] = stated === void 0 ? [] : parseIntegrity(stated).digests.get("sha512") ?? [];
  return sha512 === void 0 ? {} : { digest: { sha512: hexOf(sha512) } };
}
function resolvedFrom({ dossiers: [{ change }] }, all) {
  const root = change.direct ? void 0 : change.via[0]?.[0];
  if (root === void 0) return {};
  const [parent, ...others] = all.filter(
    ({ dossiers }) => dossiers.some(
      ({ change: other }) => other.lockfile === change.lockfile && other.direct && [other.name, ...other.aliases].includes(root)
    )
  );
  if (parent === void 0 || others.length > 0) return {};
  return { resolvedFrom: { subject: { sha512: parent.sha512 }, relationship: relationship(change.dependencyTypes) } };
}
function relationship(types) {
  const [first = "prod"] = types;
  return first === "prod" ? "runtime-dependency" : `${first}-dependency`;
}
function integrityOf({ dossiers, sha512 }, answers) {
  const [{ change, registry }] = dossiers;
  const isRead = answers.some((answer) => {
    if (!("tarball" in answer || "contents" in answer)) return false;
    const read = "tarball" in answer ? answer.tarball : answer.contents;
    if (read.state !== "listed" && read.state !== "unpacked") return false;
    if (answer.name !== change.name || answer.version !== change.version || answer.registry !== registry) return false;
    return [...parseIntegrity(read.integrity).digests.get("sha512") ?? []].some((one) => hexOf(one) === sha512);
  });
  const isPinned = dossiers.every(
    ({ change: { pins } }) => pins.length > 0 && pins.every((pin) => isOf(pin.integrity))
  );
  const expected = isPinned ? { expected: { sha512 } } : {};
  return isRead && isPinned ? { method: "hash", ...expected, result: "verified" } : { ...expected, result: "unverified" };
}
var isOf = (integrity) => integrity !== void 0 && parseIntegrity(integrity).digests.has("sha512");
function signatureOf({ dossiers: [{ evidence }] }) {
  const { registrySignature: signature } = evidence;
  if (signature.state === "present" && signature.value.state === "verified") {
    return { method: "npm-registry-signature", keyId: signature.value.keyid, result: "verified" };
  }
  return signature.state === "unavailable" ? { result: "unverified" } : { availability: "unavailable" };
}
function provenanceOf(one, answers) {
  const { provenance } = one.dossiers[0].evidence;
  if (provenance.state === "absent") return { availability: "unavailable" };
  if (provenance.state === "present" && provenance.value.state === "no-provenance") {
    return { availability: "unavailable" };
  }
  if (provenance.state !== "present" || provenance.value.state !== "verified") {
    return { verification: { result: "not-attempted" } };
  }
  const { predicateType } = provenance.value;
  const found = attestationsOf(one, answers).find((served) => served.predicateType === predicateType);
  if (found === void 0) return { verification: { result: "not-attempted" } };
  return { predicateType, ref: `sha256:${found.sha256}`, verification: { result: "verified" } };
}
function evaluationOf({ findings }, { policy, now }) {
  return {
    policy: { id: policy.uri, version: policy.digest },
    timestamp: now,
    result: "allow",
    description: reasonOf(findings)
  };
}
function reasonOf(findings) {
  const by = findings.flatMap(({ coveredBy }) => {
    if (coveredBy === void 0) return [];
    return [
      coveredBy.kind === "decision" ? `the decision ${coveredBy.id}` : `the ${coveredBy.kind} ${coveredBy.origin}`
    ];
  });
  const distinct = [...new Set(by)].sort(compareText);
  return distinct.length === 0 ? "Let in by the policy." : `Let in by the policy with ${distinct.join(", ")}.`;
}

// src/admission/statements.ts
function admissionOf(run) {
  const { admitted, left } = admittedOf(run.dossiers, run.findings);
  if (admitted.length === 0) return { statements: [], left };
  return { statements: [summaryOf(admitted, run), ...admitted.map((one) => ingestionOf(one, admitted, run))], left };
}
function summaryOf(admitted, run) {
  const { place, policy, now } = run;
  const attestations = admitted.flatMap((one) => attestationsOf(one, run.answers));
  return {
    _type: statementType,
    subject: admitted.map(({ purl, sha512 }) => ({ name: purl, digest: { sha512 } })),
    predicateType: summaryPredicate,
    predicate: {
      verifier: { id: platformOf(place), version: { lockgate: place.version } },
      timeVerified: now,
      resourceUri: commitUri(place.repository, place.commit),
      policy: {
        uri: policy.uri,
        ...policy.file === void 0 ? {} : { digest: { sha256: policy.file } },
        annotations: { effective: policy.digest }
      },
      inputAttestations: attestations.map(({ uri, sha256 }) => ({ uri, digest: { sha256 } })),
      verificationResult: "PASSED",
      verifiedLevels: ["SLSA_BUILD_LEVEL_UNEVALUATED"],
      slsaVersion: "1.2"
    }
  };
}

// src/run/admission.ts
function admissionTexts(run, place, policyCommit) {
  const { verdict, findings } = run.judgement;
  if (run.failed || verdict !== "pass" && verdict !== "warn") return { none: `the verdict is ${verdict}` };
  const { effective, collected, now } = run;
  if (effective === void 0) return { none: "nothing came in" };
  if (effective.mode !== "enforce") return { none: "the policy has `mode: observe`, which keeps nothing out" };
  const policy = policyOf(run, effective.digest, place, policyCommit);
  const { dossiers, answers } = collected;
  const { statements, left } = admissionOf({ now, dossiers, answers, findings, policy, place });
  if (statements.length === 0 && left.length === 0) return { none: "nothing came in" };
  return {
    statements: statements.map(
      (statement) => canonicalJson({ ...statement, subject: [...statement.subject].map((one) => ({ ...one })) })
    ),
    left
  };
}
function policyOf({ file, policy }, digest, place, commit) {
  const source = policy?.source ?? "";
  if (file === void 0) return { uri: `urn:lockgate:${source.replace(/[^a-z]+/g, ":")}`, digest };
  const bytes = createHash("sha256").update(file.text).digest("hex");
  const { from } = file;
  const server = new URL(place.repository).origin;
  const uri = from === void 0 ? commitUri(place.repository, commit, source) : commitUri(`${server}/${from.repository}`, from.commit, file.home?.path ?? source);
  return { uri, digest, file: bytes };
}
export {
  admissionTexts
};
