import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isCompareUrl,
  missingProvenance,
  reportedSources
} from "./chunk-report-view-links.js";
import {
  tallies
} from "./chunk-report-view-tally.js";
import {
  notJudged
} from "./chunk-report-view-not-judged.js";
import {
  reportedPolicy
} from "./chunk-report-view-words.js";
import {
  canonicalRegistryUrl
} from "./chunk-policy-registries.js";
import {
  unneeded
} from "./chunk-model-evidence-values.js";
import {
  identityOfChange
} from "./chunk-model-identity.js";
import {
  compareText,
  compareVersion
} from "./chunk-text-order.js";

// src/report/view/registries.ts
var roles = ["public", "policy", "operator"];
function trustedRegistries(dossiers, ofPolicy) {
  const packages = /* @__PURE__ */ new Map();
  const isPublic = /* @__PURE__ */ new Set();
  const missingOf = (url) => {
    const missing = notJudged(dossiers.filter(({ registry }) => registry === url));
    return Object.keys(missing).length === 0 ? {} : { notJudged: missing };
  };
  for (const { registry, publicRegistry, change } of dossiers) {
    if (registry === void 0) continue;
    const known = packages.get(registry) ?? /* @__PURE__ */ new Set();
    packages.set(registry, known.add(JSON.stringify([change.name, change.version])));
    if (publicRegistry) isPublic.add(registry);
  }
  const role = (url) => isPublic.has(url) ? "public" : ofPolicy.includes(url) ? "policy" : "operator";
  return [...packages].map(([url, ofRegistry]) => ({
    ...{ url, role: role(url), packages: ofRegistry.size },
    ...missingOf(url)
  })).sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || compareText(a.url, b.url));
}

// src/report/view/compare-link.ts
var githubIssuer = /^https:\/\/token\.actions\.githubusercontent\.com(?:\/[^/]+)?$/u;
function compareUrl(change, { evidence }) {
  const { kind, version, previousVersion, baseVersions } = change;
  if (kind !== "updated" || previousVersion === void 0 || !baseVersions.includes(previousVersion)) return void 0;
  if (compareVersion(version, previousVersion) <= 0) return void 0;
  const [before, now] = [certified(evidence.predecessorProvenance), certified(evidence.provenance)];
  if (before === void 0 || now === void 0 || !isSameRepository(before, now)) return void 0;
  if (before.commit === now.commit) return void 0;
  const path = now.platform === "gitlab" ? "/-/compare/" : "/compare/";
  const url = `${now.sourceRepository}${path}${before.commit}...${now.commit}`;
  return isCompareUrl(url) ? url : void 0;
}
function certified(provenance) {
  if (provenance.state !== "present" || provenance.value.state !== "verified") return void 0;
  const { identity } = provenance.value;
  const { platform, issuer, sourceRepository, commit, claimed } = identity;
  const isOnServer = platform === "github" && githubIssuer.test(issuer) && sourceRepository.startsWith("https://github.com/") || platform === "gitlab" && issuer === "https://gitlab.com" && sourceRepository.startsWith("https://gitlab.com/");
  return !isOnServer || commit === void 0 || claimed.includes("commit") ? void 0 : { ...identity, commit };
}
function isSameRepository(before, now) {
  const id = certifiedId(now);
  return before.platform === now.platform && id !== void 0 && certifiedId(before) === id;
}
var certifiedId = ({ sourceRepositoryId, claimed }) => claimed.includes("sourceRepositoryId") ? void 0 : sourceRepositoryId;

