import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  subjectOf
} from "./chunk-registry-answer.js";
import {
  recordedOrigin
} from "./chunk-run-open.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  effectOf
} from "./chunk-model-effect.js";

// src/run/rehearsal-outcome.ts
var namedAtMost = 5;
var decisionRules = /* @__PURE__ */ new Set(["new-direct-dependency", "gate-config"]);
var pastExistence = {
  ...{ "unpublished-version": "removed", "no-versions": "removed" },
  ...{ "unknown-version": "not-listed", "removed-name": "not-listed" },
  "security-placeholder": "known-today"
};
var transient = /* @__PURE__ */ new Set([
  ...["offline", "not-recorded", "network", "timeout", "throttled", "server-error", "budget"]
]);
var isTransient = (reason) => transient.has(reason);
function obstaclesOf({
  judgement,
  policy,
  collected,
  comparison,
  now
}) {
  const mode = policy?.mode ?? "enforce";
  const lockfiles = new Set(comparison.lockfiles.map(({ path }) => path));
  const unborn = new Set(
    collected.dossiers.filter((dossier) => isUnborn(dossier, now)).map(({ change }) => keyOf(change))
  );
  return judgement.findings.filter((finding) => effectOf(finding, mode) === "blocks").map((finding) => {
    const obstacle = obstacleOf(finding, lockfiles);
    const isContradicted = obstacle.kind === "waits" && unborn.has(keyOf(finding));
    return [finding, isContradicted ? { kind: "past", reason: "published-later" } : obstacle];
  });
}
var keyOf = ({ name, version, lockfile }) => JSON.stringify([lockfile, name, version]);
function isUnborn({ evidence: { publishedAt, firstPublishedAt } }, now) {
  return [publishedAt, firstPublishedAt].some(
    (time) => time.state === "present" && Date.parse(time.value) > Date.parse(now)
  );
}
function obstacleOf({ rule, codes, passesAt, cause, lockfile }, lockfiles) {
  if (cause !== void 0) return { kind: isTransient(cause.reason) ? "unanswered" : "blocks" };
  if (passesAt !== void 0) return { kind: "waits", until: passesAt };
  const isRange = codes.includes("unknown-version") && !lockfiles.has(lockfile);
  if (rule === "existence" && isRange) return { kind: "past", reason: "not-locked" };
  const gone = rule === "existence" ? [...new Set(codes.map((code) => pastExistence[code]))] : [];
  if (gone.length === 1 && gone[0] !== void 0) return { kind: "past", reason: gone[0] };
  if (rule === "advisory" || rule === "malware") return { kind: "past", reason: "known-today" };
  if (codes.every((code) => code === "no-time" || code === "no-times")) return { kind: "past", reason: "unknown-time" };
  return { kind: decisionRules.has(rule) ? "decision" : "blocks" };
}
function outcomeOf(run, judgedAt) {
  const { comparison, judgement, policy } = run;
  const mode = policy?.mode ?? "enforce";
  const obstacles = obstaclesOf(run);
  const of = (kind) => obstacles.flatMap(([finding, obstacle]) => obstacle.kind === kind ? finding : []);
  const past = [
    ...obstacles.flatMap(([finding, each]) => each.kind === "past" ? [[each.reason, aboutOf(finding)]] : []),
    ...comparison.errors.map(({ code, path = "" }) => [errorReason(code), path === "" ? code : path])
  ];
  const times = obstacles.flatMap(([, obstacle]) => obstacle.kind === "waits" ? Date.parse(obstacle.until) : []);
  const [blocks, decisions] = [blocksOf(of("blocks")), blocksOf(of("decision"))];
  const unanswered = of("unanswered").length;
  const warnings = judgement.findings.filter((finding) => effectOf(finding, mode) === "warns");
  const count = (kind) => comparison.changes.filter((change) => change.kind === kind).length;
  const parts = [
    ["unanswered", unanswered],
    ["blocked", blocks.length],
    ["past-judging", past.length],
    ["decision", decisions.length],
    ["waits", times.length]
  ];
  return {
    outcome: parts.find(([, size]) => size > 0)?.[0] ?? "passed",
    verdict: judgement.verdict,
    counts: {
      ...{ added: count("added"), updated: count("updated"), removed: count("removed") },
      warnings: warnings.length
    },
    warningRules: rulesOf(warnings),
    waits: times.length === 0 ? null : { ...waiting(Math.max(...times), judgedAt), rules: rulesOf(of("waits")) },
    ...{ blocks, decisions, unanswered },
    pastJudging: [...groupBy(past, ([reason]) => reason)].map(([reason, all]) => ({
      ...{ reason, findings: all.length },
      about: [...new Set(all.map(([, about]) => about))].slice(0, namedAtMost)
    }))
  };
}
var hour = 36e5;
var minute = 6e4;
function waiting(until, since) {
  return {
    until: new Date(Math.ceil(until / minute) * minute).toISOString(),
    hours: Math.ceil((until - Date.parse(since)) / hour)
  };
}
var errorReason = (code) => code.startsWith("lockfile-") ? "unreadable" : "not-evaluated";
var rulesOf = (findings) => [...new Set(findings.map(({ rule }) => rule))].sort(compareText);
function aboutOf({ name, version, lockfile }) {
  return name === null ? lockfile : version === null ? name : `${name}@${version}`;
}
function blocksOf(findings) {
  const groups = groupBy(findings, ({ rule, outcome }) => `${rule} ${outcome}`);
  return [...groups.values()].map((all) => {
    const [{ rule, outcome }] = all;
    return {
      ...{ rule, codes: [...new Set(all.flatMap(({ codes }) => codes))].sort(compareText) },
      ...{ indeterminate: outcome === "indeterminate", findings: all.length },
      reasons: [...new Set(all.flatMap(({ cause }) => cause?.detail ?? []))].sort(compareText),
      about: [...new Set(all.map(aboutOf))].slice(0, namedAtMost)
    };
  }).sort((a, b) => compareText(a.rule, b.rule) || Number(a.indeterminate) - Number(b.indeterminate));
}

// src/run/rehearsal-evidence.ts
function rehearsalEvidence(answers, { preset, file, trust }, { clock, registries, extended }) {
  const text = typeof file?.text === "object" ? new TextDecoder().decode(file.text) : file?.text ?? null;
  return {
    schema: "lockgate-evidence/1",
    evaluatedAt: clock,
    policy: {
      source: file?.source ?? "preset",
      text,
      preset: preset ?? null,
      ...recordedOrigin(file),
      ...extended && { extended }
    },
    comparison: {
      ...{ mode: "check", head: rehearsalHead, lockfiles: [], changes: [], observations: [] },
      errors: [
        {
          code: "evidence-invalid",
          message: "This is the evidence of a rehearsal of several changes: continue it with check --history N --evidence FILE."
        }
      ]
    },
    registries: registries ?? null,
    ...Object.keys(trust).length === 0 ? {} : { trust },
    answers: [...answers].filter(isSettled).sort((a, b) => subjectOf(a) < subjectOf(b) ? -1 : 1)
  };
}
var isOfRehearsal = ({ comparison: { head, changes, errors } }) => head === rehearsalHead && changes.length === 0 && errors.some(({ code }) => code === "evidence-invalid");
var rehearsalHead = "history";
function isSettled(answer) {
  const given = Object.values(answer).find(
    (value) => typeof value === "object" && value !== null && "state" in value
  );
  return given?.state !== "unavailable" || !isTransient(given.reason ?? "");
}

export {
  namedAtMost,
  obstaclesOf,
  outcomeOf,
  aboutOf,
  rehearsalEvidence,
  isOfRehearsal
};
