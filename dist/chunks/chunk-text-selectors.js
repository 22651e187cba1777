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

// src/text/selectors.ts
var import_semver2 = __toESM(require_semver(), 1);
var maxPattern = 256;
function patternProblem(text) {
  if (text === "") return "expected a pattern";
  if (text.length > maxPattern) return `expected a pattern of at most ${maxPattern} characters`;
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return "expected a pattern without control characters";
  if (/[{}[\]()\\|]/.test(text) || text.startsWith("!")) {
    return "expected a pattern of `*`, `**` and `?` only; braces, brackets, groups, escapes and negation are not known";
  }
  if (text.includes("***")) return "expected `*` or `**`, not more stars in a row";
  return void 0;
}
function tokenise(pattern) {
  const tokens = [];
  const characters = Array.from(pattern);
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] ?? "";
    if (character === "?") tokens.push({ kind: "one" });
    else if (character !== "*") tokens.push({ kind: "literal", character });
    else if (characters[i + 1] !== "*") tokens.push({ kind: "run" });
    else {
      const folders = characters[i + 2] === "/" && (i === 0 || characters[i - 1] === "/");
      if (folders) tokens.push({ kind: "optional", skip: 3 });
      tokens.push({ kind: "deep" });
      i++;
    }
  }
  return tokens;
}
function compilePattern(pattern) {
  if (!/[*?]/.test(pattern)) return (text) => text === pattern;
  const tokens = tokenise(pattern);
  return (text) => {
    let places = /* @__PURE__ */ new Set();
    const reach = (into, place) => {
      if (into.has(place)) return;
      into.add(place);
      const token = tokens[place];
      if (token?.kind === "optional") reach(into, place + token.skip);
      if (token?.kind === "optional" || token?.kind === "run" || token?.kind === "deep") reach(into, place + 1);
    };
    reach(places, 0);
    for (const character of text) {
      const next = /* @__PURE__ */ new Set();
      for (const place of places) {
        const token = tokens[place];
        if (token === void 0 || token.kind === "optional") continue;
        const takes = token.kind === "literal" ? token.character === character : token.kind === "deep" || character !== "/";
        if (takes) reach(next, token.kind === "literal" || token.kind === "one" ? place + 1 : place);
      }
      places = next;
      if (places.size === 0) return false;
    }
    return places.has(tokens.length);
  };
}
function selectorProblem2(text) {
  const { name, range } = splitSelector(text);
  const problem = patternProblem(name);
  if (problem !== void 0) return problem;
  if (!/^(@[^\s@/]+\/)?[^\s@/]+$/.test(name)) {
    return "expected a package, such as `left-pad`, `@acme/*`, `left-pad@1.3.0` or `left-pad@^1.2.0`";
  }
  if (range !== void 0 && range.length > maxPattern) return `expected a range of at most ${maxPattern} characters`;
  if (range !== void 0 && (range.trim() === "" || import_semver2.default.validRange(range) === null)) {
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
  const named = compilePattern(pattern);
  return (name, version) => named(name) && (range === void 0 || import_semver2.default.satisfies(version, range));
}

export {
  duration,
  milliseconds,
  spelled,
  splitSelector,
  packageSelectors,
  selects,
  patternProblem,
  compilePattern,
  selectorProblem2 as selectorProblem,
  namesNothing,
  spansScopes,
  compileSelector
};
