import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  minuteUp,
  waitsUntil
} from "./chunk-report-view-verdict-words.js";
import {
  subjectKey
} from "./chunk-report-view-tally.js";
import {
  effectOf
} from "./chunk-model-effect.js";

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
  withOneDate
};
