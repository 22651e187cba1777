import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  headline,
  lineWords,
  nextWords,
  stateTitles,
  totalsWords,
  unreadWords,
  workflowWords
} from "./chunk-report-fleet-words.js";
import {
  painter
} from "./chunk-report-formats-paint.js";
import {
  wrap
} from "./chunk-report-formats-wrap.js";
import "./chunk-report-view-text-words.js";
import {
  logText
} from "./chunk-report-escape.js";
import "./chunk-report-view-project.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-judge-unavailable.js";
import "./chunk-model-effect.js";
import {
  quoted,
  visible
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/report/formats/fleet-text.ts
var colourOf = {
  ...{ open: "fail", unknown: "warn", protected: "pass", "no-lockfile": void 0, archived: void 0 }
};
var maxName = 40;
var gap = 2;
var show = (text, max) => quoted(text, max);
function fleetText(fleet, { colour, width }) {
  const paint = painter(colour);
  const { repositories } = fleet;
  const states = Math.max(...repositories.map(({ state }) => stateTitles[state].length)) + gap;
  const names = Math.min(maxName, Math.max(...repositories.map(({ repository }) => repository.length))) + gap;
  const rows = repositories.flatMap((each) => {
    const title = stateTitles[each.state];
    const start = `${title.padEnd(states)}${visible(each.repository).padEnd(names - gap)}${" ".repeat(gap)}`;
    const [first = "", ...rest] = wrap(`${start}${lineWords(each, show)}`, "", width, " ".repeat(states + gap));
    const verdict = colourOf[each.state];
    const head = verdict === void 0 ? paint.faint(title) : paint.verdict(verdict, title);
    return [`${head}${first.slice(title.length)}`, ...rest];
  });
  const next = nextWords(fleet, show);
  const lines = [
    ...wrap(headline(fleet, show), "", width, ""),
    "",
    ...rows,
    "",
    ...wrap(paint.strong(`In all: ${totalsWords(fleet)}`), "", width, ""),
    ...workflowWords(fleet, show).flatMap((words) => wrap(words, "", width)),
    ...unreadWords(fleet, show).flatMap((words, at) => [
      ...at === 0 ? ["", paint.strong("Not known, and what to grant")] : [],
      ...wrap(words, "  ", width)
    ]),
    ...next === void 0 ? [] : ["", ...wrap(`Next: ${next}`, "", width)],
    ""
  ];
  return logText(lines.join("\n"));
}
export {
  fleetText
};
