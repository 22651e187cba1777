import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  agreementWords,
  differenceWords,
  differentChanges,
  onlyTitles,
  policyWords,
  totalsRows
} from "./chunk-report-history-difference-words.js";
import {
  adviceWords,
  caveat,
  emptyWords,
  headline,
  legendWords,
  notAnsweredLines,
  restCommands,
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

// src/report/formats/history-compare-text.ts
var colourOf = {
  ...{ passed: "pass", waits: "warn", decision: "warn", "past-judging": "warn" },
  ...{ blocked: "fail", unanswered: "error" }
};
var longestSubject = 60;
var column = 13;
function historyCompareText(rehearsal, { colour, width }) {
  const paint = painter(colour);
  const { changes, compared } = rehearsal;
  const legend = legendWords(rehearsal);
  const said = (letter, change) => {
    const [first = "", ...rest] = wrap(verdictWords(change, visible), " ".repeat(column), width, "");
    return [`${`          ${letter}`.padEnd(column)}${first.trimStart()}`, ...rest].map(
      (line) => line.replace(/(?<=^ {10}[AB] {2}| {13})\S.*/u, (text) => paint.verdict(colourOf[change.outcome], text))
    );
  };
  const rows = differentChanges(changes, compared).flatMap(({ a, b }) => [
    `${a.commit.slice(0, 10)}  ${a.committedAt.slice(0, 10)}  ${visible(a.subject, longestSubject)}`,
    ...said("A", a),
    ...said("B", b)
  ]);
  const only = ["stops", "letsIn"].flatMap(
    (which) => compared[which].length === 0 ? [] : [
      "",
      paint.strong(onlyTitles[which]),
      ...compared[which].flatMap((each) => wrap(differenceWords(each, visible), "  ", width, "  "))
    ]
  );
  const totals = [["", "A", "B"], ...totalsRows(rehearsal)].map(
    ([title = "", ...counts]) => `  ${title.padEnd(18)}${counts.map((count) => count.padStart(6)).join("")}`
  );
  const lines = [
    ...wrap(headline(rehearsal, visible), "", width, ""),
    ...wrap(`A: ${policyWords(compared.a, visible)}`, "  ", width, "   "),
    ...wrap(`B: ${policyWords(compared.b, visible)}`, "  ", width, "   "),
    "",
    ...rows,
    ...rows.length === 0 ? [] : [""],
    ...wrap(changes.length === 0 ? "No change of a lockfile was found." : agreementWords(compared), "", width, "").map(
      paint.strong
    ),
    ...changes.length === 0 ? [] : ["", ...totals],
    ...legend === void 0 ? [] : ["", ...wrap(legend, "", width, "").map(paint.faint)],
    ...notAnsweredLines(rehearsal, visible).flatMap((line) => wrap(line, "", width, "")),
    ...only,
    "",
    ...wrap(caveat, "", width, "").map(paint.faint),
    ""
  ];
  return logText(lines.join("\n"));
}

// src/report/formats/history-text.ts
var indented = (lines) => lines.split("\n").map((line) => `    ${line}`);
function historyText(rehearsal, { colour, width }) {
  if (rehearsal.changes.length === 0) {
    return logText(`${wrap(emptyWords(rehearsal, visible), "", width, "").join("\n")}
`);
  }
  const { compared } = rehearsal;
  if (compared !== void 0) return historyCompareText({ ...rehearsal, compared }, { colour, width });
  const paint = painter(colour);
  const { changes, totals, advice, together } = rehearsal;
  const rest = restWords(rehearsal);
  const legend = legendWords(rehearsal);
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
    ...legend === void 0 ? [] : wrap(legend, "", width, "").map(paint.faint),
    ...notAnsweredLines(rehearsal, visible).flatMap((line) => wrap(line, "", width, "")),
    ...advice.length === 0 ? [] : ["", paint.strong("What would have let changes through, and its cost")],
    ...advice.flatMap((each) => ["", ...indented(each.lines), ...wrap(adviceWords(each), "  ", width, "")]),
    ...rest === void 0 ? [] : ["", ...wrap(rest, "", width, ""), ...restCommands(rehearsal).flatMap(indented)],
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
