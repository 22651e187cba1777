import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  list,
  number,
  plural
} from "./chunk-report-view-text-words.js";

// src/report/fleet/words.ts
var stateTitles = {
  ...{ open: "open", unknown: "unknown", protected: "protected", "no-lockfile": "no lockfile", archived: "archived" }
};
var problemTitles = {
  "plan-without-rules": "private, and the plan of its owner enforces no rules there",
  "branch-unprotected": "the branch is not protected",
  "check-not-required": "the check is not required",
  "no-gate": "no gate",
  "workflow-editable": "a pull request can replace the workflow",
  "owners-missing": "no code owner for the gate",
  "code-owner-review-off": "a review by the code owners is not required",
  "owners-faulty": "errors in CODEOWNERS",
  "workflows-may-approve": "workflows may approve pull requests",
  "approvals-editable": "no code owner whose review is required for who may approve",
  "bypass-open": "everybody with write access may bypass it",
  "event-missing": "the gate does not run on pull requests",
  "event-filtered": "the gate does not run on every pull request",
  "merge-group-missing": "the gate does not run in the merge queue",
  "job-conditional": "the job can be skipped",
  "input-proposed": "the pull request chooses an input of the gate",
  "environment-changing": "a variable of the environment changes the gate",
  "runs-before-gate": "something runs before the gate in its job",
  "runner-proposed": "the pull request chooses where the gate runs",
  "action-checked-out": "the action is whatever is checked out",
  "permission-missing": "the job lacks a permission",
  "baseline-missing": "the policy names a baseline that does not exist",
  "baseline-unprotected": "a baseline is not protected"
};
var actionsAppId = 15368;
var bySource = {
  ...{ "organisation-ruleset": "organisation ruleset", "repository-ruleset": "repository ruleset" },
  ...{ "enterprise-ruleset": "enterprise ruleset", "branch-protection": "branch protection" }
};
var actorKinds = {
  ...{ role: "role", team: "team", app: "App", user: "user", other: "others:" },
  "organisation-owners": "organisation owners",
  "enterprise-owners": "enterprise owners",
  "deploy-keys": "deploy keys"
};
var modes = {
  ...{ always: "", pull_request: " (pull requests only)", exempt: " (exempt, without a record)" }
};
var named = 3;
function headline({ organisation, counts, hidden }, show) {
  const { open, unknown, protected: kept } = counts;
  const all = open + unknown + kept;
  const who = `${show(organisation)}: `;
  if (all === 0) {
    return `${who}no repository with a JavaScript lockfile was found${hidden === 0 ? "" : " among those that this token sees"}.`;
  }
  const seen = hidden === 0 ? "" : ", of those that this token sees";
  const of = `of ${plural(all, "repository", "repositories")} with a JavaScript lockfile${seen}`;
  if (open > 0) return `${who}in ${number(open)} ${of}, a pull request can get past the gate.`;
  if (unknown > 0) return `${who}${number(unknown)} ${of} could not be evaluated.`;
  return `${who}no pull request can get past the gate in any ${of}, those aside who may bypass it.`;
}
function lineWords(each, show) {
  const { state, requiredBy, problems, installs, fork } = each;
  if (state === "archived" || state === "no-lockfile") return fork ? "fork" : "";
  const errors = [
    ...new Set(problems.flatMap(({ level, code }) => level === "error" ? [problemTitles[code] ?? code] : []))
  ];
  const unknown = problems.flatMap(({ level, message }) => level === "unknown" ? [message.replace(/\.$/, "")] : []);
  const weak = problems.filter(({ level, code }) => level === "warn" && code !== "installs-unjudged").length;
  const parts = [
    ...fork ? ["fork"] : [],
    ...errors,
    ...unknown.slice(0, 1),
    ...unknown.length > 1 ? [`${plural(unknown.length - 1, "further setting")} not read`] : [],
    ...requiredBy.map((requirement) => shortWords(requirement, show)),
    ...bypassWords(requiredBy, show),
    ...installWords(installs, show),
    ...weak === 0 ? [] : [plural(weak, "warning")]
  ];
  return parts.join("; ");
}
function gateWords(requiredBy, show) {
  const what = requiredBy.map((each) => `${requiredWords(each, show)} (${sourceWords(each, show)})`);
  return [`Merging requires ${list(what)}`, ...bypassWords(requiredBy, show)].join("; ");
}
function requiredWords({ kind, name, repository, app }, show) {
  if (kind === "workflow") return `the workflow ${show(`${repository ?? ""}/${name}`)}`;
  const from = app === null ? "from anybody" : app === actionsAppId ? "from any workflow" : `from the App with the id ${app}`;
  return `the check ${show(name)} ${from}`;
}
function sourceWords({ by, ruleset }, show) {
  return `${bySource[by]}${ruleset === null ? "" : ` ${show(ruleset.name ?? `id ${ruleset.id}`)}`}`;
}
function shortWords(each, show) {
  return each.kind === "workflow" ? sourceWords(each, show) : `${requiredWords(each, show).replace("the ", "")} (${sourceWords(each, show)})`;
}
function workflowWords({ repositories }, show) {
  const all = repositories.flatMap(({ requiredBy }) => requiredBy.filter(({ kind }) => kind === "workflow"));
  return [...new Set(all.map((each) => `The ${sourceWords(each, show)} requires ${requiredWords(each, show)}.`))];
}
function bypassWords(requirements, show) {
  const lists = [
    ...new Map(requirements.map((each) => [each.ruleset?.id ?? "branch protection", each])).values()
  ];
  return lists.map((each) => {
    const what = lists.length === 1 ? "it" : `the ${sourceWords(each, show)}`;
    if (each.bypass === null) return `who may bypass ${what} is not known`;
    if (each.bypass.length === 0) return `nobody may bypass ${what}`;
    return `may bypass ${what}: ${each.bypass.map((actor) => actorWords(actor, show)).join(", ")}`;
  });
}
function actorWords({ kind, name, mode }, show) {
  return `${actorKinds[kind]}${name === null ? "" : ` ${show(name)}`}${modes[mode]}`;
}
function installWords(installs, show) {
  if (installs.length === 0) return [];
  const paths = [...new Set(installs.map(({ workflow }) => workflow))];
  const more = paths.length > named ? ` and ${number(paths.length - named)} more` : "";
  const privileged = installs.some((each) => each.privileged) ? ", with the rights of the default branch" : "";
  const shown = paths.slice(0, named).map((path) => show(path));
  return [`installed before the verdict by ${shown.join(", ")}${more}${privileged}`];
}
function totalsWords({ counts }) {
  const aside = [
    ...counts["no-lockfile"] > 0 ? [`${number(counts["no-lockfile"])} without a JavaScript lockfile`] : [],
    ...counts.archived > 0 ? [`${number(counts.archived)} archived`] : []
  ];
  const judged = `${number(counts.open)} open, ${number(counts.unknown)} unknown, ${number(counts.protected)} protected`;
  return `${judged}${aside.length === 0 ? "" : `; not counted: ${aside.join(", ")}`}.`;
}
function unreadWords({ organisation, hidden, repositories }, show) {
  const reasons = /* @__PURE__ */ new Map();
  const add = (reason) => reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  for (const { problems, requiredBy } of repositories) {
    for (const { bypassUnread } of requiredBy.slice(0, 1)) {
      if (bypassUnread !== null) add(`Who may bypass the gate: ${bypassUnread}.`);
    }
    for (const fix of new Set(problems.flatMap((each) => each.level === "unknown" ? [each.fix] : []))) add(fix);
  }
  const hiddenWords = hidden === null ? [
    `GitHub tells only the owners of ${show(organisation)} how many private repositories it has: those that this token cannot see are not in this list. Run doctor with the token of an owner.`
  ] : hidden === 0 ? [] : [
    `${plural(hidden, "repository", "repositories")} of ${show(organisation)} cannot be seen with this token and ${hidden === 1 ? "was" : "were"} not examined: give it access to all repositories.`
  ];
  const ofRepositories = (count) => plural(count, "repository", "repositories");
  return [...hiddenWords, ...[...reasons].map(([reason, count]) => `${reason} (${ofRepositories(count)})`)];
}
function nextWords({ repositories, counts }, show) {
  const [worst] = repositories;
  if (worst === void 0 || counts.open + counts.unknown === 0) return void 0;
  const one = `${show(`lockgate doctor ${worst.repository}`)} prints the fixes for one repository.`;
  if (counts.open === 0) return one;
  return `Require the workflow of the gate for all repositories at once, by a ruleset of the organisation (docs/recipes.md, "A workflow that no pull request can edit"). ${one}`;
}

export {
  stateTitles,
  headline,
  lineWords,
  gateWords,
  workflowWords,
  totalsWords,
  unreadWords,
  nextWords
};
