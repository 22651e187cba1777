import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/report/view/grouping.ts
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
  if (name === null || statements.some(({ outcome }) => outcome !== "indeterminate")) return void 0;
  return JSON.stringify(
    statements.map(({ floor, level, findings }) => [floor, level, ...findings.slice(0, 1).map(sameStatement)])
  );
}
function toStatements(findings) {
  return groupBy(findings, sameStatement).map(toStatement).sort((a, b) => weight(b) - weight(a));
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
      statements: toStatements(findings),
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
function rootOf({ name, lockfile, change, alike }, changed) {
  if (alike.length > 0) return { name: void 0, change: void 0 };
  if (change?.direct === true) return { name: change.name, change };
  const root = change?.via[0]?.[0] ?? name ?? void 0;
  return { name: root, change: root === void 0 ? void 0 : changed.get(JSON.stringify([lockfile, root])) };
}
var isHead = ({ change, alike }) => alike.length === 0 && change?.direct === true;
function toGroup(ofRoot, { name: root, change }) {
  const subjects = [...ofRoot].sort(
    (a, b) => Number(isHead(b)) - Number(isHead(a)) || worstOf(b) - worstOf(a) || compareText(a.name ?? a.lockfile, b.name ?? b.lockfile) || compareText(a.version ?? "", b.version ?? "")
  );
  const headed = subjects.length > 1 && subjects.slice(0, 1).some(isHead);
  return { root, change, headed, subjects, findings: subjects.reduce((sum, { findings }) => sum + findings, 0) };
}
function toSubject(findings, changes) {
  const [{ name, version, lockfile }] = findings;
  return {
    name,
    version,
    lockfile,
    change: name === null ? void 0 : changes.get(byPackage(lockfile, name, version ?? "")),
    statements: toStatements(findings),
    alike: [],
    findings: findings.length
  };
}
function groupFindings(report, findings) {
  const changes = firstChanges(report.changes, ({ lockfile, name, version }) => byPackage(lockfile, name, version));
  const directChanges = report.changes.filter(({ direct }) => direct);
  const changed = firstChanges(directChanges, ({ lockfile, name }) => JSON.stringify([lockfile, name]));
  const subjects = groupBy(
    findings,
    ({ name, version, lockfile }) => JSON.stringify(name === null ? [lockfile] : [name, version])
  ).map((ofSubject) => toSubject(ofSubject, changes));
  const rooted = foldSharedCauses(subjects).map((subject) => ({ subject, root: rootOf(subject, changed) }));
  return groupBy(rooted, ({ root: { name, change } }) => JSON.stringify([name ?? null, change?.version ?? null])).map(
    (ofRoot) => toGroup(
      ofRoot.map(({ subject }) => subject),
      ofRoot[0].root
    )
  ).sort(
    (a, b) => Math.max(...b.subjects.map(worstOf)) - Math.max(...a.subjects.map(worstOf)) || compareText(a.root ?? "", b.root ?? "")
  );
}

export {
  standing,
  worstOf,
  groupFindings
};
