import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  compareText
} from "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-runtime.js";

// src/decisions/ledger/health.ts
var namedReasons = 10;
function healthOf({ entries, repositoryId, since, openedAt }) {
  const counted = entries.filter(
    ({ record }) => record.decision !== "revoke" && (repositoryId === void 0 || record.about.repositoryId === repositoryId) && (since === void 0 || Date.parse(record.issuedAt) >= Date.parse(since))
  );
  const parts = counted.flatMap(
    ({ record }) => record.by.map((person) => {
      const opened = record.pull === null ? void 0 : openedAt.get(record.pull);
      const seconds = opened === void 0 ? NaN : (Date.parse(person.at) - Date.parse(opened)) / 1e3;
      return { person, isYes: record.decision !== "deny", seconds: seconds >= 0 ? seconds : void 0 };
    })
  );
  const denied = counted.filter(({ record }) => record.decision === "deny").length;
  const approved = counted.length - denied;
  const times = timesOf(parts);
  return {
    ...{ approved, denied, shareOfYes: counted.length === 0 ? null : approved / counted.length },
    timeToYes: times.length === 0 ? null : { of: times.length, medianSeconds: median(times), withinAMinute: times.filter((one) => one < 60).length },
    people: peopleIn(parts),
    mostInOneComment: mostIn(parts),
    repeatedReasons: reasonsIn(parts)
  };
}
var timesOf = (parts) => parts.flatMap(({ isYes, seconds }) => isYes && seconds !== void 0 ? [seconds] : []);
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return Math.round(sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2);
}
function peopleIn(parts) {
  const ids = [...new Set(parts.map(({ person }) => person.id))];
  return ids.map((id) => {
    const own = parts.filter(({ person }) => person.id === id);
    const times = timesOf(own);
    const approved = own.filter(({ isYes }) => isYes).length;
    return {
      ...{ id, login: own.at(-1)?.person.login ?? "", approved, denied: own.length - approved },
      medianSeconds: times.length === 0 ? null : median(times)
    };
  }).sort((a, b) => b.approved + b.denied - a.approved - a.denied || a.id - b.id);
}
function mostIn(parts) {
  const counts = /* @__PURE__ */ new Map();
  for (const { person } of parts) {
    if (person.comment === null) continue;
    const found = counts.get(person.comment) ?? { login: person.login, decisions: 0 };
    found.decisions += 1;
    counts.set(person.comment, found);
  }
  const [first] = [...counts].sort(([a, one], [b, other]) => other.decisions - one.decisions || compareText(a, b));
  return first === void 0 ? null : { comment: first[0], ...first[1] };
}
function reasonsIn(parts) {
  const counts = /* @__PURE__ */ new Map();
  for (const { person } of parts) counts.set(person.reason.trim(), (counts.get(person.reason.trim()) ?? 0) + 1);
  return [...counts].filter(([, times]) => times > 1).sort(([a, one], [b, other]) => other - one || compareText(a, b)).slice(0, namedReasons).map(([reason, times]) => ({ reason, times }));
}
export {
  healthOf
};
