import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  mergeMessages,
  messageOf,
  ownOf
} from "./chunk-policy-lists.js";
import {
  isCoverable
} from "./chunk-policy-waivable.js";
import {
  spansScopes
} from "./chunk-rules.js";

// src/policy/exceptions.ts
var hygieneRule = "exception-hygiene";
function endOf({ expires }) {
  return `${expires}T00:00:00.000Z`;
}
function isExpired(exception, now) {
  return Date.parse(now) >= Date.parse(endOf(exception));
}
function applyExceptions({ findings, policy, now, complete, rules }) {
  const valid = policy.exceptions.filter((exception) => !isExpired(exception, now));
  const used = /* @__PURE__ */ new Set();
  const covered = findings.map((finding) => {
    const exception = isCoverable(finding) ? valid.find((candidate) => covers(candidate, finding)) : void 0;
    if (exception === void 0) return finding;
    used.add(exception);
    return finding.status === "reported" ? { ...finding, status: "excepted", decision: exception.id } : finding;
  });
  const own = policy.exceptions.filter(({ line }) => line > 0);
  const hygiene = own.flatMap((exception) => {
    const codes = [
      ...isExpired(exception, now) ? ["expired"] : [],
      ...exception.about === "package" && spansScopes(exception.package) ? ["too-wide"] : [],
      ...complete && !isExpired(exception, now) && !used.has(exception) ? ["unused"] : []
    ];
    return hygieneFinding(exception, codes, policy, rules) ?? [];
  });
  return [...covered, ...hygiene];
}
function covers(exception, finding) {
  return exception.about === "file" ? coversFile(exception, finding) : coversPackage(exception, finding);
}
function coversFile(exception, { lockfile, codes, fingerprint, ofFiles }) {
  return ofFiles === true && exception.path === lockfile && exception.fingerprint === fingerprint && codes.every((code) => exception.codes.includes(code));
}
function coversPackage({ rules, advisories, selects }, { rule, name, version, about, aliases = {} }) {
  return name !== null && version !== null && rules.includes(rule) && (advisories === void 0 || about?.every((id) => [id, ...ownOf(aliases, id)].some((each) => advisories.includes(each))) === true) && selects(name, version);
}
function hygieneFinding(exception, codes, policy, rules) {
  const rule = rules.find(({ id }) => id === hygieneRule);
  const setting = policy.settings.get(hygieneRule);
  if (rule === void 0 || setting === void 0) return void 0;
  const subject = { name: null, version: null, lockfile: policy.source, line: exception.line };
  const named = exception.about === "file" ? { path: exception.path, codes: exception.codes.join(", "), fingerprint: exception.fingerprint } : { package: exception.package, rules: exception.rules.join(", ") };
  const stable = { ...named, ...exception.named ? { id: exception.id } : {} };
  const args = { ...stable, expires: endOf(exception) };
  const messages = codes.flatMap((code) => messageOf(rule, setting, { code, args, stable }, subject) ?? []);
  return messages.length === 0 ? void 0 : mergeMessages(rule.id, subject, messages);
}

export {
  hygieneRule,
  endOf,
  isExpired,
  applyExceptions,
  covers
};
