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
  __toESM
} from "./chunk-runtime.js";

// src/policy/waivable.ts
var import_semver = __toESM(require_semver(), 1);
var denyRule = "deny";
function isCoverable({ floor, rule, codes }) {
  return !floor && rule !== denyRule && !codes.some((code) => nameless.has(`${rule}/${code}`));
}
var nameless = new Set(
  ["git-elsewhere", "git-unmerged", "git-bytes", "git-unpinned"].map((code) => `source/${code}`)
);
var decidedFileCodes = /* @__PURE__ */ new Set([
  ...["policy-changed", "approvals-not-alone", "record-unproven", "record-altered", "record-misplaced"]
]);
var elsewhereCodes = /* @__PURE__ */ new Set(["base-not-a-baseline", "same-head-blocked"]);
function fileCodes(rules) {
  return new Map(
    rules.flatMap(
      (rule) => rule.subject !== "lockfile" || rule.floor === "whole" ? [] : Object.entries(rule.messages).flatMap(
        ([code, { severity }]) => severity === "mandatory" || severity === "note" || decidedFileCodes.has(code) ? [] : [[code, rule]]
      )
    )
  );
}
function isWaivable({ id, floor, subject }) {
  return floor !== "whole" && subject === "package" && id !== denyRule;
}
var decidedByVersion = /* @__PURE__ */ new Set(["provenance/agent-unproven"]);
function needsExactVersion({ rule, codes, outcome }) {
  const isUnknown = outcome === "indeterminate" && [...decidedByVersion].some((each) => each.startsWith(`${rule}/`));
  return isUnknown || codes.some((code) => decidedByVersion.has(`${rule}/${code}`));
}
function isExactSelector(selector) {
  const { name, range } = splitSelector(selector);
  return !/[*?]/.test(name) && range !== void 0 && import_semver.default.valid(range) !== null;
}

export {
  denyRule,
  isCoverable,
  decidedFileCodes,
  elsewhereCodes,
  fileCodes,
  isWaivable,
  needsExactVersion,
  isExactSelector
};
