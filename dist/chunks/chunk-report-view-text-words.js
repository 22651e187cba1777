import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  limits,
  visible
} from "./chunk-text-visible.js";

// src/report/view/text-words.ts
function number(count) {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
function plural(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}
function packageTitle({ name, version }, show) {
  const shown = show(name, limits.name);
  return version === null ? shown : `${shown} ${show(version, limits.version)}`;
}
function list(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
var levelWords = { error: "error", warn: "warning", note: "note" };
function minute(instant) {
  return visible(instant, limits.version).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/u, "$1 $2 UTC");
}

export {
  number,
  plural,
  packageTitle,
  list,
  levelWords,
  minute
};
