import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  patternProblem
} from "./chunk-text-selectors.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/policy/match.ts
function pathPatternProblem(text) {
  if (text.endsWith("/")) return `expected a pattern of files; a folder's are ${quoted(`${text}**`)}`;
  if (text.split("/").some((segment) => segment === "" || segment === "." || segment === "..")) {
    return "expected a path from the root of the repository, without `/` in front and without empty, `.` or `..` segments";
  }
  return patternProblem(text);
}

export {
  pathPatternProblem
};
