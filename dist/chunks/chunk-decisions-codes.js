import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  effectiveLevel
} from "./chunk-judge-finding.js";
import {
  compareText
} from "./chunk-text-order.js";

// src/decisions/codes.ts
function coversCodes(named, blocking, rules) {
  const all = /* @__PURE__ */ new Set([...named, ...named.flatMap((code) => laterCodes(code, rules))]);
  return blocking.every((code) => all.has(code) || messageOf(code, rules)?.asksForDecision === true);
}
function laterCodes(code, rules) {
  const [rule] = code.split("/", 1);
  return (messageOf(code, rules)?.becomes ?? []).map((later) => `${rule ?? ""}/${later}`);
}
function messageOf(named, rules) {
  const [id = "", code = ""] = named.split("/");
  const messages = rules.find((rule) => rule.id === id)?.messages ?? {};
  return Object.hasOwn(messages, code) ? messages[code] : void 0;
}
function blockingCodes(finding, rule, applied) {
  const levels = finding.codes.map((code) => {
    const message = Object.hasOwn(rule.messages, code) ? rule.messages[code] : void 0;
    const each = applied.flatMap((settings) => settings.get(rule.id) ?? []);
    if (message === void 0 || each.length === 0) return { code, isError: true, floor: finding.floor };
    const effective = each.map((setting) => effectiveLevel(rule.floor, message.severity, setting, code));
    return {
      code,
      isError: effective.some(({ level }) => level === "error"),
      floor: effective.some(({ floor }) => floor)
    };
  });
  const errors = levels.filter(({ isError }) => isError);
  const counted = errors.length > 0 ? errors : levels;
  const codesOf = (of) => [...new Set(of.map(({ code }) => code))].sort(compareText);
  return { codes: codesOf(counted), floor: codesOf(counted.filter(({ floor }) => floor)) };
}

export {
  coversCodes,
  blockingCodes
};
