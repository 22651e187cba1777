import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  optionsOf
} from "./chunk-policy-rule-settings.js";
import {
  keepsOut
} from "./chunk-rules-package-lists.js";
import "./chunk-text-selectors.js";
import {
  runGate
} from "./chunk-run-pipeline.js";
import "./chunk-run-open.js";
import "./chunk-repository-update-bots.js";
import "./chunk-managers-node-options.js";
import "./chunk-compare-open-with-manifests.js";
import "./chunk-run-trust-settings.js";
import "./chunk-run-base-files.js";
import "./chunk-run-verdict-of.js";
import "./chunk-text-record-name.js";
import "./chunk-compare-open-lockfile.js";
import "./chunk-repository-state.js";
import "./chunk-managers-watched.js";
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-repository-contents.js";
import "./chunk-managers-bin.js";
import {
  jsonText
} from "./chunk-report-formats-json.js";
import {
  notJudged,
  notJudgedKinds
} from "./chunk-report-view-not-judged.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-noble-hashes-sha2.js";
import {
  milliseconds,
  splitSelector
} from "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
import {
  require_semver
} from "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-policy-open.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-repository-object-id.js";
import "./chunk-policy-policy-file.js";
import "./chunk-text-paths.js";
import {
  aliasTarget,
  isPackageName
} from "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-errors.js";
import {
  effectOf
} from "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import {
  quoted
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/cli/vet-answers.ts
var import_semver3 = __toESM(require_semver(), 1);

// src/report/view/answer.ts
var undecidable = /* @__PURE__ */ new Set(["deny", "existence"]);
function decided(findings, errors, mode) {
  if (errors.length > 0) return refused(...errors.map(({ code }) => `error/${code}`));
  const blocking = findings.filter((finding) => effectOf(finding, mode) === "blocks");
  if (blocking.length === 0) {
    const warning = findings.filter((finding) => effectOf(finding, mode) === "warns");
    return { decision: "allow", codes: codesOf(warning), passesAt: null };
  }
  const isFinal = blocking.some(({ floor, rule }) => floor || undecidable.has(rule));
  return { decision: isFinal ? "deny" : "ask", codes: codesOf(blocking), passesAt: isFinal ? null : lastOf(blocking) };
}
function refused(...codes) {
  return { decision: "deny", codes: [...new Set(codes)], passesAt: null };
}
function leftOut(dossiers) {
  const missing = notJudged(dossiers);
  return notJudgedKinds.filter((kind) => missing[kind] !== void 0);
}
var codesOf = (findings) => [
  ...new Set(findings.flatMap(({ rule, codes }) => codes.map((code) => `${rule}/${code}`)))
];
function lastOf(findings) {
  const times = findings.flatMap(({ passesAt }) => passesAt ?? []);
  if (times.length < findings.length) return null;
  return times.reduce((last, time) => Date.parse(time) > Date.parse(last) ? time : last);
}

// src/run/admissible.ts
var import_semver = __toESM(require_semver(), 1);
var MAX_TRIES = 5;
var ofEveryVersion = /* @__PURE__ */ new Set(["new-direct-dependency", "dependency-confusion"]);
async function admissibleVersion(blocked, requirement, judge) {
  const real = aliasTarget(requirement.spec) ?? requirement;
  for (const version of candidates(blocked, real).slice(0, MAX_TRIES)) {
    const spec = real === requirement ? version : `npm:${real.name}@${version}`;
    if (isAdmitted(await judge({ ...requirement, spec }), real.name, version)) return version;
  }
  return null;
}
function isAdmitted({ judgement, comparison, failed }, name, version) {
  return !failed && (judgement.verdict === "pass" || judgement.verdict === "warn") && comparison.changes.some((each) => each.name === name && each.version === version) && !judgement.findings.some(({ outcome, level, status }) => {
    return outcome === "indeterminate" && level !== "note" && status === "reported";
  });
}
function candidates({ collected, judgement, policy, effective, now }, asked) {
  const isHopeless = judgement.findings.some(
    (finding) => finding.name === asked.name && ofEveryVersion.has(finding.rule) && effectOf(finding, policy?.mode ?? "enforce") === "blocks"
  );
  const dossiers = collected.dossiers.filter(({ change }) => change.name === asked.name);
  const history = dossiers.flatMap(
    ({ evidence }) => evidence.history.state === "present" ? evidence.history.value : []
  );
  if (isHopeless || effective === void 0) return [];
  const cooldown = effective.settings.get("cooldown");
  const age = cooldown?.level === "error" ? milliseconds(String(optionsOf(cooldown)["minimumReleaseAge"])) : 0;
  const direct = dossiers.flatMap(({ change }) => change.direct ? [change] : []);
  const installed = direct.filter(({ version, previousVersion }) => version !== previousVersion);
  const judged = new Set((installed.length > 0 ? installed : direct).map(({ version }) => version));
  const denied = deniedBy(effective);
  const isInRange = (version) => import_semver.default.satisfies(version, asked.spec);
  return (history[0]?.releases ?? []).filter(({ version, deprecated, publishedAt }) => {
    const isYoung = age > 0 && (publishedAt === void 0 || Date.parse(publishedAt) > Date.parse(now) - age);
    const isStable = import_semver.default.valid(version) !== null && import_semver.default.prerelease(version) === null;
    return isStable && !deprecated && !isYoung && !judged.has(version) && !denied(asked.name, version);
  }).map(({ version }) => version).sort((a, b) => Number(isInRange(b)) - Number(isInRange(a)) || import_semver.default.rcompare(a, b));
}
function denials({ settings }) {
  const setting = settings.get("deny");
  return setting === void 0 || setting.level === "off" ? [] : optionsOf(setting)["packages"];
}
function deniedBy(policy) {
  const entries = denials(policy);
  return (name, version) => entries.some(({ package: text }) => keepsOut(text)(name, version));
}

