import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  optionsOf
} from "./chunk-policy-rule-settings.js";
import {
  isAbout,
  isBuiltBy,
  isInForce,
  isPublishedBy
} from "./chunk-rules.js";
import {
  admits,
  compileSelector,
  keepsOut,
  spansScopes
} from "./chunk-rules-package-lists.js";
import {
  fingerprintOf
} from "./chunk-judge-fingerprint.js";
import {
  denyRule,
  isCoverable,
  isExactSelector,
  needsExactVersion
} from "./chunk-policy-waivable.js";
import {
  splitSelector
} from "./chunk-model-options.js";
import {
  severityOf
} from "./chunk-model-effect.js";
import {
  lockedVersion
} from "./chunk-model-identity.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  compileGlob,
  compileGlobs
} from "./chunk-text-glob.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/judge/finding.ts
function effectiveLevel(floor, severity, setting, code) {
  if (isFloor(floor, severity)) return { level: "error", floor: true };
  const own = levelOfCode(setting, code);
  if (typeof severity === "object" && "presets" in severity) {
    const { atLeast = code } = severity;
    return { level: stricter(own ?? setting.level, levelOfCode(setting, atLeast) ?? setting.level), floor: false };
  }
  if (own !== void 0) return { level: own, floor: false };
  if (typeof severity === "object") {
    return { level: stricter(setting.level, optionLevel(setting, severity.option)), floor: false };
  }
  if (severity === "note") return { level: setting.level === "off" ? "off" : "note", floor: false };
  const level = severity === "advisory" && setting.level === "error" ? setting.advice : setting.level;
  return { level, floor: false };
}
function levelOfCode({ codes = {}, stays = {}, level }, code) {
  if (Object.hasOwn(codes, code)) return codes[code];
  return level !== "off" && Object.hasOwn(stays, code) ? stays[code] : void 0;
}
var isFloor = (floor, severity) => severity === "mandatory" || severity === "configured" && floor === "whole";
var strictness = ["off", "note", "warn", "error"];
function stricter(a, b) {
  return strictness.indexOf(a) > strictness.indexOf(b) ? a : b;
}
function optionLevel({ options }, option) {
  const value = strictness.find((level) => level === options[option]);
  if (value === void 0) throw new TypeError(`the option ${option} is not a level`);
  return value;
}
function worstOf(reporter, setting) {
  const all = Object.entries(reporter.messages).map(
    ([code, { severity }]) => effectiveLevel(reporter.floor, severity, setting, code)
  );
  const nothing = { level: "off", floor: false };
  return all.find(({ floor }) => floor) ?? all.reduce((a, b) => stricter(a.level, b.level) === a.level ? a : b, nothing);
}
function messageOf(reporter, setting, violation, subject) {
  const { code, args } = violation;
  const rank = Object.keys(reporter.messages).indexOf(code);
  const message = rank === -1 ? void 0 : reporter.messages[code];
  if (message === void 0) throw new TypeError(`the rule ${reporter.id} has no message ${code}`);
  const { level, floor } = violation.standsFor ?? effectiveLevel(reporter.floor, message.severity, setting, code);
  if (level === "off") return void 0;
  return {
    code,
    rank,
    level,
    floor,
    outcome: message.isUnknown === true ? "indeterminate" : "violation",
    message: message.text(args),
    remediation: message.remediation(args),
    line: violation.line ?? subject.line,
    places: violation.places ?? 1,
    stable: violation.stable ?? {},
    ...typeof args.passesAt === "string" ? { passesAt: args.passesAt } : {},
    ...violation.about === void 0 ? {} : { about: violation.about, aliases: violation.aliases ?? {} }
  };
}
function isWorse(one, other) {
  const worst = (messages) => Math.max(-1, ...messages.map(severityOf));
  return worst(one) > worst(other) || worst(one) === worst(other) && one.length > other.length;
}
function worstFirst(a, b) {
  return severityOf(b) - severityOf(a) || a.rank - b.rank || a.line - b.line || compareText(a.message, b.message);
}
var distinct = (texts) => [...new Set(texts)];
function placesOf(messages) {
  const sums = /* @__PURE__ */ new Map();
  for (const { code, places } of messages) sums.set(code, (sums.get(code) ?? 0) + places);
  return Math.max(...sums.values());
}
var ownOf = (aliases, id) => (Object.hasOwn(aliases, id) ? aliases[id] : void 0) ?? [];
function aboutOf(messages) {
  if (messages.some(({ about: about2 = [] }) => about2.length === 0)) return {};
  const about = distinct(messages.flatMap((each) => each.about ?? [])).sort();
  const others = about.flatMap((id) => {
    const aliases = distinct(messages.flatMap(({ aliases: aliases2 = {} }) => ownOf(aliases2, id))).sort();
    return aliases.length === 0 ? [] : [[id, aliases]];
  });
  return { about, ...others.length === 0 ? {} : { aliases: Object.fromEntries(others) } };
}
function passesAtOf(messages) {
  const [worst] = messages;
  const times = messages.filter(({ level }) => level === worst?.level).map(({ passesAt }) => passesAt);
  const known = times.filter((time) => time !== void 0).sort((a, b) => Date.parse(a) - Date.parse(b));
  const last = known.at(-1);
  return last === void 0 || known.length < times.length ? {} : { passesAt: last };
}
function stableOf({ code, stable, files }) {
  return fingerprintOf(files === void 0 ? [code, stable] : [code, stable, files.map(fileOf)]);
}
var fileOf = ({ path, before, after }) => [path, stateOf(before), stateOf(after)];
var stateOf = (state) => state === null ? null : [state.mode, state.id];
function isOfFiles({ files = [] }) {
  const isKnown = (state) => state === null || state.id !== null;
  return files.length > 0 && files.every(({ before, after }) => isKnown(before) && isKnown(after));
}
function mergeMessages(rule, subject, messages) {
  const sorted = [...messages].sort(worstFirst);
  const [worst] = sorted;
  if (worst === void 0) throw new TypeError(`the rule ${rule} has no message to report`);
  const { name, version, source, lockfile } = subject;
  const codes = distinct(sorted.map(({ code }) => code));
  const stable = distinct(sorted.map(stableOf)).sort();
  return {
    rule,
    level: worst.level,
    floor: worst.floor,
    outcome: worst.outcome,
    ...worst.cause === void 0 ? {} : { cause: worst.cause },
    codes,
    name,
    version,
    message: distinct(sorted.map(({ message }) => message)).join(" "),
    remediation: distinct(sorted.map(({ remediation }) => remediation)).join(" "),
    lockfile,
    line: worst.line,
    places: placesOf(sorted),
    ...aboutOf(sorted),
    ...passesAtOf(sorted),
    ...sorted.every(isOfFiles) ? { ofFiles: true } : {},
    fingerprint: fingerprintOf({ rule, name, version, source: source ?? null, lockfile, said: stable }),
    status: "reported",
    decision: null
  };
}

