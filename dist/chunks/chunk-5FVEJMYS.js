import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  limits,
  visible
} from "./chunk-VVPQZMOF.js";

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

// src/report/words.ts
function number(count) {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
function plural(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}
function list(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
var verdictMeaning = {
  pass: "passed",
  warn: "passed with warnings",
  fail: "blocked",
  error: "could not evaluate"
};
function tally({ findings, policy }) {
  const counts = { blocks: 0, warns: 0, covered: 0 };
  for (const finding of findings) counts[standing(finding, policy.mode)] += 1;
  return counts;
}
function tallyWords(report) {
  const { blocks, warns, covered } = tally(report);
  const found = [
    blocks > 0 ? plural(blocks, "blocking finding") : "",
    warns > 0 ? plural(warns, "warning") : "",
    covered > 0 ? plural(covered, "covered finding") : ""
  ].filter((word) => word !== "");
  const failed = report.errors.length > 0 ? `could not evaluate ${plural(report.errors.length, "input")}` : "";
  return [failed, list(found)].filter((word) => word !== "").join("; ") || "nothing to report";
}
function rulesWords({ findings, policy }, show) {
  const counts = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    if (standing(finding, policy.mode) === "blocks") counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  }
  const rules = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const total = rules.reduce((sum, [, count]) => sum + count, 0);
  return total < 2 ? "" : rules.map(([rule, count]) => `${show(rule, limits.name)} ${number(count)}`).join(", ");
}
function scopeWords({ mode, counts, changes, lockfiles }) {
  if (lockfiles.length === 0) return "no lockfile was read";
  const where = `in ${plural(lockfiles.length, "lockfile")}`;
  if (mode === "audit") return `${plural(changes.length, "locked package")} ${where}`;
  if (changes.length === 0) return `no dependency changed ${where}`;
  const kinds = ["added", "updated", "removed"].filter((kind) => counts[kind] > 0);
  if (kinds.length === 1) return `${plural(changes.length, "package")} ${kinds.join("")} ${where}`;
  return `${plural(changes.length, "change")} (${kinds.map((kind) => `${number(counts[kind])} ${kind}`).join(", ")}) ${where}`;
}
function changeWords(change, mode, show) {
  if (change.kind === "removed") return "removed";
  if (mode === "audit") return "";
  if (change.kind === "added") return "new";
  const { previousVersion, version, changed } = change;
  if (previousVersion !== null && previousVersion !== version) {
    return `updated from ${show(previousVersion, limits.version)}`;
  }
  const aspects = changed.filter((aspect) => aspect !== "version");
  return aspects.length === 0 ? "updated" : `same version, ${list(aspects.map(aspectWords))} changed`;
}
var aspectWords = (aspect) => aspect === "dependency-types" ? "dependency types" : aspect;
function roleWords({ direct, dependencyTypes, via }) {
  const types = dependencyTypes.join(", ");
  if (direct) return types === "" ? "direct dependency" : `direct dependency (${types})`;
  return via.length === 0 ? "nothing asks for it" : types;
}
function pathWords(path, show, arrow) {
  const names = path.map((name) => show(name, limits.name));
  const shown = names.length <= 8 ? names : [...names.slice(0, 4), `\u2026 ${number(names.length - 7)} more \u2026`, ...names.slice(-3)];
  return shown.join(` ${arrow} `);
}
var existenceWords = /* @__PURE__ */ new Map([
  ["listed", "listed in"],
  ["absent", "not in"],
  ["version-missing", "version missing in"],
  ["no-versions", "without versions in"],
  ["security-placeholder", "security placeholder in"],
  ["refused", "refused by"],
  ["unavailable", "no answer from"]
]);
var silent = ["not-evaluated", "not-applicable"];
function evidenceWords({ registry, evidence }, show) {
  const existence = existenceWords.get(evidence.existence);
  const verified = {
    "registry signature": evidence.registrySignature,
    provenance: evidence.provenance,
    trust: evidence.trust
  };
  return [
    ...registry === null || existence === void 0 ? [] : [`${existence} ${show(registry)}`],
    ...evidence.publishedAt === null ? [] : [`published ${show(minute(evidence.publishedAt))}`],
    ...Object.entries(verified).flatMap(([what, word]) => silent.includes(word) ? [] : [`${what} ${show(word)}`])
  ];
}
function minute(instant) {
  return instant.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/u, "$1 $2 UTC");
}
function placeWords({ path, line }) {
  const shown = visible(path, limits.path);
  return line === void 0 || line < 1 ? shown : `${shown}:${line}`;
}
function placesWords(places, most, show) {
  const named = places.slice(0, most).map((place) => show(placeWords(place)));
  const others = places.length - named.length;
  return others === 0 ? named.join(", ") : `${named.join(", ")} and ${plural(others, "more place")}`;
}
function subjectPlaces({ statements, change, alike }) {
  const locked = statements.flatMap((statement) => statement.places);
  const places = alike.length > 0 ? locked.map(({ path }) => ({ path, line: 0 })) : [...locked, ...change?.direct ? change.manifests : []];
  return [...new Map(places.map((place) => [placeWords(place), place])).values()];
}
function errorLine({ code, message, path, line }) {
  const where = path === void 0 ? "" : `${placeWords(line === void 0 ? { path } : { path, line })}: `;
  return logText(`${where}${visible(message)} (${visible(code, limits.name)})`);
}
function policyWords({ policy }, show) {
  const mode = policy.mode === "observe" ? ", mode observe: only the floor blocks" : "";
  return `policy ${show(policy.source)} (${show(policy.digest.slice(0, "sha256:".length + 12))}${mode})`;
}

export {
  logText,
  codeSpan,
  tableCell,
  prose,
  standing,
  groupFindings,
  number,
  plural,
  list,
  verdictMeaning,
  tally,
  tallyWords,
  rulesWords,
  scopeWords,
  changeWords,
  roleWords,
  pathWords,
  evidenceWords,
  minute,
  placeWords,
  placesWords,
  subjectPlaces,
  errorLine,
  policyWords
};
