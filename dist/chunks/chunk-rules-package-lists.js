import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  compileSelector,
  namesNothing,
  selectorProblem
} from "./chunk-text-selectors.js";
import {
  splitSelector
} from "./chunk-model-options.js";
import {
  require_semver
} from "./chunk-semver.js";
import {
  compileGlob
} from "./chunk-text-glob.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/rules/package-lists.ts
var import_semver = __toESM(require_semver(), 1);
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
  return (name, version) => named(name) && (range === void 0 || import_semver.default.valid(version) === null || import_semver.default.satisfies(version, range, { includePrerelease: true }));
});

export {
  selector,
  sentence,
  admits,
  keepsOut
};
