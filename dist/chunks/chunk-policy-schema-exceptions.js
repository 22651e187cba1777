import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  namesNothing,
  selectorProblem
} from "./chunk-text-selectors.js";
import {
  decidedFileCodes,
  elsewhereCodes,
  fileCodes,
  isWaivable
} from "./chunk-policy-waivable.js";
import {
  rootPathProblem
} from "./chunk-text-paths.js";
import {
  _enum,
  array,
  iso_exports,
  strictObject,
  string
} from "./chunk-zod.js";
import {
  pathGlobProblem
} from "./chunk-text-glob.js";

// src/policy/schema/parts.ts
function textThat(problem, expected) {
  return string({ error: expected }).check((context) => {
    const message = problem(context.value);
    if (message !== void 0) context.issues.push({ code: "custom", message, input: context.value });
  });
}
var sentence = (expected) => string({ error: expected }).trim().min(1, { error: expected }).max(1e3, { error: "expected at most 1000 characters" });
function distinctBy(keyOf, message) {
  return (context) => {
    const seen = /* @__PURE__ */ new Set();
    context.value.forEach((item, index) => {
      const key = keyOf(item);
      if (key === void 0) return;
      if (seen.has(key)) context.issues.push({ code: "custom", message, input: item, path: [index] });
      seen.add(key);
    });
  };
}
var pathPatterns = (which) => array(textThat(pathGlobProblem, "expected a pattern of paths, such as `apps/**`"), {
  error: 'expected a list of patterns, such as `["apps/**"]`'
}).describe(`Patterns of the lockfiles that are ${which}: \`*\`, \`**\` and \`?\`, from the root of the repository.`);

// src/policy/schema/waivable.ts
var unwaivable = "expected a rule that can be waived: this one is part of the floor, which nothing can lower";
function waiverProblem(id, rules) {
  const rule = rules.find((one) => one.id === id);
  if (rule === void 0) return void 0;
  if (rule.floor === "whole") return unwaivable;
  if (rule.subject !== "package") return "expected a rule about packages";
  return isWaivable(rule) ? void 0 : "expected a rule that can be waived: remove the entry from `deny` instead";
}
var waivableIds = (rules) => rules.filter(isWaivable).map(({ id }) => id);
function codeProblem(code, rules) {
  const reporter = rules.find(({ messages }) => typeof code === "string" && Object.hasOwn(messages, code));
  const severity = typeof code === "string" ? reporter?.messages[code]?.severity : void 0;
  if (reporter === void 0 || severity === void 0) return void 0;
  if (reporter.subject !== "lockfile") return "expected a code of findings about files";
  if (severity === "note") return "expected a code that blocks or warns: this one is only ever a note";
  if (decidedFileCodes.has(String(code))) {
    return "expected another code: people decide about this one, never an exception";
  }
  return severity === "mandatory" || reporter.floor === "whole" ? "expected a code that can be waived: this one is part of the floor, which nothing can lower" : void 0;
}
var waivableCodes = (rules) => [...fileCodes(rules).keys()];

