import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  notJudgedGroups
} from "./chunk-report-view-not-judged.js";
import {
  list,
  number,
  plural
} from "./chunk-report-view-text-words.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  rankOfRule,
  wordsOfRule
} from "./chunk-report-view-rule-words.js";
import {
  effectOf
} from "./chunk-model-effect.js";
import {
  limits
} from "./chunk-text-visible.js";

// src/report/view/tally.ts
function tallies({ findings, policy }) {
  const none = { blocks: 0, warns: 0, notes: 0, covered: 0 };
  const counts = { violation: { ...none }, indeterminate: { ...none } };
  for (const finding of findings) counts[finding.outcome][effectOf(finding, policy.mode)] += 1;
  return { found: counts.violation, couldNotJudge: counts.indeterminate };
}
function tally(report) {
  const { found, couldNotJudge } = tallies(report);
  const sum = (effect) => found[effect] + couldNotJudge[effect];
  return { blocks: sum("blocks"), warns: sum("warns"), notes: sum("notes"), covered: sum("covered") };
}
var subjectKey = ({ name, version, lockfile }) => JSON.stringify(name === null ? [lockfile] : [name, version]);
function packagesOf(findings) {
  const single = findings.filter(({ name }) => name !== null);
  const folded = new Map(findings.filter(isFolded).map(({ fingerprint, packages = 0 }) => [fingerprint, packages]));
  return new Set(single.map(subjectKey)).size + [...folded.values()].reduce((sum, packages) => sum + packages, 0);
}
var filesOf = (findings) => new Set(findings.filter((each) => each.name === null && !isFolded(each)).map(subjectKey)).size;
var isFolded = ({ name, packages }) => name === null && packages !== void 0;
function isOutage(report) {
  const { found, couldNotJudge } = tallies(report);
  return report.verdict === "fail" && found.blocks === 0 && couldNotJudge.blocks > 0;
}
function tallyWords(report) {
  const { found, couldNotJudge } = tallies(report);
  const { blocks, warns, notes, covered } = found;
  const words = [
    blocks > 0 ? `${plural(blocks, "blocking finding")}${onWords(report)}` : "",
    warns > 0 ? plural(warns, "warning") : "",
    notes > 0 ? plural(notes, "note") : "",
    covered + couldNotJudge.covered > 0 ? plural(covered + couldNotJudge.covered, "covered finding") : ""
  ];
  return headline(report, list(words.filter((word) => word !== "")));
}
function packageTallyWords(report) {
  const { findings, policy } = report;
  const counted = findings.filter(({ outcome, status }) => outcome === "violation" || status !== "reported");
  const effects = [...groupBy(counted, subjectKey).values()].map((ofSubject) => {
    const present = new Set(ofSubject.map((finding) => effectOf(finding, policy.mode)));
    return { ofSubject, effect: order.find((effect) => present.has(effect)) };
  });
  const words = order.flatMap((effect) => {
    const found = effects.filter((each) => each.effect === effect).flatMap(({ ofSubject }) => ofSubject);
    const blocking = found.filter((finding) => effect === "blocks" && effectOf(finding, policy.mode) === "blocks");
    const more = packagesOf(blocking) + filesOf(blocking) < blocking.length;
    const counted2 = more ? ` (${plural(blocking.length, "finding")})` : "";
    return found.length === 0 ? [] : [`${subjectsWords(found)} ${effectWords[effect]}${counted2}`];
  });
  return headline(report, words.join(", "));
}
function onWords({ findings, policy }) {
  const blocking = findings.filter((each) => each.outcome === "violation" && effectOf(each, policy.mode) === "blocks");
  return packagesOf(blocking) + filesOf(blocking) < blocking.length ? ` on ${subjectsWords(blocking)}` : "";
}
var order = ["blocks", "warns", "notes", "covered"];
var effectWords = { blocks: "blocked", warns: "with warnings", notes: "with notes", covered: "covered" };
function subjectsWords(findings) {
  const packages = packagesOf(findings);
  const files = filesOf(findings);
  return list([
    ...packages > 0 || files === 0 ? [plural(packages, "package")] : [],
    ...files > 0 ? [plural(files, "file")] : []
  ]);
}
function headline(report, counted) {
  const unjudged = couldNotJudgeWords(report);
  const failed = report.errors.length > 0 ? [`could not evaluate ${plural(report.errors.length, "input")}`] : [];
  const nothing = failed.length > 0 ? [] : [unjudged.length > 0 ? "nothing found" : "nothing to report"];
  const missing = notJudgedGroups(report).map(
    ({ what, packages }) => `${list(what)} of ${plural(packages, "package")}`
  );
  return [
    ...failed,
    ...counted === "" ? nothing : [counted],
    ...unjudged,
    ...missing.length === 0 ? [] : [`not judged: ${missing.join("; ")}`]
  ].join("; ");
}
var namedRules = 4;
function couldNotJudgeWords({ findings, policy }) {
  const unjudged = findings.filter(({ outcome, status }) => outcome === "indeterminate" && status === "reported");
  const byRule = groupBy(
    unjudged.flatMap((finding) => (finding.rules ?? [finding.rule]).map((rule) => ({ rule, finding }))),
    ({ rule, finding }) => JSON.stringify([effectOf(finding, policy.mode) !== "blocks", rule])
  );
  const clauses = groupBy(byRule, ([key, ofRule]) => {
    const [passes] = JSON.parse(key);
    const subjects = ofRule.map(({ finding }) => isFolded(finding) ? finding.fingerprint : subjectKey(finding));
    return JSON.stringify([passes, [...new Set(subjects)].sort()]);
  });
  return [...clauses].sort(([a], [b]) => Number(a.startsWith("[true")) - Number(b.startsWith("[true"))).map(([key, rules]) => {
    const [passes] = JSON.parse(key);
    const ranked = rules.map(([, [first]]) => first?.rule ?? "").sort((a, b) => rankOfRule(a) - rankOfRule(b));
    const names = [...new Set(ranked.map((rule) => wordsOfRule(rule)?.what ?? "other rules"))];
    const shown = names.slice(0, namedRules);
    const rest = names.length > namedRules ? [`${number(names.length - namedRules)} more`] : [];
    const of = subjectsWords(rules.slice(0, 1).flatMap(([, ofRule]) => ofRule.map(({ finding }) => finding)));
    return `could not judge ${list([...shown, ...rest])} of ${of}${passes ? "" : ", which blocks"}`;
  });
}
function rulesWords({ findings, policy }, show) {
  const blocking = findings.filter(
    (finding) => finding.outcome === "violation" && effectOf(finding, policy.mode) === "blocks"
  );
  const rules = [...groupBy(blocking, ({ rule }) => rule)].map(([rule, ofRule]) => [rule, packagesOf(ofRule) + filesOf(ofRule)]).sort(([a, m], [b, n]) => n - m || compareText(a, b));
  const total = rules.reduce((sum, [, count]) => sum + count, 0);
  return total < 2 ? "" : rules.map(([rule, count]) => `${show(rule, limits.name)} ${number(count)}`).join(", ");
}

export {
  tallies,
  tally,
  subjectKey,
  isOutage,
  tallyWords,
  packageTallyWords,
  subjectsWords,
  rulesWords
};