// src/policy/lists.ts
var listKeys = [
  { key: "provenance", rule: "provenance", option: "expect" },
  { key: "publishers", rule: "publisher", option: "listed" },
  { key: "allow", rule: "allow", option: "packages" },
  { key: "deny", rule: "deny", option: "packages" }
];
function addLists(settings, file, from) {
  for (const { key, rule, option } of listKeys) {
    const listed = file[key] ?? [];
    const setting = settings.get(rule);
    if (setting === void 0 || listed.length === 0) continue;
    const options = optionsOf(setting);
    const own = options[option] ?? [];
    settings.set(rule, { ...setting, options: { ...options, [option]: [...listed, ...own] } });
    for (const index of listed.keys()) from(`${key}[${index}]`, [key, index]);
    if (own.length === 0) from(`rules.${rule}.${option}`, [key]);
  }
}

// src/policy/change-rules.ts
var changeRules = /* @__PURE__ */ new Set([
  "alias",
  "bundled",
  "cooldown",
  "install-scripts",
  "name-similarity",
  "new-direct-dependency",
  "new-package",
  "provenance",
  "publisher",
  "source",
  "source-identity",
  "takeover",
  "trust-downgrade"
]);

// src/policy/exceptions.ts
var hygieneRule = "exception-hygiene";
function endOf({ expires }) {
  return `${expires}T00:00:00.000Z`;
}
function isExpired(exception, now) {
  return Date.parse(now) >= Date.parse(endOf(exception));
}
function applyExceptions({
  findings,
  policy,
  now,
  complete,
  locked,
  rules
}) {
  const valid = policy.exceptions.filter((exception) => !isExpired(exception, now));
  const used = /* @__PURE__ */ new Set();
  const covered = findings.map((finding) => {
    const exception = isCoverable(finding) ? valid.find((candidate) => covers(candidate, finding)) : void 0;
    if (exception === void 0) return finding;
    used.add(exception);
    return finding.status === "reported" ? coveredBy(finding, entryOf(exception)) : finding;
  });
  const own = policy.exceptions.filter(({ line }) => line > 0);
  const hygiene = own.flatMap((exception) => {
    const codes = [
      ...isExpired(exception, now) ? ["expired"] : [],
      ...exception.about === "package" && spansScopes(exception.package) ? ["too-wide"] : [],
      ...complete && !isExpired(exception, now) && !used.has(exception) && !isStanding(exception, locked) ? ["unused"] : []
    ];
    return hygieneFinding(exception, codes, policy, rules) ?? [];
  });
  return [...covered, ...hygiene];
}
function entryOf({ id, reason, owner, expires, origin }) {
  return { kind: "exception", id, reason, ...owner === void 0 ? {} : { owner }, expires, origin };
}
function coveredBy(finding, entry) {
  return { ...finding, status: "excepted", decision: entry.id, coveredBy: entry };
}
function isStanding(exception, locked) {
  return exception.about === "package" && exception.rules.some((rule) => changeRules.has(rule)) && locked.some(({ name, version }) => exception.selects(name, version));
}
function covers(exception, finding) {
  return exception.about === "file" ? coversFile(exception, finding) : coversPackage(exception, finding);
}
function coversFile(exception, { lockfile, codes, fingerprint, ofFiles }) {
  return ofFiles === true && exception.path === lockfile && exception.fingerprint === fingerprint && codes.every((code) => exception.codes.includes(code));
}
function coversPackage({ package: selector, rules, advisories, selects }, finding) {
  const { rule, name, version, about, aliases = {} } = finding;
  return name !== null && version !== null && rules.includes(rule) && (advisories === void 0 || about?.every((id) => [id, ...ownOf(aliases, id)].some((each) => advisories.includes(each))) === true) && (!needsExactVersion(finding) || isExactSelector(selector)) && selects(name, version);
}
function hygieneFinding(exception, codes, policy, rules) {
  const rule = rules.find(({ id }) => id === hygieneRule);
  const setting = policy.settings.get(hygieneRule);
  if (rule === void 0 || setting === void 0) return void 0;
  const subject = { name: null, version: null, lockfile: policy.source, line: exception.line };
  const named = exception.about === "file" ? { path: exception.path, codes: exception.codes.join(", "), fingerprint: exception.fingerprint } : { package: exception.package, rules: exception.rules.join(", ") };
  const stable = { ...named, ...exception.named ? { id: exception.id } : {} };
  const args = { ...stable, expires: endOf(exception) };
  const messages = codes.flatMap((code) => messageOf(rule, setting, { code, args, stable }, subject) ?? []);
  return messages.length === 0 ? void 0 : mergeMessages(rule.id, subject, messages);
}

