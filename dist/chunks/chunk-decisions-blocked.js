import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  blockedBy,
  blockedFile,
  whyNot
} from "./chunk-decisions-blocked-file.js";
import {
  digestOf
} from "./chunk-decisions-ledger-record.js";
import {
  packagePreimage
} from "./chunk-decisions-preimage.js";
import {
  blockingCodes
} from "./chunk-decisions-codes.js";
import {
  occurrencesOf,
  settingsOf
} from "./chunk-policy-profiles.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  lockedVersion
} from "./chunk-model-identity.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  effectOf
} from "./chunk-model-effect.js";

// src/decisions/blocked.ts
function blockedOf(given) {
  const { findings, policy, rules } = given;
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const blocking = findings.filter((finding) => effectOf(finding, policy.mode) === "blocks");
  const isOfPackage = (finding) => ruleOf.get(finding.rule)?.subject === "package" && isSingle(finding);
  const files = blocking.filter((finding) => !isOfPackage(finding));
  return [
    ...packagesIn(blocking.filter(isOfPackage), given, ruleOf),
    ...files.map((finding) => blockedFile(finding, ruleOf.get(finding.rule), given))
  ].sort((a, b) => compareText(keyOf(a), keyOf(b)));
}
var isSingle = ({ name, version, packages, rules }) => name !== null && version !== null && packages === void 0 && rules === void 0;
var keyOf = (entry) => entry.kind === "file" ? JSON.stringify([1, entry.path, entry.digest]) : entry.kind === "package" ? JSON.stringify([0, entry.name, entry.version, entry.lockfiles]) : JSON.stringify([0, entry.name ?? "", entry.version ?? "", [entry.lockfile], entry.findings]);
function packagesIn(findings, given, ruleOf) {
  const about = groupBy(given.dossiers, ({ change }) => lockedVersion(change));
  const subjects = [...groupBy(findings, lockedVersion)].map(([key, own]) => {
    const [dossier, ...others] = (about.get(key) ?? []).filter(({ change }) => change.kind !== "removed");
    const artifact = others.length > 0 ? { why: "no-bytes" } : artifactOf(dossier, given);
    return { blocking: own.map((finding) => blockingOf(finding, dossier, given, ruleOf)), dossier, artifact };
  });
  const artifacts = groupBy(
    subjects,
    ({ artifact, blocking: [first] }) => "digest" in artifact ? artifact.digest : lockedVersion(first.finding)
  );
  return [...artifacts.values()].flatMap(entriesOf);
}
function artifactOf(dossier, { policy, repositoryId, rules }) {
  if (dossier === void 0) return { why: "no-subject" };
  const preimage = packagePreimage({ dossier, policy, repositoryId: repositoryId ?? 0, rules });
  if (typeof preimage === "string") return { why: preimage };
  if (repositoryId === void 0) return { why: "no-repository" };
  const digest = digestOf(preimage);
  return digest === void 0 ? { why: "no-digest" } : { digest, preimage };
}
function blockingOf(finding, dossier, given, ruleOf) {
  const { policy } = given;
  const rule = ruleOf.get(finding.rule);
  if (rule === void 0) {
    return { finding, codes: finding.codes.map((code) => `${finding.rule}/${code}`), why: "no-subject" };
  }
  const applied = dossier === void 0 ? [policy.settings] : settingsOf(policy, occurrencesOf(dossier.change));
  const { codes, floor } = blockingCodes(finding, rule, applied);
  const counted = policy.mode === "observe" ? floor : codes;
  const why = whyNot(finding, rule);
  return { finding, codes: counted.map((code) => `${rule.id}/${code}`), ...why === void 0 ? {} : { why } };
}
var reasons = [
  ...["floor", "denied-by-policy", "no-bytes", "no-subject", "ask-again", "no-digest", "no-repository"]
];
function entriesOf(subjects) {
  const [{ artifact }] = subjects;
  const all = subjects.flatMap(({ blocking }) => blocking);
  const found = /* @__PURE__ */ new Set([...all.flatMap(({ why: why2 }) => why2 ?? []), ..."why" in artifact ? [artifact.why] : []]);
  const why = reasons.find((reason) => found.has(reason));
  const [{ finding }] = all;
  const { name, version } = finding;
  if (why !== void 0 || "why" in artifact || name === null || version === null) {
    return subjects.map(({ blocking }) => {
      const [one] = blocking;
      const { lockfile } = one.finding;
      return { kind: "undecidable", why: why ?? "no-subject", name, version, lockfile, ...blockedBy(blocking) };
    });
  }
  const lockfiles = [...new Set(all.map((one) => one.finding.lockfile))].sort(compareText);
  return [{ kind: "package", name, version, lockfiles, ...artifact, ...blockedBy(all) }];
}

export {
  blockedOf
};
