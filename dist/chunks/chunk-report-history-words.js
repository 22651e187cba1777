import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  list,
  minute,
  number,
  plural
} from "./chunk-report-view-text-words.js";
import {
  limits
} from "./chunk-text-visible.js";

// src/report/history/words.ts
var outcomeTitles = {
  passed: "pass",
  waits: "wait",
  decision: "need a decision",
  blocked: "blocked",
  "past-judging": "past judging",
  unanswered: "not answered"
};
var outcomes = [
  ...["passed", "waits", "decision", "blocked", "past-judging", "unanswered"]
];
var pastWords = {
  removed: "not in the registry any more",
  "known-today": "a record that is known today, nobody says since when",
  "unknown-time": "publish time unknown",
  "published-later": "published after this commit, by what the registry says",
  unreadable: "unreadable lockfile",
  "not-locked": "not in the lockfile",
  "not-evaluated": "could not be evaluated"
};
var hoursPerDay = 24;
function lengthWords(hours) {
  return hours <= 2 * hoursPerDay ? plural(hours, "hour") : plural(Math.ceil(hours / hoursPerDay), "day");
}
var few = 2;
var aboutWords = (about, findings, show) => {
  const shown = about.slice(0, few).map((each) => show(each, limits.name));
  return findings > shown.length ? `${shown.join(", ")} and ${number(findings - shown.length)} more` : shown.join(", ");
};
function reasonWords(reasons, show) {
  if (reasons.length === 0) return "";
  const shown = reasons.slice(0, few).map((each) => show(each, limits.path));
  const more = reasons.length > few ? [plural(reasons.length - few, "more reason")] : [];
  return `: ${list([...shown, ...more])}`;
}
function blockWords(blocks, show) {
  const judged = blocks.filter(({ indeterminate }) => !indeterminate);
  const rest = blocks.filter(({ indeterminate }) => indeterminate);
  const about = [...new Set(rest.flatMap((block) => block.about))];
  const most = Math.max(0, ...rest.map(({ findings }) => findings));
  const reasons = [...new Set(rest.flatMap((block) => block.reasons))];
  const names = rest.length > few ? plural(rest.length, "rule") : list(rest.map(({ rule }) => rule));
  return [
    ...judged.map((block) => `${block.rule} (${aboutWords(block.about, block.findings, show)})`),
    ...rest.length === 0 ? [] : [
      `not judged by ${names} (${aboutWords(about, Math.max(about.length, most), show)}${reasonWords(reasons, show)})`
    ]
  ].join(", ");
}
function verdictWords(change, show) {
  const { outcome, blocks, decisions, pastJudging, unanswered, waits, counts } = change;
  const parts = [
    ...unanswered === 0 ? [] : [`not answered: ${plural(unanswered, "finding")}`],
    ...blocks.length === 0 ? [] : [`blocked: ${blockWords(blocks, show)}`],
    ...pastJudging.map(
      ({ reason, about, findings }) => `past judging: ${pastWords[reason]} (${aboutWords(about, findings, show)})`
    ),
    ...decisions.length === 0 ? [] : [`a decision: ${blockWords(decisions, show)}`],
    ...waits === null ? [] : [`waits ${lengthWords(waits.hours)}, until ${minute(waits.until)} (${list(waits.rules)})`]
  ];
  if (outcome !== "passed") return parts.join("; ");
  return counts.warnings === 0 ? "pass" : `pass, ${plural(counts.warnings, "warning")}`;
}
function totalsWords(totals) {
  const said = outcomes.filter((outcome) => totals[outcome] > 0);
  return said.map((outcome) => `${number(totals[outcome])} ${outcomeTitles[outcome]}`).join(", ");
}
var isPreset = (source) => /^preset (?:audit|attacks|recommended|strict)$/.test(source);
var policyName = (source, show) => isPreset(source) ? `the ${source}` : show(source);
function headline({ changes, asked, branch, policy, isCut, compared }, show) {
  const by = compared === void 0 ? `${policyName(policy.source, show)} as it is now` : "two policies";
  const last = changes.length === 1 ? "lockfile change" : plural(changes.length, "lockfile change");
  const what = `The last ${last} of ${show(branch)}, each as of its commit time, by ${by}.`;
  if (isCut) return `${what} This clone is shallow and holds no older ones: git fetch --unshallow.`;
  return changes.length < asked ? `${what} There are no older ones.` : what;
}
function emptyWords({ branch, isCut }, show) {
  if (isCut) {
    return `This clone is shallow and holds no lockfile change of ${show(branch)}: run git fetch --unshallow, then rehearse again.`;
  }
  return `No commit of ${show(branch)} after the first one changed a lockfile, so there is nothing to rehearse. Name another branch with --branch, or judge what is locked now: lockgate audit`;
}
var caveat = "A rehearsal admits nothing. Ages, and what was published later, are as of each commit; advisories, deprecations and download counts are those of today.";
function adviceWords({ kind, letsThrough, changes, findings, rule, cost }) {
  const covers = `Lets through ${plural(letsThrough, "change")} by itself; covers ${plural(findings, "finding")}${rule === null ? "" : ` of ${rule}`} in ${plural(changes, "change")}.`;
  return `${covers} ${kind === "policy" ? `It weakens ${rule ?? "every rule"}: ` : ""}${cost}`;
}
function restWords({ rest }) {
  if (rest.length === 0) return void 0;
  const rules = rest.map(({ rule, changes }) => `${rule} (${plural(changes, "change")})`);
  return `No line is offered for what could be an attack or has no setting: ${list(rules)}. Look at these; an exception names one package version.`;
}

export {
  outcomeTitles,
  outcomes,
  verdictWords,
  totalsWords,
  policyName,
  headline,
  emptyWords,
  caveat,
  adviceWords,
  restWords
};