// src/policy/policy-mentions.ts
function listedIn({ settings, origins }, key) {
  return listKeys.filter((one) => one.key === key).flatMap(({ rule, option }) => {
    const setting = settings.get(rule);
    const entries = setting === void 0 ? [] : optionsOf(setting)[option] ?? [];
    const otherwise = origins.get(`rules.${rule}.${option}`) ?? "default";
    return entries.map((entry, index) => {
      const id = `${key}[${index}]`;
      return { entry, id, origin: origins.get(id) ?? otherwise };
    });
  });
}
function matching(matcher) {
  return (selector, { name, version }) => version === void 0 ? compileGlob(splitSelector(selector).name)(name) : matcher(selector)(name, version);
}
var isAdmitted = matching(admits);
var isKeptOut = matching(keepsOut);
function mentionsOf(policy, named, now) {
  const denied = listedIn(policy, "deny").filter(({ entry }) => isKeptOut(entry.package, named)).map(({ entry, id, origin }) => {
    const instead = entry.useInstead === void 0 ? "" : ` Use ${quoted(entry.useInstead)} instead.`;
    const says = `Denied: ${quoted(entry.reason)}.${instead}`;
    return { key: "deny", id, selector: entry.package, origin, says };
  });
  const allowed = listedIn(policy, "allow").filter(({ entry }) => isAdmitted(entry, named)).map(({ entry, id, origin }) => {
    const says = "On the list of allowed packages; every other rule still applies.";
    return { key: "allow", id, selector: entry, origin, says };
  });
  const published = listedIn(policy, "publishers").flatMap(({ entry, id, origin }) => {
    const selector = entry.packages.find((one) => isAdmitted(one, named));
    if (selector === void 0) return [];
    const waives = entry.waives.length === 0 ? "waives nothing" : `waives ${entry.waives.join(", ")}`;
    const state = isInForce(entry, now) ? "" : " It does not apply on this day.";
    const says = `A publisher is listed from ${entry.start} to ${entry.end} and ${waives} for what it publishes.${state}`;
    return [{ key: "publishers", id, selector, origin, says }];
  });
  const excepted = policy.exceptions.filter((one) => one.about === "package").filter((one) => isAdmitted(one.package, named)).map((one) => {
    const state = isExpired(one, now) ? `expired on ${one.expires}` : `until ${one.expires}`;
    const says = `Waives ${one.rules.join(", ")}, ${state}: ${quoted(one.reason)}.`;
    return { key: "exceptions", id: one.id, selector: one.package, origin: one.origin, says };
  });
  return [...denied, ...allowed, ...published, ...excepted];
}

