import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  applicationOf,
  occurrencesOf
} from "./chunk-policy-profiles.js";
import {
  parseIntegrity
} from "./chunk-model-sri.js";
import {
  bytesToHex
} from "./chunk-noble-hashes-sha2.js";
import {
  purlOf
} from "./chunk-model-identity.js";
import {
  compareText
} from "./chunk-text-order.js";

// src/decisions/preimage.ts
function packagePreimage({ dossier, policy, repositoryId, rules }) {
  const { change } = dossier;
  const artifact = artifactOf(dossier);
  if (typeof artifact === "string") return artifact;
  return {
    v: 1,
    ...artifact,
    repositoryId,
    use: [...new Set(change.dependencyTypes)].sort(compareText),
    profile: profilesOf(change, policy),
    facts: factsOf(dossier, rules)
  };
}
function artifactOf(dossier) {
  const { change, registry } = dossier;
  if (registry === void 0 || change.source.kind !== "registry" || isBundled(dossier)) return "no-bytes";
  const sha512 = sha512Of(dossier);
  if (sha512 === void 0 || !isPlainName(change)) return "no-digest";
  return { purl: purlOf(change.name, change.version), sha512, registry };
}
function isBundled({ change, evidence: { bundling } }) {
  return change.claims.inBundle === true || bundling.state === "present" && bundling.value.claims.length > 0;
}
var isPlainName = ({ name, version }) => /^@?[^@]+$/.test(name) && /^[^@]+$/.test(version);
function sha512Of({ change, evidence: { release } }) {
  const stated = release.state === "present" ? release.value.integrity : void 0;
  return oneSha512(change.pins.length === 0 ? [{}] : change.pins, sha512sIn(stated)[0]);
}
var lockedSha512 = ({ pins }) => oneSha512(pins, void 0);
function oneSha512(pins, stated) {
  const all = pins.flatMap(({ integrity }) => {
    const own = sha512sIn(integrity);
    return own.length > 0 ? own : stated ?? unknown;
  });
  const [digest, ...others] = new Set(all);
  return digest === void 0 || digest === unknown || others.length > 0 ? void 0 : hexOf(digest);
}
var pinnedSha512s = ({ pins }) => pins.flatMap(({ integrity }) => {
  const own = sha512sIn(integrity);
  return own.length > 0 ? own.map((digest) => digest === unknown ? unknown : hexOf(digest)) : unknown;
});
function everySha512({ change, evidence: { release } }) {
  const stated = release.state === "present" ? release.value.integrity : void 0;
  const all = [stated, ...change.pins.map(({ integrity }) => integrity)].flatMap((integrity) => {
    return integrity === void 0 ? [] : [...parseIntegrity(integrity).digests.get("sha512") ?? []];
  });
  return [...new Set(all)].map(hexOf);
}
function mayBeOf({ integrity }, sha512) {
  return sha512sIn(integrity).every((own) => own !== unknown && hexOf(own) === sha512);
}
var unknown = "";
function sha512sIn(integrity) {
  if (integrity === void 0) return [];
  const { digests, malformed } = parseIntegrity(integrity);
  const [...found] = digests.get("sha512") ?? [];
  return malformed ? [unknown] : found;
}
function hexOf(base64) {
  return bytesToHex(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));
}
function profilesOf(change, { apply }) {
  const names = occurrencesOf(change).map((occurrence) => applicationOf(apply, occurrence)?.profile ?? "");
  const distinct = [...new Set(names)].sort(compareText);
  return distinct.length === 1 && distinct[0] === "" ? [] : distinct;
}
function factsOf({ evidence, ...dossier }, rules) {
  const all = rules.flatMap((rule) => {
    const facts = rule.subject === "package" ? rule.facts?.({ dossier, evidence }) : void 0;
    return facts === void 0 || Object.keys(facts).length === 0 ? [] : [[rule.id, facts]];
  });
  return Object.fromEntries(all);
}

export {
  packagePreimage,
  artifactOf,
  lockedSha512,
  pinnedSha512s,
  everySha512,
  mayBeOf,
  hexOf,
  profilesOf
};
