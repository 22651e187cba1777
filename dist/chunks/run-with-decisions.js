import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  concluded,
  judgedEach
} from "./chunk-run-verdict.js";
import {
  contextUnder
} from "./chunk-judge-engine.js";
import {
  blockingCodes,
  count,
  coversCodes,
  linesOf
} from "./chunk-decisions-count.js";
import "./chunk-policy-publishers.js";
import "./chunk-policy-lists.js";
import "./chunk-policy-rule-settings.js";
import {
  applicationOf,
  occurrencesOf,
  settingsOf
} from "./chunk-policy-profiles.js";
import {
  rules
} from "./chunk-rules.js";
import "./chunk-rules-package-lists.js";
import {
  parseIntegrity
} from "./chunk-model-sri.js";
import {
  mergeMessages,
  messageOf
} from "./chunk-judge-finding.js";
import {
  fingerprintOf
} from "./chunk-judge-fingerprint.js";
import "./chunk-run-verdict-of.js";
import {
  stateOf
} from "./chunk-repository-state.js";
import {
  isRead,
  watchedAs
} from "./chunk-managers-watched.js";
import "./chunk-lockfile-source.js";
import "./chunk-managers-bin.js";
import "./chunk-model-loosening.js";
import "./chunk-model-evidence-values.js";
import {
  bytesToHex
} from "./chunk-work-main-noble-hashes-sha2.js";
import {
  denyRule,
  isCoverable
} from "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-work-main-semver.js";
import "./chunk-work-main-semver-ranges-intersects.js";
import "./chunk-work-main-semver-functions-prerelease.js";
import "./chunk-work-main-semver-functions-satisfies.js";
import "./chunk-work-main-semver-functions-valid.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  lockedVersion,
  purlOf
} from "./chunk-model-identity.js";
import {
  encodePath
} from "./chunk-repository-path-bytes.js";
import "./chunk-repository-object-id.js";
import "./chunk-text-paths.js";
import "./chunk-lockfile-spec.js";
import "./chunk-lockfile-names.js";
import "./chunk-work-main-validate-npm-package-name.js";
import "./chunk-work-main-semver-ranges-valid.js";
import "./chunk-work-main-semver-classes-comparator.js";
import {
  compareText
} from "./chunk-text-order.js";
import "./chunk-work-main-semver-functions-parse.js";
import {
  GateFailure,
  asGateError
} from "./chunk-errors.js";
import "./chunk-judge-unavailable.js";
import {
  effectOf
} from "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/run/with-decisions.ts
import { createHash } from "node:crypto";

// src/decisions/apply.ts
function applyDecisions(given) {
  const { findings, blocked, counted } = given;
  const covering = /* @__PURE__ */ new Map();
  for (const entry of blocked) {
    if (entry.kind === "undecidable" || isDenied(entry, counted.denials) || !isApproved(entry, given)) continue;
    for (const fingerprint of entry.findings) covering.set(fingerprint, entry.digest);
  }
  const decided = findings.map((finding) => {
    const decision = covering.get(finding.fingerprint);
    return decision === void 0 || finding.status !== "reported" || finding.rule === denyRule ? finding : { ...finding, status: "approved", decision };
  });
  return [...decided, ...deniedFindings(given)];
}
function isApproved(entry, { counted, rules: rules2 }) {
  const { approvals, required } = counted;
  const people = new Set(
    approvals.filter((approval) => isAbout(approval, entry, rules2)).map(({ account }) => account.id)
  );
  return people.size > 0 && people.size >= required;
}
function isAbout({ digest, codes }, entry, rules2) {
  return digest === entry.digest && (entry.kind === "file" || coversCodes(codes, entry.codes, rules2));
}
function isDenied(entry, denials) {
  return entry.kind === "package" && denials.some(({ name, version }) => name === entry.name && version === entry.version);
}
function deniedFindings({ counted, dossiers, policy, context, rules: rules2 }) {
  const rule = rules2.find(({ id }) => id === denyRule);
  const setting = policy.settings.get(denyRule);
  if (rule?.subject !== "package" || setting === void 0 || counted.denials.length === 0) return [];
  const denials = counted.denials.map(({ name, version, account, reason, comment }) => {
    return { name, version, by: account.login, reason, id: comment };
  });
  const alone = { ...setting.options, packages: [] };
  return dossiers.filter(({ change }) => change.kind !== "removed" && change.source.kind === "registry").flatMap((dossier) => {
    const subject = subjectOf(dossier.change);
    const violations = rule.check({
      dossier,
      evidence: {},
      options: alone,
      context: { ...context, denials }
    });
    const messages = violations.flatMap((violation) => messageOf(rule, setting, violation, subject) ?? []);
    return messages.length === 0 ? [] : [mergeMessages(rule.id, subject, messages)];
  });
}
var subjectOf = ({ name, version, lockfile, line }) => ({ name, version, lockfile, line });

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

