import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  digestOf
} from "./chunk-decisions-ledger-record.js";
import {
  blockingCodes
} from "./chunk-decisions-codes.js";
import {
  settingsOf
} from "./chunk-policy-profiles.js";
import {
  fingerprintOf
} from "./chunk-judge-fingerprint.js";
import {
  stateOf
} from "./chunk-repository-state.js";
import {
  denyRule,
  isCoverable
} from "./chunk-policy-waivable.js";
import {
  encodePath
} from "./chunk-repository-path-bytes.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  effectOf
} from "./chunk-model-effect.js";

// src/decisions/blocking.ts
function whyNot(finding, rule) {
  if (rule.id === denyRule) return "denied-by-policy";
  if (finding.outcome === "indeterminate" && (finding.floor || rule.floor !== "none" || rule.id === "signature")) {
    return "ask-again";
  }
  if (finding.floor) return "floor";
  return isCoverable(finding) ? void 0 : "no-bytes";
}
function blockedBy(blocking) {
  const sorted = (texts) => [...new Set(texts)].sort(compareText);
  return {
    codes: sorted(blocking.flatMap(({ codes }) => codes)),
    findings: sorted(blocking.map(({ finding }) => finding.fingerprint)),
    unread: sorted(blocking.flatMap(({ finding: { cause } }) => cause?.evidence ?? []))
  };
}

// src/decisions/blocked-file.ts
var decidedByFile = /* @__PURE__ */ new Set(["gate-config/policy-changed", "approval-record/record-unproven"]);
var ofAnotherLook = /* @__PURE__ */ new Set(["lockfile/base-not-a-baseline", "lockfile/same-head-blocked"]);
function pathsOf({
  findings,
  observations,
  policy,
  rules
}) {
  const blocking = findings.filter(
    (finding) => finding.ofFiles === true && effectOf(finding, policy.mode) === "blocks"
  );
  const paths = blocking.flatMap((finding) => {
    const rule = rules.find(({ id }) => id === finding.rule);
    return rule === void 0 ? [] : filesOf(finding, rule, observations);
  });
  return [...new Set(paths)].sort(compareText);
}
function blockedFile(finding, rule, given) {
  const { policy, repositoryId, observations, bytesOf } = given;
  const { name, version, lockfile: path } = finding;
  const applied = settingsOf(policy, [{ lockfile: path }]);
  const isDecided = (code) => isDecidedByFile(finding.rule, code);
  const blocking = rule === void 0 ? { codes: finding.codes, floor: [] } : blockingCodes(finding, rule, applied);
  const spoken = finding.floor && blocking.floor.length === 0 ? finding.codes.filter(isDecided) : blocking.floor;
  const counted = policy.mode === "observe" ? spoken : blocking.codes;
  const codes = counted.map((code) => `${finding.rule}/${code}`);
  const by = blockedBy([{ finding, codes }]);
  const undecidable = (why2) => ({
    ...{ kind: "undecidable", why: why2, name, version, lockfile: path },
    ...by
  });
  if (rule === void 0 || codes.some((code) => ofAnotherLook.has(code))) return undecidable("no-subject");
  const letIn = finding.floor && spoken.length > 0 && spoken.every(isDecided);
  const why = whyNot(letIn ? { ...finding, floor: false } : finding, rule);
  if (why !== void 0) return undecidable(why);
  const paths = rule.subject === "lockfile" && finding.ofFiles === true ? filesOf(finding, rule, observations) : [];
  const bytes = bytesIn(path, paths, bytesOf);
  if (bytes === void 0) return undecidable("no-subject");
  if (repositoryId === void 0) return undecidable("no-repository");
  const preimage = { v: 1, repositoryId, path, ...bytes, rule: rule.id, codes: counted };
  const digest = digestOf(preimage);
  if (digest === void 0) return undecidable("no-digest");
  return { kind: "file", path, digest, preimage, ...by, ...isNarrowing(finding, observations) && { byOne: true } };
}
var isFloorOfFile = (code) => isDecidedByFile(...code.split("/", 2));
var isDecidedByFile = (rule, code) => decidedByFile.has(`${rule}/${code}`);
function isNarrowing({ rule, codes, lockfile }, observations) {
  const own = observations.filter(({ code, path }) => path === lockfile && codes.includes(code));
  return codes.every((code) => decidedByFile.has(`${rule}/${code}`)) && own.length > 0 && own.every(({ args }) => args["narrows"] === "yes");
}
function filesOf(finding, rule, observations) {
  const own = observations.filter(
    ({ code, path, name = null, version = null }) => Object.hasOwn(rule.messages, code) && path === finding.lockfile && name === finding.name && version === finding.version && finding.codes.includes(code)
  );
  if (own.some(({ files = [] }) => files.length === 0)) return [];
  return [...new Set(own.flatMap(({ files = [] }) => files.map(({ path }) => path)))].sort(compareText);
}
function bytesIn(path, paths, bytesOf) {
  const all = paths.map((each) => [each, bytesOf(each)]);
  const [first, ...others] = all;
  if (first === void 0 || all.some(([, bytes]) => bytes === void 0)) return void 0;
  const [of, own] = first;
  if (others.length === 0 && of === path) return { mode: own?.mode ?? null, sha256: own?.sha256 ?? null };
  const list = all.map(([each, bytes]) => [each, bytes?.mode ?? null, bytes?.sha256 ?? null]);
  return { mode: "040000", sha256: fingerprintOf(list) };
}

// src/run/bytes-in.ts
import { createHash } from "node:crypto";
async function bytesIn2(snapshot, paths) {
  if (paths.length === 0) return () => void 0;
  const state = await stateOf(snapshot);
  const read = paths.map(async (path) => [path, await bytesAt(path, state)]);
  const found = new Map(await Promise.all(read));
  return (path) => found.get(path);
}
async function bytesAt(path, state) {
  const { listed, links } = state;
  const { to, links: passed } = await links.follow(path);
  if (passed.length === 0) {
    const file = listed.get(path);
    return file === void 0 ? null : plainBytes(file, state);
  }
  const targets = await Promise.all(passed.map((link) => links.targetOf(link)));
  if (targets.includes(void 0) || to.kind === "folder" || to.kind === "submodule") return void 0;
  const end = to.kind === "file" ? await plainBytes(to.file, state) : null;
  if (end === void 0) return void 0;
  const way = passed.map((link, at) => [link, hexOf(targets[at] ?? "")]);
  const last = to.kind === "file" && end !== null ? [to.file.path, end.mode, end.sha256] : null;
  return { mode: "120000", sha256: fingerprintOf([...way, last]) };
}
async function plainBytes(file, { reader }) {
  if (file.mode !== "file") return void 0;
  try {
    return { mode: file.executable === true ? "100755" : "100644", sha256: sha256Of(await reader.read(file)) };
  } catch (cause) {
    if (cause instanceof GateFailure) return void 0;
    throw cause;
  }
}
var hexOf = (target) => sha256Of(encodePath(target));
var sha256Of = (bytes) => createHash("sha256").update(bytes).digest("hex");

export {
  whyNot,
  blockedBy,
  pathsOf,
  blockedFile,
  isFloorOfFile,
  bytesIn2 as bytesIn
};
