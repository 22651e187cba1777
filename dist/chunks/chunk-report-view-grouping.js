import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
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

// src/report/view/statements.ts
function sameStatement({ rule, outcome, cause, message, remediation, decision }) {
  return outcome === "violation" || cause === void 0 ? JSON.stringify([outcome, rule, message, remediation, decision]) : JSON.stringify([outcome, cause.asked, cause.reason, cause.detail, remediation, decision]);
}
function toStatement(findings) {
  const [worst] = [...findings].sort((a, b) => severityOf(b) - severityOf(a));
  const places = [...groupBy(findings, ({ lockfile, line }) => JSON.stringify([lockfile, line])).values()];
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
function toStatements(findings) {
  return [...groupBy(findings, sameStatement).values()].map(toStatement).sort((a, b) => severityOf(b) - severityOf(a));
}

// src/report/view/grouping.ts
var worstOf = ({ statements }) => Math.max(...statements.map(severityOf));
var shared = 4;
function causeOf({ name, statements }) {
  if (name === null || statements.some(({ outcome }) => outcome !== "indeterminate")) return void 0;
  return JSON.stringify(
    statements.map(({ floor, level, findings }) => [floor, level, ...findings.slice(0, 1).map(sameStatement)])
  );
}
function foldSharedCauses(subjects) {
  const unjudged = subjects.filter((subject) => causeOf(subject) !== void 0);
  const byCause = groupBy(unjudged, causeOf);
  const alike = [...byCause.values()].filter(({ length }) => length >= shared);
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
    change: name === null ? void 0 : changes.get(lockedVersion({ lockfile, name, version })),
    statements: toStatements(findings),
    alike: [],
    findings: findings.length
  };
}
function groupFindings(report, findings) {
  const changes = firstChanges(report.changes, lockedVersion);
  const directChanges = report.changes.filter(({ direct }) => direct);
  const changed = firstChanges(directChanges, ({ lockfile, name }) => JSON.stringify([lockfile, name]));
  const bySubject = groupBy(
    findings,
    ({ name, version, lockfile }) => JSON.stringify(name === null ? [lockfile] : [name, version])
  );
  const subjects = [...bySubject.values()].map((ofSubject) => toSubject(ofSubject, changes));
  const rooted = foldSharedCauses(subjects).map((subject) => ({ subject, root: rootOf(subject, changed) }));
  const byRoot = groupBy(
    rooted,
    ({ root: { name, change } }) => JSON.stringify([name ?? null, change?.version ?? null])
  );
  return [...byRoot.values()].map(
    (ofRoot) => toGroup(
      ofRoot.map(({ subject }) => subject),
      ofRoot[0].root
    )
  ).sort(
    (a, b) => Math.max(...b.subjects.map(worstOf)) - Math.max(...a.subjects.map(worstOf)) || compareText(a.root ?? "", b.root ?? "")
  );
}

// src/report/view/next-step.ts
function sharedStep({ subjects }) {
  const counts = /* @__PURE__ */ new Map();
  for (const { statements } of subjects) {
    for (const remediation2 of new Set(statements.flatMap(open))) {
      counts.set(remediation2, (counts.get(remediation2) ?? 0) + 1);
    }
  }
  const [[remediation, count] = ["", 0]] = [...counts].sort(([, a], [, b]) => b - a);
  return count < 3 ? void 0 : { remediation, ofAll: counts.size === 1 };
}
function byNextStep(statements) {
  const steps = /* @__PURE__ */ new Map();
  for (const [index, statement] of statements.entries()) {
    const [key = `covered ${index}`] = open(statement).map((remediation) => `next ${remediation}`);
    steps.set(key, [...steps.get(key) ?? [], statement]);
  }
  return [...steps.values()];
}
var open = ({ decision, remediation }) => decision === null ? [remediation] : [];

export {
  worstOf,
  groupFindings,
  sharedStep,
  byNextStep
};
