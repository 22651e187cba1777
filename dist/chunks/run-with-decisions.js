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
  isCandidate,
  linesOf,
  mayDecide,
  sayingsOf
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
  canonicalJson,
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
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-managers-bin.js";
import "./chunk-model-loosening.js";
import "./chunk-model-evidence-values.js";
import {
  bytesToHex
} from "./chunk-noble-hashes-sha2.js";
import {
  denyRule,
  isCoverable
} from "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
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
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import {
  compareText
} from "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
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

// src/decisions/apply.ts
function applyDecisions(given) {
  const { findings, blocked, counted, letsIn = (entry) => isApproved(entry, given) } = given;
  const covering = /* @__PURE__ */ new Map();
  for (const entry of blocked) {
    if (entry.kind === "undecidable" || isDenied(entry, counted.denials) || !letsIn(entry)) continue;
    const by = approvalsOf(entry, given).map(reportedDecision);
    for (const fingerprint of entry.findings) covering.set(fingerprint, { kind: "decision", id: entry.digest, by });
  }
  const decided = findings.map((finding) => {
    const coveredBy = covering.get(finding.fingerprint);
    return coveredBy === void 0 || finding.status !== "reported" || finding.rule === denyRule ? finding : { ...finding, status: "approved", decision: coveredBy.id, coveredBy };
  });
  return [...decided, ...deniedFindings(given)];
}
function isApproved(entry, given) {
  const people = new Set(approvalsOf(entry, given).map(({ account }) => account.id));
  return people.size > 0 && people.size >= given.counted.required;
}
var approvalsOf = (entry, { counted, rules: rules2 }) => counted.approvals.filter((approval) => isAbout(approval, entry, rules2));
function reportedDecision({ account, comment, reason, at }) {
  return { login: account.login, id: account.id, comment, reason, at };
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
  const distinct2 = [...new Set(names)].sort(compareText);
  return distinct2.length === 1 && distinct2[0] === "" ? [] : distinct2;
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

// src/decisions/compare-after.ts
function compareAfter({ preimage: record, codes }, now) {
  const named = new Set(codes.map((code) => code.split("/", 1)[0]));
  return isSame(withoutFacts(record), withoutFacts(now)) && Object.keys(now.facts).every((rule) => sees(rule));
  function sees(rule) {
    const [seen, read] = [afterOf(record, rule), afterOf(now, rule)];
    return Object.entries(read).every(
      ([name, fact]) => Object.hasOwn(seen, name) ? isSame(seen[name], fact) : !named.has(rule)
    );
  }
}
var withoutFacts = (preimage) => ({ ...preimage, facts: {} });
function afterOf({ facts }, rule) {
  const after = Object.hasOwn(facts, rule) ? facts[rule]?.after : void 0;
  return typeof after === "object" && after !== null && !Array.isArray(after) ? after : {};
}
var isSame = (one, other) => canonicalJson(one) === canonicalJson(other);

// src/decisions/elsewhere.ts
function decidableEverywhere(blocked, others) {
  if (others.length === 0) return blocked;
  return blocked.map((entry) => {
    if (entry.kind !== "package") return entry;
    const { name, version, codes, findings, unread, lockfiles } = entry;
    const same = others.filter((other) => other.findings.some((fingerprint) => findings.includes(fingerprint)));
    if (same.every((other) => isHeld(entry, other))) return entry;
    const [lockfile = ""] = lockfiles;
    return { kind: "undecidable", why: "otherwise-elsewhere", name, version, lockfile, codes, findings, unread };
  });
}
var isHeld = ({ preimage, codes }, other) => other.kind === "package" && compareAfter({ preimage, codes }, other.preimage);

// src/decisions/offer.ts
function offeredLine(blocked) {
  const line = blocked.kind === "package" ? `/approve ${blocked.name}@${blocked.version} ${blocked.codes.join(",")} ${blocked.digest}` : `/approve-file ${blocked.path} ${blocked.digest}`;
  const read = linesOf(line);
  const statement = read.length === 1 ? read[0]?.statement : void 0;
  if (statement?.say === "approve" && blocked.kind === "package") {
    const isSame2 = statement.name === blocked.name && statement.version === blocked.version && statement.digest === blocked.digest && statement.codes.join(",") === [...blocked.codes].sort().join(",");
    return isSame2 ? line : void 0;
  }
  if (statement?.say !== "approve-file" || blocked.kind !== "file") return void 0;
  return statement.path === blocked.path && statement.digest === blocked.digest ? line : void 0;
}

// src/run/bytes-in.ts
import { createHash } from "node:crypto";
async function bytesIn2(snapshot, paths) {
  if (paths.length === 0) return () => void 0;
  const { listed, reader, links } = await stateOf(snapshot);
  const read = paths.map(async (path) => {
    const file = listed.get(path);
    if (file === void 0) return [path, null];
    if (file.mode === "symlink") {
      const target = await links.targetOf(path);
      return [path, target === void 0 ? void 0 : { mode: "120000", sha256: sha256Of(encodePath(target)) }];
    }
    if (file.mode !== "file") return [path, void 0];
    try {
      return [
        path,
        { mode: file.executable === true ? "100755" : "100644", sha256: sha256Of(await reader.read(file)) }
      ];
    } catch (cause) {
      if (cause instanceof GateFailure) return [path, void 0];
      throw cause;
    }
  });
  const found = new Map(await Promise.all(read));
  return (path) => found.get(path);
}
var sha256Of = (bytes) => createHash("sha256").update(bytes).digest("hex");

// src/decisions/each.ts
function proposersToAsk({ pulls, approvals, origins }) {
  const asked = /* @__PURE__ */ new Set();
  const settle = /* @__PURE__ */ new Set();
  for (const { number, comments } of pulls) {
    for (const { statement, comment } of sayingsOf(comments).said) {
      const origin = "digest" in statement ? origins.get(statement.digest) : void 0;
      if (origin?.covering.flat().includes(number) !== true || origin.isUnknown) continue;
      if (!isCandidate(comment.author, approvals)) continue;
      settle.add(comment.author.id);
      for (const pull of origin.proposing) asked.add(pull);
    }
  }
  return { pulls: [...asked], settle };
}
function countEach(each) {
  const { pulls, approvals, blocked, origins, brought, proposers: known, now, rules: rules2 } = each;
  const proposersOf = (digest) => together((origins.get(digest)?.proposing ?? []).flatMap((pull) => known.get(pull) ?? []));
  const counted = new Map(
    pulls.map(({ number, ...words }) => {
      const own = brought.get(number) ?? /* @__PURE__ */ new Set();
      const covered = blocked.filter(
        (entry) => entry.kind === "undecidable" ? own.has(`${entry.name ?? ""}@${entry.version ?? ""}`) : origins.get(entry.digest)?.isUnknown === false && origins.get(entry.digest)?.covering.flat().includes(number)
      );
      const said = count({
        ...{ ...words, approvals, blocked: covered, brought: own, now, rules: rules2 },
        ...{ proposers: known.get(number) ?? together([]), proposersOf }
      });
      return [number, said];
    })
  );
  const letsIn = (entry) => {
    const origin = origins.get(entry.digest);
    if (origin === void 0 || origin.isUnknown || origin.covering.length === 0) return false;
    if (!origin.proposing.every((pull) => known.has(pull))) return false;
    const required = approvals.required + proposersOf(entry.digest).extra;
    return origin.covering.every((numbers) => {
      const given = numbers.flatMap((pull) => counted.get(pull)?.approvals ?? []);
      return isApproved(entry, { counted: { approvals: given, denials: [], required }, rules: rules2 });
    });
  };
  const all = [...counted.values()];
  const proposers = together([...known.values()]);
  return {
    ...{ letsIn, proposers },
    counted: {
      approvals: all.flatMap((one) => one.approvals),
      denials: all.flatMap((one) => one.denials),
      refusals: [...counted].flatMap(([pull, { refusals }]) => refusals.map((one) => ({ ...one, pull }))),
      required: approvals.required + proposers.extra,
      deleted: all.flatMap((one) => one.deleted)
    }
  };
}
function together(all) {
  const marks = /* @__PURE__ */ new Map();
  const keyOf2 = ({ account, as }) => `${account.id} ${as}`;
  for (const mark of all.flatMap((one) => one.marks)) marks.set(keyOf2(mark), marks.get(keyOf2(mark)) ?? mark);
  const unknown2 = all.find(({ extra }) => extra === 1);
  return {
    ...{ marks: [...marks.values()], extra: unknown2?.extra ?? 0 },
    ...unknown2?.because === void 0 ? {} : { because: unknown2.because }
  };
}

// src/run/origins.ts
async function findOrigins(given) {
  const { heard, entries, base: from, head, compare } = given;
  const { steps, pulls, open } = heard;
  const byNumber = new Map(pulls.map((pull) => [pull.number, pull]));
  const states = [];
  for (const { base, commit, pulls: numbers } of steps) {
    const [before, after] = await Promise.all([open(base), open(commit)]);
    const heads = [];
    for (const pull of numbers.flatMap((number) => byNumber.get(number) ?? [])) {
      const snapshot = await open(pull.head);
      heads.push({ pull, snapshot, seen: await compare(snapshot, from) });
    }
    states.push({ before, after, seen: await compare(after, before), heads, isDirect: heads.length === 0 });
  }
  const origins = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    origins.set(
      entry.digest,
      entry.kind === "package" ? ofPackage(entry, states, given) : await ofFile(entry, states, given, head)
    );
  }
  return { origins, brought: broughtBy(states) };
}
var distinct = (numbers) => [...new Set(numbers)];
function ofPackage({ name, version, lockfiles }, states, { dossiers }) {
  const has = ({ changes, errors }) => errors.length > 0 || changes.some((change) => isVersion(change, { name, version }));
  const covering = lockfiles.map((lockfile) => {
    const own = changesAt(
      dossiers.map(({ change }) => change),
      { lockfile, name, version }
    );
    return distinct(
      states.flatMap(({ seen, heads }) => {
        if (changesAt(seen.changes, { lockfile, name, version }).length === 0) return [];
        const [change, ...others] = own;
        return change === void 0 || others.length > 0 ? [] : heads.flatMap(({ pull, seen: alone }) => isLockedAlike(change, alone) ? [pull.number] : []);
      })
    );
  });
  const proposing = states.flatMap(
    ({ seen, heads }) => heads.flatMap(({ pull, seen: alone }) => has(seen) || has(alone) ? [pull.number] : [])
  );
  const isUnknown = states.some(({ seen, isDirect }) => isDirect && has(seen));
  return { covering, proposing: distinct(proposing), isUnknown };
}
var isVersion = (change, { name, version }) => change.kind !== "removed" && change.name === name && change.version === version;
function changesAt(changes, where) {
  return changes.filter((change) => change.kind !== "removed" && lockedVersion(change) === lockedVersion(where));
}
function isLockedAlike(change, { changes, errors }) {
  const [found, ...others] = changesAt(changes, change);
  return errors.length === 0 && found !== void 0 && others.length === 0 && lockedOf(found) === lockedOf(change);
}
var lockedOf = ({ source: { kind, spec }, pins, dependencyTypes }) => canonicalJson([
  ...[kind, spec ?? null, [...dependencyTypes].sort()],
  pins.map(({ resolved = null, integrity = null, checksum = null }) => canonicalJson([resolved, integrity, checksum])).sort()
]);
async function ofFile(entry, states, { findings, observations, policy }, head) {
  const own = findings.filter(({ fingerprint }) => entry.findings.includes(fingerprint));
  const paths = pathsOf({ findings: own, observations, policy, rules });
  const textOf = async (snapshot) => {
    const bytesOf = await bytesIn2(snapshot, paths);
    const bytes = paths.map((path) => bytesOf(path));
    return bytes.includes(void 0) ? void 0 : JSON.stringify(bytes);
  };
  const now = await textOf(head);
  const covering = [];
  const proposing = [];
  let isUnknown = paths.length === 0 || now === void 0;
  for (const { before, after, heads, isDirect } of states) {
    const [former, latter] = [await textOf(before), await textOf(after)];
    const isChanged = former === void 0 || former !== latter;
    if (isDirect && isChanged) isUnknown = true;
    for (const { pull, snapshot } of heads) {
      const isSame2 = await textOf(snapshot) === now;
      if (isSame2 || isChanged) proposing.push(pull.number);
      if (isSame2 && isChanged) covering.push(pull.number);
    }
  }
  return { covering: [distinct(covering)], proposing: distinct(proposing), isUnknown };
}
function broughtBy(states) {
  const brought = /* @__PURE__ */ new Map();
  for (const { seen, heads } of states) {
    for (const { pull } of heads) {
      const own = brought.get(pull.number) ?? /* @__PURE__ */ new Set();
      for (const { kind, source, name, version } of seen.changes) {
        if (kind !== "removed" && source.kind === "registry") own.add(`${name}@${version}`);
      }
      brought.set(pull.number, own);
    }
  }
  return brought;
}

