import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_semver
} from "./chunk-semver.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/model/options.ts
var import_semver = __toESM(require_semver(), 1);
var hour = 36e5;
var durationForm = /^(0|[1-9]\d{0,4})([hd])$/;
var durationExpected = "expected a duration in hours or days, such as `72h` or `7d`";
function hoursOf(duration2) {
  const [, count, unit] = durationForm.exec(duration2) ?? [];
  if (count === void 0) throw new TypeError(`not a duration: ${duration2}`);
  return Number(count) * (unit === "d" ? 24 : 1);
}
function canonicalDuration(duration2) {
  if (!durationForm.test(duration2)) return duration2;
  const hours = hoursOf(duration2);
  return hours > 72 && hours % 24 === 0 ? `${hours / 24}d` : `${hours}h`;
}
function duration(z) {
  return z.string({ error: durationExpected }).regex(durationForm, { error: durationExpected }).overwrite(canonicalDuration);
}
function milliseconds(duration2) {
  return hoursOf(duration2) * hour;
}
function spelled(duration2) {
  const canonical = canonicalDuration(duration2);
  const count = canonical.slice(0, -1);
  return canonical.endsWith("d") ? `${count} days` : `${count} h`;
}
function splitSelector(text) {
  const at = text.lastIndexOf("@");
  return at > 0 ? { name: text.slice(0, at), range: text.slice(at + 1) } : { name: text };
}
function selectorProblem(text) {
  const { name, range } = splitSelector(text);
  if (/[*?{}[\]()!]/.test(name)) return "expected the name of one package, without wildcards";
  if (!/^(@[^\s@/]+\/)?[^\s@/]+$/.test(name)) return "expected a package name, such as `esbuild` or `@acme/tool`";
  if (range !== void 0 && (range.trim() === "" || import_semver.default.validRange(range) === null)) {
    return "expected a version or a range after `@`, such as `sharp@0.34.1` or `sharp@>=0.33.0`";
  }
  return void 0;
}
function packageSelectors(z) {
  const selector = z.string({ error: "expected a package, such as `esbuild` or `sharp@>=0.33.0`" }).check((context) => {
    const problem = selectorProblem(context.value);
    if (problem !== void 0) context.issues.push({ code: "custom", message: problem, input: context.value });
  });
  return z.array(selector, { error: 'expected a list of packages, such as `["esbuild", "sharp@>=0.33.0"]`' });
}
function selects(selectors, name, version) {
  return selectors.some((text) => {
    const selector = splitSelector(text);
    return selector.name === name && (selector.range === void 0 || import_semver.default.satisfies(version, selector.range));
  });
}

export {
  duration,
  milliseconds,
  spelled,
  splitSelector,
  packageSelectors,
  selects
};
