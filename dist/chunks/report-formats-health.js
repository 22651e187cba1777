import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  csvText
} from "./chunk-report-formats-decisions-csv.js";
import {
  wrap
} from "./chunk-report-formats-wrap.js";
import "./chunk-report-view-words.js";
import {
  plural
} from "./chunk-report-view-text-words.js";
import {
  logText
} from "./chunk-report-escape.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import {
  limits,
  quoted
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/report/formats/health.ts
function healthText(health, width) {
  const { approved, denied, shareOfYes, timeToYes, people, mostInOneComment, repeatedReasons, notes } = health;
  const since = health.since === null ? "" : ` since ${health.since.slice(0, 10)}`;
  const all = approved + denied;
  const sentences = [
    `${plural(all, "decision")} recorded on ${quoted(health.branch)}${since}, at ${health.commit.slice(0, 12)}: ${approved} yes, ${denied} no${shareOfYes === null ? "" : ` (${Math.round(shareOfYes * 100)} % yes)`}.`,
    timeToYes === null ? "Time to yes: not known." : `Time to yes, from the opening of the pull request: ${spell(timeToYes.medianSeconds)} in the middle of ${timeToYes.of}; ${timeToYes.withinAMinute} within a minute.`,
    ...mostInOneComment === null ? [] : [
      `Most decisions in one comment: ${mostInOneComment.decisions}, by ${quoted(mostInOneComment.login, limits.name)} in comment ${mostInOneComment.comment}.`
    ],
    ...people.map(
      ({ login, id, approved: yes, denied: no, medianSeconds }) => `  ${quoted(login, limits.name)} (${id}): ${yes} yes, ${no} no${medianSeconds === null ? "" : `, ${spell(medianSeconds)} in the middle`}`
    ),
    ...repeatedReasons.map(
      ({ reason, times }) => `  ${times} times ${reason === "" ? "no reason" : `the reason ${quoted(reason, 600)}`}`
    ),
    ...notes
  ];
  return logText(`${sentences.flatMap((sentence) => wrap(sentence, "", width)).join("\n")}
`);
}
var healthCsv = ({ people }) => csvText([
  ["login", "id", "approved", "denied", "medianSeconds"],
  ...people.map(({ login, id, approved, denied, medianSeconds }) => [login, id, approved, denied, medianSeconds])
]);
function spell(seconds) {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86400)} days`;
}
export {
  healthCsv,
  healthText
};
