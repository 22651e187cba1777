import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  splitSelector
} from "./chunk-model-options.js";
import {
  require_semver
} from "./chunk-semver.js";
import {
  compileGlob,
  globProblem
} from "./chunk-text-glob.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/text/selectors.ts
var import_semver = __toESM(require_semver(), 1);
var longest = 256;
function selectorProblem(text) {
  const { name, range } = splitSelector(text);
  const problem = globProblem(name);
  if (problem !== void 0) return problem;
  if (!/^(@[^\s@/]+\/)?[^\s@/]+$/.test(name)) {
    return "expected a package, such as `left-pad`, `@acme/*`, `left-pad@1.3.0` or `left-pad@^1.2.0`";
  }
  if (range !== void 0 && range.length > longest) return `expected a range of at most ${longest} characters`;
  if (range !== void 0 && (range.trim() === "" || import_semver.default.validRange(range) === null)) {
    return "expected a version or a range after `@`, such as `left-pad@1.3.0` or `left-pad@^1.2.0`";
  }
  return void 0;
}
function namesNothing(selector) {
  return !/[^*?@/]/.test(splitSelector(selector).name);
}
function spansScopes(selector) {
  const { name } = splitSelector(selector);
  return /[*?]/.test(name) && !/^@[^*?/]+\//.test(name);
}
function compileSelector(selector) {
  const { name: pattern, range } = splitSelector(selector);
  const named = compileGlob(pattern);
  return (name, version) => named(name) && (range === void 0 || import_semver.default.satisfies(version, range));
}

export {
  selectorProblem,
  namesNothing,
  spansScopes,
  compileSelector
};
