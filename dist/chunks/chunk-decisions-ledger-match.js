import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isFloorOfFile
} from "./chunk-decisions-blocked-file.js";
import {
  MAX_RECORD_BYTES,
  digestOf,
  fileStem,
  packageStem,
  readRecord
} from "./chunk-decisions-ledger-record.js";
import {
  everySha512
} from "./chunk-decisions-preimage.js";
import {
  coversCodes
} from "./chunk-decisions-codes.js";
import {
  isNobodyListed,
  markOf
} from "./chunk-decisions-who.js";
import {
  mergeMessages,
  messageOf
} from "./chunk-judge-finding.js";
import {
  canonicalJson
} from "./chunk-judge-fingerprint.js";
import {
  LEDGER,
  readName
} from "./chunk-text-record-name.js";
import {
  stateOf
} from "./chunk-repository-state.js";
import {
  denyRule
} from "./chunk-policy-waivable.js";
import {
  purlOf
} from "./chunk-model-identity.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/decisions/apply.ts
function applyDecisions(given) {
  const { findings, blocked, letsIn = (entry) => isApproved(entry, given) } = given;
  const covering = /* @__PURE__ */ new Map();
  for (const entry of blocked) {
    if (entry.kind === "undecidable" || isDenied(entry, given) || !letsIn(entry)) continue;
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
  return people.size > 0 && people.size >= requiredFor(entry, given.counted.required);
}
var requiredFor = (entry, required) => entry.kind === "file" && entry.byOne === true ? 1 : required;
var approvalsOf = (entry, { counted, rules }) => counted.approvals.filter((approval) => isAbout(approval, entry, rules));
function reportedDecision(decision) {
  const { account, comment, record, reason, at } = decision;
  return { login: account.login, id: account.id, comment, ...record === void 0 ? {} : { record }, reason, at };
}
function isAbout({ digest, codes }, entry, rules) {
  return digest === entry.digest && (entry.kind === "file" || coversCodes(codes, entry.codes, rules));
}
function isDenied(entry, { counted: { denials }, recorded = [] }) {
  if (entry.kind !== "package") return false;
  const isOf = ({ name, version }) => name === entry.name && version === entry.version;
  return denials.some(isOf) || recorded.some((one) => isOf(one) && one.sha512 === entry.preimage.sha512);
}
function deniedFindings(given) {
  const { counted, recorded = [], dossiers, policy, context, rules } = given;
  const rule = rules.find(({ id }) => id === denyRule);
  const setting = policy.settings.get(denyRule);
  if (rule?.subject !== "package" || setting === void 0) return [];
  if (counted.denials.length + recorded.length === 0) return [];
  const said = counted.denials.map(({ name, version, account, reason, comment }) => {
    return { name, version, by: account.login, reason, id: comment };
  });
  const alone = { ...setting.options, packages: [] };
  return dossiers.filter(({ change }) => change.kind !== "removed").flatMap((dossier) => {
    const bytes = new Set(recorded.length === 0 ? [] : everySha512(dossier));
    const ofBytes = recorded.filter(({ sha512 }) => bytes.has(sha512)).map(denialOf);
    const denials = [...dossier.change.source.kind === "registry" ? said : [], ...ofBytes];
    if (denials.length === 0) return [];
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
var denialOf = ({ name, version, by, reason, record }) => ({
  ...{ name, version, by: by.length === 0 ? record : by.join(", "), reason, id: record }
});
var subjectOf = ({ name, version, lockfile, line }) => ({ name, version, lockfile, line });

// src/run/ledger.ts
import { createHash } from "node:crypto";
var MAX_RECORDS = 300;
async function readLedger(trusted, stems) {
  const { listed, reader } = await stateOf(trusted);
  const named = [...listed.values()].flatMap((file) => {
    const name = readName(file.path);
    return name === void 0 ? [] : [{ file, ...name }];
  });
  const denied = new Set(named.flatMap(({ stem, decision }) => decision === "deny" ? [stem] : []));
  const wanted = named.filter(
    ({ stem, decision }) => stems.blocked.has(stem) || decision !== "approve" && denied.has(stem) && stems.brought.has(stem)
  );
  if (wanted.length > MAX_RECORDS) {
    const message = `${wanted.length} records of decisions are about what is judged, and no more than ${MAX_RECORDS} are read in one run; propose the change in parts`;
    throw new GateFailure("budget", message, { path: LEDGER });
  }
  return ledgerOf(await Promise.all(wanted.map(({ file }) => readFile(file, (one) => reader.read(one)))));
}
async function readWholeLedger(trusted) {
  const { listed, reader } = await stateOf(trusted);
  const files = [...listed.values()].filter(({ path, mode }) => path.startsWith(LEDGER) && mode !== "folder");
  const found = [];
  for (const file of files) {
    const isNamed = readName(file.path) !== void 0;
    found.push(isNamed ? await readFile(file, (one) => reader.read(one)) : { path: file.path, why: "misnamed" });
  }
  return ledgerOf(found);
}
var ledgerOf = (read) => ({
  entries: read.flatMap((one) => "record" in one ? [one] : []),
  unusable: read.flatMap((one) => "why" in one ? [one] : [])
});
async function readFile(file, read) {
  const { path, mode, size = 0 } = file;
  if (mode !== "file") return { path, why: "not-a-file" };
  if (size > MAX_RECORD_BYTES) return { path, why: "too-large" };
  const bytes = await read(file);
  const record = readRecord(path, bytes);
  return typeof record === "string" ? { path, why: record, sha256: createHash("sha256").update(bytes).digest("hex") } : record;
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

// src/decisions/ledger/in-force.ts
function inForce({ ledger, approvals, repositoryId, now }) {
  const { entries, unusable } = ledger;
  const isHere = ({ record: { about } }) => repositoryId === void 0 || about.repositoryId === repositoryId;
  const here = entries.filter(isHere);
  const revoked = revocationsIn(here);
  const unread = unusable.map((one) => ({ ...one, name: readName(one.path) }));
  const doubtful = new Set(unread.flatMap(({ name }) => name?.decision === "revoke" ? [name.stem] : []));
  const standing = here.map((entry) => [entry, whyNot2(entry)]);
  const kept = (decision) => standing.flatMap(([entry, why]) => why === void 0 && entry.record.decision === decision ? [entry] : []);
  const isRevoked = ({ path, sha256 }) => sha256 !== void 0 && repositoryId !== void 0 && revoked.has(keyOf(repositoryId, path, sha256));
  return {
    approvals: [...kept("approve"), ...kept("approve-file")],
    denials: kept("deny"),
    unreadDenials: unread.filter((one) => one.name?.decision === "deny" && !isRevoked(one)),
    notCounted: [
      ...standing.flatMap(([{ path: record }, why]) => why === void 0 ? [] : [{ record, why }]),
      ...unusable.map((one) => ({ record: one.path, why: isRevoked(one) ? "revoked" : one.why }))
    ],
    elsewhere: entries.length - here.length
  };
  function whyNot2({ path, sha256, record }) {
    if (record.decision === "revoke") return void 0;
    if (revoked.has(keyOf(record.about.repositoryId, path, sha256))) return "revoked";
    if (record.decision === "deny") return void 0;
    if (repositoryId === void 0) return "no-repository";
    if (doubtful.has(readName(path)?.stem ?? "")) return "maybe-revoked";
    if (isNobodyListed(approvals) || !approvals.accept.includes("ledger")) return "no-approvers";
    const [at, issued] = [Date.parse(now), Date.parse(record.issuedAt)];
    const until = Math.min(endOf(record.expiresAt), issued + approvals.maximumAge);
    if (!(at <= until)) return "expired";
    return at >= issued ? void 0 : "not-yet";
  }
}
var endOf = (expiresAt) => expiresAt === null ? Infinity : Date.parse(expiresAt);
function revocationsIn(entries) {
  return new Set(
    entries.flatMap(
      ({ path, record: { decision, about } }) => decision === "revoke" ? [keyOf(about.repositoryId, besides(path, about.file), about.record)] : []
    )
  );
}
var besides = (path, file) => path.slice(0, path.lastIndexOf("/") + 1) + file;
var keyOf = (repositoryId, path, sha256) => JSON.stringify([repositoryId, path, sha256]);

// src/decisions/ledger/match.ts
function stemsOf({ blocked, dossiers }) {
  const bytes = bytesIn(dossiers);
  const stems = (entry) => {
    if (entry.kind === "package") return [packageStem(entry.preimage)];
    if (entry.kind === "file") return [fileStem(entry.path, entry.digest)];
    const { why, name, version } = entry;
    return why !== "no-repository" ? [] : bytes.filter((one) => one.name === name && one.version === version).map(packageStem);
  };
  return { blocked: new Set(blocked.flatMap(stems)), brought: new Set(bytes.map(packageStem)) };
}
function bytesIn(dossiers) {
  return dossiers.flatMap((dossier) => {
    const { kind, name, version } = dossier.change;
    const purl = purlOf(name, version);
    return kind === "removed" ? [] : everySha512(dossier).map((sha512) => ({ name, version, purl, sha512 }));
  });
}
function matchLedger(given) {
  const { blocked, dossiers } = given;
  const found = inForce(given);
  const notCounted = [...found.notCounted];
  const covering = /* @__PURE__ */ new Map();
  const about = /* @__PURE__ */ new Set();
  const refused = /* @__PURE__ */ new Map();
  for (const entry of blocked) {
    if (entry.kind === "undecidable") continue;
    const own = found.approvals.flatMap((record) => {
      const why = whyNot(record, entry, given);
      if (why === "other-artifact") return [];
      const people = why === void 0 ? approvalsIn(record, entry, given) : [];
      const reason = why ?? (people.length === 0 ? "not-listed" : void 0);
      if (reason !== void 0) refused.set(record.path, reason);
      else about.add(record.path);
      return people;
    });
    if (own.length > 0) covering.set(entry.digest, own);
  }
  for (const [record, why] of refused) if (!about.has(record)) notCounted.push({ record, why });
  return { covering, denials: denialsOf(found, dossiers), notCounted, elsewhere: found.elsewhere };
}
function whyNot({ path, record }, entry, { rules, riding }) {
  if (record.decision === "approve-file") {
    if (entry.kind !== "file" || digestOf(record.about) !== entry.digest) return "other-artifact";
    return entry.codes.some(isFloorOfFile) && riding?.has(path) !== true ? "decided-here-alone" : void 0;
  }
  if (record.decision !== "approve" || entry.kind !== "package" || !isSameBytes(record.about, entry)) {
    return "other-artifact";
  }
  const isAbout2 = ({ codes }) => isHeld(record.about, codes, entry);
  if (!record.by.some(isAbout2)) return "other-facts";
  return record.by.some(({ codes }) => coversCodes(codes, entry.codes, rules)) ? void 0 : "other-codes";
}
var isSameBytes = (about, { preimage }) => about.purl === preimage.purl && about.sha512 === preimage.sha512;
var isHeld = (preimage, codes, entry) => digestOf(preimage) === entry.digest || compareAfter({ preimage, codes }, entry.preimage);
function approvalsIn(entry, about, { approvals, signedBy = () => [] }) {
  const { path, record } = entry;
  const signers = new Set(signedBy(entry));
  const mayBeOwn = approvals.ownChanges === "security-key";
  return record.by.filter((person) => isStillListed(person, approvals)).filter(
    ({ codes }) => about.kind === "file" || record.decision === "approve" && isHeld(record.about, codes, about)
  ).map(({ id, login, comment, codes, reason, at }) => ({
    account: { id, login, type: "User" },
    ...{ comment, record: path, digest: about.digest, codes, reason, at },
    ...{ expiresAt: record.expiresAt, isOwn: mayBeOwn && signers.has(id), isSigned: signers.has(id) }
  }));
}
function isStillListed({ id, team }, { users, teams, never }) {
  if (never.some((one) => one.id === id)) return false;
  return users.some((one) => one.id === id) || teams.some((one) => one.id === team);
}
function whyNotLetIn(entry, { covering }, proposing, { approvals, rules }) {
  const all = covering.get(entry.digest) ?? [];
  const isEnough = (some, extra2 = 0) => isApproved(entry, { counted: { approvals: some, denials: [], required: approvals.required + extra2 }, rules });
  if (!isEnough(all)) return "too-few";
  if (proposing === "nobody") return void 0;
  if (proposing === "unknown") {
    return isEnough(all.filter(({ isOwn }) => isOwn)) ? void 0 : "proposers-unknown";
  }
  const others = all.filter(({ account, isOwn }) => isOwn || markOf(account, proposing) === void 0);
  if (!isEnough(others)) return "proposer";
  const extra = others.some(({ isSigned }) => isSigned) ? 0 : proposing.extra;
  return isEnough(others, extra) ? void 0 : "proposers-unknown";
}
function denialsOf({ denials, unreadDenials }, dossiers) {
  const brought = new Map(bytesIn(dossiers).map((one) => [packageStem(one), one]));
  const said = denials.flatMap(({ path, record }) => {
    const found = record.decision === "deny" ? brought.get(packageStem(record.about)) : void 0;
    if (found === void 0) return [];
    const { name, version, sha512 } = found;
    const [first] = record.by;
    return [
      { name, version, sha512, record: path, by: record.by.map(({ login }) => login), reason: first?.reason ?? "" }
    ];
  });
  const unread = unreadDenials.flatMap(({ path }) => {
    const found = brought.get(readName(path)?.stem ?? "");
    return found === void 0 ? [] : [
      {
        ...{ name: found.name, version: found.version, sha512: found.sha512 },
        record: path,
        by: [],
        reason: unreadWords
      }
    ];
  });
  return [...said, ...unread];
}
var unreadWords = "the name of this file denies it, and the record cannot be read";

export {
  applyDecisions,
  isApproved,
  reportedDecision,
  compareAfter,
  inForce,
  stemsOf,
  matchLedger,
  isStillListed,
  whyNotLetIn,
  readLedger,
  readWholeLedger
};
