import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  concernsRegistry
} from "./chunk-lockfile-yaml.js";
import {
  missingProvenance
} from "./chunk-report-missing-provenance.js";
import {
  readTrustedRoot
} from "./chunk-settings.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/record.ts
function record(file, preset, trust, comparison, { answers, registries }, now, extended) {
  const text = typeof file?.text === "object" ? new TextDecoder().decode(file.text) : file?.text ?? null;
  return {
    schema: "lockgate-evidence/1",
    evaluatedAt: now,
    policy: { source: file?.source ?? "preset", text, preset: preset ?? null, ...extended && { extended } },
    comparison,
    registries: registries ?? null,
    ...Object.keys(trust).length === 0 ? {} : { trust },
    answers
  };
}

// src/report/evidence-words.ts
function reportedEvidence(change, dossier) {
  if (dossier === void 0 || change.source.kind !== "registry") {
    const unasked2 = change.source.kind === "registry" ? "not-evaluated" : "not-applicable";
    return {
      existence: unasked2,
      registrySignature: unasked2,
      provenance: unasked2,
      trust: "not-evaluated",
      publishedAt: null,
      advisories: { state: unasked2, ids: [] },
      provenanceIdentity: null,
      previous: null
    };
  }
  const { existence, registrySignature, provenance, trust, publishedAt, malware, advisories } = dossier.evidence;
  return {
    existence: existenceWord(existence),
    registrySignature: outcomeWord(registrySignature),
    provenance: outcomeWord(provenance),
    trust: trustWord(trust),
    publishedAt: publishedAt.state === "present" ? publishedAt.value : null,
    advisories: knownRecords([malware, advisories]),
    provenanceIdentity: identityOf(provenance),
    previous: previousOf(change, dossier)
  };
}
function existenceWord(existence) {
  return existence.state === "present" ? existence.value.answer : existence.state;
}
function outcomeWord(evidence) {
  if (evidence.state !== "present") return withoutValue(evidence);
  return evidence.value.state === "no-provenance" ? "absent" : evidence.value.state;
}
function knownRecords(kinds) {
  const ids = kinds.flatMap(
    (kind) => kind.state === "present" && kind.value.state === "known" ? kind.value.records.map(({ id }) => id) : []
  );
  const states = kinds.map((kind) => kind.state === "present" ? kind.value.state : withoutValue(kind));
  const order = ["unavailable", "known", "not-applicable"];
  return { state: order.find((state) => states.includes(state)) ?? "not-evaluated", ids: [...new Set(ids)].sort() };
}
function trustWord(trust) {
  if (trust.state !== "present") return trust.state === "absent" ? "unavailable" : withoutValue(trust);
  const { atLeast, atMost } = trust.value;
  return atLeast === atMost ? atLeast : "unavailable";
}
var unasked = "no enabled rule needs it";
function withoutValue(evidence) {
  return evidence.state === "unavailable" && evidence.detail === unasked ? "not-evaluated" : evidence.state;
}
function identityOf(provenance) {
  if (provenance.state !== "present" || provenance.value.state !== "verified") return null;
  const { sourceRepository, workflow, commit } = provenance.value.identity;
  return { repository: sourceRepository, workflow: workflow ?? null, commit: commit ?? null };
}
function previousOf({ previousVersion, version, baseVersions }, { evidence }) {
  const before = previousVersion !== void 0 && previousVersion !== version ? previousVersion : baseVersions.at(-1);
  if (before === void 0 || before === version) return null;
  const { history, predecessor, predecessorProvenance } = evidence;
  const known = predecessor.state === "present" ? predecessor.value.version : before;
  if (known === version) return null;
  const releases = history.state === "present" ? history.value.releases : [];
  const release = releases.find((each) => each.version === known);
  const verified = outcomeWord(predecessorProvenance);
  const unclaimed = verified !== "unavailable" && release?.attested === false ? "absent" : "unavailable";
  const claimed = release?.attested === true ? "claimed" : unclaimed;
  const decided = ["verified", "invalid", "not-applicable"].includes(verified);
  return { version: known, provenance: decided ? verified : claimed, trust: claimedTrust(release) };
}
function claimedTrust(release) {
  if (release?.publisher?.approver !== void 0) return "staged";
  if (release?.publisher?.trustedPublisher !== void 0) return "trusted-publisher";
  if (release?.attested === true) return "provenance";
  return release?.publisher === void 0 ? "unavailable" : "none";
}