// src/run/use-instead.ts
var import_semver2 = __toESM(require_semver(), 1);
var reasons = /* @__PURE__ */ new Set([
  ...["existence/unknown-name", "existence/removed-name", "existence/no-versions", "existence/security-placeholder"],
  "deny/denied"
]);
async function useInstead(run, name, version) {
  const { effective, judgement } = run;
  const isReason = judgement.findings.some(
    (finding) => finding.name === name && finding.codes.some((code) => reasons.has(`${finding.rule}/${code}`))
  );
  if (!(isReason || isGivenUp(run, name)) || effective === void 0) return null;
  const entries = denials(effective);
  const told = entries.find((entry) => entry.useInstead !== void 0 && keepsOut(entry.package)(name, version));
  if (told?.useInstead !== void 0) return nameOf(told.useInstead);
  const { meantBy, rankOf } = await import("./names-well-known-names.js");
  if (rankOf(name) !== void 0) return null;
  const isDenied = (other) => entries.some(({ package: text }) => splitSelector(text).range === void 0 && keepsOut(text)(other, "0.0.0"));
  return meantBy(name, 3).find((other) => !isDenied(other)) ?? null;
}
function nameOf(text) {
  const { name, range } = splitSelector(text);
  const isSpec = range === void 0 || range === "latest" || range !== "" && import_semver2.default.validRange(range) !== null;
  return isSpec && isPackageName(name) ? name : null;
}
function isGivenUp({ collected }, name) {
  const releases = collected.dossiers.flatMap(
    ({ change, evidence: { history } }) => change.name === name && history.state === "present" ? history.value.releases : []
  );
  return releases.length > 0 && releases.every(({ deprecated }) => deprecated);
}

// src/cli/vet-alone.ts
var MAX_ALONE = 20;
async function aloneOf(specs, run, judge) {
  const asked = specs.filter(({ requirement }) => requirement !== void 0);
  const { findings } = run.judgement;
  const isApart = asked.length > 1 && asked.length <= MAX_ALONE && run.judgement.verdict === "fail";
  if (!isApart) return new Map(asked.map((spec) => [spec, { run, findings: shared(spec, asked, run) }]));
  const found = /* @__PURE__ */ new Map();
  for (const spec of asked) if (spec.requirement !== void 0) found.set(spec, await judge(spec.requirement));
  const blocking = (some) => some.filter((each) => effectOf(each, modeOf(run)) === "blocks");
  const known = new Set([...found.values()].flatMap(({ judgement }) => blocking(judgement.findings).map(keyOf)));
  const together = blocking(findings).filter((each) => !known.has(keyOf(each)));
  return new Map(
    [...found].map(([spec, own]) => [spec, { run: own, findings: [...own.judgement.findings, ...together] }])
  );
}
function shared({ name }, asked, { comparison, judgement }) {
  if (asked.length === 1 || judgement.verdict === "fail") return judgement.findings;
  const own = new Set(
    comparison.changes.filter(({ via }) => via.some(([root]) => root === name)).map((each) => `${each.name}@${each.version}`)
  );
  return judgement.findings.filter((each) => each.name === null || own.has(`${each.name}@${each.version ?? ""}`));
}
var keyOf = ({ rule, name, version, codes }) => JSON.stringify([rule, name, version, codes]);
var modeOf = ({ policy }) => policy?.mode ?? "enforce";

