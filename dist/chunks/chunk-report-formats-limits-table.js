import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  wrap
} from "./chunk-report-formats-wrap.js";
import {
  quoted,
  visible
} from "./chunk-text-visible.js";

// src/report/formats/columns.ts
function inColumns(rows) {
  const count = Math.max(...rows.map((row) => row.length));
  const widths = Array.from(
    { length: count },
    (_, at) => Math.max(...rows.map((row) => Math.max(0, ...(row[at] ?? []).map((line) => line.length))))
  );
  return rows.flatMap((row) => {
    const height = Math.max(...row.map((cell) => cell.length));
    return Array.from(
      { length: height },
      (_, line) => row.map((cell, at) => (cell[line] ?? "").padEnd((widths[at] ?? 0) + 2)).join("").trimEnd()
    );
  });
}

// src/report/formats/limits-table.ts
var columns = [
  ["who", "who"],
  ["waiting", "waiting time"],
  ["scripts", "install scripts"],
  ["sources", "git sources"],
  ["trust", "trust"]
];
var MAX_CELL = 20;
function limitsText({ rows, fixes }, width) {
  const cells = [columns.map(([, title]) => [title]), ...rows.map((row) => columns.map(([key]) => split(row[key])))];
  const table = inColumns(cells);
  const lines = fixes.flatMap(({ file, why, lines: added, isChange }) => [
    "",
    ...wrap(`${isChange === true ? "Change in" : "Add to"} ${quoted(file)}, so that ${why}:`, "", width),
    ...added.map((line) => `    ${visible(line)}`)
  ]);
  const agreed = fixes.length === 0 ? ["", "They agree: nothing that the policy makes wait is offered earlier."] : lines;
  return [...table, ...agreed];
}
var unread = "The policy or a file cannot be read: what package managers and update bots keep out was not compared.";
var limitsOrWhyNot = (agreement, width) => agreement === void 0 ? [unread] : limitsText(agreement, width);
var split = (text) => wrap(visible(text), "", MAX_CELL, "");

export {
  inColumns,
  limitsText,
  limitsOrWhyNot
};
