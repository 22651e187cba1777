import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  wrap
} from "./chunk-report-formats-wrap.js";
import {
  whyNoRecord
} from "./chunk-report-view-decisions.js";
import "./chunk-report-view-blocked.js";
import "./chunk-report-view-verdict-words.js";
import "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import "./chunk-report-view-words.js";
import {
  plural
} from "./chunk-report-view-text-words.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import {
  logText
} from "./chunk-report-escape.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-model-effect.js";
import {
  limits,
  quoted,
  visible
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/report/formats/decisions-text.ts
var stateWords = {
  "in-force": "in force",
  expiring: "expiring",
  expired: "expired",
  unused: "unused",
  revoked: "revoked",
  elsewhere: "elsewhere",
  unreadable: "unreadable",
  "not-counted": "not counted"
};
var verbs = { approve: "approved", "approve-file": "approved", deny: "denied", revoke: "revoked" };
function decisionsText(document, width) {
  const { records, branch, commit, notes } = document;
  const where = `on ${quoted(branch)} at ${commit.slice(0, 12)}`;
  const counts = Object.entries(stateWords).flatMap(([state, words]) => {
    const count = records.filter((one) => one.state === state).length;
    return count === 0 ? [] : `${count} ${words}`;
  });
  const title = records.length === 0 ? `No decision is recorded ${where}.` : `${plural(records.length, "record")} of decisions ${where}: ${counts.join(", ")}.`;
  const lines = [
    ...wrap(title, "", width, ""),
    ...notes.flatMap((note) => wrap(note, "", width, "")),
    ...records.flatMap((record) => ["", ...rowOf(record, width)]),
    ""
  ];
  return logText(lines.join("\n"));
}
var indent = "             ";
function rowOf(record, width) {
  const { state, by, why, issuedAt, endsAt, pull } = record;
  const people = by.map(({ login }) => quoted(login, limits.name)).join(", ");
  const ends = endsAt === null ? "" : `, until ${endsAt.slice(0, 10)}`;
  const where = pull === null ? "" : `, pull request ${pull}`;
  const said = record.decision === null || issuedAt === null ? record.decision ?? "no record" : `${verbs[record.decision]} by ${people}, ${issuedAt.slice(0, 10)}${where}${ends}`;
  const claims = by.filter(({ authenticated }) => authenticated === "claim").length;
  const shown = subjectWords(record);
  const [first = "", ...rest] = wrap(`${shown === "" ? "" : `${shown}: `}${said}`, indent, width, "");
  return [
    `${stateWords[state].padEnd(indent.length)}${first.trimStart()}`,
    ...rest,
    ...by.flatMap(({ reason }) => reason === "" ? [] : wrap(quoted(reason, 600), indent, width, "")),
    ...claims === 0 || claims < by.length ? [] : [`${indent}a claim: let in on its own pull request, or not at all`],
    ...why === null ? [] : wrap(whyNoRecord(why), indent, width, ""),
    `${indent}${visible(record.record)}`
  ];
}
function subjectWords({ name, version, path }) {
  return name === null ? path === null ? "" : quoted(path) : quoted(`${name}@${version ?? ""}`);
}
export {
  decisionsText
};