// src/cli/vet-answers.ts
async function answersTo(specs, ran) {
  return textOf(await answersOf(specs, ran));
}
async function requiredAnswersTo(specs, ran, find) {
  const answers = [];
  for (const { own, answer } of await answeredOf(specs, ran, "enforce")) {
    const { name, version, decision } = answer;
    const found = own === void 0 || name === null || version === null ? { basis: null, why: "none" } : await find(own.run, name, version);
    const bare = { ...answer, admissible: null, passesAt: null, basis: found.basis };
    const isMissing = decision === "allow" && found.basis === null;
    answers.push(isMissing && "why" in found ? { ...bare, decision: "ask", codes: [`decision/${found.why}`] } : bare);
  }
  return { text: textOf(answers), isRefused: answers.some(({ decision }) => decision !== "allow") };
}
async function answersOf(specs, ran) {
  return (await answeredOf(specs, ran)).map(({ answer }) => answer);
}
async function answeredOf(specs, { request, run }, mode = modeOf(run)) {
  const judge = judging(request);
  const alone = await aloneOf(specs, run, judge);
  const answers = [];
  for (const spec of specs) {
    const own = alone.get(spec);
    answers.push(
      own === void 0 || spec.requirement === void 0 ? { answer: { ...unanswered(spec), ...refused(`spec/${spec.refused?.code ?? "invalid"}`) }, own: void 0 } : { answer: await answerTo(spec, spec.requirement, own, { judge, mode }), own }
    );
  }
  return answers;
}
function unjudged(specs, code) {
  const answers = specs.map((spec) => ({
    ...unanswered(spec),
    ...refused(spec.refused === void 0 ? `error/${code}` : `spec/${spec.refused.code}`)
  }));
  return Promise.resolve(textOf(answers));
}
async function offersTo(specs, { request, run }) {
  if (run.judgement.verdict !== "fail") return "";
  const judge = judging(request);
  const alone = await aloneOf(specs, run, judge);
  const lines = [];
  for (const [{ name, requirement }, own] of alone) {
    if (name === null || requirement === void 0) continue;
    const { decision } = decided(own.findings, own.run.comparison.errors, modeOf(own.run));
    const version = decision === "allow" ? null : await admissibleVersion(own.run, requirement, judge);
    if (version !== null) {
      lines.push(`${quoted(`${name}@${version}`)} would be admitted: the newest of those that were tried.
`);
    }
  }
  return lines.length === 0 ? "" : `
${lines.join("")}`;
}
function judging(request) {
  return (requirement) => runGate({ ...request, vet: [requirement] });
}
async function answerTo(spec, requirement, { run, findings }, { judge, mode }) {
  const { comparison } = run;
  const name = spec.name ?? requirement.name;
  const changes = comparison.changes.filter((each) => each.direct && each.name === name);
  const version = (changes.find((each) => each.previousVersion !== each.version) ?? changes[0])?.version ?? "";
  const isJudged = comparison.errors.length === 0 && !run.failed && changes.length > 0;
  const isUnsaid = comparison.errors.length === 0 && !isJudged;
  const answer = isUnsaid ? refused("error/not-judged") : decided(findings, comparison.errors, mode);
  return {
    ...{ spec: spec.text, name, version: import_semver3.default.valid(version) === null ? null : version, ...answer },
    notJudged: isJudged ? leftOut(run.collected.dossiers) : [],
    admissible: answer.decision === "allow" || !isJudged ? null : await admissibleVersion(run, requirement, judge),
    useInstead: isJudged ? await useInstead(run, name, version) : null
  };
}
var unanswered = ({ text, name }) => ({
  ...{ spec: text, name, version: null, notJudged: [], admissible: null, useInstead: null }
});
function textOf(answers) {
  const document = { schema: "lockgate-answer/1", answers: answers.map(inOrder) };
  return jsonText(document);
}
function inOrder({
  spec,
  name,
  version,
  decision,
  codes,
  notJudged: notJudged2,
  admissible,
  passesAt,
  useInstead: useInstead2,
  basis
}) {
  const answer = { spec, name, version, decision, codes, notJudged: notJudged2, admissible, passesAt, useInstead: useInstead2 };
  return basis === void 0 ? answer : { ...answer, basis };
}
export {
  answersTo,
  offersTo,
  requiredAnswersTo,
  unjudged
};
