import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  mayBeExcepted
} from "./chunk-report-view-blocked.js";
import {
  isPlainName,
  isPlainVersion
} from "./chunk-report-view-links.js";
import {
  minuteUp
} from "./chunk-report-view-verdict-words.js";
import {
  subjectKey
} from "./chunk-report-view-tally.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  effectOf
} from "./chunk-model-effect.js";

// src/report/view/proposed-exceptions.ts
var reason = 'reason: "TODO: say why this is acceptable"';
function proposedExceptions(report) {
  const expires = expiryOf(report.evaluatedAt);
  const blocking = report.findings.filter((finding) => effectOf(finding, report.policy.mode) === "blocks");
  if (expires === void 0) return [];
  return [...groupBy(blocking, subjectKey).values()].flatMap((ofSubject) => {
    if (!ofSubject.every((finding) => mayBeExcepted(finding) && finding.outcome === "violation")) return [];
    const open = ofSubject.filter(({ passesAt }) => passesAt === void 0);
    const waits = waitWords(ofSubject);
    return open.length === 0 ? [] : entriesOf(open).map((lines) => entry([...lines, reason, `expires: ${expires}`, ...waits]));
  });
}
function waitWords(findings) {
  const times = findings.map(({ passesAt }) => Date.parse(passesAt ?? "")).filter((time) => !Number.isNaN(time));
  return times.length === 0 ? [] : [`# and it still waits until ${minuteUp(Math.max(...times))}`];
}
function entriesOf(findings) {
  const ofFiles = findings.filter(({ ofFiles: ofFiles2 }) => ofFiles2 === true).flatMap(fileLines);
  const ofPackage = findings.filter(({ ofFiles: ofFiles2 }) => ofFiles2 !== true);
  const [first] = ofPackage;
  if (first === void 0) return ofFiles;
  const { name, version } = first;
  if (name === null || version === null || !isPlainName(name) || !isPlainVersion(version)) return ofFiles;
  const about = ofPackage.filter(({ rule }) => rule === "advisory");
  const ids = [...new Set(about.flatMap((finding) => finding.about ?? []))].sort(compareText);
  const areNamed = about.length > 0 && about.every((finding) => finding.about !== void 0) && ids.every(isRecordId);
  const rules = [...new Set(ofPackage.map(({ rule }) => rule))].filter((rule) => rule !== "advisory" || !areNamed).sort(compareText);
  const named = `package: "${name}@${version}"`;
  return [
    ...rules.length === 0 ? [] : [[named, `rules: [${rules.join(", ")}]`]],
    ...areNamed ? [[named, "rules: [advisory]", `advisories: [${ids.join(", ")}]`]] : [],
    ...ofFiles
  ];
}
var isRecordId = (id) => /^[A-Z]{2,16}(?:-[A-Za-z0-9]{1,32}){1,8}$/u.test(id);
function fileLines({ lockfile, codes, fingerprint }) {
  const isPlain = /^[\w@+-][\w.@+-]*(?:\/[\w.@+-]+)*$|^\.[\w@+-][\w.@+-]*(?:\/[\w.@+-]+)*$/u.test(lockfile);
  if (!isPlain || !codes.every((code) => /^[a-z\d-]+$/u.test(code)) || !/^[\da-f]{64}$/u.test(fingerprint)) return [];
  return [[`path: "${lockfile}"`, `codes: [${codes.join(", ")}]`, `fingerprint: ${fingerprint}`]];
}
var entry = ([first = "", ...rest]) => `  - ${first}
${rest.map((line) => `    ${line}
`).join("")}`;
var day = 864e5;
function expiryOf(now) {
  const least = new Date(/^\d{4}-\d\d-\d\dT/.test(now) ? Date.parse(now) + 90 * day : NaN);
  if (Number.isNaN(least.getTime())) return void 0;
  const quarter = Math.ceil((least.getUTCMonth() + (least.getUTCDate() > 1 ? 1 : 0)) / 3);
  return new Date(Date.UTC(least.getUTCFullYear(), quarter * 3, 1)).toISOString().slice(0, 10);
}

export {
  proposedExceptions
};
