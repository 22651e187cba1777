import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  limits,
  visible
} from "./chunk-text-visible.js";

// src/report/escape.ts
function logText(text) {
  return text.replace(/^([^\S\n]*):(?=:)/gmu, "$1\\u{3A}").replace(/##(?=[\w.]*\[)/gu, "#\\u{23}");
}
function codeSpan(text, max = limits.path) {
  const shown = visible(String(text), max).replace(/^ | $/gu, "\\u{20}").replace(/ (?= )/gu, "\\u{20}");
  if (shown === "") return '`""`';
  const runs = shown.match(/`+/gu) ?? [];
  const fence = "`".repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
  const pad = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}
function tableCell(markdown) {
  return markdown.replace(/\\+(?=\|)/gu, (run) => "\\u{5C}".repeat(run.length)).replaceAll("|", "\\|");
}
var plainWord = /^[("'“]*(?:[a-z\d]+(?:[-.,:/'’+%][a-z\d]+)*%?|[-–—=+/&→]|\.{3}|…)[)"'”.,;:!?…]*$/iu;
var looksLinked = /www\.|\b(?:gh|ghsa|cve)-|\b[\da-f]{7,64}\b|:[\w+-]+:|\/\//iu;
var startsBlock = /^(?:[-+=]|\d+[.)])/u;
var opensBeforeCode = /^[("'“]+$/u;
var followsCode = /^(?:'s)?[)"'”.,;:!?…]*$|^[-/]$/u;
function isPlain(word, before) {
  if (before?.code === true) return followsCode.test(word);
  if (before === void 0 && startsBlock.test(word)) return false;
  return opensBeforeCode.test(word) || plainWord.test(word) && !looksLinked.test(word);
}
function prose(message, max = limits.message) {
  const parts = [];
  for (const [token, span] of visible(message, max).trim().matchAll(/`([^`]+)`|[^\s`]+|\s+|`/gu)) {
    const before = parts.at(-1);
    const code = span !== void 0 || token.trim() !== "" && !isPlain(token, before);
    const text = token.trim() === "" ? " " : span ?? token;
    if (code && before?.code === true) parts[parts.length - 1] = { code, text: before.text + text };
    else parts.push({ code, text });
  }
  return parts.map(({ code, text }) => code ? codeSpan(text, Infinity) : text).join("");
}

export {
  logText,
  codeSpan,
  tableCell,
  prose
};
