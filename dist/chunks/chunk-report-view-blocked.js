import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  minuteUp
} from "./chunk-report-view-verdict-words.js";
import {
  denyRule,
  isCoverable
} from "./chunk-policy-waivable.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  lockedVersion
} from "./chunk-model-identity.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  rankOfRule,
  wordsOfRule
} from "./chunk-report-view-rule-words.js";
import {
  effectOf,
  severityOf
} from "./chunk-model-effect.js";
import {
  limits
} from "./chunk-text-visible.js";

// src/report/view/families.ts
var systems = "aix|android|cygwin|darwin|freebsd|linux|linuxmusl|macos|netbsd|openbsd|openharmony|sunos|wasm32|wasm|win|win32|windows";
var architectures = "aarch64|amd64|arm|arm64|armv6|armv7|armv7l|ia32|i686|loong64|mips|mips64el|mipsel|ppc|ppc64|ppc64le|riscv64|s390|s390x|universal|x32|x64|x86|x86_64|64|32";
var variants = "gnu|gnueabi|gnueabihf|msvc|musl|musleabihf|eabi|eabihf|glibc|wasi|gnullvm|unknown";
var platform = new RegExp(
  `^(.*[-/])(?:${systems})(?:-(?:${architectures}|${systems}))?(?:-(?:${architectures}|${variants})){0,2}$`,
  "u"
);
function familyOf(name) {
  const [, start] = name.length > limits.name ? [] : platform.exec(name) ?? [];
  return start === void 0 || start.length < 2 ? void 0 : `${start}*`;
}

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

// src/report/view/folding.ts
var shared = 4;
function causeOf({ name, statements }) {
  if (name === null || statements.some(({ outcome }) => outcome !== "indeterminate")) return void 0;
  return JSON.stringify(
    statements.map(({ floor, level, findings }) => [floor, level, ...findings.slice(0, 1).map(sameStatement)])
  );
}
function saidOf({ name, version, statements }) {
  if (name === null) return void 0;
  const own = /* @__PURE__ */ new Map([
    [name, "name"],
    [version ?? "", "version"],
    [`${name}@${version ?? ""}`, "both"]
  ]);
  const bare = (text) => text.replace(/`([^`]*)`/gu, (span, inner) => `\`\`${own.get(inner) ?? span}`);
  const said = ({ findings }) => findings.map((finding) => equalTo(finding, bare));
  return JSON.stringify(statements.map(said));
}
function equalTo(finding, bare) {
  const { rule, codes, level, floor, outcome, cause, message, remediation, about, passesAt, status, decision } = finding;
  const next = passesAt === void 0 ? bare(remediation) : bare(remediation).replace(untilTime, "until");
  const said = floor ? [sameStatement(finding), bare(message)] : [];
  return [
    ...[rule, codes, level, floor, outcome, cause ?? null, next, about ?? null],
    ...[passesAt === void 0, status, decision, said]
  ];
}
var untilTime = /\buntil \d{4}-\d\d-\d\d \d\d:\d\d UTC/gu;
function familyKey(subject) {
  const { name, version, change } = subject;
  const family = name === null || change?.direct === true ? void 0 : familyOf(name);
  return family && JSON.stringify([family, version, change?.via[0]?.slice(0, -1) ?? null, saidOf(subject)]);
}
function fold(subjects, isEqual) {
  const families = foldBy(subjects, familyKey, 2).map(
    (subject) => subject.alike.length === 0 ? subject : { ...subject, family: familyOf(subject.name ?? "") }
  );
  const causes = foldBy(families, causeOf, shared);
  return isEqual ? foldBy(causes, saidOf, shared) : causes;
}
function foldBy(subjects, keyOf, least) {
  const keyed = new Map(subjects.map((subject) => [subject, keyOf(subject)]));
  const groups = [...groupBy(subjects, (subject) => keyed.get(subject))].filter(([key]) => key !== void 0);
  const alike = groups.map(([, group]) => group).filter((group) => sizeOf(group) >= least && group.length > 1);
  const folded = new Set(alike.flat());
  return [...alike.map(merge), ...subjects.filter((subject) => !folded.has(subject))];
}
var sizeOf = (group) => group.reduce((sum, { alike }) => sum + alike.length + 1, 0);
function merge(group) {
  const [first, ...rest] = [...group].sort((a, b) => lastOf(b) - lastOf(a));
  const findings = [first, ...rest].flatMap(({ statements }) => statements.flatMap((statement) => statement.findings));
  return {
    ...first,
    statements: together(first, findings),
    alike: group.filter((subject) => subject !== first).flatMap(({ name, version, alike }) => [{ name: name ?? "", version }, ...alike]).concat(first.alike),
    findings: findings.length
  };
}
var lastOf = ({ statements }) => Math.max(0, ...statements.flatMap(({ findings }) => findings.map(({ passesAt }) => Date.parse(passesAt ?? "") || 0)));
function together(first, findings) {
  const causes = toStatements(findings);
  if (first.statements.every(({ outcome }) => outcome === "indeterminate")) return causes;
  const ofRule = groupBy(findings, ({ rule, codes }) => JSON.stringify([rule, codes]));
  return first.statements.map((statement) => {
    const keys = new Set(statement.findings.map(({ rule, codes }) => JSON.stringify([rule, codes])));
    const own = [...keys].flatMap((key) => ofRule.get(key) ?? []);
    return { ...statement, findings: own, places: causes.flatMap(({ places }) => places) };
  });
}

