import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  groupFindings,
  worstOf
} from "./chunk-report-view-blocked.js";
import {
  withOneDate
} from "./chunk-report-view-one-date.js";
import {
  pathWords,
  placeWords
} from "./chunk-report-view-words.js";
import {
  plural
} from "./chunk-report-view-text-words.js";
import {
  logText
} from "./chunk-report-escape.js";
import {
  effectOf
} from "./chunk-model-effect.js";
import {
  limits,
  visible
} from "./chunk-text-visible.js";

// src/report/formats/annotations.ts
var perLevel = 10;
var longest = 2e3;
function annotate(given, { max = perLevel, notices = false } = {}) {
  const report = withOneDate(given);
  const subjects = (wanted) => groupFindings(
    report,
    report.findings.filter((finding) => effectOf(finding, report.policy.mode) === wanted)
  ).flatMap((group) => group.subjects).sort((a, b) => worstOf(b) - worstOf(a));
  const blocking = subjects("blocks").map((subject) => ofSubject(subject, "error"));
  const errors = choose([...report.errors.map(ofError), ...blocking], max);
  const warnings = choose(
    subjects("warns").map((subject) => ofSubject(subject, "warning")),
    max
  );
  const noted = choose(
    (notices ? subjects("notes") : []).map((subject) => ofSubject(subject, "notice")),
    max
  );
  return {
    shown: [...errors.shown, ...warnings.shown, ...noted.shown],
    leftOut: { errors: errors.leftOut, warnings: warnings.leftOut }
  };
}
function choose(candidates, max) {
  const first = candidates.flatMap((ofOne) => ofOne.slice(0, 1));
  const repeated = candidates.flatMap((ofOne) => ofOne.slice(1));
  return {
    shown: [...first, ...repeated].slice(0, max).map(({ annotation }) => annotation),
    leftOut: first.slice(max).reduce((sum, { count }) => sum + count, 0)
  };
}
function ofError({ code, message, path, line, column }) {
  const annotation = {
    path: path ?? null,
    line: Math.max(line ?? 1, 1),
    ...column === void 0 ? {} : { column },
    level: "error",
    title: inert(`lockgate: ${code}`, limits.name),
    message: inert(message, longest)
  };
  return [{ annotation, count: 1 }];
}
function ofSubject(subject, level) {
  const others = subject.alike.length === 0 ? "" : ` The same holds for ${plural(subject.alike.length, "more package")}.`;
  const messages = subject.statements.map(({ message, remediation }) => `${message} Next: ${remediation}`).join(" ");
  return placesOf(subject).map(({ path, line, isRoot }) => ({
    annotation: {
      path,
      line: Math.max(line, 1),
      level,
      title: inert(titleOf(subject), limits.name),
      message: inert(`${isRoot ? pulledIn(subject) : ""}${messages}${others}`, longest)
    },
    count: subject.findings
  }));
}
function titleOf({ statements }) {
  const rulesOf = (outcome) => [...new Set(statements.filter((each) => each.outcome === outcome).flatMap(({ rules }) => rules))].join(", ");
  const found = rulesOf("violation");
  const unjudged = rulesOf("indeterminate");
  if (unjudged === "") return `lockgate: ${found}`;
  return found === "" ? `lockgate could not judge: ${unjudged}` : `lockgate: ${found}; could not judge: ${unjudged}`;
}
function placesOf({ statements, declared, alike, family }) {
  const locked = statements.flatMap(({ places: places2 }) => places2).map((place) => ({ ...place, isRoot: false }));
  if (alike.length > 0) return [...family === void 0 ? [] : declared, ...locked].slice(0, 1);
  const places = /* @__PURE__ */ new Map();
  for (const place of [...declared, ...locked]) {
    const key = placeWords(place);
    if (!places.has(key)) places.set(key, place);
  }
  return [...places.values()];
}
function pulledIn({ change }) {
  const [path] = change?.via ?? [];
  return path === void 0 ? "" : `${pathWords(path, visible, ">")}: `;
}
var inert = (text, max) => logText(visible(text, max));

export {
  annotate
};
