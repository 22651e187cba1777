import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  adviceWords,
  caveat,
  emptyWords,
  headline,
  restWords,
  totalsWords,
  verdictWords
} from "./chunk-report-history-words.js";
import {
  painter
} from "./chunk-report-formats-paint.js";
import {
  wrap
} from "./chunk-report-formats-wrap.js";
import "./chunk-report-view-words.js";
import "./chunk-report-view-text-words.js";
import {
  logText
} from "./chunk-report-escape.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-report-view-project.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-judge-unavailable.js";
import "./chunk-model-effect.js";
import {
  visible
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/report/formats/history-text.ts
var colourOf = {
  ...{ passed: "pass", waits: "warn", decision: "warn", "past-judging": "warn" },
  ...{ blocked: "fail", unanswered: "error" }
};
var longestSubject = 60;
var indented = (lines) => lines.split("\n").map((line) => `    ${line}`);
function historyText(rehearsal, { colour, width }) {
  if (rehearsal.changes.length === 0) {
    return logText(`${wrap(emptyWords(rehearsal, visible), "", width, "").join("\n")}
`);
  }
  const paint = painter(colour);
  const { changes, totals, advice, together } = rehearsal;
  const rest = restWords(rehearsal);
  const several = advice.filter(({ kind }) => kind === "policy").length > 1;
  const rows = changes.flatMap((change) => {
    const { commit, committedAt, subject, outcome } = change;
    const [first = "", ...rest2] = wrap(verdictWords(change, visible), "             ", width, "");
    const words = [first, ...rest2].map(
      (line) => line.replace(/\S.*/, (text) => paint.verdict(colourOf[outcome], text))
    );
    return [`${commit.slice(0, 10)}  ${committedAt.slice(0, 10)}  ${visible(subject, longestSubject)}`, ...words];
  });
  const lines = [
    ...wrap(headline(rehearsal, visible), "", width, ""),
    "",
    ...rows,
    "",
    paint.strong(`In all: ${totalsWords(totals)}.`),
    ...advice.length === 0 ? [] : ["", paint.strong("What would have let changes through, and its cost")],
    ...advice.flatMap((each) => ["", ...indented(each.lines), ...wrap(adviceWords(each), "  ", width, "")]),
    ...rest === void 0 ? [] : ["", ...wrap(rest, "", width, "")],
    ...together === null ? [] : ["", `With ${several ? "all of these" : "these"} lines in the policy: ${totalsWords(together.totals)}.`],
    ...together === null || !several ? [] : indented(together.lines),
    "",
    ...wrap(caveat, "", width, "").map(paint.faint),
    ""
  ];
  return logText(lines.join("\n"));
}
export {
  historyText
};
