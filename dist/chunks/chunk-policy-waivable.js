import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/policy/waivable.ts
var denyRule = "deny";
function isCoverable({ floor, rule }) {
  return !floor && rule !== denyRule;
}
function fileCodes(rules) {
  return new Map(
    rules.flatMap(
      (rule) => rule.subject !== "lockfile" || rule.floor === "whole" ? [] : Object.entries(rule.messages).flatMap(
        ([code, { severity }]) => severity === "mandatory" || severity === "note" ? [] : [[code, rule]]
      )
    )
  );
}
function isWaivable({ id, floor, subject }) {
  return floor !== "whole" && subject === "package" && id !== denyRule;
}

export {
  denyRule,
  isCoverable,
  fileCodes,
  isWaivable
};