// src/run/decided-each.ts
async function decidedEach(heard, { approvals, now, blocked, brought: all, ...given }) {
  const { pulls, steps, unknown: unknown2, isMerged } = heard;
  const entries = blocked.filter((entry) => entry.kind !== "undecidable");
  const isSaid = pulls.some(({ comments }) => comments.some(({ body }) => mayDecide(body)));
  const { origins, brought } = isSaid && entries.length > 0 ? await findOrigins({ ...given, heard, entries }) : { origins: /* @__PURE__ */ new Map(), brought: new Map(pulls.map(({ number }) => [number, all])) };
  const asked = proposersToAsk({ pulls, approvals, origins });
  const proposed = pulls.filter(({ number }) => asked.pulls.includes(number)).map(async (pull) => [pull.number, await pull.proposers(asked.settle)]);
  const proposers = new Map(await Promise.all(proposed));
  const each = countEach({ pulls, approvals, blocked, origins, brought, proposers, now, rules });
  const isOpen = entries.some((entry) => !each.letsIn(entry));
  const words = [
    ...unknown2 === void 0 ? [] : [`${unknown2} So no decision by comment counts here.`],
    ...isOpen && steps.some((step) => step.pulls.length === 0) ? [pushedWords] : [],
    ...isOpen && [...origins.values()].some(isElsewhere) ? [elsewhereWords] : [],
    ...isOpen && isMerged ? [mergedWords] : []
  ].join(" ");
  return {
    ...{ ...each, isMerged, asked: unknown2 === void 0, pulls: pulls.map(({ number }) => number) },
    ...words === "" ? {} : { notCounted: words }
  };
}
var pushedWords = "Not everything came with a pull request: for what was pushed without one no decision by comment counts.";
var elsewhereWords = "Not everything that blocks is in the head of a pull request as it stands here: for what is not, no decision by comment counts.";
var mergedWords = "It is merged already: what is approved now lets nothing in.";
var isElsewhere = ({ covering, isUnknown }) => !isUnknown && (covering.length === 0 || covering.some((numbers) => numbers.length === 0));

