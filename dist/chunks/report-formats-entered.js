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

// src/report/formats/entered.ts
var words = {
  decision: "decision",
  admission: "verdict",
  none: "entered without a verdict",
  "not-known": "no decision; its verdict is not known"
};
function enteredText({ entered, branch, commit, since, notes }, width) {
  const when = since === null ? "" : ` since ${since.slice(0, 10)}`;
  const counts = Object.keys(words).flatMap((by) => {
    const count = entered.filter((one) => one.by === by).length;
    return count === 0 ? [] : `${count} ${words[by]}`;
  });
  const what = `${plural(entered.length, "version")} entered the lockfiles of ${quoted(branch)}${when}, at ${commit.slice(0, 12)}`;
  const lines = [
    ...wrap(`${what}${counts.length === 0 ? "" : `: ${counts.join(", ")}`}.`, "", width, ""),
    ...notes.flatMap((note) => wrap(note, "", width, "")),
    ...entered.length === 0 ? [] : [""],
    ...entered.map(lineOf),
    ""
  ];
  return logText(lines.join("\n"));
}
function lineOf({ commit, committedAt, name, version, by, people, records, denied }) {
  const who = people.length === 0 ? "" : ` by ${people.map((login) => quoted(login, limits.name)).join(", ")}`;
  const which = records.length === 0 ? "" : `, ${records.join(", ")}`;
  const against = denied.length === 0 ? "" : `; denied before by ${denied.join(", ")}`;
  const what = quoted(`${name}@${version}`);
  return `${committedAt.slice(0, 10)}  ${commit.slice(0, 10)}  ${what}  ${words[by]}${who}${which}${against}`;
}
function enteredCsv({ entered }) {
  return csvText([
    ["committedAt", "commit", "name", "version", "lockfiles", "sha512", "by", "people", "records", "denied"],
    ...entered.map((one) => [
      ...[one.committedAt, one.commit, one.name, one.version, one.lockfiles.join(" "), one.sha512, one.by],
      ...[one.people.join(" "), one.records.join(" "), one.denied.join(" ")]
    ])
  ]);
}
export {
  enteredCsv,
  enteredText
};