// src/report/view/evidence-words.ts
function reportedEvidence(change, dossier) {
  if (dossier === void 0 || change.source.kind !== "registry") {
    const unasked = change.source.kind === "registry" ? "not-evaluated" : "not-applicable";
    return {
      existence: unasked,
      registrySignature: unasked,
      provenance: unasked,
      trust: "not-evaluated",
      publishedAt: null,
      advisories: { state: unasked, ids: [] },
      provenanceIdentity: null,
      previous: null
    };
  }
  const { existence, registrySignature, provenance, trust, publishedAt, malware, advisories } = dossier.evidence;
  const compare = compareUrl(change, dossier);
  return {
    existence: existenceWord(existence),
    registrySignature: outcomeWord(registrySignature),
    provenance: outcomeWord(provenance),
    trust: trustWord(trust),
    publishedAt: publishedAt.state === "present" ? publishedAt.value : null,
    advisories: knownRecords([malware, advisories]),
    provenanceIdentity: identityOf(provenance),
    previous: previousOf(change, dossier),
    ...compare === void 0 ? {} : { compareUrl: compare }
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
function withoutValue(evidence) {
  return evidence.state === "unavailable" && evidence.detail === unneeded.detail ? "not-evaluated" : evidence.state;
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

// src/report/view/reported-change.ts
function inReportOrder(a, b) {
  return compareText(a.lockfile, b.lockfile) || compareText(a.name, b.name) || compareText(a.version, b.version) || a.line - b.line || compareText(a.kind, b.kind);
}
var isLockedAsIs = ({ kind, changed, basePins }) => kind === "updated" && changed.length === 0 && basePins.length > 0;
function reportedChange(change, dossier) {
  const roots = (change.roots ?? []).flatMap(
    ({ name, place }) => place === void 0 ? [] : [{ path: place.path, line: place.line, name }]
  );
  return {
    kind: change.kind,
    name: change.name,
    version: change.version,
    previousVersion: change.previousVersion ?? null,
    ...isLockedAsIs(change) && { alreadyLocked: true },
    changed: change.changed,
    lockfile: change.lockfile,
    line: change.line,
    direct: change.direct,
    dependencyTypes: change.dependencyTypes,
    importers: change.importers,
    via: change.via,
    manifests: change.manifests.map(({ path, line }) => ({ path, line })),
    ...roots.length > 0 && { roots },
    source: change.source.kind,
    registry: dossier?.registry ?? null,
    evidence: reportedEvidence(change, dossier)
  };
}

// src/report/view/build.ts
function buildReport(parts) {
  const { comparison, dossiers, judgement, policy, policyRegistries = [], now, trust, decisions, proposer } = parts;
  const registries = trustedRegistries(dossiers, policyRegistries);
  const sources = reportedSources(parts.sources);
  const dossierOf = new Map(dossiers.map((dossier) => [identityOfChange(dossier.change), dossier]));
  const changes = comparison.changes.map((change) => reportedChange(change, dossierOf.get(identityOfChange(change)))).sort(inReportOrder);
  const counted = (kind) => changes.filter((change) => change.kind === kind && change.alreadyLocked !== true).length;
  return {
    schema: "lockgate-report/1",
    verdict: judgement.verdict,
    mode: comparison.mode,
    evaluatedAt: now,
    base: comparison.base ?? null,
    head: comparison.head,
    policy: reportedPolicy(policy),
    lockfiles: comparison.lockfiles.map(({ path, format, formatVersion, status, packages, former }) => ({
      ...{ path, format, formatVersion, status, packages },
      ...former === void 0 ? {} : { former }
    })).sort((a, b) => compareText(a.path, b.path)),
    registries,
    ...sources === void 0 || registries.length === 0 ? {} : { sources },
    changes,
    findings: judgement.findings.map(inContractOrder),
    errors: comparison.errors.map(({ code, message, path, line, column }) => ({
      code,
      message,
      ...path === void 0 ? {} : { path },
      ...line === void 0 ? {} : { line },
      ...column === void 0 ? {} : { column }
    })),
    missingProvenance: missingProvenance(changes),
    ...decisions === void 0 ? {} : { decisions },
    ...proposer === void 0 ? {} : { proposer },
    ...trust === void 0 ? {} : { trust },
    counts: {
      added: counted("added"),
      updated: counted("updated"),
      removed: counted("removed"),
      findings: judgement.findings.filter(({ level }) => level !== "note").length,
      notes: judgement.findings.filter(({ level }) => level === "note").length,
      unjudged: judgement.findings.filter(({ outcome }) => outcome === "indeterminate").length,
      ...tallies({ findings: judgement.findings, policy }),
      errors: comparison.errors.length
    }
  };
}
var causeInOrder = ({ evidence, asked, reason, detail }) => ({ evidence, asked, reason, detail });
function inContractOrder(finding) {
  return {
    rule: finding.rule,
    level: finding.level,
    floor: finding.floor,
    outcome: finding.outcome,
    ...finding.cause === void 0 ? {} : { cause: causeInOrder(finding.cause) },
    codes: finding.codes,
    name: finding.name,
    version: finding.version,
    message: finding.message,
    remediation: finding.remediation,
    lockfile: finding.lockfile,
    line: finding.line,
    places: finding.places,
    ...finding.packages === void 0 ? {} : { packages: finding.packages },
    ...finding.rules === void 0 ? {} : { rules: finding.rules },
    ...finding.about === void 0 ? {} : { about: finding.about },
    ...finding.aliases === void 0 ? {} : { aliases: finding.aliases },
    ...finding.ofFiles === void 0 ? {} : { ofFiles: finding.ofFiles },
    fingerprint: finding.fingerprint,
    ...finding.passesAt === void 0 ? {} : { passesAt: finding.passesAt },
    ...finding.queueEntry === void 0 ? {} : { queueEntry: { pull: finding.queueEntry.pull, ahead: finding.queueEntry.ahead } },
    status: finding.status,
    decision: finding.decision,
    ...finding.coveredBy === void 0 ? {} : { coveredBy: coverInOrder(finding.coveredBy) }
  };
}
function coverInOrder(cover) {
  if (cover.kind === "decision") {
    const by = cover.by.map(({ login, id: id2, comment, record, reason: reason2, at }) => {
      return { login, id: id2, comment, ...record === void 0 ? {} : { record }, reason: reason2, at };
    });
    return { kind: cover.kind, id: cover.id, by };
  }
  const { kind, id, reason, owner, expires, origin } = cover;
  return { kind, id, reason, ...owner === void 0 ? {} : { owner }, expires, origin };
}

// src/run/report-of.ts
function reportOf({
  now,
  proposer,
  policy,
  effective,
  comparison,
  collected,
  judgement,
  trusted,
  decisions
}) {
  return buildReport({
    ...{ comparison, dossiers: collected.dossiers, judgement, now, trust: trusted, decisions },
    proposer,
    policy: policy === void 0 ? { source: "none", digest: "", mode: "enforce" } : { ...policy, ...policy.from },
    sources: effective?.sources,
    policyRegistries: (policy?.registries ?? []).map(({ url }) => canonicalRegistryUrl(url))
  });
}

export {
  outcomeWord,
  inReportOrder,
  reportedChange,
  reportOf
};
