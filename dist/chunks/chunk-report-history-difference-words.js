import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  outcomeTitles,
  outcomes,
  policyName
} from "./chunk-report-history-words.js";
import {
  list,
  number,
  plural
} from "./chunk-report-view-text-words.js";
import {
  limits
} from "./chunk-text-visible.js";

// src/report/history/difference-words.ts
function policyWords({ source, mode, preset }, show) {
  const name = policyName(source, show);
  const chosen = preset === null || source === `preset ${preset}` ? "" : ` with the preset ${preset} instead of what it extends`;
  return `${name}${chosen}${mode === "observe" ? " (mode observe: it blocks only what cannot be waived)" : ""}`;
}
function differentChanges(changes, compared) {
  const different = new Set(compared.differences.map(({ commit }) => commit));
  return changes.flatMap((a, at) => {
    const b = compared.changes[at];
    return b !== void 0 && different.has(a.commit) ? [{ a, b }] : [];
  });
}
function agreementWords({ changes, differences, warningsOnly }) {
  const all = changes.length;
  const warned = warningsOnly === 0 ? "" : ` In ${number(warningsOnly)} of these only warnings differ.`;
  if (differences.length === 0) {
    const what = all === 1 ? "the only change" : `all ${number(all)} changes`;
    return `No difference: A and B say the same of ${what}.${warned}`;
  }
  const said = effectWords.flatMap(([effect, words]) => {
    const count = differences.filter((each) => each.effect === effect).length;
    return count === 0 ? [] : [words(number(count))];
  });
  return `A and B say the same of ${number(all - differences.length)} of ${plural(all, "change")}. ${sentence(said.join("; "))}.${warned}`;
}
var sentence = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);
var effectWords = [
  ["stops", (count) => `B stops ${count} that A lets in`],
  ["lets-in", (count) => `B lets in ${count} that A stops`],
  ["otherwise", (count) => `both stop ${count} for different reasons or times`],
  ["unknown", (count) => `${count} cannot be compared, because one of the two could not be judged`]
];
function totalsRows({ totals, compared }) {
  return outcomes.filter((outcome) => totals[outcome] + compared.totals[outcome] > 0).map((outcome) => [outcomeTitles[outcome], number(totals[outcome]), number(compared.totals[outcome])]);
}
var few = 3;
function differenceWords({ rule, findings, changes, about }, show) {
  const shown = about.slice(0, few).map((each) => show(each, limits.name));
  const others = about.length > few ? ["others"] : [];
  return `${rule}: ${plural(findings, "finding")} in ${plural(changes, "change")} (${list([...shown, ...others])})`;
}
var onlyTitles = { letsIn: "B lets in what A stops", stops: "B stops what A lets in" };

export {
  policyWords,
  differentChanges,
  agreementWords,
  totalsRows,
  differenceWords,
  onlyTitles
};
