import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  headline,
  lineWords,
  nextWords,
  stateTitles,
  totalsWords,
  unreadWords,
  workflowWords
} from "./chunk-report-fleet-words.js";
import "./chunk-report-view-text-words.js";
import {
  codeSpan,
  logText,
  prose,
  tableCell
} from "./chunk-report-escape.js";
import {
  quoted
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/report/formats/fleet-markdown.ts
var show = (text, max) => quoted(text, max);
var row = (cells) => `| ${cells.map(tableCell).join(" | ")} |`;
function fleetMarkdown(fleet) {
  const { repositories } = fleet;
  const unread = unreadWords(fleet, show);
  const next = nextWords(fleet, show);
  const lines = [
    "## Repositories that the gate protects",
    "",
    prose(headline(fleet, show)),
    "",
    row(["State", "Repository", "Required, bypass, installs"]),
    row(["---", "---", "---"]),
    ...repositories.map(
      (each) => row([stateTitles[each.state], codeSpan(each.repository), prose(lineWords(each, show))])
    ),
    "",
    `**In all: ${totalsWords(fleet)}**`,
    ...workflowWords(fleet, show).flatMap((words) => ["", prose(words)]),
    ...unread.length === 0 ? [] : ["", "Not known, and what to grant:", "", ...unread.map((words) => `- ${prose(words)}`)],
    ...next === void 0 ? [] : ["", prose(`Next: ${next}`)],
    ""
  ];
  return logText(lines.join("\n"));
}
export {
  fleetMarkdown
};