// src/policy/publishers.ts
function publishersOf({ settings }) {
  const setting = settings.get("publisher");
  return setting === void 0 ? [] : optionsOf(setting)["listed"] ?? [];
}
var day = 864e5;
function entryOf2({ entry, id, origin }) {
  const expires = new Date(Date.parse(entry.end) + day).toISOString().slice(0, 10);
  return { kind: "publisher", id, reason: entry.reason, expires, origin };
}
function applyPublishers({
  findings,
  dossiers,
  policy,
  now
}) {
  const inForce = listedIn(policy, "publishers").filter(
    ({ entry }) => entry.waives.length > 0 && isInForce(entry, now)
  );
  if (inForce.length === 0) return findings;
  const about = groupBy(dossiers, ({ change }) => lockedVersion(change));
  return findings.map((finding) => {
    if (finding.status !== "reported" || !isCoverable(finding) || needsExactVersion(finding)) return finding;
    const concerned = about.get(lockedVersion(finding)) ?? [];
    const waiver = inForce.find(
      ({ entry }) => entry.waives.includes(finding.rule) && concerned.length > 0 && concerned.every((dossier) => isAbout(entry, dossier.change) && isPublisherOf(entry, dossier))
    );
    return waiver === void 0 ? finding : coveredBy(finding, entryOf2(waiver));
  });
}
function isPublisherOf(entry, { change, evidence }) {
  if (change.source.kind !== "registry") return false;
  const { provenance, publisher } = evidence;
  const outcome = provenance.state === "present" ? provenance.value : void 0;
  return outcome?.state === "verified" && isBuiltBy(entry, outcome.identity) || publisher.state === "present" && isPublishedBy(entry, publisher.value);
}

// src/policy/profiles.ts
function maySet({ id, subject }) {
  return (subject === "package" || subject === "lockfile") && id !== denyRule;
}
var builtInProfiles = {
  sandbox: {
    description: "Short-lived experiments without secrets or production data.",
    rules: { cooldown: "warn", "new-package": "warn", provenance: "off", license: "off", abandonment: "off" }
  }
};
function compileConditions({ paths, workspaces, dependencyTypes, packages }) {
  const isPath = paths && compileGlobs(paths);
  const isWorkspace = workspaces && compileGlobs(workspaces);
  const selects = packages?.map(compileSelector);
  return ({ lockfile, importer, dependencyType, name, version }) => (isPath === void 0 || pathsOf(lockfile, importer).some(isPath)) && (isWorkspace === void 0 || importer !== void 0 && isWorkspace(importer)) && (dependencyTypes === void 0 || dependencyType !== void 0 && dependencyTypes.includes(dependencyType)) && (selects === void 0 || name !== void 0 && version !== void 0 && selects.some((matches) => matches(name, version)));
}
function pathsOf(lockfile, importer) {
  if (importer === void 0) return [lockfile];
  const folder = lockfile.slice(0, lockfile.lastIndexOf("/") + 1);
  const manifest = importer === "" ? "package.json" : `${importer}/package.json`;
  return manifest.startsWith(folder) ? [manifest, ...importer === "" ? [] : [importer], lockfile] : [manifest];
}
function occurrencesOf(change) {
  const { lockfile, name, version, importers, dependencyTypes } = change;
  const ways = importers.length === 0 ? [{}] : importers.map((importer) => ({ importer }));
  const types = dependencyTypes.length === 0 ? [{}] : dependencyTypes.map((dependencyType) => ({ dependencyType }));
  return ways.flatMap((way) => types.map((type) => ({ lockfile, name, version, ...way, ...type })));
}
function applicationOf(apply, occurrence) {
  return apply.find(({ fits }) => fits(occurrence));
}
function settingsOf({ settings, profiles, apply }, occurrences) {
  const applied = occurrences.map((occurrence) => {
    const application = applicationOf(apply, occurrence);
    if (application === void 0) return settings;
    const profile = profiles.get(application.profile);
    if (profile === void 0) throw new TypeError(`there is no profile ${application.profile}`);
    return profile.settings;
  });
  return [...new Set(applied)];
}

export {
  effectiveLevel,
  levelOfCode,
  isFloor,
  worstOf,
  messageOf,
  isWorse,
  mergeMessages,
  maySet,
  builtInProfiles,
  compileConditions,
  occurrencesOf,
  applicationOf,
  settingsOf,
  listKeys,
  addLists,
  hygieneRule,
  endOf,
  isExpired,
  applyExceptions,
  covers,
  listedIn,
  mentionsOf,
  publishersOf,
  applyPublishers,
  isPublisherOf
};
