import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  optionsOf
} from "./chunk-policy-rule-settings.js";

// src/policy/lists.ts
var listKeys = [
  { key: "provenance", rule: "provenance", option: "expect" },
  { key: "publishers", rule: "publisher", option: "listed" },
  { key: "allow", rule: "allow", option: "packages" },
  { key: "deny", rule: "deny", option: "packages" }
];
function addLists(settings, file, from) {
  for (const { key, rule, option } of listKeys) {
    const listed = file[key] ?? [];
    const setting = settings.get(rule);
    if (setting === void 0 || listed.length === 0) continue;
    const options = optionsOf(setting);
    const own = options[option] ?? [];
    settings.set(rule, { ...setting, options: { ...options, [option]: [...listed, ...own] } });
    for (const index of listed.keys()) from(`${key}[${index}]`, [key, index]);
    if (own.length === 0) from(`rules.${rule}.${option}`, [key]);
  }
}

export {
  listKeys,
  addLists
};