// src/policy/schema/exceptions.ts
var maxExceptions = 500;
var advisoryExpected = "expected the id of an advisory, such as `GHSA-44c6-4v22-4mhx`";
var pathExpected = "expected the path of the file, such as `.yarnrc.yml`";
var decidedExpected = "expected another file: people decide about the policy and about records of decisions (`/approve-file`), never an exception";
var fingerprintExpected = "expected the fingerprint of the finding, as `--format json` prints it: 64 hex digits";
var ofPackage = ["package", "rules", "advisories"];
var ofFile = ["path", "codes", "fingerprint"];
var isOfFile = (entry) => ofFile.some((key) => entry[key] !== void 0);
function exceptedBy(entry) {
  const { package: selector, rules, advisories, path, codes, fingerprint } = entry;
  if (path !== void 0 && codes !== void 0 && fingerprint !== void 0) {
    return { about: "file", path, codes, fingerprint };
  }
  if (selector === void 0 || rules === void 0) {
    throw new TypeError("an exception names neither a package nor a file");
  }
  return { about: "package", package: selector, rules, ...advisories === void 0 ? {} : { advisories } };
}
function exception(rules) {
  const about = array(
    textThat(
      (text) => /^[A-Z]{2,16}(-[A-Za-z0-9]{1,32}){1,8}$/.test(text) ? void 0 : advisoryExpected,
      advisoryExpected
    ),
    { error: "expected a list of advisories, such as `[GHSA-44c6-4v22-4mhx]`" }
  ).min(1, { error: "expected at least one advisory; leave the key out to waive all of them" }).max(100, { error: "expected at most 100 advisories" }).check(distinctBy((one) => one, "the advisory is listed twice"));
  const fields = strictObject({
    id: textThat(
      (text) => /^[A-Za-z0-9][A-Za-z0-9._/#-]{0,63}$/.test(text) ? void 0 : "expected an id, such as `SEC-1412`",
      "expected an id, such as `SEC-1412`"
    ).optional().describe("The id that reports use."),
    package: textThat(
      (text) => selectorProblem(text) ?? (namesNothing(text) ? "expected a name: wildcards alone would cover every package" : void 0),
      "expected a package, such as `left-pad@1.3.0`"
    ).optional().describe(
      "`name`, `name@version` or `name@range`; `*` and `?` stand for parts of the name. Required, with `rules`, where there is no `path`."
    ),
    rules: array(_enum(waivableIds(rules), { error: ({ input }) => waiverProblem(input, rules) }), {
      error: "expected a list of rules, such as `[cooldown]`"
    }).min(1, { error: "expected at least one rule" }).check(distinctBy((one) => one, "the rule is listed twice")).optional().describe("The rules that it waives for the package."),
    advisories: about.optional().describe(
      "The advisories that it waives, where the rule is `advisory`: a finding is covered only where each of its advisories is listed, by any of its ids (GHSA, CVE)."
    ),
    path: textThat((text) => rootPathProblem(text) === void 0 ? void 0 : pathExpected, pathExpected).optional().describe(
      "Instead of `package` and `rules`: the file that a finding is about, from the root of the repository, without wildcards. Needs `codes` and `fingerprint`."
    ),
    codes: array(_enum(waivableCodes(rules), { error: ({ input }) => codeProblem(input, rules) }), {
      error: "expected a list of codes, such as `[setting-changed]`"
    }).min(1, { error: "expected at least one code" }).check(distinctBy((one) => one, "the code is listed twice")).optional().describe("The codes that it waives for the file: a finding is covered only where each of its codes is listed."),
    fingerprint: textThat(
      (text) => /^[0-9a-f]{64}$/.test(text) ? void 0 : fingerprintExpected,
      fingerprintExpected
    ).optional().describe(
      "The fingerprint of the finding about the file. It is over the content of the files that the finding is about, before and after: other content is another finding."
    ),
    reason: sentence("expected the reason, in words").describe("Why, for whoever reads it in a year."),
    owner: sentence("expected who answers for it").optional().describe("Who answers for it."),
    expires: iso_exports.date({ error: "expected a date, such as `2026-12-31`" }).describe("The first day (UTC) on which it no longer applies.")
  });
  return fields.check(ofOneKind).meta({
    oneOf: [{ required: ofPackage.slice(0, 2) }, { required: ofFile }]
  });
}
var isDecidedPath = (path) => /^\.github\/dependency-(?:policy\.ya?ml$|approvals(?:\/|$))/i.test(path);
var isAboutPath = ({ codes = [] }) => !codes.every((code) => elsewhereCodes.has(code));
function ofOneKind({ value, issues }) {
  const refuse = (key, message) => issues.push({ code: "custom", message, path: [key], input: value[key] });
  if (!isOfFile(value)) {
    if (value.package === void 0) {
      refuse("package", "expected a package with `rules`, or a `path` with `codes` and `fingerprint`");
    }
    if (value.rules === void 0) refuse("rules", "expected a list of rules, such as `[cooldown]`");
    if (value.advisories !== void 0 && value.rules?.some((rule) => rule !== "advisory") === true) {
      refuse("advisories", "expected `rules: [advisory]` with it: no other rule is about advisories");
    }
    return;
  }
  for (const key of ofPackage) {
    if (value[key] !== void 0) {
      refuse(key, "expected no such key with `path`, `codes` and `fingerprint`: it is about a file");
    }
  }
  if (value.path === void 0) refuse("path", pathExpected);
  else if (isDecidedPath(value.path) && isAboutPath(value)) refuse("path", decidedExpected);
  if (value.codes === void 0) refuse("codes", "expected a list of codes, such as `[setting-changed]`");
  if (value.fingerprint === void 0) refuse("fingerprint", fingerprintExpected);
}

export {
  textThat,
  sentence,
  distinctBy,
  pathPatterns,
  waiverProblem,
  waivableIds,
  maxExceptions,
  exceptedBy,
  exception
};
