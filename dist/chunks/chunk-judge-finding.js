import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  fingerprintOf
} from "./chunk-judge-fingerprint.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  severityOf
} from "./chunk-model-effect.js";

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

export {
  effectiveLevel,
  levelOfCode,
  isFloor,
  worstOf,
  messageOf,
  isWorse,
  ownOf,
  mergeMessages
};
