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
function namesNothing(selector2) {
  return !/[^*?@/]/.test(splitSelector(selector2).name);
}
function spansScopes(selector2) {
  const { name } = splitSelector(selector2);
  return /[*?]/.test(name) && !/^@[^*?/]+\//.test(name);
}
function compileSelector(selector2) {
  const { name: pattern, range } = splitSelector(selector2);
  const named = compileGlob(pattern);
  return (name, version) => named(name) && (range === void 0 || import_semver.default.satisfies(version, range));
}

// src/rules/package-lists.ts
var import_semver2 = __toESM(require_semver(), 1);
var expected = "expected a package, such as `request`, `@acme/*` or `request@<3`";
function selector(z) {
  return z.string({ error: expected }).check((context) => {
    const wide = namesNothing(context.value) ? "expected a name: wildcards alone would match every package" : void 0;
    const message = selectorProblem(context.value) ?? wide;
    if (message !== void 0) context.issues.push({ code: "custom", message, input: context.value });
  });
}
function sentence(z, error) {
  return z.string({ error }).trim().min(1, { error }).max(1e3, { error: "expected at most 1000 characters" });
}
function once(compile) {
  const kept = /* @__PURE__ */ new Map();
  return (text) => {
    const known = kept.get(text) ?? compile(text);
    kept.set(text, known);
    return known;
  };
}
var admits = once(compileSelector);
var keepsOut = once((text) => {
  const { name: pattern, range } = splitSelector(text);
  const named = compileGlob(pattern);
  return (name, version) => named(name) && (range === void 0 || import_semver2.default.valid(version) === null || import_semver2.default.satisfies(version, range, { includePrerelease: true }));
});

export {
  selectorProblem,
  namesNothing,
  spansScopes,
  compileSelector,
  selector,
  sentence,
  admits,
  keepsOut
};
