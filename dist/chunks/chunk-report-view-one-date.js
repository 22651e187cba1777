import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isOutage,
  subjectKey
} from "./chunk-report-view-tally.js";
import {
  minute
} from "./chunk-report-view-text-words.js";
import {
  effectOf
} from "./chunk-model-effect.js";

// src/report/view/verdict-words.ts
var verdictMeaning = {
  pass: "passed",
  warn: "passed with warnings",
  fail: "blocked",
  error: "could not evaluate"
};
function waitsUntil({ mode, verdict, findings, policy }) {
  if (mode !== "check" || verdict !== "fail") return void 0;
  const blocking = findings.filter((finding) => effectOf(finding, policy.mode) === "blocks");
  const times = blocking.map(({ passesAt }) => Date.parse(passesAt ?? ""));
  if (times.length === 0 || times.some((time) => Number.isNaN(time))) return void 0;
  return minuteUp(times.reduce((a, b) => Math.max(a, b)));
}
var minuteUp = (time) => minute(new Date(Math.ceil(time / minuteLength) * minuteLength).toISOString());
var minuteLength = 6e4;
function titleWords(report) {
  const until = waitsUntil(report);
  if (until !== void 0) return `waiting until ${until}`;
  return isOutage(report) ? "could not judge" : verdictMeaning[report.verdict];
}

// src/report/view/one-date.ts
var untilTime = /\b([Uu]ntil) \d{4}-\d\d-\d\d \d\d:\d\d UTC/gu;
var ofOneRule = / \(this rule then passes\)|; this rule then passes\b/gu;
function withOneDate(report) {
  const whole = waitsUntil(report);
  const ofSubject = whole === void 0 ? lastTimes(report) : void 0;
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const time = whole ?? ofSubject?.get(subjectKey(finding));
      if (finding.passesAt === void 0 || finding.status !== "reported" || time === void 0) return finding;
      const own = Date.parse(finding.passesAt);
      const isOwn = !Number.isNaN(own) && minuteUp(own) === time;
      const dated = (text) => {
        const one = text.replace(untilTime, (_, word) => `${word} ${time}`);
        return isOwn ? one : one.replace(ofOneRule, "");
      };
      return { ...finding, message: dated(finding.message), remediation: dated(finding.remediation) };
    })
  };
}
function lastTimes({ findings, policy }) {
  const last = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const { passesAt } = finding;
    if (passesAt === void 0 || Number.isNaN(Date.parse(passesAt))) continue;
    const rank = ranks[effectOf(finding, policy.mode)];
    const known = last.get(subjectKey(finding));
    const isLater = known === void 0 || rank > known.rank || rank === known.rank && isAfter(finding, known);
    if (isLater) last.set(subjectKey(finding), { rank, passesAt });
  }
  return new Map([...last].map(([key, { passesAt }]) => [key, minuteUp(Date.parse(passesAt))]));
}
var ranks = { blocks: 3, warns: 2, notes: 1, covered: 0 };
var isAfter = (one, other) => Date.parse(one.passesAt ?? "") > Date.parse(other.passesAt);

export {
  verdictMeaning,
  waitsUntil,
  minuteUp,
  titleWords,
  withOneDate
};
