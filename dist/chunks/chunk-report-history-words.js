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
  removed: "removed from the registry since",
  "not-listed": "not in the registry: removed since, or never there",
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
var whyWords = ({ rule, codes }) => rule === "existence" && codes.length > 0 && codes.every((code) => code.startsWith("unknown-")) ? ": nobody has published this name, it was never there or was removed since" : "";
function blockWords(blocks, show) {
  const judged = blocks.filter(({ indeterminate }) => !indeterminate);
  const rest = blocks.filter(({ indeterminate }) => indeterminate);
  const about = [...new Set(rest.flatMap((block) => block.about))];
  const most = Math.max(0, ...rest.map(({ findings }) => findings));
  const reasons = [...new Set(rest.flatMap((block) => block.reasons))];
  const names = rest.length > few ? plural(rest.length, "rule") : list(rest.map(({ rule }) => rule));
  return [
    ...judged.map((block) => `${block.rule} (${aboutWords(block.about, block.findings, show)}${whyWords(block)})`),
    ...rest.length === 0 ? [] : [
      `could not be judged by ${names} (${aboutWords(about, Math.max(about.length, most), show)}${reasonWords(reasons, show)})`
    ]
  ].join(", ");
}
function verdictWords(change, show) {
  const { outcome, blocks, decisions, pastJudging, unanswered, waits, counts, warningRules } = change;
  const parts = [
    ...unanswered === 0 ? [] : [`not answered: ${plural(unanswered, "finding")} left open`],
    ...blocks.length === 0 ? [] : [`blocked: ${blockWords(blocks, show)}`],
    ...pastJudging.map(
      ({ reason, about, findings }) => `past judging: ${pastWords[reason]} (${aboutWords(about, findings, show)})`
    ),
    ...decisions.length === 0 ? [] : [`needs a decision by a person: ${blockWords(decisions, show)}`],
    ...waits === null ? [] : [`waits ${lengthWords(waits.hours)}, until ${minute(waits.until)} (${list(waits.rules)})`]
  ];
  if (outcome !== "passed") return parts.join("; ");
  return counts.warnings === 0 ? "pass" : `pass, ${plural(counts.warnings, "warning")}${rulesWords(warningRules)}`;
}
var rulesWords = (rules) => rules.length === 0 ? "" : ` (${list([...rules.slice(0, namedRules), ...rules.length > namedRules ? ["others"] : []])})`;
var namedRules = 3;
function shortVerdictWords(change) {
  const { outcome, blocks, decisions, pastJudging, unanswered, waits, counts, warningRules } = change;
  if (outcome === "passed") return counts.warnings === 0 ? "pass" : `pass, warns${rulesWords(warningRules)}`;
  const rules = (all) => rulesWords([...new Set(all.map(({ rule }) => rule))]);
  return [
    ...unanswered === 0 ? [] : ["not answered"],
    ...blocks.length === 0 ? [] : [`blocked${rules(blocks)}`],
    ...pastJudging.length === 0 ? [] : ["past judging"],
    ...decisions.length === 0 ? [] : [`needs a decision${rules(decisions)}`],
    ...waits === null ? [] : [`waits ${lengthWords(waits.hours)}${rulesWords(waits.rules)}`]
  ].join("; ");
}
function legendWords({ totals, compared }) {
  const said = legends.flatMap(
    ([outcome, words]) => totals[outcome] + (compared?.totals[outcome] ?? 0) > 0 ? [words] : []
  );
  return said.length === 0 ? void 0 : said.join(" ");
}
var legends = [
  ["decision", "Need a decision: a person would have had to approve it."],
  [
    "past-judging",
    "Past judging: what the registry says today, or the lockfile of then, cannot tell how it was; it is no verdict."
  ],
  ["unanswered", "Not answered: a request failed or was not allowed; a further run may say more."]
];
function notAnsweredLines({ notAnswered }, show) {
  return notAnswered.map(
    ({ source, detail, findings, changes }) => `No answer from ${show(withoutUser(source), limits.path)}: ${show(detail, limits.path)}. This leaves ${plural(findings, "finding")} in ${plural(changes, "change")} open.`
  );
}
var withoutUser = (address) => address.replace(/(:\/\/)[^/?#]*@/, "$1***@");
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
function restWords({ rest, changes }) {
  const rules = rest.map(({ rule, changes: count }) => `${rule} (${plural(count, "change")})`);
  const deciding = changes.filter(({ decisions }) => decisions.length > 0);
  const decided = [...new Set(deciding.flatMap(({ decisions }) => decisions.map(({ rule }) => rule)))].sort();
  const said = [
    ...rules.length === 0 ? [] : [
      `No line is offered for what could be an attack or has no setting: ${list(rules)}. Look at these; where an exception is possible, it names one package version.`
    ],
    ...decided.length === 0 ? [] : [`No line replaces a decision by a person: ${list(decided)} (${plural(deciding.length, "change")}).`]
  ];
  return said.length === 0 ? void 0 : `${said.join(" ")} To see one as of then, with the policy and the registry of this rehearsal:`;
}
var shownCommands = 3;
function restCommands({ rest, changes }) {
  const rules = new Set(rest.map(({ rule }) => rule));
  return changes.filter(({ blocks, decisions }) => decisions.length > 0 || blocks.some(({ rule }) => rules.has(rule))).slice(0, shownCommands).map(({ commit, parent, judgedAt }) => `lockgate check --base ${parent} --head ${commit} --now ${judgedAt}`);
}

export {
  outcomeTitles,
  outcomes,
  verdictWords,
  shortVerdictWords,
  legendWords,
  notAnsweredLines,
  withoutUser,
  totalsWords,
  policyName,
  headline,
  emptyWords,
  caveat,
  adviceWords,
  restWords,
  restCommands
};