// src/decisions/digest.ts
function digestOf(preimage) {
  const value = preimage;
  return isWellFormed(value) ? fingerprintOf(value) : void 0;
}
function isWellFormed(value) {
  if (typeof value === "string") return !new RegExp("\\p{Surrogate}", "u").test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, member]) => isWellFormed(key) && isWellFormed(member));
}

// src/decisions/blocked-file.ts
var decidedByFile = /* @__PURE__ */ new Set(["gate-config/policy-changed"]);
var recordRule = "approval-record";
var ofAnotherLook = /* @__PURE__ */ new Set(["lockfile/base-not-a-baseline", "lockfile/same-head-blocked"]);
function pathsOf({
  findings,
  observations,
  policy,
  rules: rules2
}) {
  const blocking = findings.filter(
    (finding) => finding.ofFiles === true && effectOf(finding, policy.mode) === "blocks"
  );
  const paths = blocking.flatMap((finding) => {
    const rule = rules2.find(({ id }) => id === finding.rule);
    return rule === void 0 ? [] : filesOf(finding, rule, observations);
  });
  return [...new Set(paths)].sort(compareText);
}
function blockedFile(finding, rule, given) {
  const { policy, repositoryId, observations, bytesOf } = given;
  const { name, version, lockfile: path } = finding;
  const applied = settingsOf(policy, [{ lockfile: path }]);
  const blocking = rule === void 0 ? { codes: finding.codes, floor: [] } : blockingCodes(finding, rule, applied);
  const counted = policy.mode === "observe" ? blocking.floor : blocking.codes;
  const codes = counted.map((code) => `${finding.rule}/${code}`);
  const by = blockedBy([{ finding, codes }]);
  const undecidable = (why2) => ({
    ...{ kind: "undecidable", why: why2, name, version, lockfile: path },
    ...by
  });
  if (rule === void 0 || codes.some((code) => ofAnotherLook.has(code))) return undecidable("no-subject");
  const letIn = finding.floor && blocking.floor.every((code) => isDecidedByFile(rule.id, code));
  const why = whyNot(letIn ? { ...finding, floor: false } : finding, rule);
  if (why !== void 0) return undecidable(why);
  const paths = rule.subject === "lockfile" && finding.ofFiles === true ? filesOf(finding, rule, observations) : [];
  const bytes = bytesIn(path, paths, bytesOf);
  if (bytes === void 0) return undecidable("no-subject");
  if (repositoryId === void 0) return undecidable("no-repository");
  const preimage = { v: 1, repositoryId, path, ...bytes, rule: rule.id, codes: counted };
  const digest = digestOf(preimage);
  return digest === void 0 ? undecidable("no-digest") : { kind: "file", path, digest, preimage, ...by };
}
var isDecidedByFile = (rule, code) => rule === recordRule || decidedByFile.has(`${rule}/${code}`);
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

