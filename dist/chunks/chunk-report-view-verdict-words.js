import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isOutage
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

export {
  verdictMeaning,
  waitsUntil,
  minuteUp,
  titleWords
};
