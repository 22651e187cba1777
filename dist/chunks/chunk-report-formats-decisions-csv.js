import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  logText
} from "./chunk-report-escape.js";
import {
  visible
} from "./chunk-text-visible.js";

// src/report/formats/decisions-csv.ts
function decisionsCsv({ records }) {
  return csvText([
    [
      ...["record", "state", "why", "decision", "name", "version", "path", "sha512", "codes", "people", "ids"],
      ...["authenticated", "reason", "pull", "issuedAt", "endsAt"]
    ],
    ...records.map((each) => [
      ...[each.record, each.state, each.why, each.decision, each.name, each.version, each.path, each.sha512],
      [...new Set(each.by.flatMap(({ codes }) => codes))].join(" "),
      each.by.map(({ login }) => login).join(" "),
      each.by.map(({ id }) => id).join(" "),
      [...new Set(each.by.map(({ authenticated }) => authenticated))].join(" "),
      each.by.map(({ reason }) => reason).join(" | "),
      ...[each.pull, each.issuedAt, each.endsAt]
    ])
  ]);
}
function csvText(rows) {
  return logText(`${rows.map((row) => row.map(cell).join(",")).join("\n")}
`);
}
function cell(value) {
  if (typeof value === "number") return String(value);
  const shown = visible(value ?? "", Infinity);
  const inert = /^\s*[=+\-@]/.test(shown) ? `'${shown}` : shown;
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

export {
  decisionsCsv,
  csvText
};