// src/report/view/subject.ts
var worstOf = ({ statements }) => Math.max(...statements.map(severityOf));

// src/report/view/grouping.ts
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
  const lockfiles = name === null ? [] : [...new Set(findings.map((finding) => finding.lockfile))];
  return {
    name,
    version,
    lockfile,
    change: name === null ? void 0 : changes.get(lockedVersion({ lockfile, name, version })),
    statements: toStatements(findings),
    declared: lockfiles.flatMap(
      (each) => declarationsOf(changes.get(lockedVersion({ lockfile: each, name, version })))
    ),
    alike: [],
    findings: findings.length
  };
}
function declarationsOf(change) {
  if (change === void 0) return [];
  const { name, direct, manifests, roots = [] } = change;
  return direct ? manifests.map((place) => ({ ...place, name, isRoot: false })) : roots.map((root) => ({ ...root, isRoot: true }));
}
function groupFindings(report, findings, { equal = false } = {}) {
  const changes = firstChanges(report.changes, lockedVersion);
  const directChanges = report.changes.filter(({ direct }) => direct);
  const changed = firstChanges(directChanges, ({ lockfile, name }) => JSON.stringify([lockfile, name]));
  const bySubject = groupBy(
    findings,
    ({ name, version, lockfile }) => JSON.stringify(name === null ? [lockfile] : [name, version])
  );
  const subjects = [...bySubject.values()].map((ofSubject) => toSubject(ofSubject, changes));
  const rooted = fold(subjects, equal).map((subject) => ({ subject, root: rootOf(subject, changed) }));
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

// src/report/view/blocked.ts
function blockedRows(report) {
  const blocking = report.findings.filter((finding) => effectOf(finding, report.policy.mode) === "blocks");
  return groupFindings(report, blocking).flatMap(({ subjects }) => subjects).map(rowOf).sort(
    (a, b) => Number(b.worst.floor) - Number(a.worst.floor) || Number(a.until !== void 0) - Number(b.until !== void 0) || worstOf(b.subject) - worstOf(a.subject) || rankOfRule(a.worst.rules[0] ?? "") - rankOfRule(b.worst.rules[0] ?? "")
  );
}
function rowOf(subject) {
  const findings = subject.statements.flatMap((statement) => statement.findings);
  const ranked = [...subject.statements].sort(
    (a, b) => Number(waits(a)) - Number(waits(b)) || rankOfRule(a.rules[0] ?? "") - rankOfRule(b.rules[0] ?? "")
  );
  const [worst] = ranked.sort((a, b) => Number(b.floor) - Number(a.floor) || known(b) - known(a));
  const rules = new Set(findings.map(({ rule }) => rule));
  for (const rule of worst.rules) rules.delete(rule);
  const times = findings.map(({ passesAt }) => Date.parse(passesAt ?? ""));
  const last = times.reduce((a, b) => Math.max(a, b), -Infinity);
  return {
    ...{ subject, worst, others: rules.size },
    until: Number.isFinite(last) && times.every(Number.isFinite) ? minuteUp(last) : void 0,
    decides: deciderOf(findings)
  };
}
var waits = ({ findings }) => findings.every(({ passesAt }) => passesAt !== void 0);
var known = ({ outcome }) => outcome === "violation" ? 1 : 0;
var deniedByDecision = "denied-by-decision";
function deciderOf(findings) {
  if (findings.some(({ floor, outcome }) => floor && outcome === "violation")) return "nobody";
  const denials = findings.filter(({ rule }) => rule === denyRule);
  if (denials.some(({ codes }) => codes.some((code) => code !== deniedByDecision))) return "deny-list";
  if (denials.length > 0) return "denial";
  if (findings.some(({ outcome }) => outcome === "indeterminate")) return "rerun";
  const others = findings.filter(({ passesAt }) => passesAt === void 0);
  if (others.length === 0) return "time";
  return others.every(mayBeExcepted) ? "exception" : "fix";
}
function mayBeExcepted(finding) {
  const { name, version, rule, ofFiles } = finding;
  if (!isCoverable(finding)) return false;
  return ofFiles === true || name !== null && version !== null && wordsOfRule(rule)?.isWaivable === true;
}

export {
  familyOf,
  worstOf,
  groupFindings,
  blockedRows,
  mayBeExcepted
};
