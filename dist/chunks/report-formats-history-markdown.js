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
  shortVerdictWords,
  totalsWords,
  verdictWords
} from "./chunk-report-history-words.js";
import "./chunk-report-view-words.js";
import "./chunk-report-view-text-words.js";
import {
  codeSpan,
  logText,
  tableCell
} from "./chunk-report-escape.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/report/formats/history-compare-markdown.ts
var row = (cells2) => `| ${cells2.map(tableCell).join(" | ")} |`;
var longestSubject = 80;
var shortSubject = 40;
function cells(...both) {
  const [a, b] = both.map(shortVerdictWords);
  return a === b ? both.map((each) => verdictWords(each, codeSpan)) : both.map(shortVerdictWords);
}
function historyCompareMarkdown(rehearsal) {
  const { changes, compared } = rehearsal;
  const legend = legendWords(rehearsal);
  const different = differentChanges(changes, compared).map(
    ({ a, b }) => row([
      ...[codeSpan(a.commit.slice(0, 10)), a.committedAt.slice(0, 10), codeSpan(a.subject, shortSubject)],
      ...cells(a, b)
    ])
  );
  const only = ["stops", "letsIn"].flatMap(
    (which) => compared[which].length === 0 ? [] : [`### ${onlyTitles[which]}`, "", ...compared[which].map((each) => `- ${differenceWords(each, codeSpan)}`), ""]
  );
  const lines = [
    ...["## Rehearsal of two policies", "", headline(rehearsal, codeSpan), ""],
    `- A: ${policyWords(compared.a, codeSpan)}`,
    `- B: ${policyWords(compared.b, codeSpan)}`,
    "",
    ...changes.length === 0 ? ["No change of a lockfile was found."] : [`**${agreementWords(compared)}**`],
    "",
    ...different.length === 0 ? [] : [row(["Commit", "Date", "Change", "A", "B"]), row(Array(5).fill("---")), ...different, ""],
    ...changes.length === 0 ? [] : [row(["", "A", "B"]), row(["---", "--:", "--:"]), ...totalsRows(rehearsal).map(row), ""],
    ...legend === void 0 ? [] : [legend, ""],
    ...notAnsweredLines(rehearsal, codeSpan).flatMap((line) => [line, ""]),
    ...only,
    caveat,
    ""
  ];
  return logText(lines.join("\n"));
}

// src/report/formats/history-markdown.ts
var block = (lines, language = "yaml") => [`\`\`\`${language}`, lines, "```"];
function historyMarkdown(rehearsal) {
  if (rehearsal.changes.length === 0) return logText(`## Rehearsal

${emptyWords(rehearsal, codeSpan)}
`);
  const { changes, totals, advice, together, compared } = rehearsal;
  if (compared !== void 0) return historyCompareMarkdown({ ...rehearsal, compared });
  const rest = restWords(rehearsal);
  const legend = legendWords(rehearsal);
  const several = advice.filter(({ kind }) => kind === "policy").length > 1;
  const lines = [
    "## Rehearsal",
    "",
    headline(rehearsal, codeSpan),
    "",
    row(["Commit", "Date", "Change", "Would have been"]),
    row(["---", "---", "---", "---"]),
    ...changes.map(
      (change) => row([
        codeSpan(change.commit.slice(0, 10)),
        change.committedAt.slice(0, 10),
        codeSpan(change.subject, longestSubject),
        verdictWords(change, codeSpan)
      ])
    ),
    "",
    `**In all: ${totalsWords(totals)}.**`,
    "",
    ...legend === void 0 ? [] : [legend, ""],
    ...notAnsweredLines(rehearsal, codeSpan).flatMap((line) => [line, ""]),
    ...advice.length === 0 ? [] : ["### What would have let changes through, and its cost", ""],
    ...advice.flatMap((each) => [...block(each.lines, each.kind === "bot" ? "text" : "yaml"), adviceWords(each), ""]),
    ...rest === void 0 ? [] : [rest, "", ...block(restCommands(rehearsal).join("\n"), "sh"), ""],
    ...together === null ? [] : [`With ${several ? "all of these" : "these"} lines in the policy: ${totalsWords(together.totals)}.`, ""],
    ...together === null || !several ? [] : [...block(together.lines), ""],
    caveat,
    ""
  ];
  return logText(lines.join("\n"));
}
export {
  historyMarkdown
};
