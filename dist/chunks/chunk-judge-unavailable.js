import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  quoted,
  visible
} from "./chunk-text-visible.js";

// src/judge/unavailable.ts
var unknownFacts = {
  existence: "whether the package exists in the registry",
  release: "what the registry's document says about this version",
  publishedAt: "when this version was published",
  signedAt: "which signed time this version has",
  firstPublishedAt: "when this name was first published",
  history: "which other versions of this name were released",
  predecessor: "what the registry's document says about the version on the base branch",
  registrySignature: "whether the registry signed the bytes that the lockfile pins",
  provenance: "where this version was built",
  publisher: "who published this version",
  trust: "the trust level that this version was published with",
  priorTrust: "the trust level that earlier releases were published with",
  priorProvenance: "whether earlier releases were published with provenance",
  predecessorProvenance: "where the version on the base branch was built",
  earlierBuilds: "where earlier releases were built",
  bringers: "where the packages that pull it in were built",
  upgrades: "which upgrades pull it in",
  malware: "whether this version is recorded as malicious",
  advisories: "which advisories affect this version",
  downloads: "how often the package was downloaded",
  prominence: "how popular the package is",
  lookalike: "whether the name resembles a popular one",
  tarball: "what its tarball runs on install",
  predecessorTarball: "what the tarball of the version on the base branch runs on install",
  predecessorAdvisories: "which advisories affect the versions on the base branch",
  contents: "which files its tarball contains",
  bundling: "whether it is bundled in the tarball of another package, as the lockfile says",
  namesake: "whether a registry has a package with the name of this folder",
  authorship: "who made this change",
  license: "which license this version declares"
};
var because = {
  offline: "no request was allowed",
  "not-recorded": "the recorded evidence does not hold it",
  network: "the registry could not be reached",
  timeout: "the registry did not answer in time",
  throttled: "the registry refused further requests",
  "server-error": "the registry answered with an error",
  unauthorized: "the registry requires a credential",
  redirected: "the registry redirected the request to another origin, and lockgate does not follow it",
  "too-large": "the answer exceeds the size that lockgate reads",
  malformed: "the answer is not a registry document",
  budget: "a limit of this run was reached before it could be requested"
};
var causeWords = {
  evidence: Object.keys(unknownFacts),
  reason: ["not-provided", ...Object.keys(because)],
  asked: Object.keys({
    document: true,
    keys: true,
    attestations: true,
    advisories: true,
    osv: true,
    downloads: true,
    tarball: true,
    authorship: true
  })
};
var again = "Run the check again. If it still fails, check the status of the registry.";
var fixes = {
  offline: "Run again without `--offline`, or with recorded evidence that holds it.",
  "not-recorded": "Record the evidence again with this version of lockgate and this policy.",
  network: again,
  timeout: again,
  throttled: "Wait, then run the check again.",
  "server-error": again,
  unauthorized: "Give lockgate a token that can read this package from its registry.",
  redirected: "Configure the address that the registry redirects to.",
  "too-large": "Ask the operator of the registry why the document is so large.",
  malformed: "Check what answers at the registry address: it may be a proxy or a login page.",
  budget: "Split the change into smaller pull requests."
};
var isLacking = (capability) => Object.hasOwn(offers, capability);
var offers = {
  signatures: {
    lacks: "provides no signatures",
    fix: "Use a registry or mirror that passes signatures, publishers and attestations through. A registry that signs with keys of its own can have them listed: `registries: [{ url, keys: [...] }]`."
  },
  publishers: {
    lacks: "names no publishers",
    fix: "Use a registry or mirror that passes publishers through. If this registry names none, say so in the policy: `registries: [{ url, publishers: none }]`."
  },
  attestations: {
    lacks: "claims attestations but serves none",
    fix: "Name an address that serves them: `sources: { attestations: { registry: URL } }` in the policy. `attestations: none` there says that nobody is asked, and every report says so."
  },
  publishTimes: {
    lacks: "gives no publish times",
    fix: "Use a registry or mirror that passes publish times through. If this registry has none, say so in the policy: `registries: [{ url, publishTimes: none }]`."
  },
  advisories: {
    lacks: "serves no advisories",
    fix: "Use a registry that serves advisories, or use OSV instead: `malware: [osv]` and `advisories: [osv]` under `sources` in the policy. `{ registry: URL }` there names another address."
  }
};
function sharedWords(registry, lacking, evidence) {
  const words = lacking.filter(isLacking).map((one) => offers[one].lacks);
  if (words.length > 0) return `${quoted(registry)} ${words.join(" and ")}`;
  const { reason, detail } = evidence;
  return `The answer of ${quoted(registry)} could not be had: ${reason === "not-provided" ? visible(detail, 200) : withDetail(because[reason], detail)}`;
}
function sharedRemediation(lacking, { reason, unset }) {
  const [first] = lacking.includes("signatures") ? ["signatures"] : lacking.filter(isLacking);
  if (first !== void 0) return offers[first].fix;
  if (unset !== void 0) return `Set ${quoted(unset, 100)} for lockgate to a token that can read from this registry.`;
  return reason === "not-provided" ? passOn : fixes[reason];
}
var passOn = "Use a registry or mirror that passes the field through, or set the level of this rule in the policy.";
function fixForNotProvided(kind, capability) {
  const lacking = capability ?? capabilityOf[kind];
  return lacking === void 0 || !isLacking(lacking) ? passOn : offers[lacking].fix;
}
var capabilityOf = {
  ...{ registrySignature: "signatures", provenance: "signatures", predecessorProvenance: "signatures" },
  ...{ publisher: "publishers", trust: "publishers", priorTrust: "publishers", priorProvenance: "publishers" },
  ...{ malware: "advisories", advisories: "advisories", predecessorAdvisories: "advisories" },
  ...{ publishedAt: "publishTimes", firstPublishedAt: "publishTimes" }
};
function causeOf({ kind, evidence: { reason, detail, asked } }) {
  const usual = kind === "authorship" ? kind : "document";
  return { evidence: kind, asked: asked ?? usual, reason, detail: visible(detail, 200) };
}
function missingMessage({ kind, evidence: { reason, detail } }) {
  if (reason === "not-provided") return `It is unknown ${unknownFacts[kind]}: ${visible(detail, 200)}.`;
  return `It is unknown ${unknownFacts[kind]}: ${withDetail(because[reason], detail)}.`;
}
var withDetail = (words, detail) => detail.endsWith(words) ? words : `${words} (${visible(detail, 200)})`;
function missingRemediation({ kind, evidence: { reason, unoffered } }) {
  return reason === "not-provided" ? fixForNotProvided(kind, unoffered) : fixes[reason];
}

export {
  causeWords,
  sharedWords,
  sharedRemediation,
  causeOf,
  missingMessage,
  missingRemediation
};
