import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  denyRule,
  isCoverable
} from "./chunk-policy-waivable.js";
import {
  compileSelector,
  isAbout,
  isBuiltBy,
  isInForce,
  isPublishedBy
} from "./chunk-rules.js";
import {
  fingerprintOf
} from "./chunk-judge-fingerprint.js";
import {
  lockedVersion
} from "./chunk-model-identity.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  severityOf
} from "./chunk-model-effect.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  compileGlobs
} from "./chunk-text-glob.js";

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
function levelOfCode({ codes }, code) {
  return codes !== void 0 && Object.hasOwn(codes, code) ? codes[code] : void 0;
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
    outcome: "violation",
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

// src/policy/rule-settings.ts
function optionsOf({ options }) {
  return options;
}
function laidOver(setting, entry, written) {
  if (entry === void 0) return setting;
  if (typeof entry === "string") return atLevel(setting, entry);
  const options = { ...optionsOf(setting) };
  const levelled = entry.level === void 0 ? setting : atLevel(setting, entry.level);
  const codes = { ...levelled.codes };
  for (const one of written) {
    if (one === "level") continue;
    if (Object.hasOwn(options, one)) options[one] = entry[one];
    else codes[one] = entry[one];
  }
  return { ...levelled, ...Object.keys(codes).length > 0 && { codes }, options };
}
function atLevel({ advice, options }, level) {
  return { level, advice, options };
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

// src/policy/publishers.ts
function publishersOf({ settings }) {
  const setting = settings.get("publisher");
  return setting === void 0 ? [] : optionsOf(setting)["listed"] ?? [];
}
var publisherId = (index) => `publishers[${index}]`;
function applyPublishers({
  findings,
  dossiers,
  policy,
  now
}) {
  const inForce = publishersOf(policy).map((entry, index) => ({ entry, id: publisherId(index) })).filter(({ entry }) => entry.waives.length > 0 && isInForce(entry, now));
  if (inForce.length === 0) return findings;
  const about = groupBy(dossiers, ({ change }) => lockedVersion(change));
  return findings.map((finding) => {
    if (finding.status !== "reported" || !isCoverable(finding)) return finding;
    const concerned = about.get(lockedVersion(finding)) ?? [];
    const waiver = inForce.find(
      ({ entry }) => entry.waives.includes(finding.rule) && concerned.length > 0 && concerned.every((dossier) => isAbout(entry, dossier.change) && isPublisherOf(entry, dossier))
    );
    return waiver === void 0 ? finding : { ...finding, status: "excepted", decision: waiver.id };
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
  ownOf,
  mergeMessages,
  maySet,
  builtInProfiles,
  compileConditions,
  occurrencesOf,
  applicationOf,
  settingsOf,
  optionsOf,
  laidOver,
  listKeys,
  addLists,
  publishersOf,
  applyPublishers,
  isPublisherOf
};