// src/run/watched-paths.ts
function watching(policyPaths, decided) {
  const named = new Set(decided);
  return (path) => isRead(path) || named.has(path) || watchedAs({ path, mode: "file" }, policyPaths) !== void 0;
}

// src/run/with-decisions.ts
async function withDecisions(run, request, { compare }) {
  const { decisions: port, focus } = request;
  const { effective: policy, comparison, collected, now } = run;
  if (port === void 0 || policy === void 0 || focus !== void 0) return run;
  const { dossiers } = collected;
  const { observations } = comparison;
  const judged = { comparison, dossiers, policy, now };
  const findings = judgedEach(judged);
  const blocking = { findings, observations, policy, rules };
  const { repositoryId, author } = port;
  const paths = pathsOf(blocking);
  const bytesOf = await bytesIn2(request.head, paths);
  const blocked = decidableEverywhere(
    blockedOf({ ...blocking, dossiers, repositoryId, bytesOf }),
    blockedElsewhere(run, policy, repositoryId)
  );
  const brought = broughtIn(dossiers);
  if (blocked.length === 0 && brought.size === 0) return run;
  const approvals = policy.approvals ?? nobody;
  const known = { approvals, blocked };
  const files = blocked.flatMap((one) => one.kind === "file" ? [one.path] : []);
  const { extended } = run.policy ?? {};
  const beside = extended !== void 0 && "source" in extended ? [extended.source] : [];
  const isWatched = watching([request.policyPath, ...beside], [...paths, ...files]);
  const order = { approvals, isWatched, patience: patienceFor(known) };
  const sides = { base: request.base, head: request.head, compare };
  try {
    const { counted, proposers, letsIn, ...said } = port.hearEach === void 0 ? decidedAlone(await port.hear?.(order), { ...known, author, brought, now }) : await decidedEach(await port.hearEach(order), {
      ...known,
      brought,
      findings,
      observations,
      dossiers,
      policy,
      now,
      ...sides
    });
    const context = contextUnder(policy, { now, mode: comparison.mode });
    const decided = applyDecisions({ findings, blocked, counted, letsIn, dossiers, policy, context, rules });
    const decisions = reported({ ...known, ...said, counted, letsIn, proposers });
    return { ...run, judgement: concluded(judged, decided), ...decisions && { decisions } };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    const unknown2 = { ...known, asked: false, counted: nothing, letsIn: () => false, proposers: author };
    return unheard(run, cause, reported(unknown2));
  }
}
function patienceFor({ approvals, blocked }) {
  if (blocked.length === 0) return "short";
  const isOpen = approvals.users.length + approvals.teams.length > 0;
  return isOpen && blocked.every(({ kind }) => kind !== "undecidable") ? "long" : "none";
}
function decidedAlone(heard, { author, ...known }) {
  const proposers = heard?.proposers ?? author;
  const counted = count({ ...silence, ...heard, ...known, proposers, rules });
  return { asked: heard !== void 0, counted, proposers, letsIn: (entry) => isApproved(entry, { counted, rules }) };
}
function blockedElsewhere({ looks = [], now }, policy, repositoryId) {
  return looks.flatMap(({ comparison, collected: { dossiers } }) => {
    const findings = judgedEach({ comparison, dossiers, policy, now });
    const { observations } = comparison;
    return blockedOf({ findings, observations, policy, rules, dossiers, repositoryId, bytesOf: () => void 0 });
  });
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
var nobody = {
  ...{ accept: ["comment"], users: [], teams: [], minimumPermission: "write", never: [], required: 1 },
  ...{ keys: [], ownChanges: "never", maximumAge: 180 * 864e5 }
};
var silence = { comments: [], deleted: [], reviews: [], standings: /* @__PURE__ */ new Map(), tampered: [] };
var nothing = { approvals: [], denials: [], refusals: [], required: 1, deleted: [] };
function reported({ approvals, blocked, counted, proposers, letsIn, ...said }) {
  const { refusals, deleted, denials, required } = counted;
  const { asked, pulls, notCounted, isMerged = false } = said;
  const { users, teams } = approvals;
  const isOpen = users.length + teams.length > 0 && blocked.length > 0;
  const isSaid = refusals.length + deleted.length + denials.length > 0 || notCounted !== void 0;
  if (!isOpen && !isSaid) return void 0;
  return {
    ...{ asked, required },
    ...pulls === void 0 ? {} : { pulls },
    ...notCounted === void 0 ? {} : { notCounted },
    ...proposers.because === void 0 ? {} : { because: proposers.because },
    approvers: { users, teams },
    proposers: proposers.marks,
    offers: blocked.flatMap((entry) => {
      if (entry.kind === "undecidable") return [];
      const { digest, codes, unread } = entry;
      const named = entry.kind === "file" ? null : entry;
      const isLetIn = letsIn(entry);
      const line = isMerged && !isLetIn ? null : offeredLine(entry) ?? null;
      return {
        ...{ kind: entry.kind, name: named?.name ?? null, version: named?.version ?? null },
        ...{ path: entry.kind === "file" ? entry.path : null, digest, codes, line, unread },
        approvals: counted.approvals.filter((one) => one.digest === digest).map(reportedDecision),
        isApproved: isLetIn
      };
    }),
    undecidable: blocked.flatMap((entry) => {
      if (entry.kind !== "undecidable") return [];
      const { name, version, lockfile, codes, why } = entry;
      return { name, version, lockfile, codes, why };
    }),
    denials: denials.map((denial) => ({ ...reportedDecision(denial), name: denial.name, version: denial.version })),
    ...{ refusals, deleted }
  };
}
export {
  withDecisions
};
