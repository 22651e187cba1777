import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/policy/presets.ts
var levelOf = {
  recommended: (level) => level,
  strict: (level) => level === "warn" ? "error" : level,
  attacks: (level) => level === "error" ? "warn" : level,
  audit: (level) => level === "error" ? "warn" : level
};
function presetDefaults(name, rules) {
  const setting = (rule) => ({
    level: levelUnder(name, rule),
    advice: name === "strict" ? "error" : "warn",
    ...codesUnder(name, rule),
    options: {
      ...asObject(rule.defaults ?? {}),
      ...asObject((name === "recommended" ? void 0 : rule[name]) ?? {})
    }
  });
  return {
    unavailable: name === "audit" ? "warn" : "error",
    settings: new Map(rules.map((rule) => [rule.id, setting(rule)]))
  };
}
function codesUnder(name, { messages }) {
  const own = (stays2) => Object.entries(messages).flatMap(
    ([code, { severity }]) => typeof severity === "object" && "presets" in severity && (severity.stays ?? false) === stays2 ? [[code, severity.presets[name]]] : []
  );
  const [codes, stays] = [own(false), own(true)];
  return {
    ...codes.length > 0 && { codes: Object.fromEntries(codes) },
    ...stays.length > 0 && { stays: Object.fromEntries(stays) }
  };
}
function levelUnder(name, rule) {
  if (rule.floor === "whole") return "error";
  const own = name === "strict" || name === "attacks" ? rule.levels?.[name] : void 0;
  return own ?? levelOf[name](rule.recommended);
}
function asObject(options) {
  if (typeof options !== "object" || options === null) throw new TypeError("the options of a rule are no object");
  return options;
}

export {
  presetDefaults
};
