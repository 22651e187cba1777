import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  limits,
  visible
} from "./chunk-VVPQZMOF.js";

// src/report/grouping.ts
function standing(finding, mode) {
  if (finding.status !== "reported") return "covered";
  return finding.level === "error" && (mode === "enforce" || finding.floor) ? "blocks" : "warns";
}
var byPackage = (lockfile, name, version) => JSON.stringify([lockfile, name, version]);
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
function weight(finding) {
  return (finding.floor ? 4 : 0) + (finding.level === "error" ? 2 : 0) + (finding.outcome === "violation" ? 1 : 0);
}
function sameStatement({ rule, outcome, message, remediation, decision }) {
  return outcome === "indeterminate" ? JSON.stringify([outcome, message.slice(message.lastIndexOf(": ") + 1), remediation, decision]) : JSON.stringify([outcome, rule, message, remediation, decision]);
}
function toStatement(findings) {
  const [worst] = [...findings].sort((a, b) => weight(b) - weight(a));
  const places = groupBy(findings, ({ lockfile, line }) => JSON.stringify([lockfile, line]));
  return {
    rules: [...new Set(findings.map(({ rule }) => rule))],
    level: worst.level,
    floor: worst.floor,
    outcome: worst.outcome,
    message: worst.message,
    remediation: worst.remediation,
    decision: worst.decision,
    places: places.flatMap(([first]) => first === void 0 ? [] : [{ path: first.lockfile, line: first.line }]),
    entries: places.reduce((sum, here) => sum + Math.max(...here.map(({ places: places2 }) => places2)), 0),
    findings
  };
}
var worstOf = ({ statements }) => Math.max(...statements.map(weight));
var shared = 4;
function causeOf({ name, statements }) {
  const [only] = statements;
  if (name === null || only?.outcome !== "indeterminate" || statements.length > 1) return void 0;
  return JSON.stringify([only.floor, only.level, ...only.findings.slice(0, 1).map(sameStatement)]);
}
function foldSharedCauses(subjects) {
  const unjudged = subjects.filter((subject) => causeOf(subject) !== void 0);
  const alike = groupBy(unjudged, (subject) => causeOf(subject) ?? "").filter(({ length }) => length >= shared);
  const folded = new Set(alike.flat());
  const merged = alike.map((ofCause) => {
    const [first, ...rest] = ofCause;
    const findings = ofCause.flatMap(({ statements }) => statements.flatMap((statement) => statement.findings));
    return {
      ...first,
      statements: [toStatement(findings)],
      alike: rest.map(({ name, version }) => ({ name: name ?? "", version })),
      findings: findings.length
    };
  });
  return [...merged, ...subjects.filter((subject) => !folded.has(subject))];
}
function firstChanges(changes, keyOf) {
  const first = /* @__PURE__ */ new Map();
  for (const change of changes) {
    const key = keyOf(change);
    if (!first.has(key) || first.get(key)?.kind === "removed") first.set(key, change);
  }
  return first;
}
function rootOf({ name, change, alike }) {
  return alike.length > 0 ? void 0 : change?.via[0]?.[0] ?? name ?? void 0;
}
function toSubject(findings, changes) {
  const [{ name, version, lockfile }] = findings;
  const statements = groupBy(findings, sameStatement).map(toStatement);
  return {
    name,
    version,
    lockfile,
    change: name === null ? void 0 : changes.get(byPackage(lockfile, name, version ?? "")),
    statements: statements.sort((a, b) => weight(b) - weight(a)),
    alike: [],
    findings: findings.length
  };
}
function groupFindings(report, findings) {
  const changes = firstChanges(report.changes, ({ lockfile, name, version }) => byPackage(lockfile, name, version));
  const directChanges = report.changes.filter(({ direct }) => direct);
  const roots = firstChanges(directChanges, ({ name }) => name);
  const subjects = groupBy(
    findings,
    ({ name, version, lockfile }) => JSON.stringify(name === null ? [lockfile] : [name, version])
  ).map((ofSubject) => toSubject(ofSubject, changes));
  const groups = groupBy(foldSharedCauses(subjects), (subject) => JSON.stringify(rootOf(subject) ?? null));
  return groups.map((ofRoot) => {
    const root = rootOf(ofRoot[0]);
    return {
      root,
      change: root === void 0 ? void 0 : roots.get(root),
      subjects: ofRoot.sort(
        (a, b) => worstOf(b) - worstOf(a) || compareText(a.name ?? a.lockfile, b.name ?? b.lockfile) || compareText(a.version ?? "", b.version ?? "")
      ),
      findings: ofRoot.reduce((sum, subject) => sum + subject.findings, 0)
    };
  }).sort(
    (a, b) => Math.max(...b.subjects.map(worstOf)) - Math.max(...a.subjects.map(worstOf)) || compareText(a.root ?? "", b.root ?? "")
  );
}

// src/report/escape.ts
function logText(text) {
  return text.replace(/^([^\S\n]*):(?=:)/gmu, "$1\\u{3A}").replace(/##(?=[\w.]*\[)/gu, "#\\u{23}");
}
function codeSpan(text, max = limits.path) {
  const shown = visible(String(text), max).replace(/^ | $/gu, "\\u{20}").replace(/ (?= )/gu, "\\u{20}");
  if (shown === "") return '`""`';
  const runs = shown.match(/`+/gu) ?? [];
  const fence = "`".repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
  const pad = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}
function tableCell(markdown) {
  return markdown.replace(/\\+(?=\|)/gu, (run) => "\\u{5C}".repeat(run.length)).replaceAll("|", "\\|");
}
var plainWord = /^[("'“]*(?:[a-z\d]+(?:[-.,:/'’+%][a-z\d]+)*%?|[-–—=+/&→]|\.{3}|…)[)"'”.,;:!?…]*$/iu;
var looksLinked = /www\.|\b(?:gh|ghsa|cve)-|\b[\da-f]{7,64}\b|:[\w+-]+:|\/\//iu;
var startsBlock = /^(?:[-+=]|\d+[.)])/u;
var opensBeforeCode = /^[("'“]+$/u;
var followsCode = /^(?:'s)?[)"'”.,;:!?…]*$|^[-/]$/u;
function isPlain(word, before) {
  if (before?.code === true) return followsCode.test(word);
  if (before === void 0 && startsBlock.test(word)) return false;
  return opensBeforeCode.test(word) || plainWord.test(word) && !looksLinked.test(word);
}
function prose(message, max = limits.message) {
  const parts = [];
  for (const [token, span] of visible(message, max).trim().matchAll(/`([^`]+)`|[^\s`]+|\s+|`/gu)) {
    const before = parts.at(-1);
    const code = span !== void 0 || token.trim() !== "" && !isPlain(token, before);
    const text = token.trim() === "" ? " " : span ?? token;
    if (code && before?.code === true) parts[parts.length - 1] = { code, text: before.text + text };
    else parts.push({ code, text });
  }
  return parts.map(({ code, text }) => code ? codeSpan(text, Infinity) : text).join("");
}

export {
  standing,
  groupFindings,
  logText,
  codeSpan,
  tableCell,
  prose
};