// src/decisions/preimage.ts
function packagePreimage({ dossier, policy, repositoryId, rules: rules2 }) {
  const { change, registry } = dossier;
  if (registry === void 0 || change.source.kind !== "registry" || isBundled(dossier)) return "no-bytes";
  const sha512 = sha512Of(dossier);
  if (sha512 === void 0 || !isPlainName(change)) return "no-digest";
  return {
    v: 1,
    purl: purlOf(change.name, change.version),
    sha512,
    registry,
    repositoryId,
    use: [...new Set(change.dependencyTypes)].sort(compareText),
    profile: profilesOf(change, policy),
    facts: factsOf(dossier, rules2)
  };
}
function isBundled({ change, evidence: { bundling } }) {
  return change.claims.inBundle === true || bundling.state === "present" && bundling.value.claims.length > 0;
}
var isPlainName = ({ name, version }) => /^@?[^@]+$/.test(name) && /^[^@]+$/.test(version);
function sha512Of({ change, evidence: { release } }) {
  const stated = release.state === "present" ? release.value.integrity : void 0;
  const pins = change.pins.length === 0 ? [{}] : change.pins;
  const all = pins.flatMap(({ integrity }) => {
    const own = sha512sIn(integrity);
    return own.length > 0 ? own : sha512sIn(stated)[0] ?? unknown;
  });
  const [digest, ...others] = new Set(all);
  return digest === void 0 || digest === unknown || others.length > 0 ? void 0 : hexOf(digest);
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
function factsOf({ evidence, ...dossier }, rules2) {
  const all = rules2.flatMap((rule) => {
    const facts = rule.subject === "package" ? rule.facts?.({ dossier, evidence }) : void 0;
    return facts === void 0 || Object.keys(facts).length === 0 ? [] : [[rule.id, facts]];
  });
  return Object.fromEntries(all);
}

// src/decisions/blocked.ts
function blockedOf(given) {
  const { findings, policy, rules: rules2 } = given;
  const ruleOf = new Map(rules2.map((rule) => [rule.id, rule]));
  const blocking = findings.filter((finding) => effectOf(finding, policy.mode) === "blocks");
  const isOfPackage = (finding) => ruleOf.get(finding.rule)?.subject === "package" && isSingle(finding);
  const files = blocking.filter((finding) => !isOfPackage(finding));
  return [
    ...packagesIn(blocking.filter(isOfPackage), given, ruleOf),
    ...files.map((finding) => blockedFile(finding, ruleOf.get(finding.rule), given))
  ].sort((a, b) => compareText(keyOf(a), keyOf(b)));
}
var isSingle = ({ name, version, packages, rules: rules2 }) => name !== null && version !== null && packages === void 0 && rules2 === void 0;
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
function artifactOf(dossier, { policy, repositoryId, rules: rules2 }) {
  if (dossier === void 0) return { why: "no-subject" };
  const preimage = packagePreimage({ dossier, policy, repositoryId: repositoryId ?? 0, rules: rules2 });
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

// src/decisions/offer.ts
function offeredLine(blocked) {
  const line = blocked.kind === "package" ? `/approve ${blocked.name}@${blocked.version} ${blocked.codes.join(",")} ${blocked.digest}` : `/approve-file ${blocked.path} ${blocked.digest}`;
  const read = linesOf(line);
  const statement = read.length === 1 ? read[0]?.statement : void 0;
  if (statement?.say === "approve" && blocked.kind === "package") {
    const isSame = statement.name === blocked.name && statement.version === blocked.version && statement.digest === blocked.digest && statement.codes.join(",") === [...blocked.codes].sort().join(",");
    return isSame ? line : void 0;
  }
  if (statement?.say !== "approve-file" || blocked.kind !== "file") return void 0;
  return statement.path === blocked.path && statement.digest === blocked.digest ? line : void 0;
}

// src/run/with-decisions.ts
async function withDecisions(run, request) {
  const { decisions: port, focus } = request;
  const { effective: policy, comparison, collected, now } = run;
  if (port === void 0 || policy === void 0 || focus !== void 0) return run;
  const { dossiers } = collected;
  const judged = { comparison, dossiers, policy, now };
  const findings = judgedEach(judged);
  const blocking = { findings, observations: comparison.observations, policy, rules };
  const { repositoryId, author } = port;
  const bytesOf = await bytesIn2(request.head, pathsOf(blocking));
  const blocked = blockedOf({ ...blocking, dossiers, repositoryId, bytesOf });
  const brought = broughtIn(dossiers);
  if (blocked.length === 0 && brought.size === 0) return run;
  const approvals = policy.approvals ?? nobody;
  const known = { approvals, blocked };
  try {
    const heard = await port.hear?.({ approvals, isWatched: watching(request.policyPath, policy.isGated) });
    const proposers = heard?.proposers ?? author;
    const counted = count({ ...silence, ...heard, ...known, proposers, brought, now, rules });
    const context = contextUnder(policy, { now, mode: comparison.mode });
    const decided = applyDecisions({ findings, blocked, counted, dossiers, policy, context, rules });
    const decisions = reported({ ...known, asked: heard !== void 0, counted, proposers });
    return { ...run, judgement: concluded(judged, decided), ...decisions && { decisions } };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return unheard(run, cause, reported({ ...known, asked: false, counted: nothing, proposers: author }));
  }
}
function unheard(run, cause, decisions) {
  const failed = (comparison) => ({
    ...comparison,
    errors: [...comparison.errors, asGateError(cause)]
  });
  const { findings } = run.judgement;
  return {
    ...{ ...run, comparison: failed(run.comparison), whole: failed(run.whole) },
    judgement: { verdict: "error", findings },
    ...decisions && { decisions }
  };
}
var broughtIn = (dossiers) => new Set(
  dossiers.flatMap(
    ({ change: { kind, source, name, version } }) => kind === "removed" || source.kind !== "registry" ? [] : [`${name}@${version}`]
  )
);
var watching = (policyPath, isGated) => (path) => isRead(path) || isGated(path) || watchedAs({ path, mode: "file" }, [policyPath]) !== void 0;
var nobody = {
  ...{ accept: ["comment"], users: [], teams: [], minimumPermission: "write", never: [], required: 1 },
  ...{ keys: [], ownChanges: "never", maximumAge: 180 * 864e5 }
};
var silence = { comments: [], deleted: [], reviews: [], standings: /* @__PURE__ */ new Map(), tampered: [] };
var nothing = { approvals: [], denials: [], refusals: [], required: 1, deleted: [] };
async function bytesIn2(head, paths) {
  if (paths.length === 0) return () => void 0;
  const { listed, reader, links } = await stateOf(head);
  const read = paths.map(async (path) => {
    const file = listed.get(path);
    if (file === void 0) return [path, null];
    if (file.mode === "symlink") {
      const target = await links.targetOf(path);
      return [path, target === void 0 ? void 0 : { mode: "120000", sha256: sha256Of(encodePath(target)) }];
    }
    if (file.mode !== "file") return [path, void 0];
    try {
      return [path, { mode: "100644", sha256: sha256Of(await reader.read(file)) }];
    } catch (cause) {
      if (cause instanceof GateFailure) return [path, void 0];
      throw cause;
    }
  });
  const found = new Map(await Promise.all(read));
  return (path) => found.get(path);
}
var sha256Of = (bytes) => createHash("sha256").update(bytes).digest("hex");
function reported({ asked, approvals, blocked, counted, proposers }) {
  const { refusals, deleted, denials, required } = counted;
  if (blocked.length + refusals.length + deleted.length + denials.length === 0) return void 0;
  const { users, teams } = approvals;
  return {
    ...{ asked, required },
    ...proposers.because === void 0 ? {} : { because: proposers.because },
    approvers: { users, teams },
    proposers: proposers.marks,
    offers: blocked.flatMap((entry) => {
      if (entry.kind === "undecidable") return [];
      const { digest, codes, unread } = entry;
      const named = entry.kind === "file" ? null : entry;
      return {
        ...{ kind: entry.kind, name: named?.name ?? null, version: named?.version ?? null },
        ...{ path: entry.kind === "file" ? entry.path : null, digest, codes, line: offeredLine(entry) ?? null, unread },
        approvals: counted.approvals.filter((one) => one.digest === digest).map(decisionOf),
        isApproved: isApproved(entry, { counted, rules })
      };
    }),
    undecidable: blocked.flatMap((entry) => {
      if (entry.kind !== "undecidable") return [];
      const { name, version, lockfile, codes, why } = entry;
      return { name, version, lockfile, codes, why };
    }),
    denials: denials.map((denial) => ({ ...decisionOf(denial), name: denial.name, version: denial.version })),
    ...{ refusals, deleted }
  };
}
function decisionOf({ account, comment, reason, at }) {
  return { login: account.login, id: account.id, comment, reason, at };
}
export {
  withDecisions
};