// src/report/registries.ts
var roles = ["public", "policy", "operator"];
function trustedRegistries(dossiers, ofPolicy) {
  const packages = /* @__PURE__ */ new Map();
  const isPublic = /* @__PURE__ */ new Set();
  for (const { registry, publicRegistry, change } of dossiers) {
    if (registry === void 0) continue;
    const known = packages.get(registry) ?? /* @__PURE__ */ new Set();
    packages.set(registry, known.add(JSON.stringify([change.name, change.version])));
    if (publicRegistry) isPublic.add(registry);
  }
  const role = (url) => isPublic.has(url) ? "public" : ofPolicy.includes(url) ? "policy" : "operator";
  return [...packages].map(([url, ofRegistry]) => ({ url, role: role(url), packages: ofRegistry.size })).sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || (a.url < b.url ? -1 : 1));
}

// src/report/build.ts
function buildReport(parts) {
  const { comparison, dossiers, judgement, policy, policyRegistries = [], now, trust } = parts;
  const dossierOf = new Map(dossiers.map((dossier) => [identity(dossier.change), dossier]));
  const changes = comparison.changes.map((change) => reportedChange(change, dossierOf.get(identity(change)))).sort(
    (a, b) => compareText(a.lockfile, b.lockfile) || compareText(a.name, b.name) || compareText(a.version, b.version) || a.line - b.line || compareText(a.kind, b.kind)
  );
  const counted = (kind) => changes.filter((change) => change.kind === kind).length;
  return {
    schema: "lockgate-report/1",
    verdict: judgement.verdict,
    mode: comparison.mode,
    evaluatedAt: now,
    base: comparison.base ?? null,
    head: comparison.head,
    policy: { source: policy.source, digest: policy.digest, mode: policy.mode },
    lockfiles: comparison.lockfiles.map(({ path, format, formatVersion, status, packages, former }) => ({
      ...{ path, format, formatVersion, status, packages },
      ...former === void 0 ? {} : { former }
    })).sort((a, b) => compareText(a.path, b.path)),
    registries: trustedRegistries(dossiers, policyRegistries),
    changes,
    findings: judgement.findings.map(inContractOrder),
    errors: comparison.errors.map(({ code, message, path, line }) => ({
      code,
      message,
      ...path === void 0 ? {} : { path },
      ...line === void 0 ? {} : { line }
    })),
    missingProvenance: missingProvenance(changes),
    ...trust === void 0 ? {} : { trust },
    counts: {
      added: counted("added"),
      updated: counted("updated"),
      removed: counted("removed"),
      findings: judgement.findings.length,
      errors: comparison.errors.length
    }
  };
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function identity({ lockfile, name, version, source, kind }) {
  return JSON.stringify([lockfile, name, version, source.kind, source.spec ?? null, kind === "removed"]);
}
function reportedChange(change, dossier) {
  return {
    kind: change.kind,
    name: change.name,
    version: change.version,
    previousVersion: change.previousVersion ?? null,
    changed: change.changed,
    lockfile: change.lockfile,
    line: change.line,
    direct: change.direct,
    dependencyTypes: change.dependencyTypes,
    importers: change.importers,
    via: change.via,
    manifests: change.manifests.map(({ path, line }) => ({ path, line })),
    source: change.source.kind,
    registry: dossier?.registry ?? null,
    evidence: reportedEvidence(change, dossier)
  };
}
function inContractOrder(finding) {
  return {
    rule: finding.rule,
    level: finding.level,
    floor: finding.floor,
    outcome: finding.outcome,
    codes: finding.codes,
    name: finding.name,
    version: finding.version,
    message: finding.message,
    remediation: finding.remediation,
    lockfile: finding.lockfile,
    line: finding.line,
    places: finding.places,
    ...finding.about === void 0 ? {} : { about: finding.about },
    ...finding.aliases === void 0 ? {} : { aliases: finding.aliases },
    fingerprint: finding.fingerprint,
    status: finding.status,
    decision: finding.decision
  };
}

// src/trust-settings.ts
async function readTrust(given, policy, trusted, recorded = {}) {
  const { trustedRoot: path } = policy;
  const named = path === void 0 ? void 0 : { path, text: await readTrustedRoot(trusted, path) };
  const trustedRoot = given.trustedRoot ?? named ?? recorded.trustedRoot;
  if (trustedRoot !== void 0) {
    const { trustFrom } = await import("./evidence-trust-trust-material.js");
    trustFrom(trustedRoot.text, trustedRoot.path);
  }
  for (const { url, keys } of policy.registries) {
    if (keys !== void 0) await demandKeys({ keys }, policy.source, `the keys of ${url} in the policy`);
  }
  const { registryKeys = recorded.registryKeys } = given.registryKeys === void 0 ? {} : { registryKeys: await readKeys(given.registryKeys) };
  return {
    ...trustedRoot === void 0 ? {} : { trustedRoot },
    ...registryKeys === void 0 ? {} : { registryKeys },
    ...recorded.refreshed === void 0 ? {} : { refreshed: recorded.refreshed }
  };
}
async function refreshedTrust(trust, source, { changes }) {
  if (source === void 0 || !changes.some(concernsRegistry)) return trust;
  const { refreshTrust } = await import("./evidence-trust-refresh.js");
  return { ...trust, refreshed: await refreshTrust(source) };
}
async function readKeys({ path, text }) {
  let document;
  try {
    document = JSON.parse(text);
  } catch {
    throw new GateFailure(
      "configuration-invalid",
      'is not JSON; give what the registry answers at /-/npm/v1/keys: {"keys": [...]}',
      { path }
    );
  }
  await demandKeys(document, path, "the file");
  return document;
}
var refusals = {
  shape: "lacks a field, or has one of another type",
  algorithm: "is not of the type ecdsa-sha2-nistp256",
  material: "holds no P-256 public key",
  keyid: "has a keyid that is not its own fingerprint",
  period: "has an `expires` that is no ISO 8601 instant",
  duplicate: "is listed twice"
};
async function demandKeys(document, path, what) {
  const { parseRegistryKeys } = await import("./evidence-trust-registry-keys.js");
  const list = parseRegistryKeys(document);
  const invalid = (message) => new GateFailure("configuration-invalid", message, { path });
  if (list.state === "malformed") {
    throw invalid(`${what} holds no list of keys; give what the registry answers at /-/npm/v1/keys: {"keys": [...]}`);
  }
  const [refused] = list.refused;
  if (refused !== void 0) {
    throw invalid(`key ${refused.position + 1} of ${what} ${refusals[refused.reason]}; take it from the registry anew`);
  }
  if (list.keys.size === 0) throw invalid(`${what} lists no key; without one nothing could be verified`);
}

// src/verdict-of.ts
function verdictOf({ errors }, findings, mode) {
  if (errors.length > 0) return "error";
  const reported = findings.filter(({ status }) => status === "reported");
  if (reported.some(({ level, floor }) => level === "error" && (floor || mode === "enforce"))) return "fail";
  return reported.length > 0 ? "warn" : "pass";
}

export {
  record,
  outcomeWord,
  buildReport,
  readTrust,
  refreshedTrust,
  verdictOf
};
